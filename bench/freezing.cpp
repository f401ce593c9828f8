// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "freezing.h"

#include <chrono>
#include <map>

#include "figure/figure_service.h"
#include "inspection/inspection_service.h"
#include "office.h"
#include "publication/edition_press_pages.h"
#include "report/report_service.h"

namespace sightline::bench {

namespace {

constexpr int kAssessments = 5000;
constexpr int kFigures = 100;
constexpr const char* kScale = "good-requires-improvement-inadequate-2015";

constexpr sql::Query kEveryInspection{"bench.inspections", "select id from inspection order by id"};
constexpr sql::Query kAreas{
    "bench.areas",
    "select a.key from area a where a.framework_version_id = (select max(id) from framework_version)"
    " order by a.position"};

/// Through every stage to the one in which its cases count.
void publish_inspections(journal::Journal& journal) {
  const people::Actor by = people::the_operator();
  std::vector<inspection::InspectionId> ids;
  {
    sql::Snapshot snapshot = journal.snapshot();
    for (const sql::Row& row : snapshot.read(kEveryInspection))
      ids.push_back(row.get<inspection::InspectionId>("id"));
  }
  for (const inspection::InspectionId id : ids) {
    granted(journal.perform(
        by, inspection::SetDates{.inspection = id,
                                 .based_on = 2,
                                 .dates = {.fieldwork = inspection::Fieldwork{*Period::from_iso("2026-03")},
                                           .report = PartialDate::from_iso("2026-05")}}));
    using enum inspection::StageAction;
    for (const auto action : {BeginModeration, BeginReporting, Publish})
      granted(journal.perform(by, inspection::MoveStage{id, action}));
  }
}

/// 100 shares, each of an area and one or two grades, and one chapter that names them all.
void write_report(journal::Journal& journal) {
  const people::Actor by = people::the_operator();
  std::vector<std::string> areas;
  {
    sql::Snapshot snapshot = journal.snapshot();
    for (const sql::Row& row : snapshot.read(kAreas)) areas.push_back(row.get<std::string>("key"));
  }
  const std::vector<std::vector<std::string>> grades{
      {"Good"}, {"Requires improvement"}, {"Inadequate"}, {"Requires improvement", "Inadequate"}};
  std::string text;
  for (std::size_t i = 0; i < kFigures; ++i) {
    const std::string key = "share-" + std::to_string(i);
    granted(journal.perform(
        by, figure::DefineFigure{
                "invented",
                key,
                {"Share " + std::to_string(i),
                 "A share of cases.",
                 {figure::ShareOfCases{kScale, areas[i % areas.size()], grades[i % grades.size()]}, {}}}}));
    text += "Of the cases, {figure:" + key + "} were so.\n\n";
  }
  granted(journal.perform(by, report::StartReport{"invented", "long", "A hundred figures", "", "Invented."}));
  granted(journal.perform(by, report::AddSection{"invented", "long", "Every share of every area", text}));
}

double seconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

Figure freezing(const std::filesystem::path& workplace, int rounds) {
  const std::filesystem::path file = workplace / "freezing.db";
  make_office(file);
  sql::Database database(file.string());
  add_agreed_cases(database, kAssessments);
  const clock::SystemClock clock;
  journal::Journal journal(database, clock);
  publish_inspections(journal);
  write_report(journal);
  pdf::Worker no_paper({.node = "/nonexistent/node"});
  const publication::Press press{&no_paper, {{"sightline.css", ""}, {"sightline.js", ""}, {"icon.svg", ""}}};
  const people::Actor by = people::the_operator();
  Figure figure{.name = "freezing 100 figures",
                .unit = "s",
                .limit = {Sense::AtMost, 1},
                .rounds = {},
                .remarks = {},
                .details = {}};
  std::vector<double> preparing;
  for (int round = 0; round < rounds; ++round) {
    const auto begin = std::chrono::steady_clock::now();
    auto prepared = [&] {
      sql::Snapshot snapshot = journal.snapshot();
      return granted(publication::prepare(snapshot, by,
                                          {.programme_key = "invented",
                                           .report_key = "long",
                                           .published_on = clock.today(),
                                           .press_release = "# Invented\n\nNothing happened.\n",
                                           .change_note = round == 0 ? "" : "Published again."},
                                          press));
    }();
    preparing.push_back(seconds_since(begin));
    const auto frozen = std::chrono::steady_clock::now();
    granted(journal.perform(by, publication::PublishEdition{std::move(prepared)}));
    figure.rounds.push_back(seconds_since(frozen));
  }
  figure.remarks = {
      "over 5,000 agreed assessments of nine areas, in the transaction that publishes, durable; " +
      std::string("before it the pages were made in ") + readable(median(preparing)) + " s"};
  figure.details = {
      {"figures", kFigures}, {"assessments", kAssessments}, {"seconds_preparing", in_json(preparing)}};
  return figure;
}

}  // namespace sightline::bench
