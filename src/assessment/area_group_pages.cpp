// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "assessment/area_group_pages.h"

#include <algorithm>

#include "platform/html/elements.h"
#include "platform/html/govuk.h"

namespace sightline::assessment {

using namespace html;

Html area_group(const programme::Framework& framework, const programme::Area& area,
                const AreaContent& content) {
  std::vector<govuk::Choice> choices;
  for (const Outcome& outcome : outcomes_for(area, framework))
    choices.push_back({.value = outcome_word(outcome), .text = in_words(outcome, framework)});
  return section(
      {class_("app-area"), id_(area.key)},
      govuk::radios({.name = field_of("outcome", area.key),
                     .fieldset = {.legend = {.text = area.name, .classes = "govuk-fieldset__legend--m"}},
                     .hint = area.looks_at,
                     .error = content.outcome_error,
                     .items = std::move(choices),
                     .value = content.outcome ? outcome_word(*content.outcome) : "",
                     .classes = "govuk-radios--small",
                     .form_group = {.classes = "app-grades"}}),
      content.beside,
      govuk::textarea(
          {.name = field_of("reason", area.key),
           .label = {.text = fragment("Reason", span({class_("govuk-visually-hidden")}, " for ", area.name))},
           .error = content.reason_error,
           .value = content.reason,
           .rows = 4}));
}

namespace {

Pattern line_of(const programme::Area& area, std::string_view state) {
  return Pattern(li({data_("state", state)}, a({class_("govuk-link")}, Url::fragment(area.key), area.name),
                    span({class_("app-assessment__state")}, hole())));
}

}  // namespace

AreaPatterns::AreaPatterns(const programme::Framework& framework) {
  for (const programme::Area& area : framework.areas) {
    OfArea& made = areas_.emplace_back(OfArea{{}, line_of(area, "open"), line_of(area, "done")});
    const auto add = [&](const std::optional<Outcome>& chosen) {
      const AreaContent content{.outcome = chosen, .reason = hole(), .beside = hole()};
      made.groups.push_back({chosen, Pattern(area_group(framework, area, content))});
    };
    add(std::nullopt);
    for (const Outcome& outcome : outcomes_for(area, framework)) add(outcome);
  }
}

const Pattern& AreaPatterns::group(std::size_t position, const std::optional<Outcome>& chosen) const {
  const std::vector<Group>& groups = areas_.at(position).groups;
  const auto found = std::ranges::find(groups, chosen, &Group::chosen);
  return found == groups.end() ? groups.front().pattern : found->pattern;
}

const Pattern& AreaPatterns::line(std::size_t position, Progress progress) const {
  const OfArea& area = areas_.at(position);
  return progress == Progress::Done ? area.done_line : area.open_line;
}

}  // namespace sightline::assessment
