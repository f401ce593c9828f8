// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/sql/binding.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace sightline::sql {
namespace {

bool starts_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool continues_name(char c) {
  return starts_name(c) || (c >= '0' && c <= '9');
}

/// The end of the literal, quoted identifier or comment that starts at `from`; `from` itself when none does.
std::size_t end_of_opaque(std::string_view text, std::size_t from) {
  const auto after = [&](std::string_view end, std::size_t start) {
    const std::size_t found = text.find(end, start);
    return found == std::string_view::npos ? text.size() : found + end.size();
  };
  const std::string_view rest = text.substr(from);
  if (rest.starts_with('\'')) return after("'", from + 1);
  if (rest.starts_with('"')) return after("\"", from + 1);
  if (rest.starts_with("--")) return after("\n", from + 2);
  if (rest.starts_with("/*")) return after("*/", from + 2);
  return from;
}

std::size_t place_of(std::vector<std::string>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  names.emplace_back(name);
  return names.size() - 1;
}

/// Well-formed UTF-8 in the sense of Unicode 15, table 3-7: no overlong forms, no surrogates.
bool is_utf8(std::string_view text) {
  std::size_t at = 0;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  while (at < text.size()) {
    const unsigned char lead = byte(at);
    if (lead < 0x80) {
      ++at;
      continue;
    }
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + length > text.size()) return false;
    const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (byte(at + 1) < low || byte(at + 1) > high) return false;
    for (std::size_t i = at + 2; i < at + length; ++i)
      if ((byte(i) & 0xC0) != 0x80) return false;
    at += length;
  }
  return true;
}

void check_storable(const Query& query, const Bind& bind) {
  const auto refuse = [&](const char* why) {
    throw Error(std::string(query.name) + ": $" + std::string(bind.name) + why);
  };
  if (const double* number = std::get_if<double>(&bind.value)) {
    if (!std::isfinite(*number)) refuse(" is not a finite number");
  } else if (const std::string* text = std::get_if<std::string>(&bind.value)) {
    if (text->find('\0') != std::string::npos) refuse(" holds a NUL character");
    if (!is_utf8(*text)) refuse(" is not UTF-8");
  }
}

}  // namespace

Parameters find_parameters(std::string_view text) {
  Parameters found;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t opaque_end = end_of_opaque(text, at);
    if (opaque_end != at) {
      found.numbered.append(text.substr(at, opaque_end - at));
      at = opaque_end;
    } else if (text[at] == '$' && at + 1 < text.size() && starts_name(text[at + 1])) {
      std::size_t end = at + 1;
      while (end < text.size() && continues_name(text[end])) ++end;
      const std::size_t place = place_of(found.names, text.substr(at + 1, end - at - 1));
      found.numbered += '$' + std::to_string(place + 1);
      at = end;
    } else {
      found.numbered += text[at++];
    }
  }
  return found;
}

std::vector<const Value*> arrange(const Query& query, const Parameters& parameters,
                                  std::span<const Bind> binds) {
  const auto refuse = [&](std::string_view name, const char* why) {
    throw Error(std::string(query.name) + ": $" + std::string(name) + why);
  };
  std::vector<const Value*> values(parameters.names.size(), nullptr);
  for (const Bind& bind : binds) {
    const auto named = std::find(parameters.names.begin(), parameters.names.end(), bind.name);
    if (named == parameters.names.end()) refuse(bind.name, " is bound but not in the statement");
    const Value*& value = values[static_cast<std::size_t>(named - parameters.names.begin())];
    if (value != nullptr) refuse(bind.name, " is bound twice");
    check_storable(query, bind);
    value = &bind.value;
  }
  for (std::size_t i = 0; i < values.size(); ++i)
    if (values[i] == nullptr) refuse(parameters.names[i], " is not bound");
  return values;
}

}  // namespace sightline::sql
