// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// sightline organisation polices

#pragma once

#include <string>

#include "base/source.h"
#include "journal/journal_service.h"
#include "platform/terminal/answer.h"

namespace sightline::inspection {

/// Puts on record, as the operator, that the force polices the area; both named by their keys.
Result<terminal::Answer> record_force_of_area(journal::Journal& journal, const std::string& force_key,
                                              const std::string& area_key, const Source& source);

}  // namespace sightline::inspection
