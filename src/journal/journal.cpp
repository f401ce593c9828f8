// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "journal/journal.h"

namespace sightline::journal {

// name=length:value — the length in front makes every concatenation readable in one way only.
StateText& StateText::add(std::string_view name, std::string_view value) {
  text_.append(name).append("=").append(std::to_string(value.size())).append(":").append(value).append("\n");
  return *this;
}

StateText& StateText::add(std::string_view name, std::int64_t value) {
  text_.append(name).append("#").append(std::to_string(value)).append("\n");
  return *this;
}

StateText& StateText::absent(std::string_view name) {
  text_.append(name).append("-\n");
  return *this;
}

std::string chained_text(const Entry& entry) {
  std::optional<std::int64_t> person;
  if (entry.person) person = entry.person->value();
  return StateText()
      .add("number", entry.number)
      .add("recorded_at", entry.recorded_at.iso())
      .add("person", person)
      .add("command", entry.command)
      .add("subject_kind", entry.subject.kind)
      .add("subject_id", entry.subject.id)
      .add("before", entry.before)
      .add("after", entry.after)
      .add("previous", entry.previous)
      .text();
}

std::string origin_digest() {
  return std::string(64, '0');
}

}  // namespace sightline::journal
