// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "assessment/published_total_service.h"

#include <map>

#include "assessment/published_total_store.h"
#include "programme/programme_service.h"

namespace sightline::assessment {

namespace {

/// Reads each scale once.
published_totals::ScaleByKey scales_of(sql::Reader& reader) {
  return [&reader,
          known = std::map<std::string, programme::Scale, std::less<>>()](std::string_view key) mutable {
    const auto found = known.find(key);
    if (found != known.end()) return found->second;
    const std::optional<programme::Scale> scale = programme::find_scale(reader, key);
    if (!scale) throw sql::Error("a published total names a scale that is not stored");
    return known.emplace(std::string(key), *scale).first->second;
  };
}

}  // namespace

Result<Recorded<PublishedTotalId>> record_published_total(journal::Work& work,
                                                          const PublishedTotal& published) {
  if (published.counts.size() != published.scale.labels.size())
    return Refusal{Refusal::Kind::Invalid,
                   "The published total " + published.key + " does not have one count for each grade.",
                   {}};
  const auto stored = published_totals::find(work.sql(), published.key, scales_of(work.sql()));
  if (!stored) return Recorded{published_totals::insert(work.sql(), published), OnRecord::New};
  if (stored->published == published) return Recorded{stored->id, OnRecord::Already};
  return Refusal{
      Refusal::Kind::Conflict,
      "The published total " + published.key + " is on record with other facts; nothing was changed.",
      {}};
}

std::vector<PublishedTotal> all_published_totals(sql::Reader& reader) {
  std::vector<PublishedTotal> all;
  for (published_totals::Stored& stored : published_totals::all(reader, scales_of(reader)))
    all.push_back(std::move(stored.published));
  return all;
}

}  // namespace sightline::assessment
