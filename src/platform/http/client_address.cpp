// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Client addresses.

#include "platform/http/client_address.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace sightline::http {

namespace {

std::string printed(int family, const void* address) {
  std::array<char, INET6_ADDRSTRLEN> text = {};
  return ::inet_ntop(family, address, text.data(), text.size()) ? text.data() : "";
}

bool is_address(const std::string& text) {
  std::array<unsigned char, sizeof(in6_addr)> parsed = {};
  return ::inet_pton(AF_INET, text.c_str(), parsed.data()) == 1 ||
         ::inet_pton(AF_INET6, text.c_str(), parsed.data()) == 1;
}

}  // namespace

std::string address_of(const sockaddr* peer, std::size_t size) {
  sockaddr_in v4 = {};
  sockaddr_in6 v6 = {};
  if (size >= sizeof v4 && peer->sa_family == AF_INET) {
    std::memcpy(&v4, peer, sizeof v4);
    return printed(AF_INET, &v4.sin_addr);
  }
  if (size >= sizeof v6 && peer->sa_family == AF_INET6) {
    std::memcpy(&v6, peer, sizeof v6);
    return printed(AF_INET6, &v6.sin6_addr);
  }
  return "";
}

std::string client_behind(const std::string& peer, const Headers& headers, Proxy proxy) {
  if (proxy == Proxy::None) return peer;
  std::string_view chain;
  for (const Header& header : headers)
    if (equal_without_case(header.name, "X-Forwarded-For")) chain = header.value;
  const std::string last(without_padding(chain.substr(chain.rfind(',') + 1)));
  return is_address(last) ? last : peer;
}

}  // namespace sightline::http
