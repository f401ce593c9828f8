// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The pages of reports as a browser meets them, through the real server.

#include "report/report_pages.h"

#include <doctest/doctest.h>

#include "people/browser_test.h"
#include "people/people_pages.h"
#include "platform/http/server.h"
#include "report/report_room_test.h"

using namespace sightline;
using namespace sightline::report;
using people::testing::Browser;
using people::testing::says;
using sightline::report::testing::in_each_report_room;
using sightline::report::testing::ReportRoom;

namespace {

const std::string kReports = "/programmes/demonstration/reports";
const std::string kReport = kReports + "/second-report";
const std::string kCustody = kReport + "/sections/2";

struct OpenRoom {
  explicit OpenRoom(ReportRoom& given) : room(given) {
    http::Router router;
    people::add_routes(router, web, room.office.hasher);
    add_routes(router, web, [](sql::Reader&, std::string_view key) {
      return key == "published-before" ? std::optional<std::string>("A report of 2019") : std::nullopt;
    });
    server.emplace(http::ServerOptions{}, std::move(router));
    server->start();
  }

  Browser signed_in(const std::string& name) const {
    Browser browser(server->port());
    REQUIRE(browser.sign_in(name + "@example.org", people::testing::kPassword).status == 303);
    return browser;
  }

  /// Sends what stands in the editor of the second section.
  http::RawAnswer send(Browser& browser, const std::string& action, const std::string& based_on,
                       const std::string& markdown) const {
    return browser.post(kCustody, {{"csrf_token", browser.token_on(kReports + "/start")},
                                   {"based-on", based_on},
                                   {"title", "Custody"},
                                   {"markdown", markdown},
                                   {"action", action}});
  }

  ReportRoom& room;
  people::Web web{{.journal = room.office.journal, .database = room.office.database}};
  std::optional<http::Server> server;
};

void in_each_open_room(const std::function<void(OpenRoom&)>& body) {
  in_each_report_room([&](ReportRoom& room) {
    OpenRoom open(room);
    body(open);
  });
}

}  // namespace

TEST_CASE("an editor starts a report on its page; one without a title comes back with what was typed") {
  in_each_open_room([](OpenRoom& open) {
    Browser editor = open.signed_in("editor");
    const auto start = [&](const std::string& title) {
      return editor.post(kReports + "/start", {{"csrf_token", editor.token_on(kReports + "/start")},
                                               {"title", title},
                                               {"subtitle", "A <subtitle>"},
                                               {"summary", ""},
                                               {"key", ""}});
    };
    const http::RawAnswer incomplete = start("");
    CHECK(incomplete.status == 422);
    CHECK(says(incomplete, "A &lt;subtitle&gt;"));
    CHECK(start("Third Report").field("Location") == kReports + "/third-report");
    CHECK(says(editor.get(kReports), "Third Report"));
    CHECK(start("Start").status == 422);
    const http::RawAnswer taken = start("Published before");
    CHECK(taken.status == 422);
    CHECK(says(taken, "“A report of 2019” has this key already. Choose another."));
    CHECK(says(taken, "A &lt;subtitle&gt;"));
  });
}

TEST_CASE("the page of a report shows its contents, its words, and each problem with section and line") {
  in_each_open_room([](OpenRoom& open) {
    Browser editor = open.signed_in("editor");
    CHECK(says(editor.get(kReport), "No problem stands in the way of publishing."));
    REQUIRE(open.room.revise(open.room.editor, 2, 1, "Words.\n\n{figure:unknown}\n"));
    const http::RawAnswer page = editor.get(kReport);
    CHECK(says(page, "1 problem stands in the way of publishing."));
    CHECK(says(page, "line 3: There is no figure “unknown”."));
    CHECK(says(page, "href=\"" + kCustody + "\""));
    CHECK(says(page, "2 words"));
  });
}

TEST_CASE("removed sections and texts set aside have pages of their own, for those who write reports") {
  in_each_open_room([](OpenRoom& open) {
    Browser editor = open.signed_in("editor");
    CHECK(says(editor.get(kReport + "/removed-sections"), "None."));
    for (int number = 0; number < 26; ++number) {
      const Section added = open.room.add("Section " + std::to_string(number), "Text.");
      REQUIRE(open.room.perform(open.room.editor, RemoveSection{ReportRoom::kProgramme, ReportRoom::kReport,
                                                                added.number, "Not needed."}));
    }
    CHECK(says(editor.get(kReport), kReport + "/removed-sections?page=2"));
    CHECK(says(editor.get(kReport + "/removed-sections?page=2"), "Section 0"));
    CHECK(says(editor.get(kCustody + "/set-aside"), "None."));
    REQUIRE(open.room.revise(open.room.editor, 2, 1, "Revised."));
    CHECK(open.send(editor, "save", "1", "Typed too late.\r\n").status == 409);
    CHECK(says(editor.get(kCustody + "/set-aside?page=9"), "Typed too late."));
    CHECK(says(editor.get(kCustody + "/history"), "Typed too late."));
    Browser moderator = open.signed_in("moderator");
    for (const std::string& page : {kReport + "/removed-sections", kCustody + "/set-aside"})
      CHECK(moderator.get(page).status == 404);
  });
}

TEST_CASE("the editor shows a section with its preview, every figure of it provisional") {
  in_each_open_room([](OpenRoom& open) {
    Browser editor = open.signed_in("editor");
    const http::RawAnswer page = editor.get(kReport + "/sections/1");
    CHECK(says(page, "{figure:inspections}"));
    CHECK(says(page, "provisional, as of entry"));
    CHECK(says(page, "name=\"based-on\" value=\"1\""));
    CHECK(says(page, "Inspections by kind"));
  });
}

TEST_CASE("without scripts a preview comes with all that was typed, and nothing is saved") {
  in_each_open_room([](OpenRoom& open) {
    Browser editor = open.signed_in("editor");
    const http::RawAnswer page =
        open.send(editor, "preview", "1", "Of {figure:inspections} and {figure:unknown}.\r\n");
    CHECK(page.status == 200);
    CHECK(says(page, "Of {figure:inspections} and {figure:unknown}."));
    CHECK(says(page, "Line 1: There is no figure “unknown”."));
    CHECK(says(page, "[no figure “unknown”]"));
    CHECK(says(page, "name=\"based-on\" value=\"1\""));
    CHECK(open.room.report().sections[1].revision == 1);
  });
}

TEST_CASE("looking for a figure keeps what was typed") {
  in_each_open_room([](OpenRoom& open) {
    Browser editor = open.signed_in("editor");
    const auto find = [&](const std::string& wanted, const std::string& page) {
      return editor.post(kCustody, {{"csrf_token", editor.token_on(kReport + "/title")},
                                    {"title", "Custody"},
                                    {"markdown", "Half a sentence"},
                                    {"find", wanted},
                                    {"figures", page}});
    };
    const http::RawAnswer found = find("kind", "1");
    CHECK(says(found, "Half a sentence"));
    CHECK(says(found, "{figure:by-kind}"));
    CHECK(says(find("nothing of the kind", "1"), "There is no such figure."));
    CHECK(says(find("", "99"), "{figure:by-kind}"));
    CHECK(says(find("", "x"), "{figure:by-kind}"));
  });
}

TEST_CASE("the preview for scripts is a piece of markup that says how many problems there are") {
  in_each_open_room([](OpenRoom& open) {
    Browser editor = open.signed_in("editor");
    const auto preview = [&](const std::string& at, const std::string& token, const std::string& markdown) {
      return editor.post(at + "/preview",
                         {{"csrf_token", token}, {"title", "<b>Title</b>"}, {"markdown", markdown}});
    };
    const std::string token = editor.token_on(kReport + "/title");
    const http::RawAnswer answer = preview(kCustody, token, "{figure:inspections} <script>alert(1)");
    CHECK(answer.status == 200);
    CHECK(answer.content.starts_with("<div class=\"app-preview__content\" data-state=\"1 problem.\""));
    CHECK(says(answer, "&lt;b&gt;Title&lt;/b&gt;"));
    CHECK_FALSE(says(answer, "<script"));
    CHECK(says(preview(kReport + "/sections/add", token, "Text."), "data-state=\"No problems.\""));
    CHECK(preview(kCustody, "forged", "Text.").status == 403);
    CHECK(preview(kReport + "/sections/9", token, "Text.").status == 404);
  });
}

TEST_CASE("a section is added and revised on its page; one without a title comes back with its text") {
  in_each_open_room([](OpenRoom& open) {
    Browser editor = open.signed_in("editor");
    const std::string add = kReport + "/sections/add";
    const auto send = [&](const std::string& title) {
      return editor.post(add, {{"csrf_token", editor.token_on(add)},
                               {"title", title},
                               {"markdown", "The whole text."},
                               {"action", "save"}});
    };
    const http::RawAnswer nameless = send("");
    CHECK(nameless.status == 422);
    CHECK(says(nameless, "The whole text."));
    CHECK(send("Leadership").field("Location").starts_with(kReport + "/sections/3"));
    const http::RawAnswer saved = open.send(editor, "save", "1", "Another text.");
    CHECK(saved.status == 303);
    CHECK(says(editor.get(saved.field("Location")), "The section is saved."));
    CHECK(open.room.report().sections[1].markdown == "Another text.");
  });
}

TEST_CASE("two people write in one section: the second sees both texts, and saves what they made of them") {
  in_each_open_room([](OpenRoom& open) {
    Browser editor = open.signed_in("editor"), analyst = open.signed_in("analyst");
    REQUIRE(open.send(editor, "save", "1", "What the editor wrote.").status == 303);
    const http::RawAnswer overtaken = open.send(analyst, "save", "1", "What the analyst wrote.");
    CHECK(overtaken.status == 409);
    CHECK(says(overtaken, "Somebody else changed this section while you were writing."));
    CHECK(says(overtaken, "What the editor wrote."));
    CHECK(says(overtaken, "What the analyst wrote."));
    CHECK(says(overtaken, "name=\"based-on\" value=\"2\""));
    CHECK(says(editor.get(kCustody + "/history"), "What the analyst wrote."));
    CHECK(open.send(analyst, "save", "2", "What both wrote.").status == 303);
    CHECK(open.room.report().sections[1].markdown == "What both wrote.");
  });
}

TEST_CASE("what is sent to a section that was removed meanwhile is shown again, and kept in its history") {
  in_each_open_room([](OpenRoom& open) {
    Browser editor = open.signed_in("editor"), analyst = open.signed_in("analyst");
    const std::string remove = kCustody + "/remove", token = editor.token_on(remove);
    CHECK(editor.post(remove, {{"csrf_token", token}, {"reason", ""}}).status == 422);
    REQUIRE(editor.post(remove, {{"csrf_token", token}, {"reason", "Said elsewhere."}}).status == 303);
    const http::RawAnswer late = open.send(analyst, "save", "1", "Hours of work.");
    CHECK(late.status == 409);
    CHECK(says(late, "Hours of work."));
    const http::RawAnswer history = editor.get(kCustody + "/history");
    CHECK(says(history, "Said elsewhere."));
    CHECK(says(history, "Hours of work."));
    CHECK(says(editor.get(kReport), "Removed sections"));
    CHECK(editor.get(kCustody).status == 404);
  });
}

TEST_CASE("sections are moved by buttons of the contents, and a direction that is none is refused") {
  in_each_open_room([](OpenRoom& open) {
    Browser editor = open.signed_in("editor");
    const std::string token = editor.token_on(kReport);
    CHECK(editor.post(kCustody + "/move", {{"csrf_token", token}, {"direction", "up"}}).status == 303);
    CHECK(open.room.order() == "Custody, What we found");
    CHECK(editor.post(kCustody + "/move", {{"csrf_token", token}, {"direction", "away"}}).status == 422);
  });
}

TEST_CASE("title and summary are changed on their page; whoever was overtaken sees both") {
  in_each_open_room([](OpenRoom& open) {
    Browser editor = open.signed_in("editor");
    const std::string address = kReport + "/title";
    const auto send = [&](const std::string& title) {
      return editor.post(address,
                         {{"csrf_token", editor.token_on(address)}, {"based-on", "1"}, {"title", title}});
    };
    REQUIRE(send("A better title").status == 303);
    const http::RawAnswer overtaken = send("Another title");
    CHECK(overtaken.status == 409);
    CHECK(says(overtaken, "A better title"));
    CHECK(says(overtaken, "value=\"Another title\""));
    CHECK(says(overtaken, "name=\"based-on\" value=\"2\""));
  });
}

TEST_CASE("the whole draft is read on one page that says it is one") {
  in_each_open_room([](OpenRoom& open) {
    Browser editor = open.signed_in("editor");
    const http::RawAnswer page = editor.get(kReport + "/draft");
    CHECK(says(page, "This is a draft. Every figure in it is provisional"));
    CHECK(says(page, "href=\"#what-we-found--why\""));
    CHECK(says(page, "id=\"what-we-found--why\""));
  });
}

TEST_CASE(
    "a draft shows quoted words to whoever may see the evidence, and says to others that they are not "
    "shown") {
  in_each_open_room([](OpenRoom& open) {
    const evidence::ExtractId extract = open.room.extract("Calls <wait>.");
    Browser analyst = open.signed_in("analyst"), editor = open.signed_in("editor");
    REQUIRE(open.send(analyst, "save", "1", ReportRoom::quoting(extract)).status == 303);
    const std::string missing =
        "[the words of extract " + std::to_string(extract.value()) + " are not shown]";
    for (const std::string& address : {kReport + "/draft", kCustody}) {
      CAPTURE(address);
      CHECK(says(analyst.get(address), "<p class=\"govuk-body\">Calls &lt;wait&gt;.</p></blockquote>"));
      CHECK(says(editor.get(address), missing));
      CHECK_FALSE(says(editor.get(address), "Calls &lt;wait&gt;."));
    }
    CHECK(says(editor.get(kCustody),
               "write its number alone between a line <code class=\"app-code\">```extract</code>"));
  });
}

TEST_CASE("an earlier revision is read as it was typed, and no sign of it becomes markup") {
  in_each_open_room([](OpenRoom& open) {
    Browser editor = open.signed_in("editor");
    REQUIRE(open.room.revise(open.room.editor, 2, 1, "<script>alert(1)</script>"));
    const http::RawAnswer page = editor.get(kCustody + "/history/2");
    CHECK(says(page, "&lt;script&gt;alert(1)"));
    CHECK(says(editor.get(kCustody + "/history/1"), "Text about [why](#why)."));
    CHECK(editor.get(kCustody + "/history/9").status == 404);
    CHECK(editor.get(kCustody + "/history/9223372036854775807").status == 404);
  });
}

TEST_CASE("whoever does not read reports finds none of their pages, nor what stands in them") {
  in_each_open_room([](OpenRoom& open) {
    Browser moderator = open.signed_in("moderator");
    for (const std::string& address :
         {kReports, kReports + "/start", kReport, kReport + "/draft", kReport + "/title",
          kReport + "/sections/add", kCustody, kCustody + "/remove", kCustody + "/history",
          kCustody + "/history/1"}) {
      CAPTURE(address);
      CHECK(moderator.get(address).status == 404);
    }
    CHECK(says(moderator.get("/reports"), "There is no report that you may read."));
    const std::string token = moderator.token_on("/account");
    for (const std::string& address :
         {kReports + "/start", kReport + "/title", kReport + "/sections/add",
          kReport + "/sections/add/preview", kCustody, kCustody + "/preview", kCustody + "/remove"}) {
      CAPTURE(address);
      CHECK(moderator
                .post(address, {{"csrf_token", token},
                                {"title", "T"},
                                {"markdown", "M"},
                                {"action", "save"},
                                {"reason", "R"}})
                .status == 404);
    }
  });
}

TEST_CASE("whoever reads reports reads the draft, and is offered nothing that writers do") {
  in_each_open_room([](OpenRoom& open) {  // Handbook §2.8, §12.6
    open.room.person("reviewer", {{people::Role::DisclosureReviewer, {}}});
    open.room.person("hm", {{people::Role::HmInspector, open.room.force}});
    for (const char* who : {"reviewer", "hm"}) {
      CAPTURE(who);
      Browser reader = open.signed_in(who);
      CHECK(reader.get(kReports).status == 200);
      CHECK_FALSE(says(reader.get(kReports), "Start a report"));
      const http::RawAnswer report = reader.get(kReport);
      CHECK(report.status == 200);
      for (const char* offered :
           {"Add a section", "Remove", "History", "Change title", "/sections/", ">Publish<"})
        CHECK_FALSE_MESSAGE(says(report, offered), offered);
      CHECK(says(report, "What would be published"));
      CHECK(says(reader.get(kReport + "/draft"), "Custody"));
      for (const std::string& address :
           {kReports + "/start", kReport + "/title", kReport + "/removed-sections", kReport + "/sections/add",
            kCustody, kCustody + "/remove", kCustody + "/history", kCustody + "/history/1"})
        CHECK_MESSAGE(reader.get(address).status == 404, address);
    }
  });
}

TEST_CASE("numbers beyond any there is, in addresses and forms, are answered as not there") {
  in_each_open_room([](OpenRoom& open) {
    Browser editor = open.signed_in("editor");
    const std::string beyond = "9223372036854775807";
    CHECK(editor.get(kReport + "/sections/" + beyond).status == 404);
    CHECK(editor.get(kReport + "/sections/0").status == 404);
    CHECK(editor.get(kReport + "/sections/" + beyond + "/history").status == 404);
    CHECK(open.send(editor, "save", beyond, "Text.").status == 409);
    CHECK(open.send(editor, "save", "", "Text.").status == 409);
  });
}
