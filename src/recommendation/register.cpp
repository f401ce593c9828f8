// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "recommendation/register.h"

namespace sightline::recommendation {

std::string_view name_of(people::OrganisationKind kind) {
  using enum people::OrganisationKind;
  switch (kind) {
    case PoliceForce:
      return "Police force";
    case LocalPolicingBody:
      return "Local policing body";
    case LocalAuthorityArea:
      return "Local authority area";
    case Inspectorate:
      return "Inspectorate";
    case Government:
      return "Government";
    case Other:
      break;
  }
  return "Other body";
}

}  // namespace sightline::recommendation
