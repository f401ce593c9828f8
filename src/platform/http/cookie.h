// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Cookies, both ways: reading what the browser sends and writing Set-Cookie.

#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/fields.h"

namespace sightline::http {

/// The pairs of one Cookie header (RFC 6265 section 5.4), in order. What is not
/// name=value is passed over; values are taken as they are, without decoding.
/// At most 64 pairs are read.
Fields parse_cookies(std::string_view header);

enum class SameSite { Strict, Lax };
enum class Carried { OnlyOverTls, AlsoInTheClear };
enum class Script { MayNotRead, MayRead };

/// A cookie to be set. A browser keeps a name with the prefix __Host- only when it
/// is carried over TLS, has the path "/" and no domain (RFC 6265bis section 4.1.3).
struct Cookie {
  std::string name;
  std::string value;
  std::string path = "/";
  SameSite same_site = SameSite::Lax;
  Carried carried = Carried::OnlyOverTls;
  Script script = Script::MayNotRead;
  std::optional<std::chrono::seconds> lifetime = {};  ///< None: until the browser closes.
};

/// The value of the Set-Cookie header. Throws std::invalid_argument for a name or
/// value that cannot be written, or a __Host- name that a browser would drop.
std::string written(const Cookie& cookie);

/// A cookie that makes the browser forget the one of that name.
Cookie forgotten(Cookie cookie);

}  // namespace sightline::http
