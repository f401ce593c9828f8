// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/html/markup.h"

#include <algorithm>
#include <array>

namespace sightline::html {

namespace {

struct Buffer {
  std::unique_ptr<char[]> bytes;
  std::size_t room = 0;
};

constexpr std::size_t kUsualPage = 32 * 1024;
constexpr std::size_t kTooLarge = 256 * 1024;

thread_local bool spares_are_there = true;

/// The large buffers that this thread has let go of, the last one first. Markup may outlive them, at the end
/// of a thread.
class Spares {
 public:
  Spares() = default;
  Spares(const Spares&) = delete;
  Spares& operator=(const Spares&) = delete;
  ~Spares() { spares_are_there = false; }

  static Spares* of_this_thread() {
    thread_local Spares spares;
    return spares_are_there ? &spares : nullptr;
  }

  /// The last one that is large enough; an empty one when there is none.
  Buffer take(std::size_t room) {
    for (std::size_t i = count_; i-- > 0;)
      if (kept_[i].room >= room) {
        std::swap(kept_[i], kept_[--count_]);
        return std::move(kept_[count_]);
      }
    return {};
  }

  void keep(Buffer buffer) {
    if (count_ < kept_.size()) kept_[count_++] = std::move(buffer);
  }

 private:
  std::array<Buffer, 6> kept_;
  std::size_t count_ = 0;
};

}  // namespace

void Markup::grow(std::size_t most) {
  std::size_t room = size_ == 0 ? most : std::max(size_ + most, 2 * room_);
  Buffer larger;
  if (room >= kLarge) {
    room = std::max(room, kUsualPage);
    if (Spares* const spares = Spares::of_this_thread()) larger = spares->take(room);
  }
  if (!larger.bytes) larger = {std::make_unique_for_overwrite<char[]>(room), room};
  put_at(larger.bytes.get(), view());
  if (room_ >= kLarge) keep_for_later();
  bytes_ = std::move(larger.bytes);
  room_ = larger.room;
}

void Markup::keep_for_later() {
  if (room_ > kTooLarge) return;
  if (Spares* const spares = Spares::of_this_thread()) spares->keep({std::move(bytes_), room_});
}

void Markup::insert(std::size_t at, char c) {
  room_for(1);
  std::memmove(bytes_.get() + at + 1, bytes_.get() + at, size_ - at);
  bytes_[at] = c;
  ++size_;
}

}  // namespace sightline::html
