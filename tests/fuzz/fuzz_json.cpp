// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Any bytes: refused with one sentence, or read and then written as the same value.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "platform/json/json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace sightline;
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const Result<json::Value> value = json::parse(text);
  if (!value) {
    if (!value.refusal().message.ends_with('.')) std::abort();
    return 0;
  }
  const std::string written = json::write(*value);
  const Result<json::Value> again = json::parse(written, {.bytes = written.size()});
  if (!again || json::write(*again) != written) std::abort();
  return 0;
}
