// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The pages of figures as a browser meets them, through the real server.

#include "figure/figure_pages.h"

#include <doctest/doctest.h>

#include "figure/block_pages.h"
#include "figure/explanation_pages.h"
#include "figure/figure_room_test.h"
#include "people/browser_test.h"
#include "people/people_pages.h"
#include "platform/http/server.h"

using namespace sightline;
using namespace sightline::figure;
using namespace sightline::figure::testing;
using people::testing::Browser;
using people::testing::says;

namespace {

struct OpenRoom {
  explicit OpenRoom(FigureRoom& given) : room(given) {
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

  FigureRoom& room;
  people::Web web{{.journal = room.journal, .database = room.database}};
  std::optional<http::Server> server;
};

void in_each_open_room(const std::function<void(OpenRoom&)>& body) {
  in_each_figure_room([&](FigureRoom& room) {
    room.publish();
    OpenRoom open(room);
    body(open);
  });
}

constexpr const char* kFigures = "/programmes/invented/figures";

http::RawAnswer define(Browser& browser, http::Fields fields) {
  const std::string page = std::string(kFigures) + "/new";
  fields.add("csrf_token", browser.token_on(page));
  return browser.post(page, std::move(fields));
}

http::Fields a_share() {
  return {{"title", "Cases graded inadequate"},
          {"alternative-text", "A bar of the share."},
          {"measure", "share-of-cases"},
          {"scale", "three"},
          {"area", "overall"},
          {"grades", "Inadequate"},
          {"grades", "Requires improvement"},
          {"kinds", "child-protection-inspection"},
          {"fieldwork-from", "2026"}};
}

}  // namespace

TEST_CASE("an analyst defines a figure on its page, and reads what it comes to and what it rests on") {
  in_each_open_room([](OpenRoom& open) {
    Browser analyst = open.signed_in("analyst");
    const http::RawAnswer defined = define(analyst, a_share());
    REQUIRE(defined.status == 303);
    const std::string address = std::string(kFigures) + "/cases-graded-inadequate";
    CHECK(defined.field("Location") == address);
    const http::RawAnswer page = analyst.get(address);
    CHECK(says(page, "“Inadequate” or “Requires improvement” in “The case as a whole”"));
    CHECK(says(page, "4 of 5 (80%)"));
    CHECK(says(page, "fewer than 5 of 5"));
    CHECK(says(page, "As of entry "));
    CHECK(says(page, "href=\"/inspections/" + open.room.planned.key + "/cases/" + open.room.first + "\""));
    CHECK(says(page, "6 records that you may see"));
    for (const char* part : {"Counted: 4", "In the whole, not counted: 1", "Used to work it out: 1"})
      CHECK_MESSAGE(says(page, part), part);
  });
}

TEST_CASE("a long list of records is cut into pages, and says on which of them each part begins") {
  Explanation explanation{.groups = {{Part::Counted, 60, 60}, {Part::InTheWhole, 10, 10}},
                          .shown = page_of<Basis>(cut_of(70, 2, 50), {}),
                          .hidden = 0,
                          .hidden_inspections = 0};
  for (int number = 51; number <= 70; ++number)
    explanation.shown.items.push_back({.inspection_key = "kent",
                                       .inspection_title = "Kent",
                                       .record = "Case " + std::to_string(number),
                                       .address = "/inspections/kent/cases/" + std::to_string(number),
                                       .revision = 3,
                                       .part = number <= 60 ? Part::Counted : Part::InTheWhole,
                                       .counted_in = {}});
  const std::string page(
      records_behind(explanation, html::Url::local("/editions/first-1/figures/share")).view());
  for (const char* words :
       {"share?page=1#counted\"", "share?page=2#in-the-whole\"", "id=\"counted\"", "id=\"in-the-whole\"",
        ">Counted: 60, continued</caption>", ">In the whole, not counted: 10</caption>"})
    CHECK_MESSAGE(page.find(words) != std::string::npos, words);
  CHECK(page.find("Case 60<") < page.find("In the whole, not counted: 10</caption>"));
  CHECK(page.find("Case 61<") > page.find("In the whole, not counted: 10</caption>"));
}

TEST_CASE("a form with problems comes back with each beside its field and everything that was typed") {
  in_each_open_room([](OpenRoom& open) {
    Browser analyst = open.signed_in("analyst");
    http::Fields fields = a_share();
    fields.add("fieldwork-until", "soon");
    const http::RawAnswer answer = define(analyst, fields);
    CHECK(answer.status == 422);
    CHECK(says(answer, "Enter a year, a month or a day"));
    for (const char* typed :
         {"value=\"Cases graded inadequate\"", "A bar of the share.", "value=\"soon\"", "value=\"2026\"",
          "value=\"share-of-cases\" checked", "value=\"Inadequate\" checked",
          "value=\"child-protection-inspection\" checked", "value=\"overall\" selected"})
      CHECK_MESSAGE(says(answer, typed), typed);
    const http::RawAnswer empty = define(analyst, {{"title", ""}});
    CHECK(empty.status == 422);
    for (const char* problem : {"Choose what the figure counts.", "Give the figure a title",
                                "Say what the figure shows, for readers who cannot see it."})
      CHECK_MESSAGE(says(empty, problem), problem);
  });
}

TEST_CASE(
    "whoever changes a figure that was changed meanwhile sees both what it counts now and what they typed") {
  in_each_open_room([](OpenRoom& open) {
    open.room.defined("inadequate", open.room.share());
    Browser analyst = open.signed_in("analyst");
    const std::string page = std::string(kFigures) + "/inadequate/revise";
    const http::RawAnswer form = analyst.get(page);
    CHECK(says(form, "value=\"Inadequate\" checked"));
    REQUIRE(open.room.journal.perform(
        open.room.editor, ReviseFigure{"invented", "inadequate", 1, FigureRoom::details(Bodies{})}));
    http::Fields fields = a_share();
    fields.add("csrf_token", analyst.token_on(page));
    fields.add("based-on", "1");
    const http::RawAnswer overtaken = analyst.post(page, fields);
    CHECK(overtaken.status == 409);
    CHECK(says(overtaken, "The number of different bodies inspected"));
    CHECK(says(overtaken, "value=\"Cases graded inadequate\""));
    CHECK(says(overtaken, "name=\"based-on\" value=\"2\""));
    fields = a_share();
    fields.add("csrf_token", analyst.token_on(page));
    fields.add("based-on", "2");
    CHECK(analyst.post(page, fields).status == 303);
  });
}

TEST_CASE("the list says what readers would see of each figure, or why it cannot be worked out") {
  in_each_open_room([](OpenRoom& open) {
    open.room.defined("inadequate", open.room.share());
    open.room.defined("grades", FigureRoom::details(GradesByArea{kScale}));
    open.room.defined("later",
                      FigureRoom::details(Cases{kScale}, {.fieldwork_from = PartialDate::from_iso("2040")}));
    Browser analyst = open.signed_in("analyst");
    const http::RawAnswer list = analyst.get(kFigures);
    CHECK(says(list, "fewer than 5 of 5"));
    CHECK(says(list, "A table of 2 rows"));
    CHECK(says(list, "No inspection here uses the scale"));
    CHECK(analyst.get("/figures").field("Location") == kFigures);
    CHECK(analyst.get("/programmes/elsewhere/figures").status == 404);
    CHECK(analyst.get(std::string(kFigures) + "/missing").status == 404);
  });
}

TEST_CASE(
    "an editor sees counts of people as readers will, and none of the cases behind them") {  // Handbook §9.20
  in_each_open_room([](OpenRoom& open) {
    open.room.defined("inadequate", open.room.share());
    open.room.defined("grades", FigureRoom::details(GradesByArea{kScale}));
    Browser editor = open.signed_in("editor");
    const http::RawAnswer page = editor.get(std::string(kFigures) + "/inadequate");
    CHECK(says(page, "fewer than 5 of 5"));
    CHECK_FALSE(says(page, "2 of 5"));
    CHECK_FALSE(says(page, "/cases/" + open.room.first));
    CHECK_FALSE(says(page, "Counted:"));
    CHECK(says(page, "and records in 1 inspection that you may not see."));
    CHECK_FALSE(says(editor.get(std::string(kFigures) + "/grades"), "As counted"));
  });
}

TEST_CASE(
    "whoever reads reports and writes none sees figures as readers will, and nothing that changes them") {  // Handbook §2.8
  in_each_open_room([](OpenRoom& open) {
    open.room.defined("inadequate", open.room.share());
    open.room.person("reviewer", {{people::Role::DisclosureReviewer, {}}});
    const std::string one = std::string(kFigures) + "/inadequate";
    Browser analyst = open.signed_in("analyst");
    CHECK(says(analyst.get(kFigures), "Define a figure"));
    CHECK(says(analyst.get(one), "Change this figure"));
    Browser reviewer = open.signed_in("reviewer");
    const http::RawAnswer list = reviewer.get(kFigures);
    CHECK(says(list, "fewer than 5 of 5"));
    CHECK_FALSE(says(list, "Define a figure"));
    const http::RawAnswer page = reviewer.get(one);
    CHECK(says(page, "fewer than 5 of 5"));
    CHECK_FALSE(says(page, "Change this figure"));
    for (const std::string& page_that_changes : {std::string(kFigures) + "/new", one + "/revise"})
      CHECK(reviewer.get(page_that_changes).status == 403);
  });
}

TEST_CASE("whoever reads no reports is refused every page of figures") {
  in_each_open_room([](OpenRoom& open) {
    open.room.defined("inadequate", open.room.share());
    for (const char* name : {"lead", "ana", "moderator", "auditor", "stranger"}) {
      Browser browser = open.signed_in(name);
      for (const char* page :
           {"/figures", "/programmes/invented/figures", "/programmes/invented/figures/new",
            "/programmes/invented/figures/inadequate", "/programmes/invented/figures/inadequate/revise"})
        CHECK(browser.get(page).status == 403);
    }
  });
}

TEST_CASE("a figure as a block has a caption, a drawing with a title, a table and a way to its explanation") {
  const FigureDetails details{"Grades <by> area", "Bars for each area.", {GradesByArea{"three"}, {}}};
  const Value value{Unit::People, Table{{"Area", "Good", "Inadequate"}, {{"Overall", {41, 3}}}}, {}};
  const Shown as_shown = shown(value, details, Policy::RoundedToFive);
  const std::string block(figure_block(details, as_shown,
                                       {.id = "figure-grades",
                                        .note = "Provisional, as of entry 4.",
                                        .explanation = html::Url::relative("figures/grades.html")})
                              .view());
  for (const char* part : {"<figcaption>Grades &lt;by&gt; area</figcaption>", "<svg", "Bars for each area.",
                           "<table", "fewer than 5", "Provisional, as of entry 4.",
                           "href=\"figures/grades.html\"", "id=\"figure-grades\""})
    CHECK_MESSAGE(block.find(part) != std::string::npos, part);
  CHECK(block.find(">41<") == std::string::npos);
}

TEST_CASE("a figure on paper has the same drawing and the same table as on a page") {
  const FigureDetails details{"Share", "A bar.", {ShareOfCases{"three", "overall", {"Inadequate"}}, {}}};
  const Shown as_shown = shown({Unit::People, Number{41, 120}, {}}, details, Policy::RoundedToFive);
  const pdf::Figure paper = to_pdf("share", details, as_shown);
  CHECK(paper.caption == "Share");
  CHECK(paper.alternative == "A bar.");
  CHECK(paper.svg.find("40 of 120, 34% (26% to 43%)") != std::string::npos);
  CHECK(paper.head.size() == paper.rows.at(0).size());
}
