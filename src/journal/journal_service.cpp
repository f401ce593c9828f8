// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "journal/journal_service.h"

#include <limits>
#include <stdexcept>

#include "journal/journal_store.h"
#include "platform/crypto/digest.h"

namespace sightline::journal {

namespace {

std::string digest_of(std::string_view text) {
  return crypto::sha256(text).hex();
}

/// Why `entry` cannot follow the chain whose last link was (`number`, `digest`); empty when it can.
std::string broken_because(const Entry& entry, std::int64_t number, const std::string& digest,
                           const std::optional<Note>& note) {
  if (entry.number <= number)
    return "Entry " + std::to_string(entry.number) + " is none of ours: they are numbered from 1.";
  if (entry.number != number + 1) return "Entry " + std::to_string(number + 1) + " is missing.";
  if (entry.previous != digest)
    return "Entry " + std::to_string(entry.number) + " does not follow from the entry before it.";
  if (entry.digest != digest_of(chained_text(entry)))
    return "Entry " + std::to_string(entry.number) + " is not what was recorded.";
  if (note && note->number == entry.number && note->digest != entry.digest)
    return "Entry " + std::to_string(entry.number) + " is not the one that was noted.";
  return {};
}

}  // namespace

void Work::changed(Subject subject, const std::optional<StateText>& before, const StateText& after) {
  if (change_ || unchanged_) throw std::logic_error("a command said twice what it changed");
  change_.emplace(Change{std::move(subject), std::nullopt, digest_of(after.text())});
  if (before) change_->before = digest_of(before->text());
}

void Work::unchanged() {
  if (change_) throw std::logic_error("a command changed something and said that it did not");
  unchanged_ = true;
}

void Journal::append(Work& work, std::optional<PersonId> person, const Command& command) {
  if (!work.change_) throw std::logic_error(std::string(command.name) + " did not say what it changed");
  const std::optional<Entry> last = last_entry(work.sql());
  Entry entry{.number = last ? last->number + 1 : 1,
              .recorded_at = work.now(),
              .person = person,
              .command = std::string(command.name),
              .subject = work.change_->subject,
              .before = work.change_->before,
              .after = work.change_->after,
              .previous = last ? last->digest : origin_digest(),
              .digest = {}};
  entry.digest = digest_of(chained_text(entry));
  insert_entry(work.sql(), entry);
}

Verification Journal::verify(const std::function<void(std::int64_t)>& progress,
                             const std::optional<Note>& note) {
  constexpr int kPage = 1000;
  sql::Snapshot snapshot = database_.snapshot();
  Verification found;
  found.head = origin_digest();
  // Before the first entry there is nothing, so whatever is numbered below it must come to light too.
  for (std::int64_t after = std::numeric_limits<std::int64_t>::min();; after = found.entries) {
    const Stretch page = entries_after(snapshot, after, kPage);
    for (const Entry& entry : page.entries) {
      found.reason = broken_because(entry, found.entries, found.head, note);
      if (!found.reason.empty()) {
        found.first_broken = found.entries + 1;
        return found;
      }
      found.entries = entry.number;
      found.head = entry.digest;
    }
    if (page.ends_at_unreadable) {
      found.first_broken = found.entries + 1;
      found.reason = "Entry " + std::to_string(found.entries + 1) + " is not what was recorded.";
      return found;
    }
    if (progress) progress(found.entries);
    if (page.entries.size() < kPage) break;
  }
  if (note && note->number > found.entries) {
    found.first_broken = found.entries + 1;
    found.reason = "Entry " + std::to_string(note->number) + " was noted, but the journal ends at entry " +
                   std::to_string(found.entries) + ".";
  }
  return found;
}

std::int64_t position(sql::Reader& reader) {
  return last_number(reader);
}

}  // namespace sightline::journal
