// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "insight/insight_service.h"

#include <doctest/doctest.h>

#include "insight/insight_room_test.h"

using namespace sightline;
using namespace sightline::insight;
using namespace sightline::insight::testing;

namespace {

std::int64_t position(InsightRoom& room) {
  sql::Snapshot snapshot = room.journal.snapshot();
  return journal::position(snapshot);
}

/// So many entries that are about no case.
void let_entries_pass(InsightRoom& room, std::int64_t many) {
  for (std::int64_t i = 0; i < many; ++i) room.organisation("body-" + std::to_string(position(room)));
}

int cases_counted(const Dashboard& dashboard) {
  return dashboard.counted ? dashboard.counted->areas.at(0).counts.all() : 0;
}

}  // namespace

TEST_CASE(
    "a judgement is counted as soon as it is agreed, and no more once it is reopened") {  // Handbook §4.24
  in_each_insight_room([](InsightRoom& room) {
    const Inspected in =
        room.inspected("First", room.force, assessment::testing::small_framework(), room.framework);
    const assessment::Case subject = room.add(in, in.chosen_by_inspectors);
    CHECK(cases_counted(*room.shown(room.analyst)) == 0);
    const Judged judged = room.agreed(in, subject, InsightRoom::all_areas(in, 1));
    const auto shown = room.shown(room.analyst);
    CHECK(cases_counted(*shown) == 1);
    CHECK(shown->entry == position(room));
    CHECK(shown->behind == 0);
    REQUIRE(room.journal.perform(
        room.moderator, assessment::ReopenAssessment{room.on(in, subject, judged.revision), "Once more."}));
    CHECK(cases_counted(*room.shown(room.analyst)) == 0);
  });
}

TEST_CASE(
    "an index far behind answers as of its own entry, says how far, and is caught up behind the scenes") {
  in_each_insight_room([](InsightRoom& room) {
    const Inspected in =
        room.inspected("First", room.force, assessment::testing::small_framework(), room.framework);
    const std::int64_t first = room.shown(room.analyst)->entry;
    room.agreed(in, room.add(in, in.chosen_by_inspectors), InsightRoom::all_areas(in, 1));
    let_entries_pass(room, Insight::kAtOnce);
    const auto former = room.shown(room.analyst);
    CHECK(former->entry == first);
    CHECK(former->behind == position(room) - first);
    CHECK(cases_counted(*former) == 0);
    room.insight.wait();
    const auto caught_up = room.shown(room.analyst);
    CHECK(caught_up->entry == position(room));
    CHECK(caught_up->behind == 0);
    CHECK(cases_counted(*caught_up) == 1);
  });
}

TEST_CASE("while several scales are left nothing is counted; a scale or a filter that leaves one is enough") {
  in_each_insight_room([](InsightRoom& room) {  // Handbook §3.7
    const Inspected newer = room.inspected("Newer", room.force, assessment::testing::small_framework(),
                                           room.framework, "2016-03");
    const Inspected older = room.inspected("Older", room.other, older_framework(), room.older, "2014-03");
    room.agreed(newer, room.add(newer, newer.chosen_by_body), InsightRoom::all_areas(newer, 1));
    room.agreed(older, room.add(older, older.chosen_by_body), InsightRoom::all_areas(older, 4));
    const auto both = room.shown(room.analyst);
    CHECK(both->scales_left.size() == 2);
    CHECK_FALSE(both->counted);
    CHECK(both->choices.scales.size() == 2);
    CHECK(both->choices.years == std::vector{2014, 2016});
    const auto four = room.shown(room.analyst, {.scale = "four"});
    REQUIRE(four->counted);
    CHECK(four->counted->scale.key == "four");
    CHECK(four->counted->areas.size() == 3);
    CHECK(four->counted->standard == programme::Grade{4});
    CHECK(room.shown(room.analyst, {.from_year = 2015})->counted->scale.key == "three");
    CHECK(room.shown(room.analyst, {.until_year = 2013})->scales_left.size() == 0);
    CHECK(room.shown(room.analyst, {.scale = "no such scale"})->scales_left.size() == 2);
  });
}

TEST_CASE(
    "cases are counted by body over the case as a whole, by inspection of a body, and a page at a time") {
  in_each_insight_room([](InsightRoom& room) {  // Handbook §4.9
    std::vector<Inspected> all;
    all.reserve(kLinesOnAPage + 2);
    for (int i = 0; i < kLinesOnAPage + 1; ++i)
      all.push_back(room.inspected("Inspection " + std::to_string(i), room.force,
                                   assessment::testing::small_framework(), room.framework));
    all.push_back(
        room.inspected("Of the other", room.other, assessment::testing::small_framework(), room.framework));
    for (const Inspected& in : all)
      room.agreed(in, room.add(in, in.chosen_by_body), InsightRoom::all_areas(in, 1));
    const auto shown = room.shown(room.analyst);
    const auto& bodies = std::get<Page<BodyLine>>(shown->counted->lines);
    REQUIRE(bodies.items.size() == 2);
    CHECK(bodies.items[0].name == "Organisation invented-force");
    CHECK(bodies.items[0].counts == Counts{.grades = {kLinesOnAPage + 1}});  // a case counts once
    const auto second = room.shown(room.analyst, {.body = room.force}, 2);
    const auto& inspections = std::get<Page<InspectionLine>>(second->counted->lines);
    CHECK(inspections.cut.pages == 2);
    CHECK(inspections.items.size() == 1);
    CHECK(second->body_name == "Organisation invented-force");
  });
}
