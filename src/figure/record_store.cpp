// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "figure/record_store.h"

namespace sightline::figure::records {

constexpr sql::Query kInspections{"figure.recorded_inspections", R"sql(
select i.id, i.kind, i.body_id, body.kind as body_kind, f.id as framework_id, f.scale_key
  from inspection i
  join organisation body on body.id = i.body_id
  left join framework_version f on f.id = i.framework_version_id
 where i.programme_id = $programme
   and i.origin = 'own'
)sql"};

constexpr sql::Query kDates{"figure.recorded_dates", R"sql(
select d.inspection_id, d.revision, d.fieldwork
  from inspection i
  join inspection_dates d on d.inspection_id = i.id
 where i.programme_id = $programme
   and i.origin = 'own'
)sql"};

constexpr sql::Query kForces{"figure.recorded_forces", R"sql(
select i.id as inspection_id, p.force_id
  from inspection i
  join area_force p on p.area_id = i.body_id
 where i.programme_id = $programme
   and i.origin = 'own'
 order by i.id, p.force_id
)sql"};

namespace {

void read_inspections(sql::Reader& reader, programme::ProgrammeId programme, Record& record) {
  for (const sql::Row& row : reader.read(kInspections, {{"programme", programme}})) {
    const auto id = row.get<std::int64_t>("id"), body = row.get<std::int64_t>("body_id");
    InspectionFact fact{.inspection = id,
                        .dates_revision = 0,
                        .kind = row.get<inspection::Kind>("kind"),
                        .fieldwork = std::nullopt,
                        .body = body,
                        .forces = {},
                        .framework = row.get<std::optional<std::int64_t>>("framework_id").value_or(0),
                        .scale = row.get<std::optional<std::string>>("scale_key"),
                        .cases = {},
                        .codings = {},
                        .findings = {}};
    if (row.get<people::OrganisationKind>("body_kind") == people::OrganisationKind::PoliceForce)
      fact.forces.push_back(body);
    record.inspections.emplace(id, std::move(fact));
  }
  for (const sql::Row& row : reader.read(kDates, {{"programme", programme}})) {
    const auto fieldwork = row.get<std::optional<std::string>>("fieldwork");
    record.fieldwork[row.get<std::int64_t>("inspection_id")][row.get<int>("revision")] =
        fieldwork ? Period::from_iso(*fieldwork) : std::nullopt;
  }
  for (const sql::Row& row : reader.read(kForces, {{"programme", programme}}))
    record.inspections.at(row.get<std::int64_t>("inspection_id"))
        .forces.push_back(row.get<std::int64_t>("force_id"));
}

}  // namespace

constexpr sql::Query kStates{"figure.recorded_states", R"sql(
select c.inspection_id, c.id as case_id, a.id as assessment_id, a.assessor_type, r.revision, r.state
  from inspection i
  join case_file c on c.inspection_id = i.id
  join assessment a on a.case_id = c.id
  join assessment_revision r on r.assessment_id = a.id
 where i.programme_id = $programme
   and i.origin = 'own'
)sql"};

constexpr sql::Query kJudgements{"figure.recorded_judgements", R"sql(
select a.id as assessment_id, j.revision, j.area, j.grade_rank
  from inspection i
  join case_file c on c.inspection_id = i.id
  join assessment a on a.case_id = c.id
  join judgement j on j.assessment_id = a.id
 where i.programme_id = $programme
   and i.origin = 'own'
)sql"};

namespace {

void read_assessments(sql::Reader& reader, programme::ProgrammeId programme, Record& record) {
  for (const sql::Row& row : reader.read(kStates, {{"programme", programme}})) {
    AssessmentRecord& of = record.assessments[row.get<std::int64_t>("assessment_id")];
    of.inspection = row.get<std::int64_t>("inspection_id");
    of.case_id = row.get<std::int64_t>("case_id");
    of.by = row.get<assessment::AssessorType>("assessor_type");
    of.states.emplace(row.get<int>("revision"), row.get<assessment::State>("state"));
  }
  for (const sql::Row& row : reader.read(kJudgements, {{"programme", programme}})) {
    const auto rank = row.get<std::optional<int>>("grade_rank");
    const auto of = record.assessments.find(row.get<std::int64_t>("assessment_id"));
    if (of == record.assessments.end()) continue;  // every revision of it was deleted
    of->second.grades[row.get<std::string>("area")][row.get<int>("revision")] =
        rank ? std::optional(programme::Grade{*rank}) : std::nullopt;
  }
}

}  // namespace

// Also those that were removed since.
constexpr sql::Query kCodings{"figure.recorded_codings", R"sql(
select d.inspection_id, c.id, t.key, parent.key as parent
  from inspection i
  join document d on d.inspection_id = i.id
  join extract e on e.document_id = d.id
  join coding c on c.extract_id = e.id
  join theme t on t.id = c.theme_id
  left join theme parent on parent.id = t.parent_id
 where i.programme_id = $programme
   and i.origin = 'own'
)sql"};

constexpr sql::Query kFindings{"figure.recorded_findings", R"sql(
select f.inspection_id, f.id, r.revision, r.state, r.direction
  from inspection i
  join finding f on f.inspection_id = i.id
  join finding_revision r on r.finding_id = f.id
 where i.programme_id = $programme
   and i.origin = 'own'
)sql"};

namespace {

void read_evidence(sql::Reader& reader, programme::ProgrammeId programme, Record& record) {
  for (const sql::Row& row : reader.read(kCodings, {{"programme", programme}})) {
    const auto id = row.get<std::int64_t>("id");
    record.codings.emplace(
        id, CodingRecord{row.get<std::int64_t>("inspection_id"),
                         {id, row.get<std::string>("key"), row.get<std::optional<std::string>>("parent")}});
  }
  for (const sql::Row& row : reader.read(kFindings, {{"programme", programme}})) {
    FindingRecord& of = record.findings[row.get<std::int64_t>("id")];
    of.inspection = row.get<std::int64_t>("inspection_id");
    of.revisions.emplace(row.get<int>("revision"),
                         FindingRevision{row.get<finding::State>("state") == finding::State::Agreed,
                                         row.get<finding::Direction>("direction")});
  }
}

}  // namespace

constexpr sql::Query kRecommendations{"figure.recorded_recommendations", R"sql(
select r.id, v.revision, v.state, v.term
  from recommendation r
  join recommendation_revision v on v.recommendation_id = r.id
 where r.programme_id = $programme
)sql"};

constexpr sql::Query kAddressees{"figure.recorded_addressees", R"sql(
select r.id, o.kind, a.added_revision, a.removed_revision
  from recommendation r
  join recommendation_addressee a on a.recommendation_id = r.id
  join organisation o on o.id = a.organisation_id
 where r.programme_id = $programme
 order by r.id, o.kind
)sql"};

constexpr sql::Query kFoundIn{"figure.recorded_recommended_from", R"sql(
select r.id, f.inspection_id, b.added_revision, b.removed_revision
  from recommendation r
  join recommendation_finding b on b.recommendation_id = r.id
  join finding f on f.id = b.finding_id
 where r.programme_id = $programme
 order by r.id, f.inspection_id
)sql"};

namespace {

void read_recommendations(sql::Reader& reader, programme::ProgrammeId programme, Record& record) {
  for (const sql::Row& row : reader.read(kRecommendations, {{"programme", programme}}))
    record.recommendations[row.get<std::int64_t>("id")].revisions.emplace(
        row.get<int>("revision"),
        RecommendationRevision{row.get<recommendation::State>("state") == recommendation::State::Settled,
                               row.get<recommendation::Term>("term")});
  for (const sql::Row& row : reader.read(kAddressees, {{"programme", programme}}))
    record.recommendations[row.get<std::int64_t>("id")].addressees.push_back(
        {row.get<people::OrganisationKind>("kind"), row.get<int>("added_revision"),
         row.get<std::optional<int>>("removed_revision")});
  for (const sql::Row& row : reader.read(kFoundIn, {{"programme", programme}}))
    record.recommendations[row.get<std::int64_t>("id")].inspections.push_back(
        {row.get<std::int64_t>("inspection_id"), row.get<int>("added_revision"),
         row.get<std::optional<int>>("removed_revision")});
}

}  // namespace

constexpr sql::Query kThemeNames{"figure.recorded_theme_names", R"sql(
select t.id, t.key, r.revision, r.name
  from codebook b
  join theme t on t.codebook_id = b.id
  join theme_revision r on r.theme_id = t.id
 where b.programme_id = $programme
)sql"};

Record read_record(sql::Reader& reader, programme::ProgrammeId programme, Names names) {
  Record record;
  read_inspections(reader, programme, record);
  read_assessments(reader, programme, record);
  read_evidence(reader, programme, record);
  read_recommendations(reader, programme, record);
  for (const ThemeName& theme : names.themes) record.theme_order.push_back(theme.theme);
  for (const sql::Row& row : reader.read(kThemeNames, {{"programme", programme}})) {
    const auto id = row.get<std::int64_t>("id");
    record.theme_keys.emplace(id, row.get<std::string>("key"));
    record.theme_names[id].emplace(row.get<int>("revision"), row.get<std::string>("name"));
  }
  record.names = std::move(names);
  return record;
}

std::span<const sql::Query> queries() {
  static constexpr sql::Query all[] = {kInspections, kDates,   kForces,    kStates,
                                       kJudgements,  kCodings, kFindings,  kRecommendations,
                                       kAddressees,  kFoundIn, kThemeNames};
  return all;
}

}  // namespace sightline::figure::records
