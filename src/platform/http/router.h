// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The route table: one line each, and the only place that turns what a handler
// does (answers, declines, throws) into what a browser gets.
//
//   router.get("/cases/{case}", ShowCase{cases});
//   router.post("/cases/{case}/assessment", RecordGrade{database});
//
// Built by one thread, then given to the server; from there on it does not change
// and its handlers are called by many threads at once.

#pragma once

#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/request.h"
#include "platform/http/response.h"

namespace sightline::http {

using Handler = std::function<Response(const Request&)>;

/// Where a handler runs. OnIoThread is for answers that lie ready in memory: such
/// a handler must not wait for anything, since every other connection waits for it.
enum class Run { OnWorker, OnIoThread };

struct RouteOptions {
  std::uint64_t body_bytes =
      RequestBody::kInMemory;  ///< More is answered 413. Raise it only to read a multipart form.
  Run run = Run::OnWorker;
  /// Asked on a worker when the header has come and a body is still to come: an answer here ends the
  /// request, and of the body nothing is taken in. For routes with a large body.
  std::function<std::optional<Response>(const Request&)> before_body = {};
};

/// An accident that a reader was told about as a number.
struct Incident {
  std::string number;                           ///< Eight characters, shown to the reader.
  std::string_view route;                       ///< The pattern, never the address that was asked for.
  Status status = Status::InternalServerError;  ///< What the reader was answered with.
  std::string what;                             ///< The exception's own words: for the log alone.
};

class Router {
 public:
  Router();
  ~Router();
  Router(Router&&) noexcept;
  Router& operator=(Router&&) noexcept;

  /// A segment "{name}" stands for any one segment, a last segment "{name...}" for all that remain.
  /// Words written out win over parameters. HEAD is answered from GET. Throws std::logic_error
  /// for a pattern that is malformed or already taken.
  void get(std::string_view pattern, Handler handler, const RouteOptions& options = {});
  void post(std::string_view pattern, Handler handler, const RouteOptions& options = {});
  void put(std::string_view pattern, Handler handler, const RouteOptions& options = {});
  void add(Method method, std::string_view pattern, Handler handler, const RouteOptions& options = {});

  /// Asked before every handler that runs on a worker; an answer here ends the request.
  void on_request(std::function<std::optional<Response>(const Request&)> guard);

  /// Renders 4xx and 5xx. For a request too malformed to be read, the request is empty. May be
  /// called by an io thread, so it must not wait: no database. If it throws, plain text is sent.
  void on_problem(std::function<Response(const Problem&, const Request&)> error_page);

  /// What an exception that left a handler means to whoever asked; 500 unless this says otherwise.
  void on_accident(std::function<Status(const std::exception&)> status_of);

  /// Told about every exception that left a handler. Must not throw.
  void on_incident(std::function<void(const Incident&)> log);

  // What the server asks.
  RouteOptions options_for(Method method, std::string_view path) const;
  Response answer(Request& request) const;
  /// What the route's before_body says.
  std::optional<Response> answer_early(Request& request) const;
  Response render(const Problem& problem, const Request& request) const;
  std::string report_incident(std::string_view route, std::string_view what,
                              Status status = Status::InternalServerError) const;

 private:
  struct Node;
  struct Route;
  struct Match;
  Match match(std::string_view path) const;
  void capture(const Match& found, const Route& route, Request& request) const;
  Response answered_by(const Route& route, const Request& request) const;
  Response told_of_accident(const Route& route, const Request& request, const std::exception* accident) const;

  std::unique_ptr<Node> root_;
  std::function<std::optional<Response>(const Request&)> guard_;
  std::function<Response(const Problem&, const Request&)> error_page_;
  std::function<Status(const std::exception&)> status_of_;
  std::function<void(const Incident&)> log_;
};

}  // namespace sightline::http
