// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Forms and query strings, and the requests that carry them.

#include "platform/http/fields.h"

#include <doctest/doctest.h>

#include "platform/http/request.h"

using namespace sightline::http;

TEST_CASE("a form is decoded as a browser encodes it") {
  const auto form = parse_fields("name=Anne+Marie&note=caf%C3%A9%0D%0Aline&box=1&box=2&empty=&flag");
  REQUIRE(form);
  CHECK(form->text("name") == "Anne Marie");
  CHECK(form->text("note") == "café\r\nline");
  CHECK(form->all("box") == std::vector<std::string_view>{"1", "2"});
  CHECK(form->has("empty"));
  CHECK(form->text("empty").empty());
  CHECK(form->has("flag"));
  CHECK_FALSE(form->has("absent"));
}

TEST_CASE("a form that is badly encoded is refused, not repaired") {
  CHECK_FALSE(parse_fields("a=%"));
  CHECK_FALSE(parse_fields("a=%4"));
  CHECK_FALSE(parse_fields("a=%GG"));
  CHECK_FALSE(parse_fields("a=%FF"));
  CHECK_FALSE(parse_fields("a=%00"));
  CHECK_FALSE(parse_fields("%ED%A0%80=surrogate"));
}

TEST_CASE("a form that is too much is refused") {
  CHECK_FALSE(parse_fields("a=1&b=2&c=3", {.fields = 2}));
  CHECK_FALSE(parse_fields("a=12345", {.value_bytes = 4}));
  CHECK_FALSE(parse_fields("abc=1", {.name_bytes = 2}));
  CHECK(parse_fields("ab=1234&c=2", {.fields = 2, .name_bytes = 2, .value_bytes = 4}));
}

TEST_CASE("fields survive being encoded and read again") {
  const Fields fields{{"a b", "1&2=3"}, {"é", "+%/?#"}, {"", "x"}, {"empty", ""}};
  const auto again = parse_fields(encode_fields(fields));
  REQUIRE(again);
  CHECK(*again == fields);
}

TEST_CASE("an id in an address is a plain positive number or nothing") {
  CHECK(positive_number("214") == 214);
  CHECK(positive_number("9223372036854775807") == 9223372036854775807);
  for (const char* other : {"", "0", "-1", "+1", "01", "1.0", "1 ", " 1", "9223372036854775808", "x"})
    CHECK_FALSE(positive_number(other));
}

TEST_CASE("a form is read only from a body that says it is one") {
  Request request;
  request.body = RequestBody("grade=2");
  CHECK_FALSE(request.form());
  request.headers.add("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8");
  REQUIRE(request.form());
  CHECK(request.form()->text("grade") == "2");
  CHECK(request.form({.fields = 0}).refusal().kind == sightline::Refusal::Kind::Invalid);
}

TEST_CASE("a client prefers what it names before html") {
  Request request;
  CHECK_FALSE(request.prefers("application/json"));
  request.headers.set("Accept", "text/html,application/xhtml+xml,application/json;q=0.9");
  CHECK_FALSE(request.prefers("application/json"));
  request.headers.set("Accept", "Application/JSON, text/html");
  CHECK(request.prefers("application/json"));
}

TEST_CASE("a target is split into a decoded path and its query") {
  const auto target = parse_target("/caf%C3%A9/a+b?q=x+y&page=2");
  REQUIRE(target);
  CHECK(target->path == "/café/a+b");
  CHECK(target->query == Query{{"q", "x y"}, {"page", "2"}});
  CHECK(parse_target("/")->path == "/");
  CHECK(parse_target("/a/")->path == "/a/");
}
