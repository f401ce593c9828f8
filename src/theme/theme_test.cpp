// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The rules of a codebook and of coded text, with values alone.

#include "theme/theme.h"

#include <doctest/doctest.h>

#include "people/office_test.h"
#include "theme/coding.h"

using namespace sightline;
using namespace sightline::theme;
using people::testing::is_refused;
using people::testing::is_refused_for;

namespace {

Theme entry(std::int64_t id, std::string key, std::optional<std::int64_t> parent = {}) {
  return {.id = ThemeId{id},
          .codebook = CodebookId{1},
          .parent = parent ? std::optional(ThemeId{*parent}) : std::nullopt,
          .key = key,
          .wording = {.name = "Name of " + key, .definition = "What it means."},
          .position = 1,
          .revision = 1,
          .retired_at = std::nullopt};
}

Theme retired(Theme theme) {
  theme.retired_at = Timestamp::from_iso("2026-11-23T09:30:00.000Z");
  return theme;
}

bool is_misplaced(const std::optional<Refusal>& refusal, const std::string& field) {
  return refusal && refusal->kind == Refusal::Kind::Invalid && refusal->fields.at(0).field == field;
}

}  // namespace

TEST_CASE("a theme has a name on one line and a definition; every problem is said beside its field") {
  const auto typed = checked({.name = " Voice of the child ", .definition = "Whether\r\nit is heard. "});
  REQUIRE(typed);
  CHECK(typed->name == "Voice of the child");
  CHECK(typed->definition == "Whether\nit is heard.");
  CHECK(is_refused_for(checked({.name = " ", .definition = "Meaning."}), "name"));
  CHECK(is_refused_for(checked({.name = "Two\nlines", .definition = "Meaning."}), "name"));
  CHECK(is_refused_for(checked({.name = std::string(101, 'x'), .definition = "Meaning."}), "name"));
  CHECK(is_refused_for(checked({.name = "Name", .definition = "\n"}), "definition"));
  CHECK(is_refused_for(checked({.name = "Name", .definition = "M", .when_to_use = std::string(2001, 'x')}),
                       "when-to-use"));
  CHECK(is_refused_for(checked({.name = "Name", .definition = "M", .when_not_to_use = "\x07"}),
                       "when-not-to-use"));
  CHECK(checked(Wording{}).refusal().fields.size() == 2);
}

TEST_CASE("a key is made of lower-case words joined by hyphens") {
  CHECK(checked_key("voice-of-child"));
  CHECK(is_refused_for(checked_key("Voice of child"), "key"));
  CHECK(is_refused_for(checked_key(""), "key"));
}

TEST_CASE("a codebook has two levels: what is below another theme has none below it") {  // Handbook §11.3
  const std::vector<Theme> codebook{entry(1, "risk"), entry(2, "missing", 1), retired(entry(3, "old"))};
  CHECK_FALSE(refuse_place(codebook, std::nullopt, "Another"));
  CHECK_FALSE(refuse_place(codebook, "risk", "Another"));
  CHECK(is_misplaced(refuse_place(codebook, "missing", "Another"), "parent"));
  CHECK(is_misplaced(refuse_place(codebook, "nowhere", "Another"), "parent"));
  CHECK(is_misplaced(refuse_place(codebook, "old", "Another"), "parent"));
}

TEST_CASE("two themes in use beside each other are not called the same; below different themes they may be") {
  const std::vector<Theme> codebook{entry(1, "risk"), entry(2, "missing", 1), entry(3, "help"),
                                    retired(entry(4, "old"))};
  CHECK(is_misplaced(refuse_place(codebook, std::nullopt, "NAME OF RISK"), "name"));
  CHECK(is_misplaced(refuse_place(codebook, "risk", "Name of missing"), "name"));
  CHECK_FALSE(refuse_place(codebook, "help", "Name of missing"));
  CHECK_FALSE(refuse_place(codebook, std::nullopt, "Name of old"));
  CHECK_FALSE(refuse_place(codebook, std::nullopt, "Name of risk", ThemeId{1}));
}

TEST_CASE("a theme is retired once, and after those below it") {  // Handbook §11.4
  const std::vector<Theme> codebook{entry(1, "risk"), entry(2, "missing", 1), entry(3, "help"),
                                    retired(entry(4, "old", 3))};
  CHECK(refuse_retiring(codebook, codebook[0])->kind == Refusal::Kind::WrongState);
  CHECK_FALSE(refuse_retiring(codebook, codebook[1]));
  CHECK_FALSE(refuse_retiring(codebook, codebook[2]));
  CHECK(refuse_retiring(codebook, codebook[3])->kind == Refusal::Kind::WrongState);
}

TEST_CASE(
    "themes are chosen by their keys, each once, in the order of the codebook; a retired one is refused") {
  const std::vector<Theme> codebook{entry(1, "risk"), entry(2, "missing", 1), retired(entry(3, "old"))};
  const std::vector<std::string> both{"missing", "risk", "missing"}, old{"old"}, unknown{"risk", "x"}, none;
  const auto themes = chosen(codebook, both);
  REQUIRE(themes);
  REQUIRE(themes->size() == 2);
  CHECK(themes->at(0).key == "risk");
  CHECK(is_refused_for(chosen(codebook, old), "themes"));
  CHECK(is_refused_for(chosen(codebook, unknown), "themes"));
  CHECK(is_refused_for(chosen(codebook, none), "themes"));
}

TEST_CASE("a memo is optional, trimmed, and of 2,000 characters at most") {
  CHECK(*checked_memo(" A thought.\r\n") == "A thought.");
  CHECK(checked_memo("")->empty());
  CHECK(is_refused_for(checked_memo(std::string(2001, 'x')), "memo"));
  CHECK(is_refused_for(checked_memo("\x01"), "memo"));
}

TEST_CASE("a paragraph is cut where a passage begins or ends, and each passage begins and ends once") {
  const std::vector<Range> paragraphs{{0, 10}, {12, 20}, {22, 30}};
  const std::vector<Range> passages{{2, 15}, {5, 8}, {13, 15}};
  const auto runs = runs_of(paragraphs, passages);
  REQUIRE(runs.size() == 3);
  REQUIRE(runs[0].size() == 4);  // 0 2 5 8 10
  CHECK(runs[0][0].range == Range{0, 2});
  CHECK_FALSE(runs[0][0].is_coded);
  CHECK(runs[0][1].begin == std::vector<std::size_t>{0});
  CHECK(runs[0][2].begin == std::vector<std::size_t>{1});
  CHECK(runs[0][2].end == std::vector<std::size_t>{1});
  CHECK(runs[0][3].is_coded);
  CHECK(runs[0][3].end.empty());
  REQUIRE(runs[1].size() == 3);  // 12 13 15 20
  CHECK(runs[1][1].begin == std::vector<std::size_t>{2});
  CHECK(runs[1][1].end == std::vector<std::size_t>{0, 2});
  CHECK_FALSE(runs[1][2].is_coded);
  CHECK(runs[2].size() == 1);
}

TEST_CASE("a passage that lies between two paragraphs alone is marked in neither") {
  const std::vector<Range> paragraphs{{0, 10}, {12, 20}}, passages{{10, 12}, {10, 14}};
  const auto runs = runs_of(paragraphs, passages);
  CHECK(runs[0].size() == 1);
  CHECK(runs[1][0].begin == std::vector<std::size_t>{1});
  CHECK(runs[1][0].end == std::vector<std::size_t>{1});
}
