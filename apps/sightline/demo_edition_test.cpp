// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The reports of the invented programme as a demonstration leaves them: published,
// frozen, answered, and written to the disk.

#include <map>
#include <set>

#include "base/text.h"
#include "demo_made_test.h"
#include "demo_programme.h"
#include "evaluation/evaluation_service.h"
#include "exchange/record_files_service.h"
#include "journal/journal_service.h"
#include "platform/pdf/worker.h"
#include "platform/sql/migration.h"
#include "publication/edition_service.h"
#include "report/report_service.h"
#include "response/answer_service.h"
#include "response/response_service.h"
#include "site/public_view_service.h"
#include "site/site.h"
#include "site/site_pages.h"

namespace sightline::demo {

namespace {

const json::Object& member(const json::Object& of, std::string_view name) {
  return *of.find(name)->get_if<json::Object>();
}

const std::string& text(const json::Object& of, std::string_view name) {
  return *of.find(name)->get_if<std::string>();
}

/// Nothing for null and for a member that is not there.
std::optional<std::int64_t> number(const json::Object& of, std::string_view name) {
  const json::Value* found = of.find(name);
  const auto* whole = found ? found->get_if<std::int64_t>() : nullptr;
  return whole ? std::optional(*whole) : std::nullopt;
}

/// One of the editions in the summary.
const json::Object& edition(std::size_t place) {
  const json::Array& all = *made().demonstration.summary.find("editions")->get_if<json::Array>();
  REQUIRE(all.size() == 2);
  return *all[place].get_if<json::Object>();
}

/// Every file below the folder, by its way from there.
site::Site files_in(const path& folder) {
  site::Site files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file())
      files.files.emplace(entry.path().lexically_relative(folder).string(), text_of(entry.path()));
  return files;
}

const site::Site& edition_on_disk() {
  static const site::Site only = files_in(made().into / "edition");
  return only;
}

}  // namespace

TEST_CASE(
    "the second report lies on the disk with its pages, its press release and the data of its figures") {
  const auto& files = edition_on_disk().files;
  for (const char* name : {"index.html", "press-release.html", "recommendations.html", "figures/index.html",
                           "data/grades-by-area.csv", "assets/sightline.css"}) {
    CAPTURE(name);
    CHECK(files.contains(name));
  }
  const auto in = [&](std::string_view folder) {
    return std::ranges::count_if(files, [&](const auto& file) { return file.first.starts_with(folder); });
  };
  CHECK(in("data/") == *number(edition(1), "figures"));
  CHECK(static_cast<std::int64_t>(files.size()) == *number(edition(1), "files"));
  for (int chapter = 1; chapter <= 10; ++chapter) CHECK(in(std::to_string(chapter) + "-") == 1);
}

TEST_CASE(
    "the second report quotes evidence word for word, under the eyes of somebody who did not choose it") {
  CHECK(*number(edition(0), "passages") == 0);
  CHECK(*number(edition(1), "passages") == 5);
  const auto& files = edition_on_disk().files;
  const auto custody =
      std::ranges::find_if(files, [](const auto& file) { return file.first.starts_with("7-"); });
  REQUIRE(custody != files.end());
  CHECK(custody->second.find("Investigators admitted that the clock, not the child, decides") !=
        std::string::npos);
  sql::Snapshot snapshot = made().journal.snapshot();
  CHECK(publication::verify(snapshot, people::the_operator(), "second-1")->passages == 5);
}

TEST_CASE("both reports were set as PDF documents, and the second lies on the disk as one") {
  for (const std::size_t place : {0U, 1U})
    CHECK(edition(place).find("pdf_refusal")->get_if<std::nullptr_t>() != nullptr);
  const auto& files = edition_on_disk().files;
  REQUIRE(files.contains("report.pdf"));
  CHECK(files.at("report.pdf").starts_with("%PDF-"));
}

TEST_CASE("no link within the second report leads nowhere, and every page of it says that it is invented") {
  for (const site::BrokenLink& broken : site::broken_links(edition_on_disk()))
    FAIL_CHECK(broken.page << " links to " << broken.link);
  for (const auto& [name, bytes] : edition_on_disk().files)
    if (name.ends_with(".html"))
      CHECK_MESSAGE(bytes.find("everything said about them were made up") != bytes.npos, name);
}

TEST_CASE("the second report has at least 3,000 words and nothing in it that would keep it from print") {
  CHECK(*number(edition(1), "words") >= 3000);
  sql::Snapshot snapshot = made().journal.snapshot();
  const auto report = report::find_report(snapshot, people::the_operator(), kProgrammeKey, "second");
  REQUIRE(report);
  CHECK(report->sections.size() == 10);
  for (const report::LineProblem& problem :
       report::draft_of(snapshot, people::the_operator(), *report).problems)
    FAIL_CHECK(report::in_words(problem));
}

TEST_CASE(
    "the public site says what each body answered to the recommendations, and what the evaluators found") {
  sql::Snapshot snapshot = made().journal.snapshot();
  const site::Site whole = site::render(snapshot, Date(2026, 11, 23),
                                        {{"sightline.css", ""}, {"sightline.js", ""}, {"icon.svg", ""}});
  const std::string at = "publications/second/";
  REQUIRE(whole.files.contains(at + "evaluations/1/index.html"));
  CHECK(whole.files.at(at + "evaluations/1/index.html").find("Plumbline Institute") != std::string::npos);
  const auto answering = std::ranges::count_if(whole.files, [&](const auto& file) {
    return file.first.starts_with(at + "responses/") && file.first != at + "responses/index.html";
  });
  CHECK(answering == 10);  // eight on time and two late; two never answered
  const std::string& answers = whole.files.at(at + "recommendations/index.html");
  CHECK(answers.find("72 recommendations, 468 answers expected") != answers.npos);
  CHECK_FALSE(whole.files.contains("publications/first/recommendations/index.html"));  // it made none
  for (const site::BrokenLink& broken : site::broken_links(whole))
    FAIL_CHECK(broken.page << " links to " << broken.link);
}

TEST_CASE("both editions verify") {
  sql::Snapshot snapshot = made().journal.snapshot();
  for (const char* key : {"first-1", "second-1"}) {
    CAPTURE(key);
    const auto verified = publication::verify(snapshot, people::the_operator(), key);
    REQUIRE(verified);
    CHECK(verified->mismatches.empty());
  }
}

TEST_CASE(
    "the figures in the summary are those that were frozen, though later work stands beside the first") {
  const json::Object& figures = member(made().demonstration.summary, "figures");
  constexpr sql::Query kFrozen{"test.frozen_figures",
                               "select f.key, f.value, f.shown from edition_figure f"
                               " join edition e on e.id = f.edition_id order by f.key"};
  sql::Snapshot snapshot = made().journal.snapshot();
  const std::vector<sql::Row> frozen = snapshot.read(kFrozen, {});
  CHECK(frozen.size() == figures.members().size());
  for (const sql::Row& row : frozen) {
    CAPTURE(row.get<std::string>("key"));
    const json::Object& told = member(figures, row.get<std::string>("key"));
    const auto value = json::parse(row.get<std::string>("value"));
    const auto shown = json::parse(row.get<std::string>("shown"));
    REQUIRE((value && shown));
    CHECK(number(told, "numerator"));
    if (const json::Value* table = told.find("table")) {
      CHECK(json::write(*table) == row.get<std::string>("value"));
      continue;
    }
    CHECK(number(told, "numerator") == number(*value->get_if<json::Object>(), "count"));
    CHECK(number(told, "denominator") == number(*value->get_if<json::Object>(), "of"));
    CHECK(text(told, "shown") == text(*shown->get_if<json::Object>(), "text"));
  }
}

TEST_CASE("each report was published on its day, and the first before later inspections had begun") {
  CHECK(text(edition(0), "published_on") == "2016-11-17");
  CHECK(text(edition(1), "published_on") == "2020-03-05");
  sql::Snapshot snapshot = made().journal.snapshot();
  const auto first = publication::find_edition(snapshot, "first-1");
  const auto second = publication::find_edition(snapshot, "second-1");
  REQUIRE((first && second));
  CHECK(first->published_at.iso().starts_with("2016-11-17"));
  CHECK(second->published_at.iso().starts_with("2020-03-05"));
  CHECK(first->journal_position < second->journal_position / 2);
}

TEST_CASE("of the local policing bodies some answered in time, some late and some not at all") {
  sql::Snapshot snapshot = made().journal.snapshot();
  const auto board = response::board_of(snapshot, "second", Date(2026, 1, 5), std::nullopt, 1, 100);
  REQUIRE(board);
  std::map<response::BoardState, std::int64_t> counts;
  for (const response::StateCount& count : board->counts) counts[count.state] = count.duties;
  CHECK(counts[response::BoardState::Received] == 8);
  CHECK(counts[response::BoardState::Late] == 2);
  CHECK(counts[response::BoardState::NoRecord] == 2);
  CHECK(board->lines.items.size() == 12);
}

TEST_CASE("what they answered to each recommendation stands beside it, in their own words") {
  const ProgrammeFiles programme = *read_programme_files("demo/programme");
  const ReportFiles reports = *read_report_files("demo/programme", programme);
  std::multiset<std::string> sent, recorded;
  for (const ProgrammeResponse& response : reports.responses)
    if (response.received != Received::Missing) sent.insert(response.text);
  sql::Snapshot snapshot = made().journal.snapshot();
  for (const response::ExpectedAnswer& each : response::answers_about(snapshot, "second", 1, 500).items)
    if (each.answer) recorded.insert(each.answer->text);
  CHECK(sent == recorded);
  CHECK(sent.size() == 38);
}

TEST_CASE("the independent evaluation is attached to the second report, as it came") {
  sql::Snapshot snapshot = made().journal.snapshot();
  const auto attached = evaluation::evaluations_of(snapshot, "second", 1);
  REQUIRE(attached);
  REQUIRE(attached->evaluations.items.size() == 1);
  const evaluation::Evaluation& only = attached->evaluations.items.front();
  CHECK(only.details.evaluator == "Plumbline Institute");
  const auto content = evaluation::public_content_of(snapshot, "second", only.number);
  REQUIRE(content);
  CHECK(trimmed(content->bytes) == trimmed(text_of("demo/programme/evaluation.md")));
}

TEST_CASE("played twice, the same inspections and their report come out the same") {
  ProgrammeFiles programme = *read_programme_files("demo/programme");
  ReportFiles reports = *read_report_files("demo/programme", programme);
  const auto record = exchange::read_public_record("demo/public-record", "frameworks");
  REQUIRE(record);
  programme.inspections.erase(programme.inspections.begin() + 6, programme.inspections.end());
  programme.recommendations.clear();
  reports.reports.erase(reports.reports.begin() + 1, reports.reports.end());
  reports.responses.clear();
  // It gives an interval that must not be told of so few cases.
  std::erase_if(reports.reports.front().chapters,
                [](const Chapter& chapter) { return chapter.file == "first/04-custody.md"; });
  std::erase_if(reports.figures, [](const ReportFigure& figure) { return figure.report != "first"; });
  const extract::Extractor extractor(extract::program_beside_this_one());
  pdf::Worker without_node({.node = "/nonexistent/node"});
  std::vector<PlayedProgramme> played;
  for (const char* name : {"one", "another"}) {
    const TemporaryFolder folder;
    sql::Database database((folder / name).string(), {.durability = sql::Durability::LostWithoutPower});
    sql::migrate(database);
    Office office(database, programme_begins());
    auto each = play_programme(office, programme, reports, record->frameworks, extractor, {&without_node, {}},
                               [](std::uint64_t, std::uint64_t) {});
    REQUIRE_MESSAGE(each, (each ? "" : each.refusal().message));
    played.push_back(*std::move(each));
  }
  CHECK(played[0].tally == played[1].tally);
  CHECK(played[0].tally.cases > 0);
  CHECK(json::write(played[0].figures) == json::write(played[1].figures));
  const publication::Edition& one = played[0].reports.back().edition;
  const publication::Edition& another = played[1].reports.back().edition;
  CHECK(one.pdf_refusal.has_value());
  CHECK(one.journal_position == another.journal_position);
  CHECK(one.published_at == another.published_at);
}

}  // namespace sightline::demo
