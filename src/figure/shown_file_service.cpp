// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "figure/shown_file_service.h"

#include "platform/json/reader.h"

namespace sightline::figure {

namespace {

template <class T>
json::Array list_of(const std::vector<T>& values) {
  return json::Array(values.begin(), values.end());
}

/// Collects texts that stand under names which are not known beforehand.
std::map<std::string, std::string> read_parts(json::Reader& file) {
  std::map<std::string, std::string> parts;
  json::Reader within = file.take_object("parts");
  for (const char* name : {"count", "of", "share", "interval"})
    if (auto text = within.take_optional<std::string>(name)) parts.emplace(name, *std::move(text));
  return parts;
}

int small(json::Reader& file, std::string_view name) {
  const auto number = file.take<std::int64_t>(name);
  if (number && (*number < 0 || *number > INT32_MAX)) {
    file.refuse(name, "This number is out of range.");
    return 0;
  }
  return static_cast<int>(number.value_or(0));
}

ShownTable read_table(json::Reader table) {
  ShownTable read{.columns = table.take_list<std::string>("columns"), .rows = {}};
  for (json::Reader& row : table.take_objects("rows"))
    read.rows.push_back({row.take<std::string>("name").value_or(""), row.take_list<std::string>("cells")});
  return read;
}

ShownBar read_bar(json::Reader bar) {
  return {.label = bar.take<std::string>("label").value_or(""),
          .words = bar.take<std::string>("words").value_or(""),
          .percent = small(bar, "percent"),
          .low = small(bar, "low"),
          .high = small(bar, "high")};
}

ShownStack read_stack(json::Reader stack) {
  ShownStack read{.parts = stack.take_list<std::string>("parts"), .rows = {}};
  for (json::Reader& row : stack.take_objects("rows")) {
    ShownStack::Row& into = read.rows.emplace_back();
    into.name = row.take<std::string>("name").value_or("");
    into.words = row.take_list<std::string>("words");
    for (const std::int64_t count : row.take_list<std::int64_t>("counts"))
      into.counts.push_back(static_cast<int>(count));
  }
  return read;
}

}  // namespace

json::Object to_json(const Value& value) {
  json::Object file{{"unit", value.unit}};
  if (const auto* number = std::get_if<Number>(&value.content)) {
    file.add("count", number->count);
    if (number->of) file.add("of", *number->of);
    return file;
  }
  const Table& table = std::get<Table>(value.content);
  json::Array rows;
  for (const Table::Row& row : table.rows)
    rows.emplace_back(json::Object{{"name", row.name}, {"counts", list_of(row.counts)}});
  file.add("columns", list_of(table.columns));
  file.add("rows", std::move(rows));
  return file;
}

json::Object to_json(const Shown& shown) {
  json::Object parts;
  for (const char* name : {"count", "of", "share", "interval"})
    if (const auto part = shown.parts.find(name); part != shown.parts.end()) parts.add(name, part->second);
  json::Object file{{"text", shown.text}, {"parts", std::move(parts)}};
  if (shown.table) {
    json::Array rows;
    for (const ShownTable::Row& row : shown.table->rows)
      rows.emplace_back(json::Object{{"name", row.name}, {"cells", list_of(row.cells)}});
    file.add("table", json::Object{{"columns", list_of(shown.table->columns)}, {"rows", std::move(rows)}});
  }
  if (shown.bar)
    file.add("bar", json::Object{{"label", shown.bar->label},
                                 {"words", shown.bar->words},
                                 {"percent", shown.bar->percent},
                                 {"low", shown.bar->low},
                                 {"high", shown.bar->high}});
  if (shown.stack) {
    json::Array rows;
    for (const ShownStack::Row& row : shown.stack->rows)
      rows.emplace_back(
          json::Object{{"name", row.name}, {"words", list_of(row.words)}, {"counts", list_of(row.counts)}});
    file.add("stack", json::Object{{"parts", list_of(shown.stack->parts)}, {"rows", std::move(rows)}});
  }
  if (!shown.note.empty()) file.add("note", shown.note);
  return file;
}

Result<Shown> read_shown(const json::Value& value) {
  json::Reader file(value);
  const auto has = [&](std::string_view name) {
    const auto* object = value.get_if<json::Object>();
    return object != nullptr && object->find(name) != nullptr;
  };
  Shown read{.text = file.take<std::string>("text").value_or(""),
             .parts = read_parts(file),
             .table = {},
             .bar = {},
             .stack = {}};
  if (has("table")) read.table = read_table(file.take_object("table"));
  if (has("bar")) read.bar = read_bar(file.take_object("bar"));
  if (has("stack")) read.stack = read_stack(file.take_object("stack"));
  read.note = file.take_optional<std::string>("note").value_or("");
  if (auto refusal = file.finish()) return *std::move(refusal);
  return read;
}

}  // namespace sightline::figure
