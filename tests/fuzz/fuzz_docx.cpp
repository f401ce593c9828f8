// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Any bytes as a DOCX, and any bytes as the text part of one: refused, or text that
// may leave the extractor.

#include <zip.h>

#include <cstdint>
#include <cstdlib>
#include <string>

#include "platform/document/read.h"
#include "platform/extract/output.h"

namespace {

using namespace sightline;

void check(std::string_view document) {
  const extract::Reading reading = document::read_docx(document);
  if (extract::read_output(extract::output_of(reading)) != reading) std::abort();
}

/// A DOCX around these bytes.
std::string package_of(std::string_view text_part) {
  static constexpr std::string_view kRelationships =
      "<r><r Type=\"x/officeDocument\" Target=\"word/document.xml\"/></r>";
  zip_source_t* const bytes = ::zip_source_buffer_create(nullptr, 0, 0, nullptr);
  ::zip_source_keep(bytes);
  zip_t* const archive = ::zip_open_from_source(bytes, ZIP_TRUNCATE, nullptr);
  const auto add = [&](const char* name, std::string_view content) {
    ::zip_file_add(archive, name, ::zip_source_buffer(archive, content.data(), content.size(), 0), 0);
  };
  add("_rels/.rels", kRelationships);
  add("word/document.xml", text_part);
  ::zip_close(archive);
  ::zip_source_open(bytes);
  ::zip_source_seek(bytes, 0, SEEK_END);
  std::string package(static_cast<std::size_t>(::zip_source_tell(bytes)), '\0');
  ::zip_source_seek(bytes, 0, SEEK_SET);
  ::zip_source_read(bytes, package.data(), package.size());
  ::zip_source_close(bytes);
  ::zip_source_free(bytes);
  return package;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(bytes), size);
  check(input);
  check(package_of(input));
  return 0;
}
