// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "demo_programme_files.h"

#include <algorithm>
#include <charconv>
#include <ranges>
#include <sstream>

#include "exchange/record_cells_service.h"

namespace sightline::demo {

namespace {

using exchange::optional_text;
using exchange::read_rows;
using exchange::required_count;
using exchange::required_text;
using exchange::required_word;
using Problem = std::optional<Refusal>;

constexpr std::string_view kNoTheme = "there is no such theme in codebook.csv";
constexpr std::string_view kNoOrganisation = "there is no such organisation in organisations.csv";

template <class Enum>
Result<Enum> word_of(const csv::Row& row, std::string_view column) {
  return required_word<Enum>(row, column);
}

/// Reads the files one after another into one whole.
class Reading {
 public:
  explicit Reading(const std::filesystem::path& folder) { read_.folder = folder; }

  Problem people();
  Problem areas();
  Problem inspections();
  Problem codebook();
  Problem emphasis();
  Problem passages();
  Problem second_themes();
  Problem frames();
  Problem reasons();
  Problem findings();
  Problem recommendations();
  Problem memos();
  Problem returns();
  Problem files();

  ProgrammeFiles& whole() { return read_; }

 private:
  /// Gives every row of a file to `take`, a function from a row to Result<int>; the number says nothing.
  template <class Take>
  Problem each(std::string_view file, const std::vector<std::string>& columns, Take take) {
    const auto rows = read_rows(read_.folder / file, columns);
    if (!rows) return rows.refusal();
    for (const csv::Row& row : *rows)
      if (const Result<int> taken = take(row); !taken) return taken.refusal();
    return std::nullopt;
  }
  ProgrammeTheme* theme(std::string_view key) {
    const auto found = std::ranges::find(read_.codebook, key, &ProgrammeTheme::key);
    return found == read_.codebook.end() ? nullptr : &*found;
  }
  /// A theme that passages are about.
  Result<std::string> lower_theme(const csv::Row& row, std::string_view column) {
    const ProgrammeTheme* found = theme(row[column]);
    if (!found) return row.refuse(column, kNoTheme);
    if (!found->parent) return row.refuse(column, "this theme has others below it; name one of those");
    return found->key;
  }
  const InventedOrganisation* organisation(std::string_view key) const {
    return find_organisation(read_, key);
  }
  Result<ProgrammeInspection> inspection(const csv::Row& row) const;
  Result<std::vector<std::size_t>> passages_named(const csv::Row& row, std::string_view column) const;

  ProgrammeFiles read_;
};

/// Read already; there must be somebody for each part that is played.
Problem Reading::people() {
  for (const people::Role needed :
       {people::Role::Methodologist, people::Role::Moderator, people::Role::Analyst, people::Role::Editor,
        people::Role::LeadInspector, people::Role::Inspector})
    if (std::ranges::find(read_.people, needed, &InventedPerson::role) == read_.people.end())
      return Refusal{Refusal::Kind::Invalid,
                     "people.csv: nobody is " + std::string(word(needed)) + "; add somebody.",
                     {}};
  return std::nullopt;
}

Problem Reading::areas() {
  return each("area_to_force.csv", {"area", "force"}, [&](const csv::Row& row) -> Result<int> {
    for (const auto& [column, kind] : {std::pair("area", people::OrganisationKind::LocalAuthorityArea),
                                       std::pair("force", people::OrganisationKind::PoliceForce)}) {
      const InventedOrganisation* known = organisation(row[column]);
      if (!known) return row.refuse(column, kNoOrganisation);
      if (known->kind != kind) return row.refuse(column, "this organisation is of another kind");
    }
    read_.areas.push_back({row["area"], row["force"]});
    return 0;
  });
}

Result<ProgrammeInspection> Reading::inspection(const csv::Row& row) const {
  SIGHTLINE_TRY(std::string key, exchange::key(row, "key"));
  SIGHTLINE_TRY(std::string title, required_text(row, "title"));
  SIGHTLINE_TRY(const auto kind, word_of<inspection::Kind>(row, "kind"));
  if (!organisation(row["body"])) return row.refuse("body", kNoOrganisation);
  SIGHTLINE_TRY(const auto fieldwork, exchange::period(row, "fieldwork"));
  SIGHTLINE_TRY(const auto report_date, exchange::whole_day(row, "report_date"));
  if (!fieldwork) return row.refuse("fieldwork", "this must not be empty");
  if (!report_date) return row.refuse("report_date", "this must not be empty");
  if (fieldwork->first().precision() != PartialDate::Precision::Day)
    return row.refuse("fieldwork", "name its first and its last day");
  if (!read_.inspections.empty() && fieldwork->earliest() < read_.inspections.back().fieldwork.earliest())
    return row.refuse("fieldwork", "this is earlier than the line above; put the inspections in order");
  if (*report_date <= fieldwork->latest())
    return row.refuse("report_date", "a report is published after its fieldwork");
  const std::optional<std::string> follows = optional_text(row, "follows");
  if (follows &&
      std::ranges::find(read_.inspections, *follows, &ProgrammeInspection::key) == read_.inspections.end())
    return row.refuse("follows", "there is no such inspection above this line");
  return ProgrammeInspection{row,         std::move(key), std::move(title), kind,
                             row["body"], *fieldwork,     *report_date,     follows};
}

Problem Reading::inspections() {
  return each("inspections.csv", {"key", "title", "kind", "body", "fieldwork", "report_date", "follows"},
              [&](const csv::Row& row) -> Result<int> {
                SIGHTLINE_TRY(ProgrammeInspection read, inspection(row));
                if (std::ranges::find(read_.inspections, read.key, &ProgrammeInspection::key) !=
                    read_.inspections.end())
                  return row.refuse("key", "this inspection came before");
                if (read.is_joint() &&
                    std::ranges::find(read_.areas, read.body, &ServedArea::area) == read_.areas.end())
                  return row.refuse("body", "no force serves this area in area_to_force.csv");
                read_.inspections.push_back(std::move(read));
                return 0;
              });
}

Problem Reading::codebook() {
  return each(
      "codebook.csv", {"key", "parent", "name", "definition", "when_to_use", "when_not_to_use"},
      [&](const csv::Row& row) -> Result<int> {
        SIGHTLINE_TRY(std::string key, exchange::key(row, "key"));
        const std::optional<std::string> parent = optional_text(row, "parent");
        if (theme(key)) return row.refuse("key", "this theme came before");
        if (parent && !theme(*parent)) return row.refuse("parent", "there is no such theme above this line");
        theme::Wording wording{row["name"], row["definition"], row["when_to_use"], row["when_not_to_use"]};
        read_.codebook.push_back({.key = std::move(key), .parent = parent, .wording = std::move(wording)});
        return 0;
      });
}

Problem Reading::emphasis() {
  return each("emphasis.csv", {"theme", "force_inspections", "joint_inspections", "strong"},
              [&](const csv::Row& row) -> Result<int> {
                SIGHTLINE_TRY(const std::string key, lower_theme(row, "theme"));
                ProgrammeTheme& of = *theme(key);
                for (const auto& [column, into] : {std::pair("force_inspections", &of.in_force_inspections),
                                                   std::pair("joint_inspections", &of.in_joint_inspections),
                                                   std::pair("strong", &of.strong)}) {
                  SIGHTLINE_TRY(*into, required_count(row, column));
                  if (*into > 100) return row.refuse(column, "this is out of a hundred");
                }
                return 0;
              });
}

Problem Reading::passages() {
  for (const ProgrammeTheme& of : read_.codebook) {
    if (!of.parent) continue;
    auto read = read_passages(read_.folder / "passages" / (of.key + ".md"));
    if (!read) return read.refusal();
    std::ranges::move(*std::move(read), std::back_inserter(read_.passages));
  }
  return std::nullopt;
}

Problem Reading::second_themes() {
  return each("second_themes.csv", {"theme", "passage", "second"}, [&](const csv::Row& row) -> Result<int> {
    SIGHTLINE_TRY(const int passage, required_count(row, "passage"));
    SIGHTLINE_TRY(const std::string second, lower_theme(row, "second"));
    const auto found = std::ranges::find_if(
        read_.passages, [&](const Passage& of) { return of.theme == row["theme"] && of.number == passage; });
    if (found == read_.passages.end()) return row.refuse("passage", "there is no such passage of this theme");
    if (second == found->theme) return row.refuse("second", "this is the theme of the passage already");
    if (found->second_theme) return row.refuse("passage", "this passage came before");
    found->second_theme = second;
    return 0;
  });
}

Problem Reading::frames() {
  return each("frames.csv", {"kind", "part", "text"}, [&](const csv::Row& row) -> Result<int> {
    SIGHTLINE_TRY(const auto kind, word_of<evidence::Kind>(row, "kind"));
    SIGHTLINE_TRY(const auto part, word_of<FramePart>(row, "part"));
    SIGHTLINE_TRY(std::string text, required_text(row, "text"));
    read_.frames.push_back({kind, part, std::move(text)});
    return 0;
  });
}

Problem Reading::reasons() {
  return each("reasons.csv", {"area", "outcome", "text"}, [&](const csv::Row& row) -> Result<int> {
    SIGHTLINE_TRY(std::string area, exchange::key(row, "area"));
    SIGHTLINE_TRY(std::string outcome, exchange::key(row, "outcome"));
    SIGHTLINE_TRY(std::string text, required_text(row, "text"));
    read_.reasons.push_back({std::move(area), std::move(outcome), std::move(text)});
    return 0;
  });
}

Problem Reading::findings() {
  return each("findings.csv", {"theme", "direction", "text"}, [&](const csv::Row& row) -> Result<int> {
    SIGHTLINE_TRY(std::string of, lower_theme(row, "theme"));
    SIGHTLINE_TRY(const auto tendency, word_of<Tendency>(row, "direction"));
    if (tendency == Tendency::Mixed) return row.refuse("direction", "a finding is weak or strong");
    SIGHTLINE_TRY(std::string text, required_text(row, "text"));
    read_.findings.push_back(
        {std::move(of),
         tendency == Tendency::Weak ? finding::Direction::Weakness : finding::Direction::Strength,
         std::move(text)});
    return 0;
  });
}

Problem Reading::recommendations() {
  return each("recommendations.csv", {"theme", "addressee", "term", "text"},
              [&](const csv::Row& row) -> Result<int> {
                SIGHTLINE_TRY(std::string of, lower_theme(row, "theme"));
                SIGHTLINE_TRY(const auto addressee, word_of<AddresseeKind>(row, "addressee"));
                SIGHTLINE_TRY(const auto term, word_of<recommendation::Term>(row, "term"));
                SIGHTLINE_TRY(std::string text, required_text(row, "text"));
                read_.recommendations.push_back({row, std::move(of), addressee, term, std::move(text)});
                return 0;
              });
}

Problem Reading::memos() {
  return each("memos.csv", {"theme", "text"}, [&](const csv::Row& row) -> Result<int> {
    SIGHTLINE_TRY(std::string of, lower_theme(row, "theme"));
    SIGHTLINE_TRY(std::string text, required_text(row, "text"));
    read_.memos.push_back({std::move(of), std::move(text)});
    return 0;
  });
}

Problem Reading::returns() {
  return each("returns.csv", {"returned", "text"}, [&](const csv::Row& row) -> Result<int> {
    SIGHTLINE_TRY(const auto what, word_of<Returned>(row, "returned"));
    SIGHTLINE_TRY(std::string text, required_text(row, "text"));
    read_.returns.push_back({what, std::move(text)});
    return 0;
  });
}

Result<std::vector<std::size_t>> Reading::passages_named(const csv::Row& row, std::string_view column) const {
  std::vector<std::size_t> named;
  std::istringstream words(row[column]);
  for (std::string one; words >> one;) {
    const std::size_t colon = one.find(':');
    const auto found = std::ranges::find_if(read_.passages, [&](const Passage& of) {
      return colon != one.npos && of.theme == one.substr(0, colon) &&
             std::to_string(of.number) == one.substr(colon + 1);
    });
    if (found == read_.passages.end())
      return row.refuse(column, "there is no passage \"" + one + "\"; write THEME:NUMBER, joined by blanks");
    if (!slots_of(found->text).empty())
      return row.refuse(column, "\"" + one + "\" has a slot; a file holds passages as they stand");
    named.push_back(static_cast<std::size_t>(found - read_.passages.begin()));
  }
  if (named.empty()) return row.refuse(column, "this must not be empty");
  return named;
}

Problem Reading::files() {
  return each("files.csv", {"file", "inspection", "kind", "title", "passages"},
              [&](const csv::Row& row) -> Result<int> {
                if (!std::filesystem::is_regular_file(read_.folder / "files" / row["file"]))
                  return row.refuse("file", "there is no such file in files/");
                if (std::ranges::find(read_.inspections, row["inspection"], &ProgrammeInspection::key) ==
                    read_.inspections.end())
                  return row.refuse("inspection", "there is no such inspection in inspections.csv");
                SIGHTLINE_TRY(const auto kind, word_of<evidence::Kind>(row, "kind"));
                SIGHTLINE_TRY(std::string title, required_text(row, "title"));
                SIGHTLINE_TRY(std::vector<std::size_t> passages, passages_named(row, "passages"));
                read_.files.push_back(
                    {row, row["file"], row["inspection"], kind, std::move(title), std::move(passages)});
                return 0;
              });
}

}  // namespace

Result<ProgrammeFiles> read_programme_files(const std::filesystem::path& folder) {
  Reading reading(folder);
  SIGHTLINE_TRY(reading.whole().organisations, read_organisations(folder));
  SIGHTLINE_TRY(reading.whole().people, read_people(folder, reading.whole().organisations));
  for (const auto step :
       {&Reading::people, &Reading::areas, &Reading::inspections, &Reading::codebook, &Reading::emphasis,
        &Reading::passages, &Reading::second_themes, &Reading::frames, &Reading::reasons, &Reading::findings,
        &Reading::recommendations, &Reading::memos, &Reading::returns, &Reading::files})
    if (Problem problem = (reading.*step)()) return *std::move(problem);
  return std::move(reading.whole());
}

const ProgrammeTheme* find_theme(const ProgrammeFiles& files, std::string_view key) {
  const auto found = std::ranges::find(files.codebook, key, &ProgrammeTheme::key);
  return found == files.codebook.end() ? nullptr : &*found;
}

const InventedOrganisation* find_organisation(const ProgrammeFiles& files, std::string_view key) {
  const auto found = std::ranges::find(files.organisations, key, &InventedOrganisation::key);
  return found == files.organisations.end() ? nullptr : &*found;
}

const std::string& force_of(const ProgrammeFiles& files, const ProgrammeInspection& of) {
  const auto served = std::ranges::find(files.areas, of.body, &ServedArea::area);
  return of.is_joint() ? served->force : of.body;
}

}  // namespace sightline::demo
