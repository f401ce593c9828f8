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

/// Each theme below its upper one; what was typed stays a choice, whatever has become of it.
govuk::Select theme_select(const std::string& typed, std::span<const theme::Theme> codebook) {
  std::vector<govuk::SelectItem> items{{.value = "", .text = "None"}};
  for (const theme::Theme& each : codebook) {
    if (each.use() == theme::Use::Retired && each.key != typed) continue;
    const theme::Theme* parent = each.parent ? find(codebook, *each.parent) : nullptr;
    items.push_back({.value = each.key,
                     .text = parent ? parent->wording.name + ": " + each.wording.name : each.wording.name});
  }
  if (!typed.empty() && find(codebook, typed) == nullptr) items.push_back({.value = typed, .text = typed});
  return {.name = "theme", .label = {.text = "Theme (optional)"}, .items = std::move(items), .value = typed};
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
                    const std::optional<programme::Framework>& framework,
                    std::span<const theme::Theme> codebook) {
  govuk::Select theme = theme_select(std::string(typed.text("theme")), codebook);
  theme.error = problems.at("theme");
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
                  govuk::select(theme));
}

std::string about_in_words(const Details& details, const std::optional<programme::Framework>& framework,
                           std::span<const theme::Theme> codebook) {
  std::string words(name_of(details.direction));
  const programme::Area* area = details.area && framework ? framework->find_area(*details.area) : nullptr;
  if (area) words += " · " + area->name;
  const theme::Theme* theme = details.theme ? find(codebook, *details.theme) : nullptr;
  if (details.theme) words += " · " + (theme ? theme->wording.name : *details.theme);
  return words;
}

}  // namespace sightline::finding
