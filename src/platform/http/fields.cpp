// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Decoding and encoding of form fields, query strings and path segments.

#include "platform/http/fields.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "base/text.h"

namespace sightline::http {

namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

enum class Plus { Literal, MeansSpace };

std::optional<std::string> decode(std::string_view text, Plus plus) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus == Plus::MeansSpace) {
      decoded += ' ';
    } else if (text[i] != '%') {
      decoded += text[i];
    } else {
      const int high = i + 1 < text.size() ? hex_digit(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
      if (high < 0 || low < 0) return std::nullopt;
      decoded += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  return decoded;
}

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

Refusal invalid(std::string sentence) {
  return {Refusal::Kind::Invalid, std::move(sentence), {}};
}

}  // namespace

std::optional<std::string_view> Fields::find(std::string_view name) const {
  const auto found =
      std::find_if(pairs_.begin(), pairs_.end(), [&](const Pair& pair) { return pair.first == name; });
  if (found == pairs_.end()) return std::nullopt;
  return found->second;
}

std::vector<std::string_view> Fields::all(std::string_view name) const {
  std::vector<std::string_view> values;
  for (const Pair& pair : pairs_)
    if (pair.first == name) values.push_back(pair.second);
  return values;
}

Result<Fields> parse_fields(std::string_view encoded, const FieldLimits& limits) {
  Fields fields;
  while (!encoded.empty()) {
    const auto end = std::min(encoded.find('&'), encoded.size());
    const std::string_view pair = encoded.substr(0, end);
    encoded.remove_prefix(std::min(end + 1, encoded.size()));
    if (pair.empty()) continue;
    if (fields.size() == limits.fields) return invalid("The form has too many fields.");

    const auto equals = std::min(pair.find('='), pair.size());
    auto name = decode(pair.substr(0, equals), Plus::MeansSpace);
    auto value = decode(pair.substr(std::min(equals + 1, pair.size())), Plus::MeansSpace);
    if (!name || !value) return invalid("The form is not encoded as a browser encodes it.");
    if (!is_utf8(*name) || !is_utf8(*value)) return invalid("The form is not written in UTF-8.");
    if (name->size() > limits.name_bytes) return invalid("The name of a field is too long.");
    if (value->size() > limits.value_bytes) return invalid("What was typed into one field is too long.");
    fields.add(*std::move(name), *std::move(value));
  }
  return fields;
}

std::string percent_encode(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string encoded;
  encoded.reserve(text.size());
  for (const char c : text) {
    if (is_unreserved(c)) {
      encoded += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      encoded += '%';
      encoded += kDigits[byte >> 4U];
      encoded += kDigits[byte & 15U];
    }
  }
  return encoded;
}

std::optional<std::string> percent_decode(std::string_view text) {
  return decode(text, Plus::Literal);
}

std::string encode_fields(const Fields& fields) {
  std::string encoded;
  for (const auto& [name, value] : fields) {
    if (!encoded.empty()) encoded += '&';
    encoded += percent_encode(name) + '=' + percent_encode(value);
  }
  return encoded;
}

std::optional<std::int64_t> positive_number(std::string_view text) {
  std::int64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || rest != end || number < 1 || text.front() == '0') return std::nullopt;
  return number;
}

std::int64_t page_asked_for(const Fields& query) {
  return positive_number(query.text("page")).value_or(1);
}

}  // namespace sightline::http
