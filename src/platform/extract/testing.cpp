// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//

#include "platform/extract/testing.h"

namespace sightline::extract::testing {

std::string program() {
  return SIGHTLINE_EXTRACT;
}
std::string attempting_program() {
  return SIGHTLINE_ATTEMPT;
}
std::string program_without_landlock() {
  return SIGHTLINE_WITHOUT_LANDLOCK;
}

}  // namespace sightline::extract::testing
