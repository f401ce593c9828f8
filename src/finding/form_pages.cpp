// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "finding/form_pages.h"

#include "base/text.h"
#include "platform/html/govuk.h"

namespace sightline::finding {

using namespace html;

namespace {

std::optional<std::string> chosen(const http::Form& form, const char* field) {
  const std::string text(trimmed(form.text(field)));
  return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace

Result<Details> details_in(const http::Form& form) {
  const auto direction = from_word<Direction>(form.text("direction"));
  if (!direction)
    return Refusal{Refusal::Kind::Invalid,
                   "The finding could not be saved.",
                   {{"direction", "Say whether it is a strength or a weakness."}}};
  return Details{.statement = std::string(form.text("statement")),
                 .direction = *direction,
                 .area = chosen(form, "area"),
                 .theme = chosen(form, "theme")};
}

http::Form fields_of(const Details& details) {
  return {{"statement", details.statement},
          {"direction", std::string(word(details.direction))},
          {"area", details.area.value_or("")},
          {"theme", details.theme.value_or("")}};
}

Html details_inputs(const http::Form& typed, const Problems& problems,
                    const std::optional<programme::Framework>& framework) {
  std::vector<govuk::SelectItem> areas{{.value = "", .text = "No area of its own"}};
  if (framework)
    for (const programme::Area& area : framework->areas)
      areas.push_back({.value = area.key, .text = area.name});
  return fragment(govuk::character_count({.name = "statement",
                                          .label = {.text = "What was found"},
                                          .hint = "One statement. Enter nothing that leads to a child.",
                                          .error = problems.at("statement"),
                                          .value = std::string(typed.text("statement")),
                                          .max_length = static_cast<int>(kLongestStatement),
                                          .count_type = "characters",
                                          .threshold = 75,
                                          .rows = 4}),
                  govuk::radios({.name = "direction",
                                 .fieldset = {.legend = {.text = "Which way it points"}},
                                 .error = problems.at("direction"),
                                 .items = {{.value = "strength", .text = "Strength"},
                                           {.value = "weakness", .text = "Weakness"}},
                                 .value = std::string(typed.text("direction")),
                                 .classes = "govuk-radios--inline govuk-radios--small"}),
                  govuk::select({.name = "area",
                                 .label = {.text = "Area"},
                                 .error = problems.at("area"),
                                 .items = areas,
                                 .value = std::string(typed.text("area"))}),
                  govuk::input({.name = "theme",
                                .label = {.text = "Theme (optional)"},
                                .hint = "The key of a theme of the codebook, such as child-not-seen.",
                                .error = problems.at("theme"),
                                .value = std::string(typed.text("theme")),
                                .classes = "govuk-input--width-20",
                                .autocomplete = "off",
                                .autocapitalize = "none",
                                .spellcheck = "false"}));
}

std::string about_in_words(const Details& details, const std::optional<programme::Framework>& framework) {
  std::string words(name_of(details.direction));
  const programme::Area* area = details.area && framework ? framework->find_area(*details.area) : nullptr;
  if (area) words += " · " + area->name;
  if (details.theme) words += " · " + *details.theme;
  return words;
}

}  // namespace sightline::finding
