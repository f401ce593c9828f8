// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The files of an edition, one by one. edition_press_pages.h puts them together.

#pragma once

#include <optional>
#include <string>

#include "platform/html/govuk.h"
#include "platform/pdf/report.h"
#include "publication/edition_service.h"

namespace sightline::publication {

/// Whether there is a PDF to link to.
enum class Paper { Made, Refused };

/// The pages of one edition: they share the frame and the list of chapters.
class EditionPages {
 public:
  /// `composition` must outlive the pages.
  EditionPages(const Composition& composition, Paper paper) : composition_(composition), paper_(paper) {}

  EditionFile index() const;
  EditionFile chapter(const report::ComposedSection& section) const;
  EditionFile recommendations() const;
  EditionFile press_release() const;
  EditionFile figures() const;
  EditionFile figure(const FrozenFigure& figure) const;

 private:
  EditionFile page(const std::string& path, const std::string& title, const html::Html& main) const;
  html::Html section(const report::Composed& composed, const report::ComposedSection& section,
                     const std::string& path) const;
  html::Html turn_pages(const report::ComposedSection& section) const;

  const Composition& composition_;
  Paper paper_;
};

/// The names of the addressees, as a list that opens where there are several.
html::Html addressed_to(const FrozenRecommendation& recommendation);

// Said of recommendations on screen and on paper alike.

/// From which day their time is counted, as a sentence.
std::string when_time_begins(const EditionContent& content);

/// The edition as it goes to paper.
pdf::Report paper(const Composition& composition);

}  // namespace sightline::publication
