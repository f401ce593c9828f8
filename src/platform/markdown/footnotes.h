// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Footnotes, which CommonMark does not have: `[^label]: text` up to the next blank
// line is taken out of the text before it is read. Private to platform/markdown.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sightline::markdown {

struct FootnoteText {
  std::string label;
  std::string text;  ///< Markdown, its first line behind the colon.
  int line;
};

struct SplitText {
  std::string body;  ///< As many lines as before; those of footnotes are blank.
  std::vector<FootnoteText> footnotes;
};

/// REQUIRES: lines end in a line feed alone.
SplitText split_footnotes(std::string_view text);

/// Length of `[^label]` at the start of `text`, nothing (0) when there is none. The
/// label is 1 to 40 ASCII letters, digits and hyphens.
std::size_t footnote_sign(std::string_view text);

}  // namespace sightline::markdown
