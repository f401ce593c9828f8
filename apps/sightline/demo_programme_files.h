// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The invented programme as its files tell it: bodies, people, inspections, and the
// words that its evidence, grades, findings and recommendations are made of.
// demo/programme/README.md says what each file holds.
//
// Read and checked against one another; whether a step is allowed, the commands
// themselves say.

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/partial_date.h"
#include "base/result.h"
#include "demo_inspection.h"
#include "evidence/evidence.h"
#include "finding/finding.h"
#include "inspection/inspection.h"
#include "platform/csv/csv.h"
#include "recommendation/recommendation.h"
#include "theme/theme.h"

namespace sightline::demo {

struct ProgrammeInspection {
  csv::Row row;
  std::string key;  ///< Within these files only; the program makes its own from the title.
  std::string title;
  inspection::Kind kind;
  std::string body;
  Period fieldwork;  ///< Of two days.
  Date report_date;
  std::optional<std::string> follows;  ///< The key of an inspection that came before.

  bool is_joint() const { return kind == inspection::Kind::JointTargetedAreaInspection; }
};

/// Which force serves an area.
struct ServedArea {
  std::string area;
  std::string force;
};

/// A theme of the codebook, with how often evidence about it comes up.
struct ProgrammeTheme {
  std::string key;
  std::optional<std::string> parent;  ///< A key that came before. Without it, no passage is about this theme.
  theme::Wording wording;
  int in_force_inspections = 0;  ///< In how many of a hundred.
  int in_joint_inspections = 0;  ///< In how many of a hundred.
  int strong = 0;                ///< How many of a hundred times it is mostly a strength.
};

enum class Tendency { Weak, Strong, Mixed };

/// A paragraph of evidence, with slots to be filled: {age}, {days}, {hours}, {count}, {months}.
struct Passage {
  std::string theme;
  int number;  ///< 1, 2, 3 … in the file of its theme.
  Tendency tendency;
  evidence::Kind kind;
  std::string text;
  std::optional<std::string> second_theme;
};

enum class FramePart { Title, Opening, Closing };

/// What stands around passages in a document, with slots: {body}, {area}, {unit}, {count}.
struct Frame {
  evidence::Kind kind;
  FramePart part;
  std::string text;
};

/// Why an area of a case was given its outcome.
struct Reason {
  std::string area;     ///< Or "overall".
  std::string outcome;  ///< "good", "not-applicable": a grade's label or another outcome, as a slug.
  std::string text;
};

/// A finding in words, with the slot {body}.
struct FindingWords {
  std::string theme;
  finding::Direction direction;
  std::string text;
};

enum class AddresseeKind { Force, Council, Health, Government };

/// A recommendation in words, with the slot {body}.
struct RecommendationWords {
  csv::Row row;
  std::string theme;
  AddresseeKind addressee;
  recommendation::Term term;
  std::string text;
};

/// What an inspector noted beside a coding.
struct Memo {
  std::string theme;
  std::string text;
};

enum class Returned { Assessment, Finding };

/// Why a moderator returned something.
struct ReturnReason {
  Returned what;
  std::string text;
};

/// A document that somebody handed over, to be read by the extractor.
struct ProgrammeFile {
  csv::Row row;
  std::string name;  ///< In the folder files/.
  std::string inspection;
  evidence::Kind kind;
  std::string title;
  std::vector<std::size_t> passages;  ///< Those that it holds, by their place in ProgrammeFiles::passages.
};

struct ProgrammeFiles {
  std::filesystem::path folder;
  std::vector<InventedOrganisation> organisations;
  std::vector<InventedPerson> people;
  std::vector<ServedArea> areas;
  std::vector<ProgrammeInspection> inspections;  ///< In order of fieldwork.
  std::vector<ProgrammeTheme> codebook;
  std::vector<Passage> passages;  ///< In order of theme and number.
  std::vector<Frame> frames;
  std::vector<Reason> reasons;
  std::vector<FindingWords> findings;
  std::vector<RecommendationWords> recommendations;
  std::vector<Memo> memos;
  std::vector<ReturnReason> returns;
  std::vector<ProgrammeFile> files;
};

/// All of it, or the first refusal: "FILE, line N, COLUMN: REASON" or "FILE, line N: REASON".
Result<ProgrammeFiles> read_programme_files(const std::filesystem::path& folder);

/// The passages of one file, whose name is that of the theme. Beside a wrong line, refuses an unknown slot.
Result<std::vector<Passage>> read_passages(const std::filesystem::path& file);

/// The slots in a text, "{age}" as "age", in their order.
std::vector<std::string> slots_of(std::string_view text);

/// Null when there is none of this key.
const ProgrammeTheme* find_theme(const ProgrammeFiles& files, std::string_view key);
const InventedOrganisation* find_organisation(const ProgrammeFiles& files, std::string_view key);

/// The force that an inspection is about: its body, or the one that serves the area.
const std::string& force_of(const ProgrammeFiles& files, const ProgrammeInspection& of);

}  // namespace sightline::demo

namespace sightline {

template <>
inline constexpr auto kWords<demo::FramePart> = std::to_array<Word<demo::FramePart>>({
    {demo::FramePart::Title, "title"},
    {demo::FramePart::Opening, "opening"},
    {demo::FramePart::Closing, "closing"},
});

template <>
inline constexpr auto kWords<demo::Tendency> = std::to_array<Word<demo::Tendency>>({
    {demo::Tendency::Weak, "weak"},
    {demo::Tendency::Strong, "strong"},
    {demo::Tendency::Mixed, "mixed"},
});

template <>
inline constexpr auto kWords<demo::AddresseeKind> = std::to_array<Word<demo::AddresseeKind>>({
    {demo::AddresseeKind::Force, "force"},
    {demo::AddresseeKind::Council, "council"},
    {demo::AddresseeKind::Health, "health"},
    {demo::AddresseeKind::Government, "government"},
});

template <>
inline constexpr auto kWords<demo::Returned> = std::to_array<Word<demo::Returned>>({
    {demo::Returned::Assessment, "assessment"},
    {demo::Returned::Finding, "finding"},
});

}  // namespace sightline
