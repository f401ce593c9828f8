// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Answering a recommendation as a browser meets it, through the real server.

#include "response/answer_pages.h"

#include <doctest/doctest.h>

#include "people/browser_test.h"
#include "people/people_pages.h"
#include "platform/http/server.h"
#include "response/answer_room_test.h"
#include "response/response_pages.h"

namespace sightline::response {
namespace {

using people::testing::Browser;
using people::testing::says;
using testing::AnswerRoom;

struct OpenRoom : AnswerRoom {
  explicit OpenRoom(sql::Database& opened) : AnswerRoom(opened) {
    http::Router router;
    people::add_routes(router, web, hasher);
    add_routes(router, web);
    router.on_problem([this](const http::Problem& problem, const http::Request& request) {
      return web.problem_page(problem, request);
    });
    server.emplace(http::ServerOptions{}, std::move(router));
    server->start();
  }

  Browser signed_in(const std::string& name) const {
    Browser browser(server->port());
    browser.sign_in(name + "@example.org", people::testing::kPassword);
    return browser;
  }
  std::string duty_page() const { return "/responses/" + std::to_string(duty.value()); }
  std::string page(std::size_t which = 0) const {
    return duty_page() + "/answers/" + std::to_string(started.at(which).value());
  }
  http::RawAnswer send(Browser& browser, const std::string& revision, const std::string& kind,
                       const std::string& text) const {
    return browser.post(page(), {{"csrf_token", browser.token_on("/account/password")},
                                 {"revision", revision},
                                 {"kind", kind},
                                 {"text", text}});
  }

  people::Web web{{.journal = journal, .database = database}};
  std::optional<http::Server> server;
};

void in_an_open_room(const std::function<void(OpenRoom&)>& body) {
  sql::testing::on_each_engine([&](sql::Database& database) {
    OpenRoom room(database);
    body(room);
  });
}

TEST_CASE("the officer of a body answers a recommendation, and its page says how many are answered") {
  in_an_open_room([](OpenRoom& room) {
    Browser officer = room.signed_in("officer");
    CHECK(says(officer.get(room.duty_page()), "0 of 3 recommendations answered"));
    CHECK(says(officer.get(room.page()), "What the body says"));
    const auto done = room.send(officer, "0", "action-planned", "From May, a second officer listens.");
    CHECK(done.status == 303);
    const auto page = officer.get(room.duty_page() + "?answered=r-001");
    CHECK(says(page, "The answer to r-001 is on record."));
    CHECK(says(page, "1 of 3 recommendations answered"));
    CHECK(says(page, "From May, a second officer listens."));
    CHECK(says(officer.get(room.page()), "History of this answer"));
    CHECK(says(officer.get("/responses"), "1 of 3"));
  });
}

TEST_CASE("an answer without words comes back beside its field, with all that was typed") {
  in_an_open_room([](OpenRoom& room) {
    Browser editor = room.signed_in("editor");
    auto answer = room.send(editor, "0", "no-action", "");
    CHECK(answer.status == 422);
    CHECK(says(answer, "Say why no action is planned."));
    CHECK(says(answer, "value=\"no-action\" checked"));
    answer = room.send(editor, "0", "", "Typed & kept");
    CHECK(answer.status == 422);
    CHECK(says(answer, "Say whether action was taken, is planned, or neither."));
    CHECK(says(answer, "Typed &amp; kept"));
    answer = room.send(editor, "-1", "no-action", "Typed & kept");
    CHECK(answer.status == 422);
    CHECK(says(answer, "Typed &amp; kept"));
  });
}

TEST_CASE("an answer given meanwhile gets 409 with both texts, and can then be corrected") {
  in_an_open_room([](OpenRoom& room) {
    REQUIRE(room.journal.perform(room.officer,
                                 room.answer(0, {AnswerKind::ActionTaken, "The officer's words."})));
    Browser editor = room.signed_in("editor");
    const auto answer = room.send(editor, "0", "no-action", "The editor's words.");
    CHECK(answer.status == 409);
    CHECK(says(answer, "The officer’s words.") == false);  // Their own apostrophe is kept.
    CHECK(says(answer, "The officer&#39;s words."));
    CHECK(says(answer, "The editor&#39;s words."));
    CHECK(says(answer, "name=\"revision\" value=\"1\""));
    CHECK(room.send(editor, "1", "no-action", "The editor's words.").status == 303);
  });
}

TEST_CASE("whoever may not answer sees no form, is refused, and reads nothing before the response") {
  in_an_open_room([](OpenRoom& room) {
    REQUIRE(
        room.journal.perform(room.officer, room.answer(0, {AnswerKind::ActionTaken, "Only ours so far."})));
    for (const char* name : {"other-officer", "analyst"}) {
      CAPTURE(name);
      Browser reader = room.signed_in(name);
      CHECK_FALSE(says(reader.get(room.duty_page()), "Only ours so far."));
      CHECK_FALSE(says(reader.get(room.page()), "Only ours so far."));
      CHECK_FALSE(says(reader.get(room.page()), "Record the answer"));
      CHECK(room.send(reader, "1", "no-action", "Not mine to say.").status == 403);
    }
    room.respond();
    CHECK(says(room.signed_in("analyst").get(room.duty_page()), "Only ours so far."));
  });
}

TEST_CASE(
    "the register leads to what was answered, once a response is on record, for whoever sees it there") {
  in_an_open_room([](OpenRoom& room) {
    REQUIRE(room.journal.perform(room.officer, room.answer(0, {AnswerKind::NoAction, "No money for it."})));
    const std::string page = "/programmes/invented/recommendations/r-001/answers";
    Browser analyst = room.signed_in("analyst");
    CHECK(says(analyst.get(page), "No answer is on record."));
    CHECK(says(analyst.get(page), "href=\"/site/publications/a-report/recommendations/index.html#r-001\""));
    room.respond();
    CHECK(says(analyst.get(page), "No money for it."));
    CHECK(says(analyst.get(page), "Invented: "));
    CHECK(room.signed_in("other-officer").get(page).status == 404);
    CHECK(analyst.get("/programmes/invented/recommendations/r-099/answers").status == 404);
  });
}

TEST_CASE("an answer that nobody expects is not there, and strangers are asked to sign in") {
  in_an_open_room([](OpenRoom& room) {
    CHECK(Browser(room.server->port()).get(room.page()).status == 303);
    Browser editor = room.signed_in("editor");
    for (const std::string& path :
         {room.page(3), room.duty_page() + "/answers/999999", room.duty_page() + "/answers/first",
          std::string("/responses/99/answers/1")})
      CHECK(editor.get(path).status == 404);
  });
}

}  // namespace
}  // namespace sightline::response
