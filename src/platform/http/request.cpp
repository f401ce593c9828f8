// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Requests: the grammar of targets is RFC 9112 section 3.2, read strictly.

#include "platform/http/request.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "base/text.h"
#include "platform/http/cookie.h"

namespace sightline::http {

namespace {

constexpr std::array<std::pair<Method, std::string_view>, 7> kMethods = {{{Method::Get, "GET"},
                                                                          {Method::Head, "HEAD"},
                                                                          {Method::Post, "POST"},
                                                                          {Method::Put, "PUT"},
                                                                          {Method::Patch, "PATCH"},
                                                                          {Method::Delete, "DELETE"},
                                                                          {Method::Options, "OPTIONS"}}};

bool is_servable_segment(std::string_view segment) {
  const auto is_bad = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F || c == '/' || c == '\\';
  };
  return segment != "." && segment != ".." && is_utf8(segment) &&
         std::none_of(segment.begin(), segment.end(), is_bad);
}

// REQUIRES: path begins with "/".
std::optional<std::string> decoded_path(std::string_view path) {
  std::string decoded;
  while (!path.empty()) {
    path.remove_prefix(1);
    const auto end = std::min(path.find('/'), path.size());
    const auto segment = percent_decode(path.substr(0, end));
    path.remove_prefix(end);
    if (!segment || !is_servable_segment(*segment) || (segment->empty() && !path.empty()))
      return std::nullopt;
    decoded += '/' + *segment;
  }
  return decoded;
}

std::string_view media_type(std::string_view content_type) {
  return without_padding(content_type.substr(0, content_type.find(';')));
}

}  // namespace

std::string_view name_of(Method method) {
  return kMethods.at(static_cast<std::size_t>(method)).second;
}

std::optional<Method> method_named(std::string_view name) {
  for (const auto& [method, known] : kMethods)
    if (known == name) return method;
  return std::nullopt;
}

const std::string& Request::parameter(std::string_view name) const {
  for (const auto& [known, value] : captured)
    if (known == name) return value;
  throw std::logic_error("the route has no parameter " + std::string(name));
}

std::optional<std::string> Request::cookie(std::string_view name) const {
  const auto header = headers.find("Cookie");
  if (!header) return std::nullopt;
  const Fields cookies = parse_cookies(*header);
  const auto found = cookies.find(name);
  if (!found) return std::nullopt;
  return std::string(*found);
}

Result<Form> Request::form(const FieldLimits& limits) const {
  const auto type = headers.find("Content-Type");
  if (!type || !equal_without_case(media_type(*type), "application/x-www-form-urlencoded"))
    return Refusal{Refusal::Kind::Invalid, "A form was expected.", {}};
  return parse_fields(body.text(), limits);
}

Result<Form> Request::multipart(UploadSink& sink, const MultipartLimits& limits) const {
  const auto boundary = multipart_boundary(headers.find("Content-Type").value_or(""));
  if (!boundary) return Refusal{Refusal::Kind::Invalid, "A form with files was expected.", {}};
  MultipartParser parser(*boundary, limits, sink);
  body.read([&](std::string_view bytes) {
    return parser.feed(bytes) == MultipartParser::State::Refused ? RequestBody::Reading::Stop
                                                                 : RequestBody::Reading::Continue;
  });
  return parser.finish();
}

bool Request::prefers(std::string_view wanted) const {
  std::string_view accept = headers.find("Accept").value_or("");
  while (!accept.empty()) {
    const auto end = std::min(accept.find(','), accept.size());
    const std::string_view range = media_type(accept.substr(0, end));
    if (equal_without_case(range, wanted)) return true;
    if (equal_without_case(range, "text/html")) return false;
    accept.remove_prefix(std::min(end + 1, accept.size()));
  }
  return false;
}

std::optional<Target> parse_target(std::string_view target) {
  Target parsed;
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!target.starts_with(scheme)) continue;
    target.remove_prefix(scheme.size());
    const auto end = std::min(target.find_first_of("/?"), target.size());
    parsed.authority = target.substr(0, end);
    target.remove_prefix(end);
    if (parsed.authority.empty() || target.empty()) return std::nullopt;
  }
  const bool has_odd_bytes =
      std::any_of(target.begin(), target.end(), [](char c) { return c < '!' || c > '~'; });
  if (!target.starts_with('/') || has_odd_bytes || target.find('#') != std::string_view::npos)
    return std::nullopt;

  const auto mark = std::min(target.find('?'), target.size());
  auto path = decoded_path(target.substr(0, mark));
  if (!path) return std::nullopt;
  auto query = parse_fields(target.substr(std::min(mark + 1, target.size())));
  if (!query) return std::nullopt;
  parsed.path = *std::move(path);
  parsed.query = *std::move(query);
  return parsed;
}

}  // namespace sightline::http
