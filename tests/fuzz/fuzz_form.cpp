// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Any bytes as a form: what is read is text within the limits, and encoding it and
// reading it again gives the same form. The same bytes as an address give a path
// without dot segments, empty segments or control characters, or nothing.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/text.h"
#include "platform/http/request.h"

namespace {

using namespace sightline;

void must(bool holds) {
  if (!holds) std::abort();
}

void check_path(const std::string& path) {
  must(path.starts_with('/') && is_utf8(path));
  must(path.find("//") == std::string::npos && path.find('\\') == std::string::npos);
  must((path + '/').find("/./") == std::string::npos && (path + '/').find("/../") == std::string::npos);
  for (const char c : path) must(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string input(data, data + size);
  const http::FieldLimits limits = {.fields = 50, .name_bytes = 30, .value_bytes = 300};
  const auto form = http::parse_fields(input, limits);
  if (form) {
    must(form->size() <= limits.fields);
    for (const auto& [name, value] : *form) {
      must(is_utf8(name) && name.size() <= limits.name_bytes);
      must(is_utf8(value) && value.size() <= limits.value_bytes);
    }
    const auto again = http::parse_fields(http::encode_fields(*form), limits);
    must(again && *again == *form);
  }
  must(http::percent_decode(http::percent_encode(input)) == input);
  if (const auto target = http::parse_target(input)) check_path(target->path);
  return 0;
}
