// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Answers: what they carry, and what they refuse to carry.

#include "platform/http/response.h"

#include <doctest/doctest.h>

#include <stdexcept>
#include <system_error>

#include "platform/http/response_head.h"

using namespace sightline::http;

TEST_CASE("a redirect leads only to a path of this site") {
  CHECK(see_other("/cases/214?tab=notes").headers.find("Location") == "/cases/214?tab=notes");
  for (const char* elsewhere : {"", "cases", "//evil.example", "/\\evil.example", "https://evil.example",
                                "/a\r\nX: y", "/a b", "/caf\xC3\xA9", "javascript:alert(1)"}) {
    CHECK_FALSE(is_local_path(elsewhere));
    CHECK_THROWS_AS(see_other(elsewhere), std::logic_error);
  }
}

TEST_CASE("a line break cannot enter a header") {
  CHECK_THROWS_AS(text("").set("X-Note", "a\r\nSet-Cookie: b=c"), std::invalid_argument);
  CHECK_THROWS_AS(text("").set("X Note", "a"), std::invalid_argument);
  CHECK_THROWS_AS(text("").set("X-Note", "a\n"), std::invalid_argument);
}

TEST_CASE("a handler's own header wins over the default") {
  const std::string head =
      written_head(html("").set("Cache-Control", "public, max-age=60"), Persistence::KeepAlive, "now");
  CHECK(head.find("Cache-Control: public, max-age=60\r\n") != std::string::npos);
  CHECK(head.find("no-store") == std::string::npos);
  CHECK(head.ends_with("\r\n\r\n"));
}

TEST_CASE("an answer without content names no length") {
  Response unchanged;
  unchanged.status = Status::NotModified;
  CHECK(written_head(unchanged, Persistence::KeepAlive, "now").find("Content-Length") == std::string::npos);
}

TEST_CASE("a date is written as RFC 9110 writes it") {
  CHECK(http_date(784111777) == "Sun, 06 Nov 1994 08:49:37 GMT");
}

TEST_CASE("a refusal becomes the status that says the same") {
  using Kind = sightline::Refusal::Kind;
  CHECK(status_of(Kind::Invalid) == Status::UnprocessableContent);
  CHECK(status_of(Kind::NotPermitted) == Status::Forbidden);
  CHECK(status_of(Kind::NotFound) == Status::NotFound);
  CHECK(status_of(Kind::WrongState) == Status::Conflict);
  CHECK(status_of(Kind::Conflict) == Status::Conflict);
}

TEST_CASE("a file that is missing or no file is an accident") {
  CHECK_THROWS_AS(file("/nonexistent", "text/plain", "a.txt"), std::system_error);
  CHECK_THROWS_AS(file("/", "text/plain", "a.txt"), std::system_error);
}
