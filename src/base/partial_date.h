// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Dates as far as their source tells them: a year, a year and month, or a day;
// and a period between two of these. Handbook §6.3.
//
// Nothing is ever added to make one look whole: 2014-08 is shown as August 2014
// and covers every day of it. So two of them are in order only where that is
// certain (§6.5), and there is no operator< to promise more.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace sightline {

class PartialDate {
 public:
  enum class Precision { Year, Month, Day };

  explicit PartialDate(Date day) : earliest_(day), precision_(Precision::Day) {}

  /// Reads `2014`, `2014-08` or `2019-02-04` exactly; nothing for any other shape or a day that does not
  /// exist.
  static std::optional<PartialDate> from_iso(std::string_view text);
  /// The shape that from_iso() reads. As text, the earlier of two certain dates sorts first.
  std::string iso() const;
  /// As 2014, August 2014 or 4 February 2019.
  std::string in_words() const;

  Precision precision() const { return precision_; }
  /// The first and the last day that it may mean.
  Date earliest() const { return earliest_; }
  Date latest() const;

  friend bool operator==(const PartialDate&, const PartialDate&) = default;

 private:
  PartialDate(Date earliest, Precision precision) : earliest_(earliest), precision_(precision) {}

  Date earliest_;
  Precision precision_;
};

/// From one partial date to another, both included. A period between two equal dates is that date.
class Period {
 public:
  Period(PartialDate date) : first_(date), last_(date) {}

  /// Nothing when `last` is certainly before `first`.
  static std::optional<Period> between(PartialDate first, PartialDate last);
  /// Reads `2014-08`, or two partial dates joined by a slash: `2014-08/2015-02`.
  static std::optional<Period> from_iso(std::string_view text);
  std::string iso() const;
  /// As August 2014, August 2014 to February 2015, February to March 2015, 4 to 15 February 2019.
  std::string in_words() const;

  PartialDate first() const { return first_; }
  PartialDate last() const { return last_; }
  Date earliest() const { return first_.earliest(); }
  Date latest() const { return last_.latest(); }

  friend bool operator==(const Period&, const Period&) = default;

 private:
  Period(PartialDate first, PartialDate last) : first_(first), last_(last) {}

  PartialDate first_;
  PartialDate last_;
};

/// True when every day that `a` may mean is before every day that `b` may mean. False says nothing
/// about the other direction: neither of 2014 and 2014-08 is certainly before the other.
bool certainly_before(const Period& a, const Period& b);

}  // namespace sightline
