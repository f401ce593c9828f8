// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// sightline-extract: reads one document from its standard input and writes its text,
// or the reason why there is none, to its standard output. Started by
// platform/extract for each document anew; what it opens may be hostile.
//
//   sightline-extract pdf <document >output

#include "platform/document/read.h"
#include "platform/document/shut_in.h"

namespace {

constexpr int kUsage = 64;

}  // namespace

int main(int count, char** arguments) {
  using namespace sightline;
  const auto format = count == 2 ? from_word<extract::Format>(arguments[1]) : std::nullopt;
  if (!format) return kUsage;
  document::read_shut_in(*format, document::read);
}
