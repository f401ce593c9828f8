// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The figures of an edition as CSV: what is shown and nothing else, so that a file holds
// no number that its page withholds. Handbook §8.34.

#pragma once

#include <vector>

#include "publication/edition.h"

namespace sightline::publication {

/// One file for each figure: its table, or one row with what is shown. A cell that a spreadsheet would run as
/// a formula begins with an apostrophe.
std::vector<EditionFile> csv_files(const std::vector<FrozenFigure>& figures);

}  // namespace sightline::publication
