// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The page of a case and its forms as a browser meets them, through the real server.

#include <doctest/doctest.h>

#include <algorithm>

#include "assessment/assessment_pages.h"
#include "assessment/case_room_test.h"
#include "people/browser_test.h"
#include "people/people_pages.h"
#include "platform/http/server.h"

using namespace sightline;
using namespace sightline::assessment;
using people::testing::Browser;
using people::testing::says;
using sightline::assessment::testing::CaseRoom;
using sightline::assessment::testing::in_each_room;

namespace {

/// A room with its pages served.
struct OpenRoom {
  explicit OpenRoom(CaseRoom& given) : room(given) {
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

  std::string page_of(const Case& subject) const {
    return "/inspections/" + room.planned.key + "/cases/" + subject.number;
  }

  CaseRoom& room;
  people::Web web{{.journal = room.journal, .database = room.database}};
  std::optional<http::Server> server;
};

void in_each_open_room(const std::function<void(OpenRoom&)>& body) {
  in_each_room([&](CaseRoom& room) {
    OpenRoom open(room);
    body(open);
  });
}

}  // namespace

TEST_CASE("a lead inspector gives a case to somebody of the team on its page; nobody else is offered that") {
  in_each_open_room([](OpenRoom& open) {
    const Case subject = open.room.add_case(open.room.chosen_by_inspectors);
    const std::string page = open.page_of(subject);
    Browser lead = open.signed_in("lead"), ana = open.signed_in("ana");
    CHECK(says(lead.get(page), "Assigned to"));
    CHECK_FALSE(says(ana.get(page), "Assigned to"));
    CHECK_FALSE(says(ana.get("/work"), subject.number));
    const http::RawAnswer answer =
        lead.post(page + "/assignee", {{"csrf_token", lead.token_on(page)},
                                       {"assigned_to", std::to_string(open.room.ana.person->value())}});
    CHECK(answer.status == 303);
    CHECK(says(ana.get("/work"), subject.number));
    CHECK(says(lead.get(page), "Who has had this case"));
    CHECK_FALSE(says(ana.get(page), "Who has had this case"));
  });
}

TEST_CASE("a case shows the latest of its history, and beneath it the way to a page with all of it") {
  in_each_open_room([](OpenRoom& open) {
    const Case subject = open.room.add_case(open.room.chosen_by_inspectors);
    const std::string page = open.page_of(subject);
    Browser ana = open.signed_in("ana");
    const auto save = [&](int revision) {
      REQUIRE(open.room.journal.perform(
          open.room.ana,
          SaveAssessment{open.room.at(subject, revision),
                         {{"overall", programme::Grade{1}, "Version " + std::to_string(revision + 1)}}}));
    };
    CHECK(says(ana.get(page + "/history"), "Nothing has been recorded about this case yet."));
    for (int revision = 0; revision < kStepsOnAPage; ++revision) save(revision);
    CHECK_FALSE(says(ana.get(page), page + "/history"));
    save(kStepsOnAPage);
    CHECK(says(ana.get(page), "All 51 steps"));
    CHECK(says(ana.get(page), page + "/history"));
    CHECK(says(ana.get(page + "/history"), page + "/history?page=2"));
    CHECK(says(ana.get(page + "/history?page=2"), ">1</th>"));
    CHECK_FALSE(says(ana.get(page + "/history?page=2"), ">51</th>"));
  });
}

TEST_CASE("each list of my work is paged by itself") {
  in_each_open_room([](OpenRoom& open) {
    std::vector<std::string> numbers;
    for (int count = 0; count <= kCasesOnAPage; ++count) {
      numbers.push_back(open.room.add_case(open.room.chosen_by_inspectors).number);
      REQUIRE(open.room.journal.perform(
          open.room.lead, AssignCase{open.room.planned.key, numbers.back(), open.room.ana.person}));
    }
    std::ranges::sort(numbers);
    Browser ana = open.signed_in("ana");
    CHECK(says(ana.get("/work"), "/work?list=assigned&amp;page=2"));
    CHECK(says(ana.get("/work?list=assigned&page=2"), "cases/" + numbers.back()));
    CHECK_FALSE(says(ana.get("/work?list=assigned&page=2"), "cases/" + numbers.front()));
    CHECK(says(ana.get("/work?list=own-audit&page=2"), "cases/" + numbers.front()));
  });
}

TEST_CASE("an assessment that is not complete comes back with what is missing, and what was typed is saved") {
  in_each_open_room([](OpenRoom& open) {
    const Case subject = open.room.add_case(open.room.chosen_by_inspectors);
    const std::string page = open.page_of(subject);
    Browser ana = open.signed_in("ana");
    const http::RawAnswer answer =
        ana.post(page + "/assessment", {{"csrf_token", ana.token_on(page)},
                                        {"revision", "0"},
                                        {"outcome-initial-contact", "grade-3"},
                                        {"reason-initial-contact", "A swift call."},
                                        {"action", "submit"}});
    CHECK(answer.status == 422);
    CHECK(says(answer, "A swift call."));
    CHECK(says(answer, "The case as a whole: choose an outcome."));
    CHECK(says(ana.get(page), "A swift call."));
  });
}

TEST_CASE(
    "an outcome that the form does not offer is refused beside its field, and the reasons typed are kept") {
  in_each_open_room([](OpenRoom& open) {
    const Case subject = open.room.add_case(open.room.chosen_by_inspectors);
    const std::string page = open.page_of(subject);
    Browser ana = open.signed_in("ana");
    const http::RawAnswer answer =
        ana.post(page + "/assessment", {{"csrf_token", ana.token_on(page)},
                                        {"revision", "0"},
                                        {"outcome-initial-contact", "splendid"},
                                        {"reason-initial-contact", "A swift call."},
                                        {"action", "save"}});
    CHECK(answer.status == 422);
    CHECK(says(answer, "choose one of the outcomes offered."));
    CHECK(says(answer, "A swift call."));
  });
}

TEST_CASE("what one types while a colleague submits is given back and stays on the page of the case") {
  in_each_open_room([](OpenRoom& open) {
    const Case subject = open.room.add_case(open.room.chosen_by_inspectors);
    const std::string page = open.page_of(subject);
    Browser ben = open.signed_in("ben");
    const std::string token = ben.token_on(page);
    open.room.submitted(subject, open.room.ana);
    const http::RawAnswer late = ben.post(page + "/assessment", {{"csrf_token", token},
                                                                 {"revision", "1"},
                                                                 {"outcome-overall", "grade-1"},
                                                                 {"reason-overall", "Ben wrote this."},
                                                                 {"action", "save"}});
    CHECK(late.status == 409);
    CHECK(says(late, "Ben wrote this."));
    CHECK(says(ben.get(page), "Ben wrote this."));
    CHECK_FALSE(says(open.signed_in("ana").get(page), "Ben wrote this."));
  });
}

TEST_CASE("a submitted assessment offers a moderator to agree or return it, and tells others that it waits") {
  in_each_open_room([](OpenRoom& open) {
    const Case subject = open.room.add_case(open.room.chosen_by_inspectors);
    open.room.submitted(subject, open.room.ana);
    const std::string page = open.page_of(subject);
    const http::RawAnswer moderators = open.signed_in("moderator").get(page);
    CHECK(says(moderators, "Agree this assessment"));
    CHECK(says(moderators, "Return to the assessor"));
    const http::RawAnswer authors = open.signed_in("ana").get(page);
    CHECK_FALSE(says(authors, "Agree this assessment"));
    CHECK(says(authors, "waits for a moderator who wrote no part of it"));
  });
}

TEST_CASE("pages of a published inspection offer no form about its cases, and say what to do") {
  in_each_open_room([](OpenRoom& open) {
    const Case subject = open.room.add_case(open.room.chosen_by_inspectors);
    const std::string page = open.page_of(subject),
                      prepare = "/inspections/invented-inspection/prepare-cases";
    Browser ana = open.signed_in("ana"), lead = open.signed_in("lead");
    const std::string token = ana.token_on(page);
    CHECK(says(lead.get("/inspections/invented-inspection/cases"), "Prepare cases"));
    open.room.bring_to(inspection::Stage::Published);
    CHECK(says(ana.get(page), "Ask a moderator to reopen it, with a reason"));
    CHECK_FALSE(says(ana.get(page), "name=\"reason-overall\""));
    CHECK_FALSE(says(lead.get(page), "Assigned to"));
    CHECK_FALSE(says(lead.get("/inspections/invented-inspection/cases"), "Prepare cases"));
    CHECK(says(lead.get(prepare), "Ask a moderator to reopen it, with a reason"));
    CHECK_FALSE(says(lead.get(prepare), "Add case"));
    const http::RawAnswer late = ana.post(page + "/assessment", {{"csrf_token", token},
                                                                 {"revision", "0"},
                                                                 {"outcome-overall", "grade-1"},
                                                                 {"reason-overall", "Ana wrote this late."},
                                                                 {"action", "save"}});
    CHECK(late.status == 409);
    CHECK(says(late, "Ana wrote this late."));
  });
}

TEST_CASE("how a sample was drawn is asked for on the page, and shown on it") {  // Handbook §4.3
  in_each_open_room([](OpenRoom& open) {
    const std::string prepare = "/inspections/invented-inspection/prepare-cases";
    Browser lead = open.signed_in("lead");
    http::Fields form{{"csrf_token", lead.token_on(prepare)},
                      {"add", "sample"},
                      {"sample", "Missing children"},
                      {"list_length", "many"}};
    const http::RawAnswer back = lead.post(prepare, form);
    CHECK(back.status == 422);
    CHECK(says(back, "Say who chose these cases."));
    CHECK(says(back, "Say how these cases were drawn."));
    CHECK(says(back, "Enter how many cases stood in the list, as a whole number."));
    CHECK(says(back, "value=\"many\""));
    form = {{"csrf_token", lead.token_on(prepare)},
            {"add", "sample"},
            {"sample", "Missing children"},
            {"chosen_by", "inspectors"},
            {"method", "at-intervals"},
            {"list", "Reports of <October>"},
            {"list_length", "212"},
            {"repeated_by", "every tenth from the third"}};
    CHECK(lead.post(prepare, form).status == 303);
    const http::RawAnswer shown = lead.get(prepare);
    CHECK(says(shown, "At intervals: every tenth from the third"));
    CHECK(says(shown, "Reports of &lt;October&gt; (212 cases)"));
  });
}
