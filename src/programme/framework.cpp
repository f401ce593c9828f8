// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "programme/framework.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace sightline::programme {

namespace {

using Problems = std::vector<FieldProblem>;

bool is_blank(std::string_view text) {
  return trimmed(text).empty();
}

void check_key(Problems& problems, const std::string& field, const std::string& key) {
  if (key.empty() || slug(key) != key)
    problems.push_back({field, "Use lower-case letters and digits, joined by single hyphens."});
}

void check_present(Problems& problems, const std::string& field, const std::string& text) {
  if (is_blank(text)) problems.push_back({field, "This must not be empty."});
}

/// For areas and kinds of case: a key each, none twice, and a name each.
template <class Entry>
void check_entries(Problems& problems, const std::string& list, const std::vector<Entry>& entries) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::string place = list + "[" + std::to_string(i) + "]";
    check_key(problems, place + ".key", entries[i].key);
    check_present(problems, place + ".name", entries[i].name);
    if (!seen.insert(entries[i].key).second) problems.push_back({place + ".key", "This key comes twice."});
  }
}

void check_scale(Problems& problems, const Scale& scale) {
  check_key(problems, "scale.key", scale.key);
  check_present(problems, "scale.name", scale.name);
  check_present(problems, "scale.source", scale.source);
  if (scale.labels.size() < 2)
    problems.push_back({"scale.grades_worst_first", "A scale has at least two grades."});
  if (std::set<std::string>(scale.labels.begin(), scale.labels.end()).size() != scale.labels.size())
    problems.push_back({"scale.grades_worst_first", "Two grades have the same label."});
  if (std::any_of(scale.labels.begin(), scale.labels.end(), is_blank))
    problems.push_back({"scale.grades_worst_first", "A grade has no label."});
}

template <class Entry>
const Entry* find_by_key(const std::vector<Entry>& entries, std::string_view key) {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.key == key; });
  return found == entries.end() ? nullptr : &*found;
}

}  // namespace

const Area* Framework::find_area(std::string_view area_key) const {
  return find_by_key(areas, area_key);
}

const CaseKind* Framework::find_case_kind(std::string_view kind_key) const {
  return find_by_key(case_kinds, kind_key);
}

Result<Framework> checked(Framework framework) {
  Problems problems;
  check_key(problems, "key", framework.key);
  if (framework.version < 1) problems.push_back({"version", "Versions are numbered 1, 2, 3 and so on."});
  check_present(problems, "name", framework.name);
  check_present(problems, "source", framework.source);
  if (framework.areas.empty()) problems.push_back({"areas", "A framework has at least one area."});
  check_entries(problems, "areas", framework.areas);
  for (std::size_t i = 0; i + 1 < framework.areas.size(); ++i)
    if (framework.areas[i].kind == AreaKind::Overall)
      problems.push_back({"areas[" + std::to_string(i) + "]", "The overall area is judged last."});
  check_entries(problems, "case_kinds", framework.case_kinds);
  if (framework.scale) check_scale(problems, *framework.scale);
  if (!problems.empty()) {
    std::string sentence = "The framework is not accepted: " + problems[0].field + ": " + problems[0].message;
    return Refusal{Refusal::Kind::Invalid, std::move(sentence), std::move(problems)};
  }
  return framework;
}

}  // namespace sightline::programme
