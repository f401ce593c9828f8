// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Words that stand side by side between two marks. md4c hands them over in pieces;
// whole, they can hold what md4c does not know: footnote calls and figures.
// Private to platform/markdown.

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "platform/markdown/findings.h"
#include "platform/markdown/markdown.h"

namespace sightline::markdown {

/// The footnotes of one document: which texts exist, and in which order they are called.
class FootnoteCalls {
 public:
  /// False when there is such a label already.
  bool define(const std::string& label) { return called_.emplace(label, Calls{}).second; }
  /// The next call of this footnote; number 0 when there is no such label.
  FootnoteCall call(std::string_view label);
  /// 0 when it was never called.
  int number_of(const std::string& label) const { return called_.at(label).number; }

 private:
  struct Calls {
    int number = 0;
    int count = 0;
  };
  std::map<std::string, Calls, std::less<>> called_;
  int next_ = 1;
};

/// Where words stand: footnotes are called from the text alone.
enum class Place { Text, Heading, Footnote };

struct RunContext {
  const Rules& rules;
  FootnoteCalls& calls;
  Findings& findings;
};

/// Whether a sign may begin a footnote call or a figure, or was written to be read as it is.
enum class Signs { Meant, Literal };

class Run {
 public:
  void add(std::string_view text, int line, Signs signs);
  bool empty() const { return text_.empty(); }
  std::size_t size() const { return text_.size(); }

  /// Adds to `out` what the words say, and begins anew.
  void flush(Inlines& out, Place place, const RunContext& context);

 private:
  int line_at(std::size_t offset) const;
  bool is_meant(std::size_t offset) const;
  std::size_t take_footnote(std::size_t at, Inlines& out, Place place, const RunContext& context);
  std::size_t take_figure(std::size_t at, Inlines& out, const RunContext& context);
  void add_words(std::size_t begin, std::size_t end, Inlines& out) const;

  struct Piece {
    std::size_t begin;
    int line;
    Signs signs;
  };
  std::string text_;
  std::vector<Piece> pieces_;
};

/// The key of a figure is lower-case letters, digits and single hyphens, at most 80.
bool is_figure_key(std::string_view text);

}  // namespace sightline::markdown
