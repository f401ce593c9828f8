// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The tables of publications and their parts, which are inserted and read.

#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "people/people.h"
#include "platform/sql/database.h"
#include "publication/publication.h"

namespace sightline::publication::publications {

struct Stored {
  PublicationId id;
  Publication publication;
  people::Reality reality;
};

PublicationId insert(sql::Transaction& work, const Publication& publication);
std::optional<Stored> find(sql::Reader& reader, std::string_view key);
/// Newest first.
std::vector<Stored> all(sql::Reader& reader);

std::span<const sql::Query> queries();

}  // namespace sightline::publication::publications
