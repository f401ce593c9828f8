// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Assets: hashing with XXH3, compression with zlib, negotiation by RFC 9110 sections 12.5.3 and 13.1.2.

#include "platform/http/static_files.h"

#include <xxhash.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace sightline::http {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 15> kMediaTypes = {{
    {".css", "text/css; charset=utf-8"},
    {".csv", "text/csv; charset=utf-8"},
    {".html", "text/html; charset=utf-8"},
    {".ico", "image/x-icon"},
    {".jpg", "image/jpeg"},
    {".js", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".pdf", "application/pdf"},
    {".png", "image/png"},
    {".svg", "image/svg+xml"},
    {".txt", "text/plain; charset=utf-8"},
    {".webmanifest", "application/manifest+json"},
    {".webp", "image/webp"},
    {".woff2", "font/woff2"},
}};

bool is_worth_compressing(std::string_view media_type) {
  return media_type.starts_with("text/") || media_type.starts_with("application/json") ||
         media_type.starts_with("application/manifest") || media_type.starts_with("image/svg");
}

// Calls visit with each member of a comma-separated list until it answers true.
template <class Visit>
bool any_member(std::string_view list, Visit visit) {
  while (!list.empty()) {
    const auto end = std::min(list.find(','), list.size());
    if (visit(without_padding(list.substr(0, end)))) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

bool accepts_gzip(const Request& request) {
  return any_member(request.header("Accept-Encoding").value_or(""), [](std::string_view member) {
    const auto semicolon = std::min(member.find(';'), member.size());
    if (!equal_without_case(without_padding(member.substr(0, semicolon)), "gzip")) return false;
    const std::string_view weight = without_padding(member.substr(std::min(semicolon + 1, member.size())));
    const bool is_forbidden =
        weight.starts_with("q=0") && weight.find_first_of("123456789") == std::string_view::npos;
    return !is_forbidden;
  });
}

// Weak comparison, as If-None-Match asks for.
bool is_held_by_client(const Request& request, std::string_view tag) {
  const auto known = request.header("If-None-Match");
  return known && any_member(*known, [&](std::string_view member) {
           if (member.starts_with("W/")) member.remove_prefix(2);
           return member == tag || member == "*";
         });
}

bool is_safe(const Request& request) {
  return request.method == Method::Get || request.method == Method::Head;
}

Response not_modified(const Response& response) {
  Response unchanged;
  unchanged.status = Status::NotModified;
  for (const std::string_view name : {"ETag", "Cache-Control", "Vary"})
    if (const auto value = response.headers.find(name)) unchanged.headers.add(name, *value);
  return unchanged;
}

std::string read_whole(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return std::move(content).str();
}

}  // namespace

std::string content_hash(std::string_view content) {
  const XXH128_hash_t hash = XXH3_128bits(content.data(), content.size());
  std::string digits(32, '0');
  for (std::size_t i = 0; i < 32; ++i) {
    const auto half = i < 16 ? hash.high64 : hash.low64;
    digits[i] = "0123456789abcdef"[(half >> (60U - 4U * (i % 16U))) & 15U];
  }
  return digits;
}

std::string gzip(std::string_view content) {
  constexpr int kGzipFormat = 15 + 16;
  z_stream stream = {};
  if (::deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kGzipFormat, 9, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::runtime_error("cannot compress");
  std::string copy(content);  // zlib reads through a pointer that is not const.
  std::string packed(::deflateBound(&stream, static_cast<uLong>(copy.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(copy.data());
  stream.avail_in = static_cast<uInt>(copy.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  const int outcome = ::deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  ::deflateEnd(&stream);
  if (outcome != Z_STREAM_END) throw std::runtime_error("cannot compress");
  return packed;
}

std::shared_ptr<const Asset> make_asset(std::string content, std::string_view media_type,
                                        std::string_view cache_control) {
  auto asset = std::make_shared<Asset>();
  const std::string hash = content_hash(content);
  std::string packed = is_worth_compressing(media_type) ? gzip(content) : "";
  asset->has_gzip = !packed.empty() && packed.size() < content.size();

  Headers& headers = asset->plain.headers;
  headers.add("Content-Type", media_type);
  headers.add("Cache-Control", cache_control);
  if (asset->has_gzip) headers.add("Vary", "Accept-Encoding");
  asset->gzipped.headers = headers;
  headers.add("ETag", '"' + hash + '"');
  asset->plain.content = SharedBytes(std::make_shared<const std::string>(std::move(content)));
  if (asset->has_gzip) {
    asset->gzipped.headers.add("ETag", '"' + hash + "-gzip\"");
    asset->gzipped.headers.add("Content-Encoding", "gzip");
    asset->gzipped.content = SharedBytes(std::make_shared<const std::string>(std::move(packed)));
  }
  return asset;
}

Response serve(const Request& request, const Asset& asset) {
  const Response& chosen = asset.has_gzip && accepts_gzip(request) ? asset.gzipped : asset.plain;
  if (is_safe(request) && is_held_by_client(request, chosen.headers.find("ETag").value_or("")))
    return not_modified(chosen);
  return chosen;
}

std::string_view media_type_of(const std::filesystem::path& file) {
  const std::string ending = file.extension().string();
  for (const auto& [known, type] : kMediaTypes)
    if (known == ending) return type;
  return "";
}

Assets load_assets(const std::filesystem::path& folder, std::string_view cache_control) {
  Assets assets;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string_view type = media_type_of(entry.path());
    if (type.empty() || entry.is_symlink() || !entry.is_regular_file()) continue;
    assets.emplace(entry.path().lexically_relative(folder).generic_string(),
                   make_asset(read_whole(entry.path()), type, cache_control));
  }
  return assets;
}

void static_files(Router& router, std::string_view mount, Assets assets) {
  const auto answer = [known = std::move(assets)](const Request& request) {
    const auto found = known.find(request.parameter("file"));
    return found == known.end() ? problem(Status::NotFound) : serve(request, *found->second);
  };
  router.get(std::string(mount) + "/{file...}", answer, {.body_bytes = 0, .run = Run::OnIoThread});
}

}  // namespace sightline::http
