// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Listening and the io threads: the one file that compiles Asio and Beast.

#include "platform/http/server.h"

#include <netinet/in.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/post.hpp>
#include <cstring>
#include <future>
#include <system_error>
#include <thread>

#include "platform/http/connection.h"

namespace sightline::http {

namespace {

namespace net = boost::asio;
using Error = boost::system::error_code;
using Protocol = net::generic::stream_protocol;
using Acceptor = net::basic_socket_acceptor<Protocol, net::io_context::executor_type>;
using Timer = net::basic_waitable_timer<Clock, net::wait_traits<Clock>, net::io_context::executor_type>;

constexpr rlim_t kOtherDescriptors = 128;  // Kept free for databases, logs and files.

}  // namespace

class Server::Running {
 public:
  Running(const ServerOptions& options, const Router& router);
  ~Running() { stop(); }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  std::uint16_t port() const { return port_; }
  void stop();

 private:
  void listen();
  Protocol::endpoint endpoint();
  void accept();
  void admit(IoLoop& loop, Socket socket) const;
  void sweep(IoLoop& loop, const std::shared_ptr<Timer>& timer) const;
  void run(IoLoop& loop) const;
  void drain();

  const ServerOptions& options_;
  const Router& router_;
  WorkerPool workers_;
  std::size_t most_connections_per_loop_;
  Clock::duration sweep_interval_;
  std::vector<std::unique_ptr<IoLoop>> loops_;
  std::optional<Acceptor> acceptor_;
  std::optional<Timer> accept_pause_;
  std::size_t next_loop_ = 0;
  std::uint16_t port_ = 0;
  std::string unix_path_;
  std::vector<std::thread> threads_;
  bool stopped_ = false;
};

namespace {

// As many connections as asked for, if the system has descriptors for them.
std::size_t affordable_connections(std::size_t wanted) {
  rlimit limit = {};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return wanted;
  const rlim_t needed = wanted + kOtherDescriptors;
  if (limit.rlim_cur < needed) {
    limit.rlim_cur = std::min<rlim_t>(needed, limit.rlim_max);
    ::setrlimit(RLIMIT_NOFILE, &limit);
    ::getrlimit(RLIMIT_NOFILE, &limit);
  }
  const rlim_t room =
      limit.rlim_cur > 2 * kOtherDescriptors ? limit.rlim_cur - kOtherDescriptors : limit.rlim_cur / 2;
  return std::min<std::size_t>(wanted, room);
}

Clock::duration interval_for(const Deadlines& deadlines) {
  const auto shortest =
      std::min({deadlines.header, deadlines.body, deadlines.idle, deadlines.answer, deadlines.linger});
  return std::clamp(shortest / 4, std::chrono::milliseconds(5), std::chrono::milliseconds(250));
}

}  // namespace

Server::Running::Running(const ServerOptions& options, const Router& router)
    : options_(options),
      router_(router),
      workers_(options.workers, options.most_waiting),
      most_connections_per_loop_(
          std::max<std::size_t>(1, affordable_connections(options.most_connections) / options.io_threads)),
      sweep_interval_(interval_for(options.deadlines)) {
  for (std::size_t i = 0; i < options_.io_threads; ++i)
    loops_.push_back(std::make_unique<IoLoop>(options_, router_, workers_));
  listen();
  accept();
  for (const auto& loop : loops_) {
    sweep(*loop, std::make_shared<Timer>(loop->context));
    threads_.emplace_back([this, &loop] { run(*loop); });
  }
}

Protocol::endpoint Server::Running::endpoint() {
  constexpr std::string_view kUnix = "unix:";
  if (!options_.address.starts_with(kUnix))
    return net::ip::tcp::endpoint(net::ip::make_address(options_.address), options_.port);
  unix_path_ = options_.address.substr(kUnix.size());
  const net::local::stream_protocol::endpoint local(unix_path_);
  // A socket left behind by a server that was killed refuses; one in use does not.
  net::local::stream_protocol::socket probe(loops_.front()->context);
  Error error;
  probe.connect(local, error);
  if (error == net::error::connection_refused) ::unlink(unix_path_.c_str());
  return local;
}

void Server::Running::listen() try {
  const Protocol::endpoint where = endpoint();
  acceptor_.emplace(loops_.front()->context);
  accept_pause_.emplace(loops_.front()->context);
  acceptor_->open(where.protocol());
  acceptor_->set_option(net::socket_base::reuse_address(true));
  acceptor_->bind(where);
  acceptor_->listen();
  const Protocol::endpoint bound = acceptor_->local_endpoint();
  sockaddr_in6 storage = {};
  std::memcpy(&storage, bound.data(), std::min(bound.size(), sizeof storage));
  if (unix_path_.empty()) port_ = ntohs(storage.sin6_port);  // In the same place for IPv4.
} catch (const boost::system::system_error& error) {
  throw std::system_error(error.code(), "cannot listen on " + options_.address);
}

void Server::Running::accept() {
  IoLoop& loop = *loops_[next_loop_++ % loops_.size()];
  acceptor_->async_accept(loop.context, [this, &loop](Error error, Socket socket) {
    if (!acceptor_->is_open()) return;
    if (error) {  // Out of descriptors or memory: waiting is better than spinning.
      accept_pause_->expires_after(std::chrono::milliseconds(50));
      accept_pause_->async_wait([this](Error stopped) {
        if (!stopped && acceptor_->is_open()) accept();
      });
      return;
    }
    net::dispatch(loop.context, [this, &loop, admitted = std::move(socket)]() mutable {
      admit(loop, std::move(admitted));
    });
    accept();
  });
}

void Server::Running::admit(IoLoop& loop, Socket socket) const {
  constexpr std::size_t kTurnedAwayAtOnce = 64;
  if (loop.stopping || loop.connections.size() >= most_connections_per_loop_ + kTurnedAwayAtOnce) return;
  bool is_full = loop.connections.size() >= most_connections_per_loop_;
  if (is_full) {
    const std::shared_ptr<Connection>* oldest = nullptr;
    for (const auto& connection : loop.connections) {
      const auto since = connection->waiting_since();
      if (since && (!oldest || *since < *(*oldest)->waiting_since())) oldest = &connection;
    }
    if (oldest) {
      (*oldest)->close();
      is_full = false;
    }
  }
  loop.connections.push_back(std::make_shared<Connection>(loop, std::move(socket)));
  const auto connection = loop.connections.back();
  connection->start(std::prev(loop.connections.end()));
  if (is_full) connection->turn_away();
}

void Server::Running::sweep(IoLoop& loop, const std::shared_ptr<Timer>& timer) const {
  timer->expires_after(sweep_interval_);
  timer->async_wait([this, &loop, timer](Error) {
    const auto now = Clock::now();
    for (auto next = loop.connections.begin(); next != loop.connections.end();) (*next++)->sweep(now);
    sweep(loop, timer);
  });
}

void Server::Running::run(IoLoop& loop) const {
  for (;;) {
    try {
      // To let the processor go is cheaper than to fall asleep and be woken, see WorkerPool.
      while (!loop.context.stopped()) {
        if (loop.context.poll() > 0) continue;
        std::this_thread::yield();
        if (loop.context.poll() == 0) loop.context.run_one();
      }
      return;
    } catch (const std::exception& accident) {
      router_.report_incident("", accident.what());
    }
  }
}

void Server::Running::drain() {
  // All at once: whoever sees one connection closed finds every loop stopping.
  for (const auto& loop : loops_) loop->stopping = true;
  std::vector<std::future<void>> gone;
  for (const auto& loop : loops_) {
    auto promise = std::make_shared<std::promise<void>>();
    gone.push_back(promise->get_future());
    net::post(loop->context, [this, &loop, promise] {
      if (loop == loops_.front()) acceptor_->close();
      for (auto next = loop->connections.begin(); next != loop->connections.end();) {
        const auto connection = *next++;
        if (connection->waiting_since()) connection->close();
      }
      if (loop->connections.empty())
        promise->set_value();
      else
        loop->on_last_connection_gone = [promise] { promise->set_value(); };
    });
  }
  const auto deadline = Clock::now() + options_.deadlines.stop;
  for (auto& loop_gone : gone) loop_gone.wait_until(deadline);
}

void Server::Running::stop() {
  if (stopped_) return;
  stopped_ = true;
  drain();
  for (const auto& loop : loops_)
    net::post(loop->context, [&loop] {
      for (auto next = loop->connections.begin(); next != loop->connections.end();) (*next++)->close();
    });
  workers_.stop();
  for (const auto& loop : loops_) loop->context.stop();
  for (std::thread& thread : threads_) thread.join();
  if (!unix_path_.empty()) ::unlink(unix_path_.c_str());
}

Server::Server(ServerOptions options, Router router)
    : options_(std::move(options)), router_(std::move(router)) {}
Server::~Server() = default;

void Server::start() {
  running_ = std::make_unique<Running>(options_, router_);
}
std::uint16_t Server::port() const {
  return running_->port();
}
void Server::stop() {
  if (running_) running_->stop();
}

}  // namespace sightline::http
