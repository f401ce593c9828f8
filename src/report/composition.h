// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The sections of a report read together: what each says, which figures and
// extracts they ask for, and everything that stands in the way of publishing, by section and line.
// Handbook §12.
//
// An address within a report, "#id", names a heading of the same section, a section
// (ComposedSection::id) or, where no other section has such a heading too, a heading
// of another section. compose() turns the last kind into its whole id, so that it
// holds on one page, over several pages and in a PDF: ids of headings and footnotes
// are written with id_prefix() before them, those of sections as they are.
//
// Pure: no clock, no database, no request. platform/markdown is values alone.

#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "figure/shown.h"
#include "platform/markdown/markdown.h"
#include "report/quotation.h"
#include "report/report.h"

namespace sightline::report {

/// The sites a report may link to, besides pages of its own site; ".gov.uk" stands for gov.uk and all below
/// it. Public bodies of the United Kingdom alone: whoever reads an official report follows its links in good
/// faith.
inline constexpr auto kLinkHosts = std::to_array<std::string_view>({
    ".gov.uk",  // departments, inspectorates, councils and legislation.gov.uk
    ".parliament.uk",
    ".police.uk",
    ".nhs.uk",
    ".judiciary.uk",
    ".nationalarchives.gov.uk",  // what was published and is no longer
    ".nspcc.org.uk",             // where a reader who is worried about a child may turn
    ".childline.org.uk",
});

/// How every section is read: headings from level 2, hosts of kLinkHosts, kLongestMarkdown.
markdown::Rules rules();

struct LineProblem {
  int section;  ///< Its position; 0 for the report as a whole.
  int number;   ///< The section's number, for its address; 0 as above.
  std::string section_title;
  int line;  ///< Of the section's text, from 1; 0 for the title or the whole.
  std::string sentence;

  friend bool operator==(const LineProblem&, const LineProblem&) = default;
};

/// "Section 2, “Custody”, line 14: There is no figure “x”."
std::string in_words(const LineProblem& problem);

struct ComposedSection {
  SectionId section;
  int number;
  int position;
  int revision;
  std::string title;
  std::string
      id;  ///< Made from the title, unique in the report: names its place on a page, and a page of its own.
  markdown::Document document;
};

/// Stands before every id of a section's own headings and footnotes: "custody--".
std::string id_prefix(const ComposedSection& section);

struct Composed {
  std::vector<ComposedSection> sections;  ///< In order.
  std::set<std::string> figure_keys;      ///< Every figure that is asked for.
  std::set<std::int64_t> extracts;        ///< The number of every extract that is quoted.
  std::vector<LineProblem> problems;      ///< By section and line; none about figures or extracts.
};

/// The same report and rules give the same answer. What could be read is in it, for a preview; publish it
/// only when there are no problems.
Composed compose(const Report& report, const markdown::Rules& rules = report::rules());

/// The section in which an id stands ("custody", "custody--why-it-matters"); null when there is none.
const ComposedSection* section_with(const Composed& composed, std::string_view whole_id);

/// The text of a section that stands on a page of its own: addresses of other sections get the page in front
/// of them that `page_of` names ("custody.html#custody--cells").
markdown::Document across_pages(const Composed& composed, const ComposedSection& section,
                                const std::function<std::string(const ComposedSection&)>& page_of);

/// A figure as a report shows it.
struct ReportFigure {
  figure::FigureDetails details;
  figure::Shown shown;
};
using Figures = std::map<std::string, ReportFigure>;
/// Why figures could not be worked out, by key.
using RefusedFigures = std::map<std::string, Refusal>;

/// Every use of a figure that is unknown, cannot be computed, or stands in a form or part it does not have;
/// and every block without alternative text. By section and line.
std::vector<LineProblem> problems_with_figures(const Composed& composed, const Figures& figures,
                                               const RefusedFigures& refused);

/// Every extract that is not among `quotables`, for whatever reason, or that cannot be quoted. By section and
/// line.
std::vector<LineProblem> problems_with_quotations(const Composed& composed, const Quotables& quotables,
                                                  ProgrammeId programme);

/// What writes the words of extracts in a section; `words` outlives it.
std::function<std::optional<std::string>(const markdown::ExtractBlock&)> words_of(const QuotedWords& words);

}  // namespace sightline::report
