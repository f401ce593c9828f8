// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "programme/programme_store.h"

namespace sightline::programme {

namespace {

Programme programme_of(const sql::Row& row) {
  return {.id = row.get<ProgrammeId>("id"),
          .details = {.key = row.get<std::string>("key"),
                      .name = row.get<std::string>("name"),
                      .reality = row.get<people::Reality>("reality"),
                      .source = row.get<std::string>("source")}};
}

PartialDate partial_date(const sql::Row& row, std::string_view column) {
  const std::optional<PartialDate> date = PartialDate::from_iso(row.get<std::string>(column));
  if (!date) throw sql::Error(std::string(column) + " holds no partial date");
  return *date;
}

}  // namespace

constexpr sql::Query kInsertProgramme{"programme.insert_programme", R"sql(
insert into programme (key, name, reality, source)
values ($key, $name, $reality, $source)
returning id
)sql"};

ProgrammeId insert_programme(sql::Transaction& work, const ProgrammeDetails& details) {
  return work
      .write(kInsertProgramme, {{"key", details.key},
                                {"name", details.name},
                                {"reality", details.reality},
                                {"source", details.source}})
      .front()
      .get<ProgrammeId>("id");
}

constexpr sql::Query kProgrammeByKey{"programme.programme_by_key", R"sql(
select id, key, name, reality, source from programme where key = $key
)sql"};

std::optional<Programme> programme_by_key(sql::Reader& reader, std::string_view key) {
  const std::optional<sql::Row> row = reader.read_one(kProgrammeByKey, {{"key", key}});
  if (!row) return std::nullopt;
  return programme_of(*row);
}

constexpr sql::Query kProgrammeById{"programme.programme_by_id", R"sql(
select id, key, name, reality, source from programme where id = $id
)sql"};

std::optional<Programme> programme_by_id(sql::Reader& reader, ProgrammeId id) {
  const std::optional<sql::Row> row = reader.read_one(kProgrammeById, {{"id", id}});
  if (!row) return std::nullopt;
  return programme_of(*row);
}

constexpr sql::Query kAllProgrammes{"programme.all_programmes", R"sql(
select id, key, name, reality, source from programme order by name, key
)sql"};

std::vector<Programme> all_programmes(sql::Reader& reader) {
  std::vector<Programme> programmes;
  for (const sql::Row& row : reader.read(kAllProgrammes)) programmes.push_back(programme_of(row));
  return programmes;
}

constexpr sql::Query kInsertScale{"programme.insert_scale", R"sql(
insert into grade_scale (key, name, source) values ($key, $name, $source)
)sql"};

constexpr sql::Query kInsertGrade{"programme.insert_grade", R"sql(
insert into grade (scale_key, rank, label) values ($scale, $rank, $label)
)sql"};

void insert_scale(sql::Transaction& work, const Scale& scale) {
  work.write(kInsertScale, {{"key", scale.key}, {"name", scale.name}, {"source", scale.source}});
  for (const Grade grade : scale.grades())
    work.write(kInsertGrade, {{"scale", scale.key}, {"rank", grade.rank}, {"label", scale.label(grade)}});
}

constexpr sql::Query kScaleByKey{"programme.scale_by_key", R"sql(
select key, name, source from grade_scale where key = $key
)sql"};

constexpr sql::Query kLabelsOfScale{"programme.labels_of_scale", R"sql(
select label from grade where scale_key = $key order by rank
)sql"};

std::optional<Scale> scale_by_key(sql::Reader& reader, std::string_view key) {
  const std::optional<sql::Row> row = reader.read_one(kScaleByKey, {{"key", key}});
  if (!row) return std::nullopt;
  Scale scale{.key = row->get<std::string>("key"),
              .name = row->get<std::string>("name"),
              .labels = {},
              .source = row->get<std::string>("source")};
  for (const sql::Row& grade : reader.read(kLabelsOfScale, {{"key", key}}))
    scale.labels.push_back(grade.get<std::string>("label"));
  return scale;
}

constexpr sql::Query kInsertVersion{"programme.insert_version", R"sql(
insert into framework_version (framework_key, version, name, valid_from, scale_key,
                               has_body_self_assessment, has_body_case_audit, source, note)
values ($key, $version, $name, $valid_from, $scale, $self_assessment, $case_audit, $source, $note)
returning id
)sql"};

constexpr sql::Query kInsertArea{"programme.insert_area", R"sql(
insert into area (framework_version_id, key, position, name, looks_at, is_overall)
values ($id, $key, $position, $name, $looks_at, $is_overall)
)sql"};

constexpr sql::Query kInsertCaseKind{"programme.insert_case_kind", R"sql(
insert into case_kind (framework_version_id, key, position, name)
values ($id, $key, $position, $name)
)sql"};

FrameworkVersionId insert_framework(sql::Transaction& work, const Framework& framework) {
  std::optional<std::string> scale;
  if (framework.scale) scale = framework.scale->key;
  const auto id =
      work.write(kInsertVersion, {{"key", framework.key},
                                  {"version", framework.version},
                                  {"name", framework.name},
                                  {"valid_from", framework.valid_from.iso()},
                                  {"scale", scale},
                                  {"self_assessment", framework.self_assessment == BodySelfAssessment::Yes},
                                  {"case_audit", framework.case_audit == BodyCaseAudit::Yes},
                                  {"source", framework.source},
                                  {"note", framework.note}})
          .front()
          .get<FrameworkVersionId>("id");
  int position = 0;
  for (const Area& area : framework.areas)
    work.write(kInsertArea, {{"id", id},
                             {"key", area.key},
                             {"position", ++position},
                             {"name", area.name},
                             {"looks_at", area.looks_at},
                             {"is_overall", area.kind == AreaKind::Overall}});
  position = 0;
  for (const CaseKind& kind : framework.case_kinds)
    work.write(kInsertCaseKind,
               {{"id", id}, {"key", kind.key}, {"position", ++position}, {"name", kind.name}});
  return id;
}

constexpr sql::Query kFrameworkId{"programme.framework_id", R"sql(
select id from framework_version where framework_key = $key and version = $version
)sql"};

std::optional<FrameworkVersionId> framework_id(sql::Reader& reader, std::string_view key, int version) {
  const std::optional<sql::Row> row = reader.read_one(kFrameworkId, {{"key", key}, {"version", version}});
  if (!row) return std::nullopt;
  return row->get<FrameworkVersionId>("id");
}

constexpr sql::Query kVersionById{"programme.version_by_id", R"sql(
select framework_key, version, name, valid_from, scale_key, has_body_self_assessment, has_body_case_audit,
       source, note
  from framework_version
 where id = $id
)sql"};

constexpr sql::Query kAreasOfVersion{"programme.areas_of_version", R"sql(
select key, name, looks_at, is_overall from area where framework_version_id = $id order by position
)sql"};

constexpr sql::Query kCaseKindsOfVersion{"programme.case_kinds_of_version", R"sql(
select key, name from case_kind where framework_version_id = $id order by position
)sql"};

namespace {

std::optional<AdoptedFramework> read_framework(sql::Reader& reader, FrameworkVersionId id) {
  const std::optional<sql::Row> row = reader.read_one(kVersionById, {{"id", id}});
  if (!row) return std::nullopt;
  const auto scale = row->get<std::optional<std::string>>("scale_key");
  AdoptedFramework adopted{
      .id = id,
      .framework = {
          .key = row->get<std::string>("framework_key"),
          .version = row->get<int>("version"),
          .name = row->get<std::string>("name"),
          .valid_from = partial_date(*row, "valid_from"),
          .scale = scale ? scale_by_key(reader, *scale) : std::nullopt,
          .areas = {},
          .case_kinds = {},
          .self_assessment =
              row->get<bool>("has_body_self_assessment") ? BodySelfAssessment::Yes : BodySelfAssessment::No,
          .case_audit = row->get<bool>("has_body_case_audit") ? BodyCaseAudit::Yes : BodyCaseAudit::No,
          .source = row->get<std::string>("source"),
          .note = row->get<std::string>("note")}};
  for (const sql::Row& area : reader.read(kAreasOfVersion, {{"id", id}}))
    adopted.framework.areas.push_back(
        {.key = area.get<std::string>("key"),
         .name = area.get<std::string>("name"),
         .looks_at = area.get<std::string>("looks_at"),
         .kind = area.get<bool>("is_overall") ? AreaKind::Overall : AreaKind::OneArea});
  for (const sql::Row& kind : reader.read(kCaseKindsOfVersion, {{"id", id}}))
    adopted.framework.case_kinds.push_back({kind.get<std::string>("key"), kind.get<std::string>("name")});
  return adopted;
}

}  // namespace

// A version never changes once it is adopted. Handbook §3.3
std::shared_ptr<const AdoptedFramework> framework_by_id(sql::Reader& reader, FrameworkVersionId id) {
  return reader.read_unchanging<AdoptedFramework>("programme.framework", id.value(),
                                                  [&] { return read_framework(reader, id); });
}

constexpr sql::Query kAllFrameworkIds{"programme.all_framework_ids", R"sql(
select id from framework_version order by framework_key, version
)sql"};

std::vector<FrameworkVersionId> all_framework_ids(sql::Reader& reader) {
  std::vector<FrameworkVersionId> ids;
  for (const sql::Row& row : reader.read(kAllFrameworkIds)) ids.push_back(row.get<FrameworkVersionId>("id"));
  return ids;
}

std::span<const sql::Query> queries() {
  static constexpr sql::Query all[] = {
      kInsertProgramme, kProgrammeByKey, kProgrammeById,      kAllProgrammes,  kInsertScale,    kInsertGrade,
      kScaleByKey,      kLabelsOfScale,  kInsertVersion,      kInsertArea,     kInsertCaseKind, kFrameworkId,
      kVersionById,     kAreasOfVersion, kCaseKindsOfVersion, kAllFrameworkIds};
  return all;
}

}  // namespace sightline::programme
