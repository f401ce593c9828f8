// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/markdown/entities.h"

#include <charconv>
#include <cstdint>
#include <utility>

namespace sightline::markdown {
namespace {

constexpr std::pair<std::string_view, std::string_view> kNames[] = {
    {"amp", "&"},    {"lt", "<"},     {"gt", ">"},     {"quot", "\""},    {"apos", "'"},   {"nbsp", "\u00A0"},
    {"pound", "£"},  {"euro", "€"},   {"cent", "¢"},   {"sect", "§"},     {"copy", "©"},   {"reg", "®"},
    {"deg", "°"},    {"plusmn", "±"}, {"times", "×"},  {"half", "½"},     {"frac12", "½"}, {"frac14", "¼"},
    {"ndash", "–"},  {"mdash", "—"},  {"lsquo", "‘"},  {"rsquo", "’"},    {"ldquo", "“"},  {"rdquo", "”"},
    {"hellip", "…"}, {"bull", "•"},   {"middot", "·"}, {"shy", "\u00AD"}, {"eacute", "é"}, {"le", "≤"},
    {"ge", "≥"},
};

void append_utf8(std::string& out, std::uint32_t code) {
  const auto byte = [&](std::uint32_t value) { out += static_cast<char>(value); };
  if (code < 0x80) return byte(code);
  if (code < 0x800) {
    byte(0xC0 | code >> 6);
  } else {
    if (code < 0x10000) {
      byte(0xE0 | code >> 12);
    } else {
      byte(0xF0 | code >> 18);
      byte(0x80 | (code >> 12 & 0x3F));
    }
    byte(0x80 | (code >> 6 & 0x3F));
  }
  byte(0x80 | (code & 0x3F));
}

std::string numbered(std::string_view digits) {
  int base = 10;
  if (digits.starts_with('x') || digits.starts_with('X')) {
    base = 16;
    digits.remove_prefix(1);
  }
  std::uint32_t code = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, base);
  const bool is_read = error == std::errc() && end == digits.data() + digits.size();
  const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
  const bool is_control = code < 0x20 || (code >= 0x7F && code < 0xA0);
  if (!is_read || is_surrogate || is_control || code > 0x10FFFF) return std::string(kReplacementCharacter);
  std::string text;
  append_utf8(text, code);
  return text;
}

}  // namespace

std::string decoded_entity(std::string_view entity) {
  const std::string_view name = entity.size() > 2 ? entity.substr(1, entity.size() - 2) : std::string_view();
  if (name.starts_with('#')) return numbered(name.substr(1));
  for (const auto& [known, text] : kNames)
    if (known == name) return std::string(text);
  return std::string(entity);
}

}  // namespace sightline::markdown
