// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "assessment/assessment_store.h"

#include <algorithm>
#include <array>

namespace sightline::assessment {

namespace {

/// How an outcome is spelt in the database; the grade's rank stands in a column of its own.
enum class OutcomeWord { Graded, NotApplicable, InsufficientEvidence };

}  // namespace

}  // namespace sightline::assessment

namespace sightline {

template <>
inline constexpr auto kWords<assessment::OutcomeWord> = std::to_array<Word<assessment::OutcomeWord>>({
    {assessment::OutcomeWord::Graded, "graded"},
    {assessment::OutcomeWord::NotApplicable, "not-applicable"},
    {assessment::OutcomeWord::InsufficientEvidence, "insufficient-evidence"},
});

}  // namespace sightline

namespace sightline::assessment {

namespace {

std::optional<OutcomeWord> word_of(const std::optional<Outcome>& outcome) {
  if (!outcome) return std::nullopt;
  return static_cast<OutcomeWord>(outcome->index());
}

static_assert(std::variant_size_v<Outcome> == kWords<OutcomeWord>.size());

std::optional<int> rank_of(const std::optional<Outcome>& outcome) {
  if (!outcome) return std::nullopt;
  const Grade* grade = std::get_if<Grade>(&*outcome);
  return grade ? std::optional(grade->rank) : std::nullopt;
}

std::optional<Outcome> outcome_of(const sql::Row& row) {
  const auto outcome = row.get<std::optional<OutcomeWord>>("outcome");
  if (!outcome) return std::nullopt;
  switch (*outcome) {
    case OutcomeWord::Graded:
      return Grade{row.get<int>("grade_rank")};
    case OutcomeWord::NotApplicable:
      return NotApplicable{};
    case OutcomeWord::InsufficientEvidence:
      return InsufficientEvidence{};
  }
  return std::nullopt;
}

std::vector<Judgement> judgements_of(const sql::Rows& rows) {
  std::vector<Judgement> judgements;
  judgements.reserve(rows.size());
  for (const sql::Row& row : rows)
    judgements.push_back({row.get<std::string>("area"), outcome_of(row), row.get<std::string>("reason")});
  std::ranges::sort(judgements, {}, &Judgement::area);  // not in SQL: engines collate hyphens differently
  return judgements;
}

}  // namespace

// The cross join keeps SQLite in this order: the other way round it would visit the past of every area.
constexpr sql::Query kJudgementsNow{"assessment.judgements_now", R"sql(
select j.area, j.outcome, j.grade_rank, j.reason
  from judgement_now now
 cross join judgement j
 where now.assessment_id = $assessment
   and j.assessment_id = now.assessment_id
   and j.area = now.area
   and j.revision = now.revision
)sql"};

constexpr sql::Query kAuthors{"assessment.authors", R"sql(
select person_id
  from assessment_author
 where assessment_id = $assessment
 order by person_id
)sql"};

namespace {

std::vector<PersonId> authors_of(sql::Reader& reader, AssessmentId id) {
  std::vector<PersonId> authors;
  for (const sql::Row& row : reader.read(kAuthors, {{"assessment", id}}))
    authors.push_back(row.get<PersonId>("person_id"));
  return authors;
}

}  // namespace

constexpr sql::Query kFindAssessment{"assessment.find_assessment", R"sql(
select id, state, revision, first_submitted
  from assessment
 where case_id = $case and assessor_type = $by
)sql"};

std::optional<Assessment> find_assessment(sql::Reader& reader, CaseId case_id, AssessorType by) {
  const std::optional<sql::Row> row = reader.read_one(kFindAssessment, {{"case", case_id}, {"by", by}});
  if (!row) return std::nullopt;
  const AssessmentId id = row->get<AssessmentId>("id");
  return Assessment{.id = id,
                    .case_id = case_id,
                    .by = by,
                    .state = row->get<State>("state"),
                    .revision = row->get<int>("revision"),
                    .first_submitted = row->get<std::optional<int>>("first_submitted"),
                    .judgements = judgements_of(reader.read(kJudgementsNow, {{"assessment", id}})),
                    .authors = authors_of(reader, id)};
}

constexpr sql::Query kInsertAssessment{"assessment.insert_assessment", R"sql(
insert into assessment (case_id, assessor_type, state, revision, first_submitted)
values ($case, $by, $state, $revision, $first_submitted)
returning id
)sql"};

constexpr sql::Query kUpdateAssessment{"assessment.update_assessment", R"sql(
update assessment
   set state = $state, revision = $revision, first_submitted = $first_submitted
 where id = $id
)sql"};

constexpr sql::Query kInsertRevision{"assessment.insert_revision", R"sql(
insert into assessment_revision (assessment_id, revision, action, state, person_id, recorded_at, reason)
values ($assessment, $revision, $action, $state, $person, $recorded_at, $reason)
)sql"};

constexpr sql::Query kInsertJudgement{"assessment.insert_judgement", R"sql(
insert into judgement (assessment_id, revision, area, outcome, grade_rank, reason)
values ($assessment, $revision, $area, $outcome, $grade_rank, $reason)
)sql"};

constexpr sql::Query kMoveJudgementNow{"assessment.move_judgement_now", R"sql(
insert into judgement_now (assessment_id, area, revision)
values ($assessment, $area, $revision)
on conflict (assessment_id, area) do update set revision = excluded.revision
)sql"};

constexpr sql::Query kInsertAuthor{"assessment.insert_author", R"sql(
insert into assessment_author (assessment_id, person_id)
values ($assessment, $person)
on conflict do nothing
)sql"};

namespace {

void insert_rows(sql::Transaction& work, const Assessment& assessment, const RevisionStep& how,
                 const std::vector<Judgement>& changed) {
  work.write(kInsertRevision, {{"assessment", assessment.id},
                               {"revision", assessment.revision},
                               {"action", how.action},
                               {"state", assessment.state},
                               {"person", how.person},
                               {"recorded_at", how.recorded_at},
                               {"reason", how.reason}});
  for (const Judgement& judgement : changed) {
    work.write(kInsertJudgement, {{"assessment", assessment.id},
                                  {"revision", assessment.revision},
                                  {"area", judgement.area},
                                  {"outcome", word_of(judgement.outcome)},
                                  {"grade_rank", rank_of(judgement.outcome)},
                                  {"reason", judgement.reason}});
    work.write(kMoveJudgementNow,
               {{"assessment", assessment.id}, {"area", judgement.area}, {"revision", assessment.revision}});
  }
  if (how.person && (how.action == Action::Save || how.action == Action::Submit))
    work.write(kInsertAuthor, {{"assessment", assessment.id}, {"person", *how.person}});
}

}  // namespace

AssessmentId insert_assessment(sql::Transaction& work, const Assessment& assessment,
                               const RevisionStep& how) {
  Assessment inserted = assessment;
  inserted.id = work.write(kInsertAssessment, {{"case", assessment.case_id},
                                               {"by", assessment.by},
                                               {"state", assessment.state},
                                               {"revision", assessment.revision},
                                               {"first_submitted", assessment.first_submitted}})
                    .front()
                    .get<AssessmentId>("id");
  insert_rows(work, inserted, how, assessment.judgements);
  return inserted.id;
}

void insert_revision(sql::Transaction& work, const Assessment& assessment, const RevisionStep& how,
                     const std::vector<Judgement>& changed) {
  work.write(kUpdateAssessment, {{"id", assessment.id},
                                 {"state", assessment.state},
                                 {"revision", assessment.revision},
                                 {"first_submitted", assessment.first_submitted}});
  insert_rows(work, assessment, how, changed);
}

constexpr sql::Query kHistory{"assessment.history", R"sql(
select r.revision, r.action, r.state, coalesce(person.name, 'the operator') as person, r.recorded_at, r.reason
  from assessment_revision r
  left join person on person.id = r.person_id
 where r.assessment_id = $assessment
 order by r.revision desc
 limit $limit offset $offset
)sql"};

namespace {

RevisionLine line_of(const sql::Row& row) {
  return {row.get<int>("revision"),          row.get<Action>("action"),
          row.get<State>("state"),           row.get<std::string>("person"),
          row.get<Timestamp>("recorded_at"), row.get<std::optional<std::string>>("reason")};
}

}  // namespace

std::vector<RevisionLine> history_of(sql::Reader& reader, AssessmentId id, std::int64_t offset, int limit) {
  std::vector<RevisionLine> lines;
  for (const sql::Row& row :
       reader.read(kHistory, {{"assessment", id}, {"limit", limit}, {"offset", offset}}))
    lines.push_back(line_of(row));
  return lines;
}

constexpr sql::Query kNewestReturn{"assessment.newest_return", R"sql(
select r.revision, r.action, r.state, coalesce(person.name, 'the operator') as person, r.recorded_at, r.reason
  from assessment_revision r
  left join person on person.id = r.person_id
 where r.assessment_id = $assessment and r.action in ('return', 'reopen')
 order by r.revision desc
 limit 1
)sql"};

std::optional<RevisionLine> newest_return(sql::Reader& reader, AssessmentId id) {
  const std::optional<sql::Row> row = reader.read_one(kNewestReturn, {{"assessment", id}});
  return row ? std::optional(line_of(*row)) : std::nullopt;
}

constexpr sql::Query kInsertSetAside{"assessment.insert_set_aside", R"sql(
insert into set_aside_text (assessment_id, base_revision, over_revision, person_id, set_aside_at)
values ($assessment, $base_revision, $over_revision, $person, $at)
returning id
)sql"};

constexpr sql::Query kInsertSetAsideJudgement{"assessment.insert_set_aside_judgement", R"sql(
insert into set_aside_judgement (set_aside_id, area, outcome, grade_rank, reason)
values ($set_aside, $area, $outcome, $grade_rank, $reason)
)sql"};

void insert_set_aside(sql::Transaction& work, AssessmentId id, int base_revision, int over_revision,
                      std::optional<PersonId> person, Timestamp at,
                      const std::vector<Judgement>& judgements) {
  const auto set_aside = work.write(kInsertSetAside, {{"assessment", id},
                                                      {"base_revision", base_revision},
                                                      {"over_revision", over_revision},
                                                      {"person", person},
                                                      {"at", at}})
                             .front()
                             .get<std::int64_t>("id");
  for (const Judgement& judgement : judgements)
    work.write(kInsertSetAsideJudgement, {{"set_aside", set_aside},
                                          {"area", judgement.area},
                                          {"outcome", word_of(judgement.outcome)},
                                          {"grade_rank", rank_of(judgement.outcome)},
                                          {"reason", judgement.reason}});
}

constexpr sql::Query kNewestSetAside{"assessment.newest_set_aside", R"sql(
select t.id, t.base_revision, t.over_revision, t.set_aside_at
  from set_aside_text t
 where t.assessment_id = $assessment
   and t.person_id = $person
   and not exists (select 1
                     from assessment_revision r
                    where r.assessment_id = t.assessment_id
                      and r.person_id = t.person_id
                      and r.revision > t.over_revision)
 order by t.id desc
 limit 1
)sql"};

constexpr sql::Query kSetAsideJudgements{"assessment.set_aside_judgements", R"sql(
select area, outcome, grade_rank, reason
  from set_aside_judgement
 where set_aside_id = $set_aside
)sql"};

std::optional<SetAside> newest_set_aside(sql::Reader& reader, AssessmentId id, PersonId person) {
  const std::optional<sql::Row> row =
      reader.read_one(kNewestSetAside, {{"assessment", id}, {"person", person}});
  if (!row) return std::nullopt;
  return SetAside{.id = row->get<Id<struct SetAsideText>>("id"),
                  .base_revision = row->get<int>("base_revision"),
                  .over_revision = row->get<int>("over_revision"),
                  .set_aside_at = row->get<Timestamp>("set_aside_at"),
                  .judgements = judgements_of(
                      reader.read(kSetAsideJudgements, {{"set_aside", row->get<std::int64_t>("id")}}))};
}

std::span<const sql::Query> queries() {
  static constexpr sql::Query all[] = {
      kJudgementsNow,  kAuthors,         kFindAssessment,          kInsertAssessment, kUpdateAssessment,
      kInsertRevision, kInsertJudgement, kMoveJudgementNow,        kInsertAuthor,     kHistory,
      kNewestReturn,   kInsertSetAside,  kInsertSetAsideJudgement, kNewestSetAside,   kSetAsideJudgements};
  return all;
}

}  // namespace sightline::assessment
