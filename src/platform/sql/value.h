// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Values on their way into and out of the database, and the rows they come in.
//
// Five kinds of value exist: null, whole number, real number, text and bytes. Dates
// and timestamps travel as ISO text, enums as their words (base/words.h), booleans as
// 0 and 1, identities as whole numbers; so both engines store and sort alike.

#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/words.h"
#include "platform/sql/error.h"

namespace sightline::sql {

/// The content of a file: any bytes, NUL included. Its column is declared bytea, which PostgreSQL
/// knows and SQLite takes for any name. Held in memory whole: keep it to tens of megabytes.
struct Bytes {
  std::string content;

  friend bool operator==(const Bytes&, const Bytes&) = default;
};

using Value = std::variant<std::monostate, std::int64_t, double, std::string, Bytes>;

inline Value to_value(std::nullopt_t) {
  return std::monostate{};
}
template <std::integral Number>
Value to_value(Number value) {
  const auto stored = static_cast<std::int64_t>(value);
  if (std::unsigned_integral<Number> && stored < 0) throw Error("a number is too large for the database");
  return stored;
}
inline Value to_value(double value) {
  return value;
}
inline Value to_value(std::string_view value) {
  return std::string(value);
}
inline Value to_value(const std::string& value) {
  return value;
}
inline Value to_value(const char* value) {
  return std::string(value);
}
inline Value to_value(const Bytes& value) {
  return value;
}
template <class Of>
Value to_value(Id<Of> id) {
  return id.value();
}
inline Value to_value(Date date) {
  return date.iso();
}
inline Value to_value(Timestamp moment) {
  return moment.iso();
}
template <HasWords Enum>
Value to_value(Enum value) {
  return std::string(word(value));
}
template <class T>
Value to_value(const std::optional<T>& value) {
  return value ? to_value(*value) : Value{std::monostate{}};
}

/// One parameter of a query: Bind{"case_id", id} fills $case_id.
struct Bind {
  template <class T>
  Bind(std::string_view bind_name, const T& bind_value) : name(bind_name), value(to_value(bind_value)) {}

  std::string_view name;
  Value value;
};

using Binds = std::initializer_list<Bind>;

namespace detail {

/// Where a value was read, for the message when it is not what was wanted.
struct Place {
  std::string_view query;
  std::string_view column;
};

std::string in_words(const Place& place);

/// The text in `value`, which must live as long as it is looked at.
const std::string& text_in(const Value& value, const Place& place);

/// From<T>::read turns one Value into a T, or throws Error naming the place.
template <class T>
struct From;
template <>
struct From<std::string> {
  static std::string read(const Value& value, const Place& place);
};
template <>
struct From<Bytes> {
  static Bytes read(const Value& value, const Place& place);
};
template <>
struct From<double> {
  static double read(const Value& value, const Place& place);
};
template <>
struct From<std::int64_t> {
  static std::int64_t read(const Value& value, const Place& place);
};
template <>
struct From<bool> {
  static bool read(const Value& value, const Place& place);
};
template <>
struct From<Date> {
  static Date read(const Value& value, const Place& place);
};
template <>
struct From<Timestamp> {
  static Timestamp read(const Value& value, const Place& place);
};
template <std::integral Number>
struct From<Number> {
  static Number read(const Value& value, const Place& place) {
    const std::int64_t wide = From<std::int64_t>::read(value, place);
    if (!std::in_range<Number>(wide)) throw Error(in_words(place) + " does not fit its type");
    return static_cast<Number>(wide);
  }
};
template <class Of>
struct From<Id<Of>> {
  static Id<Of> read(const Value& value, const Place& place) {
    return Id<Of>{From<std::int64_t>::read(value, place)};
  }
};
template <HasWords Enum>
struct From<Enum> {
  static Enum read(const Value& value, const Place& place) {
    const std::optional<Enum> known = from_word<Enum>(text_in(value, place));
    if (!known) throw Error(in_words(place) + " holds an unknown word");
    return *known;
  }
};
template <class T>
struct From<std::optional<T>> {
  static std::optional<T> read(const Value& value, const Place& place) {
    if (std::holds_alternative<std::monostate>(value)) return std::nullopt;
    return From<T>::read(value, place);
  }
};

}  // namespace detail

/// The names of a result's columns and the query they came from; shared by its rows.
struct Columns {
  std::string query;
  std::vector<std::string> names;
};

class Row {
 public:
  Row(std::shared_ptr<const Columns> columns, std::vector<Value> values)
      : columns_(std::move(columns)), values_(std::move(values)) {}

  /// The value of `column` as a T: a whole number, double, bool, std::string, Bytes, Date, Timestamp,
  /// Id<…>, an enum with words, or std::optional of one of them for a column that may be null.
  ///
  /// Throws Error, naming query and column, when there is no such column, when it is null and T
  /// is not optional, or when it holds something else: all three are bugs in the store.
  template <class T>
  T get(std::string_view column) const {
    return detail::From<T>::read(values_[index(column)], {columns_->query, column});
  }

 private:
  std::size_t index(std::string_view column) const;

  std::shared_ptr<const Columns> columns_;
  std::vector<Value> values_;
};

using Rows = std::vector<Row>;

}  // namespace sightline::sql
