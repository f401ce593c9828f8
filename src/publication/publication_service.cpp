// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "publication/publication_service.h"

#include "publication/publication_store.h"

namespace sightline::publication {

Result<Recorded<PublicationId>> record_publication(journal::Work& work, const Publication& publication) {
  if (const auto problem = problem_with(publication))
    return Refusal{Refusal::Kind::Invalid, "The record is not whole: " + *problem + ".", {}};
  const auto stored = publications::find(work.sql(), publication.key);
  if (!stored) return Recorded{publications::insert(work.sql(), publication), OnRecord::New};
  if (stored->publication == publication) return Recorded{stored->id, OnRecord::Already};
  return Refusal{
      Refusal::Kind::Conflict,
      "The publication " + publication.key + " is on record with other facts; nothing was changed.",
      {}};
}

std::vector<KnownPublication> all_publications(sql::Reader& reader) {
  std::vector<KnownPublication> known;
  for (publications::Stored& stored : publications::all(reader))
    known.push_back({stored.id, std::move(stored.publication), stored.reality});
  return known;
}

std::optional<KnownPublication> find_publication(sql::Reader& reader, std::string_view key) {
  auto stored = publications::find(reader, key);
  if (!stored) return std::nullopt;
  return KnownPublication{stored->id, std::move(stored->publication), stored->reality};
}

}  // namespace sightline::publication
