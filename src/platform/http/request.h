// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// One request as a handler sees it: complete, decoded and checked. A handler
// never meets half a request, a bad escape, or two Host fields.

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "platform/http/fields.h"
#include "platform/http/headers.h"
#include "platform/http/multipart.h"
#include "platform/http/request_body.h"

namespace sightline::http {

enum class Method { Get, Head, Post, Put, Patch, Delete, Options };

std::string_view name_of(Method method);
std::optional<Method> method_named(std::string_view name);

struct Request {
  Method method = Method::Get;
  std::string target;  ///< As sent, "/cases/214?tab=notes": where to return to after signing in.
  std::string path;    ///< Decoded, "/cases/214"; begins with "/", never holds "//", "." or ".." segments.
  Query query;
  Headers headers;
  std::string
      remote_address;  ///< "127.0.0.1"; what the proxy reports where a proxy is trusted; "" on a unix socket.
  RequestBody body;

  std::string_view route;  ///< The pattern that matched, "/cases/{case}"; "" if none.
  std::vector<std::pair<std::string_view, std::string>>
      captured;  ///< What stood in place of {case}, decoded.

  /// What stood in place of {name}, never empty. Throws std::logic_error if the route has no such parameter.
  const std::string& parameter(std::string_view name) const;

  std::optional<std::string_view> header(std::string_view name) const { return headers.find(name); }

  /// The first cookie of that name.
  std::optional<std::string> cookie(std::string_view name) const;

  /// The body as application/x-www-form-urlencoded. Refused: another content type, bad encoding, too much of
  /// it.
  Result<Form> form(const FieldLimits& limits = {}) const;

  /// The body as multipart/form-data: text fields are returned, files go to the sink as they are read.
  /// On a refusal the sink may have seen part of a file; it must drop what was not ended.
  Result<Form> multipart(UploadSink& sink, const MultipartLimits& limits = {}) const;

  /// Whether the client, a browser or a machine, prefers this media type ("application/json") to text/html.
  bool prefers(std::string_view media_type) const;
};

/// What a request-target says. None if it is not a path this server could ever serve: a bad
/// escape, bytes that are not UTF-8, control characters, a backslash, an escaped slash, dot or empty
/// segments.
struct Target {
  std::string path;
  Query query;
  std::string authority;  ///< From "http://authority/path"; otherwise "".
};
std::optional<Target> parse_target(std::string_view target);

}  // namespace sightline::http
