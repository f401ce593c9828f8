// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The life of a process that reads one document: the document is its standard
// input, what came of it its standard output (platform/extract/output.h).

#pragma once

#include <string_view>

#include "platform/extract/format.h"

namespace sightline::document {

using ReadDocument = extract::Reading (*)(std::string_view document, extract::Format format);

/// Maps the document, enters the sandbox, and only then has it read. Without a sandbox nothing is read.
/// Ends the process. To be called by main().
[[noreturn]] void read_shut_in(extract::Format format, ReadDocument read);

}  // namespace sightline::document
