// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "inspection/inspection_store.h"

namespace sightline::inspection {

namespace {

Record record_of(const sql::Row& row) {
  Record record{.part = row.get<std::optional<std::string>>("part"),
                .fieldwork_as_reported = row.get<std::optional<std::string>>("fieldwork_as_reported"),
                .counted_in_64 = row.get<std::optional<Counted>>("counted_in_64"),
                .recommendations = row.get<std::optional<int>>("recommendations"),
                .source = std::nullopt,
                .further_source = row.get<std::optional<std::string>>("further_source"),
                .note = row.get<std::string>("note")};
  if (const auto source = row.get<std::optional<std::string>>("source"))
    record.source = Source{*source, row.get<SourceType>("source_type")};
  return record;
}

Inspection inspection_of(const sql::Row& row) {
  return {.id = row.get<InspectionId>("id"),
          .key = row.get<std::string>("key"),
          .programme = row.get<programme::ProgrammeId>("programme_id"),
          .kind = row.get<Kind>("kind"),
          .body = row.get<people::OrganisationId>("body_id"),
          .title = row.get<std::string>("title"),
          .origin = row.get<Origin>("origin"),
          .reality = row.get<people::Reality>("reality"),
          .framework = row.get<std::optional<programme::FrameworkVersionId>>("framework_version_id"),
          .follows = row.get<std::optional<InspectionId>>("follows_id"),
          .theme = row.get<std::optional<std::string>>("theme"),
          .dates = dates_of(row),
          .dates_revision = row.get<int>("dates_revision"),
          .stage = row.get<std::optional<Stage>>("stage"),
          .stage_reason = row.get<std::optional<std::string>>("stage_reason"),
          .record = record_of(row)};
}

std::optional<Inspection> inspection_in(const std::optional<sql::Row>& row) {
  if (!row) return std::nullopt;
  return inspection_of(*row);
}

template <class Field, class Get>
auto mapped(const std::optional<Field>& field, Get get) -> std::optional<decltype(get(*field))> {
  if (!field) return std::nullopt;
  return get(*field);
}

template <class Date>
std::optional<Date> partial(const sql::Row& row, std::string_view column) {
  const auto text = row.get<std::optional<std::string>>(column);
  if (!text) return std::nullopt;
  const std::optional<Date> date = Date::from_iso(*text);
  if (!date) throw sql::Error(std::string(column) + " holds no partial date");
  return date;
}

}  // namespace

Dates dates_of(const sql::Row& row) {
  Dates dates{.fieldwork = std::nullopt,
              .report = partial<PartialDate>(row, "report_date"),
              .web = partial<PartialDate>(row, "web_date")};
  if (const auto when = partial<Period>(row, "fieldwork"))
    dates.fieldwork = Fieldwork{*when, row.get<Sense>("fieldwork_sense")};
  return dates;
}

constexpr sql::Query kInsertInspection{"inspection.insert_inspection", R"sql(
insert into inspection (key, programme_id, kind, body_id, title, origin, reality, framework_version_id,
                        follows_id, part, theme, fieldwork_as_reported, counted_in_64, recommendations,
                        source, source_type, further_source, note)
values ($key, $programme, $kind, $body, $title, $origin, $reality, $framework,
        $follows, $part, $theme, $fieldwork_as_reported, $counted_in_64, $recommendations,
        $source, $source_type, $further_source, $note)
returning id
)sql"};

InspectionId insert_inspection(sql::Transaction& work, const InspectionFacts& facts) {
  const Record& record = facts.record;
  const auto source = mapped(record.source, [](const Source& known) { return known.text; });
  const auto source_type = mapped(record.source, [](const Source& known) { return known.type; });
  return work
      .write(kInsertInspection, {{"key", facts.key},
                                 {"programme", facts.programme},
                                 {"kind", facts.kind},
                                 {"body", facts.body},
                                 {"title", facts.title},
                                 {"origin", facts.origin},
                                 {"reality", facts.reality},
                                 {"framework", facts.framework},
                                 {"follows", facts.follows},
                                 {"part", record.part},
                                 {"theme", facts.theme},
                                 {"fieldwork_as_reported", record.fieldwork_as_reported},
                                 {"counted_in_64", record.counted_in_64},
                                 {"recommendations", record.recommendations},
                                 {"source", source},
                                 {"source_type", source_type},
                                 {"further_source", record.further_source},
                                 {"note", record.note}})
      .front()
      .get<InspectionId>("id");
}

constexpr sql::Query kInsertDates{"inspection.insert_dates", R"sql(
insert into inspection_dates (inspection_id, revision, fieldwork, fieldwork_sense, report_date, web_date,
                              recorded_at)
values ($id, $revision, $fieldwork, $sense, $report, $web, $now)
)sql"};

void insert_dates(sql::Transaction& work, InspectionId id, int revision, const Dates& dates, Timestamp now) {
  const auto fieldwork = mapped(dates.fieldwork, [](const Fieldwork& known) { return known.when.iso(); });
  const auto sense = mapped(dates.fieldwork, [](const Fieldwork& known) { return known.sense; });
  const auto iso = [](const PartialDate& date) { return date.iso(); };
  work.write(kInsertDates, {{"id", id},
                            {"revision", revision},
                            {"fieldwork", fieldwork},
                            {"sense", sense},
                            {"report", mapped(dates.report, iso)},
                            {"web", mapped(dates.web, iso)},
                            {"now", now}});
}

constexpr sql::Query kInsertStage{"inspection.insert_stage", R"sql(
insert into inspection_stage (inspection_id, position, stage, entered_at, reason)
select $id, coalesce(max(position), 0) + 1, $stage, $now, cast($reason as text)
  from inspection_stage
 where inspection_id = $id
)sql"};

void insert_stage(sql::Transaction& work, InspectionId id, Stage stage,
                  const std::optional<std::string>& reason, Timestamp now) {
  work.write(kInsertStage, {{"id", id}, {"stage", stage}, {"reason", reason}, {"now", now}});
}

constexpr sql::Query kInspectionById{"inspection.inspection_by_id", R"sql(
select * from inspection_now where id = $id
)sql"};

std::optional<Inspection> inspection_by_id(sql::Reader& reader, InspectionId id) {
  return inspection_in(reader.read_one(kInspectionById, {{"id", id}}));
}

constexpr sql::Query kInspectionByKey{"inspection.inspection_by_key", R"sql(
select * from inspection_now where key = $key
)sql"};

std::optional<Inspection> inspection_by_key(sql::Reader& reader, std::string_view key) {
  return inspection_in(reader.read_one(kInspectionByKey, {{"key", key}}));
}

constexpr sql::Query kIdOf{"inspection.id_of", R"sql(
select id from inspection where key = $key
)sql"};

std::optional<InspectionId> id_of(sql::Reader& reader, std::string_view key) {
  const std::optional<sql::Row> row = reader.read_one(kIdOf, {{"key", key}});
  if (!row) return std::nullopt;
  return row->get<InspectionId>("id");
}

constexpr sql::Query kInsertAreaForce{"inspection.insert_area_force", R"sql(
insert into area_force (area_id, force_id, source, source_type)
values ($area, $force, $source, $source_type)
)sql"};

void insert_area_force(sql::Transaction& work, people::OrganisationId area, people::OrganisationId force,
                       const Source& source) {
  work.write(kInsertAreaForce,
             {{"area", area}, {"force", force}, {"source", source.text}, {"source_type", source.type}});
}

constexpr sql::Query kForcesOfArea{"inspection.forces_of_area", R"sql(
select force_id from area_force where area_id = $area order by force_id
)sql"};

std::vector<people::OrganisationId> forces_policing(sql::Reader& reader, people::OrganisationId area) {
  std::vector<people::OrganisationId> forces;
  for (const sql::Row& row : reader.read(kForcesOfArea, {{"area", area}}))
    forces.push_back(row.get<people::OrganisationId>("force_id"));
  return forces;
}

constexpr sql::Query kIsBarred{"inspection.is_barred", R"sql(
select count(*) as conflicts
  from barred_by_conflict
 where person_id = $person and organisation_id = $body
)sql"};

bool is_barred(sql::Reader& reader, people::PersonId person, people::OrganisationId body) {
  return reader.read_one(kIsBarred, {{"person", person}, {"body", body}})->get<std::int64_t>("conflicts") > 0;
}

constexpr sql::Query kPermissionsOf{"inspection.permissions_of", R"sql(
select distinct permission
  from inspection_permission
 where person_id = $person and inspection_id = $id
)sql"};

people::Permissions permissions_of(sql::Reader& reader, people::PersonId person, InspectionId id) {
  people::Permissions permissions;
  for (const sql::Row& row : reader.read(kPermissionsOf, {{"person", person}, {"id", id}}))
    permissions |= {row.get<people::Permission>("permission")};
  return permissions;
}

std::span<const sql::Query> queries() {
  static constexpr sql::Query all[] = {kInsertInspection, kInsertDates,  kInsertStage,     kInspectionById,
                                       kInspectionByKey,  kIdOf,         kInsertAreaForce, kForcesOfArea,
                                       kIsBarred,         kPermissionsOf};
  return all;
}

}  // namespace sightline::inspection
