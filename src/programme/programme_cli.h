// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// sightline framework adopt FILE, sightline programme add

#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"
#include "journal/journal_service.h"
#include "people/people.h"
#include "programme/programme.h"

namespace sightline::programme {

/// Adopts the framework in `file`; returns the sentence to print. A file that cannot be read is a
/// refusal with Invalid, as is one that says something wrong; both name the file.
Result<std::string> adopt_framework_file(journal::Journal& journal, const people::Actor& actor,
                                         const std::filesystem::path& file);

/// Adds a programme; returns the sentence to print.
Result<std::string> add_programme(journal::Journal& journal, const people::Actor& actor,
                                  const ProgrammeDetails& details);

}  // namespace sightline::programme
