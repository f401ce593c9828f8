// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The public record as values: what the files of a folder such as
// demo/public-record say, read and checked against one another, but not yet
// joined to anything in the database. Names and keys stand for what they name.
//
// Pure: no clock, no database, no files.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessment/published_total.h"
#include "base/source.h"
#include "inspection/inspection.h"
#include "programme/framework.h"
#include "publication/duty.h"
#include "publication/publication.h"
#include "response/response.h"

namespace sightline::exchange {

/// What a force's local policing body was in some month.
struct BodyThen {
  publication::BodyKind kind;
  std::optional<std::string> name;  ///< Only where it follows from the kind.
};

struct ForceFacts {
  std::string name;
  std::string region;
  std::string nation;
  BodyThen in_february_2020;
  BodyThen in_june_2024;
  Source source;
};

/// A local authority area and the force that polices it.
struct AreaFacts {
  std::string name;
  std::string force;
  Source source;
};

/// Whether a name is one of a force or of an area: Dorset is both.
enum class BodyType { Force, Area };

struct InspectionFacts {
  std::string key;
  inspection::Kind kind;
  std::string body;
  BodyType body_type;
  std::optional<std::string> theme;
  inspection::Dates dates;
  inspection::Record record;
};

struct TotalFacts {
  std::optional<std::string> inspection;  ///< A key; nothing for several forces together.
  assessment::PublishedTotal published;   ///< Without the identities of body and inspection.
};

struct ResponseFacts {
  std::string publication;
  std::string force;
  response::Response response;
};

struct PublicRecord {
  std::vector<programme::Framework> frameworks;  ///< For the scales of the totals.
  std::vector<ForceFacts> forces;
  std::vector<AreaFacts> areas;
  std::vector<InspectionFacts> inspections;
  std::vector<TotalFacts> totals;
  std::vector<publication::Publication> publications;
  std::vector<ResponseFacts> responses;
  std::string digest;  ///< SHA-256 over the six files, so that the journal tells which record came in.
};

/// A published total that does not add up or cannot be checked. Handbook §7.4-7.5.
struct NamedRow {
  std::string key;
  assessment::SumCheck check;
  std::string reason;
};

/// Every row that is to be named, in the order of the record.
std::vector<NamedRow> rows_to_name(const std::vector<assessment::PublishedTotal>& totals);

}  // namespace sightline::exchange

template <>
inline constexpr auto sightline::kWords<sightline::exchange::BodyType> =
    std::to_array<sightline::Word<sightline::exchange::BodyType>>({
        {sightline::exchange::BodyType::Force, "force"},
        {sightline::exchange::BodyType::Area, "area"},
    });
