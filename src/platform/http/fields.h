// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What people type into forms and what follows the question mark: names and
// values, decoded, in the order sent, a name as often as it was sent.
//
// Every name and value is well-formed UTF-8 without NUL. Line ends in a value
// stay as the browser sends them (CR LF).

#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace sightline::http {

class Fields {
 public:
  using Pair = std::pair<std::string, std::string>;

  Fields() = default;
  Fields(std::initializer_list<Pair> pairs) : pairs_(pairs) {}

  /// The first value of that name, or none. An empty text box is present and "".
  std::optional<std::string_view> find(std::string_view name) const;

  /// The first value of that name, or "": for text boxes, where both mean "nothing typed".
  std::string_view text(std::string_view name) const { return find(name).value_or(std::string_view()); }

  /// Every value of that name, for checkboxes.
  std::vector<std::string_view> all(std::string_view name) const;

  bool has(std::string_view name) const { return find(name).has_value(); }
  void add(std::string name, std::string value) { pairs_.emplace_back(std::move(name), std::move(value)); }

  auto begin() const { return pairs_.begin(); }
  auto end() const { return pairs_.end(); }
  std::size_t size() const { return pairs_.size(); }
  bool empty() const { return pairs_.empty(); }
  friend bool operator==(const Fields&, const Fields&) = default;

 private:
  std::vector<Pair> pairs_;
};

using Form = Fields;
using Query = Fields;

struct FieldLimits {
  std::size_t fields = 1000;
  std::size_t name_bytes = 200;
  std::size_t value_bytes = 256 * 1024;
};

/// Reads application/x-www-form-urlencoded (WHATWG URL section 5.1), but refuses
/// what that standard would repair: half an escape, bytes that are not UTF-8, NUL.
Result<Fields> parse_fields(std::string_view encoded, const FieldLimits& limits = {});

/// The inverse of parse_fields, for query strings and tests.
std::string encode_fields(const Fields& fields);

/// One path segment or query value with everything outside the unreserved set escaped.
std::string percent_encode(std::string_view text);

/// %41 to A. None for half an escape or a digit that is not hexadecimal.
std::optional<std::string> percent_decode(std::string_view text);

/// A whole number written plainly, as ids in addresses are: 1 to 2^63 - 1, no
/// sign, no leading zero. None for anything else.
std::optional<std::int64_t> positive_number(std::string_view text);

/// Which page of a list an address asks for with the parameter "page": the first, unless it says otherwise.
std::int64_t page_asked_for(const Fields& query);

}  // namespace sightline::http
