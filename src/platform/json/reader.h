// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Reading a JSON object into a value of our own, strictly and completely.
//
//   json::Reader body(value);
//   const auto grade = body.take<Grade>("grade");
//   const auto reason = body.take<std::string>("reason");
//   const auto note = body.take_optional<std::string>("note");
//   if (auto refusal = body.finish()) return *std::move(refusal);
//   return RecordGrade{*grade, *reason, note.value_or("")};
//
// Problems are collected, so that the sender hears of all of them at once. Once
// finish() gives no refusal, everything that was taken holds a value.

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "platform/json/json.h"

namespace sightline::json {

class Reader {
 public:
  /// `root` must outlive the reader. Anything but an object is a problem.
  explicit Reader(const Value& root);

  /// T is std::string, std::int64_t, double (whole numbers too), bool, Date
  /// ("2020-02-27"), Timestamp or an enum with words. Nothing, and a problem, when
  /// the member is missing, null or of another kind.
  template <class T>
  std::optional<T> take(std::string_view name);

  /// The same, but a member that is missing or null is no problem.
  template <class T>
  std::optional<T> take_optional(std::string_view name);

  /// A list of which every element is a T. Empty, and a problem, otherwise.
  template <class T>
  std::vector<T> take_list(std::string_view name);

  /// A reader of the object within. Its problems and its left-over members are
  /// told by finish() of the outermost reader, as "inspection.force".
  Reader take_object(std::string_view name);

  /// One reader for each object in the list: "grades[2].area".
  std::vector<Reader> take_objects(std::string_view name);

  /// Adds a problem the caller found in a member.
  void refuse(std::string_view name, std::string message);

  /// Nothing when all is well. Members that nobody took are problems too.
  std::optional<Refusal> finish() const;

 private:
  struct Node {
    const Object* object;  ///< Null when what stands there is no object.
    std::string path;      ///< "" or "inspection."
    std::vector<std::string> taken;
  };
  struct Shared {
    std::vector<Node> nodes;
    std::vector<FieldProblem> problems;
  };

  Reader(std::shared_ptr<Shared> shared, std::size_t node) : shared_(std::move(shared)), node_(node) {}

  Reader reader_of(const Value* value, const std::string& path);
  std::string path_of(std::string_view name) const;
  /// The member, marked as taken; null when it is missing or null.
  const Value* take_value(std::string_view name);
  const Value* take_required(std::string_view name);
  const Array* take_array(std::string_view name);
  void add_problem(std::string path, std::string message);

  template <class T>
  std::optional<T> convert(const Value* value, const std::string& path);

  std::shared_ptr<Shared> shared_;
  std::size_t node_;
};

/// Turns a value into a T, or says what was expected: "a whole number".
template <class T>
struct Expected;

template <>
struct Expected<std::string> {
  static constexpr std::string_view kWhat = "text";
  static std::optional<std::string> from(const Value& value);
};
template <>
struct Expected<std::int64_t> {
  static constexpr std::string_view kWhat = "a whole number";
  static std::optional<std::int64_t> from(const Value& value);
};
template <>
struct Expected<double> {
  static constexpr std::string_view kWhat = "a number";
  static std::optional<double> from(const Value& value);
};
template <>
struct Expected<bool> {
  static constexpr std::string_view kWhat = "true or false";
  static std::optional<bool> from(const Value& value);
};
template <>
struct Expected<Date> {
  static constexpr std::string_view kWhat = "a date such as 2020-02-27";
  static std::optional<Date> from(const Value& value);
};
template <>
struct Expected<Timestamp> {
  static constexpr std::string_view kWhat = "a time such as 2020-02-27T09:30:00.000Z";
  static std::optional<Timestamp> from(const Value& value);
};
template <HasWords Enum>
struct Expected<Enum> {
  static std::string what() {
    std::string words;
    for (const Word<Enum>& entry : kWords<Enum>)
      words += (words.empty() ? "" : ", ") + std::string(entry.word);
    return "one of: " + words;
  }
  static std::optional<Enum> from(const Value& value) {
    const auto* text = value.get_if<std::string>();
    return text ? from_word<Enum>(*text) : std::nullopt;
  }
};

template <class T>
std::optional<T> Reader::convert(const Value* value, const std::string& path) {
  std::optional<T> converted = Expected<T>::from(*value);
  if (!converted) {
    if constexpr (HasWords<T>)
      add_problem(path, "This must be " + Expected<T>::what() + ".");
    else
      add_problem(path, "This must be " + std::string(Expected<T>::kWhat) + ".");
  }
  return converted;
}

template <class T>
std::optional<T> Reader::take(std::string_view name) {
  const Value* value = take_required(name);
  return value ? convert<T>(value, path_of(name)) : std::nullopt;
}

template <class T>
std::optional<T> Reader::take_optional(std::string_view name) {
  const Value* value = take_value(name);
  return value ? convert<T>(value, path_of(name)) : std::nullopt;
}

template <class T>
std::vector<T> Reader::take_list(std::string_view name) {
  std::vector<T> list;
  const Array* array = take_array(name);
  if (array == nullptr) return list;
  for (std::size_t i = 0; i < array->size(); ++i)
    if (auto one = convert<T>(&(*array)[i], path_of(name) + "[" + std::to_string(i) + "]"))
      list.push_back(*std::move(one));
  return list;
}

}  // namespace sightline::json
