// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "publication/edition_files_pages.h"

#include <algorithm>

#include "base/number.h"
#include "figure/block_pages.h"
#include "platform/html/scrolling_table.h"
#include "publication/edition_links.h"
#include "publication/edition_state_pages.h"
#include "recommendation/recommendation.h"
#include "report/section_pages.h"

namespace sightline::publication {

using namespace html;

namespace {

Url to(std::string_view from, const std::string& path) {
  return Url::relative(way_within(from, path));
}

Html link_to(std::string_view from, const std::string& path, const Content& words) {
  return a({class_("govuk-link")}, to(from, path), words);
}

Html day(Date date) {
  return time({attribute_("datetime", date.iso())}, date.in_words());
}

Html published_line(const EditionContent& content) {
  return p({class_("govuk-body")}, "Published by ", content.publisher, " on ", day(content.published_on),
           content.number > 1 ? ". Edition " + std::to_string(content.number) + "." : ".");
}

/// Handbook §8.6
Html change_note(const EditionContent& content) {
  if (content.change_note.empty()) return {};
  return govuk::inset_text({.text = fragment(strong({}, "This edition corrects the one before. "),
                                             span({class_("app-typed")}, content.change_note))});
}

Html chapters(const Composition& composition) {
  return ol({class_("govuk-list govuk-list--number govuk-list--spaced")},
            each(composition.report.sections, [](const report::ComposedSection& section) {
              return li({}, link_to(kIndexPage, chapter_page(section), section.title));
            }));
}

/// The text of a whole figure, with what stands in the way of more. Handbook §9.15
Html disclosure_note(const FrozenFigure& figure) {
  if (figure.value.unit != figure::Unit::People) return {};
  return p(
      {class_("govuk-body")},
      "Counts of people are rounded to the nearest 5, and one to four are shown as “fewer than 5”, so that "
      "nobody can be found in what is published. Percentages are worked out before rounding, and left out "
      "where they would give a small count away.");
}

Html counted_in(const FrozenFigure& figure) {
  if (figure.inspections.empty())
    return p({class_("govuk-body")},
             "It rests on records of the programme as a whole, not of one inspection.");
  govuk::Table table{.caption = "The inspections it counts in",
                     .caption_classes = "govuk-table__caption--m",
                     .head = {{.text = "Inspection"}, {.text = "Body inspected"}, {.text = "Kind"}},
                     .rows = {},
                     .first_cell_is_header = true};
  for (const CountedInspection& each : figure.inspections)
    table.rows.push_back(
        {{.text = each.title}, {.text = each.body}, {.text = inspection::name_of(each.kind)}});
  return fragment(p({class_("govuk-body")}, "It rests on ",
                    counted(std::ssize(figure.inspections), "inspection", "inspections"), "."),
                  scrolling_table(table));
}

/// As a block where it can be one; as its words where it is a plain count.
Html shown_figure(const FrozenFigure& figure) {
  const bool is_block = !figure::refuse_use(figure.shown, markdown::FigureUse::Form::Block, "");
  if (is_block) return figure::figure_block(figure.details, figure.shown, {.id = "figure"});
  return p({class_("govuk-body-l")}, strong({}, figure.shown.text));
}

}  // namespace

// The list of several is long and stands under most recommendations: it opens when it is asked for.
Html addressed_to(const FrozenRecommendation& recommendation) {
  const std::string_view addressees = recommendation.addressees;
  std::vector<Html> names;
  for (std::string_view rest = addressees; !rest.empty();) {
    const std::size_t end = std::min(rest.find("; "), rest.size());
    names.push_back(li({}, rest.substr(0, end)));
    rest.remove_prefix(std::min(end + 2, rest.size()));
  }
  if (names.size() < 2) return fragment(addressees);
  return govuk::details({.summary = fragment(counted(std::ssize(names), "body", "bodies"),
                                             span({class_("govuk-visually-hidden")}, " of recommendation ",
                                                  recommendation.key)),
                         .text = ul({class_("govuk-list govuk-!-margin-bottom-0")}, names),
                         .classes = "govuk-!-margin-bottom-0"});
}

std::string when_time_begins(const EditionContent& content) {
  if (content.number == 1) return "The time for each begins with the day of publication.";
  return "The time for each began with the first edition, on " + content.clocks_begin.in_words() + ".";
}

EditionFile EditionPages::page(const std::string& path, const std::string& title, const Html& main) const {
  const EditionContent& content = composition_.content;
  std::vector<govuk::Breadcrumb> trail;
  if (path != kIndexPage) trail = {{.text = content.title, .href = to(path, kIndexPage)}, {.text = title}};
  const std::string words = notice(content.reality);
  // Neither the landing page nor another edition has this title.
  const std::string edition = content.title + ", edition " + std::to_string(content.number);
  const Layout layout{.title = path == kIndexPage ? edition : title + " \u2013 " + edition,
                      .description = content.summary,
                      .banner = words.empty() ? Content() : Content(p({}, words)),
                      .breadcrumbs = trail,
                      .footer_text = words,
                      .home = to(path, kIndexPage),
                      .relative_assets = way_within(path, "assets/")};
  return {path, "text/html; charset=utf-8",
          html::page(layout, div({class_("govuk-grid-row")},
                                 div({class_("govuk-grid-column-two-thirds")}, state_place(), main)))
              .release()};
}

Html EditionPages::section(const report::Composed& composed, const report::ComposedSection& section,
                           const std::string& path) const {
  const auto explained = [&](const std::string& key) -> std::optional<Url> {
    return to(path, figure_page(key));
  };
  return report::section_html(
      composed, section, composition_.figures, composition_.words,
      {.page_of = [](const report::ComposedSection& other) { return chapter_page(other); },
       .explanation_of = explained});
}

EditionFile EditionPages::index() const {
  const EditionContent& content = composition_.content;
  std::vector<Html> more;
  const auto add = [&](const char* path, const char* words) {
    more.push_back(li({}, link_to(kIndexPage, path, words)));
  };
  if (paper_ == Paper::Made) add(kPaper, "The report as a PDF document");
  if (!content.recommendations.empty()) add(kRecommendationsPage, "The recommendations");
  add(kPressReleasePage, "The press release");
  if (!content.figures.empty()) add(kFiguresPage, "Every figure: what it counts and the data behind it");
  const Html subtitle =
      when(!content.subtitle.empty(), [&] { return p({class_("govuk-body-l")}, content.subtitle); });
  const Html summary = when(!content.summary.empty() && content.summary != content.subtitle,
                            [&] { return p({class_("govuk-body")}, content.summary); });
  return page(
      kIndexPage, content.title,
      fragment(h1({class_("govuk-heading-xl")}, content.title), subtitle, published_line(content),
               change_note(content), summary,
               nav({aria_("labelledby", "contents")},
                   h2({class_("govuk-heading-m"), id_("contents")}, "Contents"), chapters(composition_)),
               h2({class_("govuk-heading-m"), id_("more")}, "With this report"),
               ul({class_("govuk-list govuk-list--spaced")}, more)));
}

Html EditionPages::turn_pages(const report::ComposedSection& section) const {
  const auto& all = composition_.report.sections;
  const auto here = static_cast<std::size_t>(&section - all.data());
  govuk::Pagination turn{.label = "Chapters", .classes = "govuk-pagination--block"};
  if (here > 0)
    turn.previous = govuk::PageLink{.href = to(chapter_page(section), chapter_page(all[here - 1])),
                                    .text = "Previous chapter",
                                    .label = all[here - 1].title};
  if (here + 1 < all.size())
    turn.next = govuk::PageLink{.href = to(chapter_page(section), chapter_page(all[here + 1])),
                                .text = "Next chapter",
                                .label = all[here + 1].title};
  return govuk::pagination(turn);
}

EditionFile EditionPages::chapter(const report::ComposedSection& composed) const {
  const std::string path = chapter_page(composed);
  return page(path, composed.title,
              fragment(section(composition_.report, composed, path), turn_pages(composed)));
}

EditionFile EditionPages::recommendations() const {
  const EditionContent& content = composition_.content;
  Html list;
  for (const FrozenRecommendation& each : content.recommendations)
    list += fragment(
        h2({class_("govuk-heading-m"), id_(each.key)}, "Recommendation ", each.key),
        p({class_("govuk-body app-typed")}, each.details.text),
        govuk::summary_list(
            {.rows = {{.key = "Addressed to", .value = addressed_to(each)},
                      {.key = "By when",
                       .value = recommendation::due_in_words(each.details.term, content.clocks_begin)}}}));
  return page(kRecommendationsPage, "Recommendations",
              fragment(h1({class_("govuk-heading-xl")}, "Recommendations"),
                       p({class_("govuk-body")}, when_time_begins(content)), list));
}

EditionFile EditionPages::press_release() const {
  const report::Composed& release = composition_.press_release;
  return page(kPressReleasePage, "Press release",
              fragment(span({class_("govuk-caption-xl")}, "Press release"),
                       section(release, release.sections.front(), kPressReleasePage),
                       p({class_("govuk-body")}, link_to(kPressReleasePage, kIndexPage, "Read the report"))));
}

EditionFile EditionPages::figures() const {
  govuk::Table table{.caption = "Every figure of this edition",
                     .caption_classes = "govuk-visually-hidden",
                     .head = {{.text = "Figure"}, {.text = "Shown"}, {.text = "Data"}},
                     .rows = {},
                     .first_cell_is_header = true};
  for (const FrozenFigure& figure : composition_.content.figures)
    table.rows.push_back(
        {{.text = link_to(kFiguresPage, figure_page(figure.key), figure.details.title)},
         {.text = figure.shown.table && !figure.shown.bar ? std::string("a table") : figure.shown.text},
         {.text = a({class_("govuk-link")}, to(kFiguresPage, figure_csv(figure.key)), "CSV",
                    span({class_("govuk-visually-hidden")}, " of ", figure.details.title))}});
  return page(kFiguresPage, "Every figure",
              fragment(h1({class_("govuk-heading-xl")}, "Every figure"), scrolling_table(table)));
}

EditionFile EditionPages::figure(const FrozenFigure& figure) const {
  const std::string path = figure_page(figure.key);
  return page(
      path, figure.details.title,
      fragment(
          span({class_("govuk-caption-xl")}, "What is behind the figure"),
          h1({class_("govuk-heading-xl")}, figure.details.title), shown_figure(figure),
          h2({class_("govuk-heading-m")}, "What it counts"), p({class_("govuk-body")}, figure.words),
          disclosure_note(figure), h2({class_("govuk-heading-m")}, "What it rests on"), counted_in(figure),
          p({class_("govuk-body")}, link_to(path, figure_csv(figure.key), "Download what is shown as CSV"),
            ". ", link_to(path, kFiguresPage, "See every figure"), ".")));
}

}  // namespace sightline::publication
