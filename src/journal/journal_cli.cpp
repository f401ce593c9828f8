// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "journal/journal_cli.h"

#include <algorithm>
#include <charconv>

#include "base/number.h"

namespace sightline::journal {

Result<Note> read_note(std::string_view text) {
  const Refusal refusal{
      Refusal::Kind::Invalid, "A note is a number, a colon and 64 digits, as journal verify prints it.", {}};
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return refusal;
  Note note{.number = 0, .digest = std::string(text.substr(colon + 1))};
  const auto [end, error] = std::from_chars(text.data(), text.data() + colon, note.number);
  if (error != std::errc() || end != text.data() + colon || note.number < 1) return refusal;
  const auto is_digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  if (note.digest.size() != 64 || !std::ranges::all_of(note.digest, is_digit)) return refusal;
  return note;
}

terminal::Answer verify(Journal& journal, const std::optional<Note>& note,
                        const std::function<void(std::int64_t)>& progress) {
  const Verification found = journal.verify(progress, note);
  terminal::Answer answer;
  answer.object.add("entries", found.entries).add("head", found.head);
  if (found.first_broken) {
    answer.outcome = terminal::Outcome::Declined;
    answer.words = found.reason + " The journal is whole up to entry " + std::to_string(found.entries) + ".";
    answer.object.add("first_broken", *found.first_broken).add("reason", found.reason);
    return answer;
  }
  answer.words = with_commas(found.entries) + " entries checked, all whole.";
  if (found.entries > 0) answer.words += "\nHead " + std::to_string(found.entries) + ":" + found.head;
  return answer;
}

}  // namespace sightline::journal
