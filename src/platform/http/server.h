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

#include <cstdint>
#include <memory>

#include "platform/http/router.h"
#include "platform/http/server_options.h"

namespace sightline::http {

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
