// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Which handler answers, and what becomes of what it declines or throws.

#include "platform/http/router.h"

#include <doctest/doctest.h>

#include <stdexcept>
#include <vector>

using namespace sightline::http;

namespace {

std::string content_of(const Response& response) {
  return std::get<std::string>(response.content);
}

Request asking(Method method, std::string_view target) {
  auto parsed = parse_target(target);
  Request request;
  request.method = method;
  request.target = target;
  if (parsed) request.path = parsed->path;
  return request;
}

Response answer(const Router& router, std::string_view target, Method method = Method::Get) {
  Request request = asking(method, target);
  return router.answer(request);
}

Handler saying(std::string words) {
  return [words](const Request& request) {
    std::string said = words;
    for (const auto& [name, value] : request.captured) said += " " + std::string(name) + "=" + value;
    return text(said);
  };
}

}  // namespace

TEST_CASE("a route is found by its words and hands over what stands in place of its parameters") {
  Router router;
  router.get("/", saying("home"));
  router.get("/cases", saying("cases"));
  router.get("/cases/{case}", saying("case"));
  router.get("/cases/{case}/notes/{note}", saying("note"));
  router.get("/files/{path...}", saying("file"));
  CHECK(content_of(answer(router, "/")) == "home");
  CHECK(content_of(answer(router, "/cases")) == "cases");
  CHECK(content_of(answer(router, "/cases/214")) == "case case=214");
  CHECK(content_of(answer(router, "/cases/a%20b%3F")) == "case case=a b?");
  CHECK(content_of(answer(router, "/cases/1/notes/2")) == "note case=1 note=2");
  CHECK(content_of(answer(router, "/files/css/site.css")) == "file path=css/site.css");
}

TEST_CASE("a word written out wins over a parameter, and the search steps back if it leads nowhere") {
  Router router;
  router.get("/cases/new", saying("new"));
  router.get("/cases/{case}", saying("case"));
  router.get("/cases/{case}/edit", saying("edit"));
  CHECK(content_of(answer(router, "/cases/new")) == "new");
  CHECK(content_of(answer(router, "/cases/new/edit")) == "edit case=new");
  CHECK(content_of(answer(router, "/cases/newer")) == "case case=newer");
}

TEST_CASE("an address without a route is not found, also with a slash too many") {
  Router router;
  router.get("/cases/{case}", saying("case"));
  for (const char* target : {"/", "/case", "/cases", "/cases/", "/cases/1/", "/cases/1/2"})
    CHECK(answer(router, target).status == Status::NotFound);
}

TEST_CASE("a method without a route is refused and told which are allowed") {
  Router router;
  router.get("/cases", saying("list"));
  router.post("/cases", saying("add"));
  const Response refused = answer(router, "/cases", Method::Delete);
  CHECK(refused.status == Status::MethodNotAllowed);
  CHECK(refused.headers.find("Allow") == "GET, HEAD, POST");
  CHECK(content_of(answer(router, "/cases", Method::Head)) == "list");
}

TEST_CASE("a route that is malformed or taken is a mistake of ours") {
  Router router;
  router.get("/cases/{case}", saying("case"));
  CHECK_THROWS_AS(router.get("/cases/{id}", saying("again")), std::logic_error);
  CHECK_THROWS_AS(router.get("cases", saying("")), std::logic_error);
  CHECK_THROWS_AS(router.get("/a{b}", saying("")), std::logic_error);
  CHECK_THROWS_AS(router.get("/{a...}/b", saying("")), std::logic_error);
  Request request;
  CHECK_THROWS_AS(request.parameter("case"), std::logic_error);
}

TEST_CASE("what a handler declines is shown in the application's own layout") {
  Router router;
  router.get("/closed", [](const Request&) {
    return problem(
        sightline::Refusal{sightline::Refusal::Kind::WrongState, "The case is agreed already.", {}});
  });
  router.on_problem([](const Problem& shown, const Request& request) {
    return html("<h1>" + std::string(reason_of(shown.status)) + "</h1><p>" + shown.sentence + request.path);
  });
  const Response declined = answer(router, "/closed");
  CHECK(declined.status == Status::Conflict);
  CHECK(content_of(declined) == "<h1>Conflict</h1><p>The case is agreed already./closed");
  CHECK(answer(router, "/nowhere").status == Status::NotFound);
  CHECK(content_of(answer(router, "/nowhere")) == "<h1>Not Found</h1><p>/nowhere");
}

TEST_CASE("an exception becomes 500 with a number; its words reach the log and never the page") {
  Router router;
  router.get("/cases/{case}", [](const Request&) -> Response { throw std::runtime_error("disk on fire"); });
  std::vector<Incident> log;
  router.on_incident([&](const Incident& incident) { log.push_back(incident); });
  const Response failed = answer(router, "/cases/214");
  CHECK(failed.status == Status::InternalServerError);
  REQUIRE(log.size() == 1);
  CHECK(log[0].what == "disk on fire");
  CHECK(log[0].route == "/cases/{case}");
  CHECK(log[0].number.size() == 8);
  CHECK(content_of(failed).find(log[0].number) != std::string::npos);
  CHECK(content_of(failed).find("fire") == std::string::npos);
  answer(router, "/cases/214");
  CHECK(log[1].number != log[0].number);
}

TEST_CASE(
    "an accident whose meaning is known is answered with its own status, and is an incident all the same") {
  Router router;
  router.get("/cases", [](const Request&) -> Response { throw std::length_error("no room"); });
  router.get("/other", [](const Request&) -> Response { throw std::runtime_error("disk on fire"); });
  router.on_accident([](const std::exception& accident) {
    return dynamic_cast<const std::length_error*>(&accident) ? Status::InsufficientStorage
                                                             : Status::InternalServerError;
  });
  std::vector<Incident> log;
  router.on_incident([&](const Incident& incident) { log.push_back(incident); });
  CHECK(answer(router, "/cases").status == Status::InsufficientStorage);
  CHECK(answer(router, "/other").status == Status::InternalServerError);
  REQUIRE(log.size() == 2);
  CHECK(log[0].status == Status::InsufficientStorage);
}

TEST_CASE("an error page that fails itself gives way to plain words") {
  Router router;
  router.on_problem(
      [](const Problem&, const Request&) -> Response { throw std::runtime_error("no layout"); });
  CHECK(content_of(answer(router, "/nowhere")) == "Not Found\n");
}

TEST_CASE("the guard is asked before every handler and may answer in its place") {
  Router router;
  router.get("/open", saying("open"));
  router.get("/closed", saying("closed"));
  router.on_request([](const Request& request) -> std::optional<Response> {
    if (request.route == "/closed") return problem(Status::Forbidden, "Please sign in.");
    return std::nullopt;
  });
  CHECK(content_of(answer(router, "/open")) == "open");
  CHECK(answer(router, "/closed").status == Status::Forbidden);
}

TEST_CASE("the headers a handler sets stay on its error page") {
  Router router;
  router.get("/throttled",
             [](const Request&) { return problem(Status::TooManyRequests).set("Retry-After", "60"); });
  CHECK(answer(router, "/throttled").headers.find("Retry-After") == "60");
}
