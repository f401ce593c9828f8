// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What a verb of the command line answers: one text for people and the same as
// JSON for machines. Each feature's <feature>_cli gives these; apps/ prints them.

#pragma once

#include <string>

#include "base/result.h"
#include "platform/json/json.h"

namespace sightline::terminal {

enum class Outcome { Done, Declined };

struct Answer {
  std::string words;    ///< Lines for people, without a line feed at the end. May be empty.
  json::Object object;  ///< The same for machines.
  Outcome outcome = Outcome::Done;
};

enum class Form { Words, Json };

/// With a line feed at the end; nothing when there are no words to print. Characters that a terminal
/// would obey, which people may have typed on a page, stand as U+FFFD among the words.
std::string written(const Answer& answer, Form form);

/// A refusal as an answer: its sentence, then one line for each field.
Answer declined(const Refusal& refusal);

}  // namespace sightline::terminal
