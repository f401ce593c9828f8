// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Opens documents of unknown origin. Linked into sightline-extract alone, which
// calls read() from inside its sandbox; and into tests and fuzz targets.

#pragma once

#include <string_view>

#include "platform/extract/format.h"

namespace sightline::document {

using extract::Format;
using extract::Reading;
using extract::Unreadable;

/// The text of `document`, which may be anything. Throws std::bad_alloc when there is no memory for it.
Reading read(std::string_view document, Format format);

/// Has every library load what it will need, while files can still be reached.
void warm_up();

Reading read_txt(std::string_view document);
Reading read_html(std::string_view document);
Reading read_pdf(std::string_view document);
Reading read_docx(std::string_view document);
/// What lies in a DOCX as word/document.xml, by itself.
Reading read_docx_text_part(std::string_view xml);

}  // namespace sightline::document
