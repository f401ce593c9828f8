// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Somebody for each row of a table of who may do what: of every role, and of none.

#pragma once

#include <algorithm>
#include <optional>
#include <string>

#include "inspection/inspection_service.h"
#include "people/access_test.h"
#include "people/office_test.h"

namespace sightline::inspection::testing {

/// Whoever holds the role of that word where it reaches: everywhere, for `body`, or on the team of `team`;
/// for any other word, and for a place on no team or on one that does not have it, whoever holds none.
inline people::Actor holder(people::testing::Office& office, const std::string& role,
                            people::OrganisationId body, std::optional<InspectionId> team) {
  static int holders = 0;
  const std::string name = role + "-" + std::to_string(++holders);
  const std::optional<people::Role> known = from_word<people::Role>(role);
  if (!known) return office.person(name);
  switch (people::describe(*known).reach) {
    case people::Reach::Everywhere:
      return office.person(name, {{.role = *known, .organisation = {}}});
    case people::Reach::OneOrganisation:
      return office.person(name, {{.role = *known, .organisation = body}});
    case people::Reach::OneInspection:
      break;
  }
  const people::Actor member = office.person(name);
  if (!team) return member;
  const TeamRole place = from_word<TeamRole>(role).value();
  const Kind kind = [&] {
    sql::Snapshot snapshot = office.journal.snapshot();
    return find_inspection(snapshot, people::the_operator(), *team)->kind;
  }();
  if (std::ranges::count(roles_on_team(kind), place) > 0)
    REQUIRE(office.journal.perform(people::the_operator(), AssignMember{*team, *member.person, place}));
  return member;
}

}  // namespace sightline::inspection::testing
