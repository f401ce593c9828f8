// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What is not HTTP, or could be read two ways, is answered and the connection closed.

#include <doctest/doctest.h>

#include <string>

#include "platform/http/raw_client_test.h"
#include "platform/http/server.h"

using namespace sightline::http;
using namespace std::chrono_literals;
using namespace std::string_view_literals;

namespace {

Router echoing_pages() {
  Router router;
  router.get("/", [](const Request&) { return text("home"); });
  router.post("/echo", [](const Request& request) { return text(std::string(request.body.text())); });
  router.post("/small", [](const Request& request) { return text(std::string(request.body.text())); },
              {.body_bytes = 10});
  return router;
}

ServerOptions impatient() {
  ServerOptions options;
  options.deadlines.header = 200ms;
  options.deadlines.body = 200ms;
  options.deadlines.idle = 200ms;
  options.deadlines.linger = 200ms;
  return options;
}

// The status of the only answer to these bytes; -1 if the connection stays open or says more.
int status_of_only_answer(std::string_view bytes, ServerOptions options = {}) {
  Server server(std::move(options), echoing_pages());
  server.start();
  RawClient client(server.port());
  const RawAnswer answer = client.send(bytes).read();
  CHECK(answer.field("Connection") == "close");
  return client.is_closed_without_a_word() ? answer.status : -1;
}

std::string post(std::string_view fields, std::string_view body = "") {
  return "POST /echo HTTP/1.1\r\nHost: a\r\n" + std::string(fields) + "\r\n" + std::string(body);
}

}  // namespace

TEST_CASE("a request whose length could be read two ways is refused and the connection closed") {
  CHECK(status_of_only_answer(post("Content-Length: 5\r\nContent-Length: 5\r\n", "hello")) == 400);
  CHECK(status_of_only_answer(post("Content-Length: 5\r\nContent-Length: 6\r\n", "hello!")) == 400);
  CHECK(status_of_only_answer(post("Content-Length: 5, 5\r\n", "hello")) == 400);
  CHECK(status_of_only_answer(post("Content-Length: +5\r\n", "hello")) == 400);
  CHECK(status_of_only_answer(post("Content-Length: -1\r\n")) == 400);
  CHECK(status_of_only_answer(post("Content-Length: 0x5\r\n", "hello")) == 400);
  CHECK(status_of_only_answer(post("Content-Length: 99999999999999999999\r\n")) == 400);
  CHECK(status_of_only_answer(post("Content-Length:\r\n")) == 400);
  CHECK(status_of_only_answer(post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")) ==
        400);
  CHECK(status_of_only_answer(post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n")) ==
        400);
}

TEST_CASE("a transfer coding other than exactly chunked is refused") {
  CHECK(status_of_only_answer(post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n")) == 501);
  CHECK(status_of_only_answer(post("Transfer-Encoding: chunked, chunked\r\n", "0\r\n\r\n")) == 400);
  CHECK(status_of_only_answer(
            post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")) == 400);
  CHECK(status_of_only_answer(post("Transfer-Encoding: identity\r\n")) == 400);
  CHECK(status_of_only_answer(post("Transfer-Encoding: xchunked\r\n")) == 400);
  CHECK(status_of_only_answer(post("Transfer-Encoding: \"chunked\"\r\n", "0\r\n\r\n")) == 400);
  CHECK(status_of_only_answer(post("Transfer-Encoding: chunked;q=1\r\n", "0\r\n\r\n")) == 400);
  CHECK(status_of_only_answer(post("Transfer-Encoding:\r\n")) == 400);
  CHECK(status_of_only_answer(
            "POST /echo HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n") == 400);
}

TEST_CASE("chunks that are malformed are refused") {
  const std::string chunked = "Transfer-Encoding: chunked\r\n";
  CHECK(status_of_only_answer(post(chunked, "5\nhello\r\n0\r\n\r\n")) == 400);
  CHECK(status_of_only_answer(post(chunked, "g\r\nhello\r\n0\r\n\r\n")) == 400);
  CHECK(status_of_only_answer(post(chunked, "-5\r\nhello\r\n0\r\n\r\n")) == 400);
  CHECK(status_of_only_answer(post(chunked, "5\r\nhelloXX0\r\n\r\n")) == 400);
  CHECK(status_of_only_answer(post(chunked, "fffffffffffffffff\r\n")) == 400);
  CHECK(status_of_only_answer(post(chunked, "5" + std::string(40'000, ' ') + "\r\nhello\r\n0\r\n\r\n")) ==
        400);
}

TEST_CASE("a trailer cannot add a field to the header") {
  Router router;
  router.post("/echo",
              [](const Request& request) { return text(request.cookie("session").value_or("none")); });
  Server server({}, std::move(router));
  server.start();
  RawClient client(server.port());
  client.send(post("Transfer-Encoding: chunked\r\n", "1\r\nx\r\n0\r\nCookie: session=stolen\r\n\r\n"));
  CHECK(client.read().content == "none");
}

TEST_CASE("a request names exactly one host") {
  CHECK(status_of_only_answer("GET / HTTP/1.1\r\n\r\n") == 400);
  CHECK(status_of_only_answer("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n") == 400);
  CHECK(status_of_only_answer("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n") == 400);
  CHECK(status_of_only_answer("GET / HTTP/1.1\r\nHost:\r\n\r\n") == 400);
  CHECK(status_of_only_answer("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n") == 400);
  CHECK(status_of_only_answer("GET / HTTP/1.1\r\nHost: a@b\r\n\r\n") == 400);
  CHECK(status_of_only_answer("GET / HTTP/1.1\r\nHost: [::1\r\n\r\n") == 400);
  CHECK(status_of_only_answer("GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n") == 400);
}

TEST_CASE("a host this server does not answer to is refused, whatever its port and case") {
  ServerOptions options;
  options.hosts = {"sightline.example", "127.0.0.1"};
  CHECK(status_of_only_answer("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", options) == 421);
  Server server(options, echoing_pages());
  server.start();
  CHECK(
      RawClient(server.port()).send("GET / HTTP/1.1\r\nHost: SightLine.Example:8080\r\n\r\n").read().status ==
      200);
  CHECK(RawClient(server.port()).send("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").read().status == 200);
}

TEST_CASE("bare line feeds, folded lines and control characters are refused") {
  CHECK(status_of_only_answer("GET / HTTP/1.1\nHost: a\n\n") == 400);
  CHECK(status_of_only_answer("GET / HTTP/1.1\r\nHost: a\n\r\n") == 400);
  CHECK(status_of_only_answer("GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n") == 400);
  CHECK(status_of_only_answer("GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n folded\r\n\r\n") == 400);
  CHECK(status_of_only_answer("GET / HTTP/1.1\r\n Host: a\r\n\r\n") == 400);
  CHECK(status_of_only_answer("GET / HTTP/1.1\r\nHost: a\r\nX: \x01\r\n\r\n") == 400);
  CHECK(status_of_only_answer("GET / HTTP/1.1\r\nHost: a\r\nX: \0\r\n\r\n"sv) == 400);
  CHECK(status_of_only_answer("GET / HTTP/1.1\r\nHost : a\r\n\r\n") == 400);
  CHECK(status_of_only_answer("GET / HTTP/1.1\r\nHost: a\r\nb\xC3\xA9: c\r\n\r\n") == 400);
  CHECK(status_of_only_answer("GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n") == 400);
  CHECK(status_of_only_answer("GET / HTTP/1.1\r\n: a\r\nHost: a\r\n\r\n") == 400);
  CHECK(status_of_only_answer("\x16\x03\x01 a TLS greeting") == 400);
}

TEST_CASE("a request line that is not one is refused") {
  CHECK(status_of_only_answer("GET\r\n\r\n") == 400);
  CHECK(status_of_only_answer("GET /\r\n\r\n") == 400);
  CHECK(status_of_only_answer("GET  / HTTP/1.1\r\nHost: a\r\n\r\n") == 400);
  CHECK(status_of_only_answer("GET / / HTTP/1.1\r\nHost: a\r\n\r\n") == 400);
  CHECK(status_of_only_answer("GET / HTTX/1.1\r\nHost: a\r\n\r\n") == 400);
  CHECK(status_of_only_answer("GET / HTTP/2.0\r\nHost: a\r\n\r\n") == 505);
  CHECK(status_of_only_answer("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") == 505);
  CHECK(status_of_only_answer("GET a HTTP/1.1\r\nHost: a\r\n\r\n") == 400);
  CHECK(status_of_only_answer("\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n") == 400);
}

TEST_CASE("an address with a bad escape, a NUL or dot segments is refused") {
  for (const char* target :
       {"/%", "/%4", "/%zz", "/%00", "/%ff", "/..", "/a/../b", "/.", "/%2e%2e/b", "/a%2fb", "/a%5cb", "//a",
        "/a//b", "/%0a", "/\xC3\xA9", "/?a=%zz", "/?a=%ff", "/#a"})
    CHECK(status_of_only_answer("GET " + std::string(target) + " HTTP/1.1\r\nHost: a\r\n\r\n") == 400);
}

TEST_CASE("a method nobody knows is not implemented") {
  CHECK(status_of_only_answer("BREW / HTTP/1.1\r\nHost: a\r\n\r\n") == 501);
  CHECK(status_of_only_answer("CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n") == 501);
  CHECK(status_of_only_answer("TRACE / HTTP/1.1\r\nHost: a\r\n\r\n") == 501);
  CHECK(status_of_only_answer("get / HTTP/1.1\r\nHost: a\r\n\r\n") == 501);
}

TEST_CASE("a header that is too large is refused before it is complete") {
  CHECK(status_of_only_answer("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(20'000, 'x')) == 431);
  CHECK(status_of_only_answer("GET /" + std::string(20'000, 'x')) == 414);
  std::string many = "GET / HTTP/1.1\r\nHost: a\r\n";
  for (int i = 0; i < 101; ++i) many += "X: y\r\n";
  CHECK(status_of_only_answer(many + "\r\n") == 431);
}

TEST_CASE("a body that is too large is refused before it is sent, and while it is sent") {
  CHECK(status_of_only_answer(post("Content-Length: 2000000\r\n")) == 413);
  CHECK(status_of_only_answer("POST /small HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\nhello world") ==
        413);
  CHECK(status_of_only_answer("POST /small HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                              "6\r\nhello \r\n5\r\nworld\r\n0\r\n\r\n") == 413);
  CHECK(status_of_only_answer("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000\r\n\r\n") == 413);
}

TEST_CASE("a client that sends a large body unasked can still read why it was refused") {
  CHECK(status_of_only_answer(post("Content-Length: 4000000\r\n", std::string(4'000'000, 'x'))) == 413);
}

TEST_CASE("a request that ends too early is told so") {
  Server server({}, echoing_pages());
  server.start();
  CHECK(RawClient(server.port()).send("GET / HT").finish_sending().read().status == 400);
  CHECK(RawClient(server.port()).send(post("Content-Length: 5\r\n", "he")).finish_sending().read().status ==
        400);
}

TEST_CASE("a header that does not end in time gets 408") {
  CHECK(status_of_only_answer("GET / HTTP/1.1\r\nHost: a\r\n", impatient()) == 408);
}

TEST_CASE("a body that does not end in time gets 408") {
  CHECK(status_of_only_answer(post("Content-Length: 5\r\n", "he"), impatient()) == 408);
  CHECK(status_of_only_answer(post("Transfer-Encoding: chunked\r\n", "5\r\nhe"), impatient()) == 408);
}

TEST_CASE("a header that arrives drop by drop does not win time with every drop") {
  Server server(impatient(), echoing_pages());
  server.start();
  RawClient client(server.port());
  client.send("GET / HTTP/1.1\r\nHost: a\r\n");
  RawAnswer answer;
  for (int drops = 0; answer.status == 0 && drops < 1000; ++drops) {
    client.send("X: y\r\n");
    answer = client.read_within(20ms);
  }
  CHECK(answer.status == 408);
}

TEST_CASE("a connection on which nothing is asked is closed without a word") {
  Server server(impatient(), echoing_pages());
  server.start();
  RawClient fresh(server.port());
  CHECK(fresh.is_closed_without_a_word());
  RawClient used(server.port());
  CHECK(used.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").read().status == 200);
  CHECK(used.is_closed_without_a_word());
}

TEST_CASE("a client that waits to be asked for its body is asked, or refused at once") {
  Server server({}, echoing_pages());
  server.start();
  RawClient client(server.port());
  client.send(post("Content-Length: 5\r\nExpect: 100-continue\r\n"));
  CHECK(client.read().status == 100);
  CHECK(client.send("hello").read().content == "hello");
  CHECK(status_of_only_answer(post("Content-Length: 2000000\r\nExpect: 100-continue\r\n")) == 413);
  CHECK(status_of_only_answer(post("Content-Length: 5\r\nExpect: a miracle\r\n")) == 417);
}

TEST_CASE("HTTP/1.0 is answered, closed after, and kept open only if asked") {
  CHECK(status_of_only_answer("GET / HTTP/1.0\r\n\r\n") == 200);
  Server server({}, echoing_pages());
  server.start();
  RawClient client(server.port());
  CHECK(client.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").read().field("Connection") ==
        "keep-alive");
  CHECK(client.send("GET / HTTP/1.0\r\n\r\n").read().status == 200);
  CHECK(client.is_closed_without_a_word());
}

TEST_CASE("one empty line before a request is forgiven, and an address may name its host") {
  Server server({}, echoing_pages());
  server.start();
  RawClient client(server.port());
  CHECK(client.send("\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n").read().status == 200);
  CHECK(client.send("GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n").read().status == 200);
}

TEST_CASE("a request hidden in the body of another is never answered") {
  Server server({}, echoing_pages());
  server.start();
  RawClient client(server.port());
  const std::string hidden = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
  client.send(post("Content-Length: " + std::to_string(hidden.size()) + "\r\nConnection: close\r\n", hidden));
  CHECK(client.read().content == hidden);
  CHECK(client.is_closed_without_a_word());
}
