// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//

#include "platform/document/txt.h"

#include <string>

#include "base/text.h"
#include "base/utf8.h"
#include "platform/document/read.h"

namespace sightline::document {

namespace {

/// Every kind of line end as a line feed; a form feed, which parts pages, too.
std::string with_line_feeds(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool ends_line = text[at] == '\r' || text[at] == '\f';
    if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') continue;
    result += ends_line ? '\n' : text[at];
  }
  return result;
}

}  // namespace

std::optional<std::string_view> utf8_of(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  if (first_invalid_utf8(text)) return std::nullopt;
  return text;
}

Reading read_txt(std::string_view document) {
  const std::optional<std::string_view> utf8 = utf8_of(document);
  if (!utf8) return Unreadable::NotUtf8;
  std::string text = with_line_feeds(*utf8);
  if (text.size() > extract::kMostTextBytes) return Unreadable::TooLarge;
  if (trimmed(text).empty()) return Unreadable::NoText;
  if (!is_plain_text(text)) return Unreadable::WrongType;
  return text;
}

}  // namespace sightline::document
