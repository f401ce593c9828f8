// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "evaluation/before_and_after_service.h"

#include <functional>

#include "evaluation/before_and_after_store.h"
#include "inspection/inspection_service.h"

namespace sightline::evaluation {

namespace {

/// REQUIRES: a framework that has a scale, where anything is graded.
GradedInspection read_inspection(sql::Reader& reader, inspection::InspectionId id) {
  followed::Head head = followed::head(reader, id);
  GradedInspection inspection = std::move(head.inspection);
  if (head.framework) inspection.framework = programme::find_framework(reader, *head.framework);
  if (!inspection.framework || !inspection.framework->framework.scale) return inspection;
  const auto best = static_cast<int>(inspection.framework->framework.scale->labels.size());
  for (const followed::GradeCount& count : followed::grades(reader, id)) {
    AreaCount& area = inspection.areas[count.area];
    area.graded += count.cases;
    if (count.grade.rank < best) area.below += count.cases;
  }
  inspection.case_kinds = followed::case_kinds(reader, id);
  return inspection;
}

using PolicyOf = std::function<Policy(const followed::Pair&)>;

Result<ProgrammeBeforeAndAfter> read(sql::Reader& reader, const std::optional<people::PersonId>& viewer,
                                     std::string_view programme_key, const PolicyOf& policy_of,
                                     std::int64_t page_number) {
  auto programme = programme::find_programme(reader, programme_key);
  if (!programme || !followed::concerns(reader, viewer, programme->id))
    return Refusal{Refusal::Kind::NotFound, "There is no such programme.", {}};
  const Page<followed::Body> page =
      followed::bodies(reader, viewer, programme->id, page_number, kBodiesOnAPage);
  Comparisons comparisons;
  std::vector<BodyBeforeAndAfter> bodies;
  for (const followed::Body& body : page.items) {
    BodyBeforeAndAfter shown{.name = body.name, .pairs = {}};
    for (const followed::Pair& pair : followed::pairs(reader, viewer, programme->id, body.id))
      shown.pairs.push_back(laid_beside(read_inspection(reader, pair.earlier),
                                        read_inspection(reader, pair.later), policy_of(pair)));
    for (const BeforeAndAfter& pair : shown.pairs) comparisons.add(pair);
    bodies.push_back(std::move(shown));
  }
  return ProgrammeBeforeAndAfter{.programme = *std::move(programme),
                                 .bodies = page_of(page.cut, std::move(bodies)),
                                 .comparisons = comparisons};
}

}  // namespace

std::vector<programme::Programme> programmes_with_before_and_after(sql::Reader& reader,
                                                                   const people::Actor& actor) {
  std::vector<programme::Programme> concerned;
  for (programme::Programme& each : programme::programmes(reader))
    if (followed::concerns(reader, actor.person, each.id)) concerned.push_back(std::move(each));
  return concerned;
}

// Handbook §9.20
Result<ProgrammeBeforeAndAfter> before_and_after(sql::Reader& reader, const people::Actor& actor,
                                                 std::string_view programme_key, std::int64_t page_number) {
  const auto sees_cases = [&](inspection::InspectionId id) {
    return inspection::permissions_in(reader, actor, id).may(people::Permission::SeeCases);
  };
  const auto policy_of = [&](const followed::Pair& pair) {
    return sees_cases(pair.earlier) && sees_cases(pair.later) ? Policy::AsCounted : Policy::RoundedToFive;
  };
  return read(reader, actor.person, programme_key, policy_of, page_number);
}

Result<ProgrammeBeforeAndAfter> public_before_and_after(sql::Reader& reader, std::string_view programme_key,
                                                        std::int64_t page_number) {
  return read(
      reader, std::nullopt, programme_key, [](const followed::Pair&) { return Policy::RoundedToFive; },
      page_number);
}

}  // namespace sightline::evaluation
