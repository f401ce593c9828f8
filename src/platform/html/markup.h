// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The bytes of written markup: they grow at their end, and a page of three hundred
// elements is some three thousand small pieces put there, so putting one is a few
// instructions in line. A std::string writes its bytes twice and calls for each piece.
//
// Escapes nothing by itself and checks nothing: the builder alone writes with it.

#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>

namespace sightline::html {

/// Copies `text` to `to`, where there must be room, and says where it ends there. Most pieces of markup are
/// shorter than a call of memcpy is long.
inline char* put_at(char* to, std::string_view text) {
  const char* const from = text.data();
  const std::size_t size = text.size();
  if (size > 64) {
    std::memcpy(to, from, size);
  } else if (size >= 16) {  // Whole blocks, then the last sixteen bytes once more.
    for (std::size_t at = 0; at + 16 < size; at += 16) std::memcpy(to + at, from + at, 16);
    std::memcpy(to + size - 16, from + size - 16, 16);
  } else if (size >= 8) {
    std::memcpy(to, from, 8);
    std::memcpy(to + size - 8, from + size - 8, 8);
  } else if (size >= 4) {
    std::memcpy(to, from, 4);
    std::memcpy(to + size - 4, from + size - 4, 4);
  } else if (size > 0) {
    to[0] = from[0];
    to[size / 2] = from[size / 2];
    to[size - 1] = from[size - 1];
  }
  return to + size;
}

class Markup {
 public:
  Markup() = default;
  explicit Markup(std::size_t room) { grow(room); }
  Markup(const Markup& other) { put(other.view()); }
  Markup(Markup&& other) noexcept
      : bytes_(std::move(other.bytes_)),
        size_(std::exchange(other.size_, 0)),
        room_(std::exchange(other.room_, 0)) {}
  Markup& operator=(Markup other) noexcept {
    std::swap(bytes_, other.bytes_);
    std::swap(size_, other.size_);
    std::swap(room_, other.room_);
    return *this;
  }
  ~Markup() {
    if (room_ >= kLarge) keep_for_later();
  }

  std::string_view view() const { return {bytes_.get(), size_}; }
  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }

  /// Place for `most` more bytes. What is written there counts once end_at() says where it ends.
  char* room_for(std::size_t most) {
    if (room_ - size_ < most) grow(most);
    return bytes_.get() + size_;
  }
  void end_at(const char* end) { size_ = static_cast<std::size_t>(end - bytes_.get()); }
  void clear() { size_ = 0; }

  void put(char c) {
    *room_for(1) = c;
    ++size_;
  }
  void put(std::string_view text) { end_at(put_at(room_for(text.size()), text)); }
  void insert(std::size_t at, char c);

  friend bool operator==(const Markup& one, const Markup& other) { return one.view() == other.view(); }

 private:
  /// From here on it is worth while to use a buffer again: a page is written into a few large ones, each
  /// copied into the next, and memory that the processor still holds is several times as fast.
  static constexpr std::size_t kLarge = 4096;

  void grow(std::size_t most);
  void keep_for_later();

  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
  std::size_t room_ = 0;
};

}  // namespace sightline::html
