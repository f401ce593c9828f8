// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Cookies, read and written.

#include "platform/http/cookie.h"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace sightline::http;

TEST_CASE("cookies are read in order, and what is no cookie is passed over") {
  CHECK(parse_cookies("a=1; b=2") == Fields{{"a", "1"}, {"b", "2"}});
  CHECK(parse_cookies(" a = 1 ;;b=\"2\"; nonsense; =3; c d=4; e=\x01; f=") ==
        Fields{{"a", "1"}, {"b", "2"}, {"f", ""}});
  CHECK(parse_cookies("token=a=b==") == Fields{{"token", "a=b=="}});
  CHECK(parse_cookies("").empty());
}

TEST_CASE("a header of a thousand cookies is read only so far") {
  std::string many;
  for (int i = 0; i < 1000; ++i) many += "a=1;";
  CHECK(parse_cookies(many).size() == 64);
}

TEST_CASE("a session cookie is sent over TLS only, to this host only, and no script reads it") {
  CHECK(written({.name = "__Host-session", .value = "abc"}) ==
        "__Host-session=abc; Path=/; Secure; HttpOnly; SameSite=Lax");
  CHECK(written({.name = "seen",
                 .value = "1",
                 .path = "/cases",
                 .same_site = SameSite::Strict,
                 .script = Script::MayRead,
                 .lifetime = std::chrono::hours(1)}) ==
        "seen=1; Path=/cases; Max-Age=3600; Secure; SameSite=Strict");
  CHECK(written(forgotten({.name = "__Host-session", .value = "abc"})) ==
        "__Host-session=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax");
}

TEST_CASE("a cookie that a browser would misread or drop cannot be written") {
  CHECK_THROWS_AS(written({.name = "", .value = "1"}), std::invalid_argument);
  CHECK_THROWS_AS(written({.name = "a b", .value = "1"}), std::invalid_argument);
  CHECK_THROWS_AS(written({.name = "a", .value = "1; Domain=evil.example"}), std::invalid_argument);
  CHECK_THROWS_AS(written({.name = "a", .value = "1\r\nX: y"}), std::invalid_argument);
  CHECK_THROWS_AS(written({.name = "a", .value = "1", .path = "/; Domain=evil.example"}),
                  std::invalid_argument);
  CHECK_THROWS_AS(written({.name = "__Host-a", .value = "1", .path = "/cases"}), std::invalid_argument);
  CHECK_THROWS_AS(written({.name = "__Host-a", .value = "1", .carried = Carried::AlsoInTheClear}),
                  std::invalid_argument);
}
