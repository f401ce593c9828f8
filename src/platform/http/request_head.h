// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The rules a request must keep before anybody reads its body.
//
// Two stages, because the parser behind them repairs what we refuse. The scanner
// looks at raw bytes and finds the end of the header: bare line feeds, folded
// lines and control characters end here. The rules then judge the parsed header:
// one Host, at most one Content-Length, no transfer coding but chunked. Requests
// that two servers could read differently (smuggling) do not pass.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/http/headers.h"
#include "platform/http/request.h"
#include "platform/http/response.h"

namespace sightline::http {

class HeadScanner {
 public:
  enum class Verdict { Incomplete, Complete, Malformed, TargetTooLong, TooLarge };

  struct Limits {
    std::size_t request_line_bytes = 8 * 1024;
    std::size_t header_bytes = 16 * 1024;  ///< Of the whole header, request line and blank line included.
  };

  /// received is everything of this request so far, growing from call to call; no byte is looked at twice.
  Verdict scan(std::string_view received, const Limits& limits);

  /// Bytes up to and including the blank line. REQUIRES: Complete.
  std::size_t head_bytes() const { return position_; }

 private:
  Verdict judge(char c, const Limits& limits);

  std::size_t position_ = 0;
  std::size_t line_begin_ = 0;
  bool after_return_ = false;
  bool in_request_line_ = true;
};

/// Whether the request line names a version of HTTP, though perhaps none we speak.
bool names_a_version(std::string_view head);

/// A header as parsed. version is 10 or 11.
struct RequestHead {
  std::string method;
  std::string target;
  int version = 11;
  Headers headers;
};

struct Fault {
  Status status;
  const char* sentence;
};

/// The first rule the header breaks, if any. hosts are the names this server answers
/// to, without port, in lower case; empty for any name.
std::optional<Fault> fault_of(const RequestHead& head, const std::vector<std::string>& hosts);

}  // namespace sightline::http
