// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Any bytes as multipart/form-data: cut into pieces or not, the same fields, the
// same files and the same answer come out; names are fit to be shown; limits hold.
//
// The first byte chooses the length of the pieces; the boundary is always "b".

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "platform/http/multipart.h"

namespace {

using namespace sightline;

void must(bool holds) {
  if (!holds) std::abort();
}

struct Memory : http::UploadSink {
  void begin(const http::Upload& upload) override {
    must(!is_open);
    must(is_utf8(upload.name) && !upload.name.empty() && upload.name.size() <= 200);
    must(upload.name.find_first_of("/\\\r\n") == std::string::npos && upload.name.front() != '.');
    is_open = true;
    told += "[" + upload.field + "|" + upload.name + "|" + upload.type + "|";
    bytes_of_file = 0;
  }
  void write(std::string_view bytes) override {
    must(is_open);
    bytes_of_file += bytes.size();
    must(bytes_of_file <= kLimits.file_bytes);
    told += bytes;
  }
  void end() override {
    must(is_open);
    is_open = false;
    told += "]";
  }

  static constexpr http::MultipartLimits kLimits = {
      .parts = 8, .header_bytes = 128, .name_bytes = 20, .value_bytes = 40, .file_bytes = 60};
  bool is_open = false;
  std::uint64_t bytes_of_file = 0;
  std::string told;
};

struct Outcome {
  bool is_read = false;
  std::string refusal;
  http::Form form;
  std::string files;
};

Outcome parse(std::string_view body, std::size_t piece) {
  Memory memory;
  http::MultipartParser parser("b", Memory::kLimits, memory);
  for (std::size_t at = 0; at < body.size(); at += piece) parser.feed(body.substr(at, piece));
  const auto form = parser.finish();
  if (!form) return {false, form.refusal().message, {}, memory.told};
  must(!memory.is_open);
  for (const auto& [name, value] : *form)
    must(is_utf8(name) && is_utf8(value) && name.size() <= 20 && value.size() <= 40);
  must(form->size() <= Memory::kLimits.parts);
  return {true, "", *form, memory.told};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string input(data, data + size);
  const std::string_view body = std::string_view(input).substr(1);
  const Outcome whole = parse(body, body.size() + 1);
  const Outcome in_pieces = parse(body, data[0] % 32U + 1U);
  // Before a refusal, a piece may have given the sink less of a file than the whole would have.
  must(whole.is_read == in_pieces.is_read && whole.refusal == in_pieces.refusal &&
       whole.form == in_pieces.form);
  must(!whole.is_read || whole.files == in_pieces.files);
  http::multipart_boundary(input);
  return 0;
}
