// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The evidence of one inspection of the invented programme: notes made of passages,
// files that are read by the extractor, and passages coded to themes by the
// inspector who recorded them and some by an analyst too.

#pragma once

#include "demo_programme_underway.h"

namespace sightline::demo {

class EvidenceWork {
 public:
  /// Both must outlive it.
  EvidenceWork(Setting& setting, Underway& inspection) : setting_(setting), inspection_(inspection) {}

  /// Says what there will be: which themes come up, in which passages, in which documents.
  void plan();
  /// Records the documents that fall on the `day`-th of so many days, from 0.
  Problem record(std::size_t day, std::size_t days, Date date);
  /// Whoever recorded a document codes it, since the last time.
  Problem code();
  /// The analyst codes some of the same passages, without looking at what the inspector said.
  Problem code_again();

 private:
  struct PlannedDocument {
    evidence::Kind kind;
    std::vector<std::size_t> passages;  // places in files.passages
    const ProgrammeFile* file;          // null for a note
  };
  struct RecordedPassage {
    int document;
    std::size_t passage;
    evidence::Range range;
    std::string recorder;
    bool is_coded = false;
  };

  std::vector<std::size_t> choose_passages(const ProgrammeTheme& theme);
  void plan_notes(evidence::Kind kind, std::vector<std::size_t> passages);
  Problem record(const PlannedDocument& planned, Date date);
  Problem record_note(const PlannedDocument& planned, evidence::Details details, const std::string& recorder);
  Problem import_file(const PlannedDocument& planned, evidence::Details details, const std::string& recorder);
  std::string frame(evidence::Kind kind, FramePart part, const PlannedDocument& of);
  std::string passage_text(const Passage& passage);
  Problem code(RecordedPassage& recorded);

  Setting& setting_;
  Underway& inspection_;
  std::vector<PlannedDocument> planned_;
  std::vector<RecordedPassage> recorded_;
};

/// Where `passage` stands in `text`, in code points, however its lines are broken in either; nothing when it
/// does not.
std::optional<evidence::Range> find_passage(std::string_view text, std::string_view passage);

}  // namespace sightline::demo
