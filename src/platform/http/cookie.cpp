// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Cookies, RFC 6265.

#include "platform/http/cookie.h"

#include <algorithm>
#include <stdexcept>

#include "base/text.h"
#include "platform/http/headers.h"

namespace sightline::http {

namespace {

constexpr std::size_t kMostCookies = 64;

bool is_visible(char c) {
  return c > ' ' && c < '\x7F';
}

bool is_name_character(char c) {
  return is_visible(c) && std::string_view("()<>@,;:\\\"/[]?={}").find(c) == std::string_view::npos;
}

bool is_value_character(char c) {
  return is_visible(c) && std::string_view("\",;\\").find(c) == std::string_view::npos;
}

std::string_view without_quotes(std::string_view value) {
  if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
    return value.substr(1, value.size() - 2);
  return value;
}

}  // namespace

Fields parse_cookies(std::string_view header) {
  Fields cookies;
  while (!header.empty() && cookies.size() < kMostCookies) {
    const auto end = std::min(header.find(';'), header.size());
    const std::string_view pair = without_padding(header.substr(0, end));
    header.remove_prefix(std::min(end + 1, header.size()));

    const auto equals = pair.find('=');
    if (equals == std::string_view::npos) continue;
    const std::string_view name = without_padding(pair.substr(0, equals));
    const std::string_view value = without_quotes(without_padding(pair.substr(equals + 1)));
    if (name.empty() || !std::all_of(name.begin(), name.end(), is_name_character)) continue;
    if (!std::all_of(value.begin(), value.end(), is_value_character)) continue;
    cookies.add(std::string(name), std::string(value));
  }
  return cookies;
}

std::string written(const Cookie& cookie) {
  if (cookie.name.empty() || !std::all_of(cookie.name.begin(), cookie.name.end(), is_name_character))
    throw std::invalid_argument("not a name for a cookie");
  if (!std::all_of(cookie.value.begin(), cookie.value.end(), is_value_character))
    throw std::invalid_argument("not a value for a cookie");
  if (cookie.path.empty() || cookie.path.front() != '/' || cookie.path.find(';') != std::string::npos)
    throw std::invalid_argument("not a path for a cookie");
  if (cookie.name.starts_with("__Host-") && (cookie.path != "/" || cookie.carried != Carried::OnlyOverTls))
    throw std::invalid_argument("a __Host- cookie needs the path / and TLS");

  std::string line = cookie.name + '=' + cookie.value + "; Path=" + cookie.path;
  if (cookie.lifetime) line += "; Max-Age=" + std::to_string(cookie.lifetime->count());
  if (cookie.carried == Carried::OnlyOverTls) line += "; Secure";
  if (cookie.script == Script::MayNotRead) line += "; HttpOnly";
  line += cookie.same_site == SameSite::Strict ? "; SameSite=Strict" : "; SameSite=Lax";
  return line;
}

Cookie forgotten(Cookie cookie) {
  cookie.value.clear();
  cookie.lifetime = std::chrono::seconds(0);
  return cookie;
}

}  // namespace sightline::http
