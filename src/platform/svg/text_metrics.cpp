// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Widths come from font files by way of tools/make_text_widths.py. Kerning only
// ever brings letters closer in these fonts' Latin text, so it is left out of an
// upper bound.

#include "platform/svg/text_metrics.h"

#include <array>
#include <cstdint>

namespace sightline::svg {
namespace {

#include "platform/svg/text_widths.inc"

constexpr char32_t kFirst = 0x20;
constexpr double kOneEm = 1000;

/// Takes one code point from the front of the text.
char32_t take_code_point(std::string_view& text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t code = length == 1 ? lead : lead & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length && i < text.size(); ++i)
    code = (code << 6) | (static_cast<unsigned char>(text[i]) & 0x3Fu);
  text.remove_prefix(std::min(length, text.size()));
  return code;
}

double width_of(char32_t code, Weight weight) {
  const auto& widths = weight == Weight::Bold ? kBoldWidths : kRegularWidths;
  if (code < kFirst || code - kFirst >= widths.size()) return kOneEm;
  return widths[code - kFirst];
}

/// The longest beginning of the word that fits, at least one character.
std::string_view fitting(std::string_view word, double width, double font_size, Weight weight) {
  std::string_view rest = word;
  double used = 0;
  while (!rest.empty()) {
    std::string_view next = rest;
    used += width_of(take_code_point(next), weight) * font_size / kOneEm;
    if (used > width && rest.size() < word.size()) break;
    rest = next;
  }
  return word.substr(0, word.size() - rest.size());
}

}  // namespace

double text_width(std::string_view text, double font_size, Weight weight) {
  double total = 0;
  while (!text.empty()) total += width_of(take_code_point(text), weight);
  return total * font_size / kOneEm;
}

std::vector<std::string> wrapped(std::string_view text, double width, double font_size, Weight weight) {
  std::vector<std::string> lines(1);
  while (!text.empty()) {
    auto word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    if (word.empty()) continue;
    const std::string longer =
        lines.back().empty() ? std::string(word) : lines.back() + " " + std::string(word);
    if (text_width(longer, font_size, weight) <= width) {
      lines.back() = longer;
      continue;
    }
    if (!lines.back().empty()) lines.emplace_back();
    while (text_width(word, font_size, weight) > width) {
      const auto piece = fitting(word, width, font_size, weight);
      if (piece.size() == word.size()) break;
      lines.back() = piece;
      lines.emplace_back();
      word.remove_prefix(piece.size());
    }
    lines.back() = word;
  }
  return lines;
}

}  // namespace sightline::svg
