// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Any bytes as what a hostile extractor wrote: refused, or one plain text that is
// written and read again as itself.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/utf8.h"
#include "platform/extract/output.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace sightline;
  const extract::Reading reading =
      extract::read_output(std::string_view(reinterpret_cast<const char*>(bytes), size));
  if (const auto* text = std::get_if<std::string>(&reading))
    if (text->empty() || !is_plain_text(*text)) std::abort();
  if (extract::read_output(extract::output_of(reading)) != reading) std::abort();
  return 0;
}
