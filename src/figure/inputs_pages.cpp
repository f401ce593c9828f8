// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The inputs of the form of a figure. It works without scripts: the fields of every
// measure are there, and each group says for which measure it is read.

#include <algorithm>

#include "figure/form_pages.h"
#include "platform/html/govuk.h"

namespace sightline::figure {

using namespace html;

namespace {

std::string typed_text(const http::Form& typed, const char* field) {
  return std::string(typed.text(field));
}

std::vector<std::string> typed_all(const http::Form& typed, const char* field) {
  std::vector<std::string> all;
  for (const std::string_view each : typed.all(field)) all.emplace_back(each);
  return all;
}

Html words_inputs(const http::Form& typed, const Problems& problems) {
  return fragment(
      govuk::input({.name = "title",
                    .label = {.text = "Title"},
                    .hint = "Stands above the figure in the report.",
                    .error = problems.at("title"),
                    .value = typed_text(typed, "title")}),
      govuk::textarea(
          {.name = "alternative-text",
           .label = {.text = "Alternative text"},
           .hint = "What the figure shows, for readers who cannot see it. Name no number: it may change.",
           .error = problems.at("alternative-text"),
           .value = typed_text(typed, "alternative-text"),
           .rows = 3}));
}

Html measure_radios(const http::Form& typed, const Problems& problems) {
  const auto item = [](MeasureKind kind, const char* text, const char* hint) {
    return govuk::Choice{.value = std::string(word(kind)), .text = text, .hint = hint};
  };
  using enum MeasureKind;
  return govuk::radios(
      {.name = "measure",
       .fieldset = {.legend = {.text = "What the figure counts", .classes = "govuk-fieldset__legend--m"}},
       .error = problems.at("measure"),
       .items = {item(Inspections, "Inspections", ""),
                 item(InspectionsByKind, "Inspections of each kind", "A table."),
                 item(Bodies, "Bodies inspected", "Each once, however often it was inspected."),
                 item(Cases, "Cases graded by inspectors", "Needs a scale."),
                 item(ShareOfCases, "A share of cases", "Needs a scale, an area and at least one grade."),
                 item(GradesByArea, "Grades in every area", "A table and a chart. Needs a scale."),
                 item(BodyAgainstInspectors, "The body’s own grades against the inspectors’",
                      "A table. Needs a scale and an area."),
                 item(ThemeInspections, "Inspections in which a theme was coded", "Needs a theme."),
                 item(ThemeForces, "Police forces at which a theme was coded", "Needs a theme."),
                 item(Themes, "Every theme, by inspections and forces", "A table."),
                 item(Findings, "Agreed findings", ""), item(Recommendations, "Settled recommendations", "")},
       .value = typed_text(typed, "measure"),
       .classes = "govuk-radios--small"});
}

std::vector<govuk::SelectItem> scale_items(const Names& names) {
  std::vector<govuk::SelectItem> items{{.value = "", .text = "None"}};
  for (const auto& [key, scale] : names.scales) items.push_back({.value = key, .text = scale.name});
  return items;
}

/// Each key once, named as the newest framework names it.
std::vector<govuk::SelectItem> area_items(const Names& names) {
  std::vector<govuk::SelectItem> items{{.value = "", .text = "None"}};
  for (auto framework = names.areas.rbegin(); framework != names.areas.rend(); ++framework)
    for (const AreaName& area : framework->second)
      if (std::ranges::find(items, area.key, &govuk::SelectItem::value) == items.end())
        items.push_back({.value = area.key, .text = area.name});
  return items;
}

/// Each label once, with the scales it is on; the best grade of a scale first.
std::vector<govuk::Choice> grade_choices(const Names& names) {
  std::vector<std::pair<std::string, std::string>> labels;
  for (const auto& [key, scale] : names.scales)
    for (auto label = scale.labels.rbegin(); label != scale.labels.rend(); ++label) {
      const auto known = std::ranges::find(labels, *label, &std::pair<std::string, std::string>::first);
      if (known == labels.end())
        labels.emplace_back(*label, scale.name);
      else
        known->second += "; " + scale.name;
    }
  std::vector<govuk::Choice> choices;
  for (const auto& [label, scales] : labels)
    choices.push_back({.value = label, .text = label, .hint = scales});
  return choices;
}

Html case_inputs(const http::Form& typed, const Problems& problems, const Names& names) {
  return govuk::fieldset(
      {.legend = {.text = "For figures of cases", .classes = "govuk-fieldset__legend--m"}},
      fragment(govuk::select({.name = "scale",
                              .label = {.text = "Scale"},
                              .hint = "Cases on another scale are never counted with these.",
                              .error = problems.at("scale"),
                              .items = scale_items(names),
                              .value = typed_text(typed, "scale")}),
               govuk::select({.name = "area",
                              .label = {.text = "Area"},
                              .error = problems.at("area"),
                              .items = area_items(names),
                              .value = typed_text(typed, "area")}),
               govuk::checkboxes({.name = "grades",
                                  .fieldset = {.legend = {.text = "Grades that the share is of"}},
                                  .error = problems.at("grades"),
                                  .items = grade_choices(names),
                                  .values = typed_all(typed, "grades"),
                                  .classes = "govuk-checkboxes--small"})));
}

Html theme_input(const http::Form& typed, const Problems& problems, const Names& names) {
  std::vector<govuk::SelectItem> items{{.value = "", .text = "None"}};
  for (const ThemeName& theme : names.themes) items.push_back({.value = theme.key, .text = theme.name});
  return govuk::fieldset(
      {.legend = {.text = "For figures of one theme", .classes = "govuk-fieldset__legend--m"}},
      govuk::select({.name = "theme",
                     .label = {.text = "Theme"},
                     .error = problems.at("theme"),
                     .items = std::move(items),
                     .value = typed_text(typed, "theme")}));
}

Html finding_inputs(const http::Form& typed) {
  std::vector<govuk::SelectItem> directions{{.value = "", .text = "Strengths and weaknesses"}};
  for (const auto& each : kWords<finding::Direction>)
    directions.push_back(
        {.value = std::string(each.word), .text = std::string(finding::name_of(each.value))});
  std::vector<govuk::SelectItem> terms{{.value = "", .text = "Any term"}};
  for (const auto& each : kWords<recommendation::Term>)
    terms.push_back(
        {.value = std::string(each.word), .text = std::string(recommendation::name_of(each.value))});
  std::vector<govuk::SelectItem> kinds{{.value = "", .text = "Anybody"}};
  for (const auto& each : kWords<people::OrganisationKind>)
    kinds.push_back({.value = std::string(each.word), .text = std::string(people::name_of(each.value))});
  return govuk::fieldset({.legend = {.text = "For figures of findings and recommendations",
                                     .classes = "govuk-fieldset__legend--m"}},
                         fragment(govuk::select({.name = "direction",
                                                 .label = {.text = "Findings"},
                                                 .items = std::move(directions),
                                                 .value = typed_text(typed, "direction")}),
                                  govuk::select({.name = "term",
                                                 .label = {.text = "Term of recommendations"},
                                                 .items = std::move(terms),
                                                 .value = typed_text(typed, "term")}),
                                  govuk::select({.name = "addressee",
                                                 .label = {.text = "Recommendations addressed to"},
                                                 .items = std::move(kinds),
                                                 .value = typed_text(typed, "addressee")})));
}

Html date_field(const char* name, const char* label, const http::Form& typed, const Problems& problems) {
  return govuk::input({.name = name,
                       .label = {.text = label},
                       .hint = "A year, a month or a day: 2014, 2014-08 or 2014-08-01.",
                       .error = problems.at(name),
                       .value = typed_text(typed, name),
                       .classes = "govuk-input--width-10"});
}

Html population_inputs(const http::Form& typed, const Problems& problems) {
  std::vector<govuk::Choice> kinds;
  for (const auto& each : kWords<inspection::Kind>)
    kinds.push_back({.value = std::string(each.word), .text = std::string(inspection::name_of(each.value))});
  return govuk::fieldset(
      {.legend = {.text = "Among which published inspections", .classes = "govuk-fieldset__legend--m"}},
      fragment(govuk::checkboxes({.name = "kinds",
                                  .fieldset = {.legend = {.text = "Kinds"}},
                                  .hint = "None chosen: every kind.",
                                  .items = std::move(kinds),
                                  .values = typed_all(typed, "kinds"),
                                  .classes = "govuk-checkboxes--small"}),
               date_field("fieldwork-from", "Fieldwork began from (optional)", typed, problems),
               date_field("fieldwork-until", "Fieldwork began until (optional)", typed, problems)));
}

}  // namespace

Html details_inputs(const http::Form& typed, const Problems& problems, const Names& names) {
  return fragment(words_inputs(typed, problems), measure_radios(typed, problems),
                  case_inputs(typed, problems, names), theme_input(typed, problems, names),
                  finding_inputs(typed), population_inputs(typed, problems));
}

}  // namespace sightline::figure
