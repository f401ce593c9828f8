// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Passages of evidence, in a Markdown file for each theme: a heading for each
// tendency, and beneath it paragraphs that begin with their kind and a colon.

#include <algorithm>
#include <fstream>
#include <sstream>

#include "base/text.h"
#include "base/utf8.h"
#include "demo_programme_files.h"

namespace sightline::demo {

namespace {

constexpr std::string_view kSlots[] = {"age", "days", "hours", "count", "months"};

/// Reads one file, line by line.
class PassageReader {
 public:
  explicit PassageReader(const std::filesystem::path& file)
      : name_(file.filename().string()), theme_(file.stem().string()) {}

  std::optional<Refusal> take(const std::string& line);
  /// The paragraph that is being read ends here.
  std::optional<Refusal> end_passage();
  Refusal refuse(const std::string& reason) const {
    return {Refusal::Kind::Invalid, name_ + ", line " + std::to_string(line_) + ": " + reason + ".", {}};
  }
  std::vector<Passage>& passages() { return passages_; }

 private:
  std::optional<Refusal> take_heading(const std::string& line);
  std::optional<Refusal> begin_passage(const std::string& line);

  std::string name_;
  std::string theme_;
  std::vector<Passage> passages_;
  std::optional<Tendency> tendency_;
  std::optional<evidence::Kind> kind_;
  std::string text_;
  std::size_t line_ = 0;
};

std::optional<Refusal> PassageReader::take(const std::string& line) {
  ++line_;
  if (first_invalid_utf8(line)) return refuse("this is no UTF-8; save the file as UTF-8");
  if (trimmed(line).empty()) return end_passage();
  if (line.starts_with('#')) return take_heading(line);
  if (!kind_) return begin_passage(line);
  text_ += " " + std::string(trimmed(line));
  return std::nullopt;
}

std::optional<Refusal> PassageReader::take_heading(const std::string& line) {
  if (kind_) return refuse("a heading within a passage; put an empty line before it");
  if (line_ == 1) {
    if (line == "# " + theme_) return std::nullopt;
    return refuse("the first line must be \"# " + theme_ + "\"");
  }
  if (line.starts_with("## ")) tendency_ = from_word<Tendency>(line.substr(3));
  if (!line.starts_with("## ") || !tendency_)
    return refuse("a heading here is \"## weak\", \"## strong\" or \"## mixed\"");
  return std::nullopt;
}

std::optional<Refusal> PassageReader::begin_passage(const std::string& line) {
  if (!tendency_)
    return refuse("a passage before the first heading; say first whether it is weak, strong or mixed");
  const std::size_t colon = line.find(": ");
  if (colon != line.npos) kind_ = from_word<evidence::Kind>(line.substr(0, colon));
  if (!kind_)
    return refuse(
        "begin the passage with \"interview: \", \"focus-group: \", \"observation: \" or \"document: \"");
  text_ = std::string(trimmed(line.substr(colon + 2)));
  return std::nullopt;
}

std::optional<Refusal> PassageReader::end_passage() {
  if (!kind_) return std::nullopt;
  for (const std::string& slot : slots_of(text_))
    if (std::ranges::find(kSlots, slot) == std::end(kSlots))
      return refuse("the passage above has the slot {" + slot +
                    "}, which is not known; write {age}, {days}, {hours}, {count} or {months}");
  passages_.push_back({.theme = theme_,
                       .number = static_cast<int>(passages_.size()) + 1,
                       .tendency = *tendency_,
                       .kind = *kind_,
                       .text = std::move(text_),
                       .second_theme = std::nullopt});
  kind_.reset();
  text_.clear();
  return std::nullopt;
}

}  // namespace

std::vector<std::string> slots_of(std::string_view text) {
  std::vector<std::string> slots;
  for (std::size_t at = text.find('{'); at != text.npos; at = text.find('{', at + 1)) {
    const std::size_t end = text.find('}', at);
    if (end == text.npos) break;
    slots.emplace_back(text.substr(at + 1, end - at - 1));
  }
  return slots;
}

Result<std::vector<Passage>> read_passages(const std::filesystem::path& file) {
  PassageReader reader(file);
  std::ifstream stream(file, std::ios::binary);
  if (!stream)
    return Refusal{Refusal::Kind::NotFound,
                   file.filename().string() + ": this file is missing; every theme has its passages.",
                   {}};
  for (std::string line; std::getline(stream, line);)
    if (auto refusal = reader.take(line)) return *std::move(refusal);
  if (auto refusal = reader.end_passage()) return *std::move(refusal);
  if (reader.passages().empty()) return reader.refuse("there is no passage in this file");
  return std::move(reader.passages());
}

}  // namespace sightline::demo
