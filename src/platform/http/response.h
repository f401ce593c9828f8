// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What a handler answers. The server adds what every answer carries: length,
// date, connection, and the security headers a handler did not set itself.

#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/result.h"
#include "platform/http/cookie.h"
#include "platform/http/headers.h"

namespace sightline::http {

enum class Status {
  Ok = 200,
  Created = 201,
  Accepted = 202,
  NoContent = 204,
  SeeOther = 303,
  NotModified = 304,
  BadRequest = 400,
  Unauthorized = 401,
  Forbidden = 403,
  NotFound = 404,
  MethodNotAllowed = 405,
  RequestTimeout = 408,
  Conflict = 409,
  PreconditionFailed = 412,
  ContentTooLarge = 413,
  UriTooLong = 414,
  UnsupportedMediaType = 415,
  ExpectationFailed = 417,
  MisdirectedRequest = 421,
  UnprocessableContent = 422,
  TooManyRequests = 429,
  RequestHeaderFieldsTooLarge = 431,
  InternalServerError = 500,
  NotImplemented = 501,
  ServiceUnavailable = 503,
  HttpVersionNotSupported = 505,
  InsufficientStorage = 507,
};

std::string_view reason_of(Status status);  ///< "Not Found".

/// An open file to be sent from its beginning.
class FileContent {
 public:
  // Throws std::system_error if the file cannot be opened.
  explicit FileContent(const std::filesystem::path& path);
  std::uint64_t size() const { return size_; }
  /// Bytes from that offset, at most most_bytes. Throws std::system_error.
  std::string read(std::uint64_t offset, std::size_t most_bytes) const;

 private:
  std::shared_ptr<const int> descriptor_;
  std::uint64_t size_ = 0;
};

/// Bytes that `owner` holds, which lives as long as this does: a page kept in memory for many answers, or one
/// that was just written and need not be copied.
struct SharedBytes {
  SharedBytes(std::shared_ptr<const void> of, std::string_view shared)
      : owner(std::move(of)), bytes(shared) {}
  SharedBytes(const std::shared_ptr<const std::string>& text) : owner(text), bytes(*text) {}

  std::shared_ptr<const void> owner;
  std::string_view bytes;
};

/// Text of its own, shared bytes, or a file.
using Content = std::variant<std::string, SharedBytes, FileContent>;
std::uint64_t size_of(const Content& content);
/// The bytes themselves; nothing for a file.
std::optional<std::string_view> in_memory(const Content& content);

/// What went wrong, to be rendered by the application's own error page.
struct Problem {
  Status status = Status::InternalServerError;
  std::string sentence;  ///< Fit to be shown; may be empty.
  std::string incident;  ///< Set on 500 only: the number by which the log knows it.
};

struct Response {
  Status status = Status::Ok;
  Headers headers;
  Content content;
  std::optional<Problem> problem;  ///< If set, the router fills the content with the error page.

  Response& set(std::string_view name, std::string_view value) &;
  Response&& set(std::string_view name, std::string_view value) &&;
  Response& set(const Cookie& cookie) &;
  Response&& set(const Cookie& cookie) &&;
};

Response html(std::string page, Status status = Status::Ok);
Response html(SharedBytes page, Status status = Status::Ok);
Response text(std::string words, Status status = Status::Ok);
Response json(std::string document, Status status = Status::Ok);

/// A redirect after a form, to a path of this site. Throws std::logic_error for
/// anything else, so hold what a request asked for against is_local_path() first.
Response see_other(std::string_view location);

/// Whether a browser sent there stays on this site: "/", then neither "/" nor a backslash, plain ASCII
/// throughout.
bool is_local_path(std::string_view location);

enum class Disposition { Inline, Attachment };
/// A file from disk. shown_name is what a browser saves it as. Throws std::system_error if it cannot be
/// opened.
Response file(const std::filesystem::path& path, std::string_view media_type, std::string_view shown_name,
              Disposition disposition = Disposition::Attachment);

/// "attachment; filename=…": for content made in memory, such as CSV.
std::string content_disposition(Disposition disposition, std::string_view shown_name);

/// An answer in the application's error layout.
Response problem(Status status, std::string sentence = "");
/// Invalid 422, NotPermitted 403, NotFound 404, WrongState and Conflict 409.
Response problem(const Refusal& refusal);
Status status_of(Refusal::Kind kind);

}  // namespace sightline::http
