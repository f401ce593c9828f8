// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What is wrong with a text, collected while it is read. Private to
// platform/markdown.

#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "platform/markdown/markdown.h"

namespace sightline::markdown {

class Findings {
 public:
  void add(int line, std::string sentence) {
    if (list_.size() < kMost) list_.push_back({line, std::move(sentence)});
  }

  std::vector<Problem> by_line() && {
    std::stable_sort(list_.begin(), list_.end(),
                     [](const Problem& a, const Problem& b) { return a.line < b.line; });
    return std::move(list_);
  }

 private:
  static constexpr std::size_t kMost = 100;  // a file that is no Markdown at all would have one in each line
  std::vector<Problem> list_;
};

}  // namespace sightline::markdown
