// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Content from memory: compressed once, known by its hash, never from elsewhere on the disk.

#include "platform/http/static_files.h"

#include <doctest/doctest.h>
#include <stdlib.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>

#include "platform/http/raw_client_test.h"
#include "platform/http/server.h"

using namespace sightline::http;

namespace {

const std::string kStyle = "body { color: black; }\n" + std::string(2000, ' ');

class Folder {
 public:
  Folder() { path_ = ::mkdtemp(path_.data()); }
  ~Folder() { std::filesystem::remove_all(path_); }
  void write(const std::string& name, std::string_view content) const {
    const auto file = std::filesystem::path(path_) / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << content;
  }
  const std::string& path() const { return path_; }

 private:
  std::string path_ = std::filesystem::temp_directory_path() / "sightline-test-XXXXXX";
};

Request asking(std::initializer_list<Header> headers = {}) {
  Request request;
  for (const Header& header : headers) request.headers.add(header.name, header.value);
  return request;
}

std::string bytes_of(const Response& response) {
  return std::string(in_memory(response.content).value());
}

std::string unzipped(const std::string& packed) {
  std::string plain(100'000, '\0');
  z_stream stream = {};
  REQUIRE(::inflateInit2(&stream, 15 + 16) == Z_OK);
  std::string copy = packed;
  stream.next_in = reinterpret_cast<Bytef*>(copy.data());
  stream.avail_in = static_cast<uInt>(copy.size());
  stream.next_out = reinterpret_cast<Bytef*>(plain.data());
  stream.avail_out = static_cast<uInt>(plain.size());
  CHECK(::inflate(&stream, Z_FINISH) == Z_STREAM_END);
  plain.resize(stream.total_out);
  ::inflateEnd(&stream);
  return plain;
}

}  // namespace

TEST_CASE("an asset is sent compressed to whom takes gzip, and plain to others") {
  const auto asset = make_asset(kStyle, "text/css; charset=utf-8", "public, max-age=60");
  const Response plain = serve(asking(), *asset);
  CHECK(bytes_of(plain) == kStyle);
  CHECK(plain.headers.find("Vary") == "Accept-Encoding");
  CHECK(plain.headers.find("Cache-Control") == "public, max-age=60");
  CHECK_FALSE(plain.headers.find("Content-Encoding"));
  const Response packed = serve(asking({{"Accept-Encoding", "br, gzip;q=0.5"}}), *asset);
  CHECK(packed.headers.find("Content-Encoding") == "gzip");
  CHECK(unzipped(bytes_of(packed)) == kStyle);
  CHECK(packed.headers.find("ETag") != plain.headers.find("ETag"));
  CHECK_FALSE(serve(asking({{"Accept-Encoding", "gzip;q=0"}}), *asset).headers.find("Content-Encoding"));
  CHECK_FALSE(serve(asking({{"Accept-Encoding", "gzip; q=0.000"}}), *asset).headers.find("Content-Encoding"));
}

TEST_CASE("what does not get smaller is never sent compressed") {
  const auto asset = make_asset("x", "text/plain", "no-cache");
  CHECK_FALSE(serve(asking({{"Accept-Encoding", "gzip"}}), *asset).headers.find("Content-Encoding"));
  CHECK_FALSE(make_asset(kStyle, "image/png", "no-cache")->has_gzip);
}

TEST_CASE("a client that holds the same content is not sent it again") {
  const auto asset = make_asset(kStyle, "text/css", "public");
  const std::string tag(*serve(asking(), *asset).headers.find("ETag"));
  CHECK(serve(asking({{"If-None-Match", tag}}), *asset).status == Status::NotModified);
  CHECK(serve(asking({{"If-None-Match", "\"other\", W/" + tag}}), *asset).status == Status::NotModified);
  CHECK(serve(asking({{"If-None-Match", "*"}}), *asset).status == Status::NotModified);
  CHECK(serve(asking({{"If-None-Match", "\"other\""}}), *asset).status == Status::Ok);
  CHECK(serve(asking({{"If-None-Match", tag}, {"Accept-Encoding", "gzip"}}), *asset).status == Status::Ok);
  CHECK(serve(asking({{"If-None-Match", tag}}), *asset).headers.find("ETag") == tag);
  Request posted = asking({{"If-None-Match", tag}});
  posted.method = Method::Post;
  CHECK(serve(posted, *asset).status == Status::Ok);
  CHECK(tag == *make_asset(kStyle, "text/css", "")->plain.headers.find("ETag"));
  CHECK(tag != *make_asset(kStyle + "x", "text/css", "")->plain.headers.find("ETag"));
}

TEST_CASE("a folder is served from memory, and nothing beside it can be named") {
  const Folder folder;
  folder.write("site.css", kStyle);
  folder.write("js/app.js", "run();");
  folder.write("secret.key", "secret");
  folder.write("run.sh", "secret");
  std::filesystem::create_symlink("/etc/hostname", folder.path() + "/link.txt");
  Router router;
  static_files(router, "/assets", load_assets(folder.path(), "public, max-age=300"));
  Server server({}, std::move(router));
  server.start();
  const auto get = [&](const std::string& target) {
    return RawClient(server.port()).send("GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n").read();
  };
  CHECK(get("/assets/site.css").content == kStyle);
  CHECK(get("/assets/site.css").field("Content-Type") == "text/css; charset=utf-8");
  CHECK(get("/assets/site.css").field("Cache-Control") == "public, max-age=300");
  CHECK(get("/assets/js/app.js").content == "run();");
  for (const char* target : {"/assets/secret.key", "/assets/run.sh", "/assets/link.txt", "/assets/",
                             "/assets", "/assets/js", "/assets/site.css/"})
    CHECK(get(target).status == 404);
  for (const char* target : {"/assets/../secret.key", "/assets/..%2fsecret.key", "/assets/%2e%2e/secret.key"})
    CHECK(get(target).status == 400);
}

TEST_CASE("the hash of content is the same on every run and differs with one byte") {
  CHECK(content_hash("") == "99aa06d3014798d86001c324468d497f");
  CHECK(content_hash("a").size() == 32);
  CHECK(content_hash("a") != content_hash("b"));
}
