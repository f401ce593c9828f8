// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// sightline framework adopt FILE, sightline programme add

#pragma once

#include <filesystem>

#include "base/result.h"
#include "journal/journal_service.h"
#include "people/people.h"
#include "platform/terminal/answer.h"
#include "programme/programme.h"

namespace sightline::programme {

/// Adopts the framework in `file`. A file that cannot be read is a refusal with Invalid, as is one
/// that says something wrong; both name the file.
Result<terminal::Answer> adopt_framework_file(journal::Journal& journal, const people::Actor& actor,
                                              const std::filesystem::path& file);

Result<terminal::Answer> add_programme(journal::Journal& journal, const people::Actor& actor,
                                       const ProgrammeDetails& details);

}  // namespace sightline::programme
