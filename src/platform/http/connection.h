// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// One connection: reads a request, has it answered, writes the answer, and again.
//
// Everything here runs on the one thread of its IoLoop, but for a request that is being
// worked on: then the worker that answers it has the connection to itself, and gives
// the system what it takes of the answer at once, while that is still at hand. A
// connection is in exactly one Stage, and each stage but Working has a deadline that
// the loop's sweep holds.
//
//   Idle -> Header -> Body -> Working -> Writing -> Idle …  or  -> Lingering -> gone
//
// Included by server.cpp alone: Asio is slow to compile.

#pragma once

#include <sys/socket.h>

#include <array>
#include <atomic>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <chrono>
#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include "platform/http/client_address.h"
#include "platform/http/request_parser.h"
#include "platform/http/response_head.h"
#include "platform/http/router.h"
#include "platform/http/server_options.h"
#include "platform/http/worker_pool.h"

namespace sightline::http {

using Clock = std::chrono::steady_clock;
using Socket = boost::asio::basic_stream_socket<boost::asio::generic::stream_protocol,
                                                boost::asio::io_context::executor_type>;

class Connection;

/// What the connections of one io thread share.
struct IoLoop {
  IoLoop(const ServerOptions& server_options, const Router& server_router, WorkerPool& server_workers)
      : options(server_options), router(server_router), workers(server_workers) {}

  const ServerOptions& options;
  const Router& router;
  WorkerPool& workers;
  boost::asio::io_context context{1};
  std::list<std::shared_ptr<Connection>> connections;
  std::array<char, 64 * 1024> scratch;  ///< What a read brings in, until it is copied or parsed.
  std::atomic<bool> stopping = false;
  std::function<void()> on_last_connection_gone;
};

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(IoLoop& loop, Socket socket);

  void start(std::list<std::shared_ptr<Connection>>::iterator place);

  /// Answers 503 without waiting for a request.
  void turn_away();

  /// Acts if the deadline of its stage has passed.
  void sweep(Clock::time_point now);

  /// Since when it has been waiting for a request to become complete; none while one is being served.
  std::optional<Clock::time_point> waiting_since() const;

  /// At once; while a worker has it, as soon as that lets go.
  void close();

 private:
  using Error = boost::system::error_code;
  static constexpr std::size_t kFilePiece = 128 * 1024;
  static constexpr std::size_t kMostUnparsed = 16 * 1024;  ///< Of chunk headers and trailers.

  enum class Stage { Idle, Header, Body, Working, Writing, Lingering, Closed };

  void enter(Stage stage, Clock::duration allowance);
  void await_bytes();
  void read_bytes();
  void end_of_input();
  void next_request();
  void read_header();
  void parse_header();
  void take_body(const RouteOptions& route);
  void ask_before_body(const RouteOptions& route);
  bool accept_body(const RouteOptions& route);
  void read_body();
  void dispatch();
  bool has_to_go();
  void answer(Response response);
  void refuse(Status status, std::string_view sentence);
  bool has_content() const;
  bool is_sent() const;
  const FileContent* file_to_send() const;
  std::string_view content_in_memory() const;
  void write_head();
  void send_at_once();
  void answered();
  void write_file(std::uint64_t offset);
  void written();
  void linger();
  void report();
  Clock::duration allowance(Clock::duration base, std::uint64_t bytes) const;

  IoLoop& loop_;
  Socket socket_;
  std::list<std::shared_ptr<Connection>>::iterator place_;
  std::string peer_;
  Stage stage_ = Stage::Closed;
  Clock::time_point since_;
  Clock::time_point deadline_;
  std::string received_;  ///< Bytes not yet consumed; may reach into the next request.
  HeadScanner scanner_;
  bool has_skipped_blank_line_ = false;
  std::optional<RequestParser> parser_;
  Request request_;
  Run run_ = Run::OnWorker;
  Persistence persistence_ = Persistence::Close;
  bool is_to_close_ = false;
  Clock::time_point complete_since_;
  std::string head_;
  Response response_;
  std::uint64_t content_bytes_ = 0;
  std::uint64_t sent_ = 0;  ///< Of head and content, in bytes.
  std::string piece_;       ///< Of a file being sent.
};

inline Connection::Connection(IoLoop& loop, Socket socket) : loop_(loop), socket_(std::move(socket)) {
  Error ignored;
  const auto peer = socket_.remote_endpoint(ignored);
  peer_ = address_of(peer.data(), peer.size());
  socket_.non_blocking(true, ignored);
  if (!peer_.empty()) socket_.set_option(boost::asio::ip::tcp::no_delay(true), ignored);
}

inline void Connection::start(std::list<std::shared_ptr<Connection>>::iterator place) {
  place_ = place;
  enter(Stage::Idle, loop_.options.deadlines.header);
  await_bytes();
}

inline void Connection::turn_away() {
  refuse(Status::ServiceUnavailable, "Too many connections. Please try again in a moment.");
}

inline void Connection::enter(Stage stage, Clock::duration allowance) {
  stage_ = stage;
  since_ = Clock::now();
  deadline_ = since_ + allowance;
}

inline Clock::duration Connection::allowance(Clock::duration base, std::uint64_t bytes) const {
  return base + std::chrono::milliseconds(bytes * 1000 / loop_.options.deadlines.bytes_per_second);
}

inline std::optional<Clock::time_point> Connection::waiting_since() const {
  if (stage_ == Stage::Idle || stage_ == Stage::Header) return since_;
  return std::nullopt;
}

inline void Connection::sweep(Clock::time_point now) {
  if (stage_ == Stage::Working || now < deadline_) return;
  Error ignored;
  // An orderly close would leave the rest of the answer in the system's memory until the client takes it.
  if (stage_ == Stage::Writing) socket_.set_option(boost::asio::socket_base::linger(true, 0), ignored);
  if (stage_ != Stage::Header && stage_ != Stage::Body) return close();
  socket_.cancel(ignored);
  refuse(Status::RequestTimeout, "The request took too long to arrive.");
}

inline void Connection::close() {
  if (stage_ == Stage::Closed) return;
  if (stage_ == Stage::Working) {
    is_to_close_ = true;
    return;
  }
  stage_ = Stage::Closed;
  Error ignored;
  socket_.close(ignored);
  const auto keep = shared_from_this();
  loop_.connections.erase(place_);
  if (loop_.connections.empty())
    if (const auto tell = std::exchange(loop_.on_last_connection_gone, nullptr)) tell();
}

inline void Connection::await_bytes() {
  socket_.async_wait(Socket::wait_read, [self = shared_from_this()](Error error) {
    if (error) return;
    if (self->stage_ == Stage::Idle || self->stage_ == Stage::Header || self->stage_ == Stage::Body ||
        self->stage_ == Stage::Lingering)
      self->read_bytes();
  });
}

inline void Connection::read_bytes() {
  Error error;
  const std::size_t count = socket_.read_some(boost::asio::buffer(loop_.scratch), error);
  if (error == boost::asio::error::would_block || error == boost::asio::error::try_again)
    return await_bytes();
  if (error == boost::asio::error::eof) return end_of_input();
  if (error) return close();
  if (stage_ == Stage::Lingering) return await_bytes();
  received_.append(loop_.scratch.data(), count);
  stage_ == Stage::Body ? read_body() : read_header();
}

inline void Connection::end_of_input() {
  if (stage_ == Stage::Idle || stage_ == Stage::Lingering) return close();
  refuse(Status::BadRequest, "The request ends too early.");
}

inline void Connection::next_request() {
  request_ = Request();
  response_ = Response();
  parser_.reset();
  scanner_ = HeadScanner();
  has_skipped_blank_line_ = false;
  enter(Stage::Idle, loop_.options.deadlines.idle);
  received_.empty() ? await_bytes() : read_header();
}

inline void Connection::read_header() {
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

inline void Connection::parse_header() {
  parser_.emplace();
  Error error;
  const std::size_t consumed =
      parser_->put(boost::asio::buffer(received_.data(), scanner_.head_bytes()), error);
  if (error) {
    if (error == boost::beast::http::error::bad_version && names_a_version(received_))
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
  route.before_body ? ask_before_body(route) : take_body(route);
}

inline void Connection::take_body(const RouteOptions& route) {
  if (accept_body(route)) read_body();
}

// While a worker asks, nothing is read: what the client sends meanwhile waits in the system.
inline void Connection::ask_before_body(const RouteOptions& route) {
  stage_ = Stage::Working;
  complete_since_ = Clock::now();
  WorkerPool::Task task = [self = shared_from_this(), route] {
    auto early = std::make_shared<std::optional<Response>>(self->loop_.router.answer_early(self->request_));
    boost::asio::post(self->loop_.context, [self, route, early] {
      if (self->has_to_go()) return;
      if (!*early) return self->take_body(route);
      self->persistence_ = Persistence::Close;
      self->answer(*std::move(*early));
    });
  };
  if (!loop_.workers.try_submit(task))
    refuse(Status::ServiceUnavailable, "Too many people are at work. Please try again in a moment.");
}

// Declines a body that is too large before it is sent, and asks for it where the client waits to be asked.
inline bool Connection::accept_body(const RouteOptions& route) {
  if (parser_->content_length().value_or(0) > route.body_bytes) {
    refuse(Status::ContentTooLarge, "What was sent is too large.");
    return false;
  }
  parser_->body_limit(route.body_bytes);
  parser_->eager(true);
  enter(Stage::Body, loop_.options.deadlines.body);
  if (received_.empty() && request_.header("Expect")) {
    Error ignored;
    socket_.write_some(boost::asio::buffer(std::string_view("HTTP/1.1 100 Continue\r\n\r\n")), ignored);
  }
  return true;
}

inline void Connection::read_body() try {
  Error error;
  const std::size_t consumed = parser_->put(boost::asio::buffer(received_), error);
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

inline void Connection::dispatch() {
  stage_ = Stage::Working;
  complete_since_ = Clock::now();
  request_.body = std::move(parser_->body);
  if (run_ == Run::OnIoThread) return answer(loop_.router.answer(request_));
  WorkerPool::Task task = [self = shared_from_this()] {
    self->response_ = self->loop_.router.answer(self->request_);
    self->write_head();
    self->send_at_once();
    boost::asio::post(self->loop_.context, [self] { self->answered(); });
  };
  if (loop_.workers.try_submit(task)) return;
  Response busy = loop_.router.render(
      {Status::ServiceUnavailable, "Too many people are at work. Please try again in a moment.", ""},
      request_);
  busy.headers.set("Retry-After", "1");
  answer(std::move(busy));
}

/// Asked when the worker has let go: closes it if that was wanted meanwhile.
inline bool Connection::has_to_go() {
  if (!is_to_close_) return false;
  stage_ = Stage::Writing;
  close();
  return true;
}

inline void Connection::answer(Response response) {
  response_ = std::move(response);
  write_head();
  answered();
}

inline void Connection::refuse(Status status, std::string_view sentence) {
  persistence_ = Persistence::Close;
  complete_since_ = Clock::now();
  answer(loop_.router.render({status, std::string(sentence), ""}, request_));
}

inline bool Connection::has_content() const {
  return request_.method != Method::Head && response_.status != Status::NoContent &&
         response_.status != Status::NotModified;
}

inline const FileContent* Connection::file_to_send() const {
  return has_content() ? std::get_if<FileContent>(&response_.content) : nullptr;
}

inline std::string_view Connection::content_in_memory() const {
  return has_content() ? in_memory(response_.content).value_or(std::string_view()) : std::string_view();
}

inline void Connection::write_head() {
  if (loop_.stopping) persistence_ = Persistence::Close;
  content_bytes_ = size_of(response_.content);
  head_ = written_head(response_, persistence_, current_http_date());
  sent_ = 0;
}

inline bool Connection::is_sent() const {
  return sent_ == head_.size() + (has_content() ? content_bytes_ : 0);
}

/// Gives the system the header and as much of the content as it takes without waiting; a file is left for
/// later. That the client is gone is seen by whoever sends the rest, or reads the next request.
inline void Connection::send_at_once() {
  if (file_to_send() != nullptr) return;
  const std::string_view content = content_in_memory();
  std::array<iovec, 2> both = {
      {{head_.data(), head_.size()}, {const_cast<char*>(content.data()), content.size()}}};
  msghdr message = {};
  message.msg_iov = both.data();
  message.msg_iovlen = both.size();
  const auto count = ::sendmsg(socket_.native_handle(), &message, MSG_DONTWAIT | MSG_NOSIGNAL);
  if (count < 0) return;
  sent_ = static_cast<std::uint64_t>(count);
  if (is_sent()) response_.content = std::string();  // Given back by the thread that made it.
}

inline void Connection::answered() {
  if (stage_ == Stage::Closed) return;
  report();
  if (has_to_go()) return;
  enter(Stage::Writing, allowance(loop_.options.deadlines.answer, content_bytes_));
  if (is_sent()) return written();
  if (file_to_send() != nullptr) return write_file(0);

  const std::string_view content = content_in_memory();
  const std::array<boost::asio::const_buffer, 2> rest = {
      boost::asio::buffer(head_) + sent_,
      boost::asio::buffer(content) + (sent_ > head_.size() ? sent_ - head_.size() : 0)};
  boost::asio::async_write(socket_, rest, [self = shared_from_this()](Error error, std::size_t) {
    error ? self->close() : self->written();
  });
}

inline void Connection::write_file(std::uint64_t offset) try {
  const auto& file = std::get<FileContent>(response_.content);
  piece_ = file.read(offset, kFilePiece);
  const std::uint64_t next = offset + piece_.size();
  const std::string_view head = offset == 0 ? std::string_view(head_) : std::string_view();
  const std::array<boost::asio::const_buffer, 2> both = {boost::asio::buffer(head),
                                                         boost::asio::buffer(piece_)};
  boost::asio::async_write(socket_, both,
                           [self = shared_from_this(), next, end = file.size()](Error error, std::size_t) {
                             if (error) return self->close();
                             next < end ? self->write_file(next) : self->written();
                           });
} catch (const std::system_error& disk) {
  loop_.router.report_incident(request_.route, disk.what());
  close();
}

inline void Connection::written() {
  if (stage_ == Stage::Closed) return;
  piece_ = std::string();
  persistence_ == Persistence::KeepAlive && !loop_.stopping ? next_request() : linger();
}

// A close with bytes unread would reset the connection and take the answer with
// it, so what the client still sends is read and dropped for a while.
inline void Connection::linger() {
  Error error;
  socket_.shutdown(Socket::shutdown_send, error);
  if (error) return close();
  enter(Stage::Lingering, loop_.options.deadlines.linger);
  await_bytes();
}

inline void Connection::report() {
  if (!loop_.options.on_exchange) return;
  const bool is_read = !request_.path.empty();
  const auto duration = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - complete_since_);
  loop_.options.on_exchange({is_read ? name_of(request_.method) : std::string_view(), request_.route,
                             response_.status, content_bytes_, duration});
}

}  // namespace sightline::http
