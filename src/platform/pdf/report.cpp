// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/pdf/report.h"

#include <set>

#include "base/text.h"

namespace sightline::pdf {
namespace {

using json::Array;
using json::Object;
using json::Value;

Refusal invalid(std::string message) {
  return {Refusal::Kind::Invalid, std::move(message), {}};
}

/// What is counted stands left, and right of it the numbers, "fewer than 5" among them.
Array columns_of(const Figure& figure) {
  Array columns;
  for (std::size_t i = 0; i < figure.head.size(); ++i) columns.emplace_back(i == 0 ? "left" : "right");
  return columns;
}

Array list_of(const std::vector<std::string>& texts) {
  return {texts.begin(), texts.end()};
}

Result<Object> to_json(const Figure& figure) {
  const std::string name = "The figure \"" + figure.key + "\"";
  if (!figure.svg.empty() && trimmed(figure.alternative).empty())
    return invalid(name + " has no alternative text.");
  if (figure.svg.empty() && figure.head.empty()) return invalid(name + " has neither a drawing nor a table.");
  Array rows;
  for (const auto& row : figure.rows) {
    if (row.size() != figure.head.size())
      return invalid(name + " has rows that are not as long as its head.");
    rows.emplace_back(list_of(row));
  }
  return Object{{"caption", figure.caption},
                {"alternative", figure.alternative},
                {"svg", figure.svg.empty() ? Value() : Value(figure.svg)},
                {"columns", columns_of(figure)},
                {"head", list_of(figure.head)},
                {"rows", std::move(rows)}};
}

/// The keys of block figures, wherever they stand in a list or a quotation.
void collect_keys(const Value& value, std::set<std::string>& keys) {
  if (const auto* list = value.get_if<Array>())
    for (const Value& one : *list) collect_keys(one, keys);
  const auto* object = value.get_if<Object>();
  if (object == nullptr) return;
  const Value* kind = object->find("kind");
  const Value* key = object->find("key");
  const auto* kind_text = kind ? kind->get_if<std::string>() : nullptr;
  const auto* key_text = key ? key->get_if<std::string>() : nullptr;
  if (kind_text && key_text && *kind_text == "figure") keys.insert(*key_text);
  for (const json::Member& member : object->members()) collect_keys(member.value, keys);
}

}  // namespace

Result<Object> to_json(const Report& report) {
  Object figures;
  for (const Figure& figure : report.figures) {
    SIGHTLINE_TRY(Object one, to_json(figure));
    if (figures.find(figure.key)) return invalid("The figure \"" + figure.key + "\" is given twice.");
    figures.add(figure.key, std::move(one));
  }
  Array sections;
  for (const Section& section : report.sections) {
    std::set<std::string> keys;
    collect_keys(section.blocks, keys);
    for (const std::string& key : keys)
      if (!figures.find(key)) return invalid("The figure \"" + key + "\" is asked for, but not given.");
    sections.emplace_back(Object{{"id", section.id}, {"title", section.title}, {"blocks", section.blocks}});
  }
  const auto day = report.published.calendar();
  return Object{{"title", report.title},
                {"subtitle", report.subtitle},
                {"publisher", report.publisher},
                {"date", Object{{"year", static_cast<int>(day.year())},
                                {"month", static_cast<unsigned>(day.month())},
                                {"day", static_cast<unsigned>(day.day())}}},
                {"date-words", report.published.in_words()},
                {"notice", report.notice},
                {"sections", std::move(sections)},
                {"figures", std::move(figures)}};
}

}  // namespace sightline::pdf
