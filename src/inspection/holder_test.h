// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Somebody for each row of a table of who may do what: of every role, and of none.

#pragma once

#include <optional>
#include <string>

#include "inspection/inspection_service.h"
#include "people/access_test.h"
#include "people/office_test.h"

namespace sightline::inspection::testing {

/// Whoever holds the role of that word where it reaches: everywhere, for `body`, or on the team of `team`;
/// for any other word, and for a place on no team, whoever holds none.
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
  if (team)
    REQUIRE(office.journal.perform(people::the_operator(),
                                   AssignMember{*team, *member.person, *from_word<TeamRole>(role)}));
  return member;
}

}  // namespace sightline::inspection::testing
