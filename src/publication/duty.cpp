// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "publication/duty.h"

#include <cstdlib>

namespace sightline::publication {

std::string_view kind_in_words(BodyKind kind) {
  switch (kind) {
    case BodyKind::Commissioner:
      return "police and crime commissioner";
    case BodyKind::FireCommissioner:
      return "police, fire and crime commissioner";
    case BodyKind::Mayor:
      return "mayor";
    case BodyKind::MayorThroughMopac:
      return "mayor, through the Mayor’s Office for Policing and Crime";
    case BodyKind::CityCorporation:
      return "City of London Corporation, as police authority";
  }
  std::abort();
}

}  // namespace sightline::publication
