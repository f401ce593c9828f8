// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "programme/programme.h"

#include "base/text.h"

namespace sightline::programme {

namespace {
constexpr std::size_t kLongestName = 200;
}

Result<ProgrammeDetails> checked(ProgrammeDetails details) {
  details.name = std::string(trimmed(details.name));
  details.source = std::string(trimmed(details.source));
  std::vector<FieldProblem> problems;
  if (details.key.empty() || slug(details.key) != details.key)
    problems.push_back({"key", "Use lower-case letters and digits, joined by single hyphens."});
  if (details.name.empty() || length(details.name) > kLongestName)
    problems.push_back({"name", "Enter a name of 1 to 200 characters."});
  if (details.reality == people::Reality::Real && details.source.empty())
    problems.push_back({"source", "Say where the facts about this programme come from."});
  if (!problems.empty())
    return Refusal{Refusal::Kind::Invalid, "The programme could not be added.", std::move(problems)};
  return details;
}

}  // namespace sightline::programme
