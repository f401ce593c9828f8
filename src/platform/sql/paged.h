// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// One page of a list and the length of the whole list, from one query.

#pragma once

#include <cstdint>
#include <limits>
#include <utility>

#include "base/page.h"
#include "platform/sql/value.h"

namespace sightline::sql {

/// The page of the list that `rows_from(offset)` reads, at most `size` rows from there on. Every row carries
/// the exact length of the list as `total` (count(*) over ()); a page past the end has none, and is then
/// read again as the last one.
template <class RowsFrom>
std::pair<Cut, Rows> paged(std::int64_t page_number, int size, const RowsFrom& rows_from) {
  const auto total_of = [](const Rows& rows) {
    return rows.empty() ? 0 : rows.front().template get<std::int64_t>("total");
  };
  Cut cut = cut_of(std::numeric_limits<std::int32_t>::max(), page_number, size);
  Rows rows = rows_from(cut.offset);
  const std::int64_t total = rows.empty() && page_number > 1 ? total_of(rows_from(0)) : total_of(rows);
  cut = cut_of(total, page_number, size);
  if (rows.empty() && total > 0) rows = rows_from(cut.offset);
  return {cut, std::move(rows)};
}

}  // namespace sightline::sql
