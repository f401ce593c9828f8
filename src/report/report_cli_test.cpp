// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What the operator is told of reports, and what is built of one.

#include "report/report_cli.h"

#include <doctest/doctest.h>

#include "report/draft_pages.h"
#include "report/report_room_test.h"

using namespace sightline;
using namespace sightline::report;
using namespace sightline::report::testing;

namespace {

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

ReportView view_of(ReportRoom& room) {
  sql::Snapshot snapshot = room.office.journal.snapshot();
  return *report_view(snapshot, people::the_operator(), ReportRoom::kProgramme, ReportRoom::kReport);
}

}  // namespace

TEST_CASE("the operator sees every report of a programme, on however many pages people see them") {
  in_each_report_room([](ReportRoom& room) {
    for (int i = 0; i < kReportsOnAPage; ++i)
      REQUIRE(room.perform(room.editor,
                           StartReport{ReportRoom::kProgramme, "report-" + std::to_string(i), "More"}));
    const auto list = list_reports(room.office.journal, ReportRoom::kProgramme);
    REQUIRE(list);
    CHECK(list->object.find("reports")->get_if<json::Array>()->size() == kReportsOnAPage + 1);
    CHECK(holds(list->words, "second-report  Second report  2 sections"));
    CHECK(is_refused(list_reports(room.office.journal, "nowhere"), Refusal::Kind::NotFound));
  });
}

TEST_CASE("a report without problems is built, and the answer says that its figures are provisional") {
  in_each_report_room([](ReportRoom& room) {
    const terminal::Answer answer = answer_of(view_of(room), {"out/index.html"});
    CHECK(answer.outcome == terminal::Outcome::Done);
    CHECK(holds(answer.words, "Wrote out/index.html\nEvery figure is provisional, as of entry "));
  });
}

TEST_CASE("a report with problems is built as well, and the answer declines with each by section and line") {
  in_each_report_room([](ReportRoom& room) {
    REQUIRE(room.revise(room.editor, 2, 1, "Text.\n\n{figure:unknown}\n"));
    const terminal::Answer answer = answer_of(view_of(room), {"out/index.html"});
    CHECK(answer.outcome == terminal::Outcome::Declined);
    CHECK(holds(answer.words, "Section 2, “Custody”, line 3: There is no figure “unknown”."));
    CHECK(holds(json::write(answer.object), R"("line":3)"));
  });
}

TEST_CASE("what is built is one page that finds its stylesheet beside it and says that it is a draft") {
  in_each_report_room([](ReportRoom& room) {
    const html::Html page = draft_document(view_of(room), "assets/");
    CHECK(holds(page.view(), "href=\"assets/sightline.css\""));
    CHECK(holds(page.view(), "Every figure in it is provisional"));
    CHECK(holds(page.view(), "id=\"custody\""));
  });
}

TEST_CASE("the operator builds a draft without the words of evidence that it quotes") {  // Handbook §9.8
  in_each_report_room([](ReportRoom& room) {
    REQUIRE(room.revise(room.analyst, 2, 1, ReportRoom::quoting(room.extract())));
    const html::Html page = draft_document(view_of(room), "assets/");
    CHECK_FALSE(holds(page.view(), "Calls wait."));
    CHECK(holds(page.view(), "are not shown]"));
    CHECK_FALSE(
        holds(json::write(draft_paper(view_of(room), Date(2026, 11, 23)).sections[1].blocks), "Calls"));
  });
}

TEST_CASE(
    "on paper every section has its place, and every figure in a sentence says that it is provisional") {
  in_each_report_room([](ReportRoom& room) {
    REQUIRE(room.revise(room.editor, 2, 1, "See [why](#why).\n\n```figure\nby-kind\n```\n"));
    const pdf::Report paper = draft_paper(view_of(room), Date(2026, 11, 23));
    REQUIRE(paper.sections.size() == 2);
    CHECK(paper.sections[1].id == "custody");
    CHECK(holds(json::write(paper.sections[0].blocks), "0 (provisional, as of entry "));
    CHECK(holds(json::write(paper.sections[1].blocks), R"("id":"what-we-found--why")"));
    REQUIRE(paper.figures.size() == 1);
    CHECK(paper.figures[0].key == "by-kind");
    CHECK(pdf::to_json(paper));
  });
}
