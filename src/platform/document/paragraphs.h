// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The text of a document as it is put together: paragraphs with one empty line
// between them, spaces drawn together, nothing in it that is not text.

#pragma once

#include <string>
#include <string_view>

#include "platform/extract/format.h"

namespace sightline::document {

using extract::Reading;
using extract::Unreadable;

/// Elements within elements that are followed; pages have some thirty, text boxes in tables reach some forty.
inline constexpr int kDeepest = 400;

class Paragraphs {
 public:
  /// Adds to the paragraph at hand. Control characters but line feed and tab are dropped, and so is what
  /// is no UTF-8.
  void text(std::string_view words);
  /// Any white space, as between words of HTML: one space, and none at the ends of a line.
  void space() { wants_space_ = true; }
  void line_break() { put('\n'); }
  void tab() { put('\t'); }
  /// Ends the paragraph at hand. One without text leaves no trace.
  void end();

  /// More than may be taken: reading on is in vain.
  bool is_full() const { return all_.size() + at_hand_.size() > extract::kMostTextBytes; }

  /// The whole text, or TooLarge, or NoText. Nothing may be added afterwards.
  Reading finished();

 private:
  void put(char c);

  std::string all_;
  std::string at_hand_;
  bool wants_space_ = false;
};

}  // namespace sightline::document
