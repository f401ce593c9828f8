// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The pages about findings as a browser meets them, through the real server.

#include "finding/finding_pages.h"

#include <doctest/doctest.h>

#include "finding/finding_room_test.h"
#include "people/browser_test.h"
#include "people/people_pages.h"
#include "platform/http/server.h"

using namespace sightline;
using namespace sightline::finding;
using finding::testing::FindingRoom;
using people::testing::Browser;
using people::testing::says;

namespace {

/// A room with its pages served.
struct OpenRoom {
  explicit OpenRoom(FindingRoom& given) : room(given) {
    http::Router router;
    people::add_routes(router, web, room.hasher);
    finding::add_routes(router, web);
    server.emplace(http::ServerOptions{}, std::move(router));
    server->start();
  }

  Browser signed_in(const std::string& name) const {
    Browser browser(server->port());
    REQUIRE(browser.sign_in(name + "@example.org", people::testing::kPassword).status == 303);
    return browser;
  }

  std::string page_of(const Finding& finding) const {
    return "/inspections/" + room.planned.key + "/findings/" + std::to_string(finding.number);
  }

  FindingRoom& room;
  people::Web web{{.journal = room.journal, .database = room.database}};
  std::optional<http::Server> server;
};

void in_each_open_room(const std::function<void(OpenRoom&)>& body) {
  finding::testing::in_each_finding_room([&](FindingRoom& room) {
    OpenRoom open(room);
    body(open);
  });
}

const std::string kList = "/inspections/invented-inspection/findings";

}  // namespace

TEST_CASE("an inspector writes a finding on a page, and what cannot be saved comes back as typed") {
  in_each_open_room([](OpenRoom& open) {
    Browser ana = open.signed_in("ana");
    const std::string token = ana.token_on("/inspections/invented-inspection/new-finding");
    http::Fields form{{"csrf_token", token}, {"statement", "Calls <wait> too long."}, {"theme", "Not a key"}};
    const http::RawAnswer undirected = ana.post(kList, form);
    CHECK(undirected.status == 422);
    CHECK(says(undirected, "Calls &lt;wait&gt; too long."));
    CHECK(says(undirected, "Say whether it is a strength or a weakness."));
    form.add("direction", "weakness");
    const http::RawAnswer back = ana.post(kList, form);
    CHECK(back.status == 422);
    CHECK(says(back, "Calls &lt;wait&gt; too long."));
    CHECK(says(back, "value=\"Not a key\""));
    CHECK(says(back, "Enter the key of a theme"));
    form = {{"csrf_token", token}, {"statement", "Calls wait too long."}, {"direction", "weakness"}};
    CHECK(ana.post(kList, form).status == 303);
    CHECK(says(ana.get(kList), "1. Calls wait too long."));
    CHECK(says(ana.get(kList + "/1"), "It cannot be agreed before."));
  });
}

TEST_CASE("the page of a finding shows the words of the extracts it rests on and leads to their documents") {
  in_each_open_room([](OpenRoom& open) {
    const Finding drafted = open.room.drafted(open.room.ana);
    const evidence::ExtractId extract = open.room.extract(FindingRoom::kSecond);
    const std::string page = open.page_of(drafted);
    Browser ana = open.signed_in("ana");
    CHECK(says(ana.get(page + "/extracts"), "Nobody rings back."));
    CHECK(ana.post(page + "/support", {{"csrf_token", ana.token_on(page)},
                                       {"revision", "1"},
                                       {"extract", std::to_string(extract.value())},
                                       {"action", "support"}})
              .status == 303);
    const http::RawAnswer shown = ana.get(page);
    CHECK(says(shown, "Nobody rings back."));
    CHECK(says(shown, "/inspections/invented-inspection/evidence/1"));
    CHECK(says(shown, "Extract " + std::to_string(extract.value())));
    CHECK(says(shown, "A report quotes an extract by its number"));
    CHECK_FALSE(says(ana.get(page + "/extracts"), "Nobody rings back."));
    const http::RawAnswer unknown = ana.post(
        page + "/support",
        {{"csrf_token", ana.token_on(page)}, {"revision", "2"}, {"case", "0000"}, {"action", "support"}});
    CHECK(unknown.status == 422);
    CHECK(says(unknown, "value=\"0000\""));
    CHECK(says(unknown, "Enter the number of a case of this inspection."));
  });
}

TEST_CASE(
    "what one types into a finding that a colleague has changed comes back beside the colleague's words") {
  in_each_open_room([](OpenRoom& open) {
    const Finding before = open.room.drafted(open.room.ana);
    const std::string page = open.page_of(before);
    Browser ben = open.signed_in("ben");
    const std::string token = ben.token_on(page);
    REQUIRE(open.room.journal.perform(
        open.room.ana, ReviseFinding{open.room.on(before), FindingRoom::weakness("Ana wrote this.")}));
    const http::RawAnswer late = ben.post(page + "/revision", {{"csrf_token", token},
                                                               {"revision", "1"},
                                                               {"statement", "Ben wrote this."},
                                                               {"direction", "weakness"}});
    CHECK(late.status == 409);
    CHECK(says(late, "Ben wrote this."));
    CHECK(says(late, "Ana wrote this."));
    CHECK(says(late, "name=\"revision\" value=\"2\""));
  });
}

TEST_CASE("a moderator agrees a finding on its page; its authors are not offered that") {
  in_each_open_room([](OpenRoom& open) {
    const Finding supported = open.room.supported();
    const std::string page = open.page_of(supported);
    Browser moderator = open.signed_in("moderator"), ana = open.signed_in("ana");
    CHECK_FALSE(says(ana.get(page), "Agree this finding"));
    CHECK(says(moderator.get(page), "Agree this finding"));
    const std::string revision = std::to_string(supported.revision);
    const http::RawAnswer unreasoned = moderator.post(
        page + "/moderation",
        {{"csrf_token", moderator.token_on(page)}, {"revision", revision}, {"action", "return"}});
    CHECK(unreasoned.status == 422);
    CHECK(moderator
              .post(page + "/moderation",
                    {{"csrf_token", moderator.token_on(page)}, {"revision", revision}, {"action", "agree"}})
              .status == 303);
    CHECK(says(ana.get(page), "Agreed"));
    CHECK_FALSE(says(ana.get(page), "Change the words"));
  });
}

TEST_CASE("an editor reads an agreed finding, and neither its cases nor a draft") {  // Handbook §2.8
  in_each_open_room([](OpenRoom& open) {
    const Finding draft = open.room.drafted(open.room.ana, "A first thought.");
    const Finding agreed = open.room.agreed();
    Browser editor = open.signed_in("editor");
    CHECK(editor.get(open.page_of(draft)).status == 404);
    CHECK_FALSE(says(editor.get(kList), "A first thought."));
    const http::RawAnswer shown = editor.get(open.page_of(agreed));
    CHECK(says(shown, "Calls wait too long."));
    CHECK(says(shown, "does not show all of them"));
    CHECK_FALSE(says(shown, "/cases/"));
  });
}
