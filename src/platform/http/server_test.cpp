// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The server as clients meet it: answers, connections, crowds, stopping.

#include "platform/http/server.h"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <future>
#include <mutex>
#include <thread>

#include "platform/http/raw_client_test.h"

using namespace sightline::http;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view kHello = "GET /hello HTTP/1.1\r\nHost: sightline\r\n\r\n";
constexpr std::string_view kSlow = "GET /slow HTTP/1.1\r\nHost: sightline\r\n\r\n";
constexpr std::string_view kReady = "GET /ready HTTP/1.1\r\nHost: sightline\r\n\r\n";

// Holds handlers back until the test lets them go.
class Gate {
 public:
  void pass() {
    std::unique_lock lock(mutex_);
    ++arrived_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return open_; });
  }
  void await_arrival(int count = 1) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return arrived_ >= count; });
  }
  void open() {
    const std::lock_guard lock(mutex_);
    open_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int arrived_ = 0;
  bool open_ = false;
};

Router pages(Gate* gate = nullptr) {
  Router router;
  router.get("/hello", [](const Request&) { return html("<p>hello</p>"); });
  router.get("/cases/{case}",
             [](const Request& request) { return text("case " + request.parameter("case")); });
  router.post("/echo", [](const Request& request) { return text(std::string(request.body.text())); });
  router.get("/from", [](const Request& request) { return text(request.remote_address); });
  router.get("/large", [](const Request&) { return text(std::string(8'000'000, 'x')); });
  router.get("/ready", [](const Request&) { return text("ready"); }, {.run = Run::OnIoThread});
  router.get("/slow", [gate](const Request&) {
    gate->pass();
    return text("done");
  });
  return router;
}

class TemporaryFile {
 public:
  explicit TemporaryFile(std::string_view content) {
    const int descriptor = ::mkstemp(path_.data());
    ::close(descriptor);
    std::ofstream(path_) << content;
  }
  ~TemporaryFile() { std::filesystem::remove(path_); }
  const std::string& path() const { return path_; }

 private:
  std::string path_ = std::filesystem::temp_directory_path() / "sightline-test-XXXXXX";
};

}  // namespace

TEST_CASE("a page is answered with its length and the headers that protect it") {
  Server server({}, pages());
  server.start();
  const RawAnswer answer = RawClient(server.port()).send(kHello).read();
  CHECK(answer.status == 200);
  CHECK(answer.content == "<p>hello</p>");
  CHECK(answer.field("Content-Type") == "text/html; charset=utf-8");
  CHECK(answer.field("Content-Security-Policy").find("default-src 'self'") == 0);
  CHECK(answer.field("Content-Security-Policy").find("frame-ancestors 'none'") != std::string::npos);
  CHECK(answer.field("X-Content-Type-Options") == "nosniff");
  CHECK(answer.field("Referrer-Policy") == "same-origin");
  CHECK(answer.field("Cross-Origin-Opener-Policy") == "same-origin");
  CHECK(answer.field("Cache-Control") == "no-store");
}

TEST_CASE("one connection serves many requests, also when they are sent all at once") {
  Server server({}, pages());
  server.start();
  RawClient client(server.port());
  std::string all;
  for (int i = 0; i < 500; ++i)
    all += "GET /cases/" + std::to_string(i) + " HTTP/1.1\r\nHost: a\r\n\r\n" + std::string(kReady);
  client.send(all);
  bool is_in_order = true;
  for (int i = 0; i < 500; ++i) {
    is_in_order = is_in_order && client.read().content == "case " + std::to_string(i);
    is_in_order = is_in_order && client.read().content == "ready";
  }
  CHECK(is_in_order);
}

TEST_CASE("a body arrives whole, by length, in chunks, and byte by byte") {
  Server server({}, pages());
  server.start();
  RawClient client(server.port());
  client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello");
  CHECK(client.read().content == "hello");
  const std::string chunked =
      "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: "
      "Chunked\r\n\r\n3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\n\r\n";
  client.send(chunked);
  CHECK(client.read().content == "hello");
  for (const char c : chunked) client.send({&c, 1});
  CHECK(client.read().content == "hello");
  CHECK(client.send(kHello).read().status == 200);
}

TEST_CASE("a HEAD request gets the header of the page alone") {
  Server server({}, pages());
  server.start();
  RawClient client(server.port());
  const RawAnswer answer =
      client.send("HEAD /hello HTTP/1.1\r\nHost: a\r\n\r\n").read(RawClient::Content::None);
  CHECK(answer.status == 200);
  CHECK(answer.field("Content-Length") == "12");
  CHECK(client.send(kHello).read().content == "<p>hello</p>");
}

TEST_CASE("a large page and a file from disk arrive whole") {
  std::string content;
  for (int i = 0; i < 60'000; ++i) content += std::to_string(i) + '\n';
  const TemporaryFile stored(content);
  std::string more = content;
  while (more.size() < 8'000'000) more += content;
  Router router = pages();
  router.get("/numbers", [&](const Request&) { return text(more); });
  router.get("/file", [&](const Request&) { return file(stored.path(), "text/csv", "évidence \"1\".csv"); });
  Server server({}, std::move(router));
  server.start();
  RawClient client(server.port());
  CHECK(client.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n").read().content.size() == 8'000'000);
  CHECK(client.send("GET /numbers HTTP/1.1\r\nHost: a\r\n\r\n").read().content == more);
  const RawAnswer answer = client.send("GET /file HTTP/1.1\r\nHost: a\r\n\r\n").read();
  CHECK(answer.content == content);
  CHECK(answer.field("Content-Disposition") ==
        "attachment; filename=\"__vidence _1_.csv\"; filename*=UTF-8''%C3%A9vidence%20%221%22.csv");
  CHECK(client.send(kHello).read().status == 200);
}

TEST_CASE("a client that does not take its answer is let go") {
  ServerOptions options;
  options.deadlines.answer = 50ms;
  options.deadlines.bytes_per_second = 1'000'000'000;
  Server server(options, pages());
  server.start();
  RawClient client(server.port());
  client.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
  CHECK(RawClient(server.port()).send(kHello).read().status == 200);
  CHECK(client.is_hung_up());
}

TEST_CASE("what exceeds the memory for a body is spooled and read back piece by piece") {
  Router router;
  router.post("/count",
              [](const Request& request) {
                std::uint64_t sum = 0;
                request.body.read([&](std::string_view bytes) {
                  for (const char c : bytes) sum += static_cast<unsigned char>(c);
                  return RequestBody::Reading::Continue;
                });
                return text(std::to_string(request.body.size()) + ' ' + std::to_string(sum));
              },
              {.body_bytes = 10'000'000});
  Server server({}, std::move(router));
  server.start();
  RawClient client(server.port());
  client.send("POST /count HTTP/1.1\r\nHost: a\r\nContent-Length: 3000000\r\n\r\n" +
              std::string(3'000'000, '\x02'));
  CHECK(client.read().content == "3000000 6000000");
}

TEST_CASE("a route may refuse a large body before any of it is sent, and then takes none of it in") {
  Router router;
  router.post("/upload",
              [](const Request& request) { return text(std::to_string(request.body.size()) + " bytes"); },
              {.body_bytes = 8'000'000, .before_body = [](const Request& request) -> std::optional<Response> {
                 if (request.header("Authorization")) return std::nullopt;
                 return problem(Status::Forbidden, "Not you.");
               }});
  Server server(ServerOptions{}, std::move(router));
  server.start();
  const std::string head = "POST /upload HTTP/1.1\r\nHost: sightline\r\nContent-Length: 3000000\r\n";

  const RawAnswer refused = RawClient(server.port()).send(head + "\r\n").read();
  CHECK(refused.status == 403);
  CHECK(refused.has("Connection: close"));
  RawClient allowed(server.port());
  allowed.send(head + "Authorization: me\r\n\r\n" + std::string(3'000'000, 'x'));
  CHECK(allowed.read().content == "3000000 bytes");
  allowed.send(head + "Authorization: me\r\n\r\n");
  CHECK(allowed.send(std::string(3'000'000, 'x')).read().content == "3000000 bytes");
}

TEST_CASE("the address of the client is the peer's, or what a trusted proxy says last") {
  const std::string request = "GET /from HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 10.0.0.1, 192.0.2.7\r\n\r\n";
  Server direct({}, pages());
  direct.start();
  CHECK(RawClient(direct.port()).send(request).read().content == "127.0.0.1");
  ServerOptions options;
  options.proxy = Proxy::LastForwardedFor;
  Server behind_proxy(options, pages());
  behind_proxy.start();
  CHECK(RawClient(behind_proxy.port()).send(request).read().content == "192.0.2.7");
  CHECK(RawClient(behind_proxy.port())
            .send("GET /from HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: <script>\r\n\r\n")
            .read()
            .content == "127.0.0.1");
}

TEST_CASE("five hundred half-open connections slow nobody") {
  ServerOptions options;
  options.workers = 1;
  Server server(options, pages());
  server.start();
  std::vector<RawClient> half_open;
  for (int i = 0; i < 500; ++i) half_open.emplace_back(server.port()).send("GET /hello HTTP/1.1\r\nHo");
  const auto begun = std::chrono::steady_clock::now();
  for (int i = 0; i < 50; ++i) CHECK(RawClient(server.port()).send(kHello).read().status == 200);
  CHECK(std::chrono::steady_clock::now() - begun < options.deadlines.header);
  CHECK(half_open.back().send("st: a\r\n\r\n").read().status == 200);
}

TEST_CASE("when connections run out, the one that has waited longest makes room") {
  ServerOptions options;
  options.io_threads = 1;
  options.most_connections = 2;
  Server server(options, pages());
  server.start();
  RawClient oldest(server.port());
  CHECK(oldest.send(kHello).read().status == 200);
  RawClient younger(server.port());
  CHECK(younger.send(kHello).read().status == 200);
  CHECK(RawClient(server.port()).send(kHello).read().status == 200);
  CHECK(oldest.is_closed_without_a_word());
  CHECK(younger.send(kHello).read().status == 200);
}

TEST_CASE("when every connection is at work, a new one is turned away politely") {
  Gate gate;
  ServerOptions options;
  options.io_threads = 1;
  options.most_connections = 1;
  Server server(options, pages(&gate));
  server.start();
  RawClient busy(server.port());
  busy.send(kSlow);
  gate.await_arrival();
  CHECK(RawClient(server.port()).send(kHello).read().status == 503);
  gate.open();
  CHECK(busy.read().content == "done");
}

TEST_CASE("when the workers and their queue are full, a request gets 503 and the others finish") {
  Gate gate;
  ServerOptions options;
  options.workers = 1;
  options.io_threads = 1;
  options.most_waiting = 1;
  Server server(options, pages(&gate));
  server.start();
  RawClient working(server.port());
  working.send(kSlow);
  gate.await_arrival();
  RawClient waiting(server.port());
  waiting.send(kSlow);
  CHECK(RawClient(server.port()).send(kReady).read().status == 200);  // By now the other has been queued.
  RawClient refused(server.port());
  const RawAnswer answer = refused.send(kSlow).read();
  CHECK(answer.status == 503);
  CHECK(answer.field("Retry-After") == "1");
  gate.open();
  CHECK(working.read().content == "done");
  CHECK(waiting.read().content == "done");
  CHECK(refused.send(kHello).read().status == 200);
}

TEST_CASE("a server that stops finishes what is in progress and takes nothing new") {
  Gate gate;
  ServerOptions options;
  options.deadlines.linger = 50ms;
  Server server(options, pages(&gate));
  server.start();
  RawClient idle(server.port());
  CHECK(idle.send(kHello).read().status == 200);
  RawClient busy(server.port());
  busy.send(kSlow);
  gate.await_arrival();
  auto stopped = std::async(std::launch::async, [&] { server.stop(); });
  CHECK(idle.is_closed_without_a_word());
  CHECK_FALSE(RawClient(server.port()).send(kHello).read().status == 200);
  gate.open();
  const RawAnswer answer = busy.read();
  CHECK(answer.content == "done");
  CHECK(answer.field("Connection") == "close");
  stopped.get();
  CHECK_FALSE(RawClient(server.port()).is_connected());
}

TEST_CASE("a server that stops does not wait for a client beyond the deadline") {
  ServerOptions options;
  options.deadlines.stop = 50ms;
  Server server(options, pages());
  server.start();
  RawClient slow(server.port());
  slow.send("POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
  CHECK(slow.read().status == 100);
  server.stop();
  CHECK(slow.is_closed_without_a_word());
}

TEST_CASE("every answer is reported without anything personal in it") {
  std::mutex mutex;
  std::vector<std::string> log;
  ServerOptions options;
  options.deadlines.linger = 50ms;
  options.on_exchange = [&](const Exchange& exchange) {
    const std::lock_guard lock(mutex);
    log.push_back(std::string(exchange.method) + ' ' + std::string(exchange.route) + ' ' +
                  std::to_string(static_cast<int>(exchange.status)));
  };
  Server server(options, pages());
  server.start();
  RawClient client(server.port());
  client.send("GET /cases/Anne?note=secret HTTP/1.1\r\nHost: a\r\n\r\n").read();
  client.send("GET /nowhere HTTP/1.1\r\nHost: a\r\n\r\n").read();
  client.send("nonsense\r\n\r\n").read();
  server.stop();
  const std::lock_guard lock(mutex);
  CHECK(log == std::vector<std::string>{"GET /cases/{case} 200", "GET  404", "  400"});
}

TEST_CASE("an address that is taken is an accident with a name") {
  Server first({}, pages());
  first.start();
  ServerOptions options;
  options.port = first.port();
  Server second(options, pages());
  CHECK_THROWS_AS(second.start(), std::system_error);
}

TEST_CASE("a unix socket is served, and one left behind by a killed server is taken over") {
  const TemporaryFile place("");
  std::filesystem::remove(place.path());
  ServerOptions options;
  options.address = "unix:" + place.path();
  Server server(options, pages());
  server.start();
  CHECK(RawClient(place.path()).send(kHello).read().status == 200);
  Server second(options, pages());
  CHECK_THROWS_AS(second.start(), std::system_error);
  CHECK(RawClient(place.path()).send(kHello).read().status == 200);
}
