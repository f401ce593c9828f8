// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What the board and the page of an inspection read. Writes nothing.
//
// `viewer` is the person who asks; nobody is the operator, who sees everything.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/page.h"
#include "inspection/board.h"
#include "platform/sql/database.h"

namespace sightline::inspection::board_store {

using Viewer = std::optional<people::PersonId>;

std::int64_t count(sql::Reader& reader, Viewer viewer, const BoardFilter& filter);
/// In order of time, newest first: by fieldwork, where that is unknown by report date, and those with
/// neither last (Handbook §6.2).
std::vector<BoardLine> lines(sql::Reader& reader, Viewer viewer, const BoardFilter& filter,
                             std::int64_t offset, int limit);
/// The bodies of all inspections that the viewer may see, in order of name.
std::vector<BodyChoice> bodies(sql::Reader& reader, Viewer viewer);
/// Every body that can be inspected and from which the viewer is not barred, in order of name.
std::vector<BodyChoice> inspectable_bodies(sql::Reader& reader, Viewer viewer);

struct RecordedEntry {
  std::int64_t number;
  Timestamp recorded_at;
  std::optional<std::string> person;
  std::string command;
};
/// Newest first; none when the viewer may not see the inspection.
Page<RecordedEntry> history(sql::Reader& reader, Viewer viewer, InspectionId id, std::int64_t page_number,
                            int page_size);

struct RecordedReopening {
  Stage to;
  Timestamp recorded_at;
  std::string reason;
};
/// In order of time; none unless the viewer plans the inspection or sees its cases.
std::vector<RecordedReopening> reopenings(sql::Reader& reader, Viewer viewer, InspectionId id);

std::span<const sql::Query> queries();

}  // namespace sightline::inspection::board_store
