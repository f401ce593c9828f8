// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The board, the page of an inspection and its forms as a browser meets them,
// through the real server.

#include "inspection/inspection_pages.h"

#include <doctest/doctest.h>

#include "inspection/room_test.h"
#include "people/browser_test.h"
#include "people/people_pages.h"
#include "platform/http/server.h"

using namespace sightline;
using namespace sightline::inspection;
using people::testing::Browser;
using people::testing::says;
using sightline::inspection::testing::in_each_room;
using sightline::inspection::testing::Room;

namespace {

/// A room with its pages served.
struct OpenRoom {
  explicit OpenRoom(Room& given) : room(given) {
    http::Router router;
    people::add_routes(router, web, room.office.hasher);
    add_routes(router, web);
    router.on_problem([this](const http::Problem& problem, const http::Request& request) {
      return web.problem_page(problem, request);
    });
    server.emplace(http::ServerOptions{}, std::move(router));
    server->start();
  }

  Browser signed_in(const std::string& name) const {
    Browser browser(server->port());
    REQUIRE(browser.sign_in(name + "@example.org", people::testing::kPassword).status == 303);
    return browser;
  }

  Room& room;
  people::Web web{{.journal = room.office.journal, .database = room.office.database}};
  std::optional<http::Server> server;
};

void in_each_open_room(const std::function<void(OpenRoom&)>& body) {
  in_each_room([&](Room& room) {
    OpenRoom open(room);
    body(open);
  });
}

std::string number(std::int64_t value) {
  return std::to_string(value);
}

/// The form, with the token of the page at `target`, sent to where it was.
http::RawAnswer send(Browser& browser, const std::string& target, http::Fields form) {
  form.add("csrf_token", browser.token_on(target));
  return browser.post(target, form);
}

}  // namespace

TEST_CASE("the board shows twenty-five inspections a page, the exact count, and what was made up") {
  in_each_open_room([](OpenRoom& open) {
    for (int i = 0; i < 26; ++i) open.room.known("known-" + number(i));
    Browser browser = open.signed_in("planner");
    const http::RawAnswer first = browser.get("/programme");
    CHECK(first.status == 200);
    CHECK(says(first, "26 inspections"));
    CHECK(says(first, "Invented"));
    CHECK(says(first, "Not known"));
    CHECK(says(first, "known-0\""));
    CHECK_FALSE(says(first, "known-9\""));
    CHECK(says(browser.get("/programme?page=2"), "known-9\""));
  });
}

TEST_CASE("a filter of the board stays in the address of its next page, and nonsense filters nothing") {
  in_each_open_room([](OpenRoom& open) {
    for (int i = 0; i < 26; ++i) open.room.known("known-" + number(i));
    open.room.planned();
    Browser browser = open.signed_in("planner");
    const http::RawAnswer filtered = browser.get("/programme?origin=public-record");
    CHECK(says(filtered, "26 inspections"));
    CHECK(says(filtered, "origin=public-record&amp;page=2"));
    CHECK(says(browser.get("/programme?stage=planned"), "1 inspection<"));
    CHECK(says(browser.get("/programme?kind=nonsense&body=-1&page=x"), "27 inspections"));
  });
}

TEST_CASE("somebody who may not see an inspection finds neither it nor its forms") {
  in_each_open_room([](OpenRoom& open) {
    open.room.planned();
    open.room.person("outsider");
    Browser browser = open.signed_in("outsider");
    CHECK_FALSE(says(browser.get("/programme"), "northshire-inspection"));
    CHECK(browser.get("/programme/plan").status == 403);
    for (const char* below : {"", "/dates", "/team"})
      CHECK(browser.get(std::string("/inspections/northshire-inspection") + below).status == 404);
    CHECK(browser.get("/inspections/there-is-none").status == 404);
  });
}

TEST_CASE("an inspection is planned on a page, and what is wrong comes back with all that was typed") {
  in_each_open_room([](OpenRoom& open) {
    Browser browser = open.signed_in("planner");
    http::Fields form{{"title", "A <new> inspection"},
                      {"kind", "child-protection-inspection"},
                      {"body", ""},
                      {"programme", number(open.room.programme.value())},
                      {"framework", ""},
                      {"follows", "no-such-inspection"},
                      {"theme", "neglect"}};
    const http::RawAnswer back = send(browser, "/programme/plan", form);
    CHECK(back.status == 422);
    CHECK(says(back, "There is a problem"));
    CHECK(says(back, "Choose the body that is inspected."));
    CHECK(says(back, "There is no inspection that ends its address this way."));
    CHECK(says(back, "A &lt;new&gt; inspection"));
    CHECK(says(back, "value=\"no-such-inspection\""));
    CHECK(says(back, "value=\"neglect\""));
    form = {{"title", "A <new> inspection"},
            {"kind", "child-protection-inspection"},
            {"body", number(open.room.force.value())},
            {"programme", number(open.room.programme.value())}};
    const http::RawAnswer planned = send(browser, "/programme/plan", form);
    CHECK(planned.status == 303);
    CHECK(planned.field("Location") == "/inspections/a-new-inspection");
    const http::RawAnswer page = browser.get("/inspections/a-new-inspection");
    CHECK(says(page, "A &lt;new&gt; inspection"));
    CHECK(says(page, "planner planned the inspection, 23 November 2026 (entry"));
    CHECK(says(page, "Not set"));
  });
}

TEST_CASE("dates are saved as far as they are known, and wrong ones come back beside their field") {
  in_each_open_room([](OpenRoom& open) {
    open.room.planned();
    Browser browser = open.signed_in("planner");
    const std::string address = "/inspections/northshire-inspection/dates";
    const http::RawAnswer back = send(browser, address,
                                      {{"based_on", "1"},
                                       {"sense", "period"},
                                       {"fieldwork-month", "13"},
                                       {"fieldwork-year", "2026"},
                                       {"report-year", "2026"}});
    CHECK(back.status == 422);
    CHECK(says(back, "Enter a year, a month and year, or a whole date"));
    CHECK(says(back, "value=\"13\""));
    CHECK(send(browser, address,
               {{"based_on", "1"},
                {"sense", "window"},
                {"fieldwork-month", "3"},
                {"fieldwork-year", "2026"},
                {"fieldwork_end-month", "4"},
                {"fieldwork_end-year", "2026"},
                {"report-year", "2026"}})
              .status == 303);
    const http::RawAnswer page = browser.get("/inspections/northshire-inspection");
    CHECK(says(page, "at some time in March to April 2026"));
    const http::RawAnswer form = browser.get(address);
    CHECK(says(form, "name=\"based_on\" value=\"2\""));
    CHECK(says(form, "value=\"window\" checked"));
  });
}

TEST_CASE("dates that somebody else saved meanwhile are shown beside what was typed") {
  in_each_open_room([](OpenRoom& open) {
    const InspectionId id = open.room.planned();
    Browser browser = open.signed_in("planner");
    const std::string address = "/inspections/northshire-inspection/dates";
    REQUIRE(open.room.perform(people::the_operator(),
                              SetDates{id, 1, {.report = PartialDate::from_iso("2027-05")}}));
    const http::RawAnswer conflict =
        send(browser, address, {{"based_on", "1"}, {"sense", "period"}, {"report-year", "2028"}});
    CHECK(conflict.status == 409);
    CHECK(says(conflict, "May 2027"));
    CHECK(says(conflict, "value=\"2028\""));
    CHECK(says(conflict, "name=\"based_on\" value=\"2\""));
  });
}

TEST_CASE("a team is put together and taken apart on pages") {
  in_each_open_room([](OpenRoom& open) {
    const InspectionId id = open.room.planned();
    const auto ana = open.room.person("ana");
    const auto conflicted = open.room.person("conflicted");
    open.room.declare_conflict(conflicted, open.room.force);
    Browser browser = open.signed_in("planner");
    const std::string address = "/inspections/northshire-inspection/team";
    CHECK_FALSE(says(browser.get(address), ">conflicted<"));
    const http::RawAnswer refused =
        send(browser, address, {{"person", number(conflicted.person->value())}, {"role", "inspector"}});
    CHECK(refused.status == 422);
    CHECK(says(refused, "conflicted has a conflict of interest and cannot join this team."));
    CHECK(says(refused, "name=\"role\" value=\"inspector\""));
    CHECK_FALSE(says(refused, "conflicted@example.org"));
    CHECK(says(send(browser, address, {}), "Choose a person."));
    const http::RawAnswer without_role =
        send(browser, address, {{"person", number(ana.person->value())}, {"name", "an"}, {"page", "1"}});
    CHECK(without_role.status == 422);
    CHECK(says(without_role, "Choose a role."));
    CHECK(says(without_role, "ana@example.org"));
    CHECK(says(without_role, "href=\"" + address + "?name=an\""));
    CHECK(send(browser, address, {{"person", number(ana.person->value())}, {"role", "lead-inspector"}})
              .status == 303);
    const std::string page = "/inspections/northshire-inspection";
    CHECK(says(browser.get(page), "Lead inspector"));
    const MembershipId membership = open.room.team(id).at(0).id;
    CHECK(browser
              .post(address + "/" + number(membership.value()) + "/end",
                    {{"csrf_token", browser.token_on(page)}})
              .status == 303);
    CHECK(says(browser.get(page), "Has left"));
  });
}

TEST_CASE("whom a team takes is searched for, chosen from a page of ten, and given a role") {
  in_each_open_room([](OpenRoom& open) {
    open.room.planned();
    for (int i = 10; i < 22; ++i) open.room.person("Ana-" + number(i));
    const auto barred = open.room.person("Ana-barred");
    open.room.declare_conflict(barred, open.room.force);
    const auto last = open.room.person("Ana-z");
    Browser browser = open.signed_in("planner");
    const std::string address = "/inspections/northshire-inspection/team";
    const http::RawAnswer second = browser.get(address + "?name=aNA&page=2&role=inspector");
    CHECK(says(second, "13 people with “aNA” in the name"));
    CHECK(says(second, "Ana-z"));
    CHECK_FALSE(says(second, "Ana-10"));
    CHECK_FALSE(says(second, "barred"));
    const std::string person = "person=" + number(last.person->value());
    CHECK(says(second, "?role=inspector&amp;name=aNA&amp;page=2&amp;" + person));
    const http::RawAnswer chosen = browser.get(address + "?role=inspector&name=aNA&page=2&" + person);
    CHECK(says(chosen, "Ana-z"));
    CHECK(says(chosen, "value=\"inspector\" checked"));
    CHECK(says(chosen, "?name=aNA&amp;page=2&amp;role=inspector"));
    CHECK(says(browser.get(address + "?name=%5C"), "No people with “\\” in the name"));
    const http::RawAnswer not_offered = browser.get(address + "?person=" + number(barred.person->value()));
    CHECK(not_offered.status == 200);
    CHECK_FALSE(says(not_offered, "Ana-barred"));
  });
}

TEST_CASE("the team of a joint inspection, and no other, is offered an inspector of another inspectorate") {
  in_each_open_room([](OpenRoom& open) {  // Handbook §2.8
    open.room.planned();
    Plan joint = open.room.plan();
    joint.kind = Kind::JointTargetedAreaInspection;
    joint.body = open.room.organisation("deckleford", people::OrganisationKind::LocalAuthorityArea);
    joint.title = "Deckleford joint inspection";
    const InspectionId id = open.room.perform(open.room.planner, PlanInspection{joint})->id;
    const people::Actor partner = open.room.person("partner");
    Browser planner = open.signed_in("planner");
    const auto form_at = [&](const std::string& inspection) {
      return planner.get("/inspections/" + inspection +
                         "/team?person=" + std::to_string(partner.person->value()));
    };
    CHECK(says(form_at("deckleford-joint-inspection"), "Inspector of another inspectorate"));
    CHECK_FALSE(says(form_at("northshire-inspection"), "Inspector of another inspectorate"));
    REQUIRE(open.room.perform(people::the_operator(),
                              AssignMember{id, *partner.person, TeamRole::PartnerInspector}));
    CHECK(says(open.signed_in("partner").get("/inspections/deckleford-joint-inspection"),
               "Inspector of another inspectorate"));
  });
}

TEST_CASE("the page offers the steps that its reader may take, and says what is missing for one") {
  in_each_open_room([](OpenRoom& open) {
    const InspectionId id = open.room.planned();
    open.room.person("press", {{people::Role::PressOfficer, {}}});
    Browser press = open.signed_in("press");
    Browser planner = open.signed_in("planner");
    const std::string page = "/inspections/northshire-inspection";
    CHECK_FALSE(says(press.get(page), "Next step"));
    CHECK(says(planner.get(page), "Set the dates of the fieldwork first."));
    const auto announce = [&](Browser& browser) {
      return browser.post(page + "/stage", {{"csrf_token", browser.token_on(page)}, {"action", "announce"}});
    };
    CHECK(announce(planner).status == 409);
    REQUIRE(open.room.perform(people::the_operator(),
                              SetDates{id, 1, {.fieldwork = Fieldwork{*Period::from_iso("2027-03")}}}));
    CHECK(announce(press).status == 403);
    CHECK(announce(planner).status == 303);
    CHECK(says(planner.get(page), "Announced"));
    CHECK(announce(planner).status == 409);
    CHECK(planner.post(page + "/stage", {{"csrf_token", planner.token_on(page)}, {"action", "fly"}}).status ==
          422);
  });
}

TEST_CASE("the page of a known inspection names its source and offers no step and no team") {
  in_each_open_room([](OpenRoom& open) {
    KnownInspection known = open.room.known_details("known-inspection");
    known.record.source = Source{"https://www.example.org/report", SourceType::Official};
    known.record.note = "From a <report>.";
    open.room.record(known);
    Browser browser = open.signed_in("planner");
    const http::RawAnswer page = browser.get("/inspections/known-inspection");
    CHECK(says(page, "href=\"https://www.example.org/report\""));
    CHECK(says(page, "From a &lt;report&gt;."));
    CHECK_FALSE(says(page, "Next step"));
    CHECK_FALSE(says(page, "Nobody is on the team"));
    CHECK_FALSE(says(page, "Change the dates"));
  });
}

TEST_CASE("a closed inspection is reopened on its page, with a reason that the page then shows") {
  in_each_open_room([](OpenRoom& open) {
    const InspectionId id = open.room.planned();
    open.room.member_of(id, "lead", TeamRole::LeadInspector);
    open.room.close(id);
    Browser planner = open.signed_in("planner");
    const std::string page = "/inspections/northshire-inspection";
    CHECK_FALSE(says(planner.get(page), "Put somebody on the team"));
    const auto reopen = [&](const char* reason) {
      return planner.post(page + "/stage",
                          {{"csrf_token", planner.token_on(page)}, {"action", "reopen"}, {"reason", reason}});
    };
    const http::RawAnswer refused = reopen(" ");
    CHECK(refused.status == 422);
    CHECK(says(refused, "Give a reason."));
    CHECK(reopen("The minutes <were> found.").status == 303);
    const http::RawAnswer reopened = planner.get(page);
    CHECK(says(reopened, "The minutes &lt;were&gt; found."));
    CHECK(says(reopened, "Put somebody on the team"));
    open.room.person("press", {{people::Role::PressOfficer, {}}});
    CHECK_FALSE(says(open.signed_in("press").get(page), "The minutes"));
  });
}

TEST_CASE("a lead inspector who closes the inspection is led to the board, for it is out of their sight") {
  in_each_open_room([](OpenRoom& open) {
    const InspectionId id = open.room.planned();
    open.room.member_of(id, "lead", TeamRole::LeadInspector);
    open.room.close(id);
    REQUIRE(open.room.perform(open.room.planner, MoveStage{id, StageAction::Reopen, "Once more."}));
    open.room.member_of(id, "second-lead", TeamRole::LeadInspector);
    Browser lead = open.signed_in("second-lead");
    const std::string page = "/inspections/northshire-inspection";
    const http::RawAnswer closed =
        lead.post(page + "/stage", {{"csrf_token", lead.token_on(page)}, {"action", "close"}});
    CHECK(closed.field("Location") == "/programme");
    CHECK(lead.get(page).status == 404);
  });
}
