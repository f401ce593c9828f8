// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The pages of themes as a browser meets them, through the real server.

#include "theme/theme_pages.h"

#include <doctest/doctest.h>

#include "people/browser_test.h"
#include "people/people_pages.h"
#include "platform/http/server.h"
#include "theme/theme_room_test.h"

using namespace sightline;
using namespace sightline::theme;
using people::testing::Browser;
using people::testing::says;
using sightline::theme::testing::in_each_theme_room;
using sightline::theme::testing::ThemeRoom;

namespace {

struct OpenRoom {
  explicit OpenRoom(ThemeRoom& given) : room(given) {
    http::Router router;
    people::add_routes(router, web, room.office.hasher);
    add_routes(router, web);
    server.emplace(http::ServerOptions{}, std::move(router));
    server->start();
  }

  Browser signed_in(const std::string& name) const {
    Browser browser(server->port());
    REQUIRE(browser.sign_in(name + "@example.org", people::testing::kPassword).status == 303);
    return browser;
  }

  std::string document() const { return "/inspections/" + room.key + "/evidence/1"; }

  http::RawAnswer code(Browser& browser, http::Fields fields) const {
    fields.add("csrf_token", browser.token_on(document() + "/coding"));
    return browser.post(document() + "/codings", std::move(fields));
  }

  ThemeRoom& room;
  people::Web web{{.journal = room.office.journal, .database = room.office.database}};
  std::optional<http::Server> server;
};

void in_each_open_room(const std::function<void(OpenRoom&)>& body) {
  in_each_theme_room([&](ThemeRoom& room) {
    OpenRoom open(room);
    body(open);
  });
}

constexpr const char* kCodebook = "/programmes/demonstration/codebook";

}  // namespace

TEST_CASE("a passage is coded by its paragraphs or by what was selected, and is marked by its number") {
  in_each_open_room([](OpenRoom& open) {
    Browser ana = open.signed_in("ana");
    const http::RawAnswer answer = open.code(
        ana, {{"passage", "1"}, {"last", "2"}, {"themes", "risk"}, {"themes", "help"}, {"memo", "Why."}});
    REQUIRE(answer.status == 303);
    CHECK(answer.field("Location").starts_with(open.document() + "/coding#passage-"));
    CHECK(open.code(ana, {{"begin", "4"}, {"end", "5"}, {"passage", ""}, {"themes", "online"}}).status ==
          303);
    const auto view = open.room.coded(open.room.ana);
    REQUIRE(view->passages.size() == 2);
    CHECK(view->passages[0].range == Range{0, 17});
    CHECK(view->passages[1].range == Range{4, 5});
    const http::RawAnswer page = ana.get(open.document() + "/coding");
    CHECK(says(page, "data-at=\"4\">🦋</mark>"));
    CHECK(says(page, "aria-label=\"Passage 2 begins\""));
    CHECK(says(page, "Why."));
  });
}

TEST_CASE("a passage without a theme, or no passage, comes back with all that was typed") {
  in_each_open_room([](OpenRoom& open) {
    Browser ana = open.signed_in("ana");
    const http::RawAnswer no_theme = open.code(ana, {{"begin", "0"}, {"end", "3"}, {"memo", "A thought."}});
    CHECK(no_theme.status == 422);
    CHECK(says(no_theme, "Choose at least one theme."));
    CHECK(says(no_theme, "Selected: “One”"));
    CHECK(says(no_theme, "A thought."));
    const http::RawAnswer no_passage = open.code(ana, {{"passage", "9"}, {"themes", "risk"}});
    CHECK(no_passage.status == 422);
    CHECK(says(no_passage, "Enter the number of the paragraph"));
    CHECK(says(no_passage, "value=\"risk\" checked"));
    CHECK(open.code(ana, {{"begin", "x"}, {"end", "3"}, {"themes", "risk"}}).status == 422);
    CHECK(open.code(ana, {{"begin", "5"}, {"end", "3"}, {"themes", "risk"}}).status == 422);
    CHECK(open.code(ana, {{"begin", "0"}, {"end", "9223372036854775807"}, {"themes", "risk"}}).status == 422);
    CHECK(open.code(ana, {{"passage", "1"}, {"last", "0"}, {"themes", "risk"}}).status == 422);
  });
}

TEST_CASE("a document or a coding whose number is beyond any there is, is not there") {
  in_each_open_room([](OpenRoom& open) {
    Browser ana = open.signed_in("ana");
    const std::string beyond = "9223372036854775807", token = ana.token_on(open.document() + "/coding");
    const std::string evidence = "/inspections/" + open.room.key + "/evidence/";
    CHECK(ana.get(evidence + beyond + "/coding").status == 404);
    CHECK(ana.post(evidence + beyond + "/codings", {{"csrf_token", token}, {"passage", "1"}}).status == 404);
    for (const std::string& coding : {evidence + "1/codings/" + beyond, evidence + beyond + "/codings/1"}) {
      CHECK(ana.post(coding + "/remove", {{"csrf_token", token}}).status == 404);
      CHECK(ana.post(coding + "/memo", {{"csrf_token", token}, {"memo", "x"}}).status == 404);
    }
  });
}

TEST_CASE("a memo is written and a coding removed on the page, by whoever coded, who alone is offered to") {
  in_each_open_room([](OpenRoom& open) {
    const auto id = open.room.perform(open.room.ana, open.room.passage(0, 3, {"risk"}))->codings.at(0);
    const std::string coding = open.document() + "/codings/" + std::to_string(id.value());
    Browser ana = open.signed_in("ana"), lead = open.signed_in("lead"),
            moderator = open.signed_in("moderator");
    const std::string page = open.document() + "/coding";
    CHECK_FALSE(says(lead.get(page), "Write a memo"));
    CHECK_FALSE(says(moderator.get(page), "Code a passage"));
    CHECK(lead.post(coding + "/remove", {{"csrf_token", lead.token_on(page)}}).status == 403);
    CHECK(ana.post(coding + "/memo", {{"csrf_token", ana.token_on(page)}, {"memo", "<b>Bold</b>"}}).status ==
          303);
    CHECK(says(lead.get(page), "&lt;b&gt;Bold&lt;/b&gt;"));
    CHECK(ana.post(coding + "/remove", {{"csrf_token", ana.token_on(page)}}).status == 303);
    CHECK(says(ana.get(page), "None yet."));
  });
}

TEST_CASE("a memo that is refused comes back beside its coding, with all that was typed") {
  in_each_open_room([](OpenRoom& open) {
    const auto id = open.room.perform(open.room.ana, open.room.passage(0, 3, {"risk"}))->codings.at(0);
    Browser ana = open.signed_in("ana");
    const std::string page = open.document() + "/coding";
    const std::string typed = "Much thought. " + std::string(2'000, 'x');
    const http::RawAnswer refused =
        ana.post(open.document() + "/codings/" + std::to_string(id.value()) + "/memo?coder=me",
                 {{"csrf_token", ana.token_on(page)}, {"memo", typed}});
    CHECK(refused.status == 422);
    CHECK(says(refused, typed));
    CHECK(says(refused, "href=\"#memo-" + std::to_string(id.value()) + "\""));
    CHECK(says(refused, "Use 2,000 characters or fewer."));
    CHECK(says(refused, "Coded by you."));
    CHECK_FALSE(says(ana.get(page), "Much thought."));
  });
}

TEST_CASE(
    "the coded passages of a document come a page at a time, and each mark in the text leads to its own") {
  in_each_open_room([](OpenRoom& open) {
    for (int number = 0; number <= kPassagesOnAPage; ++number) {  // all within the third paragraph
      const int begin = 19 + number / 14, end = begin + 1 + number % 14;
      REQUIRE(open.room.perform(open.room.ana, open.room.passage(begin, end, {"risk"})));
    }
    Browser ana = open.signed_in("ana");
    const std::string page = open.document() + "/coding";
    const http::RawAnswer first = ana.get(page + "?coder=me");
    CHECK(says(first, ">Passage 20</a>"));
    CHECK_FALSE(says(first, ">Passage 21</a>"));
    CHECK(says(first, "Passage 21 begins"));
    CHECK(says(first, "href=\"" + page + "?coder=me&amp;page=2#codings-"));
    const http::RawAnswer second = ana.get(page + "?coder=me&page=9");
    CHECK(says(second, ">Passage 21</a>"));
    CHECK_FALSE(says(second, ">Passage 20</a>"));
    CHECK(says(second, "/remove?coder=me&amp;page=9\""));
    const std::string removing = open.document() + "/codings/21/remove?coder=me&page=2";
    CHECK(ana.post(removing, {{"csrf_token", ana.token_on(page)}}).field("Location") ==
          page + "?coder=me&page=2#coded-passages");
  });
}

TEST_CASE("somebody may look at their own codings alone") {
  in_each_open_room([](OpenRoom& open) {
    REQUIRE(open.room.perform(open.room.lead, open.room.passage(0, 3, {"risk"})));
    Browser ana = open.signed_in("ana");
    CHECK(says(ana.get(open.document() + "/coding"), "Passage 1 begins"));
    CHECK_FALSE(says(ana.get(open.document() + "/coding?coder=me"), "Passage 1 begins"));
  });
}

TEST_CASE("an analyst adds a theme on its page, and one that is incomplete comes back with what was typed") {
  in_each_open_room([](OpenRoom& open) {
    Browser analyst = open.signed_in("analyst");
    const std::string add = std::string(kCodebook) + "/add";
    const auto send = [&](const std::string& name, const std::string& definition) {
      return analyst.post(add, {{"csrf_token", analyst.token_on(add)},
                                {"name", name},
                                {"definition", definition},
                                {"parent", "risk"},
                                {"when-to-use", "Often."}});
    };
    const http::RawAnswer incomplete = send("Voice of the child", "");
    CHECK(incomplete.status == 422);
    CHECK(says(incomplete, "value=\"Voice of the child\""));
    const http::RawAnswer added = send("Voice of the child", "Whether it is heard.");
    REQUIRE(added.status == 303);
    CHECK(added.field("Location") == std::string(kCodebook) + "/themes/voice-of-the-child");
    CHECK(says(analyst.get(kCodebook), "Whether it is heard."));
    CHECK(says(send("Voice of the child", "Again."), "has this key already"));
  });
}

TEST_CASE("a theme is revised on its page; whoever was overtaken sees what it says now and what they typed") {
  in_each_open_room([](OpenRoom& open) {
    Browser analyst = open.signed_in("analyst");
    const std::string theme = std::string(kCodebook) + "/themes/risk";
    const auto revise = [&](const std::string& definition) {
      return analyst.post(theme + "/revise", {{"csrf_token", analyst.token_on(theme + "/revise")},
                                              {"based-on", "1"},
                                              {"name", "Risk"},
                                              {"definition", definition}});
    };
    REQUIRE(revise("What may happen.").status == 303);
    const http::RawAnswer overtaken = revise("What else may happen.");
    CHECK(overtaken.status == 409);
    CHECK(says(overtaken, "What may happen."));
    CHECK(says(overtaken, "What else may happen."));
    CHECK(says(overtaken, "name=\"based-on\" value=\"2\""));
    CHECK(says(analyst.get(theme), "Earlier wordings"));
  });
}

TEST_CASE("a theme is retired on its page and then offered to nobody") {
  in_each_open_room([](OpenRoom& open) {
    Browser analyst = open.signed_in("analyst"), ana = open.signed_in("ana");
    const std::string theme = std::string(kCodebook) + "/themes/help";
    CHECK(says(ana.get(open.document() + "/coding"), "value=\"help\""));
    REQUIRE(analyst.post(theme + "/retire", {{"csrf_token", analyst.token_on(theme)}}).status == 303);
    CHECK(says(analyst.get(theme), "Retired"));
    CHECK_FALSE(says(analyst.get(theme), "Revise"));
    CHECK_FALSE(says(ana.get(open.document() + "/coding"), "value=\"help\""));
  });
}

TEST_CASE("a theme shows its passages with links to their place, and who may not see finds neither") {
  in_each_open_room([](OpenRoom& open) {
    REQUIRE(open.room.perform(open.room.ana, open.room.passage(4, 5, {"online"})));
    Browser moderator = open.signed_in("moderator"), stranger = open.signed_in("stranger");
    const std::string theme = std::string(kCodebook) + "/themes/risk";
    const http::RawAnswer page = moderator.get(theme);
    CHECK(says(page, "🦋"));
    CHECK(says(page, "href=\"" + open.document() + "/coding#passage-"));
    CHECK(says(page, "Extract 1, "));
    CHECK(says(page, "A report quotes an extract by its number"));
    CHECK(says(page, "1 inspection of 1 force"));
    CHECK_FALSE(says(page, "Retire"));
    CHECK(moderator.get(std::string(kCodebook) + "/add").status == 403);
    CHECK(moderator.get(std::string(kCodebook) + "/themes/x").status == 404);
    for (const std::string& address : {std::string(kCodebook), theme, theme + "/revise",
                                       std::string(kCodebook) + "/add", open.document() + "/coding"})
      CHECK(stranger.get(address).status == 404);
    CHECK(moderator.get("/codebook").field("Location") == kCodebook);
    CHECK(says(stranger.get("/codebook"), "There is no programme whose evidence you may see."));
  });
}
