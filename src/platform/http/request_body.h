// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The body of a request, complete before any handler sees it.
//
// Small bodies lie in memory. What grows beyond the threshold is spooled to a file
// that has no name from its first byte on, so that it vanishes with the process:
// a slow upload of a large document costs neither memory nor a worker.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace sightline::http {

class RequestBody {
 public:
  static constexpr std::size_t kInMemory = 1024 * 1024;

  RequestBody() = default;
  explicit RequestBody(std::string text) : memory_(std::move(text)), size_(memory_.size()) {}

  std::uint64_t size() const { return size_; }

  // REQUIRES: size() <= kInMemory, which holds on every route that did not ask for
  // a larger body. Throws std::logic_error otherwise.
  std::string_view text() const;

  /// Hands the body over in pieces of at most 64 KiB until the sink says Stop.
  enum class Reading { Continue, Stop };
  void read(const std::function<Reading(std::string_view)>& sink) const;

  /// Throws std::system_error when the spool cannot take it (a full disk).
  void append(std::string_view bytes);

 private:
  struct Spool;
  std::string memory_;
  std::uint64_t size_ = 0;
  std::shared_ptr<Spool> spool_;
};

}  // namespace sightline::http
