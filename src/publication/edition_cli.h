// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// sightline edition list · edition verify · figure explain: what was published, whether
// it is whole, and what a number of it rests on. For the operator.

#pragma once

#include <string>

#include "journal/journal_service.h"
#include "platform/terminal/answer.h"

namespace sightline::publication {

/// Every edition, newest first.
Result<terminal::Answer> list_editions(journal::Journal& journal);

/// Declined when anything is not what it was when it was published; each such thing with was and is.
Result<terminal::Answer> verify_edition(journal::Journal& journal, const std::string& edition_key);

/// Definition, value, denominator, and the inspections and cases behind it: every one.
Result<terminal::Answer> explain_figure(journal::Journal& journal, const std::string& edition_key,
                                        const std::string& figure_key);

}  // namespace sightline::publication
