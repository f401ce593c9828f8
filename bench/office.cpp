// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "office.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "inspection/inspection_service.h"
#include "people/organisation_service.h"
#include "people/person_service.h"
#include "platform/crypto/password.h"
#include "platform/sql/migration.h"
#include "programme/framework_file_service.h"
#include "programme/programme_service.h"

namespace sightline::bench {

namespace {

using assessment::AssessorType;

constexpr const char* kFrameworkFile = "frameworks/child-protection-2014-version-2.json";

programme::Framework framework_in_use() {
  std::ifstream file(kFrameworkFile);
  std::stringstream text;
  text << file.rdbuf();
  return granted(programme::read_framework(text.str()));
}

/// Everything that is in the office before there are cases.
struct Ground {
  programme::Framework framework;
  programme::FrameworkVersionId adopted;
  programme::ProgrammeId programme;
  people::OrganisationId body;
  people::PersonId lead;
};

Ground lay(journal::Journal& journal, const people::Actor& by) {
  programme::Framework framework = framework_in_use();
  const auto adopted = granted(journal.perform(by, programme::AdoptFramework{framework})).id;
  const auto programme =
      granted(journal.perform(by, programme::AddProgramme{{.key = "invented",
                                                           .name = "Invented programme",
                                                           .reality = people::Reality::Invented,
                                                           .source = "Invented."}}));
  const auto body =
      granted(journal.perform(by, people::AddOrganisation{{.key = "northshire",
                                                           .name = "Northshire Police",
                                                           .kind = people::OrganisationKind::PoliceForce,
                                                           .reality = people::Reality::Invented,
                                                           .source = "Invented."}}));
  const auto lead = granted(journal.perform(
      by, people::AddPerson{.details = {.name = "Lead inspector", .email = "lead@example.org"},
                            .password_hash = crypto::PasswordHasher().hash(kPassword)}));
  return {std::move(framework), adopted, programme, body, lead};
}

void employ(journal::Journal& journal, const people::Actor& by, Office& office) {
  const std::string hash = crypto::PasswordHasher().hash(kPassword);
  for (int i = 0; i < kInspectors; ++i) {
    const std::string email = "inspector-" + std::to_string(i) + "@example.org";
    const people::PersonId id = granted(journal.perform(
        by, people::AddPerson{.details = {.name = "Inspector " + std::to_string(i), .email = email},
                              .password_hash = hash}));
    sql::Snapshot snapshot = journal.snapshot();
    office.inspectors.push_back(people::actor_named(snapshot, id).value());
    office.emails.push_back(email);
  }
}

OpenCase assessed_case(journal::Journal& journal, const Ground& ground, const inspection::Planned& planned,
                       assessment::SampleId sample, const people::Actor& inspector) {
  const std::string kind = ground.framework.case_kinds.front().key;
  const assessment::Case added =
      granted(journal.perform(people::the_operator(), assessment::AddCase{planned.id, sample, kind}));
  granted(journal.perform(people::the_operator(),
                          assessment::AssignCase{planned.key, added.number, inspector.person}));
  std::vector<assessment::Judgement> judgements;
  for (const programme::Area& area : ground.framework.areas) judgements.push_back(judgement(area.key, 0));
  const assessment::SaveAssessment save{{planned.key, added.number, AssessorType::Inspectors, 0}, judgements};
  granted(journal.perform(inspector, save));
  // As it was recorded: with its identity and its authors.
  sql::Snapshot snapshot = journal.snapshot();
  const auto view = assessment::case_view(snapshot, inspector, planned.key, added.number);
  return {planned.key, added.number, view.value().assessment.value()};
}

void begin_fieldwork(journal::Journal& journal, const Ground& ground, inspection::InspectionId id) {
  const people::Actor by = people::the_operator();
  granted(
      journal.perform(by, inspection::AssignMember{id, ground.lead, inspection::TeamRole::LeadInspector}));
  granted(journal.perform(
      by, inspection::SetDates{.inspection = id,
                               .based_on = 1,
                               .dates = {.fieldwork = inspection::Fieldwork{*Period::from_iso("2026-03")}}}));
  for (const auto action : {inspection::StageAction::Announce, inspection::StageAction::BeginFieldwork})
    granted(journal.perform(by, inspection::MoveStage{id, action}));
}

void inspect(journal::Journal& journal, const Ground& ground, int number, Office& office) {
  const people::Actor by = people::the_operator();
  const auto planned = granted(journal.perform(
      by, inspection::PlanInspection{{.programme = ground.programme,
                                      .kind = inspection::Kind::ChildProtectionInspection,
                                      .body = ground.body,
                                      .title = "Invented inspection " + std::to_string(number),
                                      .framework = ground.adopted}}));
  for (const people::Actor& inspector : office.inspectors)
    granted(journal.perform(
        by, inspection::AssignMember{planned.id, *inspector.person, inspection::TeamRole::Inspector}));
  begin_fieldwork(journal, ground, planned.id);
  const assessment::SampleId sample =
      granted(journal.perform(by, assessment::DrawSample{planned.id,
                                                         {.name = "Chosen by the force",
                                                          .chosen_by = assessment::ChosenBy::Body,
                                                          .drawing = {.list = "An invented list"}}}));
  for (int i = 0; i < kCasesInEach; ++i) {
    const auto whose = static_cast<std::size_t>(i % kInspectors);
    office.desks[whose].push_back(assessed_case(journal, ground, planned, sample, office.inspectors[whose]));
  }
}

constexpr sql::Query kInsertCases{"bench.insert_cases", R"sql(
with recursive made (n) as (select 1 union all select n + 1 from made where n < $cases)
insert into case_file (inspection_id, sample_id, number, kind)
select s.inspection_id, s.id, 'n' || made.n, (select min(kind) from case_file)
  from made
  join (select id, inspection_id, row_number() over (order by id) as place, count(*) over () as samples
          from case_sample) s on s.place = 1 + made.n % s.samples
)sql"};

constexpr sql::Query kInsertAssessments{"bench.insert_assessments", R"sql(
insert into assessment (case_id, assessor_type, state, revision, first_submitted)
select id, 'inspectors', 'agreed', 1, 1 from case_file where number like 'n%'
)sql"};

constexpr sql::Query kInsertRevisions{"bench.insert_revisions", R"sql(
insert into assessment_revision (assessment_id, revision, action, state, recorded_at)
select id, 1, 'agree', 'agreed', '2026-01-01T00:00:00.000Z' from assessment where state = 'agreed'
)sql"};

constexpr sql::Query kInsertJudgements{"bench.insert_judgements", R"sql(
insert into judgement (assessment_id, revision, area, outcome, grade_rank, reason)
select a.id, 1, area.key, 'graded', 1 + (a.id * 7 + area.position) % 3, 'Seen.'
  from assessment a
  join case_file c on c.id = a.case_id
  join inspection i on i.id = c.inspection_id
  join area on area.framework_version_id = i.framework_version_id
 where a.state = 'agreed'
)sql"};

}  // namespace

void add_agreed_cases(sql::Database& database, int cases) {
  database.write([&](sql::Transaction& work) {
    work.write(kInsertCases, {{"cases", cases}});
    work.write(kInsertAssessments);
    work.write(kInsertRevisions);
    work.write(kInsertJudgements);
    return sql::Verdict::Keep;
  });
}

assessment::Judgement judgement(const std::string& area, int turn) {
  return {area, assessment::Grade{1 + turn % 3},
          "Seen on reading " + std::to_string(turn) +
              ": the first officers recorded what the child said and when, but the risk was not looked at "
              "again when the circumstances changed, and no supervisor asked why."};
}

Office make_office(const std::filesystem::path& file) {
  sql::Database database(file.string(), {.durability = sql::Durability::LostWithoutPower});
  sql::migrate(database);
  const clock::SystemClock clock;
  journal::Journal journal(database, clock);
  Office office;
  office.desks.resize(kInspectors);
  const Ground ground = lay(journal, people::the_operator());
  employ(journal, people::the_operator(), office);
  for (int number = 1; number <= kInspections; ++number) inspect(journal, ground, number, office);
  return office;
}

}  // namespace sightline::bench
