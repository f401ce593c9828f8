// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/sql/value.h"

#include <algorithm>

namespace sightline::sql {
namespace detail {

std::string in_words(const Place& place) {
  return std::string(place.query).append(".").append(place.column);
}

namespace {

const char* kind(const Value& value) {
  static constexpr const char* kKinds[] = {"null", "a whole number", "a real number", "text", "bytes"};
  return kKinds[value.index()];
}

[[noreturn]] void refuse(const Place& place, const Value& value, const char* wanted) {
  throw Error(in_words(place) + " is " + kind(value) + " where " + wanted + " is wanted");
}

template <class T>
T iso(const Value& value, const Place& place, const char* wanted) {
  const std::optional<T> read = T::from_iso(text_in(value, place));
  if (!read) refuse(place, value, wanted);
  return *read;
}

}  // namespace

const std::string& text_in(const Value& value, const Place& place) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  refuse(place, value, "text");
}

std::string From<std::string>::read(const Value& value, const Place& place) {
  return text_in(value, place);
}

Bytes From<Bytes>::read(const Value& value, const Place& place) {
  if (const auto* bytes = std::get_if<Bytes>(&value)) return *bytes;
  refuse(place, value, "bytes");
}

// PostgreSQL gives round(x) without a fraction, so a whole number is a fine real one.
double From<double>::read(const Value& value, const Place& place) {
  if (const auto* real = std::get_if<double>(&value)) return *real;
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  refuse(place, value, "a number");
}

std::int64_t From<std::int64_t>::read(const Value& value, const Place& place) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return *whole;
  refuse(place, value, "a whole number");
}

bool From<bool>::read(const Value& value, const Place& place) {
  const std::int64_t whole = From<std::int64_t>::read(value, place);
  if (whole != 0 && whole != 1) refuse(place, value, "0 or 1");
  return whole == 1;
}

Date From<Date>::read(const Value& value, const Place& place) {
  return iso<Date>(value, place, "a date such as 2020-02-27");
}

Timestamp From<Timestamp>::read(const Value& value, const Place& place) {
  return iso<Timestamp>(value, place, "a moment such as 2020-02-27T09:30:00.000Z");
}

}  // namespace detail

std::size_t Row::index(std::string_view column) const {
  const auto found = std::find(columns_->names.begin(), columns_->names.end(), column);
  if (found == columns_->names.end())
    throw Error(columns_->query + " gives no column " + std::string(column));
  return static_cast<std::size_t>(found - columns_->names.begin());
}

}  // namespace sightline::sql
