// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The register of recommendations, with a database.

#include "recommendation/recommendation_service.h"

#include <doctest/doctest.h>

#include "recommendation/recommendation_room_test.h"
#include "recommendation/recommendation_store.h"

using namespace sightline;
using namespace sightline::recommendation;
using namespace sightline::recommendation::testing;

TEST_CASE("the queries of recommendations are understood by both engines") {
  sql::testing::check_queries(recommendation::queries());
}

TEST_CASE("recommendations are numbered within their programme, whoever makes them") {
  in_each_recommendation_room([](RecommendationRoom& room) {
    CHECK(room.drafted().number == 1);
    const auto local = room.journal.perform(
        room.ana, DraftRecommendation{"invented", room.asking("Mend the rota."), room.planned.key});
    REQUIRE(local);
    CHECK(local->number == 2);
    const auto view = room.view(room.ana, *local);
    REQUIRE(view);
    CHECK(view->recommendation.details == room.asking("Mend the rota."));
    CHECK(view->made_in->key == room.planned.key);
  });
}

TEST_CASE("a recommendation that asks nothing is refused and leaves no trace") {
  in_each_recommendation_room([](RecommendationRoom& room) {
    CHECK(is_refused_for(
        room.journal.perform(room.analyst, DraftRecommendation{"invented", room.asking(" ")}), "text"));
    CHECK(is_refused(room.journal.perform(room.analyst, DraftRecommendation{"unknown", room.asking()}),
                     Refusal::Kind::NotFound));
    CHECK(room.lines(room.analyst).cut.total == 0);
  });
}

TEST_CASE("a recommendation has one or several addressees, of any kind, and one can be taken away again") {
  in_each_recommendation_room([](RecommendationRoom& room) {  // Handbook §8.25
    Recommendation asked = room.drafted();
    const people::OrganisationId office =
        room.organisation("another-office", people::OrganisationKind::Government);
    asked = *room.journal.perform(room.analyst, AddressTo{room.on(asked), room.force});
    asked = *room.journal.perform(room.analyst, AddressTo{room.on(asked), office});
    REQUIRE(room.view(room.analyst, asked)->addressees.size() == 2);
    CHECK(room.view(room.analyst, asked)->addressees.front().name == "Organisation another-office");
    asked = *room.journal.perform(room.analyst, StopAddressing{room.on(asked), office});
    CHECK(room.view(room.analyst, asked)->addressees.size() == 1);
    CHECK(is_refused_for(room.journal.perform(room.analyst, StopAddressing{room.on(asked), office}),
                         "addressee"));
  });
}

TEST_CASE("a recommendation of an invented programme is refused for a real organisation") {  // Handbook §9.11
  in_each_recommendation_room([](RecommendationRoom& room) {
    const auto real = room.journal.perform(
        room.the_operator, people::AddOrganisation{{.key = "a-real-office",
                                                    .name = "A real office",
                                                    .kind = people::OrganisationKind::Government,
                                                    .reality = people::Reality::Real,
                                                    .source = "public record"}});
    REQUIRE(real);
    const Recommendation asked = room.drafted();
    CHECK(is_refused_for(room.journal.perform(room.analyst, AddressTo{room.on(asked), *real}), "addressee"));
    const auto view = room.view(room.analyst, asked);
    for (const people::Organisation& each : view->could_address)
      CHECK(each.reality == people::Reality::Invented);
  });
}

TEST_CASE("a recommendation rests on findings of its programme, and one can be taken away again") {
  in_each_recommendation_room([](RecommendationRoom& room) {
    Recommendation asked = room.drafted();
    const finding::Finding agreed = room.agreed();
    asked = *room.journal.perform(room.analyst, RestOn{room.on(asked), room.planned.key, agreed.number});
    CHECK(asked.agreed_findings == 1);
    REQUIRE(room.view(room.analyst, asked)->findings.items.size() == 1);
    CHECK(room.view(room.analyst, asked)->findings.items.front().statement == "Calls wait too long.");
    CHECK(is_refused_for(room.journal.perform(room.analyst, RestOn{room.on(asked), room.planned.key, 99}),
                         "finding"));
    asked =
        *room.journal.perform(room.analyst, StopRestingOn{room.on(asked), room.planned.key, agreed.number});
    CHECK(asked.findings == 0);
    CHECK(is_refused_for(
        room.journal.perform(room.analyst, StopRestingOn{room.on(asked), room.planned.key, agreed.number}),
        "finding"));
  });
}

TEST_CASE(
    "a recommendation without addressee, or without agreed finding, is refused when it is to be settled") {
  in_each_recommendation_room([](RecommendationRoom& room) {  // Handbook §8.25
    Recommendation asked = room.drafted();
    const auto settle = [&] {
      return room.journal.perform(room.moderator, SettleRecommendation{room.on(asked)});
    };
    CHECK(is_refused(settle(), Refusal::Kind::WrongState));
    asked = *room.journal.perform(room.analyst, AddressTo{room.on(asked), room.force});
    asked = *room.journal.perform(room.analyst,
                                  RestOn{room.on(asked), room.planned.key, room.supported().number});
    CHECK(is_refused(settle(), Refusal::Kind::WrongState));
    asked =
        *room.journal.perform(room.analyst, RestOn{room.on(asked), room.planned.key, room.agreed().number});
    CHECK(settle()->state == State::Settled);
  });
}

TEST_CASE("a settled recommendation keeps its words until it is reopened with a reason") {  // Handbook §8.26
  in_each_recommendation_room([](RecommendationRoom& room) {
    Recommendation asked = room.settled();
    CHECK(is_refused(
        room.journal.perform(room.analyst, ReviseRecommendation{room.on(asked), room.asking("Other words.")}),
        Refusal::Kind::WrongState));
    CHECK(is_refused_for(room.journal.perform(room.moderator, ReopenRecommendation{room.on(asked), ""}),
                         "reason"));
    asked = *room.journal.perform(room.moderator, ReopenRecommendation{room.on(asked), "Too vague."});
    asked = *room.journal.perform(room.analyst,
                                  ReviseRecommendation{room.on(asked), room.asking("Other words.")});
    const auto view = room.view(room.analyst, asked);
    CHECK(view->recommendation.details.text == "Other words.");
    CHECK(view->history[1].reason == "Too vague.");
    CHECK(view->history[2].details == room.asking());
  });
}

TEST_CASE("the history of a recommendation goes back to its first draft, a page at a time") {
  in_each_recommendation_room([](RecommendationRoom& room) {
    const Recommendation first = room.drafted();
    Recommendation revised = first;
    for (int count = 0; count < kStepsOnAPage; ++count)
      revised = *room.journal.perform(
          room.analyst,
          ReviseRecommendation{room.on(revised), room.asking("Words " + std::to_string(count))});
    CHECK(room.view(room.analyst, revised)->history.size() == kStepsOnAPage);
    sql::Snapshot snapshot = room.journal.snapshot();
    const auto earliest = recommendation_history(snapshot, room.analyst, "invented", key_of(first.number), 2);
    REQUIRE(earliest->steps.items.size() == 1);
    CHECK(earliest->steps.items.front().details == first.details);
    CHECK(is_refused(recommendation_history(snapshot, room.editor, "invented", key_of(first.number), 1),
                     Refusal::Kind::NotFound));
  });
}

TEST_CASE("a change to a recommendation against an overtaken revision is refused as a conflict") {
  in_each_recommendation_room([](RecommendationRoom& room) {
    const Recommendation before = room.drafted();
    REQUIRE(room.journal.perform(room.analyst,
                                 ReviseRecommendation{room.on(before), room.asking("First words.")}));
    CHECK(is_refused(
        room.journal.perform(room.analyst, ReviseRecommendation{room.on(before), room.asking("Late words.")}),
        Refusal::Kind::Conflict));
    CHECK(room.view(room.analyst, before)->recommendation.details.text == "First words.");
  });
}

TEST_CASE("publishing starts the clocks, and the due date follows from the term") {  // Handbook §8.27, §8.28
  in_each_recommendation_room([](RecommendationRoom& room) {
    const Recommendation settled = room.settled();
    const StartClocks start{{settled.id}, room.publication("first-report"), Date(2027, 1, 31)};
    CHECK(*room.journal.perform(room.editor, start) == OnRecord::New);
    CHECK(due_on(room.view(room.analyst, settled)->recommendation) == Date(2027, 4, 30));
    CHECK(room.lines(room.analyst).items.front().first_published == Date(2027, 1, 31));
    CHECK(*room.journal.perform(room.editor, start) == OnRecord::Already);
    CHECK(is_refused(room.journal.perform(room.moderator, ReopenRecommendation{room.on(settled), "Late."}),
                     Refusal::Kind::WrongState));
  });
}

TEST_CASE("a clock is refused to a draft, to what is not there, and on a second day; then none is started") {
  in_each_recommendation_room([](RecommendationRoom& room) {  // Handbook §8.27
    const Recommendation settled = room.settled(), draft = room.drafted();
    const PublicationId first = room.publication("first-report");
    const auto start = [&](std::vector<RecommendationId> which, Date day) {
      return room.journal.perform(room.editor, StartClocks{std::move(which), first, day});
    };
    CHECK(is_refused(start({settled.id, draft.id}, Date(2027, 1, 31)), Refusal::Kind::WrongState));
    CHECK(is_refused(start({settled.id, RecommendationId{999}}, Date(2027, 1, 31)), Refusal::Kind::NotFound));
    CHECK_FALSE(room.lines(room.analyst).items.front().first_published);
    REQUIRE(start({settled.id}, Date(2027, 1, 31)));
    CHECK(is_refused(start({settled.id}, Date(2027, 2, 1)), Refusal::Kind::Conflict));
  });
}

TEST_CASE("what rests on no agreed finding any more is refused publication") {  // Handbook §8.27
  in_each_recommendation_room([](RecommendationRoom& room) {
    const Recommendation settled = room.settled();
    const auto beneath = room.view(room.moderator, settled)->findings.items.front();
    REQUIRE(room.journal.perform(room.moderator,
                                 finding::ReopenFinding{{room.planned.key, beneath.number, 3}, "Wrong."}));
    CHECK(is_refused(
        room.journal.perform(room.editor,
                             StartClocks{{settled.id}, room.publication("first-report"), Date(2027, 1, 31)}),
        Refusal::Kind::WrongState));
  });
}

TEST_CASE("the register is filtered by term and by kind of addressee, and comes a page at a time") {
  in_each_recommendation_room([](RecommendationRoom& room) {
    const Recommendation to_the_force = room.ready();
    Details at_once = room.asking("See the child.");
    at_once.term = Term::Immediately;
    REQUIRE(room.journal.perform(room.analyst, DraftRecommendation{"invented", at_once}));
    CHECK(room.lines(room.analyst).cut.total == 2);
    const auto immediate = room.lines(room.analyst, {.term = Term::Immediately});
    REQUIRE(immediate.items.size() == 1);
    CHECK(immediate.items.front().details == at_once);
    const auto to_forces = room.lines(room.analyst, {.addressee = people::OrganisationKind::PoliceForce});
    REQUIRE(to_forces.items.size() == 1);
    CHECK(to_forces.items.front().number == to_the_force.number);
    CHECK(room.lines(room.analyst, {.addressee = people::OrganisationKind::Government}).cut.total == 0);
    for (int more = 0; more < kRecommendationsOnAPage; ++more) room.drafted();
    CHECK(room.lines(room.analyst).items.size() == kRecommendationsOnAPage);
    CHECK(room.lines(room.analyst, {}, 2).items.size() == 2);
  });
}

TEST_CASE(
    "findings that may not be seen are not listed beneath a recommendation that may") {  // Handbook §8.29
  in_each_recommendation_room([](RecommendationRoom& room) {
    const Recommendation settled = room.settled();
    const Recommendation reopened =
        *room.journal.perform(room.moderator, ReopenRecommendation{room.on(settled), "One more finding."});
    const Recommendation with_draft = *room.journal.perform(
        room.analyst, RestOn{room.on(reopened), room.planned.key, room.supported().number});
    REQUIRE(room.journal.perform(room.moderator, SettleRecommendation{room.on(with_draft)}));
    CHECK(room.view(room.analyst, settled)->findings.cut.total == 2);
    CHECK(room.view(room.editor, settled)->findings.cut.total == 1);
    CHECK(room.view(room.editor, settled)->history.empty());
  });
}
