// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A whole report as it stands, on one page or on paper. Every figure in it says that
// it is provisional.

#pragma once

#include <string>
#include <vector>

#include "platform/html/builder.h"
#include "platform/pdf/report.h"
#include "report/report_service.h"

namespace sightline::report {

/// Title, contents, problems and every section.
html::Html draft_html(const ReportView& view);

/// The same as a document of its own: what `sightline report build` writes. The built files for browsers lie
/// in the folder `assets` beside it ("assets/").
html::Html draft_document(const ReportView& view, const std::string& assets);

/// The same for paper; what is wrong with a figure is for pdf::Worker to refuse. `today` stands on its title
/// page.
pdf::Report draft_paper(const ReportView& view, Date today);

/// The sections of a report and the figures of their blocks for paper, of a draft or of an edition. Behind
/// each figure within a sentence stands `behind_each_figure`, " (provisional, as of entry 412)".
std::vector<pdf::Section> paper_sections(const Composed& composed, const Figures& figures,
                                         const QuotedWords& words,
                                         const std::string& behind_each_figure = {});
std::vector<pdf::Figure> paper_figures(const Composed& composed, const Figures& figures);

}  // namespace sightline::report
