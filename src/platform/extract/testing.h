// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The programs that tests have documents read by. Linked into tests only.

#pragma once

#include <string>

namespace sightline::extract::testing {

std::string program();                   ///< sightline-extract, as it is installed.
std::string attempting_program();        ///< Does in its sandbox what the document says.
std::string program_without_landlock();  ///< sightline-extract on a kernel that has none.

}  // namespace sightline::extract::testing
