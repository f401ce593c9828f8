// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The header fields of a request or an answer: an ordered list whose names
// ignore case. Nothing can enter it that would break out of its line.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sightline::http {

struct Header {
  std::string name;
  std::string value;
};

/// ASCII letters compared without case, as header names and codings are.
bool equal_without_case(std::string_view one, std::string_view other);

/// The text without spaces and tabs at either end.
std::string_view without_padding(std::string_view text);

class Headers {
 public:
  /// The first value of that name.
  std::optional<std::string_view> find(std::string_view name) const;
  std::size_t count(std::string_view name) const;

  /// Appends. Throws std::invalid_argument if the name is no token or the value
  /// holds a control character: a line break here would be header injection.
  void add(std::string_view name, std::string_view value);

  /// Replaces every field of that name. Throws as add() does.
  void set(std::string_view name, std::string_view value);

  auto begin() const { return fields_.begin(); }
  auto end() const { return fields_.end(); }
  std::size_t size() const { return fields_.size(); }

 private:
  std::vector<Header> fields_;
};

}  // namespace sightline::http
