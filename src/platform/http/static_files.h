// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Content kept in memory and sent as it is: style sheets, scripts, published pages.
//
// An Asset is hashed and compressed once, when it is made, and shared by every
// answer that carries it. Whole folders are read into memory when the server
// starts, so no request can ever name a path on the disk.

#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "platform/http/router.h"

namespace sightline::http {

struct Asset {
  Response plain;
  Response gzipped;  ///< Without content where compression does not pay.
  bool has_gzip = false;
};

/// cache_control as the header has it: "public, max-age=300". Compression is tried for text only.
std::shared_ptr<const Asset> make_asset(std::string content, std::string_view media_type,
                                        std::string_view cache_control);

/// The form of it that the client takes, or 304 if the client holds it already.
Response serve(const Request& request, const Asset& asset);

using Assets = std::map<std::string, std::shared_ptr<const Asset>, std::less<>>;

/// Every file below the folder whose ending is on the list (css, js, svg, png, jpg, webp, ico, woff2, txt,
/// json, csv, html, pdf, map, webmanifest), by its path relative to the folder. Others and links are left
/// out.
Assets load_assets(const std::filesystem::path& folder, std::string_view cache_control);

/// "text/css; charset=utf-8" for ".css"; "" for an ending not on the list.
std::string_view media_type_of(const std::filesystem::path& file);

/// Serves assets below "/mount/", on the io thread.
void static_files(Router& router, std::string_view mount, Assets assets);

/// "0123…" in 32 hexadecimal digits: equal for equal content. Not a digest to trust against forgery.
std::string content_hash(std::string_view content);

/// content as gzip (RFC 1952), without name and time, so that equal content gives equal bytes.
std::string gzip(std::string_view content);

}  // namespace sightline::http
