// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "demo_programme_reports.h"

#include "report/report_service.h"

namespace sightline::demo {

namespace {

/// A refusal in one sentence, with what it says of each field.
Refusal told(const std::string& of, const Refusal& refusal) {
  std::string sentence = of + ": " + refusal.message;
  for (const FieldProblem& problem : refusal.fields) sentence += " " + problem.message;
  return {refusal.kind, std::move(sentence), refusal.fields};
}

std::int64_t words_of(const ProgrammeReport& report) {
  std::size_t words = 0;
  for (const Chapter& chapter : report.chapters) words += report::words_in(chapter.markdown);
  return static_cast<std::int64_t>(words);
}

/// Refused when a passage that the text names was never coded.
Result<std::string> with_extracts(const Chapter& chapter, const Setting& setting) {
  return report::with_extract_numbers(
      chapter.markdown, [&](const std::string& passage) -> Result<std::int64_t> {
        const auto found = setting.first_extracts.find(passage);
        if (found == setting.first_extracts.end())
          return Refusal{Refusal::Kind::NotFound,
                         chapter.file + ": no inspection has the passage \"" + passage + "\".",
                         {}};
        return found->second.value();
      });
}

}  // namespace

Problem ReportWork::write(const ProgrammeReport& report) {
  const people::Actor& analyst = setting_.actor(analyst_);
  const auto started =
      setting_.office.perform(analyst, report::StartReport{.programme_key = setting_.programme_key,
                                                           .key = report.key,
                                                           .title = report.title,
                                                           .summary = report.summary});
  if (!started) return told("reports.csv", started.refusal());
  for (const Chapter& chapter : report.chapters) {
    Result<std::string> markdown = with_extracts(chapter, setting_);
    if (!markdown) return markdown.refusal();
    const auto added =
        setting_.office.perform(analyst, report::AddSection{.programme_key = setting_.programme_key,
                                                            .report_key = report.key,
                                                            .title = chapter.title,
                                                            .markdown = *std::move(markdown)});
    if (!added) return told(chapter.file, added.refusal());
  }
  return std::nullopt;
}

Problem ReportWork::publish(const ProgrammeReport& report) {
  const people::Actor& editor = setting_.actor(editor_);
  auto prepared = [&] {
    sql::Snapshot snapshot = setting_.office.journal().snapshot();
    return publication::prepare(snapshot, editor,
                                {.programme_key = setting_.programme_key,
                                 .report_key = report.key,
                                 .published_on = report.published_on,
                                 .press_release = report.press_release},
                                press_);
  }();
  if (!prepared) return told(report.key, prepared.refusal());
  const std::size_t figures = prepared->content.figures.size();
  const std::size_t files = prepared->files.size();
  const std::size_t passages = prepared->content.quotations.size();
  const std::string passages_read = publication::digest_of_passages(prepared->content);
  auto edition =
      setting_.office.perform(editor, publication::PublishEdition{*std::move(prepared), passages_read});
  if (!edition) return told(report.key, edition.refusal());
  published_.push_back({.edition = *std::move(edition),
                        .words = words_of(report),
                        .figures = static_cast<std::int64_t>(figures),
                        .passages = static_cast<std::int64_t>(passages),
                        .files = static_cast<std::int64_t>(files)});
  return std::nullopt;
}

}  // namespace sightline::demo
