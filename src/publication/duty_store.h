// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The table of who is expected to respond to a publication: inserted and read.

#pragma once

#include <optional>
#include <span>

#include "platform/sql/database.h"
#include "publication/duty.h"

namespace sightline::publication::duties {

DutyId insert(sql::Transaction& work, const Duty& duty);

struct Stored {
  DutyId id;
  Duty duty;
};
std::optional<Stored> find(sql::Reader& reader, PublicationId publication, people::OrganisationId body);

std::span<const sql::Query> queries();

}  // namespace sightline::publication::duties
