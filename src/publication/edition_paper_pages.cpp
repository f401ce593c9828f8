// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The edition as it goes to paper: the same words, figures and recommendations as on
// the pages, in one document.

#include <set>

#include "figure/block_pages.h"
#include "platform/markdown/to_json.h"
#include "publication/edition_files_pages.h"

namespace sightline::publication {

namespace {

constexpr const char* kRecommendationsId = "all-recommendations";

markdown::Inlines words(std::string text) {
  return {{markdown::Words{std::move(text)}, 0}};
}

markdown::Block paragraph(std::string text) {
  return {markdown::Paragraph{words(std::move(text))}, 0};
}

pdf::Section recommendations(const EditionContent& content) {
  markdown::Document document;
  document.blocks.push_back(paragraph(when_time_begins(content)));
  for (const FrozenRecommendation& each : content.recommendations) {
    document.blocks.push_back({markdown::Heading{2, each.key, words("Recommendation " + each.key)}, 0});
    document.blocks.push_back(paragraph(each.details.text));
    document.blocks.push_back(
        paragraph("Addressed to: " + each.addressees + ". " +
                  recommendation::due_in_words(each.details.term, content.clocks_begin) + "."));
  }
  return {.id = kRecommendationsId,
          .title = "Recommendations",
          .blocks = markdown::to_json(document, {.id_prefix = "recommendations--"})};
}

std::optional<std::string> inline_text(const Composition& composition, const markdown::FigureValue& value) {
  const auto found = composition.figures.find(value.key);
  if (found == composition.figures.end()) return std::nullopt;
  if (value.part.empty()) return found->second.shown.text;
  const auto part = found->second.shown.parts.find(value.part);
  return part == found->second.shown.parts.end() ? std::nullopt : std::optional(part->second);
}

}  // namespace

pdf::Report paper(const Composition& composition) {
  const EditionContent& content = composition.content;
  std::string subtitle = content.subtitle;
  if (content.number > 1)
    subtitle += (subtitle.empty() ? "" : ". ") + ("Edition " + std::to_string(content.number)) +
                ", which corrects the one before: " + content.change_note;
  pdf::Report report{.title = content.title,
                     .subtitle = std::move(subtitle),
                     .publisher = content.publisher,
                     .published = content.published_on,
                     .notice = notice(content.reality),
                     .sections = {},
                     .figures = {}};
  std::set<std::string> blocks;
  for (const report::ComposedSection& section : composition.report.sections) {
    report.sections.push_back(
        {.id = section.id,
         .title = section.title,
         .blocks = markdown::to_json(
             section.document,
             {.id_prefix = report::id_prefix(section),
              .figure_value =
                  [&](const markdown::FigureValue& value) { return inline_text(composition, value); },
              .extract_words = report::words_of(composition.words)})});
    for (const markdown::FigureUse& use : markdown::figures_of(section.document))
      if (use.form == markdown::FigureUse::Form::Block) blocks.insert(use.key);
  }
  if (!content.recommendations.empty()) report.sections.push_back(recommendations(content));
  for (const std::string& key : blocks) {
    const report::ReportFigure& figure = composition.figures.at(key);
    report.figures.push_back(figure::to_pdf(key, figure.details, figure.shown));
  }
  return report;
}

}  // namespace sightline::publication
