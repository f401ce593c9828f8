// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Questions about what changed between an inspection and the review or re-inspection
// that followed it. Handbook §13.6 to §13.11.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/page.h"
#include "evaluation/before_and_after.h"
#include "journal/journal_service.h"
#include "people/people.h"
#include "programme/programme_service.h"

namespace sightline::evaluation {

inline constexpr int kBodiesOnAPage = 5;

/// A body and its pairs of inspections, in order of time.
struct BodyBeforeAndAfter {
  std::string name;
  std::vector<BeforeAndAfter> pairs;
};

struct ProgrammeBeforeAndAfter {
  programme::Programme programme;
  Page<BodyBeforeAndAfter> bodies;  ///< In order of name.
  Comparisons comparisons;          ///< Made on this page; two or more are to be said. §7.20
};

/// The programmes that concern the actor: those with an inspection whose cases they see, or about which they
/// read reports.
std::vector<programme::Programme> programmes_with_before_and_after(sql::Reader& reader,
                                                                   const people::Actor& actor);

/// Of these inspections: as counted where the actor sees the cases of both, as readers will see it elsewhere
/// (§9.20). Refused: NotFound when no such programme concerns the actor.
Result<ProgrammeBeforeAndAfter> before_and_after(sql::Reader& reader, const people::Actor& actor,
                                                 std::string_view programme_key, std::int64_t page_number);

/// What may be public: of published inspections, counts of cases rounded and small ones left out (§9.17).
Result<ProgrammeBeforeAndAfter> public_before_and_after(sql::Reader& reader, std::string_view programme_key,
                                                        std::int64_t page_number);

}  // namespace sightline::evaluation
