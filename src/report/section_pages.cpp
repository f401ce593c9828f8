// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "report/section_pages.h"

#include <algorithm>
#include <map>

#include "figure/block_pages.h"
#include "platform/html/elements.h"
#include "platform/markdown/to_html.h"

namespace sightline::report {

namespace {

using namespace html;
using Form = markdown::FigureUse::Form;

std::string provisional(std::int64_t entry) {
  return "provisional, as of entry " + std::to_string(entry);
}

std::string_view heading_class(int level) {
  static constexpr std::string_view kClasses[] = {"govuk-heading-xl", "govuk-heading-l", "govuk-heading-m"};
  return level <= 3 ? kClasses[level - 1] : "govuk-heading-s";
}

/// Writes the figures of one section.
class FigureWriter {
 public:
  FigureWriter(const Figures& figures, const SectionHtmlOptions& options, std::string prefix)
      : figures_(figures), options_(options), prefix_(std::move(prefix)) {}

  std::optional<Content> value(const markdown::FigureValue& asked) const {
    const ReportFigure* figure = usable(asked.key, Form::Inline, asked.part);
    if (figure == nullptr) return std::nullopt;
    const std::string& text = asked.part.empty() ? figure->shown.text : figure->shown.parts.at(asked.part);
    const auto link = explanation(asked.key);
    return Content(span({class_("app-figure-value")},
                        link ? a({class_("govuk-link app-figure-value__link")}, *link, text) : fragment(text),
                        note(" ")));
  }

  std::optional<Html> block(const markdown::FigureBlock& asked) {
    const ReportFigure* figure = usable(asked.key, Form::Block, "");
    if (figure == nullptr) return std::nullopt;
    std::string id = prefix_ + "figure-" + asked.key;
    if (const int copy = ++blocks_[asked.key]; copy > 1) id += "-" + std::to_string(copy);
    figure::FigureBlockOptions block_options{
        .id = std::move(id), .note = {}, .explanation = explanation(asked.key)};
    if (options_.provisional_entry)
      block_options.note = "This figure is " + provisional(*options_.provisional_entry) + ".";
    return figure::figure_block(figure->details, figure->shown, block_options);
  }

 private:
  /// Null when it cannot stand there.
  const ReportFigure* usable(const std::string& key, Form form, const std::string& part) const {
    const auto found = figures_.find(key);
    if (found == figures_.end() || figure::refuse_use(found->second.shown, form, part)) return nullptr;
    return &found->second;
  }

  std::optional<Url> explanation(const std::string& key) const {
    return options_.explanation_of ? options_.explanation_of(key) : std::nullopt;
  }

  Html note(std::string_view before) const {
    if (!options_.provisional_entry) return {};
    return fragment(
        before, span({class_("app-figure-value__note")}, "(", provisional(*options_.provisional_entry), ")"));
  }

  const Figures& figures_;
  const SectionHtmlOptions& options_;
  const std::string prefix_;
  std::map<std::string, int> blocks_;
};

}  // namespace

Html section_html(const Composed& composed, const ComposedSection& section, const Figures& figures,
                  const QuotedWords& words, const SectionHtmlOptions& options) {
  FigureWriter writer(figures, options, id_prefix(section));
  const markdown::HtmlOptions how{
      .id_prefix = id_prefix(section),
      .heading_shift = options.heading_shift,
      .figure_value = [&](const markdown::FigureValue& asked) { return writer.value(asked); },
      .figure_block = [&](const markdown::FigureBlock& asked) { return writer.block(asked); },
      .extract_words = words_of(words)};
  const int level = std::min(1 + options.heading_shift, 6);
  const Html title = heading(level, {class_(heading_class(level)), id_(section.id)}, section.title);
  if (!options.page_of) return fragment(title, markdown::to_html(section.document, how));
  return fragment(title, markdown::to_html(across_pages(composed, section, options.page_of), how));
}

Html contents_list(const Composed& composed, const SectionHtmlOptions& options) {
  return ol({class_("govuk-list govuk-list--number app-report-contents")},
            each(composed.sections, [&](const ComposedSection& section) {
              const Url place =
                  options.page_of ? Url::relative(options.page_of(section)) : Url::fragment(section.id);
              return li({}, a({class_("govuk-link")}, place, section.title));
            }));
}

}  // namespace sightline::report
