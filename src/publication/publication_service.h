// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Publications: recording one as part of an import, and asking for them. What is
// published may be seen by everybody.

#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/recorded.h"
#include "journal/journal_service.h"
#include "people/people.h"
#include "publication/publication.h"

namespace sightline::publication {

struct KnownPublication {
  PublicationId id;
  Publication publication;
  people::Reality
      reality;  ///< Of the programme that a report of ours is about; real for what others published.
};

/// For a command of another feature, which has checked its permission and says what changed.
/// The same facts again are accepted; refuses with Invalid what problem_with() names and with
/// Conflict when the key is on record with other facts.
Result<Recorded<PublicationId>> record_publication(journal::Work& work, const Publication& publication);

/// Newest first.
std::vector<KnownPublication> all_publications(sql::Reader& reader);
std::optional<KnownPublication> find_publication(sql::Reader& reader, std::string_view key);

}  // namespace sightline::publication
