// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The allow-list of addresses. Refuses whatever a browser might read in a way
// of its own: white space and controls (browsers drop some of them), backslashes
// (read as slashes), quotes and angle brackets.

#include "platform/html/url.h"

#include <algorithm>
#include <stdexcept>

namespace sightline::html {
namespace {

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_unreserved(char c) {  // RFC 3986 section 2.3
  return is_letter_or_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

bool is_above_ascii(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

/// ASCII that may stand in an address as it is.
bool is_plain(char c) {
  return c > 0x20 && c < 0x7F && std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
}

void append_encoded(std::string& out, char c) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out += '%';
  out += kHex[byte >> 4];
  out += kHex[byte & 15];
}

std::string percent_encoded(std::string_view text) {
  if (std::ranges::all_of(text, is_unreserved)) return std::string(text);
  std::string out;
  for (const char c : text) {
    if (is_unreserved(c))
      out += c;
    else
      append_encoded(out, c);
  }
  return out;
}

std::optional<std::string> cleaned(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (is_plain(c))
      out += c;
    else if (is_above_ascii(c))
      append_encoded(out, c);
    else
      return std::nullopt;
  }
  return out;
}

bool has_prefix(std::string_view text, std::string_view lower_case_prefix) {
  return text.size() >= lower_case_prefix.size() &&
         std::equal(lower_case_prefix.begin(), lower_case_prefix.end(), text.begin(), [](char want, char c) {
           return want == (c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c);
         });
}

/// host[:port], and nothing that hides the host behind a user name.
bool is_authority(std::string_view text) {
  return !text.empty() && is_letter_or_digit(text.front()) &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return is_letter_or_digit(c) || c == '.' || c == '-' || c == ':'; });
}

bool is_allowed(std::string_view text) {
  if (text.starts_with('#')) return true;
  if (text.starts_with('/')) return !text.starts_with("//");
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (!has_prefix(text, scheme)) continue;
    const auto rest = text.substr(scheme.size());
    return is_authority(rest.substr(0, rest.find_first_of("/?#")));
  }
  constexpr std::string_view kMailto = "mailto:";
  if (!has_prefix(text, kMailto)) return false;
  const auto at = text.find('@');
  return at != std::string_view::npos && at > kMailto.size() && at + 1 < text.size();
}

}  // namespace

Url Url::local(std::string_view path) {
  auto url = path.starts_with('/') ? parse(path) : std::nullopt;
  if (!url) throw std::invalid_argument("not a local path: " + std::string(path));
  return *std::move(url);
}

std::optional<Url> Url::parse_relative(std::string_view path) {
  std::string_view rest = path.substr(0, path.find_first_of("?#"));
  while (rest.starts_with("../")) rest.remove_prefix(3);
  const bool is_file =
      !rest.empty() && is_letter_or_digit(rest.front()) && rest.back() != '/' &&
      rest.find("//") == std::string_view::npos && rest.find("/.") == std::string_view::npos &&
      std::all_of(rest.begin(), rest.end(), [](char c) { return is_unreserved(c) || c == '/'; });
  auto clean = is_file ? cleaned(path) : std::nullopt;
  if (!clean) return std::nullopt;
  return Url(*std::move(clean));
}

Url Url::relative(std::string_view path) {
  auto url = parse_relative(path);
  if (!url) throw std::invalid_argument("not a relative path: " + std::string(path));
  return *std::move(url);
}

Url Url::fragment(std::string_view id) {
  return Url("#" + percent_encoded(id));
}

std::optional<Url> Url::parse(std::string_view text) {
  if (!is_allowed(text)) return std::nullopt;
  auto clean = cleaned(text);
  if (!clean) return std::nullopt;
  return Url(*std::move(clean));
}

Url Url::with(std::string_view name, std::string_view value) const {
  return Url(text_ + (text_.find('?') == std::string::npos ? '?' : '&') + percent_encoded(name) + '=' +
             percent_encoded(value));
}

void Url::add_segment(std::string_view segment) {
  text_ += '/';
  // A segment of only dots would climb out of its folder, even encoded.
  if (segment == "." || segment == "..") throw std::invalid_argument("a path segment may not be dots");
  if (segment.empty()) throw std::invalid_argument("a path segment may not be empty");
  text_ += percent_encoded(segment);
}

}  // namespace sightline::html
