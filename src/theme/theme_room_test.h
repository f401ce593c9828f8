// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// ThemeRoom: an evidence room with a codebook of four themes (risk, with missing and
// online below it, and help), for the tests of this feature and of those that use it.

#pragma once

#include "evidence/evidence_room_test.h"
#include "theme/coding_service.h"
#include "theme/theme_service.h"

namespace sightline::theme::testing {

using people::testing::is_refused;
using people::testing::is_refused_for;

/// Three paragraphs; "One 🦋." is [0, 6), the second begins at 8, the third at 19.
inline constexpr const char* kNote = "One 🦋.\n\nZwölf ä̈.\n\nThird paragraph.";

struct ThemeRoom : evidence::testing::EvidenceRoom {
  explicit ThemeRoom(people::testing::Office& opened) : EvidenceRoom(opened) {
    add("risk");
    add("missing", "risk");
    add("online", "risk");
    add("help");
    noted(kNote);
  }

  AddTheme theme(const std::string& theme_key, std::optional<std::string> parent = {}) const {
    return {programme_key, theme_key, std::move(parent), {"About " + theme_key, "What it means."}};
  }
  void add(const std::string& theme_key, std::optional<std::string> parent = {}) {
    REQUIRE(perform(analyst, theme(theme_key, std::move(parent))));
  }
  CodePassage passage(std::int64_t begin, std::int64_t end, std::vector<std::string> themes) const {
    return {key, 1, begin, end, std::move(themes)};
  }

  Result<CodebookView> codebook(const people::Actor& actor, std::int64_t page = 1) {
    sql::Snapshot snapshot = office.journal.snapshot();
    return codebook_view(snapshot, actor, programme_key, page);
  }
  Result<ThemeView> look_up(const people::Actor& actor, const std::string& theme_key) {
    sql::Snapshot snapshot = office.journal.snapshot();
    return theme_view(snapshot, actor, programme_key, theme_key);
  }
  Occurrence counted(const people::Actor& actor, const std::string& theme_key) {
    const auto view = codebook(actor);
    for (const CountedTheme& line : view->themes.items)
      if (line.theme.key == theme_key) return line.occurrence;
    FAIL("no such theme");
    return {};
  }
  Result<Page<QuotedPassage>> passages(const people::Actor& actor, const std::string& theme_key,
                                       std::int64_t page = 1) {
    sql::Snapshot snapshot = office.journal.snapshot();
    return passages_of(snapshot, actor, programme_key, theme_key, page);
  }
  Result<CodingView> coded(const people::Actor& actor, int number = 1, Coder coder = Coder::Anybody) {
    sql::Snapshot snapshot = office.journal.snapshot();
    return coding_view(snapshot, actor, key, number, coder);
  }

  /// Another inspection of the same programme, with one note; its key.
  std::string elsewhere(people::OrganisationId body, const std::string& title,
                        inspection::Kind kind = inspection::Kind::ChildProtectionInspection) {
    auto other = plan();
    other.body = body;
    other.title = title;
    other.kind = kind;
    const std::string made = perform(people::the_operator(), inspection::PlanInspection{other})->key;
    evidence::RecordNote words = note("Words in another place.");
    words.inspection_key = made;
    REQUIRE(perform(people::the_operator(), words));
    return made;
  }
  CodePassage passage_in(const std::string& inspection_key, std::vector<std::string> themes) const {
    return {inspection_key, 1, 0, 5, std::move(themes)};
  }

  const std::string programme_key = "demonstration";
};

inline void in_each_theme_room(const std::function<void(ThemeRoom&)>& body) {
  people::testing::in_each_office([&](people::testing::Office& office) {
    ThemeRoom room(office);
    body(room);
  });
}

}  // namespace sightline::theme::testing
