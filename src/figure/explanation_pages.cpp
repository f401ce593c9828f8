// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "figure/explanation_pages.h"

#include <algorithm>

#include "base/number.h"
#include "platform/html/govuk.h"
#include "platform/html/scrolling_table.h"

namespace sightline::figure {

using namespace html;

namespace {

Html places_of(const Basis& basis) {
  if (basis.counted_in.size() == 1) return fragment(in_words(basis.counted_in.front()));
  return ul({class_("govuk-list govuk-!-margin-bottom-0")},
            each(basis.counted_in, [](const CountedIn& place) { return li({}, in_words(place)); }));
}

Content linked(const Basis& basis) {
  const auto url = Url::parse(basis.address);
  if (!url) return basis.record;
  return a({class_("govuk-link")}, *url, basis.record,
           span({class_("govuk-visually-hidden")}, ": ", basis.inspection_title));
}

/// Those of the group that are on this page of the list; `begun`: it began on an earlier one.
Html table_of(const Group& group, const std::vector<Basis>& bases, bool begun) {
  const bool is_counted_in_table =
      std::ranges::any_of(bases, [](const Basis& basis) { return !basis.counted_in.empty(); });
  const bool has_places = group.part == Part::Counted && is_counted_in_table;
  govuk::Table table{.caption = in_words(group) + (begun ? ", continued" : ""),
                     .caption_classes = "govuk-table__caption--m",
                     .head = {{.text = "Inspection"}, {.text = "Record"}},
                     .attributes = {id_(word(group.part))}};
  if (has_places) table.head.push_back({.text = "Counted in"});
  table.head.push_back(govuk::numeric("Revision"));
  for (const Basis& basis : bases) {
    if (basis.part != group.part) continue;
    std::vector<govuk::Cell>& row = table.rows.emplace_back();
    row.push_back({.text = basis.inspection_title.empty() ? "The whole programme" : basis.inspection_title});
    row.push_back({.text = linked(basis)});
    if (has_places) row.push_back({.text = places_of(basis)});
    row.push_back(govuk::numeric(basis.revision == 0 ? "–" : std::to_string(basis.revision)));
  }
  return table.rows.empty() ? Html() : scrolling_table(table);
}

Html tables_of(const Explanation& explanation) {
  Html tables;
  std::int64_t before = 0;
  for (const Group& group : explanation.groups) {
    tables += table_of(group, explanation.shown.items, before < explanation.shown.cut.offset);
    before += group.records;
  }
  return tables;
}

/// Leads to where each part begins, in a list of several pages.
Html contents_of(const Explanation& explanation, const Url& here) {
  const Cut& cut = explanation.shown.cut;
  if (cut.pages == 1) return {};
  std::vector<Html> lines;
  std::int64_t before = 0;
  for (const Group& group : explanation.groups) {
    const Url page = here.with("page", before / cut.size + 1);
    const Url begin = Url::local(std::string(page.text()) + "#" + std::string(word(group.part)));
    lines.push_back(li({}, a({class_("govuk-link")}, begin, in_words(group))));
    before += group.records;
  }
  return nav({aria_("label", "Parts of the list")}, ul({class_("govuk-list")}, lines));
}

std::string hidden_in_words(const Explanation& explanation) {
  std::string text = explanation.hidden ? counted(*explanation.hidden, "record", "records") : "records";
  if (explanation.shown.cut.total > 0) text = "and " + text;
  if (explanation.hidden_inspections > 0)
    text += " in " + counted(explanation.hidden_inspections, "inspection", "inspections");
  return text + " that you may not see.";
}

}  // namespace

Html records_behind(const Explanation& explanation, const Url& here) {
  const Cut& cut = explanation.shown.cut;
  return fragment(
      h2({class_("govuk-heading-l"), id_("rests-on")}, "What it rests on"),
      when(cut.total > 0,
           [&] {
             return fragment(p({class_("govuk-body")}, counted(cut.total, "record", "records"),
                               " that you may see, each at the revision that was read."),
                             contents_of(explanation, here), tables_of(explanation),
                             govuk::pages_of_list(here, cut));
           }),
      when(explanation.hidden != 0, [&] { return p({class_("govuk-body")}, hidden_in_words(explanation)); }),
      when(cut.total == 0 && explanation.hidden == 0,
           [&] { return p({class_("govuk-body")}, "No record: nothing was there to count."); }));
}

}  // namespace sightline::figure
