// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// JSON as values: what was read, and what will be written.
//
// Members of an object keep the order in which they were given, so the same value
// is always written as the same bytes. Written documents name no key twice.

#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.h"
#include "base/words.h"

namespace sightline::json {

class Value;
struct Member;

using Array = std::vector<Value>;

class Object {
 public:
  Object();
  /// REQUIRES: no name comes twice.
  Object(std::initializer_list<Member> members);

  /// REQUIRES: no name comes twice; not checked, for parsers that have seen to it.
  static Object from_distinct(std::vector<Member> members);

  /// REQUIRES: `name` is not in the object yet. Returns *this for chaining.
  Object& add(std::string name, Value value);

  /// Null when there is no such member. Valid until the object changes.
  const Value* find(std::string_view name) const;

  const std::vector<Member>& members() const { return members_; }

  Object(const Object&);
  Object(Object&&) noexcept;
  Object& operator=(const Object&);
  Object& operator=(Object&&) noexcept;
  ~Object();

 private:
  std::vector<Member> members_;
};

/// Null, true or false, a whole number, a number with a fraction, text, a list or
/// an object. Text is well-formed UTF-8 when it was parsed; whoever builds a Value
/// sees to that himself, and write() throws std::logic_error otherwise.
class Value {
 public:
  using Content = std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Array, Object>;

  Value() = default;
  Value(std::nullptr_t) {}
  // Templates, so that no pointer turns into a bool on the way.
  Value(std::same_as<bool> auto value) : content_(value) {}
  template <std::integral Number>
  requires(!std::same_as<Number, bool>) Value(Number value) : content_(whole(value)) {}
  Value(std::floating_point auto value) : content_(static_cast<double>(value)) {}
  Value(const char* text) : content_(std::string(text)) {}
  Value(std::string_view text) : content_(std::string(text)) {}
  Value(std::string text) : content_(std::move(text)) {}
  Value(Array list) : content_(std::move(list)) {}
  Value(Object object) : content_(std::move(object)) {}
  template <HasWords Enum>
  Value(Enum value) : content_(std::string(word(value))) {}

  const Content& content() const { return content_; }

  /// Null when the value is of another kind: `if (const auto* text = value.get_if<std::string>())`.
  template <class T>
  const T* get_if() const {
    return std::get_if<T>(&content_);
  }

 private:
  /// Throws std::out_of_range above 2^63 - 1: JSON readers do not agree there.
  template <std::integral Number>
  static std::int64_t whole(Number value) {
    if (!std::in_range<std::int64_t>(value)) number_too_large();
    return static_cast<std::int64_t>(value);
  }
  [[noreturn]] static void number_too_large();

  Content content_;
};

struct Member {
  std::string name;
  Value value;
};

struct Limits {
  std::size_t bytes = std::size_t{1} << 20;
  std::size_t depth = 32;  ///< Lists and objects within one another.
};

/// Reads one JSON text (RFC 8259) strictly: well-formed UTF-8, no comments, no
/// trailing commas, no key twice in an object, no U+0000, whole numbers below
/// 2^63, other numbers finite. The refusal says what is wrong at which line and
/// which column (in bytes) and never repeats the text.
Result<Value> parse(std::string_view text, Limits limits = {});

/// One line without blanks. Numbers are written so that they read back the same.
std::string write(const Value& value);

/// Two blanks for each level, one member or element per line, a line feed at the
/// end: for people and for files under version control.
std::string write_pretty(const Value& value);

}  // namespace sightline::json
