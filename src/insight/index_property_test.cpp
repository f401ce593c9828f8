// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The index against SQL: after any run of commands, whoever asks and however they
// filter, every count of the index is what a plain `group by` over the tables gives;
// and an index brought up to date is the same as one read anew.

#include <doctest/doctest.h>

#include <deque>
#include <map>

#include "insight/insight_room_test.h"
#include "platform/sql/testing.h"

using namespace sightline;
using namespace sightline::insight;
using namespace sightline::insight::testing;

namespace {

/// What each question counts, by its groups' keys as text.
using Answer = std::map<std::string, Counts>;

constexpr const char* kQuestions[] = {"area", "body", "inspection", "year", "bodys-grade"};

template <class Key>
Answer answer_of(const Result<Groups<Key>>& groups, const std::function<std::string(const Key&)>& text_of) {
  REQUIRE(groups);
  Answer answer;
  for (const auto& group : *groups) answer[text_of(group.key)] = group.counts;
  return answer;
}

Answer ask(const Index& index, std::string_view question, const Filter& filter, const Visible& visible) {
  if (question == "area")
    return answer_of<AreaOfFramework>(index.by_area(filter, visible), [](const AreaOfFramework& area) {
      return std::to_string(area.framework.value()) + "." + area.key;
    });
  if (question == "body")
    return answer_of<OrganisationId>(index.by_body(filter, visible),
                                     [](OrganisationId id) { return std::to_string(id.value()); });
  if (question == "inspection")
    return answer_of<InspectionId>(index.by_inspection(filter, visible),
                                   [](InspectionId id) { return std::to_string(id.value()); });
  if (question == "year")
    return answer_of<std::optional<int>>(index.by_year(filter, visible), [](const std::optional<int>& year) {
      return year ? std::to_string(*year) : std::string();
    });
  return answer_of<std::optional<programme::Grade>>(
      index.by_bodys_grade(filter, visible), [](const std::optional<programme::Grade>& grade) {
        return grade ? std::to_string(grade->rank) : std::string();
      });
}

// Written the other way round: the last judgement of an area by a window, the dates by their own table, what
// one may see by the view.
constexpr sql::Query kGroupBy{"insight.test_group_by", R"sql(
with last_judgement as (
  select assessment_id, area, outcome, grade_rank,
         row_number() over (partition by assessment_id, area order by revision desc) as place
    from judgement
), last_dates as (
  select inspection_id, fieldwork, row_number() over (partition by inspection_id order by revision desc) as place
    from inspection_dates
), judged as (
  select f.id as framework, f.scale_key, i.id as inspection, i.body_id, i.kind, substr(d.fieldwork, 1, 4) as year,
         c.kind as case_kind, s.chosen_by, j.area, j.outcome, j.grade_rank, own.grade_rank as bodys_rank
    from last_judgement j
    join assessment a on a.id = j.assessment_id and a.assessor_type = 'inspectors' and a.state = 'agreed'
    join case_file c on c.id = a.case_id
    join case_sample s on s.id = c.sample_id
    join inspection i on i.id = c.inspection_id
    join framework_version f on f.id = i.framework_version_id
    join last_dates d on d.inspection_id = i.id and d.place = 1
    left join assessment b on b.case_id = c.id and b.assessor_type = 'body' and b.state = 'submitted'
    left join last_judgement own on own.assessment_id = b.id and own.area = j.area and own.place = 1
   where j.place = 1
     and i.programme_id = $programme
     and (cast($viewer as bigint) is null
          or exists (select 1 from inspection_permission p
                      where p.person_id = $viewer and p.inspection_id = i.id and p.permission = 'see-cases'))
     and (cast($scale as text) is null or f.scale_key = $scale)
     and (cast($kind as text) is null or i.kind = $kind)
     and (cast($body as bigint) is null or i.body_id = $body)
     and (cast($from as text) is null or substr(d.fieldwork, 1, 4) >= $from)
     and (cast($until as text) is null or substr(d.fieldwork, 1, 4) <= $until)
), named as (
  select judged.*,
         case cast($question as text)
           when 'area' then cast(framework as text) || '.' || area
           when 'body' then cast(body_id as text)
           when 'inspection' then cast(inspection as text)
           when 'year' then coalesce(year, '')
           when 'scale' then scale_key
           else coalesce(cast(bodys_rank as text), '') end as name
    from judged
   where (cast($area as text) is null or cast(framework as text) || '.' || area = $area)
     and (cast($case_kind as text) is null or case_kind = $case_kind)
     and (cast($chosen_by as text) is null or chosen_by = $chosen_by)
)
select name, outcome, grade_rank, count(*) as judgements
  from named
 group by name, outcome, grade_rank
)sql"};

std::optional<std::string> year_text(const std::optional<int>& year) {
  return year ? std::optional(std::to_string(*year)) : std::nullopt;
}

Answer ask_sql(sql::Reader& reader, std::string_view question, const Filter& filter,
               const people::Actor& actor) {
  std::optional<std::string> area;
  if (!filter.areas.empty())
    area = std::to_string(filter.areas[0].framework.value()) + "." + filter.areas[0].key;
  Answer answer;
  for (const sql::Row& row : reader.read(kGroupBy, {{"programme", filter.programme},
                                                    {"viewer", actor.person},
                                                    {"scale", filter.scale},
                                                    {"kind", filter.kind},
                                                    {"body", filter.body},
                                                    {"from", year_text(filter.from_year)},
                                                    {"until", year_text(filter.until_year)},
                                                    {"question", question},
                                                    {"area", area},
                                                    {"case_kind", filter.case_kind},
                                                    {"chosen_by", filter.chosen_by}})) {
    Counts& counts = answer[row.get<std::string>("name")];
    const int many = row.get<int>("judgements");
    const auto rank = row.get<std::optional<int>>("grade_rank");
    if (!rank) {
      (row.get<std::string>("outcome") == "not-applicable" ? counts.not_applicable
                                                           : counts.insufficient_evidence) += many;
      continue;
    }
    const auto place = static_cast<std::size_t>(*rank) - 1;
    if (counts.grades.size() <= place) counts.grades.resize(place + 1);
    counts.grades[place] += many;
  }
  return answer;
}

/// Whether inspections that pass the filter were judged on more than one scale.
bool are_mixed(sql::Reader& reader, Filter filter, const people::Actor& actor) {
  filter.areas.clear();
  filter.case_kind.reset();
  filter.chosen_by.reset();
  return ask_sql(reader, "scale", filter, actor).size() > 1;
}

/// Plays at random: inspections are planned, cases judged by either side, reopened and judged anew, dates
/// moved.
class Play {
 public:
  Play(InsightRoom& given, unsigned seed) : room_(given), random_(seed) {}

  std::size_t below(std::size_t count) { return random_() % count; }
  bool once_in(std::size_t times) { return below(times) == 0; }
  template <class List>
  const auto& one_of(const List& list) {
    return list[below(list.size())];
  }

  void step() {
    if (inspections_.empty() || (inspections_.size() < 6 && once_in(5))) return plan();
    if (once_in(6)) return room_.set_fieldwork(one_of(inspections_).planned.id, some_fieldwork());
    if (!judged_.empty() && once_in(3)) return reopen();
    judge();
  }

  Filter some_filter() {
    Filter filter{.programme = room_.programme};
    if (once_in(2)) filter.scale = once_in(2) ? "three" : "four";
    if (once_in(4)) filter.kind = some_kind();
    if (once_in(4)) filter.body = some_body();
    if (once_in(4)) filter.from_year = some_year();
    if (once_in(4)) filter.until_year = some_year();
    if (once_in(3)) filter.areas = {{once_in(2) ? room_.framework : room_.older, one_of(kAreas)}};
    if (once_in(5)) filter.case_kind = once_in(2) ? "missing" : "online";
    if (once_in(4)) filter.chosen_by = once_in(2) ? ChosenBy::Body : ChosenBy::Inspectors;
    return filter;
  }

 private:
  static constexpr std::array kAreas{"initial-contact", "custody", "overall"};

  int some_year() { return 2013 + static_cast<int>(below(4)); }
  std::string some_fieldwork() { return std::to_string(some_year()) + "-11/2018-02"; }
  people::OrganisationId some_body() { return once_in(2) ? room_.force : room_.other; }
  inspection::Kind some_kind() {
    return once_in(2) ? inspection::Kind::ChildProtectionInspection : inspection::Kind::ReInspection;
  }

  void plan() {
    const bool is_older = once_in(3);
    inspections_.push_back(
        room_.inspected("Inspection " + std::to_string(inspections_.size()), some_body(),
                        is_older ? older_framework() : assessment::testing::small_framework(),
                        is_older ? room_.older : room_.framework, some_fieldwork(), some_kind()));
  }

  std::vector<Judgement> some_judgements(const programme::Framework& framework) {
    std::vector<Judgement> judgements;
    for (const programme::Area& area : framework.areas)
      judgements.push_back(
          {area.key, one_of(assessment::outcomes_for(area, framework)), "The file shows it."});
    return judgements;
  }

  void judge() {
    const Inspected& in = one_of(inspections_);
    const bool is_bodys = once_in(2);
    const assessment::Case subject = room_.add(in, is_bodys ? in.chosen_by_body : in.chosen_by_inspectors,
                                               one_of(in.framework.case_kinds).key);
    if (is_bodys && once_in(2)) judge_for_the_body(in, subject);
    judged_.push_back(room_.agreed(in, subject, some_judgements(in.framework)));
    if (is_bodys && once_in(3)) judge_for_the_body(in, subject);  // later, or already
  }

  /// A draft stays one now and then.
  void judge_for_the_body(const Inspected& in, const assessment::Case& subject) {
    const auto at = [&](int revision) { return room_.on(in, subject, revision, AssessorType::Body); };
    if (!room_.journal.perform(room_.the_operator,
                               assessment::SaveAssessment{at(0), some_judgements(in.framework)}))
      return;
    if (!once_in(3)) REQUIRE(room_.journal.perform(room_.the_operator, assessment::SubmitAssessment{at(1)}));
  }

  /// And leaves it open, or agrees something else.
  void reopen() {
    const std::size_t place = below(judged_.size());
    const Judged judged = judged_[place];
    judged_.erase(judged_.begin() + static_cast<std::ptrdiff_t>(place));
    const Inspected& in = *judged.inspected;
    REQUIRE(room_.journal.perform(
        room_.moderator,
        assessment::ReopenAssessment{room_.on(in, judged.subject, judged.revision), "Looked at again."}));
    if (once_in(3)) return;
    std::vector<Judgement> anew = some_judgements(in.framework);
    anew.front().reason = "Read once more, at revision " + std::to_string(judged.revision) + ".";
    judged_.push_back(room_.agreed(in, judged.subject, std::move(anew), judged.revision + 1));
  }

  InsightRoom& room_;
  std::mt19937 random_;
  std::deque<Inspected> inspections_;
  std::vector<Judged> judged_;
};

/// Somebody who sees all, some of it, and nothing.
std::vector<people::Actor> askers(InsightRoom& room) {
  const people::Actor barred = room.person("barred", {{.role = people::Role::Analyst, .organisation = {}}});
  room.bar(barred, room.force);
  return {room.the_operator, room.analyst, barred, room.lead, room.stranger};
}

void check_against_sql(InsightRoom& room, Play& play, const Index& index,
                       const std::vector<people::Actor>& people) {
  sql::Snapshot snapshot = room.journal.snapshot();
  for (const people::Actor& actor : people) {
    CAPTURE(actor.name);
    const Filter filter = play.some_filter();
    const Visible visible = dashboards::visible(snapshot, actor, filter.programme);
    if (are_mixed(snapshot, filter, actor)) {
      CHECK_FALSE(index.by_area(filter, visible));
      continue;
    }
    for (const char* question : kQuestions) {
      CAPTURE(question);
      CHECK((ask(index, question, filter, visible) == ask_sql(snapshot, question, filter, actor)));
    }
  }
}

}  // namespace

TEST_CASE("both engines understand every query of insight") {
  sql::testing::check_queries(indexes::queries());
  sql::testing::check_queries(dashboards::queries());
}

TEST_CASE(
    "whatever was judged, every count of the index is what SQL counts, whoever asks and however it is "
    "filtered") {
  for (const unsigned seed : {1U, 2U, 3U}) {
    CAPTURE(seed);
    in_each_insight_room([&](InsightRoom& room) {
      Play play(room, seed);
      const std::vector<people::Actor> people = askers(room);
      Index kept(0);
      for (int round = 0; round < 8; ++round) {
        for (int step = 0; step < 6; ++step) play.step();
        sql::Snapshot snapshot = room.journal.snapshot();
        const std::int64_t entry = journal::position(snapshot);
        kept = indexes::brought_to(snapshot, entry, kept);
        const Index anew = indexes::whole(snapshot, entry);
        CHECK(kept.entry() == anew.entry());
        CHECK(kept.size() == anew.size());
        check_against_sql(room, play, anew, people);
        check_against_sql(room, play, kept, people);
      }
      CHECK(kept.size() > 20);  // or nothing was tried
    });
  }
}
