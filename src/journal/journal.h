// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The journal's vocabulary: what a command is called, what it was about, and the
// entry that says who did it and when.
//
// The journal is evidence about the state, not the state: it holds digests, not
// text, and knows a person only by identity. Handbook §5.
//
// Pure: no clock, no database, no hashing.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/id.h"

namespace sightline::journal {

using PersonId = Id<struct Person>;

/// The fixed description of one kind of command, a constant inside the command's own type:
///   static constexpr journal::Command kCommand{"assessment.submit", "submitted the assessment of"};
struct Command {
  std::string_view name;  ///< feature.verb: unique, stored, never renamed.
  std::string_view did;   ///< Reads as "<person> <did> <subject>, <when>".
};

/// What a command was about: {"case", 214}.
struct Subject {
  std::string kind;
  std::int64_t id;
};

/// The state of a subject as one unambiguous text, of which the journal keeps the digest.
/// Two states have the same text exactly when every field added is the same.
class StateText {
 public:
  StateText& add(std::string_view name, std::string_view value);
  StateText& add(std::string_view name, std::int64_t value);
  /// Nothing is distinct from empty.
  template <class Field>
  StateText& add(std::string_view name, const std::optional<Field>& value) {
    return value ? add(name, *value) : absent(name);
  }

  const std::string& text() const { return text_; }

 private:
  StateText& absent(std::string_view name);

  std::string text_;
};

/// One line of the journal. Digests are 64 lower-case hexadecimal digits of SHA-256.
struct Entry {
  std::int64_t number;
  Timestamp recorded_at;
  std::optional<PersonId> person;  ///< Nobody: the operator, the program, or somebody not yet signed in.
  std::string command;
  Subject subject;
  std::optional<std::string> before;
  std::string after;
  std::string previous;
  std::string digest;
};

/// What the digest of `entry` is taken over: every field but the digest itself.
std::string chained_text(const Entry& entry);

/// The predecessor of the first entry: 64 zeros.
std::string origin_digest();

}  // namespace sightline::journal
