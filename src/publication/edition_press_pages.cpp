// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "publication/edition_press_pages.h"

#include <algorithm>

#include "platform/html/elements.h"
#include "platform/pdf/check.h"
#include "publication/edition_csv_service.h"
#include "publication/edition_files_pages.h"
#include "publication/edition_links.h"
#include "publication/edition_state_pages.h"

namespace sightline::publication {

using html::class_;

html::Html state_place() {
  return html::div({class_("app-edition-state")});
}

std::string with_state(std::string page, const html::Html& state) {
  static const std::string kPlace(state_place().view());
  if (const std::size_t at = page.find(kPlace); at != std::string::npos)
    page.replace(at, kPlace.size(), html::div({class_("app-edition-state")}, state).view());
  return page;
}

namespace {

/// The PDF, or why there is none. Handbook §8.35
Result<std::string> pressed(const Composition& composition, const Press& press) {
  SIGHTLINE_TRY(pdf::Pdf made, press.worker->set(paper(composition)));
  const std::vector<std::string> problems = pdf::check(made.bytes);
  if (!problems.empty())
    return Refusal{Refusal::Kind::Invalid, std::string(kFailedCheck) + problems.front(), {}};
  return std::move(made.bytes);
}

std::string_view media_type_of(std::string_view name) {
  if (name.ends_with(".css")) return "text/css; charset=utf-8";
  if (name.ends_with(".svg")) return "image/svg+xml";
  return "text/javascript; charset=utf-8";
}

/// Everything but the PDF.
std::vector<EditionFile> files_of(const Composition& composition, const Press& press, Paper made) {
  const EditionPages pages(composition, made);
  std::vector<EditionFile> files{pages.index(), pages.press_release()};
  for (const report::ComposedSection& section : composition.report.sections)
    files.push_back(pages.chapter(section));
  if (!composition.content.recommendations.empty()) files.push_back(pages.recommendations());
  if (!composition.content.figures.empty()) files.push_back(pages.figures());
  for (const FrozenFigure& figure : composition.content.figures) files.push_back(pages.figure(figure));
  for (EditionFile& file : csv_files(composition.content.figures)) files.push_back(std::move(file));
  for (const auto& [name, bytes] : press.built)
    files.push_back({"assets/" + name, std::string(media_type_of(name)), bytes});
  return files;
}

}  // namespace

Result<PreparedEdition> prepare(sql::Reader& reader, const people::Actor& actor, const EditionDraft& draft,
                                const Press& press) {
  SIGHTLINE_TRY(Composition composition, compose_edition(reader, actor, draft));
  if (!composition.problems.empty()) return refuse_problems(composition);
  Result<std::string> made = pressed(composition, press);
  std::vector<EditionFile> files = files_of(composition, press, made ? Paper::Made : Paper::Refused);
  PreparedEdition prepared{.content = std::move(composition.content),
                           .entry = composition.entry,
                           .files = std::move(files),
                           .pdf_refusal = {}};
  if (made)
    prepared.files.push_back({kPaper, "application/pdf", *std::move(made)});
  else
    prepared.pdf_refusal = made.refusal().message;
  std::ranges::sort(prepared.files, {}, &EditionFile::path);
  return prepared;
}

}  // namespace sightline::publication
