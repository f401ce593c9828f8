// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Listening, the io threads, and the life of a connection: the one file that
// compiles Asio and Beast.

#include "platform/http/server.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <cstring>
#include <ctime>
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

constexpr std::size_t kFilePiece = 128 * 1024;
constexpr std::size_t kMostUnparsed = 16 * 1024;  // Of chunk headers and trailers.
constexpr rlim_t kOtherDescriptors = 128;         // Kept free for databases, logs and files.

std::string address_of(const Protocol::endpoint& endpoint) {
  std::array<char, INET6_ADDRSTRLEN> text = {};
  sockaddr_storage storage = {};
  std::memcpy(&storage, endpoint.data(), std::min(endpoint.size(), sizeof storage));
  const void* address = nullptr;
  sockaddr_in v4 = {};
  sockaddr_in6 v6 = {};
  if (storage.ss_family == AF_INET) {
    std::memcpy(&v4, &storage, sizeof v4);
    address = &v4.sin_addr;
  } else if (storage.ss_family == AF_INET6) {
    std::memcpy(&v6, &storage, sizeof v6);
    address = &v6.sin6_addr;
  } else {
    return "";
  }
  return ::inet_ntop(storage.ss_family, address, text.data(), text.size()) ? text.data() : "";
}

bool is_address(const std::string& text) {
  std::array<unsigned char, sizeof(in6_addr)> parsed = {};
  return ::inet_pton(AF_INET, text.c_str(), parsed.data()) == 1 ||
         ::inet_pton(AF_INET6, text.c_str(), parsed.data()) == 1;
}

std::string client_behind(const std::string& peer, const Headers& headers, Proxy proxy) {
  const auto chain = headers.find("X-Forwarded-For");
  if (proxy == Proxy::None || !chain) return peer;
  const std::string last(trimmed(chain->substr(chain->rfind(',') + 1)));
  return is_address(last) ? last : peer;
}

const std::string& date_now() {
  thread_local std::time_t written_for = 0;
  thread_local std::string date;
  const std::time_t now = std::time(nullptr);
  if (now != written_for) {
    written_for = now;
    date = http_date(now);
  }
  return date;
}

// A version we do not speak, rather than no version at all.
bool names_another_version(std::string_view header) {
  const std::string_view line = header.substr(0, header.find('\r'));
  const auto version = line.rfind(" HTTP/");
  return version != std::string_view::npos && line.size() == version + 9 && line[version + 6] >= '0' &&
         line[version + 6] <= '9';
}

}  // namespace

Connection::Connection(IoLoop& loop, Socket socket) : loop_(loop), socket_(std::move(socket)) {
  Error ignored;
  const Protocol::endpoint remote = socket_.remote_endpoint(ignored);
  peer_ = address_of(remote);
  socket_.non_blocking(true, ignored);
  if (!peer_.empty()) socket_.set_option(net::ip::tcp::no_delay(true), ignored);
}

void Connection::start(std::list<std::shared_ptr<Connection>>::iterator place) {
  place_ = place;
  enter(Stage::Idle, loop_.options.deadlines.header);
  await_bytes();
}

void Connection::turn_away() {
  refuse(Status::ServiceUnavailable, "Too many connections. Please try again in a moment.");
}

void Connection::enter(Stage stage, Clock::duration allowance) {
  stage_ = stage;
  since_ = Clock::now();
  deadline_ = since_ + allowance;
}

Clock::duration Connection::allowance(Clock::duration base, std::uint64_t bytes) const {
  return base + std::chrono::milliseconds(bytes * 1000 / loop_.options.deadlines.bytes_per_second);
}

std::optional<Clock::time_point> Connection::waiting_since() const {
  if (stage_ == Stage::Idle || stage_ == Stage::Header) return since_;
  return std::nullopt;
}

void Connection::sweep(Clock::time_point now) {
  if (stage_ == Stage::Working || now < deadline_) return;
  if (stage_ != Stage::Header && stage_ != Stage::Body) return close();
  Error ignored;
  socket_.cancel(ignored);
  refuse(Status::RequestTimeout, "The request took too long to arrive.");
}

void Connection::close() {
  if (stage_ == Stage::Closed) return;
  stage_ = Stage::Closed;
  Error ignored;
  socket_.close(ignored);
  const auto keep = shared_from_this();
  loop_.connections.erase(place_);
  if (loop_.connections.empty())
    if (const auto tell = std::exchange(loop_.on_last_connection_gone, nullptr)) tell();
}

void Connection::await_bytes() {
  socket_.async_wait(Socket::wait_read, [self = shared_from_this()](Error error) {
    if (error) return;
    if (self->stage_ == Stage::Idle || self->stage_ == Stage::Header || self->stage_ == Stage::Body ||
        self->stage_ == Stage::Lingering)
      self->read_bytes();
  });
}

void Connection::read_bytes() {
  Error error;
  const std::size_t count = socket_.read_some(net::buffer(loop_.scratch), error);
  if (error == net::error::would_block || error == net::error::try_again) return await_bytes();
  if (error == net::error::eof) return end_of_input();
  if (error) return close();
  if (stage_ == Stage::Lingering) return await_bytes();
  received_.append(loop_.scratch.data(), count);
  stage_ == Stage::Body ? read_body() : read_header();
}

void Connection::end_of_input() {
  if (stage_ == Stage::Idle || stage_ == Stage::Lingering) return close();
  refuse(Status::BadRequest, "The request ends too early.");
}

void Connection::next_request() {
  request_ = Request();
  response_ = Response();
  parser_.reset();
  scanner_ = HeadScanner();
  has_skipped_blank_line_ = false;
  enter(Stage::Idle, loop_.options.deadlines.idle);
  received_.empty() ? await_bytes() : read_header();
}

void Connection::read_header() {
  if (stage_ == Stage::Idle) enter(Stage::Header, loop_.options.deadlines.header);
  switch (scanner_.scan(received_, loop_.options.header)) {
    case HeadScanner::Verdict::Incomplete:
      return await_bytes();
    case HeadScanner::Verdict::Malformed:
      return refuse(Status::BadRequest, "The header is malformed.");
    case HeadScanner::Verdict::TargetTooLong:
      return refuse(Status::UriTooLong, "The address is too long.");
    case HeadScanner::Verdict::TooLarge:
      return refuse(Status::RequestHeaderFieldsTooLarge, "The header is too large.");
    case HeadScanner::Verdict::Complete:
      break;
  }
  const bool is_blank_line = scanner_.head_bytes() == 2;  // RFC 9112 section 2.2: one is to be forgiven.
  if (!is_blank_line || has_skipped_blank_line_) return parse_header();
  has_skipped_blank_line_ = true;
  received_.erase(0, 2);
  scanner_ = HeadScanner();
  read_header();
}

void Connection::parse_header() {
  parser_.emplace();
  Error error;
  const std::size_t consumed = parser_->put(net::buffer(received_.data(), scanner_.head_bytes()), error);
  if (error) {
    if (error == boost::beast::http::error::bad_version && names_another_version(received_))
      return refuse(Status::HttpVersionNotSupported, "Only HTTP/1.1 and HTTP/1.0 are spoken here.");
    return refuse(Status::BadRequest, "The header is malformed.");
  }
  received_.erase(0, consumed);
  if (const auto fault = fault_of(parser_->head, loop_.options.hosts))
    return refuse(fault->status, fault->sentence);

  RequestHead& head = parser_->head;
  auto target = parse_target(head.target);
  request_.method = *method_named(head.method);
  request_.target = std::move(head.target);
  request_.path = std::move(target->path);
  request_.query = std::move(target->query);
  request_.remote_address = client_behind(peer_, head.headers, loop_.options.proxy);
  request_.headers = std::move(head.headers);
  persistence_ = parser_->keep_alive() ? Persistence::KeepAlive : Persistence::Close;

  const RouteOptions route = loop_.router.options_for(request_.method, request_.path);
  run_ = route.run;
  if (parser_->is_done()) return dispatch();
  if (accept_body(route)) read_body();
}

// Declines a body that is too large before it is sent, and asks for it where the client waits to be asked.
bool Connection::accept_body(const RouteOptions& route) {
  if (parser_->content_length().value_or(0) > route.body_bytes) {
    refuse(Status::ContentTooLarge, "What was sent is too large.");
    return false;
  }
  parser_->body_limit(route.body_bytes);
  parser_->eager(true);
  enter(Stage::Body, loop_.options.deadlines.body);
  if (received_.empty() && request_.header("Expect")) {
    Error ignored;
    socket_.write_some(net::buffer(std::string_view("HTTP/1.1 100 Continue\r\n\r\n")), ignored);
  }
  return true;
}

void Connection::read_body() try {
  Error error;
  const std::size_t consumed = parser_->put(net::buffer(received_), error);
  received_.erase(0, consumed);
  if (error == boost::beast::http::error::body_limit)
    return refuse(Status::ContentTooLarge, "What was sent is too large.");
  if (error && error != boost::beast::http::error::need_more)
    return refuse(Status::BadRequest, "The body is malformed.");
  if (parser_->is_done()) return dispatch();
  if (received_.size() > kMostUnparsed) return refuse(Status::BadRequest, "The body is malformed.");
  deadline_ = since_ + allowance(loop_.options.deadlines.body, parser_->body.size());
  await_bytes();
} catch (const std::system_error& disk) {
  loop_.router.report_incident("", disk.what());
  refuse(Status::InsufficientStorage, "There is no room for what was sent.");
}

void Connection::dispatch() {
  stage_ = Stage::Working;
  complete_since_ = Clock::now();
  request_.body = std::move(parser_->body);
  if (run_ == Run::OnIoThread) return answer(loop_.router.answer(request_));
  WorkerPool::Task task = [self = shared_from_this()] {
    self->response_ = self->loop_.router.answer(self->request_);
    net::post(self->loop_.context, [self] { self->answer(std::move(self->response_)); });
  };
  if (loop_.workers.try_submit(task)) return;
  Response busy = loop_.router.render(
      {Status::ServiceUnavailable, "Too many people are at work. Please try again in a moment.", ""},
      request_);
  busy.headers.set("Retry-After", "1");
  answer(std::move(busy));
}

void Connection::answer(Response response) {
  if (stage_ == Stage::Closed) return;
  if (loop_.stopping) persistence_ = Persistence::Close;
  write(std::move(response));
}

void Connection::refuse(Status status, std::string_view sentence) {
  persistence_ = Persistence::Close;
  complete_since_ = Clock::now();
  write(loop_.router.render({status, std::string(sentence), ""}, request_));
}

void Connection::write(Response response) {
  response_ = std::move(response);
  head_ = written_head(response_, persistence_, date_now());
  report();
  enter(Stage::Writing, allowance(loop_.options.deadlines.answer, size_of(response_.content)));
  const bool has_content = request_.method != Method::Head && response_.status != Status::NoContent &&
                           response_.status != Status::NotModified;
  if (has_content && std::holds_alternative<FileContent>(response_.content)) return write_file(0);

  std::string_view content;
  if (has_content) {
    if (const auto* own = std::get_if<std::string>(&response_.content))
      content = *own;
    else
      content = *std::get<std::shared_ptr<const std::string>>(response_.content);
  }
  const std::array<net::const_buffer, 2> both = {net::buffer(head_), net::buffer(content)};
  net::async_write(socket_, both, [self = shared_from_this()](Error error, std::size_t) {
    error ? self->close() : self->written();
  });
}

void Connection::write_file(std::uint64_t offset) try {
  const auto& file = std::get<FileContent>(response_.content);
  piece_ = file.read(offset, kFilePiece);
  const std::uint64_t next = offset + piece_.size();
  const std::string_view head = offset == 0 ? std::string_view(head_) : std::string_view();
  const std::array<net::const_buffer, 2> both = {net::buffer(head), net::buffer(piece_)};
  net::async_write(socket_, both,
                   [self = shared_from_this(), next, end = file.size()](Error error, std::size_t) {
                     if (error) return self->close();
                     next < end ? self->write_file(next) : self->written();
                   });
} catch (const std::system_error& disk) {
  loop_.router.report_incident(request_.route, disk.what());
  close();
}

void Connection::written() {
  if (stage_ == Stage::Closed) return;
  piece_ = std::string();
  persistence_ == Persistence::KeepAlive && !loop_.stopping ? next_request() : linger();
}

// A close with bytes unread would reset the connection and take the answer with
// it, so what the client still sends is read and dropped for a while.
void Connection::linger() {
  Error error;
  socket_.shutdown(Socket::shutdown_send, error);
  if (error) return close();
  enter(Stage::Lingering, loop_.options.deadlines.linger);
  await_bytes();
}

void Connection::report() {
  if (!loop_.options.on_exchange) return;
  const bool is_read = !request_.path.empty();
  const auto duration = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - complete_since_);
  loop_.options.on_exchange({is_read ? name_of(request_.method) : std::string_view(), request_.route,
                             response_.status, size_of(response_.content), duration});
}

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
      loop.context.run();
      return;
    } catch (const std::exception& accident) {
      router_.report_incident("", accident.what());
    }
  }
}

void Server::Running::drain() {
  std::vector<std::future<void>> gone;
  for (const auto& loop : loops_) {
    auto promise = std::make_shared<std::promise<void>>();
    gone.push_back(promise->get_future());
    net::post(loop->context, [this, &loop, promise] {
      loop->stopping = true;
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
      while (!loop->connections.empty()) loop->connections.front()->close();
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
