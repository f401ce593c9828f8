// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "publication/publication.h"

#include <algorithm>

namespace sightline::publication {

const Part* Publication::find(PartKind kind) const {
  const auto found =
      std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return part.kind == kind; });
  return found == parts.end() ? nullptr : &*found;
}

std::vector<Part> Publication::all(PartKind kind) const {
  std::vector<Part> found;
  for (const Part& part : parts)
    if (part.kind == kind) found.push_back(part);
  return found;
}

// Handbook §8.2
std::optional<std::string> problem_with(const Publication& publication) {
  for (const PartKind kind :
       {PartKind::Title, PartKind::Publisher, PartKind::PublishedOn, PartKind::ReadOnline,
        PartKind::DownloadPdf, PartKind::FindOutMore, PartKind::PressRelease, PartKind::ResponsesReason}) {
    const std::size_t times = publication.all(kind).size();
    if (times != 1)
      return "the publication " + publication.key + " has " + std::to_string(times) + " parts " +
             std::string(word(kind)) + " and must have one";
  }
  int sum = 0;
  for (const Part& part : publication.all(PartKind::Count)) sum += part.number.value_or(0);
  const Part* total = publication.find(PartKind::CountTotal);
  if (total && total->number != sum)
    return "the counts of the publication " + publication.key + " make " + std::to_string(sum) +
           ", its total is another number";
  return std::nullopt;
}

}  // namespace sightline::publication
