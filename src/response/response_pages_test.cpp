// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The response board as a browser meets it, through the real server.

#include "response/response_pages.h"

#include <doctest/doctest.h>

#include "people/browser_test.h"
#include "people/office_test.h"
#include "people/people_pages.h"
#include "platform/http/server.h"
#include "publication/duty_service.h"
#include "publication/publication_service.h"
#include "response/response_service.h"

namespace sightline::response {
namespace {

using people::testing::Browser;
using people::testing::kPassword;
using people::testing::Office;
using people::testing::says;

publication::PublicationId publish(Office& office, const std::string& key, const std::string& title,
                                   Date day) {
  publication::Publication report{.key = key, .title = title, .published_on = day, .parts = {}};
  for (const auto kind : {publication::PartKind::Title, publication::PartKind::Publisher,
                          publication::PartKind::PublishedOn, publication::PartKind::ReadOnline,
                          publication::PartKind::DownloadPdf, publication::PartKind::FindOutMore,
                          publication::PartKind::PressRelease, publication::PartKind::ResponsesReason})
    report.parts.push_back({.kind = kind,
                            .label = {},
                            .text = {},
                            .number = {},
                            .date = {},
                            .format = {},
                            .address = {},
                            .external = {},
                            .source = {"a test", SourceType::Other},
                            .note = {}});
  std::optional<publication::PublicationId> id;
  office.database.write([&](sql::Transaction& transaction) {
    journal::Work work(transaction, office.clock.now(), Date(2026, 11, 23));
    const auto published = publication::record_publication(work, report);
    REQUIRE(published);
    id = published->id;
    return sql::Verdict::Keep;
  });
  return *id;
}

void expect_responses(Office& office, int forces) {
  const publication::PublicationId report = publish(office, "a-report", "A report", Date(2026, 11, 2));
  for (int number = 0; number < forces; ++number) {
    const std::string key = "force-" + std::to_string(100 + number);
    const auto force = office.organisation(key);
    const auto body = office.organisation(key + "-body", people::OrganisationKind::LocalPolicingBody);
    office.database.write([&](sql::Transaction& transaction) {
      journal::Work work(transaction, office.clock.now(), Date(2026, 11, 23));
      REQUIRE(publication::record_duty(
          work,
          {report, body, force, BodyKind::Commissioner, "Commissioner", {"a test", SourceType::Other}}));
      return sql::Verdict::Keep;
    });
  }
}

/// An office with a board of 30, served, and an editor and an analyst to read it.
struct OpenBoard {
  explicit OpenBoard(Office& given) : office(given) {
    expect_responses(office, 30);
    office.person("editor", {{people::Role::Editor, {}}});
    office.person("analyst", {{people::Role::Analyst, {}}});
    http::Router router;
    people::add_routes(router, web, office.hasher);
    add_routes(router, web);
    router.on_problem([this](const http::Problem& problem, const http::Request& request) {
      return web.problem_page(problem, request);
    });
    server.emplace(http::ServerOptions{}, std::move(router));
    server->start();
  }

  Browser signed_in(const std::string& name) const {
    Browser browser(server->port());
    browser.sign_in(name + "@example.org", kPassword);
    return browser;
  }

  Office& office;
  people::Web web{{.journal = office.journal, .database = office.database}};
  std::optional<http::Server> server;
};

void at_an_open_board(const std::function<void(OpenBoard&)>& body) {
  sql::testing::on_each_engine([&](sql::Database& database) {
    Office office(database);
    OpenBoard open(office);
    body(open);
  });
}

std::map<std::string, std::string> filled(Browser& browser) {
  return {{"csrf_token", browser.token_on("/responses/1")},
          {"revision", "0"},
          {"format", "pdf document"},
          {"received-on-day", "20"},
          {"received-on-month", "11"},
          {"received-on-year", "2026"},
          {"address", "https://example.org/response.pdf"},
          {"source", "the body's own page"},
          {"source-type", "commissioner"},
          {"note", ""}};
}

http::RawAnswer post(Browser& browser, const std::map<std::string, std::string>& fields) {
  http::Fields form;
  for (const auto& [name, value] : fields) form.add(name, value);
  return browser.post("/responses/1", form);
}

TEST_CASE("the board is paged, filtered by state, and asks everybody to sign in") {
  at_an_open_board([](OpenBoard& open) {
    Browser stranger(open.server->port());
    CHECK(stranger.get("/responses").status == 303);
    Browser reader = open.signed_in("analyst");
    const auto first = reader.get("/responses");
    CHECK(first.status == 200);
    CHECK(says(first, "27 December 2026"));
    CHECK(says(first, "Organisation force-100"));
    CHECK_FALSE(says(first, "Organisation force-129"));
    CHECK(says(reader.get("/responses?page=2"), "Organisation force-129"));
    CHECK_FALSE(says(reader.get("/responses?state=received"), "Organisation force-100"));
    CHECK(reader.get("/responses?publication=none").status == 404);
    CHECK(reader.get("/responses/999999").status == 404);
    CHECK(reader.get("/responses/first").status == 404);
  });
}

TEST_CASE("the board of every publication can be chosen, and the choice is kept by every way on and back") {
  at_an_open_board([](OpenBoard& open) {
    publish(open.office, "a-later-report", "A later report", Date(2026, 11, 9));
    Browser reader = open.signed_in("analyst");
    const auto newest = reader.get("/responses");
    CHECK(says(newest, "A later report"));
    CHECK(says(newest, "<option value=\"a-report\">A report, 2 November 2026"));
    CHECK_FALSE(says(newest, "Organisation force-100"));
    const auto chosen = reader.get("/responses?publication=a-report&state=due");
    CHECK(says(chosen, "Organisation force-100"));
    CHECK(says(chosen, "<option value=\"a-report\" selected"));
    CHECK(says(chosen, "/responses?publication=a-report&amp;state=due&amp;page=2"));
    CHECK(says(reader.get("/responses/1"), "href=\"/responses?publication=a-report\""));
  });
}

TEST_CASE("an editor records a response, and the board says that it came in time") {
  at_an_open_board([](OpenBoard& open) {
    Browser editor = open.signed_in("editor");
    const auto done = post(editor, filled(editor));
    CHECK(done.status == 303);
    CHECK(says(editor.get("/responses?state=received"), "Organisation force-100"));
    CHECK(says(editor.get("/responses/1"), "Correct what is on record"));
  });
}

TEST_CASE("wrong fields come back on the same page beside what was typed") {
  at_an_open_board([](OpenBoard& open) {
    Browser editor = open.signed_in("editor");
    auto fields = filled(editor);
    fields["received-on-day"] = "31";
    fields["format"] = "";
    const auto answer = post(editor, fields);
    CHECK(answer.status == 422);
    CHECK(says(answer, "There is a problem"));
    CHECK(says(answer, "Enter a day that exists"));
    CHECK(says(answer, "Choose what the response came as."));
    CHECK(says(answer, "https://example.org/response.pdf"));
    fields = filled(editor);
    fields["address"] = "javascript:alert(1)";
    CHECK(says(post(editor, fields), "Enter a web address"));
  });
}

TEST_CASE("a response recorded meanwhile gets 409, shows what is on record and keeps what was typed") {
  at_an_open_board([](OpenBoard& open) {
    Browser editor = open.signed_in("editor");
    REQUIRE(post(editor, filled(editor)).status == 303);
    auto fields = filled(editor);
    fields["note"] = "typed by the second editor";
    const auto answer = post(editor, fields);
    CHECK(answer.status == 409);
    CHECK(says(answer, "Somebody else recorded this response"));
    CHECK(says(answer, "typed by the second editor"));
    fields["revision"] = "1";
    CHECK(post(editor, fields).status == 303);
  });
}

TEST_CASE("whoever may not record responses sees no form and is refused") {
  at_an_open_board([](OpenBoard& open) {
    Browser editor = open.signed_in("editor");
    Browser analyst = open.signed_in("analyst");
    CHECK_FALSE(says(analyst.get("/responses/1"), "Record a response"));
    auto fields = filled(editor);
    fields["csrf_token"] = analyst.token_on("/responses/1");
    CHECK(post(analyst, fields).status == 403);
  });
}

}  // namespace
}  // namespace sightline::response
