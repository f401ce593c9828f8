// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Any bytes as a DOCX, and any bytes as the text part of one: refused, or text that
// may leave the extractor.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "platform/document/read.h"
#include "platform/extract/output.h"

namespace {

using namespace sightline;

void check(const extract::Reading& reading) {
  if (extract::read_output(extract::output_of(reading)) != reading) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(bytes), size);
  check(document::read_docx(input));
  check(document::read_docx_text_part(input));
  return 0;
}
