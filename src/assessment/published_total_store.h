// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The tables of published totals. Rows are inserted and read; nothing updates or
// deletes one. Part of the public record: everybody may see them all.

#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "assessment/published_total.h"
#include "platform/sql/database.h"

namespace sightline::assessment::published_totals {

/// Gives the scale of a key; scales are kept by `programme`.
using ScaleByKey = std::function<programme::Scale(std::string_view key)>;

/// REQUIRES: its scale is stored.
PublishedTotalId insert(sql::Transaction& work, const PublishedTotal& published);

struct Stored {
  PublishedTotalId id;
  PublishedTotal published;
};

std::optional<Stored> find(sql::Reader& reader, std::string_view key, const ScaleByKey& scale_by_key);
/// In the order in which they were recorded.
std::vector<Stored> all(sql::Reader& reader, const ScaleByKey& scale_by_key);

std::span<const sql::Query> queries();

}  // namespace sightline::assessment::published_totals
