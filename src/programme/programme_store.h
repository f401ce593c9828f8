// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The tables of programmes, frameworks, areas and scales. Frameworks and scales are
// inserted and read; nothing updates or deletes one.

#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "platform/sql/database.h"
#include "programme/framework.h"
#include "programme/programme.h"

namespace sightline::programme {

ProgrammeId insert_programme(sql::Transaction& work, const ProgrammeDetails& details);
std::optional<Programme> programme_by_key(sql::Reader& reader, std::string_view key);
std::optional<Programme> programme_by_id(sql::Reader& reader, ProgrammeId id);
/// In order of name.
std::vector<Programme> all_programmes(sql::Reader& reader);

void insert_scale(sql::Transaction& work, const Scale& scale);
std::optional<Scale> scale_by_key(sql::Reader& reader, std::string_view key);

/// REQUIRES: the scale, if there is one, is stored.
FrameworkVersionId insert_framework(sql::Transaction& work, const Framework& framework);
std::optional<FrameworkVersionId> framework_id(sql::Reader& reader, std::string_view key, int version);
std::shared_ptr<const AdoptedFramework> framework_by_id(sql::Reader& reader, FrameworkVersionId id);
/// In order of key and version.
std::vector<FrameworkVersionId> all_framework_ids(sql::Reader& reader);

std::span<const sql::Query> queries();

}  // namespace sightline::programme
