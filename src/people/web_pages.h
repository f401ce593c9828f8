// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Web: what the pages of every feature are given. It lets a handler be reached
// only by somebody signed in, and puts the same frame around every page.
//
//   struct ShowBoard {
//     const people::Web& web;
//     http::Response operator()(const http::Request& request, const people::Session& session,
//                               sql::Reader& reader) const {
//       …
//       return web.page(request, session, {.title = "Programme"}, main);
//     }
//   };
//   router.get("/programme", web.signed_in_reading(ShowBoard{web}));
//   router.post("/programme/close", web.signed_in(CloseBoard{web}));
//
// A POST reaches its handler only when it came from a form of ours: its Origin (or
// Referer) names the host it was sent to, and the field csrf_token belongs to the
// session. In the form: html::form(action, people::csrf(session), {}, …).
//
// A handler answers a refusal with http::problem(refusal), which knows the status
// of each kind, or, for Invalid, with its own page: status 422, html::Problems and
// everything typed but passwords.

#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/made_once.h"
#include "journal/journal_service.h"
#include "people/session_web.h"
#include "platform/html/govuk.h"
#include "platform/http/router.h"

namespace sightline::people {

/// A handler of a page that only reads.
using ReadingHandler = std::function<http::Response(const http::Request&, const Session&, sql::Reader&)>;

/// A line of the navigation. Shown only to those for whom it is; an address, not a right.
struct NavigationEntry {
  std::string text;
  std::string path;  ///< Marked there, below it, and on what is below a programme: /programmes/first/figures.
  std::function<bool(const Actor&)> is_for = {};  ///< Everybody signed in, unless set.
  std::string also_above = {};                    ///< Marked on what is below this address too, if set.
};

/// What a page says about itself; the rest of the frame is the same everywhere.
struct PageFrame {
  std::string title;
  std::vector<html::govuk::Breadcrumb> breadcrumbs = {};
  std::optional<html::Url> back = {};  ///< Instead of breadcrumbs.
  html::Problems problems = {};
  html::Content banner = {};              ///< E.g. that everything here is invented.
  std::vector<std::string> scripts = {};  ///< Modules this page needs, e.g. "capture.js".
};

/// One per program; outlives the router. Any thread may call everything here.
class Web {
 public:
  struct Parts {
    journal::Journal& journal;
    sql::Database& database;  ///< For keep_alive() alone; changes go through the journal.
    std::vector<NavigationEntry> navigation = {};
    const html::Assets* assets = nullptr;  ///< None in tests.
    std::string home = "/account";  ///< Where somebody lands who signs in without having asked for a page.
  };
  explicit Web(Parts parts) : parts_(std::move(parts)) {}

  journal::Journal& journal() const { return parts_.journal; }
  const std::string& home() const { return parts_.home; }

  /// A handler for the router: without a session, GET leads to the sign-in page and back. `handler`
  /// is called by many threads at once.
  http::Handler signed_in(SignedInHandler handler) const;

  /// The same for a page that only reads: `handler` is given the snapshot in which the session was
  /// found, so that who asks and what they see are of one moment. For GET alone.
  http::Handler signed_in_reading(ReadingHandler handler) const;

  /// For the route of a form with files: nobody but who is signed in, on a page of ours, gets a byte of
  /// them taken in.
  http::RouteOptions upload(std::uint64_t most_bytes) const;

  /// Who is asking, for pages that anybody may see.
  std::optional<Session> session_of(const http::Request& request) const;

  /// The whole document, for somebody signed in or for anybody.
  http::Response page(const http::Request& request, const Session& session, const PageFrame& frame,
                      const html::Html& main, http::Status status = http::Status::Ok) const;
  http::Response page_for_anybody(const PageFrame& frame, const html::Html& main,
                                  http::Status status = http::Status::Ok) const;

  /// For Router::on_problem: says what happened and what to do, and gives back what a form of ours
  /// held, but for passwords. Knows nobody and asks no database.
  http::Response problem_page(const http::Problem& problem, const http::Request& request) const;

 private:
  http::Response ask_to_sign_in(const http::Request& request) const;
  html::Layout layout(const PageFrame& frame) const;
  /// What is around the pages of somebody who may follow what `actor` may, at `path`.
  std::shared_ptr<const html::Frame> frame_for(const Actor& actor, std::string_view path) const;

  using Frames = MadeOnce<std::string, html::Frame>;  ///< By how the navigation stands.
  Parts parts_;
  std::shared_ptr<Frames> frames_ = std::make_shared<Frames>();
};

/// For the forms of somebody signed in.
html::CsrfToken csrf(const Session& session);

/// Refuses (403) a form that did not come from a page of ours made for the holder of that token.
std::optional<http::Response> refuse_foreign_form(const http::Request& request, std::string_view form_token);

}  // namespace sightline::people
