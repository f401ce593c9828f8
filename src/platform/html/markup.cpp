// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/html/markup.h"

#include <algorithm>

namespace sightline::html {

void Markup::grow(std::size_t most) {
  const std::size_t room = size_ == 0 ? most : std::max(size_ + most, 2 * room_);
  auto bytes = std::make_unique_for_overwrite<char[]>(room);
  put_at(bytes.get(), view());
  bytes_ = std::move(bytes);
  room_ = room;
}

void Markup::insert(std::size_t at, char c) {
  room_for(1);
  std::memmove(bytes_.get() + at + 1, bytes_.get() + at, size_ - at);
  bytes_[at] = c;
  ++size_;
}

}  // namespace sightline::html
