// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "site/totals_pages.h"

#include <algorithm>
#include <cctype>

#include "base/number.h"
#include "base/text.h"
#include "platform/svg/chart.h"
#include "site/frame_pages.h"

namespace sightline::site {

namespace {

using namespace html;
using assessment::PublishedAssessor;
using assessment::PublishedSample;
using assessment::PublishedTotal;
using assessment::SumCheck;

std::string capitalised(std::string words) {
  words.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(words.front())));
  return words;
}

using Inspections = std::vector<InspectionView>;

const inspection::Inspection* inspection_of(const Inspections& inspections, const PublishedTotal& total) {
  for (const InspectionView& view : inspections)
    if (total.inspection == view.inspection.id) return &view.inspection;
  return nullptr;
}

/// "Post-inspection review, February 2023"; of no inspection of these, "Eight forces together, August 2014 to
/// February 2015".
std::string name_of(const Inspections& inspections, const PublishedTotal& total) {
  const inspection::Inspection* found = inspection_of(inspections, total);
  if (!found) return capitalised(total.body_name) + (total.period ? ", " + total.period->in_words() : "");
  std::string name(inspection::name_of(found->kind));
  if (found->record.part) name += ", " + *found->record.part;
  if (const auto when = time_of(*found)) name += ", " + when->in_words();
  return name;
}

/// Who graded which cases: what one must know to read the numbers.
std::string about(const PublishedTotal& total) {
  std::string words =
      total.assessor == PublishedAssessor::Force ? "graded by the force itself" : "graded by inspectors";
  if (total.sample == PublishedSample::ChosenByForce) words += "; cases chosen by the force";
  if (total.sample == PublishedSample::AddedByInspectors) words += "; cases added by inspectors";
  if (total.case_kind != "all") words += "; only cases of " + total.case_kind;
  return words;
}

std::string count_in_words(const std::optional<int>& count) {
  return count ? with_commas(*count) : "unknown";
}

std::string total_in_words(const PublishedTotal& total) {
  if (!total.total_as_reported.empty()) return "“" + total.total_as_reported + "”";
  return count_in_words(total.total);
}

Html verdict(const PublishedTotal& total) {
  const SumCheck check = assessment::check_sum(total);
  if (check == SumCheck::AddsUp) return fragment("Adds up");
  return fragment(strong({}, capitalised(std::string(word(check)))), ": ", assessment::sum_in_words(total));
}

Html as_reported(const PublishedTotal& total) {
  return fragment(source_link(total.source), total.note.empty() ? "" : "; ", total.note);
}

/// The share in the best grade, where the rules allow one; what was reported instead, where not.
std::string best_share(const PublishedTotal& total) {
  if (const auto share = assessment::share_of(total, assessment::best_grade(total.scale)))
    return share_in_words(*share);
  if (total.best_percent) return std::to_string(*total.best_percent) + "% as reported; no interval";
  return "not given";
}

/// Those on one scale together, in the order of the first of each.
std::vector<std::vector<PublishedTotal>> by_scale(const std::vector<PublishedTotal>& totals) {
  std::vector<std::vector<PublishedTotal>> groups;
  for (const PublishedTotal& total : totals) {
    const auto group =
        std::ranges::find(groups, total.scale.key, [](const auto& alike) { return alike.front().scale.key; });
    if (group == groups.end())
      groups.push_back({total});
    else
      group->push_back(total);
  }
  return groups;
}

govuk::Table table_of(const Inspections& inspections, const std::vector<PublishedTotal>& totals) {
  const programme::Scale& scale = totals.front().scale;
  govuk::Table table{.caption = "Totals on the scale " + lower_ascii(scale.name),
                     .caption_classes = "govuk-table__caption--s",
                     .head = {{.text = "Inspection and cases"}},
                     .rows = {},
                     .first_cell_is_header = true};
  for (auto label = scale.labels.rbegin(); label != scale.labels.rend(); ++label)
    table.head.push_back(govuk::numeric(*label));
  table.head.push_back(govuk::numeric("Total"));
  table.head.push_back({.text = scale.labels.back() + ", share"});
  int number = 0;
  for (const PublishedTotal& total : totals) {
    std::vector<govuk::Cell> row{
        {.text = fragment(name_of(inspections, total), br(),
                          span({class_("govuk-!-font-weight-regular")}, about(total), ", row ", ++number))}};
    for (auto count = total.counts.rbegin(); count != total.counts.rend(); ++count)
      row.push_back(govuk::numeric(count_in_words(*count)));
    row.push_back(govuk::numeric(total_in_words(total)));
    row.push_back({.text = best_share(total)});
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// What each row of the table rests on, in its order.
Html checks_of(const std::vector<PublishedTotal>& totals) {
  return fragment(h4({class_("govuk-heading-s")}, "Do the numbers add up, and who published them?"),
                  ol({class_("govuk-list govuk-list--number")}, each(totals, [](const PublishedTotal& total) {
                       return li({id_(total.key)}, verdict(total), ". Source: ", as_reported(total), ".");
                     })));
}

/// Bars for the rows that add up; nothing where none does.
Html bars_of(const Inspections& inspections, const std::vector<PublishedTotal>& totals) {
  const std::string grade = lower_ascii(totals.front().scale.labels.back());
  svg::ShareBars bars{.id = "share-" + totals.front().scale.key,
                      .title = "Cases graded " + grade,
                      .description = "One bar for each published total that adds up, with its 95% interval.",
                      .what = "Inspection",
                      .bars = {}};
  for (const PublishedTotal& total : totals)
    if (const auto share = assessment::share_of(total, assessment::best_grade(total.scale)))
      bars.bars.push_back({.label = name_of(inspections, total) +
                                    (total.assessor == PublishedAssessor::Force ? " (by the force)" : ""),
                           .share = *share});
  if (bars.bars.empty()) return {};
  return svg::figure_with_table(svg::share_bars(bars), "Cases graded " + grade, svg::TablePlace::Folded);
}

Html compared_section(const ForceView& force) {
  const std::vector<ComparedTotals> all = comparisons(force);
  Html main = h3({class_("govuk-heading-s")}, "Do these totals show a change?");
  if (all.empty())
    return fragment(
        main, paragraph("No two of these totals can be compared: that takes two that add up, on one scale, "
                        "by the same assessor, of the same kinds of case, at two inspections whose order "
                        "in time is known."));
  for (const ComparedTotals& pair : all)
    main += p({class_("govuk-body")}, name_of(force.inspections, *pair.earlier), " and ",
              name_of(force.inspections, *pair.later), ": ",
              assessment::in_words(pair.comparison, lower_ascii(pair.earlier->scale.labels.back())));
  if (all.size() > 1)
    main += paragraph(
        with_commas(std::ssize(all)) +
        " pairs were looked at. Where there is no change, about one pair in twenty would seem to show "
        "one.");
  return main;
}

}  // namespace

Html totals_section(const ForceView& force) {
  Html main = h2({class_("govuk-heading-l"), id_("totals")}, "Published totals of graded cases");
  if (force.totals.empty())
    return fragment(main,
                    paragraph("No total of graded cases published about this force is on record here."));
  main += govuk::inset_text(
      {.text = "Somebody else published each of these numbers. They are shown as reported and are not "
               "assessments "
               "made with Sightline. Totals on different scales are never added or compared."});
  for (const std::vector<PublishedTotal>& alike : by_scale(force.totals)) {
    main += h3({class_("govuk-heading-m")}, alike.front().scale.name);
    main += bars_of(force.inspections, alike);
    main += wide_table(table_of(force.inspections, alike));
    main += checks_of(alike);
  }
  main += paragraph(
      "An interval says how far a share could have been off by the luck of which cases were drawn, had "
      "they been drawn by chance. How these cases were chosen is mostly unknown, so read the interval as "
      "the least doubt there is.");
  return fragment(main, compared_section(force));
}

Html several_forces_section(const PublicView& view) {
  std::vector<PublishedTotal> totals = view.totals;
  std::erase_if(totals, [](const PublishedTotal& total) { return total.body.has_value(); });
  if (totals.empty()) return {};
  return fragment(
      h2({class_("govuk-heading-m"), id_("several-forces")}, "Totals about several forces together"),
      paragraph(
          "These stand on no force’s page: how many of the cases were of which force is not known here."),
      each(by_scale(totals), [](const std::vector<PublishedTotal>& alike) {
        return fragment(h3({class_("govuk-heading-s")}, alike.front().scale.name),
                        wide_table(table_of({}, alike)), checks_of(alike));
      }));
}

Html named_rows_table(const PublicView& view, const std::string& page) {
  govuk::Table table{
      .caption = "Published totals that do not add up or cannot be checked",
      .caption_classes = "govuk-table__caption--m",
      .head = {{.text = "Total"}, {.text = "Body"}, {.text = "What is wrong"}, {.text = "Source"}},
      .rows = {},
      .first_cell_is_header = true};
  for (const PublishedTotal& total : view.totals) {
    if (assessment::check_sum(total) == SumCheck::AddsUp) continue;
    Html body = fragment(total.body_name);
    for (const ForceView& force : view.forces)
      if (total.body == force.force.id)
        body = link_to(page, force_page(force.force.key) + "#totals", force.force.name);
    table.rows.push_back(
        {{.text = total.key}, {.text = body}, {.text = verdict(total)}, {.text = as_reported(total)}});
  }
  return wide_table(table);
}

}  // namespace sightline::site
