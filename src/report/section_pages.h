// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A section of a report as HTML: for the editor, for `sightline report build` and for
// the pages of an edition. Everything goes through the builder, so no text of an
// author can become markup.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "platform/html/builder.h"
#include "report/composition.h"

namespace sightline::report {

struct SectionHtmlOptions {
  /// Added to the level of every heading: 0 makes the section's title an h1.
  int heading_shift = 0;
  /// The address of the page on which another section stands, relative ("custody.html") or a path; without
  /// it every section is on the same page.
  std::function<std::string(const ComposedSection&)> page_of = {};
  /// Where it is told what a figure counts.
  std::function<std::optional<html::Url>(const std::string& key)> explanation_of = {};
  /// Every figure then says "provisional, as of entry N".
  std::optional<std::int64_t> provisional_entry = {};
};

/// Its title, with the section's id, and its text. A figure that is not among `figures`, or stands where it
/// cannot, is marked in the text by its key; of an extract that is not among `words`, it is said that its
/// words are not shown.
html::Html section_html(const Composed& composed, const ComposedSection& section, const Figures& figures,
                        const QuotedWords& words, const SectionHtmlOptions& options = {});

/// The sections as a list of links to their places: "#custody", or what page_of says.
html::Html contents_list(const Composed& composed, const SectionHtmlOptions& options = {});

}  // namespace sightline::report
