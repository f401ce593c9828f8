// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "base/partial_date.h"

namespace sightline {

namespace {

using namespace std::chrono;

std::string before_last_space(const std::string& words) {
  return words.substr(0, words.rfind(' '));
}

/// The words of `first` that `last` does not repeat after it: "4" of 4 and 15 February 2019.
std::string without_what_follows(const PartialDate& first, const PartialDate& last) {
  std::string words = first.in_words();
  if (first.precision() != last.precision() || first.precision() == PartialDate::Precision::Year)
    return words;
  const year_month_day from = first.earliest().calendar();
  const year_month_day to = last.earliest().calendar();
  if (from.year() != to.year()) return words;
  words = before_last_space(words);
  if (first.precision() == PartialDate::Precision::Day && from.month() == to.month())
    words = before_last_space(words);
  return words;
}

}  // namespace

std::optional<PartialDate> PartialDate::from_iso(std::string_view text) {
  // The missing parts are read as the first of the year or month: the earliest day meant.
  const auto read = [&](std::string_view rest, Precision precision) -> std::optional<PartialDate> {
    const std::optional<Date> day = Date::from_iso(std::string(text).append(rest));
    if (!day) return std::nullopt;
    return PartialDate(*day, precision);
  };
  switch (text.size()) {
    case 4:
      return read("-01-01", Precision::Year);
    case 7:
      return read("-01", Precision::Month);
    default:
      return read("", Precision::Day);
  }
}

std::string PartialDate::iso() const {
  const std::string day = earliest_.iso();
  switch (precision_) {
    case Precision::Year:
      return day.substr(0, 4);
    case Precision::Month:
      return day.substr(0, 7);
    case Precision::Day:
      break;
  }
  return day;
}

std::string PartialDate::in_words() const {
  const std::string words = earliest_.in_words();
  switch (precision_) {
    case Precision::Year:
      return words.substr(words.rfind(' ') + 1);
    case Precision::Month:
      return words.substr(words.find(' ') + 1);
    case Precision::Day:
      break;
  }
  return words;
}

Date PartialDate::latest() const {
  const year_month_day first = earliest_.calendar();
  switch (precision_) {
    case Precision::Year:
      return Date(sys_days{first.year() / December / last});
    case Precision::Month:
      return Date(sys_days{first.year() / first.month() / last});
    case Precision::Day:
      break;
  }
  return earliest_;
}

std::optional<Period> Period::between(PartialDate first, PartialDate last) {
  if (certainly_before(last, first)) return std::nullopt;
  return Period(first, last);
}

std::optional<Period> Period::from_iso(std::string_view text) {
  const std::size_t slash = text.find('/');
  const std::optional<PartialDate> first = PartialDate::from_iso(text.substr(0, slash));
  if (!first) return std::nullopt;
  if (slash == std::string_view::npos) return Period(*first);
  const std::optional<PartialDate> last = PartialDate::from_iso(text.substr(slash + 1));
  if (!last) return std::nullopt;
  return between(*first, *last);
}

std::string Period::iso() const {
  return first_ == last_ ? first_.iso() : first_.iso() + "/" + last_.iso();
}

std::string Period::in_words() const {
  if (first_ == last_) return first_.in_words();
  return without_what_follows(first_, last_) + " to " + last_.in_words();
}

bool certainly_before(const Period& a, const Period& b) {
  return a.latest() < b.earliest();
}

}  // namespace sightline
