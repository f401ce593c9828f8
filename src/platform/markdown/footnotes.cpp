// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/markdown/footnotes.h"

#include <algorithm>

#include "base/text.h"

namespace sightline::markdown {
namespace {

bool is_label_sign(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

std::string_view without_indent(std::string_view line) {
  const auto indent = std::min<std::size_t>(line.find_first_not_of(' '), line.size());
  return indent <= 3 ? line.substr(indent) : std::string_view();
}

/// Fenced code (CommonMark 0.31 §4.5), in which nothing is a footnote.
class Fence {
 public:
  /// True when the line belongs to a fence, its first and last lines too.
  bool takes(std::string_view line) {
    const std::string_view text = without_indent(line);
    const std::size_t run = text.empty() ? 0 : std::min(text.find_first_not_of(text.front()), text.size());
    const bool is_sign = run >= 3 && (text.front() == '`' || text.front() == '~');
    if (length_ == 0) {
      if (!is_sign || (text.front() == '`' && text.find('`', run) != std::string_view::npos)) return false;
      sign_ = text.front();
      length_ = run;
    } else if (is_sign && text.front() == sign_ && run >= length_ && trimmed(text.substr(run)).empty()) {
      length_ = 0;
    }
    return true;
  }

 private:
  char sign_ = 0;
  std::size_t length_ = 0;  // 0 outside
};

}  // namespace

std::size_t footnote_sign(std::string_view text) {
  if (!text.starts_with("[^")) return 0;
  std::size_t end = 2;
  while (end < text.size() && end <= 42 && is_label_sign(text[end])) ++end;
  const bool is_whole = end > 2 && end <= 42 && end < text.size() && text[end] == ']';
  return is_whole ? end + 1 : 0;
}

SplitText split_footnotes(std::string_view text) {
  SplitText split;
  split.body.reserve(text.size());
  Fence fence;
  bool is_in_footnote = false;
  int number = 0;
  while (!text.empty()) {
    const std::size_t size = std::min(text.find('\n'), text.size() - 1) + 1;
    const std::string_view line = text.substr(0, size);
    text.remove_prefix(size);
    ++number;
    const std::string_view start = without_indent(line);
    const std::size_t sign = footnote_sign(start);
    const bool is_blank = trimmed(line).empty();
    if (is_blank) is_in_footnote = false;
    if (is_in_footnote || !fence.takes(line)) {
      if (sign > 0 && start.substr(sign).starts_with(':')) {
        is_in_footnote = true;
        split.footnotes.push_back(
            {std::string(start.substr(2, sign - 3)), std::string(start.substr(sign + 1)), number});
        split.body += '\n';
        continue;
      }
    }
    if (is_in_footnote) {
      split.footnotes.back().text += line;
      split.body += '\n';
    } else {
      split.body += line;
    }
  }
  return split;
}

}  // namespace sightline::markdown
