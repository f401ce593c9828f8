// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The duty to respond, which begins with publication: which local policing body is
// expected to answer for which force. Handbook §6.9, §8.15.
//
// Pure: no clock, no database, no request.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/source.h"
#include "base/words.h"
#include "people/people.h"
#include "publication/publication.h"

namespace sightline::publication {

using DutyId = Id<struct ResponseDuty>;

/// What kind of local policing body a force had.
enum class BodyKind { Commissioner, FireCommissioner, Mayor, MayorThroughMopac, CityCorporation };

/// As people say it: "police and crime commissioner".
std::string_view kind_in_words(BodyKind kind);

/// Who is expected to answer, under the name and kind it had on the day of publication (§8.15).
struct Duty {
  PublicationId publication;
  people::OrganisationId body;
  people::OrganisationId force;
  BodyKind body_kind;
  std::optional<std::string> body_name;  ///< Nothing: kind and force stand for it.
  Source source;

  friend bool operator==(const Duty&, const Duty&) = default;
};

}  // namespace sightline::publication

template <>
inline constexpr auto sightline::kWords<sightline::publication::BodyKind> =
    std::to_array<sightline::Word<sightline::publication::BodyKind>>({
        {sightline::publication::BodyKind::Commissioner, "pcc"},
        {sightline::publication::BodyKind::FireCommissioner, "pfcc"},
        {sightline::publication::BodyKind::Mayor, "mayor"},
        {sightline::publication::BodyKind::MayorThroughMopac, "mayor-mopac"},
        {sightline::publication::BodyKind::CityCorporation, "city-corporation"},
    });
