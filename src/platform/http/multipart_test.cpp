// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Forms with files: what is taken, what is refused, and that pieces do not matter.

#include "platform/http/multipart.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "platform/http/request.h"

using namespace sightline::http;
using namespace std::string_view_literals;

namespace {

struct Received {
  Upload upload;
  std::string content;
  bool is_ended = false;
};

class Memory : public UploadSink {
 public:
  void begin(const Upload& upload) override { files.push_back({upload, "", false}); }
  void write(std::string_view bytes) override { files.back().content += bytes; }
  void end() override { files.back().is_ended = true; }
  std::vector<Received> files;
};

sightline::Result<Form> parse(std::string_view body, Memory& memory, const MultipartLimits& limits = {},
                              std::size_t piece = 1 << 20) {
  MultipartParser parser("b", limits, memory);
  for (std::size_t at = 0; at < body.size(); at += piece) parser.feed(body.substr(at, piece));
  return parser.finish();
}

bool is_refused(std::string_view body, const MultipartLimits& limits = {}) {
  Memory memory;
  return !parse(body, memory, limits);
}

constexpr std::string_view kBody =
    "--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nline one\r\n--line two\r\n"
    "--b\r\nContent-Disposition: form-data; name=\"document\"; filename=\"C:\\notes\\plan %22a%22.pdf\"\r\n"
    "Content-Type: application/pdf\r\n\r\n%PDF\r\n--\r\n-b\r\n\0binary\r\n"
    "\r\n--b\r\nContent-Disposition: form-data; name=empty; filename=\"\"\r\n\r\n\r\n--b--\r\n"sv;

std::string part(std::string_view header, std::string_view content = "x") {
  return "--b\r\n" + std::string(header) + "\r\n\r\n" + std::string(content) + "\r\n--b--\r\n";
}

constexpr std::string_view kNamed = "Content-Disposition: form-data; name=\"a\"";
constexpr std::string_view kFile = "Content-Disposition: form-data; name=\"a\"; filename=\"f\"";

}  // namespace

TEST_CASE("text fields are returned and files go to the sink, however the body is cut") {
  for (std::size_t piece = 1; piece < kBody.size() + 1; ++piece) {
    Memory memory;
    const auto form = parse(kBody, memory, {}, piece);
    REQUIRE(form);
    CHECK(*form == Form{{"note", "line one\r\n--line two"}});
    REQUIRE(memory.files.size() == 2);
    CHECK(memory.files[0].upload.field == "document");
    CHECK(memory.files[0].upload.name == "plan \"a\".pdf");
    CHECK(memory.files[0].upload.type == "application/pdf");
    CHECK(memory.files[0].content == "%PDF\r\n--\r\n-b\r\n\0binary\r\n"sv);
    CHECK(memory.files[0].is_ended);
    CHECK(memory.files[1].upload.name == "unnamed");
    CHECK(memory.files[1].content.empty());
    CHECK(memory.files[1].is_ended);
  }
}

TEST_CASE("a body that is not a form with files is refused") {
  CHECK(is_refused(""));
  CHECK(is_refused("--b"));
  CHECK(is_refused("preamble\r\n--b--\r\n"));
  CHECK(is_refused("--c\r\n\r\n--c--"));
  CHECK(is_refused(part(kNamed) + "epilogue"));
  CHECK(is_refused("--b\r\n" + std::string(kNamed) + "\r\n\r\nno end"));
  CHECK(is_refused("--bX\r\n" + std::string(kNamed) + "\r\n\r\nx\r\n--b--\r\n"));
  CHECK_FALSE(is_refused("--b--\r\n"));
  CHECK_FALSE(is_refused("--b--"));
}

TEST_CASE("a part whose header is unusual is refused") {
  CHECK(is_refused(part("Content-Type: text/plain")));
  CHECK(is_refused(part("Content-Disposition: attachment; name=\"a\"")));
  CHECK(is_refused(part("Content-Disposition: form-data")));
  CHECK(is_refused(part("Content-Disposition: form-data; name=\"a")));
  CHECK(is_refused(part("Content-Disposition: form-data; name=\"a\"\r\nno colon")));
  CHECK(is_refused(part(std::string(kNamed) + "\r\n" + std::string(kNamed))));
  CHECK(is_refused(part(std::string(kNamed) + "\r\nContent-Transfer-Encoding: base64")));
  CHECK(is_refused(part("Content-Disposition: form-data; name=\"\xFF\"")));
  CHECK(is_refused(part(kNamed, "\xFF")));
  CHECK_FALSE(is_refused(part(kFile, "\xFF")));
}

TEST_CASE("every limit is held to the byte") {
  CHECK_FALSE(is_refused(part(kNamed, "12345"), {.value_bytes = 5}));
  CHECK(is_refused(part(kNamed, "12345"), {.value_bytes = 4}));
  CHECK_FALSE(is_refused(part(kFile, "12345"), {.file_bytes = 5}));
  CHECK(is_refused(part(kFile, "12345"), {.file_bytes = 4}));
  CHECK_FALSE(is_refused(part(kNamed), {.header_bytes = kNamed.size()}));
  CHECK(is_refused(part(kNamed), {.header_bytes = kNamed.size() - 1}));
  CHECK(is_refused(part(kNamed), {.name_bytes = 0}));
  CHECK(is_refused(part(kNamed), {.parts = 0}));
  CHECK(is_refused("--b\r\n" + std::string(10'000, 'x')));
}

TEST_CASE("a refused form leaves its file unended") {
  Memory memory;
  CHECK_FALSE(parse(part(kFile, "12345"), memory, {.file_bytes = 4}));
  REQUIRE(memory.files.size() == 1);
  CHECK_FALSE(memory.files[0].is_ended);
}

TEST_CASE("the boundary is taken from the content type, if it is one") {
  CHECK(multipart_boundary("multipart/form-data; boundary=abc") == "abc");
  CHECK(multipart_boundary("Multipart/Form-Data; charset=utf-8; Boundary=\"a b\"") == "a b");
  for (const char* other : {"", "text/plain; boundary=abc", "multipart/form-data",
                            "multipart/form-data; boundary=", "multipart/form-data; boundary=\"a\r\n\"",
                            "multipart/form-data; boundary=\"a \"", "multipart/mixed; boundary=abc"})
    CHECK_FALSE(multipart_boundary(other));
  CHECK_FALSE(multipart_boundary("multipart/form-data; boundary=" + std::string(71, 'a')));
}

TEST_CASE("the name of a file is made fit to be shown") {
  CHECK(display_name("plan.pdf") == "plan.pdf");
  CHECK(display_name("../../etc/passwd") == "passwd");
  CHECK(display_name("C:\\Users\\a\\plan.pdf") == "plan.pdf");
  CHECK(display_name("...hidden ") == "hidden");
  CHECK(display_name("a\r\n\x7F\tb") == "ab");
  CHECK(display_name("fdp.\xE2\x80\xAE"
                     "exe") == "fdp.exe");
  CHECK(display_name("a\xE2\x80\x8B"
                     "b\xEF\xBB\xBF") == "ab");
  CHECK(display_name("\xFF") == "unnamed");
  CHECK(display_name("") == "unnamed");
  CHECK(display_name("bericht-für-café.odt") == "bericht-für-café.odt");
  CHECK(display_name(std::string(199, 'a') + "é") == std::string(199, 'a'));
}

TEST_CASE("a request hands its files over piece by piece") {
  Request request;
  request.headers.add("Content-Type", "multipart/form-data; boundary=b");
  request.body.append(kBody.substr(0, 100));
  request.body.append(kBody.substr(100));
  Memory memory;
  const auto form = request.multipart(memory);
  REQUIRE(form);
  CHECK(form->size() == 1);
  CHECK(memory.files.size() == 2);
}
