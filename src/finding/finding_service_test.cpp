// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Findings from draft to agreed, and what they rest on, with a database.

#include "finding/finding_service.h"

#include <doctest/doctest.h>

#include "finding/finding_room_test.h"
#include "finding/finding_store.h"

using namespace sightline;
using namespace sightline::finding;
using namespace sightline::finding::testing;

TEST_CASE("the queries of findings are understood by both engines") {
  sql::testing::check_queries(finding::queries());
}

TEST_CASE("findings are numbered within their inspection, and read as they were written") {
  in_each_finding_room([](FindingRoom& room) {
    const Details details{.statement = "Calls are graded late.",
                          .direction = Direction::Weakness,
                          .area = "initial-contact",
                          .theme = "late-response"};
    CHECK(room.journal.perform(room.ana, DraftFinding{room.planned.key, details})->number == 1);
    CHECK(room.drafted(room.ben).number == 2);
    const Result<FindingView> view = room.view(room.ben, 1);
    REQUIRE(view);
    CHECK(view->finding.details == details);
    CHECK(view->finding.state == State::Draft);
    CHECK(view->finding.authors == std::vector{*room.ana.person});
  });
}

TEST_CASE("a finding that says nothing, or is about an unknown area, is refused and leaves no trace") {
  in_each_finding_room([](FindingRoom& room) {
    CHECK(is_refused_for(room.journal.perform(room.ana, DraftFinding{room.planned.key, room.weakness(" ")}),
                         "statement"));
    Details details = room.weakness();
    details.area = "custody";
    CHECK(is_refused_for(room.journal.perform(room.ana, DraftFinding{room.planned.key, details}), "area"));
    CHECK(room.list(room.ana)->findings.cut.total == 0);
  });
}

TEST_CASE("a finding rests on extracts and cases of its inspection, shown with their words and their place") {
  in_each_finding_room([](FindingRoom& room) {
    const Finding drafted = room.drafted(room.ana);
    const CaseNumber subject{room.add_case(room.chosen_by_inspectors).number};
    const auto with_case = room.journal.perform(room.ana, SupportFinding{room.on(drafted), subject});
    REQUIRE(with_case);
    const auto with_both = room.journal.perform(
        room.ben, SupportFinding{room.on(*with_case), room.extract(FindingRoom::kSecond)});
    REQUIRE(with_both);
    CHECK(with_both->extracts == 1);
    CHECK(with_both->cases == 1);
    const Result<FindingView> view = room.view(room.moderator, drafted.number);
    REQUIRE(view);
    REQUIRE(view->support.items.size() == 2);
    CHECK(view->support.cut.total == 2);
    const ExtractLine& extract = std::get<ExtractLine>(view->support.items[0]);
    CHECK(extract.text == "Nobody rings back.");
    CHECK(extract.document == 1);
    CHECK(std::get<finding::CaseLine>(view->support.items[1]).number == subject.number);
    CHECK(view->finding.authors.size() == 2);
  });
}

TEST_CASE("the same support again changes nothing and is not entered in the journal") {
  in_each_finding_room([](FindingRoom& room) {
    const Finding supported = room.supported();
    const auto view = room.view(room.ana, supported.number);
    const CaseNumber subject{std::get<finding::CaseLine>(view->support.items[0]).number};
    CHECK(room.journal.perform(room.ana, SupportFinding{room.on(supported), subject})->revision ==
          supported.revision);
  });
}

TEST_CASE("what is not in the inspection, or not to be seen, is refused as support") {
  in_each_finding_room([](FindingRoom& room) {
    const Finding drafted = room.drafted(room.ana);
    CHECK(is_refused_for(room.journal.perform(room.ana, SupportFinding{room.on(drafted), CaseNumber{"0000"}}),
                         "case"));
    CHECK(is_refused_for(
        room.journal.perform(room.ana, SupportFinding{room.on(drafted), evidence::ExtractId{999}}),
        "extract"));
    CHECK(is_refused_for(room.journal.perform(room.ana, WithdrawSupport{room.on(drafted), room.extract()}),
                         "extract"));
  });
}

TEST_CASE("withdrawn support is gone from the finding and can be added again") {  // Handbook §8.19
  in_each_finding_room([](FindingRoom& room) {
    Finding finding = room.drafted(room.ana);
    const evidence::ExtractId extract = room.extract();
    finding = *room.journal.perform(room.ana, SupportFinding{room.on(finding), extract});
    finding = *room.journal.perform(room.ana, WithdrawSupport{room.on(finding), extract});
    CHECK(finding.extracts == 0);
    CHECK(room.view(room.ana, finding.number)->support.items.empty());
    finding = *room.journal.perform(room.ana, SupportFinding{room.on(finding), extract});
    CHECK(finding.revision == 4);
    CHECK(room.view(room.ana, finding.number)->support.items.size() == 1);
  });
}

TEST_CASE("a finding without support is refused when it is to be agreed") {  // Handbook §8.19
  in_each_finding_room([](FindingRoom& room) {
    const Finding drafted = room.drafted(room.ana);
    CHECK(is_refused(room.journal.perform(room.moderator, AgreeFinding{room.on(drafted)}),
                     Refusal::Kind::WrongState));
    CHECK(room.agreed().state == State::Agreed);
  });
}

TEST_CASE("whoever rested a finding on evidence is refused when they would agree it") {  // Handbook §8.21
  in_each_finding_room([](FindingRoom& room) {
    const people::Actor both =
        room.person("both", {{people::Role::Moderator, std::nullopt}, {people::Role::Analyst, std::nullopt}});
    const auto finding =
        room.journal.perform(both, SupportFinding{room.on(room.drafted(room.ana)), room.extract()});
    REQUIRE(finding);
    CHECK(
        is_refused(room.journal.perform(both, AgreeFinding{room.on(*finding)}), Refusal::Kind::NotPermitted));
    CHECK(room.journal.perform(room.moderator, AgreeFinding{room.on(*finding)}));
  });
}

TEST_CASE("a returned finding stays a draft, and its author reads why") {
  in_each_finding_room([](FindingRoom& room) {
    const Finding supported = room.supported();
    const auto returned =
        room.journal.perform(room.moderator, ReturnFinding{room.on(supported), "Name the control room."});
    REQUIRE(returned);
    CHECK(returned->state == State::Draft);
    const auto view = room.view(room.ana, supported.number);
    CHECK(view->history.front().reason == "Name the control room.");
    CHECK(view->history.front().person == "moderator");
  });
}

TEST_CASE("a reopened finding keeps the words it was agreed with in its history") {  // Handbook §8.22
  in_each_finding_room([](FindingRoom& room) {
    Finding finding = room.agreed();
    CHECK(is_refused(room.journal.perform(room.ana, ReviseFinding{room.on(finding), room.weakness("New.")}),
                     Refusal::Kind::WrongState));
    finding = *room.journal.perform(room.moderator, ReopenFinding{room.on(finding), "A case was regraded."});
    finding = *room.journal.perform(room.ana, ReviseFinding{room.on(finding), room.weakness("New words.")});
    const auto view = room.view(room.ana, finding.number);
    CHECK(view->finding.details.statement == "New words.");
    REQUIRE(view->history.size() == 5);
    CHECK(view->history[2].action == Action::Agree);
    CHECK(view->history[2].details.statement == "Calls wait too long.");
  });
}

TEST_CASE("the history of a finding goes back to its first draft, a page at a time") {
  in_each_finding_room([](FindingRoom& room) {
    Finding finding = room.drafted(room.ana, "First words.");
    for (int count = 0; count < kStepsOnAPage; ++count)
      finding = *room.journal.perform(
          room.ana, ReviseFinding{room.on(finding), room.weakness("Words " + std::to_string(count))});
    CHECK(room.view(room.ana, finding.number)->history.size() == kStepsOnAPage);
    sql::Snapshot snapshot = room.journal.snapshot();
    const auto history = [&](const people::Actor& actor, std::int64_t page) {
      return finding_history(snapshot, actor, room.planned.key, finding.number, page);
    };
    CHECK(history(room.ana, 1)->steps.items.size() == kStepsOnAPage);
    const auto earliest = history(room.ana, 2);
    REQUIRE(earliest->steps.items.size() == 1);
    CHECK(earliest->steps.items.front().details.statement == "First words.");
    CHECK(is_refused(history(room.stranger, 1), Refusal::Kind::NotFound));
  });
}

TEST_CASE("whoever merely reads agreed findings is refused the history of one") {
  in_each_finding_room([](FindingRoom& room) {
    const Finding agreed = room.agreed();
    sql::Snapshot snapshot = room.journal.snapshot();
    CHECK(is_refused(finding_history(snapshot, room.editor, room.planned.key, agreed.number, 1),
                     Refusal::Kind::NotFound));
  });
}

TEST_CASE("a revision of a finding against an overtaken one is refused as a conflict and loses no text") {
  in_each_finding_room([](FindingRoom& room) {
    const Finding before = room.drafted(room.ana);
    REQUIRE(room.journal.perform(room.ana, ReviseFinding{room.on(before), room.weakness("Ana's words.")}));
    CHECK(is_refused(room.journal.perform(room.ben, ReviseFinding{room.on(before), room.weakness("Ben's.")}),
                     Refusal::Kind::Conflict));
    CHECK(room.view(room.ben, before.number)->finding.details.statement == "Ana's words.");
  });
}

TEST_CASE("nothing is found before fieldwork, and findings stand still once the inspection is published") {
  sql::testing::on_each_engine([](sql::Database& database) {  // Handbook §8.23
    assessment::testing::CaseRoom early(database);
    CHECK(
        is_refused(early.journal.perform(early.ana, DraftFinding{early.planned.key, FindingRoom::weakness()}),
                   Refusal::Kind::WrongState));
  });
  in_each_finding_room([](FindingRoom& room) {
    const Finding finding = room.agreed();
    room.bring_to(inspection::Stage::Published);
    CHECK(is_refused(room.journal.perform(room.moderator, ReopenFinding{room.on(finding), "Late news."}),
                     Refusal::Kind::WrongState));
    CHECK(room.view(room.moderator, finding.number)->actions.empty());
    CHECK(room.view(room.moderator, finding.number)->standstill);
  });
}

TEST_CASE("an editor sees agreed findings, without what they rest on and what was said before") {
  in_each_finding_room([](FindingRoom& room) {  // Handbook §2.8
    const Finding draft = room.drafted(room.ana);
    const Finding agreed = room.agreed();
    CHECK(is_refused(room.view(room.editor, draft.number), Refusal::Kind::NotFound));
    const auto view = room.view(room.editor, agreed.number);
    REQUIRE(view);
    CHECK(view->support.items.empty());
    CHECK(view->history.empty());
    CHECK(room.list(room.editor)->findings.cut.total == 1);
    CHECK(room.list(room.ana)->findings.cut.total == 2);
  });
}

TEST_CASE("the findings of an inspection come a page at a time, and a page past the end is the last") {
  in_each_finding_room([](FindingRoom& room) {
    for (int number = 1; number <= kFindingsOnAPage + 1; ++number) room.drafted(room.ana);
    CHECK(room.list(room.ana)->findings.items.size() == kFindingsOnAPage);
    const auto last = room.list(room.ana, 9);
    REQUIRE(last->findings.items.size() == 1);
    CHECK(last->findings.items.front().number == kFindingsOnAPage + 1);
    CHECK(last->findings.cut.number == 2);
  });
}

TEST_CASE("the extracts that a finding could rest on are those of its inspection that it does not rest on") {
  in_each_finding_room([](FindingRoom& room) {
    const Finding drafted = room.drafted(room.ana);
    const evidence::ExtractId first = room.extract();
    const evidence::ExtractId second = room.extract(FindingRoom::kSecond);
    REQUIRE(room.journal.perform(room.ana, SupportFinding{room.on(drafted), first}));
    sql::Snapshot snapshot = room.journal.snapshot();
    const auto choice = extract_choice(snapshot, room.ana, room.planned.key, drafted.number, 1);
    REQUIRE(choice);
    REQUIRE(choice->extracts.items.size() == 1);
    CHECK(choice->extracts.items.front().id == second);
    CHECK(is_refused(extract_choice(snapshot, room.moderator, room.planned.key, drafted.number, 1),
                     Refusal::Kind::NotPermitted));
  });
}
