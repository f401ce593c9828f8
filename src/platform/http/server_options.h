// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What an operator may set about the server: where it listens, how much it takes
// in, how long it waits. The defaults suit a proxy in front and people behind it.

#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "platform/http/request_head.h"
#include "platform/http/response.h"

namespace sightline::http {

/// Whose word counts for the address of the client.
enum class Proxy {
  None,             ///< The peer is the client.
  LastForwardedFor  ///< The peer is our own proxy; the last entry of X-Forwarded-For is the client.
};

struct Deadlines {
  std::chrono::milliseconds header{
      10'000};  ///< From the first byte of a request to the end of its header, else 408.
  std::chrono::milliseconds body{
      30'000};  ///< For the body, plus what body_bytes_per_second allows, else 408.
  std::chrono::milliseconds idle{
      60'000};  ///< Between requests; then the connection is closed without a word.
  std::chrono::milliseconds answer{30'000};  ///< For the client to take the answer, plus the same allowance.
  std::chrono::milliseconds linger{
      2'000};  ///< For the client to read a last answer before the connection goes.
  std::chrono::milliseconds stop{10'000};  ///< For requests in progress when the server stops.
  std::uint64_t bytes_per_second =
      16 * 1024;  ///< The slowest line a body or an answer is given more time for.
};

/// One answered request, for a log without personal data: never an address, a query or a cookie.
struct Exchange {
  std::string_view method;  ///< "" if the request could not be read.
  std::string_view route;   ///< The pattern, "" if none matched.
  Status status = Status::Ok;
  std::uint64_t content_bytes = 0;
  std::chrono::microseconds duration{};  ///< From the end of the request to the end of the answer's making.
};

/// Four for each processor: some wait for a disk while others work. Fewer than 8 could all be kept waiting;
/// more than 16 share no commit better, and push what the others read out of the processor's memory.
constexpr std::size_t workers_for(std::size_t processors) {
  return std::clamp<std::size_t>(4 * processors, 8, 16);
}

struct ServerOptions {
  std::string address = "127.0.0.1";  ///< An IPv4 or IPv6 address, or "unix:/path/to/socket".
  std::uint16_t port = 0;             ///< 0 for any free one. Ignored on a unix socket.
  std::vector<std::string> hosts;     ///< Names answered to, without port; empty for any. Others get 421.
  Proxy proxy = Proxy::None;
  std::size_t io_threads = 2;
  std::size_t workers = workers_for(std::thread::hardware_concurrency());
  std::size_t most_waiting = 256;  ///< Requests waiting for a worker; beyond, 503.
  /// Shared evenly by the io threads; beyond, the connection that waited longest makes room, else 503.
  std::size_t most_connections = 4096;
  HeadScanner::Limits header;
  Deadlines deadlines;
  std::function<void(const Exchange&)> on_exchange;  ///< Called by io threads; must not throw or wait.
};

}  // namespace sightline::http
