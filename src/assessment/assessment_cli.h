// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// sightline case list · case show: how far the cases of an inspection have come, for
// the operator. States and outcomes alone: no reason, no name and no other word that
// anybody typed about a case reaches a terminal or what records it. Handbook §9.8.

#pragma once

#include <string>

#include "journal/journal_service.h"
#include "platform/terminal/answer.h"

namespace sightline::assessment {

/// Every case by number, with its kind and the state of the inspectors' assessment.
Result<terminal::Answer> list_cases(journal::Journal& journal, const std::string& inspection_key);

/// The outcomes of one case area by area; the body's own beside them once the inspectors' are fixed.
Result<terminal::Answer> show_case(journal::Journal& journal, const std::string& inspection_key,
                                   const std::string& number);

}  // namespace sightline::assessment
