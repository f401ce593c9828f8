// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Where a request comes from, as far as that can be known: for throttling sign-in, never for permission.

#pragma once

#include <sys/socket.h>

#include <cstddef>
#include <string>

#include "platform/http/headers.h"
#include "platform/http/server_options.h"

namespace sightline::http {

/// "127.0.0.1" or "::1"; "" for a socket that has no address of its own.
std::string address_of(const sockaddr* peer, std::size_t size);

/// What the proxy says of the client, if it is trusted and says an address; else the peer.
std::string client_behind(const std::string& peer, const Headers& headers, Proxy proxy);

}  // namespace sightline::http
