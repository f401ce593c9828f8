// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Answers and their constructors.

#include "platform/http/response.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <stdexcept>
#include <system_error>

#include "platform/http/fields.h"

namespace sightline::http {

namespace {

Response with_type(Content content, std::string_view media_type, Status status) {
  Response response;
  response.status = status;
  response.headers.add("Content-Type", media_type);
  response.content = std::move(content);
  return response;
}

[[noreturn]] void fail_sending(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

}  // namespace

std::string_view reason_of(Status status) {
  switch (status) {
    case Status::Ok:
      return "OK";
    case Status::Created:
      return "Created";
    case Status::Accepted:
      return "Accepted";
    case Status::NoContent:
      return "No Content";
    case Status::SeeOther:
      return "See Other";
    case Status::NotModified:
      return "Not Modified";
    case Status::BadRequest:
      return "Bad Request";
    case Status::Unauthorized:
      return "Unauthorized";
    case Status::Forbidden:
      return "Forbidden";
    case Status::NotFound:
      return "Not Found";
    case Status::MethodNotAllowed:
      return "Method Not Allowed";
    case Status::RequestTimeout:
      return "Request Timeout";
    case Status::Conflict:
      return "Conflict";
    case Status::PreconditionFailed:
      return "Precondition Failed";
    case Status::ContentTooLarge:
      return "Content Too Large";
    case Status::UriTooLong:
      return "URI Too Long";
    case Status::UnsupportedMediaType:
      return "Unsupported Media Type";
    case Status::ExpectationFailed:
      return "Expectation Failed";
    case Status::MisdirectedRequest:
      return "Misdirected Request";
    case Status::UnprocessableContent:
      return "Unprocessable Content";
    case Status::TooManyRequests:
      return "Too Many Requests";
    case Status::RequestHeaderFieldsTooLarge:
      return "Request Header Fields Too Large";
    case Status::InternalServerError:
      return "Internal Server Error";
    case Status::NotImplemented:
      return "Not Implemented";
    case Status::ServiceUnavailable:
      return "Service Unavailable";
    case Status::HttpVersionNotSupported:
      return "HTTP Version Not Supported";
    case Status::InsufficientStorage:
      return "Insufficient Storage";
  }
  return "Unknown";
}

FileContent::FileContent(const std::filesystem::path& path) {
  const int opened = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (opened < 0) fail_sending("cannot open a file to be sent");
  descriptor_ = std::shared_ptr<const int>(new int(opened), [](const int* descriptor) {
    ::close(*descriptor);
    delete descriptor;
  });
  struct stat status = {};
  if (::fstat(opened, &status) != 0) fail_sending("cannot open a file to be sent");
  if (!S_ISREG(status.st_mode))
    throw std::system_error(EISDIR, std::generic_category(), "not a file to be sent");
  size_ = static_cast<std::uint64_t>(status.st_size);
}

std::string FileContent::read(std::uint64_t offset, std::size_t most_bytes) const {
  std::string bytes(static_cast<std::size_t>(std::min<std::uint64_t>(most_bytes, size_ - offset)), '\0');
  std::size_t done = 0;
  while (done < bytes.size()) {
    const auto count =
        ::pread(*descriptor_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(offset + done));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail_sending("cannot read a file to be sent");
    if (count == 0) throw std::system_error(EIO, std::generic_category(), "a file shrank while it was sent");
    done += static_cast<std::size_t>(count);
  }
  return bytes;
}

std::uint64_t size_of(const Content& content) {
  if (const auto bytes = in_memory(content)) return bytes->size();
  return std::get<FileContent>(content).size();
}

std::optional<std::string_view> in_memory(const Content& content) {
  if (const auto* own = std::get_if<std::string>(&content)) return *own;
  if (const auto* shared = std::get_if<SharedBytes>(&content)) return shared->bytes;
  return std::nullopt;
}

Response& Response::set(std::string_view name, std::string_view value) & {
  headers.set(name, value);
  return *this;
}
Response&& Response::set(std::string_view name, std::string_view value) && {
  return std::move(set(name, value));
}

Response& Response::set(const Cookie& cookie) & {
  headers.add("Set-Cookie", written(cookie));
  return *this;
}
Response&& Response::set(const Cookie& cookie) && {
  return std::move(set(cookie));
}

Response html(std::string page, Status status) {
  return with_type(std::move(page), "text/html; charset=utf-8", status);
}

Response html(SharedBytes page, Status status) {
  return with_type(std::move(page), "text/html; charset=utf-8", status);
}

Response text(std::string words, Status status) {
  return with_type(std::move(words), "text/plain; charset=utf-8", status);
}

Response json(std::string document, Status status) {
  return with_type(std::move(document), "application/json", status);
}

bool is_local_path(std::string_view location) {
  return location.starts_with('/') && !location.starts_with("//") &&
         std::all_of(location.begin(), location.end(),
                     [](char c) { return c > ' ' && c <= '~' && c != '\\'; });
}

Response see_other(std::string_view location) {
  if (!is_local_path(location)) throw std::logic_error("a redirect must stay on this site");
  Response response;
  response.status = Status::SeeOther;
  response.headers.add("Location", location);
  return response;
}

std::string content_disposition(Disposition disposition, std::string_view shown_name) {
  std::string plain;
  for (const char c : shown_name)
    plain += c >= ' ' && c <= '~' && c != '"' && c != '\\' && c != '%' ? c : '_';
  std::string header = disposition == Disposition::Inline ? "inline" : "attachment";
  header += "; filename=\"" + plain + '"';
  if (plain != shown_name) header += "; filename*=UTF-8''" + percent_encode(shown_name);
  return header;
}

Response file(const std::filesystem::path& path, std::string_view media_type, std::string_view shown_name,
              Disposition disposition) {
  Response response;
  response.headers.add("Content-Type", media_type);
  response.headers.add("Content-Disposition", content_disposition(disposition, shown_name));
  response.content = FileContent(path);
  return response;
}

Response problem(Status status, std::string sentence) {
  Response response;
  response.status = status;
  response.problem = Problem{status, std::move(sentence), ""};
  return response;
}

Response problem(const Refusal& refusal) {
  return problem(status_of(refusal.kind), refusal.message);
}

Status status_of(Refusal::Kind kind) {
  switch (kind) {
    case Refusal::Kind::Invalid:
      return Status::UnprocessableContent;
    case Refusal::Kind::NotPermitted:
      return Status::Forbidden;
    case Refusal::Kind::NotFound:
      return Status::NotFound;
    case Refusal::Kind::WrongState:
    case Refusal::Kind::Conflict:
      return Status::Conflict;
  }
  return Status::InternalServerError;
}

}  // namespace sightline::http
