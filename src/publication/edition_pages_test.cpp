// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Publishing and the pages about editions as a browser meets them, through the real
// server.

#include "publication/edition_pages.h"

#include <doctest/doctest.h>

#include "people/browser_test.h"
#include "people/people_pages.h"
#include "platform/http/server.h"
#include "publication/edition_files_pages.h"
#include "publication/edition_room_test.h"

using namespace sightline;
using namespace sightline::publication;
using namespace sightline::publication::testing;
using people::testing::Browser;
using people::testing::says;

namespace {

/// A room with its pages served.
struct OpenRoom {
  explicit OpenRoom(EditionRoom& given) : room(given) {
    http::Router router;
    people::add_routes(router, web, room.hasher);
    publication::add_routes(router, web, room.press);
    server.emplace(http::ServerOptions{}, std::move(router));
    server->start();
  }

  Browser signed_in(const std::string& name) const {
    Browser browser(server->port());
    REQUIRE(browser.sign_in(name + "@example.org", people::testing::kPassword).status == 303);
    return browser;
  }

  EditionRoom& room;
  people::Web web{{.journal = room.journal, .database = room.database}};
  std::optional<http::Server> server;
};

void in_each_open_room(const std::function<void(OpenRoom&)>& body) {
  in_each_edition_room([&](EditionRoom& room) {
    OpenRoom open(room);
    body(open);
  });
}

const std::string kPublish = "/programmes/invented/reports/first/publish";

http::Fields filled_in(const std::string& token, const std::string& press_release) {
  return {{"csrf_token", token},
          {"published-on-day", "23"},
          {"published-on-month", "11"},
          {"published-on-year", "2026"},
          {"press-release", press_release}};
}

}  // namespace

TEST_CASE("an editor sees what will happen, publishes, and finds the edition") {
  in_each_open_room([](OpenRoom& open) {
    Browser editor = open.signed_in("editor");
    const http::RawAnswer form = editor.get(kPublish);
    CHECK(says(form, "What will happen"));
    CHECK(says(form, "A response is expected from 1 local policing body"));
    const std::string token = editor.token_on(kPublish);
    const http::RawAnswer back = editor.post(kPublish, filled_in(token, "No title"));
    CHECK(back.status == 422);
    CHECK(says(back, "Press release, line 1"));
    CHECK(says(back, "No title"));
    CHECK(editor.post(kPublish, filled_in(token, "# Children wait\n\nWords.")).status == 303);
    const http::RawAnswer edition = editor.get("/editions/first-1");
    CHECK(edition.status == 200);
    CHECK(says(edition, "No PDF"));
    CHECK(says(edition, "Cases graded inadequate"));
    CHECK(says(editor.get("/editions"), "What inspectors found"));
    CHECK(says(editor.get("/editions/first-1/verify"), "All is as it was published."));
    constexpr const char* kFigure = "/editions/first-1/figures/overall-inadequate";
    CHECK(says(editor.get(kFigure), "5 of 10"));
    CHECK_FALSE(says(editor.get(kFigure), "7 of 12"));  // for those who may read cases: Handbook §9.20
    CHECK_FALSE(says(editor.get(kFigure), "Counted:"));
    const http::RawAnswer to_analyst = open.signed_in("analyst").get(kFigure);
    CHECK(says(to_analyst, "7 of 12"));
    CHECK(says(to_analyst, "<caption class=\"govuk-table__caption govuk-table__caption--m\">Counted: 7<"));
    CHECK(says(to_analyst, "In the whole, not counted: 5<"));
    CHECK(says(editor.get(kPublish), "What is corrected, and why"));
  });
}

TEST_CASE("whoever asks what an altered figure rests on is warned, and sent to verify the edition") {
  in_each_open_room([](OpenRoom& open) {
    open.room.published();
    open.room.write({"test.alter_for_page", "update judgement set grade_rank = 3 where grade_rank = 1"});
    const http::RawAnswer page =
        open.signed_in("analyst").get("/editions/first-1/figures/overall-inadequate");
    CHECK(says(page, "it cannot be told which of them were counted"));
    CHECK(says(page, "href=\"/editions/first-1/verify\""));
    CHECK_FALSE(says(page, "Counted:"));
  });
}

TEST_CASE("an editor reads every passage that will be quoted before it is public, and says so") {
  in_each_open_room([](OpenRoom& open) {  // Handbook §8.44
    open.room.revise_chapter(1, open.room.quoting());
    Browser editor = open.signed_in("editor"), analyst = open.signed_in("analyst");
    const http::RawAnswer form = editor.get(kPublish);
    CHECK(says(form, "Passages that will be quoted"));
    CHECK(says(form, "Calls wait.</blockquote>"));
    const std::string token = editor.token_on(kPublish);
    http::Fields fields = filled_in(token, "# Children wait\n\nWords.");
    const http::RawAnswer back = editor.post(kPublish, fields);
    CHECK(back.status == 422);
    CHECK(says(back, "Read every passage that will be quoted, and say that you have."));
    CHECK(says(back, "# Children wait"));
    const std::string before = "name=\"passages-read\" type=\"checkbox\" value=\"";
    const std::size_t at = form.content.find(before);
    REQUIRE(at != std::string::npos);
    fields.add("passages-read", form.content.substr(at + before.size(), 64));
    CHECK(editor.post(kPublish, fields).status == 303);
    const http::RawAnswer edition = editor.get("/editions/first-1");
    CHECK(says(edition, "Passages that it quotes"));
    CHECK(says(edition, "Your role does not show where it comes from."));
    CHECK(says(analyst.get("/editions/first-1"), "/evidence/1\" class=\"govuk-link\">document 1</a>"));
    CHECK(says(editor.get("/editions/first-1/verify"), "1 passages held against the evidence"));
  });
}

TEST_CASE(
    "a press officer and a disclosure reviewer read what would be published, passages with it, and publish "
    "nothing") {
  in_each_open_room([](OpenRoom& open) {  // Handbook §2.8, §12.6
    open.room.revise_chapter(1, open.room.quoting());
    open.room.person("press", {{people::Role::PressOfficer, {}}});
    open.room.person("reviewer", {{people::Role::DisclosureReviewer, {}}});
    for (const char* who : {"press", "reviewer"}) {
      CAPTURE(who);
      Browser reader = open.signed_in(who);
      const http::RawAnswer page = reader.get(kPublish);
      CHECK(page.status == 200);
      CHECK(says(page, "Nothing of this is public yet."));
      CHECK(says(page, "Calls wait.</blockquote>"));
      CHECK_FALSE(says(page, "name=\"press-release\""));
      CHECK_FALSE(says(page, "name=\"passages-read\""));
      CHECK(reader.post(kPublish, filled_in(reader.token_on("/account"), "# Words\n\nWords.")).status == 403);
    }
    open.room.published();
    CHECK(says(open.signed_in("press").get("/editions/first-1"), "Passages that it quotes"));
  });
}

TEST_CASE("a recommendation to several bodies says how many there are, and names each below") {
  in_each_edition_room([](EditionRoom& room) {
    sql::Snapshot snapshot = room.journal.snapshot();
    const auto previewed = preview_edition(snapshot, room.editor, "invented", "first", Date(2026, 11, 23));
    REQUIRE(previewed);
    Composition composition = *previewed;
    composition.content.recommendations.at(0).addressees =
        "One Police; Police, Fire and Crime & Co; Two Police";
    const std::string page = EditionPages(composition, Paper::Refused).recommendations().bytes;
    for (const char* words : {">3 bodies<", "<li>One Police</li>", "<li>Police, Fire and Crime &amp; Co</li>",
                              "<li>Two Police</li>"})
      CHECK_MESSAGE(page.find(words) != std::string::npos, words);
  });
}

TEST_CASE("a report with problems shows them by line instead of a form") {
  in_each_open_room([](OpenRoom& open) {
    open.room.revise_chapter(1, "And {figure:nowhere}.\n");
    const http::RawAnswer page = open.signed_in("editor").get(kPublish);
    CHECK(says(page, "There is no figure “nowhere”."));
    CHECK_FALSE(says(page, "Publish edition 1"));
  });
}

TEST_CASE("whoever reads no reports is refused every page about editions, and what would be published") {
  in_each_open_room([](OpenRoom& open) {
    open.room.published();
    for (const char* who : {"ana", "auditor", "stranger"}) {
      CAPTURE(who);
      Browser browser = open.signed_in(who);
      for (const char* page :
           {"/editions", "/editions/first-1", "/editions/first-1/verify", "/editions/first-1/figures/grades"})
        CHECK_MESSAGE(browser.get(page).status == 403, page);
      CHECK(browser.get(kPublish).status == 404);
    }
  });
}
