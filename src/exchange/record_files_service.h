// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The files of the public record, one function each, in the order in which they
// rest on one another; demo/public-record/README.md says what each may hold. A
// file is read whole or refused with "FILE, line N, COLUMN: REASON."

#pragma once

#include <filesystem>
#include <vector>

#include "base/result.h"
#include "exchange/public_record.h"

namespace sightline::exchange {

using Folder = std::filesystem::path;

Result<std::vector<ForceFacts>> read_forces(const Folder& folder);
Result<std::vector<AreaFacts>> read_areas(const Folder& folder, const std::vector<ForceFacts>& forces);
Result<std::vector<InspectionFacts>> read_inspections(const Folder& folder,
                                                      const std::vector<ForceFacts>& forces,
                                                      const std::vector<AreaFacts>& areas);
Result<std::vector<TotalFacts>> read_totals(const Folder& folder, const std::vector<ForceFacts>& forces,
                                            const std::vector<InspectionFacts>& inspections,
                                            const std::vector<programme::Framework>& frameworks);
Result<std::vector<publication::Publication>> read_publications(const Folder& folder);
Result<std::vector<ResponseFacts>> read_responses(const Folder& folder, const std::vector<ForceFacts>& forces,
                                                  const std::vector<publication::Publication>& publications);

/// Every *.json of the folder, in order of name. Refuses a folder without one.
Result<std::vector<programme::Framework>> read_frameworks(const Folder& folder);

/// All of it, or the first refusal.
Result<PublicRecord> read_public_record(const Folder& folder, const Folder& frameworks);

}  // namespace sightline::exchange
