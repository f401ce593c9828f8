// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "people/web_api.h"

#include "people/session_service.h"

namespace sightline::people {

namespace {

using http::Status;

constexpr json::Limits kBodyLimits{.bytes = http::RequestBody::kInMemory, .depth = 8};

/// "application/json" of "Application/JSON; charset=utf-8".
bool says_json(const http::Request& request) {
  const std::string_view type = request.header("Content-Type").value_or("");
  return http::equal_without_case(http::without_padding(type.substr(0, type.find(';'))), "application/json");
}

http::Response problem_document(Status status, std::string_view sentence, const json::Object& further) {
  json::Object document{{"title", http::reason_of(status)}, {"status", static_cast<int>(status)}};
  if (!sentence.empty()) document.add("detail", sentence);
  for (const json::Member& member : further.members()) document.add(member.name, member.value);
  return http::json(json::write(document), status).set("Content-Type", "application/problem+json");
}

struct ShowSession {
  http::Response operator()(const http::Request&, const Session& session) const {
    return json_answer({{"person", session.actor.person.value().value()},
                        {"name", session.actor.name},
                        {"token", session.form_token}});
  }
};

}  // namespace

http::Handler Api::signed_in(SignedInHandler handler) const {
  return [this, handler = std::move(handler)](const http::Request& request) -> http::Response {
    const std::optional<Session> session = session_of(journal_, database_, request);
    if (!session)
      return problem_document(Status::Unauthorized, "Sign in first, as a person does, at /sign-in.", {})
          .set("WWW-Authenticate", "Cookie");
    if (changes_something(request.method)) {
      const std::string_view token = request.header(kTokenHeader).value_or("");
      if (!is_from_this_site(request) || !is_same_secret(token, session->form_token))
        return problem_document(Status::Forbidden,
                                "Send the Origin of this site, and in X-CSRF-Token the token that "
                                "/api/session tells.",
                                {});
    }
    return handler(request, *session);
  };
}

http::Response json_answer(json::Object object, Status status) {
  return http::json(json::write(std::move(object)), status);
}

Result<json::Value> json_body(const http::Request& request) {
  if (!says_json(request))
    return Refusal{Refusal::Kind::Invalid, "Send JSON, and Content-Type: application/json.", {}};
  return json::parse(request.body.text(), kBodyLimits);
}

http::Response json_problem(const Refusal& refusal, const json::Object& further) {
  json::Object members;
  if (!refusal.fields.empty()) {
    json::Array fields;
    for (const FieldProblem& problem : refusal.fields)
      fields.push_back(json::Object{{"field", problem.field}, {"message", problem.message}});
    members.add("fields", std::move(fields));
  }
  for (const json::Member& member : further.members()) members.add(member.name, member.value);
  return problem_document(http::status_of(refusal.kind), refusal.message, members);
}

http::Response json_problem(const http::Problem& problem) {
  json::Object members;
  if (!problem.incident.empty()) members.add("incident", problem.incident);
  return problem_document(problem.status, problem.sentence, members);
}

bool is_for_api(const http::Request& request) {
  return request.path.starts_with("/api/");
}

void add_api_routes(http::Router& router, const Api& api) {
  router.get("/api/session", api.signed_in(ShowSession()));
}

}  // namespace sightline::people
