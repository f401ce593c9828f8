// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The door as a browser meets it, through the real server.

#include "people/people_pages.h"

#include "people/browser_test.h"
#include "people/conflict_service.h"
#include "people/office_test.h"
#include "people/person_service.h"
#include "platform/http/server.h"

using namespace sightline;
using namespace sightline::people;
using namespace sightline::people::testing;

namespace {

/// An office with its front door open.
struct OpenOffice {
  explicit OpenOffice(Office& given) : office(given) {
    http::Router router;
    add_routes(router, web, office.hasher);
    router.get("/secret", web.signed_in([](const http::Request&, const Session& session) {
      return http::text("for " + session.actor.name);
    }));
    router.get("/roles", web.signed_in_reading([](const http::Request&, const Session& session,
                                                  sql::Reader& reader) {
      return http::text(session.actor.name + " holds " +
                        std::to_string(roles_held(reader, session.actor, *session.actor.person).size()));
    }));
    router.get("/broken", web.signed_in([](const http::Request&, const Session&) -> http::Response {
      throw std::runtime_error("a case number");
    }));
    for (const char* address : {"/publish", "/programmes/{programme}/publish",
                                "/programmes/{programme}/publish/{part}", "/books/{book}"})
      router.get(address, web.signed_in([this](const http::Request& request, const Session& session) {
        return web.page(request, session, {.title = "Publish"}, html::Html());
      }));
    router.on_problem([this](const http::Problem& problem, const http::Request& request) {
      return web.problem_page(problem, request);
    });
    server.emplace(http::ServerOptions{}, std::move(router));
    server->start();
  }

  Browser browser() const { return Browser(server->port()); }

  Office& office;
  Web web{{.journal = office.journal,
           .database = office.database,
           .navigation = {{.text = "Publish",
                           .path = "/publish",
                           .is_for = [](const Actor& actor) { return actor.may(Permission::Publish); },
                           .also_above = "/books"}}}};
  std::optional<http::Server> server;
};

void in_an_open_office(const std::function<void(OpenOffice&)>& body) {
  sql::testing::on_each_engine([&](sql::Database& database) {
    Office office(database);
    office.person("editor", {{Role::Editor, std::nullopt}});
    OpenOffice open(office);
    body(open);
  });
}

}  // namespace

TEST_CASE("whoever is not signed in is led to the door, and after it to where they wanted to go") {
  in_an_open_office([](OpenOffice& open) {
    Browser browser = open.browser();
    const http::RawAnswer turned_away = browser.get("/secret?tab=2");
    CHECK(turned_away.status == 303);
    CHECK(turned_away.field("Location") == "/sign-in?then=%2Fsecret%3Ftab%3D2");
    const http::RawAnswer let_in = browser.sign_in("editor@example.org", kPassword, "/secret?tab=2");
    CHECK(let_in.status == 303);
    CHECK(let_in.field("Location") == "/secret?tab=2");
    CHECK(browser.get("/secret").content == "for editor");
  });
}

TEST_CASE("the cookie of a session is for this host alone, over TLS alone, and no script reads it") {
  in_an_open_office([](OpenOffice& open) {
    Browser browser = open.browser();
    const http::RawAnswer let_in = browser.sign_in("editor@example.org", kPassword);
    CHECK(let_in.has("Set-Cookie: __Host-sightline="));
    CHECK(let_in.has("; Path=/; Secure; HttpOnly; SameSite=Lax"));
    CHECK(browser.cookies.count("__Host-sightline-visit") == 0);
  });
}

TEST_CASE("nobody is sent off this site after signing in") {
  in_an_open_office([](OpenOffice& open) {
    for (const char* wanted : {"https://example.org/", "//example.org", "/\\example.org",
                               "javascript:alert(1)", "/ok\r\nSet-Cookie: a=b", ""}) {
      CAPTURE(wanted);
      Browser browser = open.browser();
      CHECK(browser.sign_in("editor@example.org", kPassword, wanted).field("Location") == "/account");
    }
  });
}

TEST_CASE("a wrong password comes back on the same page with the address kept and the password not") {
  in_an_open_office([](OpenOffice& open) {
    Browser browser = open.browser();
    const http::RawAnswer answer = browser.sign_in("editor@example.org", "a wrong password", "/secret");
    CHECK(answer.status == 422);
    CHECK(says(answer, "value=\"editor@example.org\""));
    CHECK(says(answer, "value=\"/secret\""));
    CHECK(says(answer, "There is a problem"));
    CHECK_FALSE(says(answer, "a wrong password"));
    CHECK_FALSE(browser.cookies.count(kSessionCookie));
  });
}

TEST_CASE("a form without our token, with another's, or from another site is refused") {
  in_an_open_office([](OpenOffice& open) {
    Browser browser = open.browser();
    browser.sign_in("editor@example.org", kPassword);
    const std::string token = browser.token_on("/account/password");
    Browser other = open.browser();
    other.sign_in("editor@example.org", kPassword);
    const std::string another = other.token_on("/account/password");
    CHECK(browser.post("/sign-out", {}).status == 403);
    CHECK(browser.post("/sign-out", {{"csrf_token", another}}).status == 403);
    for (const char* origin :
         {"https://example.org", "null", "http://127.0.0.1", "http://127.0.0.1.example.org"})
      CHECK(browser.post("/sign-out", {{"csrf_token", token}}, origin).status == 403);
    CHECK(browser.get("/secret").status == 200);
    CHECK(browser.post("/sign-out", {{"csrf_token", token}}).status == 303);
    CHECK(browser.get("/secret").status == 303);
  });
}

TEST_CASE("the sign-in form is refused without the cookie and the token of its page, and from another site") {
  in_an_open_office([](OpenOffice& open) {
    const http::Fields right{{"email", "editor@example.org"}, {"password", kPassword}};
    Browser without_cookie = open.browser();
    CHECK(without_cookie.post("/sign-in", right).status == 403);
    Browser without_token = open.browser();
    without_token.get("/sign-in");
    CHECK(without_token.post("/sign-in", right).status == 403);
    Browser foreign = open.browser();
    http::Fields with_token = right;
    with_token.add("csrf_token", foreign.token_on("/sign-in"));
    CHECK(foreign.post("/sign-in", with_token, "https://example.org").status == 403);
  });
}

TEST_CASE("signing out ends the session for whoever kept a copy of its cookie") {
  in_an_open_office([](OpenOffice& open) {
    Browser browser = open.browser();
    browser.sign_in("editor@example.org", kPassword);
    Browser thief = open.browser();
    thief.cookies = browser.cookies;
    CHECK(thief.get("/secret").status == 200);
    browser.post("/sign-out", {{"csrf_token", browser.token_on("/account")}});
    CHECK(browser.cookies.count(kSessionCookie) == 0);
    CHECK(thief.get("/secret").status == 303);
  });
}

TEST_CASE("a page that only reads is for whoever is signed in, and closed to them from the next request on") {
  in_an_open_office([](OpenOffice& open) {
    Browser browser = open.browser();
    CHECK(browser.get("/roles").head.find("\r\nLocation: /sign-in?then=%2Froles\r\n") != std::string::npos);
    browser.sign_in("editor@example.org", kPassword);
    CHECK(says(browser.get("/roles"), "holds 1"));
    Browser thief = browser;
    browser.post("/sign-out", {{"csrf_token", browser.token_on("/account")}});
    CHECK(thief.get("/roles").status == 303);
    CHECK(open.browser().get("/roles").status == 303);
  });
}

TEST_CASE("what was typed into a form whose session has ended is given back, passwords are not") {
  in_an_open_office([](OpenOffice& open) {
    Browser browser = open.browser();
    const http::RawAnswer answer = browser.post("/account/password", {{"reason-overall", "A long text"},
                                                                      {"revision", "3141"},
                                                                      {"current-password", "a password"},
                                                                      {"password", "a password"},
                                                                      {"password-again", "a password"}});
    CHECK(answer.status == 403);
    CHECK(says(answer, "You have been signed out"));
    CHECK(says(answer, "A long text"));
    CHECK(says(answer, "Reason overall"));
    CHECK_FALSE(says(answer, "3141"));
    CHECK_FALSE(says(answer, "a password"));
  });
}

TEST_CASE("what was typed into a form made for another session is given back, to another site nothing is") {
  in_an_open_office([](OpenOffice& open) {
    Browser browser = open.browser();
    browser.sign_in("editor@example.org", kPassword);
    const http::RawAnswer back =
        browser.post("/account/conflicts", {{"csrf_token", "of yesterday"}, {"reason", "A <long> text"}});
    CHECK(back.status == 403);
    CHECK(says(back, "What you typed"));
    CHECK(says(back, "A &lt;long&gt; text"));
    CHECK_FALSE(says(back, "of yesterday"));
    CHECK_FALSE(says(browser.post("/account/conflicts", {{"reason", "A long text"}}, "https://example.org"),
                     "A long text"));
  });
}

TEST_CASE(
    "a conflict of interest is declared on a page, and what is wrong comes back with all that was typed") {
  in_an_open_office([](OpenOffice& open) {
    open.office.organisation("north-vale");
    Browser browser = open.browser();
    browser.sign_in("editor@example.org", kPassword);
    http::Fields form{{"csrf_token", browser.token_on("/account/conflicts")},
                      {"organisation", "north-vale"},
                      {"reason", "Served <there>"},
                      {"first_day-day", "31"},
                      {"first_day-month", "2"},
                      {"first_day-year", "2024"},
                      {"name", "vale"}};
    const http::RawAnswer back = browser.post("/account/conflicts", form);
    CHECK(back.status == 422);
    CHECK(says(back, "Enter a day that exists"));
    CHECK(says(back, "Served &lt;there&gt;"));
    CHECK(says(back, "value=\"31\""));
    CHECK(says(back, "Organisation north-vale"));
    CHECK(says(back, "href=\"/account/conflicts/declare?name=vale\""));
    form = {{"csrf_token", browser.token_on("/account/conflicts")},
            {"organisation", "north-vale"},
            {"reason", "Served <there>"},
            {"first_day-day", "1"},
            {"first_day-month", "2"},
            {"first_day-year", "2024"}};
    CHECK(browser.post("/account/conflicts", form).field("Location") == "/account/conflicts?declared");
    CHECK(browser.post("/account/conflicts", form).status == 409);
    CHECK(says(browser.get("/account/conflicts"), "1 February 2024"));
  });
}

TEST_CASE("the organisation of a conflict is searched for, chosen and only then written about") {
  in_an_open_office([](OpenOffice& open) {
    for (int i = 10; i < 25; ++i) open.office.organisation("vale-" + std::to_string(i));
    open.office.organisation("north-sea");
    Browser browser = open.browser();
    browser.sign_in("editor@example.org", kPassword);
    const std::string address = "/account/conflicts/declare";
    CHECK(says(browser.get("/account/conflicts"), "href=\"" + address + "\""));
    CHECK(says(browser.get(address), "16 organisations"));
    const http::RawAnswer second = browser.get(address + "?name=VALE&page=2");
    CHECK(says(second, "15 organisations with “VALE” in the name"));
    CHECK(says(second, "value=\"VALE\""));
    CHECK(says(second, "Organisation vale-24"));
    CHECK_FALSE(says(second, "Organisation vale-10"));
    const std::string choice = address + "?name=VALE&amp;page=2&amp;organisation=vale-24";
    CHECK(says(second, "href=\"" + choice + "\""));
    const http::RawAnswer chosen = browser.get(address + "?name=VALE&page=2&organisation=vale-24");
    CHECK(says(chosen, "name=\"organisation\" value=\"vale-24\""));
    CHECK(says(chosen, "Police force (invented)"));
    CHECK(says(chosen, "href=\"" + address + "?name=VALE&amp;page=2\""));
    const http::RawAnswer nothing = browser.get(address + "?name=%25");
    CHECK(says(nothing, "No organisations with “%” in the name"));
    CHECK(says(nothing, "Check the spelling"));
    CHECK(says(browser.get(address + "?organisation=nowhere&page=x"), "16 organisations"));
  });
}

TEST_CASE("a declaration that names no organisation comes back with its reason") {
  in_an_open_office([](OpenOffice& open) {
    Browser browser = open.browser();
    browser.sign_in("editor@example.org", kPassword);
    const http::RawAnswer back =
        browser.post("/account/conflicts", {{"csrf_token", browser.token_on("/account/conflicts")},
                                            {"organisation", "nowhere"},
                                            {"reason", "Served there"}});
    CHECK(back.status == 422);
    CHECK(says(back, "Choose an organisation."));
    CHECK(says(back, "Served there"));
  });
}

TEST_CASE("the password is changed on a page, where what is wrong stands beside its field") {
  in_an_open_office([](OpenOffice& open) {
    Browser browser = open.browser();
    browser.sign_in("editor@example.org", kPassword);
    const std::string token = browser.token_on("/account/password");
    const auto change = [&](const std::string& current) {
      return browser.post("/account/password", {{"csrf_token", token},
                                                {"current-password", current},
                                                {"password", "another invented one"},
                                                {"password-again", "another invented one"}});
    };
    const http::RawAnswer wrong = change("not the password");
    CHECK(wrong.status == 422);
    CHECK(says(wrong, "The current password is not right."));
    CHECK_FALSE(says(wrong, "another invented one"));
    CHECK(change(kPassword).field("Location") == "/account?password-changed");
    CHECK(says(browser.get("/account?password-changed"), "Your password was changed."));
  });
}

TEST_CASE("the navigation shows only what the person's roles are for") {
  in_an_open_office([](OpenOffice& open) {
    open.office.person("analyst", {{Role::Analyst, std::nullopt}});
    Browser editor = open.browser();
    editor.sign_in("editor@example.org", kPassword);
    CHECK(says(editor.get("/account"), "href=\"/publish\""));
    Browser analyst = open.browser();
    analyst.sign_in("analyst@example.org", kPassword);
    CHECK_FALSE(says(analyst.get("/account"), "href=\"/publish\""));
  });
}

TEST_CASE("the navigation marks what a page belongs to, whichever programme is asked") {
  in_an_open_office([](OpenOffice& open) {
    Browser editor = open.browser();
    editor.sign_in("editor@example.org", kPassword);
    const std::string marked = "govuk-service-navigation__item--active";
    for (const char* address :
         {"/publish", "/programmes/first/publish", "/programmes/second/publish/release", "/books/first"})
      CHECK_MESSAGE(says(editor.get(address), marked), address);
    for (const char* elsewhere : {"/account", "/programmes/publish", "/programmes/first/published"})
      CHECK_FALSE_MESSAGE(says(editor.get(elsewhere), marked), elsewhere);
  });
}

TEST_CASE("an accident is told as a number, and never in its own words") {
  in_an_open_office([](OpenOffice& open) {
    Browser browser = open.browser();
    browser.sign_in("editor@example.org", kPassword);
    const http::RawAnswer answer = browser.get("/broken");
    CHECK(answer.status == 500);
    CHECK(says(answer, "give the number"));
    CHECK_FALSE(says(answer, "a case number"));
    CHECK(says(browser.get("/nowhere"), "Page not found"));
  });
}
