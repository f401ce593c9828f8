// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Samples, cases, and the lists people work from, on both engines.

#include "assessment/case_service.h"

#include <doctest/doctest.h>

#include <set>

#include "assessment/case_room_test.h"
#include "assessment/case_store.h"

using namespace sightline;
using namespace sightline::assessment;
using namespace sightline::assessment::testing;

TEST_CASE("a case gets a four-digit number of its own that tells nothing of the order it came in") {
  // Handbook §4.2
  in_each_room([](CaseRoom& room) {
    std::vector<int> numbers;
    for (int i = 0; i < 12; ++i)
      numbers.push_back(std::stoi(room.add_case(room.chosen_by_inspectors).number));
    CHECK(std::set(numbers.begin(), numbers.end()).size() == numbers.size());
    CHECK(std::ranges::all_of(numbers, [](int number) { return number >= 1000 && number <= 9999; }));
    CHECK_FALSE(std::ranges::is_sorted(numbers));
  });
}

TEST_CASE("a sample of a name the inspection has already is refused") {
  in_each_room([](CaseRoom& room) {
    CHECK(is_refused_for(
        room.journal.perform(room.lead,
                             DrawSample{room.planned.id, by_hand(" Chosen by the force ", ChosenBy::Body)}),
        "sample"));
    CHECK(is_refused_for(
        room.journal.perform(room.lead, DrawSample{room.planned.id, by_hand(" ", ChosenBy::Body)}),
        "sample"));
  });
}

TEST_CASE("drawing samples and adding cases is refused to all but the lead inspector") {
  in_each_room([](CaseRoom& room) {
    for (const people::Actor& actor : {room.ana, room.moderator, room.auditor}) {
      CHECK(is_refused(
          room.journal.perform(actor, DrawSample{room.planned.id, by_hand("Mine", ChosenBy::Inspectors)}),
          Refusal::Kind::NotPermitted));
      CHECK(is_refused(room.journal.perform(actor, AddCase{room.planned.id, room.chosen_by_body, "missing"}),
                       Refusal::Kind::NotPermitted));
    }
    CHECK(is_refused(
        room.journal.perform(room.stranger, AddCase{room.planned.id, room.chosen_by_body, "missing"}),
        Refusal::Kind::NotFound));
  });
}

TEST_CASE("a kind of case that the framework does not know is refused") {
  in_each_room([](CaseRoom& room) {
    CHECK(is_refused_for(
        room.journal.perform(room.lead, AddCase{room.planned.id, room.chosen_by_body, "file 12345"}),
        "kind"));
  });
}

TEST_CASE("a case is assigned to somebody on the team, and assigning to anybody else is refused") {
  in_each_room([](CaseRoom& room) {
    const Case subject = room.add_case(room.chosen_by_inspectors);
    const auto assign = [&](const people::Actor& by, const people::Actor& to) {
      return room.journal.perform(by, AssignCase{room.planned.key, subject.number, to.person});
    };
    CHECK(assign(room.lead, room.ana)->assigned_to == room.ana.person);
    CHECK(is_refused_for(assign(room.lead, room.stranger), "assigned_to"));
    CHECK(is_refused_for(assign(room.lead, room.auditor), "assigned_to"));
    CHECK(is_refused(assign(room.ana, room.ben), Refusal::Kind::NotPermitted));
    CHECK(is_refused(assign(room.stranger, room.ana), Refusal::Kind::NotFound));
    CHECK_FALSE(room.journal.perform(room.lead, AssignCase{room.planned.key, subject.number, std::nullopt})
                    ->assigned_to);
  });
}

TEST_CASE("a sample tells how it was drawn, from how long a list, by whom and when") {  // Handbook §4.3
  in_each_room([](CaseRoom& room) {
    const Drawing by_lot{.method = Method::AtRandom,
                         .list = " Missing-child reports, October 2026 ",
                         .list_length = 212,
                         .repeated_by = "seed 20261123"};
    REQUIRE(room.journal.perform(
        room.lead, DrawSample{room.planned.id, {"Missing children", ChosenBy::Inspectors, by_lot}}));
    sql::Snapshot snapshot = room.journal.snapshot();
    const std::vector<DrawnSample> samples = samples_of(snapshot, room.lead, room.planned.id);
    REQUIRE(samples.size() == 3);
    const DrawnSample& drawn = samples[2];
    REQUIRE(drawn.drawing);
    CHECK(drawn.sample.name == "Missing children");
    CHECK(drawn.drawing->method == Method::AtRandom);
    CHECK(drawn.drawing->list == "Missing-child reports, October 2026");
    CHECK(drawn.drawing->list_length == 212);
    CHECK(drawn.drawing->repeated_by == "seed 20261123");
    CHECK(drawn.drawn_by == "lead");
    CHECK(drawn.drawn_at == room.clock.now());
    CHECK(drawn.cases == 0);
    CHECK(samples[0].drawn_by == "The operator");
  });
}

TEST_CASE("a sample that nobody could draw again, or without its list, is refused beside each field") {
  // Handbook §4.3
  in_each_room([](CaseRoom& room) {
    const auto draw = [&](const Drawing& drawing) {
      return room.journal.perform(room.lead,
                                  DrawSample{room.planned.id, {"One", ChosenBy::Inspectors, drawing}});
    };
    for (const Method method : {Method::AtRandom, Method::AtIntervals}) {
      const auto refused = draw({.method = method});
      CHECK(is_refused_for(refused, "list"));
      CHECK(is_refused_for(refused, "list_length"));
      CHECK(is_refused_for(refused, "repeated_by"));
    }
    CHECK(is_refused_for(draw({.method = Method::ByKind, .list = "All cases"}), "list_length"));
    CHECK(is_refused_for(draw({.list = "All cases", .list_length = 0}), "list_length"));
    CHECK(is_refused_for(draw({.list = std::string(201, 'x')}), "list"));
    CHECK(draw({.method = Method::ByKind, .list = "All cases", .list_length = 40}));
  });
}

TEST_CASE("the samples of an inspection are none to whoever does not see its cases") {  // Handbook §2.7
  in_each_room([](CaseRoom& room) {
    sql::Snapshot snapshot = room.journal.snapshot();
    for (const people::Actor& actor : {room.lead, room.ana, room.moderator, room.analyst})
      CHECK(samples_of(snapshot, actor, room.planned.id).size() == 2);
    for (const people::Actor& actor : {room.auditor, room.stranger})
      CHECK(samples_of(snapshot, actor, room.planned.id).empty());
  });
}

TEST_CASE("who has had a case stays known, and is told to whoever manages the team") {  // Handbook §4.30
  in_each_room([](CaseRoom& room) {
    const Case subject = room.add_case(room.chosen_by_inspectors);
    const auto give = [&](const people::Actor& by, std::optional<people::PersonId> to) {
      REQUIRE(room.journal.perform(by, AssignCase{room.planned.key, subject.number, to}));
      room.clock.advance(std::chrono::hours(1));
    };
    CHECK(room.view(room.lead, subject)->assignments.empty());
    give(room.lead, room.ana.person);
    give(room.lead, room.ana.person);
    give(room.lead, std::nullopt);
    give(room.the_operator, room.ben.person);
    const std::vector<Assignment> known = room.view(room.lead, subject)->assignments;
    REQUIRE(known.size() == 3);
    CHECK(known[0].to == "ben");
    CHECK(known[0].by == "The operator");
    CHECK_FALSE(known[1].to);
    CHECK(known[2].to == "ana");
    CHECK(known[2].by == "lead");
    CHECK(known[2].from < known[1].from);
    for (const people::Actor& actor : {room.ana, room.moderator, room.analyst})
      CHECK(room.view(actor, subject)->assignments.empty());
  });
}

TEST_CASE("my work lists what is assigned to me, and what came back comes first") {
  in_each_room([](CaseRoom& room) {
    const Case drafted = room.add_case(room.chosen_by_inspectors),
               back = room.add_case(room.chosen_by_inspectors);
    for (const Case& subject : {drafted, back})
      REQUIRE(room.journal.perform(room.lead, AssignCase{room.planned.key, subject.number, room.ana.person}));
    REQUIRE(room.journal.perform(room.ana, SaveAssessment{room.at(drafted, 0), CaseRoom::judged(3)}));
    room.submitted(back, room.ana);
    REQUIRE(room.journal.perform(room.moderator, ReturnAssessment{room.at(back, 2), "Once more."}));

    sql::Snapshot snapshot = room.journal.snapshot();
    const Page<CaseLine> mine = assigned_cases(snapshot, room.ana, 1);
    REQUIRE(mine.items.size() == 2);
    CHECK(mine.items[0].number == back.number);
    CHECK(mine.items[0].state == State::Returned);
    CHECK(assigned_cases(snapshot, room.ben, 1).cut.total == 0);
  });
}

TEST_CASE("the moderation list holds what waits, longest first, and only for moderators") {
  in_each_room([](CaseRoom& room) {
    const Case first = room.add_case(room.chosen_by_inspectors),
               second = room.add_case(room.chosen_by_inspectors);
    room.submitted(second, room.ana);
    room.clock.advance(std::chrono::minutes(1));
    room.submitted(first, room.ben);
    sql::Snapshot snapshot = room.journal.snapshot();
    const Page<CaseLine> waiting = waiting_for_moderation(snapshot, room.moderator, 1);
    REQUIRE(waiting.items.size() == 2);
    CHECK(waiting.items[0].number == second.number);
    for (const people::Actor& actor : {room.ana, room.lead, room.auditor, room.analyst, room.stranger})
      CHECK(waiting_for_moderation(snapshot, actor, 1).cut.total == 0);
  });
}

TEST_CASE("lists come a page at a time with an exact total, and a page too far is the last one") {
  in_each_room([](CaseRoom& room) {
    for (int i = 0; i < kCasesOnAPage + 3; ++i) room.add_case(room.chosen_by_inspectors);
    sql::Snapshot snapshot = room.journal.snapshot();
    const auto page = [&](std::int64_t wanted) {
      return cases_of(snapshot, room.ana, room.planned.key, wanted)->cases;
    };
    CHECK(page(1).items.size() == kCasesOnAPage);
    CHECK(page(2).items.size() == 3);
    CHECK(page(99).items.size() == 3);
    CHECK(page(99).cut.number == 2);
    CHECK(page(1).cut.total == kCasesOnAPage + 3);
  });
}

TEST_CASE("a list shows each person only what concerns them") {
  in_each_room([](CaseRoom& room) {
    room.add_case(room.chosen_by_inspectors);
    const Case theirs = room.add_case(room.chosen_by_body);
    sql::Snapshot snapshot = room.journal.snapshot();
    CHECK(cases_of(snapshot, room.ana, room.planned.key, 1)->cases.cut.total == 2);
    CHECK(cases_of(snapshot, room.auditor, room.planned.key, 1)->cases.cut.total == 1);
    CHECK(is_refused(cases_of(snapshot, room.stranger, room.planned.key, 1), Refusal::Kind::NotFound));
    CHECK(is_refused(cases_of(snapshot, room.ana, "no-such-inspection", 1), Refusal::Kind::NotFound));
    // Also to whoever asks for the side they do not work for.
    const auto total = [&](const people::Actor& actor, AssessorType side) {
      return assessment::cases::of_inspection(snapshot, actor, room.planned.id, side, 1).cut.total;
    };
    CHECK(total(room.auditor, AssessorType::Inspectors) == 0);
    CHECK(total(room.stranger, AssessorType::Inspectors) == 0);
    CHECK(total(room.ana, AssessorType::Body) == 0);
    CHECK(own_cases(snapshot, room.auditor, 1).items.at(0).number == theirs.number);
  });
}

TEST_CASE("every query about cases is understood by both engines") {
  sql::testing::check_queries(assessment::cases::queries());
}
