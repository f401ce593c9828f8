// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Routes form a tree of segments; matching tries the written-out word first and
// steps back to the parameter if that leads nowhere.

#include "platform/http/router.h"

#include <algorithm>
#include <exception>
#include <map>
#include <random>
#include <stdexcept>
#include <vector>

namespace sightline::http {

struct Router::Route {
  Method method;
  Handler handler;
  RouteOptions options;
  std::string pattern;
  std::vector<std::string> names;
};

struct Router::Node {
  std::map<std::string, std::unique_ptr<Node>, std::less<>> words;
  std::unique_ptr<Node> parameter;
  std::unique_ptr<Node> rest;
  std::vector<Route> routes;
};

struct Router::Match {
  const Node* node = nullptr;
  std::vector<std::string_view> values;

  const Route* route(Method method) const {
    if (!node) return nullptr;
    const auto with = [this](Method wanted) -> const Route* {
      for (const Route& route : node->routes)
        if (route.method == wanted) return &route;
      return nullptr;
    };
    const Route* exact = with(method);
    return exact || method != Method::Head ? exact : with(Method::Get);
  }

  std::string allowed() const {
    std::string methods;
    for (const Route& route : node->routes) {
      if (!methods.empty()) methods += ", ";
      methods += name_of(route.method);
      if (route.method == Method::Get) methods += ", HEAD";
    }
    return methods;
  }

  // REQUIRES: path is what follows a slash.
  bool follow(const Node& from, std::string_view path);
};

namespace {

std::string_view take_segment(std::string_view& path) {
  const auto end = path.find('/');
  const std::string_view segment = path.substr(0, end);
  path.remove_prefix(end == std::string_view::npos ? path.size() : end + 1);
  return segment;
}

// Eight characters that cannot be mistaken for one another when read aloud.
std::string random_number() {
  constexpr std::string_view kAlphabet = "23456789abcdefghjkmnpqrstuvwxyz";
  std::random_device random;
  std::uniform_int_distribution<std::size_t> pick(0, kAlphabet.size() - 1);
  std::string number;
  for (int i = 0; i < 8; ++i) number += kAlphabet[pick(random)];
  return number;
}

Response plain_page(const Problem& problem) {
  std::string words = problem.sentence.empty() ? std::string(reason_of(problem.status)) : problem.sentence;
  if (!problem.incident.empty()) words += "\nIncident " + problem.incident;
  return text(words + '\n', problem.status);
}

}  // namespace

bool Router::Match::follow(const Node& from, std::string_view path) {
  const std::string_view whole = path;
  const bool is_last = path.find('/') == std::string_view::npos;
  const std::string_view segment = take_segment(path);
  const auto reaches = [&](const Node& next) {
    if (!is_last) return follow(next, path);
    if (next.routes.empty()) return false;
    node = &next;
    return true;
  };
  const auto word = from.words.find(segment);
  if (word != from.words.end() && reaches(*word->second)) return true;
  if (from.parameter && !segment.empty()) {
    values.push_back(segment);
    if (reaches(*from.parameter)) return true;
    values.pop_back();
  }
  if (!from.rest || whole.empty()) return false;
  values.push_back(whole);
  node = from.rest.get();
  return true;
}

Router::Router() : root_(std::make_unique<Node>()) {}
Router::~Router() = default;
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;

void Router::get(std::string_view pattern, Handler handler, const RouteOptions& options) {
  add(Method::Get, pattern, std::move(handler), options);
}

void Router::post(std::string_view pattern, Handler handler, const RouteOptions& options) {
  add(Method::Post, pattern, std::move(handler), options);
}

void Router::put(std::string_view pattern, Handler handler, const RouteOptions& options) {
  add(Method::Put, pattern, std::move(handler), options);
}

void Router::add(Method method, std::string_view pattern, Handler handler, const RouteOptions& options) {
  const auto malformed = [&] {
    return std::logic_error("a malformed or taken route: " + std::string(pattern));
  };
  if (!pattern.starts_with('/')) throw malformed();
  Node* node = root_.get();
  std::vector<std::string> names;
  std::string_view path = pattern.substr(1);
  bool more = true;
  while (more) {
    more = path.find('/') != std::string_view::npos;
    const std::string_view segment = take_segment(path);
    std::unique_ptr<Node>* next = nullptr;
    if (segment.starts_with('{') && segment.ends_with("...}")) {
      if (more) throw malformed();
      names.emplace_back(segment.substr(1, segment.size() - 5));
      next = &node->rest;
    } else if (segment.starts_with('{') && segment.ends_with('}')) {
      names.emplace_back(segment.substr(1, segment.size() - 2));
      next = &node->parameter;
    } else {
      if (segment.find_first_of("{}") != std::string_view::npos) throw malformed();
      next = &node->words[std::string(segment)];
    }
    if (!*next) *next = std::make_unique<Node>();
    node = next->get();
  }
  const auto has_method = [&](const Route& route) { return route.method == method; };
  if (std::any_of(node->routes.begin(), node->routes.end(), has_method)) throw malformed();
  node->routes.push_back({method, std::move(handler), options, std::string(pattern), std::move(names)});
}

void Router::on_request(std::function<std::optional<Response>(const Request&)> guard) {
  guard_ = std::move(guard);
}
void Router::on_problem(std::function<Response(const Problem&, const Request&)> error_page) {
  error_page_ = std::move(error_page);
}
void Router::on_accident(std::function<Status(const std::exception&)> status_of) {
  status_of_ = std::move(status_of);
}
void Router::on_incident(std::function<void(const Incident&)> log) {
  log_ = std::move(log);
}

Router::Match Router::match(std::string_view path) const {
  Match found;
  if (path.starts_with('/')) found.follow(*root_, path.substr(1));
  return found;
}

RouteOptions Router::options_for(Method method, std::string_view path) const {
  const Match found = match(path);
  const Route* route = found.route(method);
  return route ? route->options : RouteOptions{};
}

Response Router::answer(Request& request) const {
  const Match found = match(request.path);
  if (!found.node) return render({Status::NotFound, "", ""}, request);
  const Route* route = found.route(request.method);
  if (!route) {
    Response refused = render({Status::MethodNotAllowed, "", ""}, request);
    refused.headers.set("Allow", found.allowed());
    return refused;
  }
  capture(found, *route, request);
  return answered_by(*route, request);
}

void Router::capture(const Match& found, const Route& route, Request& request) const {
  request.route = route.pattern;
  request.captured.clear();
  for (std::size_t i = 0; i < route.names.size(); ++i)
    request.captured.emplace_back(route.names[i], found.values[i]);
}

std::optional<Response> Router::answer_early(Request& request) const {
  const Match found = match(request.path);
  const Route* route = found.route(request.method);
  if (!route || !route->options.before_body) return std::nullopt;
  capture(found, *route, request);
  try {
    std::optional<Response> early = route->options.before_body(request);
    return early && early->problem ? render(*early->problem, request) : std::move(early);
  } catch (const std::exception& accident) {
    return told_of_accident(*route, request, &accident);
  } catch (...) {
    return told_of_accident(*route, request, nullptr);
  }
}

Response Router::told_of_accident(const Route& route, const Request& request,
                                  const std::exception* accident) const {
  const Status status = accident && status_of_ ? status_of_(*accident) : Status::InternalServerError;
  const char* what = accident ? accident->what() : "an exception of unknown type";
  return render({status, "", report_incident(route.pattern, what, status)}, request);
}

Response Router::answered_by(const Route& route, const Request& request) const {
  try {
    if (guard_ && route.options.run == Run::OnWorker)
      if (auto ended = guard_(request))
        return ended->problem ? render(*ended->problem, request) : *std::move(ended);
    Response response = route.handler(request);
    if (!response.problem) return response;
    Response page = render(*response.problem, request);
    for (const Header& header : response.headers) page.headers.add(header.name, header.value);
    return page;
  } catch (const std::exception& accident) {
    return told_of_accident(route, request, &accident);
  } catch (...) {
    return told_of_accident(route, request, nullptr);
  }
}

Response Router::render(const Problem& problem, const Request& request) const {
  if (!error_page_) return plain_page(problem);
  try {
    Response page = error_page_(problem, request);
    page.status = problem.status;
    page.problem.reset();
    return page;
  } catch (const std::exception& accident) {
    report_incident(request.route, accident.what());
  } catch (...) {
    report_incident(request.route, "an exception of unknown type");
  }
  return plain_page(problem);
}

std::string Router::report_incident(std::string_view route, std::string_view what, Status status) const {
  std::string number = random_number();
  if (log_) log_({.number = number, .route = route, .status = status, .what = std::string(what)});
  return number;
}

}  // namespace sightline::http
