// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The whole path over a hundred times the data: what is counted grows a hundredfold,
// what is said of it stays, and every number still leads back to its records. The
// copies are written straight into the tables; everything after them is for real.

#include <doctest/doctest.h>

#include "publication/edition_room_test.h"

using namespace sightline;
using namespace sightline::publication;
using namespace sightline::publication::testing;

namespace {

constexpr int kTimes = 100;

// A copy is numbered as its case is, with a hyphen and 1 to 99 behind.
constexpr sql::Query kCopyCases{"test.copy_cases", R"sql(
insert into case_file (inspection_id, sample_id, number, kind)
with recursive made (n) as (select 1 union all select n + 1 from made where n < 99)
select c.inspection_id, c.sample_id, c.number || '-' || made.n, c.kind
  from case_file c
  join made on made.n > 0
)sql"};

constexpr sql::Query kCopyAssessments{"test.copy_assessments", R"sql(
insert into assessment (case_id, assessor_type, state, revision, first_submitted)
select copy.id, a.assessor_type, a.state, a.revision, a.first_submitted
  from case_file copy
  join case_file c on c.inspection_id = copy.inspection_id and copy.number like c.number || '-%'
  join assessment a on a.case_id = c.id
)sql"};

constexpr sql::Query kCopyRevisions{"test.copy_revisions", R"sql(
insert into assessment_revision (assessment_id, revision, action, state, person_id, recorded_at, reason)
select made.id, r.revision, r.action, r.state, r.person_id, r.recorded_at, r.reason
  from case_file copy
  join case_file c on c.inspection_id = copy.inspection_id and copy.number like c.number || '-%'
  join assessment a on a.case_id = c.id
  join assessment made on made.case_id = copy.id and made.assessor_type = a.assessor_type
  join assessment_revision r on r.assessment_id = a.id
)sql"};

constexpr sql::Query kCopyJudgements{"test.copy_judgements", R"sql(
insert into judgement (assessment_id, revision, area, outcome, grade_rank, reason)
select made.id, j.revision, j.area, j.outcome, j.grade_rank, j.reason
  from case_file copy
  join case_file c on c.inspection_id = copy.inspection_id and copy.number like c.number || '-%'
  join assessment a on a.case_id = c.id
  join assessment made on made.case_id = copy.id and made.assessor_type = a.assessor_type
  join judgement j on j.assessment_id = a.id
)sql"};

struct Counted {
  std::int64_t count;
  std::int64_t of;
  std::int64_t records;  ///< Behind it, one by one.
  std::string text;
};

Counted counted(EditionRoom& room, const std::string& edition) {
  sql::Snapshot snapshot = room.journal.snapshot();
  const auto explained =
      explain_figure(snapshot, room.the_operator, edition, "overall-inadequate", 1, 10'000);
  REQUIRE(explained);
  REQUIRE(explained->of);
  return {*explained->count, *explained->of, explained->explanation.shown.cut.total, explained->figure.text};
}

/// The words for readers end in the same share.
std::string share_in(const std::string& text) {
  return text.substr(text.find('('));
}

}  // namespace

TEST_CASE(
    "over a hundred times the cases, counts are a hundredfold, shares are equal, and both editions verify") {
  in_each_edition_room([](EditionRoom& room) {
    room.published();
    const Counted small = counted(room, "first-1");
    for (const sql::Query& copy : {kCopyCases, kCopyAssessments, kCopyRevisions, kCopyJudgements})
      room.write(copy);
    room.published("A hundred times as many cases.");

    const Counted large = counted(room, "first-2");
    CHECK(large.count == kTimes * small.count);
    CHECK(large.of == kTimes * small.of);
    CHECK(large.records - 1 == kTimes * (small.records - 1));  // beside the one inspection
    CHECK(share_in(large.text) == share_in(small.text));
    CHECK(large.text.starts_with(std::to_string(large.count)));  // already a multiple of five
    CHECK(room.verified("first-1").mismatches.empty());
    CHECK(room.verified("first-2").mismatches.empty());
  });
}

TEST_CASE("one judgement altered past the journal among a hundred times the cases is still found") {
  in_each_edition_room([](EditionRoom& room) {
    for (const sql::Query& copy : {kCopyCases, kCopyAssessments, kCopyRevisions, kCopyJudgements})
      room.write(copy);
    room.published();
    room.write({"test.alter_one_of_many",
                "update judgement set grade_rank = 3 where area = 'overall' and assessment_id = "
                "(select max(assessment_id) from judgement where area = 'overall' and grade_rank = 1)"});
    const Verified verified = room.verified("first-1");
    CHECK(std::ranges::count(verified.mismatches, "figure overall-inadequate", &Mismatch::what) == 1);
    CHECK(std::ranges::count(verified.mismatches, "figure inspections", &Mismatch::what) == 0);
  });
}
