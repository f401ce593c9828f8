// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "publication/duty_store.h"

namespace sightline::publication::duties {

constexpr sql::Query kInsert{"publication.insert_duty", R"sql(
insert into response_duty (publication_id, body_id, force_id, body_kind, body_name, source, source_type)
values ($publication_id, $body_id, $force_id, $body_kind, $body_name, $source, $source_type)
returning id
)sql"};

DutyId insert(sql::Transaction& work, const Duty& duty) {
  return work
      .write(kInsert, {{"publication_id", duty.publication},
                       {"body_id", duty.body},
                       {"force_id", duty.force},
                       {"body_kind", duty.body_kind},
                       {"body_name", duty.body_name},
                       {"source", duty.source.text},
                       {"source_type", duty.source.type}})
      .front()
      .get<DutyId>("id");
}

constexpr sql::Query kFind{"publication.duty_of_body", R"sql(
select id, publication_id, body_id, force_id, body_kind, body_name, source, source_type
  from response_duty
 where publication_id = $publication_id and body_id = $body_id
)sql"};

std::optional<Stored> find(sql::Reader& reader, PublicationId publication, people::OrganisationId body) {
  const std::optional<sql::Row> row =
      reader.read_one(kFind, {{"publication_id", publication}, {"body_id", body}});
  if (!row) return std::nullopt;
  return Stored{.id = row->get<DutyId>("id"),
                .duty = {.publication = row->get<PublicationId>("publication_id"),
                         .body = row->get<people::OrganisationId>("body_id"),
                         .force = row->get<people::OrganisationId>("force_id"),
                         .body_kind = row->get<BodyKind>("body_kind"),
                         .body_name = row->get<std::optional<std::string>>("body_name"),
                         .source = {row->get<std::string>("source"), row->get<SourceType>("source_type")}}};
}

std::span<const sql::Query> queries() {
  static constexpr sql::Query all[] = {kInsert, kFind};
  return all;
}

}  // namespace sightline::publication::duties
