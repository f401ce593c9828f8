// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Any bytes as a Cookie header: every cookie that is read can be written, and
// reading what was written gives the same cookie.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "platform/http/cookie.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sightline::http;
  const auto must = [](bool holds) {
    if (!holds) std::abort();
  };
  const Fields cookies = parse_cookies(std::string(data, data + size));
  must(cookies.size() <= 64);
  std::string joined;
  for (const auto& [name, value] : cookies) {
    const std::string line = written({.name = name, .value = value});
    must(line.find_first_of("\r\n") == std::string::npos);
    const Fields again = parse_cookies(line.substr(0, line.find("; ")));
    must(again == Fields{{name, value}});
    joined += name + '=' + value + "; ";
  }
  must(parse_cookies(joined) == cookies);
  return 0;
}
