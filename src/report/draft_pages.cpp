// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "report/draft_pages.h"

#include "figure/block_pages.h"
#include "platform/html/elements.h"
#include "platform/html/govuk.h"
#include "platform/html/page.h"
#include "platform/markdown/to_json.h"
#include "report/section_pages.h"

namespace sightline::report {

namespace {

using namespace html;
using Form = markdown::FigureUse::Form;

std::string provisional_note(const ReportView& view) {
  return "This is a draft. Every figure in it is provisional, as of entry " +
         std::to_string(view.draft.entry) + " of the journal.";
}

const ReportFigure* usable(const Figures& figures, const std::string& key, Form form,
                           const std::string& part) {
  const auto found = figures.find(key);
  if (found == figures.end() || figure::refuse_use(found->second.shown, form, part)) return nullptr;
  return &found->second;
}

}  // namespace

Html draft_html(const ReportView& view) {
  const SectionHtmlOptions options{
      .heading_shift = 1, .page_of = {}, .explanation_of = {}, .provisional_entry = view.draft.entry};
  Html sections;
  for (const ComposedSection& each : view.draft.composed.sections)
    sections +=
        section({class_("app-report-text")},
                section_html(view.draft.composed, each, view.draft.figures, view.draft.words, options));
  return fragment(when(!view.report.subtitle.empty(),
                       [&] { return span({class_("govuk-caption-xl")}, view.report.subtitle); }),
                  h1({class_("govuk-heading-xl")}, view.report.title),
                  govuk::warning_text({.text = provisional_note(view)}),
                  when(!view.draft.problems.empty(),
                       [&] {
                         return fragment(h2({class_("govuk-heading-m")}, "Before it can be published"),
                                         ul({class_("govuk-list govuk-list--bullet")},
                                            each(view.draft.problems, [](const LineProblem& each) {
                                              return li({}, in_words(each));
                                            })));
                       }),
                  nav({aria_("label", "Contents")}, contents_list(view.draft.composed)), sections);
}

Html draft_document(const ReportView& view, const std::string& assets) {
  Layout layout{.title = view.report.title + " (draft)", .relative_assets = assets};
  layout.banner = provisional_note(view);
  return page(layout, draft_html(view));
}

std::vector<pdf::Section> paper_sections(const Composed& composed, const Figures& figures,
                                         const QuotedWords& words, const std::string& behind_each_figure) {
  std::vector<pdf::Section> sections;
  for (const ComposedSection& each : composed.sections) {
    const markdown::JsonOptions options{
        .id_prefix = id_prefix(each),
        .figure_value = [&](const markdown::FigureValue& asked) -> std::optional<std::string> {
          const ReportFigure* figure = usable(figures, asked.key, Form::Inline, asked.part);
          if (figure == nullptr) return std::nullopt;
          return (asked.part.empty() ? figure->shown.text : figure->shown.parts.at(asked.part)) +
                 behind_each_figure;
        },
        .extract_words = words_of(words)};
    sections.push_back({each.id, each.title, markdown::to_json(each.document, options)});
  }
  return sections;
}

std::vector<pdf::Figure> paper_figures(const Composed& composed, const Figures& figures) {
  std::vector<pdf::Figure> all;
  std::set<std::string> taken;
  for (const ComposedSection& section : composed.sections)
    for (const markdown::FigureUse& use : markdown::figures_of(section.document)) {
      if (use.form != Form::Block || !taken.insert(use.key).second) continue;
      if (const ReportFigure* figure = usable(figures, use.key, Form::Block, ""))
        all.push_back(figure::to_pdf(use.key, figure->details, figure->shown));
    }
  return all;
}

pdf::Report draft_paper(const ReportView& view, Date today) {
  const std::string entry = std::to_string(view.draft.entry);
  return {.title = view.report.title,
          .subtitle = view.report.subtitle,
          .publisher = view.programme.details.name,
          .published = today,
          .notice = "Draft. Every figure is provisional, as of entry " + entry + ".",
          .sections = paper_sections(view.draft.composed, view.draft.figures, view.draft.words,
                                     " (provisional, as of entry " + entry + ")"),
          .figures = paper_figures(view.draft.composed, view.draft.figures)};
}

}  // namespace sightline::report
