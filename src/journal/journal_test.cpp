// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "journal/journal.h"

#include <doctest/doctest.h>

using namespace sightline;
using namespace sightline::journal;

TEST_CASE("two states read alike only when every field is alike") {
  const std::string one = StateText().add("a", "x\nb=1:y").text();
  CHECK(one != StateText().add("a", "x").add("b", "y").text());
  CHECK(StateText().add("a", "").text() != StateText().add("a", std::optional<std::string>()).text());
  CHECK(StateText().add("a", "1").text() != StateText().add("a", 1).text());
  CHECK(one == StateText().add("a", "x\nb=1:y").text());
}

TEST_CASE("an entry's digest covers every field of it") {  // Handbook §5
  const Entry entry{.number = 7,
                    .recorded_at = *Timestamp::from_iso("2026-11-23T09:30:00.125Z"),
                    .person = PersonId{3},
                    .command = "assessment.save",
                    .subject = {"case", 214},
                    .before = "b",
                    .after = "a",
                    .previous = "p",
                    .digest = "d"};
  const std::string text = chained_text(entry);
  const auto altered = [&](auto change) {
    Entry copy = entry;
    change(copy);
    return chained_text(copy);
  };
  CHECK(text != altered([](Entry& e) { e.number = 8; }));
  CHECK(text != altered([](Entry& e) { e.recorded_at = e.recorded_at + std::chrono::milliseconds(1); }));
  CHECK(text != altered([](Entry& e) { e.person.reset(); }));
  CHECK(text != altered([](Entry& e) { e.command = "assessment.submit"; }));
  CHECK(text != altered([](Entry& e) { e.subject.kind = "sample"; }));
  CHECK(text != altered([](Entry& e) { e.subject.id = 215; }));
  CHECK(text != altered([](Entry& e) { e.before.reset(); }));
  CHECK(text != altered([](Entry& e) { e.after = "x"; }));
  CHECK(text != altered([](Entry& e) { e.previous = "x"; }));
  CHECK(text == altered([](Entry& e) { e.digest = "x"; }));
}
