// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A figure as a block of a page or of a PDF: caption, drawing, table. Screen and paper
// show the same drawing and the same words.

#pragma once

#include <optional>
#include <string>

#include "figure/shown.h"
#include "platform/html/builder.h"
#include "platform/pdf/report.h"

namespace sightline::figure {

struct FigureBlockOptions {
  std::string id;                             ///< Unique on the page: letters, digits and hyphens.
  std::string note = {};                      ///< "Provisional, as of entry 412."; below the caption.
  std::optional<html::Url> explanation = {};  ///< Where it is told what the figure counts.
};

/// REQUIRES: refuse_use(shown, Block, "") is nothing.
html::Html figure_block(const FigureDetails& details, const Shown& shown, const FigureBlockOptions& options);

/// The drawing alone; empty where there is none. `id` begins every id within it.
html::Html drawing(const FigureDetails& details, const Shown& shown, const std::string& id);

/// The same figure on paper.
pdf::Figure to_pdf(const std::string& key, const FigureDetails& details, const Shown& shown);

}  // namespace sightline::figure
