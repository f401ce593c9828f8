// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "demo_programme_report_files.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "base/text.h"
#include "exchange/record_cells_service.h"

namespace sightline::demo {

namespace {

using exchange::read_rows;
using exchange::required_text;
using exchange::required_word;
using Folder = std::filesystem::path;

constexpr std::size_t kLongestSummary = 160;

/// Refuses with the name of a text file and, unless it is 0, a line.
Refusal refuse(const std::string& file, std::size_t line, const std::string& reason) {
  const std::string place = line == 0 ? file : file + ", line " + std::to_string(line);
  return {Refusal::Kind::Invalid, place + ": " + reason + ".", {}};
}

Result<std::string> text_of(const Folder& folder, const std::string& file) {
  std::ifstream stream(folder / file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  if (!stream) return refuse(file, 0, "this file is missing or empty");
  if (!is_utf8(text.view())) return refuse(file, 0, "this is no UTF-8; save the file as UTF-8");
  return text.str();
}

/// Refuses a use of a figure, {figure:KEY}, that is in no row of figures.csv.
std::optional<Refusal> refuse_unknown_figures(const std::string& file, const std::string& text,
                                              const std::vector<ReportFigure>& figures) {
  constexpr std::string_view kUse = "{figure:";
  std::istringstream lines(text);
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    for (std::size_t at = line.find(kUse); at != line.npos; at = line.find(kUse, at + 1)) {
      const std::size_t begin = at + kUse.size();
      const std::string key = line.substr(begin, line.find_first_of(" }", begin) - begin);
      if (std::ranges::find(figures, key, &ReportFigure::key) == figures.end())
        return refuse(file, number, "there is no figure \"" + key + "\" in figures.csv");
    }
  }
  return std::nullopt;
}

Result<Chapter> read_chapter(const Folder& folder, const std::string& file,
                             const std::vector<ReportFigure>& figures) {
  SIGHTLINE_TRY(std::string text, text_of(folder, file));
  if (auto refusal = refuse_unknown_figures(file, text, figures)) return *std::move(refusal);
  const std::size_t end = text.find('\n');
  if (!text.starts_with("# ") || end == text.npos)
    return refuse(file, 1, "a chapter begins with its heading: \"# \" and one statement");
  return Chapter{file, std::string(trimmed(std::string_view(text).substr(2, end - 2))), text.substr(end + 1)};
}

Result<std::vector<Chapter>> read_chapters(const Folder& folder, const std::string& report,
                                           const std::vector<ReportFigure>& figures) {
  std::vector<std::string> names;
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator(folder / report, none)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(".md") && name[0] >= '0' && name[0] <= '9') names.push_back(name);
  }
  if (names.empty()) return refuse(report, 0, "there is no chapter of this report");
  std::ranges::sort(names);
  std::vector<Chapter> chapters;
  for (const std::string& name : names) {
    SIGHTLINE_TRY(Chapter chapter, read_chapter(folder, report + "/" + name, figures));
    chapters.push_back(std::move(chapter));
  }
  return chapters;
}

Result<std::vector<ReportFigure>> read_figures(const Folder& folder) {
  std::vector<ReportFigure> read;
  SIGHTLINE_TRY(const auto rows, read_rows(folder / "figures.csv",
                                           {"key", "report", "title", "alternative_text", "definition"}));
  for (const csv::Row& row : rows) {
    SIGHTLINE_TRY(std::string key, exchange::key(row, "key"));
    SIGHTLINE_TRY(std::string report, exchange::key(row, "report"));
    SIGHTLINE_TRY(std::string title, required_text(row, "title"));
    SIGHTLINE_TRY(std::string alternative_text, required_text(row, "alternative_text"));
    if (std::ranges::find(read, key, &ReportFigure::key) != read.end())
      return row.refuse("key", "this figure came before");
    const Result<json::Value> definition = json::parse(row["definition"]);
    if (!definition) return row.refuse("definition", "this is no JSON; see that quotation marks are doubled");
    const json::Object* members = definition->get_if<json::Object>();
    if (!members || !members->find("measure") || !members->find("population"))
      return row.refuse("definition", "write an object with \"measure\" and \"population\"");
    read.push_back(
        {row, std::move(key), std::move(report), std::move(title), std::move(alternative_text), *members});
  }
  return read;
}

Result<std::vector<ProgrammeReport>> read_reports(const Folder& folder,
                                                  const std::vector<ReportFigure>& figures) {
  std::vector<ProgrammeReport> read;
  SIGHTLINE_TRY(const auto rows,
                read_rows(folder / "reports.csv", {"key", "title", "summary", "published_on"}));
  for (const csv::Row& row : rows) {
    SIGHTLINE_TRY(std::string key, exchange::key(row, "key"));
    SIGHTLINE_TRY(std::string title, required_text(row, "title"));
    SIGHTLINE_TRY(std::string summary, required_text(row, "summary"));
    if (length(summary) > kLongestSummary) return row.refuse("summary", "shorten this to 160 characters");
    SIGHTLINE_TRY(const auto published_on, exchange::whole_day(row, "published_on"));
    if (!published_on) return row.refuse("published_on", "this must not be empty");
    if (!read.empty() && *published_on <= read.back().published_on)
      return row.refuse("published_on", "put the reports in order of publication");
    SIGHTLINE_TRY(std::vector<Chapter> chapters, read_chapters(folder, key, figures));
    const std::string file = key + "/press-release.md";
    SIGHTLINE_TRY(std::string press_release, text_of(folder, file));
    if (auto refusal = refuse_unknown_figures(file, press_release, figures)) return *std::move(refusal);
    read.push_back({std::move(key), std::move(title), std::move(summary), *published_on, std::move(chapters),
                    std::move(press_release)});
  }
  for (const ReportFigure& figure : figures)
    if (std::ranges::find(read, figure.report, &ProgrammeReport::key) == read.end())
      return figure.row.refuse("report", "there is no such report in reports.csv");
  return read;
}

Result<std::vector<ProgrammeResponse>> read_responses(const Folder& folder, const ProgrammeFiles& programme) {
  std::vector<ProgrammeResponse> read;
  SIGHTLINE_TRY(const auto rows, read_rows(folder / "responses.csv",
                                           {"body", "recommendation_theme", "received", "answer", "text"}));
  for (const csv::Row& row : rows) {
    const InventedOrganisation* body = find_organisation(programme, row["body"]);
    if (!body || body->kind != people::OrganisationKind::LocalPolicingBody)
      return row.refuse("body", "there is no such local policing body in organisations.csv");
    SIGHTLINE_TRY(const auto received, required_word<Received>(row, "received"));
    SIGHTLINE_TRY(const auto answer, exchange::optional_word<Answer>(row, "answer"));
    const bool is_missing = received == Received::Missing;
    for (const std::string_view column : {"recommendation_theme", "answer", "text"})
      if (row[column].empty() != is_missing)
        return row.refuse(column,
                          is_missing ? "nothing was received; leave this empty" : "this must not be empty");
    if (!is_missing && std::ranges::none_of(programme.recommendations, [&](const RecommendationWords& one) {
          return one.theme == row["recommendation_theme"] && one.addressee == AddresseeKind::Force;
        }))
      return row.refuse("recommendation_theme", "no recommendation to a force is about this theme");
    read.push_back({row, row["body"], received, row["recommendation_theme"], answer, row["text"]});
  }
  return read;
}

}  // namespace

Result<ReportFiles> read_report_files(const Folder& folder, const ProgrammeFiles& programme) {
  ReportFiles read;
  SIGHTLINE_TRY(read.figures, read_figures(folder));
  SIGHTLINE_TRY(read.reports, read_reports(folder, read.figures));
  SIGHTLINE_TRY(read.evaluation, text_of(folder, "evaluation.md"));
  SIGHTLINE_TRY(read.responses, read_responses(folder, programme));
  return read;
}

}  // namespace sightline::demo
