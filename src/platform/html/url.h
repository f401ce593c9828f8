// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Url: an address that may stand in href, src or action.
//
// Only five shapes exist: a local path, a path relative to the page (made by the
// program alone), a fragment of the same page, http(s) with a host, and mailto. A `javascript:` or `data:`
// address, a path beginning with two slashes or an address with a user name before the host cannot become a
// Url, so markup need not check again.

#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>

namespace sightline::html {

class Url {
 public:
  /// A path on this site, beginning with exactly one '/', with its query and
  /// fragment if any: "/cases?page=2". For addresses the program itself makes;
  /// anything else is a bug and throws std::invalid_argument.
  static Url local(std::string_view path);

  /// A path from its segments, each percent-encoded: path("cases", 7) is
  /// "/cases/7". Text from people may stand in any segment.
  template <class... Segments>
  static Url path(const Segments&... segments) {
    Url url{std::string()};
    (url.add_segment(segment_text(segments)), ...);
    if (url.text_.empty()) url.text_ = "/";
    return url;
  }

  /// A file named from the folder of the page that links to it, "../forces/durham/index.html": for pages
  /// that are read from a disk as well. Letters, digits, '-', '_', '.' and single slashes alone, dots only
  /// to climb at the start, with a query or fragment if any; anything else throws std::invalid_argument.
  static Url relative(std::string_view path);

  /// The same, for an address written by a person; nothing instead of throwing.
  static std::optional<Url> parse_relative(std::string_view path);

  /// A place on the same page: fragment("main-content") is "#main-content".
  static Url fragment(std::string_view id);

  /// An address written by a person or read from a file. Nothing unless it has
  /// one of the shapes but the relative one (see parse_relative); bytes above 0x7F are percent-encoded.
  static std::optional<Url> parse(std::string_view text);

  /// The same address with one more query parameter, percent-encoded.
  /// REQUIRES: no fragment has been added yet.
  Url with(std::string_view name, std::string_view value) const;
  Url with(std::string_view name, std::integral auto value) const {
    return with(name, std::string_view(std::to_string(value)));
  }

  std::string_view text() const { return text_; }
  bool is_local() const { return text_.starts_with('/') || text_.starts_with('#'); }

  friend bool operator==(const Url&, const Url&) = default;

 private:
  explicit Url(std::string text) : text_(std::move(text)) {}

  static std::string segment_text(std::string_view segment) { return std::string(segment); }
  static std::string segment_text(std::integral auto number) { return std::to_string(number); }
  void add_segment(std::string_view segment);

  std::string text_;
};

}  // namespace sightline::html
