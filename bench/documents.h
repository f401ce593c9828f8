// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Documents in and out: a report of 60 pages set as PDF and rendered as HTML, and a
// PDF of 68 pages read as text.

#pragma once

#include <filesystem>
#include <vector>

#include "figure.h"

namespace sightline::bench {

/// The PDF in seconds from a worker that is warm, and the HTML of the same words in milliseconds. Throws when
/// no PDF can be set, and when the same report gave other bytes.
std::vector<Figure> long_report(int rounds);

/// sightline-extract against pdftotext, which is poppler without walls: each one process for each reading.
Figure long_document(const std::filesystem::path& workplace, int rounds);

}  // namespace sightline::bench
