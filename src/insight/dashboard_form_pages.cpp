// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include <charconv>

#include "insight/dashboard_pages.h"

namespace sightline::insight {

using namespace html;
using assessment::ChosenBy;
using programme::Grade;

namespace {

template <std::integral Number>
std::optional<Number> number_in(std::string_view text) {
  Number number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc() || end != text.data() + text.size() || number < 1) return std::nullopt;
  return number;
}

/// An area's word in addresses: "7.custody", after its framework's version.
std::string word_of(const AreaOfFramework& area) {
  return std::to_string(area.framework.value()) + "." + area.key;
}

std::optional<AreaOfFramework> area_in(std::string_view word) {
  const std::size_t dot = word.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const auto framework = number_in<std::int64_t>(word.substr(0, dot));
  if (!framework) return std::nullopt;
  return AreaOfFramework{FrameworkVersionId(*framework), std::string(word.substr(dot + 1))};
}

std::optional<std::string> text_in(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(std::string(text));
}

template <class Value>
std::string in_box(const std::optional<Value>& chosen) {
  if (!chosen) return "";
  if constexpr (HasWords<Value>)
    return std::string(word(*chosen));
  else
    return std::to_string(*chosen);
}

/// A list to choose one of, or with its first line none.
govuk::Select choice(const char* name, const char* label, const char* for_all, std::string value) {
  return {.name = name,
          .label = {.text = label},
          .items = {{.value = "", .text = for_all}},
          .value = std::move(value)};
}

govuk::Select kind_choice(const Dashboard& dashboard) {
  govuk::Select select = choice("kind", "Kind of inspection", "All kinds", in_box(dashboard.wish.kind));
  for (const inspection::Kind kind : dashboard.choices.kinds)
    select.items.push_back({.value = std::string(word(kind)), .text = std::string(name_of(kind))});
  return select;
}

govuk::Select year_choice(const Dashboard& dashboard, const char* name, const char* label,
                          const char* for_all, const std::optional<int>& chosen) {
  govuk::Select select = choice(name, label, for_all, in_box(chosen));
  for (const int year : dashboard.choices.years)
    select.items.push_back({.value = std::to_string(year), .text = std::to_string(year)});
  return select;
}

Html scale_choice(const Dashboard& dashboard) {
  if (dashboard.choices.scales.size() < 2) return {};
  govuk::Select select = choice("scale", "Scale", "Choose a scale", dashboard.wish.scale.value_or(""));
  for (const programme::Scale& scale : dashboard.choices.scales)
    select.items.push_back({.value = scale.key, .text = scale.name});
  return govuk::select(select);
}

Html area_choice(const Dashboard& dashboard) {
  if (!dashboard.counted) return {};
  const auto& chosen = dashboard.wish.area;
  govuk::Select select = choice("area", "Area", "All areas", chosen ? word_of(*chosen) : "");
  for (const NamedArea& each : dashboard.choices.areas)
    select.items.push_back({.value = word_of(each.area), .text = each.name});
  return govuk::select(select);
}

Html standard_choice(const Dashboard& dashboard) {
  if (!dashboard.counted) return {};
  const programme::Scale& scale = dashboard.counted->scale;
  govuk::Select select{.name = "standard",
                       .label = {.text = "Share below"},
                       .value = std::to_string(dashboard.counted->standard.rank)};
  std::vector<Grade> grades = scale.grades();
  for (auto grade = grades.rbegin(); grade + 1 != grades.rend(); ++grade)
    select.items.push_back({.value = std::to_string(grade->rank), .text = scale.label(*grade)});
  return govuk::select(select);
}

}  // namespace

Url insight_url(std::string_view programme_key) {
  return Url::path("programmes", programme_key, "insight");
}

Url insight_url(std::string_view programme_key, const Wish& wish) {
  Url url = insight_url(programme_key);
  if (wish.kind) url = url.with("kind", word(*wish.kind));
  if (wish.from_year) url = url.with("from", *wish.from_year);
  if (wish.until_year) url = url.with("until", *wish.until_year);
  if (wish.scale) url = url.with("scale", *wish.scale);
  if (wish.area) url = url.with("area", word_of(*wish.area));
  if (wish.chosen_by) url = url.with("sample", word(*wish.chosen_by));
  if (wish.standard) url = url.with("standard", wish.standard->rank);
  if (wish.body) url = url.with("body", wish.body->value());
  return url;
}

Wish wish_in(const http::Query& query) {
  const auto body = number_in<std::int64_t>(query.text("body"));
  const auto standard = number_in<int>(query.text("standard"));
  return {.scale = text_in(query.text("scale")),
          .kind = from_word<inspection::Kind>(query.text("kind")),
          .from_year = number_in<int>(query.text("from")),
          .until_year = number_in<int>(query.text("until")),
          .body = body ? std::optional(OrganisationId(*body)) : std::nullopt,
          .area = area_in(query.text("area")),
          .chosen_by = from_word<ChosenBy>(query.text("sample")),
          .standard = standard ? std::optional(Grade{*standard}) : std::nullopt};
}

Html filter_form(const Dashboard& dashboard) {
  govuk::Select sample = choice("sample", "Cases chosen by", "Either", in_box(dashboard.wish.chosen_by));
  sample.items.push_back({.value = std::string(word(ChosenBy::Body)), .text = "The body"});
  sample.items.push_back({.value = std::string(word(ChosenBy::Inspectors)), .text = "Inspectors"});
  return search_form(
      insight_url(dashboard.programme.details.key), {class_("app-filter")}, scale_choice(dashboard),
      govuk::select(kind_choice(dashboard)),
      govuk::select(year_choice(dashboard, "from", "Fieldwork from", "Any year", dashboard.wish.from_year)),
      govuk::select(
          year_choice(dashboard, "until", "Fieldwork until", "Any year", dashboard.wish.until_year)),
      area_choice(dashboard), govuk::select(sample), standard_choice(dashboard),
      when(dashboard.wish.body.has_value(),
           [&] {
             return input(
                 {type_("hidden"), name_("body"), value_(std::to_string(dashboard.wish.body->value()))});
           }),
      govuk::button({.text = "Show", .classes = "govuk-button--secondary"}));
}

}  // namespace sightline::insight
