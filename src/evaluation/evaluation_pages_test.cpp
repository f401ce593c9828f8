// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Evaluations as a browser meets them, through the real server.

#include "evaluation/evaluation_pages.h"

#include <doctest/doctest.h>

#include "evaluation/evaluation_room_test.h"
#include "people/browser_test.h"
#include "people/people_pages.h"
#include "platform/http/server.h"

namespace sightline::evaluation {
namespace {

using people::testing::Browser;
using people::testing::says;
using testing::EvaluationRoom;

const std::string kList = "/publications/a-report/evaluations";
const std::string kUploadedPdf = "%PDF-1.7\n1 0 obj\n%%EOF\n";

struct OpenRoom : EvaluationRoom {
  explicit OpenRoom(sql::Database& opened) : EvaluationRoom(opened) {
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

  static http::Fields filled(Browser& browser) {
    return {{"csrf_token", browser.token_on("/account/password")},
            {"title", "An evaluation & more"},
            {"evaluator", "The Invented Institute"},
            {"published-on-day", "2"},
            {"published-on-month", "11"},
            {"published-on-year", "2026"},
            {"summary", "Whether it helped."}};
  }
  static http::Fields with_text(Browser& browser, const std::string& text) {
    http::Fields fields = filled(browser);
    fields.add("text", text);
    return fields;
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

TEST_CASE("an editor attaches a file, and everybody signed in can save it") {
  in_an_open_room([](OpenRoom& room) {
    Browser editor = room.signed_in("editor");
    CHECK(says(editor.get(kList), "No evaluation is attached"));
    const auto done =
        editor.post_with_file(kList, room.filled(editor), "file", "evaluation.pdf", kUploadedPdf);
    CHECK(done.status == 303);
    Browser stranger = room.signed_in("stranger");
    CHECK(says(stranger.get(kList), "An evaluation &amp; more"));
    CHECK(says(stranger.get(kList + "/1"), "The Invented Institute"));
    const auto file = stranger.get(kList + "/1/file");
    CHECK(file.content == kUploadedPdf);
    CHECK(file.head.find("application/pdf") != std::string::npos);
    CHECK(file.head.find("attachment") != std::string::npos);
    CHECK(Browser(room.server->port()).get(kList).status == 303);
  });
}

TEST_CASE("text in Markdown is shown on the page below its title") {
  in_an_open_room([](OpenRoom& room) {
    Browser editor = room.signed_in("editor");
    const auto done =
        editor.post_with_file(kList, room.with_text(editor, "# Found\n\nIt *helped*."), "file", "", "");
    CHECK(done.status == 303);
    const auto page = editor.get(kList + "/1?done=attached");
    CHECK(says(page, "Attached."));
    CHECK(says(page, "<em>helped</em>"));
    CHECK(says(page, "id=\"evaluation-found\""));
    CHECK(says(page, "Found</h2>"));
    CHECK(says(editor.get(kList + "/1/file"), "# Found"));
  });
}

TEST_CASE("what is wrong comes back beside its field, with all that was typed and nothing attached") {
  in_an_open_room([](OpenRoom& room) {
    Browser editor = room.signed_in("editor");
    auto answer = editor.post_with_file(kList, room.filled(editor), "file", "evaluation.pdf", "MZ");
    CHECK(answer.status == 422);
    CHECK(says(answer, "evaluation.pdf could not be attached: its content is not what its name says."));
    CHECK(says(answer, "An evaluation &amp; more"));
    CHECK(says(answer, "Whether it helped."));
    answer = editor.post_with_file(kList, room.with_text(editor, "Fine.\n\n<i>no</i>"), "file", "", "");
    CHECK(answer.status == 422);
    CHECK(says(answer, "Line 3: "));
    CHECK(says(answer, "&lt;i&gt;no&lt;/i&gt;"));
    answer =
        editor.post_with_file(kList, room.with_text(editor, "Both."), "file", "evaluation.pdf", kUploadedPdf);
    CHECK(says(answer, "Choose a file or write the text, not both."));
    answer = editor.post_with_file(kList, {{"csrf_token", editor.token_on(kList)}}, "file", "", "");
    CHECK(answer.status == 422);
    for (const char* sentence :
         {"Enter the title", "Say who made", "Enter a day that exists", "Choose a file, or"})
      CHECK(says(answer, sentence));
    CHECK(says(editor.get(kList), "No evaluation is attached"));
  });
}

TEST_CASE("an evaluation that is too large is refused by name and with the limit, with all that was typed") {
  in_an_open_room([](OpenRoom& room) {
    Browser editor = room.signed_in("editor");
    const std::string large(kMostBytes + 1, 'x');
    const auto answer = editor.post_with_file(kList, room.filled(editor), "file", "evaluation.pdf", large);
    CHECK(answer.status == 413);
    CHECK(says(answer, "“evaluation.pdf” is larger than 25 MB."));
    CHECK(says(answer, "An evaluation &amp; more"));
    CHECK(says(answer, "No evaluation is attached"));
    Browser stranger = room.signed_in("stranger");
    CHECK(stranger.post_with_file(kList, room.filled(stranger), "file", "evaluation.pdf", large).status ==
          403);
  });
}

TEST_CASE("an evaluation is withdrawn with a reason, which stands in its place") {
  in_an_open_room([](OpenRoom& room) {
    REQUIRE(room.journal.perform(room.editor, room.attachment()));
    Browser editor = room.signed_in("editor");
    const auto withdraw = [&](Browser& browser, const std::string& reason) {
      return browser.post(kList + "/1/withdraw",
                          {{"csrf_token", browser.token_on("/account/password")}, {"reason", reason}});
    };
    CHECK(withdraw(editor, "").status == 422);
    Browser stranger = room.signed_in("stranger");
    CHECK_FALSE(says(stranger.get(kList + "/1"), "Withdraw this evaluation"));
    CHECK_FALSE(says(stranger.get(kList), "Attach an evaluation"));
    CHECK(withdraw(stranger, "Not mine to say.").status == 403);
    CHECK(stranger.post_with_file(kList, room.filled(stranger), "file", "evaluation.pdf", kUploadedPdf)
              .status == 403);
    CHECK(withdraw(editor, "The wrong file.").status == 303);
    CHECK(withdraw(editor, "Again.").status == 409);
    CHECK(says(stranger.get(kList + "/1"), "Withdrawn on 23 November 2026: The wrong file."));
    CHECK_FALSE(says(stranger.get(kList + "/1"), "It helped."));
    const auto instead = stranger.get(kList + "/1/file");
    CHECK(instead.status == 404);
    CHECK(says(instead, "Withdrawn on 23 November 2026: The wrong file."));
    CHECK(editor.get(kList + "/1/file").status == 200);
  });
}

TEST_CASE("the page of before and after claims a change only where there is one, and is paged by body") {
  in_an_open_room([](OpenRoom& room) {
    const auto first = room.published("First inspection", "2026-01", {8, 2});
    const auto review = room.published("Review", "2026-08", {1, 9}, first.id);
    room.published("Second review", "2026-10", {2, 8}, review.id);
    Browser analyst = room.signed_in("analyst");
    const auto page = analyst.get("/programmes/invented/before-and-after?page=9");
    CHECK(page.status == 200);
    CHECK(says(page, "Review after First inspection"));
    CHECK(says(page, "The share graded below good was smaller in the second sample"));
    CHECK(says(page, "do not show a change"));
    CHECK(says(page,
               "4 comparisons were made on this page. The share graded below the best grade was smaller in "
               "the second sample in 2 and larger in none; 2 do not show a change."));
    CHECK(says(page, "Invented: "));
    Browser stranger = room.signed_in("stranger");
    const auto hidden = stranger.get("/programmes/invented/before-and-after");
    CHECK(hidden.status == 404);
    CHECK(hidden.content == stranger.get("/programmes/another/before-and-after").content);
    CHECK(says(analyst.get(kList), "/programmes/invented/before-and-after"));
    CHECK_FALSE(says(stranger.get(kList), "before-and-after"));
    CHECK(stranger.get("/publications/another/evaluations").status == 404);
    CHECK(stranger.get(kList + "/1").status == 404);
    CHECK(stranger.get(kList + "/first").status == 404);
  });
}

}  // namespace
}  // namespace sightline::evaluation
