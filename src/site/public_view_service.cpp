// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "site/public_view_service.h"

#include <algorithm>
#include <iterator>

#include "assessment/published_total_service.h"
#include "evaluation/evaluation_service.h"
#include "inspection/inspection_service.h"
#include "people/organisation_service.h"
#include "publication/edition_service.h"
#include "publication/publication_service.h"
#include "response/answer_service.h"
#include "response/response_service.h"

namespace sightline::site {

namespace {

constexpr int kPage = 500;

/// Every item of a list that is read page by page.
template <class ReadPage>
auto whole(ReadPage read_page) {
  auto page = read_page(1);
  auto all = std::move(page.items);
  for (std::int64_t number = 2; number <= page.cut.pages; ++number) {
    auto next = read_page(number);
    std::move(next.items.begin(), next.items.end(), std::back_inserter(all));
  }
  return all;
}

/// Whether `a` is put before `b`: by the first day each may mean; without a time last.
bool is_before(const std::optional<Period>& a, const std::optional<Period>& b) {
  if (!a || !b) return a.has_value() && !b.has_value();
  return a->earliest() < b->earliest();
}

std::vector<inspection::Inspection> known_inspections(sql::Reader& reader) {
  std::vector<inspection::Inspection> all;
  const auto lines = whole([&](std::int64_t page) {
    return inspection::board(reader, people::the_operator(), {.origin = inspection::Origin::PublicRecord},
                             page, kPage);
  });
  for (const inspection::BoardLine& line : lines)
    if (line.reality == people::Reality::Real)
      if (auto found = inspection::find_inspection(reader, people::the_operator(), line.id))
        all.push_back(*std::move(found));
  return all;
}

std::vector<ForceView> forces_in(sql::Reader& reader) {
  std::vector<ForceView> forces;
  for (people::Organisation& force : whole([&](std::int64_t page) {
         return people::list_organisations(reader, people::OrganisationKind::PoliceForce, page, kPage);
       })) {
    if (force.reality != people::Reality::Real) continue;
    ForceView view{.force = std::move(force), .body_forms = {}, .inspections = {}, .totals = {}};
    if (view.force.overseen_by) view.body_forms = people::forms_of(reader, *view.force.overseen_by);
    forces.push_back(std::move(view));
  }
  return forces;
}

void add_inspections(sql::Reader& reader, std::vector<ForceView>& forces) {
  const auto add = [&](people::OrganisationId force, const InspectionView& view) {
    for (ForceView& candidate : forces)
      if (candidate.force.id == force) candidate.inspections.push_back(view);
  };
  for (const inspection::Inspection& found : known_inspections(reader)) {
    add(found.body, {found, std::nullopt});
    if (found.kind != inspection::Kind::JointTargetedAreaInspection) continue;
    const auto area = people::find_organisation(reader, found.body);
    for (const people::OrganisationId force : inspection::forces_of_area(reader, found.body))
      add(force, {found, area ? area->name : std::string()});
  }
  for (ForceView& force : forces)
    std::stable_sort(force.inspections.begin(), force.inspections.end(),
                     [](const InspectionView& a, const InspectionView& b) {
                       return is_before(time_of(a.inspection), time_of(b.inspection));
                     });
}

/// In the order of the inspections they are about.
void add_totals(const std::vector<assessment::PublishedTotal>& totals, std::vector<ForceView>& forces) {
  for (ForceView& force : forces)
    for (const InspectionView& view : force.inspections)
      for (const assessment::PublishedTotal& total : totals)
        if (total.body == force.force.id && total.inspection == view.inspection.id)
          force.totals.push_back(total);
}

/// The force's key when the site has a page about it.
std::optional<std::string> page_key(const std::vector<ForceView>& forces, const std::string& force_key) {
  const auto has_page =
      std::ranges::any_of(forces, [&](const ForceView& view) { return view.force.key == force_key; });
  return has_page ? std::optional(force_key) : std::nullopt;
}

PublicationView view_of(sql::Reader& reader, const publication::KnownPublication& known,
                        const std::vector<ForceView>& forces, Date today) {
  PublicationView view{
      .publication = known.publication,
      .clock = response::ResponseClock(known.publication.published_on),
      .responses = {},
      .evaluations = whole([&](std::int64_t page) {
        return evaluation::evaluations_of(reader, known.publication.key, page, kPage)->evaluations;
      }),
      .editions = {},
      .recommendations = {},
      .answers = whole([&](std::int64_t page) {
        return response::answers_about(reader, known.publication.key, page, kPage);
      })};
  for (response::BoardLine& line : whole([&](std::int64_t page) {
         return response::board_of(reader, known.publication.key, today, std::nullopt, page, kPage)->lines;
       }))
    view.responses.push_back({.force_name = std::move(line.force_name),
                              .force_key = page_key(forces, line.force_key),
                              .body_name = std::move(line.body_name),
                              .response = std::move(line.response),
                              .state = line.state});
  for (publication::Edition& edition : publication::all_editions(reader)) {
    if (edition.publication != known.id) continue;
    std::vector<EditionFileView> files;
    for (publication::FileSize& file : publication::file_sizes(reader, edition.id))
      files.push_back({std::move(file.path), std::move(file.digest), file.bytes});
    view.editions.push_back({std::move(edition), std::move(files)});
  }
  if (!view.editions.empty())
    view.recommendations = publication::published_recommendations(reader, view.editions.front().edition.id);
  return view;
}

}  // namespace

PublicView read_public_view(sql::Reader& reader, Date today) {
  PublicView view{
      .publications = {}, .forces = forces_in(reader), .totals = assessment::all_published_totals(reader)};
  for (const publication::KnownPublication& known : publication::all_publications(reader))
    view.publications.push_back(view_of(reader, known, view.forces, today));
  add_inspections(reader, view.forces);
  add_totals(view.totals, view.forces);
  return view;
}

}  // namespace sightline::site
