// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "base/number.h"
#include "insight/dashboard_pages.h"
#include "platform/html/scrolling_table.h"
#include "platform/svg/chart.h"

namespace sightline::insight {

using namespace html;
using programme::Grade;

namespace {

/// "41 of 120 (34%)". Handbook §7.9
std::string in_words(const std::optional<Share>& share) {
  if (!share) return "None graded";
  return with_commas(share->part()) + " of " + with_commas(share->whole()) + " (" +
         percent(share->proportion()) + ")";
}

std::string interval_in_words(const std::optional<Share>& share) {
  if (!share) return "None";
  const Interval interval = wilson_interval(*share);
  return percent(interval.low) + " to " + percent(interval.high);
}

std::string below_in_words(const Counted& counted) {
  return "Below “" + counted.scale.label(counted.standard) + "”";
}

/// As people read a scale: the best first.
std::vector<Grade> best_first(const programme::Scale& scale) {
  std::vector<Grade> grades = scale.grades();
  return {grades.rbegin(), grades.rend()};
}

/// The headings after the first, in the order of cells_of().
std::vector<std::string> headings_of(const Counted& counted) {
  std::vector<std::string> headings;
  for (const Grade grade : best_first(counted.scale)) headings.push_back(counted.scale.label(grade));
  for (const std::string& each : {std::string("Not applicable"), std::string("Insufficient evidence"),
                                  below_in_words(counted), std::string("95% interval")})
    headings.push_back(each);
  return headings;
}

std::vector<std::string> cells_of(const Counts& counts, const Counted& counted) {
  const std::optional<Share> share = share_below(counts, counted.standard);
  std::vector<std::string> cells;
  for (const Grade grade : best_first(counted.scale)) cells.push_back(with_commas(counts.of(grade)));
  cells.push_back(with_commas(counts.not_applicable));
  cells.push_back(with_commas(counts.insufficient_evidence));
  cells.push_back(in_words(share));
  cells.push_back(interval_in_words(share));
  return cells;
}

/// What the cases below stand for: one area, or each case as a whole.
std::string whole_in_words(const Dashboard& dashboard) {
  for (const NamedArea& each : dashboard.choices.areas)
    if (each.area == dashboard.wish.area) return each.name;
  return "The case as a whole";
}

struct Link {
  Url url;
  std::string text;
};

Html table_of_lines(const Dashboard& dashboard, const std::string& first, const auto& lines,
                    const auto& link_of) {
  const Counted& counted = *dashboard.counted;
  govuk::Table table{.caption = whole_in_words(dashboard) + ", by " + first,
                     .caption_classes = "govuk-table__caption--m",
                     .head = {{.text = first == "body" ? "Body" : "Inspection"}},
                     .first_cell_is_header = true,
                     .classes = "app-table-of-chart"};
  for (const std::string& heading : headings_of(counted)) table.head.push_back(govuk::numeric(heading));
  for (const auto& line : lines.items) {
    const Link link = link_of(line);
    auto& row = table.rows.emplace_back();
    row.push_back({.text = a({class_("govuk-link")}, link.url, link.text)});
    for (const std::string& cell : cells_of(line.counts, counted)) row.push_back(govuk::numeric(cell));
  }
  return fragment(
      scrolling_table(table),
      govuk::pages_of_list(insight_url(dashboard.programme.details.key, dashboard.wish), lines.cut));
}

}  // namespace

Html areas_figure(const Dashboard& dashboard) {
  const Counted& counted = *dashboard.counted;
  svg::ShareBars options{
      .id = "areas",
      .title = below_in_words(counted) + ", by area",
      .description = "For each area, the share of graded cases that are graded worse than “" +
                     counted.scale.label(counted.standard) +
                     "”, with its 95% interval. The table below has the same numbers.",
      .what = "Area",
      .bars = {}};
  std::vector<std::vector<std::string>> rows;
  for (const AreaLine& line : counted.areas) {
    if (const auto share = share_below(line.counts, counted.standard))
      options.bars.push_back({.label = line.area.name, .share = *share});
    std::vector<std::string> row = cells_of(line.counts, counted);
    row.insert(row.begin(), line.area.name);
    rows.push_back(std::move(row));
  }
  svg::Chart chart = svg::share_bars(options);
  chart.head = headings_of(counted);
  chart.head.insert(chart.head.begin(), "Area");
  chart.rows = std::move(rows);
  return svg::figure_with_table(chart,
                                "Cases graded below “" + counted.scale.label(counted.standard) + "”, by area",
                                svg::TablePlace::Below);
}

Html lines_table(const Dashboard& dashboard) {
  const std::string& key = dashboard.programme.details.key;
  if (const auto* inspections = std::get_if<Page<InspectionLine>>(&dashboard.counted->lines))
    return table_of_lines(dashboard, "inspection", *inspections, [](const InspectionLine& line) {
      return Link{Url::path("inspections", line.key), line.title};
    });
  const auto& bodies = std::get<Page<BodyLine>>(dashboard.counted->lines);
  if (bodies.cut.total == 0) return p({class_("govuk-body")}, "Choose an area to count its cases by body.");
  return table_of_lines(dashboard, "body", bodies, [&](const BodyLine& line) {
    Wish wish = dashboard.wish;
    wish.body = line.id;
    return Link{insight_url(key, wish), line.name};
  });
}

Html agreement_table(const Dashboard& dashboard) {
  const Counted& counted = *dashboard.counted;
  govuk::Table table{.caption = whole_in_words(dashboard) + ": the same cases by the body and by inspectors",
                     .caption_classes = "govuk-table__caption--m",
                     .head = {{.text = "Graded by the body"}},
                     .first_cell_is_header = true,
                     .classes = "app-table-of-chart"};
  for (const Grade grade : best_first(counted.scale))
    table.head.push_back(govuk::numeric("Inspectors: " + counted.scale.label(grade)));
  int beside = 0;
  for (auto line = counted.agreement.rbegin(); line != counted.agreement.rend(); ++line) {
    const Counts& counts = line->counts;
    beside += line->body ? counts.not_applicable + counts.insufficient_evidence : counts.graded();
    if (!line->body) continue;
    auto& row = table.rows.emplace_back();
    row.push_back({.text = counted.scale.label(*line->body)});
    for (const Grade grade : best_first(counted.scale)) row.push_back(govuk::numeric(counts.of(grade)));
  }
  if (table.rows.empty()) return {};
  // Handbook §4.16
  return fragment(
      scrolling_table(table),
      p({class_("govuk-body")}, "Graded by one side alone, and not in this table: ", beside, "."));
}

}  // namespace sightline::insight
