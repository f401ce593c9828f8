// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// SQL is asked
// for no more than what a reader counts on the page: grades by area, and grades of the
// overall area by inspection; names, choices and markup are the index's side alone.

#include "insight.h"

#include <chrono>
#include <map>
#include <stdexcept>

#include "insight/dashboard_service.h"
#include "office.h"

namespace sightline::bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kCases = 55'556;  // of nine areas each
constexpr int kQuestions = 20;  // in a round

// What both queries count.
constexpr sql::Query kByArea{"bench.by_area", R"sql(
select j.area as name, j.grade_rank, count(*) as cases
  from inspection_now i
  join case_file c on c.inspection_id = i.id
  join assessment a on a.case_id = c.id and a.assessor_type = 'inspectors' and a.state = 'agreed'
  join judgement j
    on j.assessment_id = a.id
   and j.revision = (select max(revision) from judgement where assessment_id = a.id and area = j.area)
 where i.id in (select inspection_id from inspection_permission where person_id = $viewer and permission = 'see-cases')
   and (cast($kind as text) is null or i.kind = $kind)
 group by j.area, j.grade_rank
)sql"};

constexpr sql::Query kByBody{"bench.by_body", R"sql(
select i.body_id as name, j.grade_rank, count(*) as cases
  from inspection_now i
  join area on area.framework_version_id = i.framework_version_id and area.is_overall = 1
  join case_file c on c.inspection_id = i.id
  join assessment a on a.case_id = c.id and a.assessor_type = 'inspectors' and a.state = 'agreed'
  join judgement j
    on j.assessment_id = a.id
   and j.area = area.key
   and j.revision = (select max(revision) from judgement where assessment_id = a.id and area = j.area)
 where i.id in (select inspection_id from inspection_permission where person_id = $viewer and permission = 'see-cases')
   and (cast($kind as text) is null or i.kind = $kind)
 group by i.body_id, j.grade_rank
)sql"};

int counted_by_sql(journal::Journal& journal, const people::Actor& actor, const insight::Wish& wish) {
  sql::Snapshot snapshot = journal.snapshot();
  int judgements = 0;
  for (const sql::Row& row : snapshot.read(kByArea, {{"viewer", actor.person}, {"kind", wish.kind}}))
    judgements += row.get<int>("cases");
  snapshot.read(kByBody, {{"viewer", actor.person}, {"kind", wish.kind}});
  return judgements;
}

int counted_by_index(journal::Journal& journal, insight::Insight& index, const people::Actor& actor,
                     const insight::Wish& wish) {
  sql::Snapshot snapshot = journal.snapshot();
  const insight::Dashboard shown = granted(insight::dashboard(snapshot, index, actor, "invented", wish, 1));
  int judgements = 0;
  if (shown.counted)
    for (const insight::AreaLine& line : shown.counted->areas) judgements += line.counts.all();
  return judgements;
}

/// Milliseconds for one question.
template <class Ask>
double timed(const std::vector<insight::Wish>& wishes, int& judgements, Ask ask) {
  const auto begin = Clock::now();
  for (const insight::Wish& wish : wishes) judgements += ask(wish);
  const std::chrono::duration<double, std::milli> lasted = Clock::now() - begin;
  return lasted.count() / static_cast<double>(wishes.size());
}

}  // namespace

Figure dashboard_from_index(const std::filesystem::path& workplace, int rounds) {
  const std::filesystem::path file = workplace / "insight.db";
  const Office office = make_office(file);
  sql::Database database(file.string(), {.durability = sql::Durability::LostWithoutPower});
  add_agreed_cases(database, kCases);
  const clock::SystemClock clock;
  journal::Journal journal(database, clock);
  insight::Insight index(journal);
  const people::Actor& actor = office.inspectors.front();  // on the team of every inspection
  std::vector<insight::Wish> wishes;
  for (int i = 0; i < kQuestions; ++i)
    wishes.push_back(i % 2 == 0 ? insight::Wish{}
                                : insight::Wish{.kind = inspection::Kind::ChildProtectionInspection});

  const auto begin = Clock::now();
  const int all = counted_by_index(journal, index, actor, {});
  const std::chrono::duration<double> first = Clock::now() - begin;
  Figure figure{
      .name = "dashboard, SQL / index",
      .unit = "x",
      .limit = {Sense::AtLeast, 100},
      .rounds = {},
      .remarks = {readable(all) + " judgements; the index was read in " + readable(first.count()) + " s"},
      .details = {{"judgements", all}, {"seconds_to_read", first.count()}}};
  json::Array paces;
  for (int i = 0; i < rounds; ++i) {
    int by_index = 0, by_sql = 0;
    const double ours = timed(wishes, by_index, [&](const insight::Wish& wish) {
      return counted_by_index(journal, index, actor, wish);
    });
    const double theirs = timed({wishes[0], wishes[1]}, by_sql, [&](const insight::Wish& wish) {
      return counted_by_sql(journal, actor, wish);
    });
    if (by_index != by_sql * kQuestions / 2) throw std::runtime_error("index and SQL count differently");
    figure.rounds.push_back(theirs / ours);
    figure.remarks.push_back("index " + readable(ours) + " ms a dashboard, SQL " + readable(theirs) + " ms");
    paces.emplace_back(json::Object{{"index_ms", ours}, {"sql_ms", theirs}});
  }
  figure.details = {{"judgements", all}, {"seconds_to_read", first.count()}, {"rounds", std::move(paces)}};
  return figure;
}

}  // namespace sightline::bench
