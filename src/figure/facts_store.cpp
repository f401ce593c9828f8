// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "figure/facts_store.h"

#include <algorithm>
#include <unordered_map>

namespace sightline::figure::facts {

namespace {

using Places = std::unordered_map<std::int64_t, std::size_t>;  // of an inspection among the facts

/// The inspection that a row belongs to; every query below asks for those of Facts::inspections alone.
InspectionFact& inspection_of(const sql::Row& row, Facts& facts, const Places& places) {
  return facts.inspections[places.at(row.get<std::int64_t>("inspection_id"))];
}

}  // namespace

// An inspection counts once its report was published. Handbook §7.25.
constexpr sql::Query kInspections{"figure.inspections", R"sql(
select i.id, i.dates_revision, i.kind, i.fieldwork, i.body_id, body.kind as body_kind, f.id as framework_id, f.scale_key
  from inspection_now i
  join organisation body on body.id = i.body_id
  left join framework_version f on f.id = i.framework_version_id
 where i.programme_id = $programme
   and i.origin = 'own'
   and i.stage in ('published', 'closed')
 order by i.id
)sql"};

constexpr sql::Query kForces{"figure.forces_of_inspections", R"sql(
select i.id as inspection_id, p.force_id
  from inspection_now i
  join area_force p on p.area_id = i.body_id
 where i.programme_id = $programme
   and i.origin = 'own'
   and i.stage in ('published', 'closed')
 order by i.id, p.force_id
)sql"};

namespace {

Places read_inspections(sql::Reader& reader, programme::ProgrammeId programme, Facts& facts) {
  Places places;
  for (const sql::Row& row : reader.read(kInspections, {{"programme", programme}})) {
    const auto fieldwork = row.get<std::optional<std::string>>("fieldwork");
    const auto body = row.get<std::int64_t>("body_id");
    places.emplace(row.get<std::int64_t>("id"), facts.inspections.size());
    facts.inspections.push_back(
        {.inspection = row.get<std::int64_t>("id"),
         .dates_revision = row.get<int>("dates_revision"),
         .kind = row.get<inspection::Kind>("kind"),
         .fieldwork = fieldwork ? Period::from_iso(*fieldwork) : std::nullopt,
         .body = body,
         .forces = {},
         .framework = row.get<std::optional<std::int64_t>>("framework_id").value_or(0),
         .scale = row.get<std::optional<std::string>>("scale_key"),
         .cases = {},
         .codings = {},
         .findings = {}});
    if (row.get<people::OrganisationKind>("body_kind") == people::OrganisationKind::PoliceForce)
      facts.inspections.back().forces.push_back(body);
  }
  for (const sql::Row& row : reader.read(kForces, {{"programme", programme}}))
    inspection_of(row, facts, places).forces.push_back(row.get<std::int64_t>("force_id"));
  return places;
}

}  // namespace

// Agreed by inspectors, or submitted by the body (Handbook §4.24, §4.14), each at the revision it stands at.
constexpr sql::Query kGrades{"figure.grades", R"sql(
select c.inspection_id, c.id as case_id, a.id as assessment_id, a.revision, a.assessor_type, j.area, j.grade_rank
  from inspection_now i
  join case_file c on c.inspection_id = i.id
  join assessment a
    on a.case_id = c.id
   and ((a.assessor_type = 'inspectors' and a.state = 'agreed')
        or (a.assessor_type = 'body' and a.state = 'submitted'))
  join judgement j
    on j.assessment_id = a.id
   and j.outcome = 'graded'
   and j.revision = (select max(latest.revision)
                       from judgement latest
                      where latest.assessment_id = a.id
                        and latest.area = j.area
                        and latest.revision <= a.revision)
 where i.programme_id = $programme
   and i.origin = 'own'
   and i.stage in ('published', 'closed')
 order by c.id, a.id
)sql"};

namespace {

void read_grades(sql::Reader& reader, programme::ProgrammeId programme, const Places& places, Facts& facts) {
  std::int64_t case_id = 0;
  for (const sql::Row& row : reader.read(kGrades, {{"programme", programme}})) {
    std::vector<CaseFact>& cases = inspection_of(row, facts, places).cases;
    if (row.get<std::int64_t>("case_id") != case_id) cases.emplace_back();
    case_id = row.get<std::int64_t>("case_id");
    const bool is_body = row.get<assessment::AssessorType>("assessor_type") == assessment::AssessorType::Body;
    std::optional<GradedCase>& side = is_body ? cases.back().body : cases.back().inspectors;
    if (!side) side = GradedCase{row.get<std::int64_t>("assessment_id"), row.get<int>("revision"), {}};
    side->grades.emplace(row.get<std::string>("area"), programme::Grade{row.get<int>("grade_rank")});
  }
}

}  // namespace

constexpr sql::Query kCodings{"figure.codings", R"sql(
select d.inspection_id, c.id, t.key, parent.key as parent
  from inspection_now i
  join document d on d.inspection_id = i.id
  join extract e on e.document_id = d.id
  join coding c on c.extract_id = e.id and c.removed_at is null
  join theme t on t.id = c.theme_id
  left join theme parent on parent.id = t.parent_id
 where i.programme_id = $programme
   and i.origin = 'own'
   and i.stage in ('published', 'closed')
 order by c.id
)sql"};

constexpr sql::Query kFindings{"figure.findings", R"sql(
select f.inspection_id, f.id, f.revision, f.direction
  from inspection_now i
  join finding f on f.inspection_id = i.id and f.state = 'agreed'
 where i.programme_id = $programme
   and i.origin = 'own'
   and i.stage in ('published', 'closed')
 order by f.id
)sql"};

namespace {

void read_evidence(sql::Reader& reader, programme::ProgrammeId programme, const Places& places,
                   Facts& facts) {
  for (const sql::Row& row : reader.read(kCodings, {{"programme", programme}}))
    inspection_of(row, facts, places)
        .codings.push_back({row.get<std::int64_t>("id"), row.get<std::string>("key"),
                            row.get<std::optional<std::string>>("parent")});
  for (const sql::Row& row : reader.read(kFindings, {{"programme", programme}}))
    inspection_of(row, facts, places)
        .findings.push_back({row.get<std::int64_t>("id"), row.get<int>("revision"),
                             row.get<finding::Direction>("direction")});
}

}  // namespace

constexpr sql::Query kRecommendations{"figure.recommendations", R"sql(
select r.id, r.revision, r.term
  from recommendation r
 where r.programme_id = $programme
   and r.state = 'settled'
 order by r.id
)sql"};

constexpr sql::Query kAddressees{"figure.addressees", R"sql(
select distinct r.id, o.kind
  from recommendation r
  join recommendation_addressee a on a.recommendation_id = r.id and a.removed_revision is null
  join organisation o on o.id = a.organisation_id
 where r.programme_id = $programme
   and r.state = 'settled'
 order by r.id, o.kind
)sql"};

constexpr sql::Query kFoundIn{"figure.recommended_from", R"sql(
select distinct r.id, f.inspection_id
  from recommendation r
  join recommendation_finding b on b.recommendation_id = r.id and b.removed_revision is null
  join finding f on f.id = b.finding_id
 where r.programme_id = $programme
   and r.state = 'settled'
 order by r.id, f.inspection_id
)sql"};

namespace {

void read_recommendations(sql::Reader& reader, programme::ProgrammeId programme, Facts& facts) {
  Places places;
  for (const sql::Row& row : reader.read(kRecommendations, {{"programme", programme}})) {
    places.emplace(row.get<std::int64_t>("id"), facts.recommendations.size());
    facts.recommendations.push_back({.recommendation = row.get<std::int64_t>("id"),
                                     .revision = row.get<int>("revision"),
                                     .term = row.get<recommendation::Term>("term"),
                                     .addressees = {},
                                     .inspections = {}});
  }
  const auto of = [&](const sql::Row& row) -> RecommendationFact& {
    return facts.recommendations[places.at(row.get<std::int64_t>("id"))];
  };
  for (const sql::Row& row : reader.read(kAddressees, {{"programme", programme}}))
    of(row).addressees.push_back(row.get<people::OrganisationKind>("kind"));
  for (const sql::Row& row : reader.read(kFoundIn, {{"programme", programme}}))
    of(row).inspections.push_back(row.get<std::int64_t>("inspection_id"));
}

}  // namespace

constexpr sql::Query kScales{"figure.scales", R"sql(
select s.key, s.name, s.source, g.rank, g.label
  from grade_scale s
  join grade g on g.scale_key = s.key
 where s.key in (select f.scale_key
                   from inspection i
                   join framework_version f on f.id = i.framework_version_id
                  where i.programme_id = $programme
                    and i.origin = 'own')
 order by s.key, g.rank
)sql"};

constexpr sql::Query kAreas{"figure.areas", R"sql(
select f.id as framework_id, f.scale_key, a.key, a.name
  from framework_version f
  join area a on a.framework_version_id = f.id
 where f.scale_key is not null
   and f.id in (select framework_version_id
                  from inspection
                 where programme_id = $programme
                   and origin = 'own')
 order by f.id, a.position
)sql"};

constexpr sql::Query kThemes{"figure.themes", R"sql(
select t.id, t.revision, t.key, t.name
  from codebook b
  join theme t on t.codebook_id = b.id
  left join theme parent on parent.id = t.parent_id
 where b.programme_id = $programme
 order by coalesce(parent.position, t.position), case when t.parent_id is null then 0 else 1 end, t.position
)sql"};

Names read_names(sql::Reader& reader, programme::ProgrammeId programme) {
  Names names;
  for (const sql::Row& row : reader.read(kScales, {{"programme", programme}})) {
    programme::Scale& scale = names.scales[row.get<std::string>("key")];
    scale.key = row.get<std::string>("key");
    scale.name = row.get<std::string>("name");
    scale.source = row.get<std::string>("source");
    scale.labels.push_back(row.get<std::string>("label"));
  }
  for (const sql::Row& row : reader.read(kAreas, {{"programme", programme}})) {
    const auto framework = row.get<std::int64_t>("framework_id");
    names.areas[framework].push_back({row.get<std::string>("key"), row.get<std::string>("name")});
    names.scale_of[framework] = row.get<std::string>("scale_key");
  }
  for (const sql::Row& row : reader.read(kThemes, {{"programme", programme}}))
    names.themes.push_back({row.get<std::int64_t>("id"), row.get<int>("revision"),
                            row.get<std::string>("key"), row.get<std::string>("name")});
  return names;
}

Facts read_facts(sql::Reader& reader, programme::ProgrammeId programme) {
  Facts facts;
  const Places places = read_inspections(reader, programme, facts);
  read_grades(reader, programme, places, facts);
  read_evidence(reader, programme, places, facts);
  read_recommendations(reader, programme, facts);
  facts.names = read_names(reader, programme);
  return facts;
}

std::span<const sql::Query> queries() {
  static constexpr sql::Query all[] = {kInspections, kForces,  kGrades, kCodings, kFindings, kRecommendations,
                                       kAddressees,  kFoundIn, kScales, kAreas,   kThemes};
  return all;
}

}  // namespace sightline::figure::facts
