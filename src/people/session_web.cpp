// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "people/session_web.h"

#include <string_view>

#include "people/session_service.h"

namespace sightline::people {

namespace {

/// "example.org:8080" of "https://example.org:8080/any/path"; nothing for "null" and the like.
std::optional<std::string_view> host_of(std::string_view address) {
  const std::size_t scheme = address.find("://");
  if (scheme == std::string_view::npos) return std::nullopt;
  address.remove_prefix(scheme + 3);
  return address.substr(0, address.find('/'));
}

}  // namespace

std::optional<Session> session_of(journal::Journal& journal, sql::Database& database,
                                  const http::Request& request) {
  const std::optional<std::string> token = request.cookie(kSessionCookie);
  if (!token || token->empty()) return std::nullopt;
  const Timestamp now = journal.clock().now();
  std::optional<Session> session = [&] {
    sql::Snapshot snapshot = journal.snapshot();
    return session_of(snapshot, *token, now);
  }();
  if (session) keep_alive(database, *session, now);
  return session;
}

bool changes_something(http::Method method) {
  return method != http::Method::Get && method != http::Method::Head;
}

bool is_from_this_site(const http::Request& request) {
  const std::optional<std::string_view> host = request.header("Host");
  const std::optional<std::string_view> origin = request.header("Origin");
  const std::optional<std::string_view> source = origin ? origin : request.header("Referer");
  return host && source && host_of(*source) == host;
}

}  // namespace sightline::people
