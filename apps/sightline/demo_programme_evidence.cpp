// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "demo_programme_evidence.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "base/text.h"
#include "evidence/evidence_service.h"
#include "theme/coding_service.h"

namespace sightline::demo {

namespace {

constexpr std::size_t kPassagesInANote = 5;

/// Where evidence about the themes below one theme is mostly met.
struct Place {
  std::string_view theme;
  std::string_view unit;
};

constexpr Place kPlaces[] = {{"first-contact", "control room"},
                             {"assessing-risk", "multi-agency hub"},
                             {"investigation", "child abuse investigation unit"},
                             {"missing-and-exploited", "missing persons unit"},
                             {"managing-offenders", "offender management unit"},
                             {"custody", "custody suite"},
                             {"leadership", "public protection unit"}};

std::string content_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream content;
  content << stream.rdbuf();
  if (!stream) throw std::runtime_error("Cannot read " + file.string() + ".");
  return content.str();
}

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

bool begins_code_point(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

std::string without_blanks(std::string_view text) {
  std::string rest;
  std::ranges::copy_if(text, std::back_inserter(rest), [](char c) { return !is_blank(c); });
  return rest;
}

}  // namespace

std::optional<evidence::Range> find_passage(std::string_view text, std::string_view passage) {
  const std::string wanted = without_blanks(passage);
  const std::size_t found = without_blanks(text).find(wanted);
  if (found == std::string::npos || wanted.empty()) return std::nullopt;
  evidence::Range range{0, 0};
  std::size_t letters = 0;
  std::int64_t code_points = 0;
  for (const char c : text) {
    if (begins_code_point(c)) ++code_points;
    if (is_blank(c)) continue;
    if (letters == found) range.begin = code_points - 1;
    ++letters;
    if (letters == found + wanted.size()) {
      range.end = code_points;
      break;
    }
  }
  return range;
}

std::vector<std::size_t> EvidenceWork::choose_passages(const ProgrammeTheme& theme) {
  Chance& chance = inspection_.chance;
  const Tendency mostly = chance.happens(theme.strong) ? Tendency::Strong : Tendency::Weak;
  std::vector<std::size_t> fitting;
  for (std::size_t place = 0; place < setting_.files.passages.size(); ++place) {
    const Passage& passage = setting_.files.passages[place];
    const bool is_here = std::ranges::any_of(planned_, [&](const PlannedDocument& of) {
      return std::ranges::find(of.passages, place) != of.passages.end();
    });
    if (passage.theme == theme.key && !is_here &&
        (passage.tendency == mostly || passage.tendency == Tendency::Mixed))
      fitting.push_back(place);
  }
  chance.shuffle(fitting);
  // Those used least come first; of the others, those that say one thing.
  std::ranges::stable_sort(fitting, {}, [&](std::size_t place) {
    const int mixed = setting_.files.passages[place].tendency == Tendency::Mixed ? 1 : 0;
    return 2 * setting_.passages_used[place] + mixed;
  });
  fitting.resize(std::min<std::size_t>(fitting.size(), static_cast<std::size_t>(chance.between(1, 3))));
  return fitting;
}

void EvidenceWork::plan() {
  for (const ProgrammeFile& file : setting_.files.files) {
    if (file.inspection != inspection_.of.key) continue;
    planned_.push_back({file.kind, file.passages, &file});
    for (const std::size_t place : file.passages) ++setting_.passages_used[place];
  }
  std::map<evidence::Kind, std::vector<std::size_t>> by_kind;
  for (const ProgrammeTheme& theme : setting_.files.codebook) {
    const int often = inspection_.of.is_joint() ? theme.in_joint_inspections : theme.in_force_inspections;
    if (!theme.parent || !inspection_.chance.happens(often)) continue;
    for (const std::size_t place : choose_passages(theme)) {
      ++setting_.passages_used[place];
      by_kind[setting_.files.passages[place].kind].push_back(place);
    }
  }
  for (auto& [kind, passages] : by_kind) plan_notes(kind, std::move(passages));
  inspection_.chance.shuffle(planned_);
}

void EvidenceWork::plan_notes(evidence::Kind kind, std::vector<std::size_t> passages) {
  inspection_.chance.shuffle(passages);
  const std::size_t notes = (passages.size() + kPassagesInANote - 1) / kPassagesInANote;
  for (std::size_t note = 0; note < notes; ++note) {
    const auto from = static_cast<std::ptrdiff_t>(passages.size() * note / notes);
    const auto to = static_cast<std::ptrdiff_t>(passages.size() * (note + 1) / notes);
    planned_.push_back({kind, {passages.begin() + from, passages.begin() + to}, nullptr});
  }
}

Problem EvidenceWork::record(std::size_t day, std::size_t days, Date date) {
  const std::size_t all = planned_.size();
  for (std::size_t place = all * day / days; place < all * (day + 1) / days; ++place)
    if (Problem problem = record(planned_[place], date)) return problem;
  return std::nullopt;
}

std::string EvidenceWork::frame(evidence::Kind kind, FramePart part, const PlannedDocument& of) {
  std::vector<const Frame*> fitting;
  for (const Frame& one : setting_.files.frames)
    if (one.kind == kind && one.part == part) fitting.push_back(&one);
  if (fitting.empty()) throw std::logic_error("frames.csv lacks a " + std::string(word(part)) + ".");
  const std::string name = std::string(word(kind)) + " " + std::string(word(part));
  const std::string& text = fitting[setting_.turns.next(name, fitting.size())]->text;
  const Passage& first = setting_.files.passages[of.passages.front()];
  return filled(text, [&](std::string_view slot) -> std::string {
    const std::string& force = force_of(setting_.files, inspection_.of);
    if (slot == "body") return find_organisation(setting_.files, force)->name;
    if (slot == "count") return std::to_string(inspection_.chance.between(20, 55));
    if (slot == "unit") {
      const auto& parent = find_theme(setting_.files, first.theme)->parent;
      const auto* place = std::ranges::find(kPlaces, *parent, &Place::theme);
      return std::string(place == std::end(kPlaces) ? "public protection unit" : place->unit);
    }
    if (inspection_.of.is_joint()) return find_organisation(setting_.files, inspection_.of.body)->name;
    std::vector<std::string> areas;
    for (const ServedArea& served : setting_.files.areas)
      if (served.force == force) areas.push_back(served.area);
    return find_organisation(setting_.files, inspection_.chance.one_of(areas))->name;
  });
}

std::string EvidenceWork::passage_text(const Passage& passage) {
  Chance& chance = inspection_.chance;
  return filled(passage.text, [&](std::string_view slot) {
    if (slot == "age") return std::to_string(chance.between(4, 17));
    if (slot == "days") return std::to_string(chance.between(2, 40));
    if (slot == "hours") return std::to_string(chance.between(2, 30));
    if (slot == "months") return std::to_string(chance.between(2, 11));
    return std::to_string(chance.between(5, 60));
  });
}

Problem EvidenceWork::record(const PlannedDocument& planned, Date date) {
  const std::string& recorder = inspection_.chance.one_of(inspection_.team.inspectors);
  evidence::Details details{.kind = planned.kind, .title = {}, .dated = PartialDate(date)};
  ++setting_.tally.documents;
  return planned.file ? import_file(planned, std::move(details), recorder)
                      : record_note(planned, std::move(details), recorder);
}

Problem EvidenceWork::record_note(const PlannedDocument& planned, evidence::Details details,
                                  const std::string& recorder) {
  details.title = frame(planned.kind, FramePart::Title, planned);
  std::string text = frame(planned.kind, FramePart::Opening, planned);
  std::vector<evidence::Range> ranges;
  for (const std::size_t place : planned.passages) {
    const std::string passage = passage_text(setting_.files.passages[place]);
    const auto begin = static_cast<std::int64_t>(length(text)) + 2;
    text += "\n\n" + passage;
    ranges.push_back({begin, begin + static_cast<std::int64_t>(length(passage))});
  }
  text += "\n\n" + frame(planned.kind, FramePart::Closing, planned);
  const auto recorded = setting_.office.perform(
      setting_.actor(recorder),
      evidence::RecordNote{.inspection_key = inspection_.key(), .details = std::move(details), .text = text});
  if (!recorded) return recorded.refusal();
  for (std::size_t i = 0; i < ranges.size(); ++i)
    recorded_.push_back({recorded->number, planned.passages[i], ranges[i], recorder});
  return std::nullopt;
}

Problem EvidenceWork::import_file(const PlannedDocument& planned, evidence::Details details,
                                  const std::string& recorder) {
  const ProgrammeFile& file = *planned.file;
  details.title = file.title;
  auto read = evidence::read_file(setting_.extractor, file.name,
                                  content_of(setting_.files.folder / "files" / file.name));
  if (!read) return file.row.refuse("file", read.refusal().message);
  std::vector<evidence::Range> ranges;
  for (const std::size_t place : planned.passages) {
    const Passage& passage = setting_.files.passages[place];
    const auto range = find_passage(read->text, passage.text);
    if (!range)
      return file.row.refuse("passages", "\"" + passage.theme + ":" + std::to_string(passage.number) +
                                             "\" does not stand in the file");
    ranges.push_back(*range);
  }
  const auto imported = setting_.office.perform(
      setting_.actor(recorder),
      evidence::ImportDocument{inspection_.key(), std::move(details), *std::move(read)});
  if (!imported) return file.row.refuse("file", imported.refusal().message);
  for (std::size_t i = 0; i < ranges.size(); ++i)
    recorded_.push_back({imported->number, planned.passages[i], ranges[i], recorder});
  return std::nullopt;
}

Problem EvidenceWork::code() {
  for (RecordedPassage& recorded : recorded_)
    if (!recorded.is_coded)
      if (Problem problem = code(recorded)) return problem;
  return std::nullopt;
}

Problem EvidenceWork::code(RecordedPassage& recorded) {
  const Passage& passage = setting_.files.passages[recorded.passage];
  theme::CodePassage command{.inspection_key = inspection_.key(),
                             .document_number = recorded.document,
                             .begin = recorded.range.begin,
                             .end = recorded.range.end,
                             .theme_keys = {passage.theme}};
  if (passage.second_theme) command.theme_keys.push_back(*passage.second_theme);
  const auto memo = std::ranges::find(setting_.files.memos, passage.theme, &Memo::theme);
  if (memo != setting_.files.memos.end() && setting_.turns.next("memo " + passage.theme, 40) == 7)
    command.memo = memo->text;
  const auto coded = setting_.office.perform(setting_.actor(recorded.recorder), command);
  if (!coded) return coded.refusal();
  recorded.is_coded = true;
  ++setting_.tally.extracts;
  setting_.tally.codings += static_cast<std::int64_t>(coded->codings.size());
  inspection_.extracts.push_back({coded->extract, passage.theme, passage.tendency});
  setting_.first_extracts.emplace(passage.theme + ":" + std::to_string(passage.number), coded->extract);
  return std::nullopt;
}

Problem EvidenceWork::code_again() {
  for (const RecordedPassage& recorded : recorded_) {
    if (!inspection_.chance.happens(15)) continue;
    const Passage& passage = setting_.files.passages[recorded.passage];
    // Two readers do not always agree: the analyst may see the other theme alone.
    const bool sees_other = passage.second_theme && inspection_.chance.happens(30);
    const auto coded = setting_.office.perform(
        setting_.actor(inspection_.team.analyst),
        theme::CodePassage{.inspection_key = inspection_.key(),
                           .document_number = recorded.document,
                           .begin = recorded.range.begin,
                           .end = recorded.range.end,
                           .theme_keys = {sees_other ? *passage.second_theme : passage.theme}});
    if (!coded) return coded.refusal();
    setting_.tally.codings += static_cast<std::int64_t>(coded->codings.size());
  }
  return std::nullopt;
}

}  // namespace sightline::demo
