// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "inspection/shared_pages.h"

#include "base/text.h"

namespace sightline::inspection {

using namespace html;

std::optional<SeenInspection> found_in(sql::Reader& reader, const http::Request& request,
                                       const people::Session& session) {
  return see_inspection(reader, session.actor, request.parameter("key"));
}

http::Response no_such_inspection() {
  return http::problem(http::Status::NotFound);
}

Url address_of(const std::string& inspection_key) {
  return Url::path("inspections", inspection_key);
}

std::vector<govuk::SelectItem> body_items(const char* none, const std::vector<BodyChoice>& bodies) {
  std::vector<govuk::SelectItem> items{{.value = "", .text = none}};
  for (const BodyChoice& body : bodies) {
    const bool is_area = body.kind == people::OrganisationKind::LocalAuthorityArea;
    items.push_back({.value = std::to_string(body.id.value()),
                     .text = people::marked(body.name + (is_area ? " (area)" : ""), body.reality)});
  }
  return items;
}

std::string unknown_in_words(Origin origin) {
  return origin == Origin::PublicRecord ? "Not known" : "Not set";
}

std::string in_words(const std::optional<Fieldwork>& date, Origin origin) {
  return date ? in_words(*date) : unknown_in_words(origin);
}

std::string in_words(const std::optional<PartialDate>& date, Origin origin) {
  return date ? date->in_words() : unknown_in_words(origin);
}

Content invented_banner(people::Reality reality) {
  if (reality == people::Reality::Real) return {};
  return "Invented: this inspection, the body and everything about them were made up.";
}

people::PageFrame frame_below(const Inspection& inspection, std::string title, Problems problems) {
  return {.title = std::move(title) + " – " + inspection.title,
          .back = address_of(inspection.key),
          .problems = std::move(problems),
          .banner = invented_banner(inspection.reality)};
}

TypedDate typed_date(const http::Form& form, const std::string& field) {
  const auto text = [&](const char* part) { return std::string(trimmed(form.text(field + "-" + part))); };
  return {.day = text("day"), .month = text("month"), .year = text("year")};
}

TypedDate as_typed(const std::optional<PartialDate>& date) {
  if (!date) return {};
  const auto calendar = date->earliest().calendar();
  TypedDate typed{.day = "", .month = "", .year = date->iso().substr(0, 4)};
  if (date->precision() != PartialDate::Precision::Year)
    typed.month = std::to_string(static_cast<unsigned>(calendar.month()));
  if (date->precision() == PartialDate::Precision::Day)
    typed.day = std::to_string(static_cast<unsigned>(calendar.day()));
  return typed;
}

bool is_empty(const TypedDate& typed) {
  return typed.day.empty() && typed.month.empty() && typed.year.empty();
}

std::optional<PartialDate> date_in(const TypedDate& typed) {
  const auto padded = [](const std::string& part) { return part.size() == 1 ? "0" + part : part; };
  if (typed.year.size() != 4 || (typed.month.empty() && !typed.day.empty())) return std::nullopt;
  std::string iso = typed.year;
  if (!typed.month.empty()) iso += "-" + padded(typed.month);
  if (!typed.day.empty()) iso += "-" + padded(typed.day);
  return PartialDate::from_iso(iso);
}

Html partial_date_input(const std::string& field, const std::string& legend, const std::string& hint,
                        const TypedDate& typed, const Problems& problems) {
  const bool has_error = !problems.at(field).empty();
  return govuk::date_input({.id = field,
                            .name_prefix = field,
                            .fieldset = {.legend = {.text = legend, .classes = "govuk-fieldset__legend--s"}},
                            .hint = hint,
                            .error = problems.at(field),
                            .items = {{.name = "day", .value = typed.day, .has_error = has_error},
                                      {.name = "month", .value = typed.month, .has_error = has_error},
                                      {.name = "year", .value = typed.year, .has_error = has_error}}});
}

}  // namespace sightline::inspection
