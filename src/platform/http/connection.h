// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// One connection: reads a request, has it answered, writes the answer, and again.
//
// Everything here runs on the one thread of its IoLoop; only the handler runs
// elsewhere. A connection is in exactly one Stage, and each stage but Working has
// a deadline that the loop's sweep holds.
//
//   Idle -> Header -> Body -> Working -> Writing -> Idle …  or  -> Lingering -> gone
//
// Included by server.cpp alone: Asio is slow to compile.

#pragma once

#include <array>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <list>
#include <memory>
#include <optional>
#include <string>

#include "platform/http/request_parser.h"
#include "platform/http/response_head.h"
#include "platform/http/server.h"
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
  bool stopping = false;
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

  void close();

 private:
  enum class Stage { Idle, Header, Body, Working, Writing, Lingering, Closed };

  void enter(Stage stage, Clock::duration allowance);
  void await_bytes();
  void read_bytes();
  void end_of_input();
  void next_request();
  void read_header();
  void parse_header();
  bool accept_body(const RouteOptions& route);
  void read_body();
  void dispatch();
  void answer(Response response);
  void refuse(Status status, std::string_view sentence);
  void write(Response response);
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
  Clock::time_point complete_since_;
  std::string head_;
  Response response_;
  std::string piece_;  ///< Of a file being sent.
};

}  // namespace sightline::http
