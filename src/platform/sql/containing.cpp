// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/sql/containing.h"

#include "base/text.h"

namespace sightline::sql {

namespace {

constexpr std::size_t kMostBytes = 2000;

/// Cut between two characters.
std::string_view shortened(std::string_view text) {
  if (text.size() <= kMostBytes) return text;
  const auto is_inside_a_character = [&](std::size_t at) {
    return (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
  };
  std::size_t end = kMostBytes;
  while (is_inside_a_character(end)) --end;
  return text.substr(0, end);
}

}  // namespace

std::string containing(std::string_view typed) {
  std::string pattern = "%";
  for (const char c : lower_ascii(shortened(trimmed(typed)))) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern += '%';
}

}  // namespace sightline::sql
