// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Dictionary: values that come up again and again, each written down once and known
// by a small number. A column of the index holds the numbers.
//
// Pure: no clock, no database, no request.

#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <stdexcept>
#include <vector>

namespace sightline::insight {

/// One flag for every code, 1 where what the code stands for is wanted.
using Flags = std::vector<std::uint8_t>;

template <std::totally_ordered Value, std::unsigned_integral Code>
class Dictionary {
 public:
  /// The code of `value`, a new one when it has none. Codes count up from 0 and are never taken back.
  /// Throws std::length_error when they are all given out.
  Code code_of(const Value& value) {
    if (values_.size() > std::numeric_limits<Code>::max() && !codes_.contains(value))
      throw std::length_error("a dictionary of the index is full");
    const auto [at, is_new] = codes_.emplace(value, static_cast<Code>(values_.size()));
    if (is_new) values_.push_back(value);
    return at->second;
  }

  std::optional<Code> find(const Value& value) const {
    const auto at = codes_.find(value);
    return at == codes_.end() ? std::nullopt : std::optional(at->second);
  }

  /// In order of their codes.
  const std::vector<Value>& values() const { return values_; }
  std::size_t size() const { return values_.size(); }

  template <std::predicate<const Value&> Wanted>
  Flags flags(Wanted is_wanted) const {
    Flags flags;
    flags.reserve(values_.size());
    for (const Value& value : values_) flags.push_back(is_wanted(value) ? 1 : 0);
    return flags;
  }

 private:
  std::map<Value, Code> codes_;
  std::vector<Value> values_;
};

}  // namespace sightline::insight
