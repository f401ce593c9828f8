// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//

#include "platform/document/read.h"

#include <cstdlib>

namespace sightline::document {

Reading read(std::string_view document, Format format) {
  if (document.size() > extract::kMostFileBytes) return Unreadable::TooLarge;
  switch (format) {
    case Format::Txt:
      return read_txt(document);
    case Format::Html:
      return read_html(document);
    case Format::Pdf:
      return read_pdf(document);
    case Format::Docx:
      return read_docx(document);
  }
  std::abort();
}

}  // namespace sightline::document
