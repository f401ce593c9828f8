// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The server as clients meet it: answers, connections, waiting, stopping.

#include "platform/http/server.h"

#include <doctest/doctest.h>

#include <condition_variable>
#include <mutex>
#include <thread>

#include "platform/http/raw_client_test.h"

using namespace sightline::http;
using namespace std::chrono_literals;

namespace {

Router greeting() {
  Router router;
  router.get("/hello", [](const Request&) { return html("<p>hello</p>"); });
  router.get("/cases/{case}",
             [](const Request& request) { return text("case " + request.parameter("case")); });
  router.post("/echo", [](const Request& request) { return text(std::string(request.body.text())); });
  return router;
}

constexpr std::string_view kHello = "GET /hello HTTP/1.1\r\nHost: sightline\r\n\r\n";

}  // namespace

TEST_CASE("a page is answered with its length and the headers that protect it") {
  Server server({}, greeting());
  server.start();
  const RawAnswer answer = RawClient(server.port()).send(kHello).read();
  CHECK(answer.status == 200);
  CHECK(answer.content == "<p>hello</p>");
  CHECK(answer.field("Content-Type") == "text/html; charset=utf-8");
  CHECK(answer.field("Content-Security-Policy").find("default-src 'self'") == 0);
  CHECK(answer.field("X-Content-Type-Options") == "nosniff");
  CHECK(answer.field("Referrer-Policy") == "same-origin");
  CHECK(answer.field("Cross-Origin-Opener-Policy") == "same-origin");
  CHECK(answer.field("Cache-Control") == "no-store");
}

TEST_CASE("one connection serves many requests, also when they are sent all at once") {
  Server server({}, greeting());
  server.start();
  RawClient client(server.port());
  std::string all;
  for (int i = 0; i < 50; ++i) all += "GET /cases/" + std::to_string(i) + " HTTP/1.1\r\nHost: a\r\n\r\n";
  client.send(all);
  for (int i = 0; i < 50; ++i) CHECK(client.read().content == "case " + std::to_string(i));
}

TEST_CASE("a body arrives whole, by length and in chunks") {
  Server server({}, greeting());
  server.start();
  RawClient client(server.port());
  client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello");
  CHECK(client.read().content == "hello");
  client.send(
      "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: "
      "chunked\r\n\r\n3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\n\r\n");
  CHECK(client.read().content == "hello");
  client.send(kHello);
  CHECK(client.read().status == 200);
}
