// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "programme/framework_file_service.h"

#include <utility>

#include "platform/json/reader.h"

template <>
struct sightline::json::Expected<sightline::PartialDate> {
  static constexpr std::string_view kWhat = "a year, a month or a day such as 2014, 2014-08 or 2014-08-01";
  static std::optional<PartialDate> from(const Value& value) {
    const auto* text = value.get_if<std::string>();
    return text ? PartialDate::from_iso(*text) : std::nullopt;
  }
};

namespace sightline::programme {

namespace {

/// Null where nothing of that name stands in the file; a written null is something.
const json::Value* member(const json::Value& root, std::string_view name) {
  const auto* object = root.get_if<json::Object>();
  return object ? object->find(name) : nullptr;
}

// "scale": null says that there is none; leaving it out says nothing, and is refused.
std::optional<Scale> read_scale(json::Reader& file, const json::Value& root) {
  const json::Value* written = member(root, "scale");
  if (written && written->get_if<std::nullptr_t>()) {
    file.take_optional<std::string>("scale");
    return std::nullopt;
  }
  json::Reader scale = file.take_object("scale");
  return Scale{.key = scale.take<std::string>("key").value_or(""),
               .name = scale.take<std::string>("name").value_or(""),
               .labels = scale.take_list<std::string>("grades_worst_first"),
               .source = scale.take<std::string>("source").value_or("")};
}

Area read_area(json::Reader& area, AreaKind kind) {
  return {.key = area.take<std::string>("key").value_or(""),
          .name = area.take<std::string>("name").value_or(""),
          .looks_at = area.take_optional<std::string>("looks_at").value_or(""),
          .kind = kind};
}

std::vector<Area> read_areas(json::Reader& file, const json::Value& root) {
  std::vector<Area> areas;
  for (json::Reader& area : file.take_objects("areas")) areas.push_back(read_area(area, AreaKind::OneArea));
  if (member(root, "overall")) {
    json::Reader overall = file.take_object("overall");
    areas.push_back(read_area(overall, AreaKind::Overall));
  }
  return areas;
}

std::vector<CaseKind> read_case_kinds(json::Reader& file) {
  std::vector<CaseKind> kinds;
  for (json::Reader& kind : file.take_objects("case_kinds"))
    kinds.push_back(
        {kind.take<std::string>("key").value_or(""), kind.take<std::string>("name").value_or("")});
  return kinds;
}

}  // namespace

Result<Framework> read_framework(std::string_view json_text) {
  SIGHTLINE_TRY(const json::Value root, json::parse(json_text));
  json::Reader file(root);
  const auto key = file.take<std::string>("key");
  const auto version = file.take<std::int64_t>("version");
  const auto name = file.take<std::string>("name");
  const auto valid_from = file.take<PartialDate>("valid_from");
  std::optional<Scale> scale = read_scale(file, root);
  std::vector<Area> areas = read_areas(file, root);
  std::vector<CaseKind> case_kinds = read_case_kinds(file);
  const auto self_assessment = file.take<bool>("body_assesses_itself");
  const auto case_audit = file.take<bool>("body_audits_own_cases");
  const auto source = file.take<std::string>("source");
  const auto note = file.take<std::string>("note");
  if (version && !std::in_range<int>(*version)) file.refuse("version", "This number is too large.");
  if (auto refusal = file.finish()) return *std::move(refusal);
  return checked({.key = *key,
                  .version = static_cast<int>(*version),
                  .name = *name,
                  .valid_from = *valid_from,
                  .scale = std::move(scale),
                  .areas = std::move(areas),
                  .case_kinds = std::move(case_kinds),
                  .self_assessment = *self_assessment ? BodySelfAssessment::Yes : BodySelfAssessment::No,
                  .case_audit = *case_audit ? BodyCaseAudit::Yes : BodyCaseAudit::No,
                  .source = *source,
                  .note = *note});
}

}  // namespace sightline::programme
