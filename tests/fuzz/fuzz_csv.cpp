// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Any bytes: refused with one sentence that names a line, or read and then written
// and read as the same cells. Every input is tried as it is and below a right header,
// so that rows are reached.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "platform/csv/csv.h"

namespace {

using namespace sightline;

const std::vector<std::string> kColumns{"a", "b"};

void check(const std::string& text) {
  const auto rows =
      csv::read(text, "x.csv", kColumns, {.file_bytes = 1 << 20, .rows = 100, .cell_bytes = 1000});
  if (!rows) {
    const std::string& message = rows.refusal().message;
    if (!message.starts_with("x.csv, line ") || !message.ends_with('.')) std::abort();
    return;
  }
  csv::Writer writer(kColumns);
  for (const csv::Row& row : *rows) writer.add({row["a"], row["b"]});
  const auto again = csv::read(writer.text(), "x.csv", kColumns);
  if (!again || again->size() != rows->size()) std::abort();
  for (std::size_t i = 0; i < rows->size(); ++i)
    for (const std::string& column : kColumns)
      if ((*rows)[i][column] != (*again)[i][column]) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  check(text);
  check("a,b\n" + text);
  return 0;
}
