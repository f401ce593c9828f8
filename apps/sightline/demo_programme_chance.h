// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Chance that falls out the same each time: for every name its own sequence, so that
// what is drawn for one inspection does not depend on what was drawn for another.
//
// Whole numbers only, and none of the distributions of <random>, whose results
// differ from one standard library to another.

#pragma once

#include <cstdint>
#include <random>
#include <string_view>
#include <utility>
#include <vector>

namespace sightline::demo {

class Chance {
 public:
  explicit Chance(std::string_view name) : numbers_(seed_of(name)) {}

  /// 0 to n - 1. The lowest are more likely by less than one in 2^50. REQUIRES: n > 0, below 2^14.
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(numbers_() % n); }
  /// `low` to `high`, both included.
  int between(int low, int high) {
    return low + static_cast<int>(below(static_cast<std::size_t>(high - low) + 1));
  }
  /// So many times out of a hundred.
  bool happens(int percent) { return between(1, 100) <= percent; }
  /// Around 0, and the rarer the farther away: the sum of three draws.
  int around(int farthest) {
    int sum = 0;
    for (int draw = 0; draw < 3; ++draw) sum += between(-farthest, farthest);
    return sum / 3;
  }
  template <class T>
  const T& one_of(const std::vector<T>& things) {
    return things[below(things.size())];
  }
  template <class T>
  void shuffle(std::vector<T>& things) {
    for (std::size_t left = things.size(); left > 1; --left) std::swap(things[left - 1], things[below(left)]);
  }

 private:
  /// FNV-1a.
  static std::uint64_t seed_of(std::string_view name) {
    std::uint64_t seed = 14695981039346656037ULL;
    for (const char c : name) seed = (seed ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return seed;
  }

  std::mt19937_64 numbers_;
};

}  // namespace sightline::demo
