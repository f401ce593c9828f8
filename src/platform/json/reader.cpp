// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What is told when a JSON object is not what was expected.

#include "platform/json/reader.h"

#include <algorithm>

namespace sightline::json {

Reader::Reader(const Value& root) : shared_(std::make_shared<Shared>()), node_(0) {
  shared_->nodes.push_back({root.get_if<Object>(), "", {}});
  if (shared_->nodes[0].object == nullptr) add_problem("", "The JSON must be an object.");
}

void Reader::refuse(std::string_view name, std::string message) {
  add_problem(path_of(name), std::move(message));
}

std::optional<Refusal> Reader::finish() const {
  std::vector<FieldProblem> problems = shared_->problems;
  for (const Node& node : shared_->nodes) {
    if (node.object == nullptr) continue;
    for (const Member& member : node.object->members())
      if (std::find(node.taken.begin(), node.taken.end(), member.name) == node.taken.end())
        problems.push_back({node.path + member.name, "This name is not known here."});
  }
  if (problems.empty()) return std::nullopt;
  std::string message = "The JSON is not accepted:";
  for (const FieldProblem& problem : problems)
    message += (&problem == &problems.front() ? " " : "; ") +
               (problem.field.empty() ? "" : problem.field + ": ") +
               problem.message.substr(0, problem.message.find_last_not_of('.') + 1);
  return Refusal{Refusal::Kind::Invalid, message + ".", std::move(problems)};
}

Reader Reader::take_object(std::string_view name) {
  return reader_of(take_required(name), path_of(name));
}

std::vector<Reader> Reader::take_objects(std::string_view name) {
  std::vector<Reader> readers;
  const Array* array = take_array(name);
  if (array == nullptr) return readers;
  for (std::size_t i = 0; i < array->size(); ++i)
    readers.push_back(reader_of(&(*array)[i], path_of(name) + "[" + std::to_string(i) + "]"));
  return readers;
}

Reader Reader::reader_of(const Value* value, const std::string& path) {
  const Object* object = value ? value->get_if<Object>() : nullptr;
  if (value != nullptr && object == nullptr) add_problem(path, "This must be an object.");
  shared_->nodes.push_back({object, path + ".", {}});
  return Reader(shared_, shared_->nodes.size() - 1);
}

std::string Reader::path_of(std::string_view name) const {
  return shared_->nodes[node_].path + std::string(name);
}

const Value* Reader::take_value(std::string_view name) {
  Node& node = shared_->nodes[node_];
  if (node.object == nullptr) return nullptr;
  node.taken.emplace_back(name);
  const Value* value = node.object->find(name);
  return value != nullptr && value->get_if<std::nullptr_t>() == nullptr ? value : nullptr;
}

const Value* Reader::take_required(std::string_view name) {
  const Value* value = take_value(name);
  if (value == nullptr && shared_->nodes[node_].object != nullptr)
    add_problem(path_of(name), "This is missing.");
  return value;
}

const Array* Reader::take_array(std::string_view name) {
  const Value* value = take_required(name);
  const Array* array = value ? value->get_if<Array>() : nullptr;
  if (value != nullptr && array == nullptr) add_problem(path_of(name), "This must be a list.");
  return array;
}

void Reader::add_problem(std::string path, std::string message) {
  shared_->problems.push_back({std::move(path), std::move(message)});
}

std::optional<std::string> Expected<std::string>::from(const Value& value) {
  const auto* text = value.get_if<std::string>();
  return text ? std::optional(*text) : std::nullopt;
}

std::optional<std::int64_t> Expected<std::int64_t>::from(const Value& value) {
  const auto* number = value.get_if<std::int64_t>();
  return number ? std::optional(*number) : std::nullopt;
}

std::optional<double> Expected<double>::from(const Value& value) {
  if (const auto* number = value.get_if<std::int64_t>()) return static_cast<double>(*number);
  const auto* number = value.get_if<double>();
  return number ? std::optional(*number) : std::nullopt;
}

std::optional<bool> Expected<bool>::from(const Value& value) {
  const auto* claim = value.get_if<bool>();
  return claim ? std::optional(*claim) : std::nullopt;
}

std::optional<Date> Expected<Date>::from(const Value& value) {
  const auto* text = value.get_if<std::string>();
  return text ? Date::from_iso(*text) : std::nullopt;
}

std::optional<Timestamp> Expected<Timestamp>::from(const Value& value) {
  const auto* text = value.get_if<std::string>();
  return text ? Timestamp::from_iso(*text) : std::nullopt;
}

}  // namespace sightline::json
