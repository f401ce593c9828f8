// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// sightline journal verify

#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "journal/journal_service.h"
#include "platform/terminal/answer.h"

namespace sightline::journal {

/// Reads NUMBER:DIGEST as the verb itself prints it; refuses anything else.
Result<Note> read_note(std::string_view text);

/// Says how many entries were read and the digest of the last, to be noted down elsewhere; declines,
/// naming the first entry that does not fit. Handbook §5.9-5.10.
terminal::Answer verify(Journal& journal, const std::optional<Note>& note,
                        const std::function<void(std::int64_t checked)>& progress);

}  // namespace sightline::journal
