// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "base/made_once.h"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

namespace sightline {

TEST_CASE("what is made for a key is shared by all who ask for it, and made again only after it failed") {
  MadeOnce<int, std::string> words;
  int times_made = 0;
  const auto word_of = [&](int key) {
    return words.of(key, [&] { return "word " + std::to_string(++times_made); });
  };
  CHECK_THROWS_AS(words.of(1, []() -> std::string { throw std::runtime_error("not now"); }),
                  std::runtime_error);
  const auto first = word_of(1);
  CHECK(*first == "word 1");
  CHECK(word_of(1) == first);
  CHECK(*word_of(2) == "word 2");
  CHECK(times_made == 2);
}

}  // namespace sightline
