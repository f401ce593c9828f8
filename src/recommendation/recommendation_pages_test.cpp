// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The register and its pages as a browser meets them, through the real server.

#include "recommendation/recommendation_pages.h"

#include <doctest/doctest.h>

#include "people/browser_test.h"
#include "people/people_pages.h"
#include "platform/http/server.h"
#include "recommendation/recommendation_room_test.h"

using namespace sightline;
using namespace sightline::recommendation;
using people::testing::Browser;
using people::testing::says;
using recommendation::testing::RecommendationRoom;
using recommendation::testing::StartClocks;

namespace {

/// A room with its pages served.
struct OpenRoom {
  explicit OpenRoom(RecommendationRoom& given) : room(given) {
    http::Router router;
    people::add_routes(router, web, room.hasher);
    recommendation::add_routes(router, web);
    server.emplace(http::ServerOptions{}, std::move(router));
    server->start();
  }

  Browser signed_in(const std::string& name) const {
    Browser browser(server->port());
    REQUIRE(browser.sign_in(name + "@example.org", people::testing::kPassword).status == 303);
    return browser;
  }

  RecommendationRoom& room;
  people::Web web{{.journal = room.journal, .database = room.database}};
  std::optional<http::Server> server;
};

void in_each_open_room(const std::function<void(OpenRoom&)>& body) {
  recommendation::testing::in_each_recommendation_room([&](RecommendationRoom& room) {
    OpenRoom open(room);
    body(open);
  });
}

const std::string kRegister = "/programmes/invented/recommendations";

}  // namespace

TEST_CASE("an analyst writes a recommendation, addresses it and rests it on a finding, page by page") {
  in_each_open_room([](OpenRoom& open) {
    const finding::Finding agreed = open.room.agreed();
    Browser analyst = open.signed_in("analyst");
    const std::string token = analyst.token_on("/programmes/invented/new-recommendation");
    const http::RawAnswer back =
        analyst.post(kRegister, {{"csrf_token", token}, {"text", "See <every> child."}});
    CHECK(back.status == 422);
    CHECK(says(back, "See &lt;every&gt; child."));
    CHECK(says(back, "Say by when it is to be done."));
    CHECK(analyst
              .post(kRegister, {{"csrf_token", token}, {"text", "See every child."}, {"term", "immediately"}})
              .status == 303);
    const std::string page = kRegister + "/r-001";
    CHECK(says(analyst.get(page), "Organisation invented-force"));
    CHECK(analyst
              .post(page + "/addressees", {{"csrf_token", token},
                                           {"revision", "1"},
                                           {"addressee", std::to_string(open.room.force.value())},
                                           {"action", "add"}})
              .status == 303);
    CHECK(says(analyst.get(page + "/choose-findings"), "Calls wait too long."));
    CHECK(analyst
              .post(page + "/findings", {{"csrf_token", token},
                                         {"revision", "2"},
                                         {"inspection", open.room.planned.key},
                                         {"finding", std::to_string(agreed.number)},
                                         {"action", "add"}})
              .status == 303);
    CHECK(says(analyst.get(page), "/inspections/invented-inspection/findings/1"));
    Browser moderator = open.signed_in("moderator");
    CHECK(moderator
              .post(page + "/moderation",
                    {{"csrf_token", moderator.token_on(page)}, {"revision", "3"}, {"action", "settle"}})
              .status == 303);
    CHECK(says(moderator.get(kRegister), "Settled"));
  });
}

TEST_CASE("the register is filtered on its page, and says by when what was published is due") {
  in_each_open_room([](OpenRoom& open) {
    const Recommendation settled = open.room.settled();
    REQUIRE(open.room.journal.perform(
        open.room.editor,
        StartClocks{{settled.id}, open.room.publication("first-report"), Date(2027, 1, 31)}));
    Browser editor = open.signed_in("editor");
    CHECK(says(editor.get(kRegister), "Within three months: by 30 April 2027"));
    CHECK(says(editor.get(kRegister + "?term=within-three-months&addressee=police-force"), "r-001"));
    CHECK_FALSE(says(editor.get(kRegister + "?term=immediately"), "r-001"));
    CHECK_FALSE(says(editor.get(kRegister + "?addressee=government"), "r-001"));
    CHECK(says(editor.get(kRegister + "/r-001"), "31 January 2027"));
    CHECK_FALSE(says(editor.get(kRegister), "Write a recommendation"));
  });
}

TEST_CASE(
    "what one types into a recommendation that was changed meanwhile comes back beside the other words") {
  in_each_open_room([](OpenRoom& open) {
    const Recommendation before = open.room.drafted();
    Browser analyst = open.signed_in("analyst");
    const std::string page = kRegister + "/r-001", token = analyst.token_on(page);
    REQUIRE(open.room.journal.perform(
        open.room.analyst,
        ReviseRecommendation{open.room.on(before), RecommendationRoom::asking("The first tab wrote this.")}));
    const http::RawAnswer late = analyst.post(page + "/revision", {{"csrf_token", token},
                                                                   {"revision", "1"},
                                                                   {"text", "The second tab wrote this."},
                                                                   {"term", "immediately"}});
    CHECK(late.status == 409);
    CHECK(says(late, "The first tab wrote this."));
    CHECK(says(late, "The second tab wrote this."));
  });
}

TEST_CASE("a draft recommendation is not there for whoever may not see it") {
  in_each_open_room([](OpenRoom& open) {
    open.room.drafted();
    Browser stranger = open.signed_in("stranger");
    CHECK(stranger.get(kRegister + "/r-001").status == 404);
    CHECK_FALSE(says(stranger.get(kRegister), "r-001"));
  });
}
