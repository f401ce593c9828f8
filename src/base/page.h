// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Page<Item>: a part of a list that is too long to be shown whole. Every list that
// grows with the work is cut by the server, in SQL, with these numbers.
//
//   const Cut cut = cut_of(count(reader), wanted, 50);
//   return page_of(cut, list(reader, cut.offset, cut.size));

#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace sightline {

/// Where a page lies in its list.
struct Cut {
  std::int64_t number;  ///< 1 is the first.
  std::int64_t pages;   ///< At least 1, also for an empty list.
  std::int64_t total;   ///< Items in the whole list.
  std::int64_t offset;  ///< Items before this page.
  int size;             ///< The most items a page holds.
};

/// `wanted` comes from an address and may be anything: it is moved to the nearest page there is.
/// REQUIRES: total >= 0 and size >= 1.
constexpr Cut cut_of(std::int64_t total, std::int64_t wanted, int size) {
  const std::int64_t pages = std::max<std::int64_t>(1, (total + size - 1) / size);
  const std::int64_t number = std::clamp<std::int64_t>(wanted, 1, pages);
  return {.number = number, .pages = pages, .total = total, .offset = (number - 1) * size, .size = size};
}

template <class Item>
struct Page {
  std::vector<Item> items;
  Cut cut;
};

template <class Item>
Page<Item> page_of(const Cut& cut, std::vector<Item> items) {
  return {.items = std::move(items), .cut = cut};
}

}  // namespace sightline
