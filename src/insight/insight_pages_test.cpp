// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The dashboard as a browser meets it, through the real server.

#include "insight/insight_pages.h"

#include <doctest/doctest.h>

#include "insight/insight_room_test.h"
#include "people/browser_test.h"
#include "people/people_pages.h"
#include "platform/http/server.h"

using namespace sightline;
using namespace sightline::insight;
using namespace sightline::insight::testing;
using people::testing::Browser;
using people::testing::says;

namespace {

struct OpenRoom {
  explicit OpenRoom(InsightRoom& given) : room(given) {
    http::Router router;
    people::add_routes(router, web, room.hasher);
    add_routes(router, web);
    server.emplace(http::ServerOptions{}, std::move(router));
    server->start();
  }

  Browser signed_in(const std::string& name) const {
    Browser browser(server->port());
    REQUIRE(browser.sign_in(name + "@example.org", people::testing::kPassword).status == 303);
    return browser;
  }

  InsightRoom& room;
  people::Web web{{.journal = room.journal, .database = room.database}};
  std::optional<http::Server> server;
};

void in_each_open_room(const std::function<void(OpenRoom&)>& body) {
  in_each_insight_room([&](InsightRoom& room) {
    OpenRoom open(room);
    body(open);
  });
}

const std::string kInsight = "/programmes/invented/insight";

}  // namespace

TEST_CASE("an analyst reads what was judged, area by area, and goes down to a body and its inspection") {
  in_each_open_room([](OpenRoom& open) {
    InsightRoom& room = open.room;
    const Inspected in =
        room.inspected("Northshire", room.force, assessment::testing::small_framework(), room.framework);
    for (const int rank : {1, 1, 3})
      room.agreed(in, room.add(in, in.chosen_by_inspectors), InsightRoom::all_areas(in, rank));
    Browser analyst = open.signed_in("analyst");
    CHECK(analyst.get("/insight").field("Location") == kInsight);
    const http::RawAnswer page = analyst.get(kInsight);
    CHECK(page.status == 200);
    CHECK(says(page, "As of entry "));
    CHECK(says(page, "Initial contact"));
    CHECK(says(page, "2 of 3 (67%)"));
    CHECK(says(page, "21% to 94%"));  // Handbook §7.10
    CHECK(says(page, "<svg"));
    CHECK(says(page, "Invented: this programme"));
    const std::string body = kInsight + "?standard=3&amp;body=" + std::to_string(room.force.value());
    CHECK(says(page, "href=\"" + body + "\""));
    const http::RawAnswer of_body = analyst.get(kInsight + "?body=" + std::to_string(room.force.value()));
    CHECK(says(of_body, "Only <strong>Organisation invented-force</strong>"));
    CHECK(says(of_body, "href=\"/inspections/northshire\""));
    CHECK(says(analyst.get(kInsight + "?standard=2"), "Below “Requires improvement”"));
    CHECK(says(analyst.get(kInsight + "?from=2015"), "Nothing that you may see meets these choices"));
  });
}

TEST_CASE("once an area is chosen, the body's own grades stand against the inspectors'") {  // Handbook §4.16
  in_each_open_room([](OpenRoom& open) {
    InsightRoom& room = open.room;
    const Inspected in =
        room.inspected("Northshire", room.force, assessment::testing::small_framework(), room.framework);
    const assessment::Case audited = room.add(in, in.chosen_by_body);
    REQUIRE(room.journal.perform(
        room.the_operator, assessment::SaveAssessment{room.on(in, audited, 0, assessment::AssessorType::Body),
                                                      InsightRoom::all_areas(in, 3)}));
    REQUIRE(room.journal.perform(room.the_operator, assessment::SubmitAssessment{room.on(
                                                        in, audited, 1, assessment::AssessorType::Body)}));
    room.agreed(in, audited, InsightRoom::all_areas(in, 1));
    room.agreed(in, room.add(in, in.chosen_by_body), InsightRoom::all_areas(in, 1));
    Browser analyst = open.signed_in("analyst");
    CHECK_FALSE(says(analyst.get(kInsight), "Graded by the body"));
    const std::string area = std::to_string(room.framework.value()) + ".initial-contact";
    const http::RawAnswer page = analyst.get(kInsight + "?area=" + area);
    CHECK(says(page, "Graded by the body"));
    CHECK(says(page, "Graded by one side alone, and not in this table: 1."));
  });
}

TEST_CASE("cases on two scales are shown only once one is chosen") {  // Handbook §3.7
  in_each_open_room([](OpenRoom& open) {
    InsightRoom& room = open.room;
    const Inspected newer =
        room.inspected("Newer", room.force, assessment::testing::small_framework(), room.framework);
    const Inspected older = room.inspected("Older", room.other, older_framework(), room.older);
    for (const Inspected* in : {&newer, &older})
      room.agreed(*in, room.add(*in, in->chosen_by_body), InsightRoom::all_areas(*in, 1));
    Browser analyst = open.signed_in("analyst");
    const http::RawAnswer page = analyst.get(kInsight);
    CHECK(says(page, "graded on 2 scales, which are never counted together"));
    CHECK_FALSE(says(page, "<svg"));
    CHECK(says(analyst.get(kInsight + "?scale=four"), "Adequate"));
    CHECK_FALSE(says(analyst.get(kInsight + "?scale=three"), "Adequate"));
  });
}

TEST_CASE("whatever is written into its address, the dashboard answers") {
  in_each_open_room([](OpenRoom& open) {
    Browser analyst = open.signed_in("analyst");
    for (const char* query :
         {"?kind=x&from=-1&until=99999999999999999999&scale=%C2%85&area=7&sample=&standard=0&body=x&page=0",
          "?area=.&standard=256&body=9223372036854775807&page=9223372036854775807", "?area=1.%3Cscript%3E"}) {
      CAPTURE(query);
      CHECK(analyst.get(kInsight + query).status == 200);
    }
  });
}

TEST_CASE("a programme of which one sees no case is not there") {  // Handbook §9.2
  in_each_open_room([](OpenRoom& open) {
    Browser stranger = open.signed_in("stranger");
    CHECK(stranger.get(kInsight).status == 404);
    CHECK(stranger.get(kInsight).content == stranger.get("/programmes/no-such-programme/insight").content);
    CHECK(says(stranger.get("/insight"), "There is no programme whose cases you may see."));
    CHECK(Browser(open.server->port()).get(kInsight).status == 303);
  });
}
