// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The HTTP/1.1 server: reads requests strictly, lets the router answer them on a
// bounded number of workers, and never lets a slow or hostile client hold up others.
//
// TLS belongs to the proxy in front. The server listens on loopback unless told
// otherwise. One Server may be started once; stop() and the destructor may be
// called by any thread but its own.

#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "platform/http/request_head.h"
#include "platform/http/router.h"

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

struct ServerOptions {
  std::string address = "127.0.0.1";  ///< An IPv4 or IPv6 address, or "unix:/path/to/socket".
  std::uint16_t port = 0;             ///< 0 for any free one. Ignored on a unix socket.
  std::vector<std::string> hosts;     ///< Names answered to, without port; empty for any. Others get 421.
  Proxy proxy = Proxy::None;
  std::size_t io_threads = 1;
  std::size_t workers = 16;
  std::size_t most_waiting = 256;       ///< Requests waiting for a worker; beyond, 503.
  std::size_t most_connections = 4096;  ///< Beyond, the connection that waited longest makes room, else 503.
  HeadScanner::Limits header;
  Deadlines deadlines;
  std::function<void(const Exchange&)> on_exchange;  ///< Called by io threads; must not throw or wait.
};

class Server {
 public:
  Server(ServerOptions options, Router router);
  ~Server();  ///< Stops.
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// Listens and returns. Throws std::system_error if the address cannot be had.
  void start();

  /// The port in use; 0 on a unix socket. REQUIRES: started.
  std::uint16_t port() const;

  /// Refuses new connections, lets requests in progress finish until the deadline, then
  /// closes. Waits for handlers that still run: a handler that never returns blocks it.
  void stop();

 private:
  class Running;
  ServerOptions options_;
  Router router_;
  std::unique_ptr<Running> running_;
};

}  // namespace sightline::http
