// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Markdown from people: CommonMark with tables, footnotes, figures and extracts, read
// into our own values. What may not be said is a problem with its line, never a crash
// and never passed on: raw HTML, pictures, addresses off the allow-list.
//
//   # Heading                        its id is made from its words
//   Words[^why] and {figure:share-below-standard} or {figure:cases count}.
//
//   [^why]: One paragraph of its own, anywhere in the text.
//
//   Table: What the table shows
//
//   | Body | Cases |
//   |------|------:|
//   | …    | 12    |
//
//   ```figure
//   cases-by-area
//   ```
//
//   ```extract
//   17
//   ```
//
// Four blanks at the start of a line make no code here; a fence does.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "platform/markdown/document.h"

namespace sightline::markdown {

/// Whether a text may lead to pages of the site that shows it, besides places within itself.
enum class OwnPages { MayBeLinked, MayNotBeLinked };

struct Rules {
  /// Hosts that https and mailto may name; ".example.org" stands for example.org
  /// and every host below it. Links within the site need no entry.
  std::vector<std::string> hosts{};
  OwnPages own_pages = OwnPages::MayBeLinked;
  /// Words that may follow the key of an inline figure.
  std::vector<std::string> figure_parts{"count", "of", "share", "interval"};
  /// The shallowest heading the text may use, as many #s: those above are the page's own.
  int top_heading = 1;
  std::size_t bytes = std::size_t{1} << 20;
  std::size_t depth = 16;       ///< Lists, quotations, emphasis … within one another.
  std::size_t nodes = 200'000;  ///< Words, cells, blocks …: tables can be small to write and large to hold.
};

struct Problem {
  int line;  ///< From 1.
  std::string sentence;
};

struct Parsed {
  /// What could be read, for a preview. Publish it only when there are no problems.
  Document document;
  std::vector<Problem> problems;  ///< By line; the first 100.
};

/// The same text and rules give the same answer.
Parsed parse(std::string_view text, const Rules& rules = {});

}  // namespace sightline::markdown
