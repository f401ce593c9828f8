// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "report/report_cli.h"

#include "base/number.h"
#include "programme/programme_service.h"

namespace sightline::report {

namespace {

using terminal::Answer;

json::Object json_of(const LineProblem& problem) {
  json::Object object{{"section", problem.section}};
  object.add("title", problem.section_title);
  object.add("line", problem.line);
  object.add("sentence", problem.sentence);
  return object;
}

}  // namespace

Result<Answer> list_reports(journal::Journal& journal, const std::string& programme_key) {
  sql::Snapshot snapshot = journal.snapshot();
  if (!programme::find_programme(snapshot, programme_key))
    return Refusal{Refusal::Kind::NotFound, "There is no such programme.", {}};
  Answer answer;
  json::Array reports;
  for (std::int64_t number = 1, pages = 1; number <= pages; ++number) {
    const auto page = reports_of(snapshot, people::the_operator(), programme_key, number);
    pages = page.cut.pages;
    for (const ReportLine& line : page.items) {
      answer.words += (answer.words.empty() ? "" : "\n") + line.key + "  " + line.title + "  " +
                      counted(line.sections, "section", "sections");
      reports.push_back(json::Object{{"key", line.key}, {"title", line.title}, {"sections", line.sections}});
    }
  }
  answer.object.add("reports", std::move(reports));
  return answer;
}

Answer answer_of(const ReportView& view, const std::vector<std::string>& files) {
  Answer answer;
  json::Array problems, written;
  for (const std::string& file : files) {
    answer.words += "Wrote " + file + "\n";
    written.emplace_back(file);
  }
  answer.words += "Every figure is provisional, as of entry " + std::to_string(view.draft.entry) + ".";
  for (const LineProblem& problem : view.draft.problems) {
    answer.words += "\n" + in_words(problem);
    problems.push_back(json_of(problem));
  }
  answer.object = {{"report", view.report.key}, {"entry", view.draft.entry}};
  answer.object.add("files", std::move(written));
  answer.object.add("problems", std::move(problems));
  if (!view.draft.problems.empty()) answer.outcome = terminal::Outcome::Declined;
  return answer;
}

}  // namespace sightline::report
