// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// From whom a request comes, and whether a page of ours sent it: the same questions
// for the pages and for the JSON of every feature.

#pragma once

#include <functional>
#include <optional>

#include "journal/journal_service.h"
#include "people/sign_in.h"
#include "platform/http/request.h"
#include "platform/http/response.h"

namespace sightline::people {

/// The cookie that holds the token of a session. A browser sends it over TLS only, or to this machine
/// itself; no script reads it and no other host can set it.
inline constexpr const char* kSessionCookie = "__Host-sightline";

using SignedInHandler = std::function<http::Response(const http::Request&, const Session&)>;

/// Who is asking; nothing when nobody is signed in. Keeps the session alive, for which alone it needs the
/// database. Must not be called while the caller's snapshot is the last one free.
std::optional<Session> session_of(journal::Journal& journal, sql::Database& database,
                                  const http::Request& request);

/// All but GET and HEAD.
bool changes_something(http::Method method);

/// True when the request says that it was made by a page of the host it was sent to.
bool is_from_this_site(const http::Request& request);

}  // namespace sightline::people
