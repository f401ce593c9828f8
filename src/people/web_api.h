// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Api: what the JSON of every feature is given. It lets a handler be reached only
// by somebody signed in, and says in one form what went wrong (RFC 9457).
//
//   struct ShowCase {
//     const people::Api& api;
//     http::Response operator()(const http::Request& request, const people::Session& session) const {
//       sql::Snapshot snapshot = api.journal().snapshot();
//       …
//       return people::json_answer({{"number", view->subject.number}});
//     }
//   };
//   router.get("/api/inspections/{inspection}/cases/{case}", api.signed_in(ShowCase{api}));
//
// A program signs in as a person does, and carries the same cookie; there is no
// other key. PUT and POST reach their handler only with what a form of a page
// carries too: an Origin (or Referer) that names this host, and the token of the
// session, here in a header.

#pragma once

#include <string>

#include "people/session_web.h"
#include "platform/http/router.h"
#include "platform/json/json.h"

namespace sightline::people {

/// Holds what the field csrf_token holds in a form; GET /api/session tells it.
inline constexpr const char* kTokenHeader = "X-CSRF-Token";

/// One per program; outlives the router. Any thread may call everything here.
class Api {
 public:
  /// The database for keep_alive() alone; changes go through the journal.
  Api(journal::Journal& journal, sql::Database& database) : journal_(journal), database_(database) {}

  journal::Journal& journal() const { return journal_; }

  /// A handler for the router: 401 without a session, 403 without Origin and token. `handler` is called
  /// by many threads at once.
  http::Handler signed_in(SignedInHandler handler) const;

 private:
  journal::Journal& journal_;
  sql::Database& database_;
};

http::Response json_answer(json::Object object, http::Status status = http::Status::Ok);

/// The body of a request: JSON in UTF-8 that says so. Refused with Invalid otherwise, and as json::parse()
/// says.
Result<json::Value> json_body(const http::Request& request);

/// A refusal as a problem document, with its fields and whatever else there is to know.
http::Response json_problem(const Refusal& refusal, const json::Object& further = {});

/// For Router::on_problem, where is_for_api(). Knows nobody and asks no database.
http::Response json_problem(const http::Problem& problem);
bool is_for_api(const http::Request& request);

/// Adds /api/session: who is signed in, and the token that their changes must carry.
void add_api_routes(http::Router& router, const Api& api);

}  // namespace sightline::people
