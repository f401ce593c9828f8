// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What the parts of the invented programme share while it is played: where, by whom,
// from which words, and what has come of it so far.

#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "assessment/assessment.h"
#include "demo_accounts.h"
#include "demo_office.h"
#include "demo_programme_chance.h"
#include "demo_programme_files.h"
#include "inspection/inspection_service.h"
#include "platform/extract/extractor.h"
#include "programme/framework.h"

namespace sightline::demo {

/// Gives one thing after the other, and begins again when all have had their turn.
class Turns {
 public:
  /// 0 to n - 1. Those asked for by one name take turns. REQUIRES: n > 0.
  std::size_t next(const std::string& name, std::size_t n) { return taken_[name]++ % n; }

 private:
  std::map<std::string, std::size_t> taken_;
};

/// What stands in the database of the invented programme.
struct ProgrammeTally {
  std::int64_t child_protection_inspections = 0;
  std::int64_t reviews = 0;  ///< Re-inspections too.
  std::int64_t joint_inspections = 0;
  std::int64_t samples = 0;
  std::int64_t cases = 0;
  std::int64_t assessments = 0;  ///< By inspectors and by the bodies themselves.
  std::int64_t documents = 0;
  std::int64_t extracts = 0;
  std::int64_t codings = 0;
  std::int64_t findings = 0;
  std::int64_t recommendations = 0;

  friend bool operator==(const ProgrammeTally&, const ProgrammeTally&) = default;
};

/// A finding that recommendations can rest on.
struct AgreedFinding {
  std::string inspection_key;
  int number;
  std::string theme;
  finding::Direction direction;
};

/// Where the programme is played.
struct Setting {
  Office& office;
  const ProgrammeFiles& files;
  const Cast& cast;
  const extract::Extractor& extractor;
  std::string programme_key;
  programme::ProgrammeId programme;
  Turns turns = {};
  std::vector<int> passages_used = {};  ///< How often each of files.passages was used.
  /// Where each passage was first coded, by "THEME:NUMBER".
  std::map<std::string, evidence::ExtractId> first_extracts = {};
  std::vector<AgreedFinding> findings = {};
  ProgrammeTally tally = {};

  const people::Actor& actor(const std::string& email) const { return cast.people.at(email); }
};

/// Whoever works on one inspection, by address.
struct Team {
  std::string lead;
  std::vector<std::string> inspectors;
  std::string moderator;
  std::string analyst;
  std::optional<std::string> auditor;  ///< Of the force, where it audits cases of its own.
};

struct GradedCase {
  std::string number;
  std::string kind;
  std::string assessor;
  assessment::SampleId sample;
  bool chosen_by_body;
  std::vector<assessment::Judgement> judgements;  ///< The inspectors'.
  std::map<std::string, std::string> outcomes;    ///< The inspectors', by area, as slugs.
  int revision = 0;                               ///< Of the inspectors' assessment.
};

struct CodedExtract {
  evidence::ExtractId id;
  std::string theme;
  Tendency tendency;
};

/// One inspection while it is played.
struct Underway {
  const ProgrammeInspection& of;
  Chance chance;
  Team team;
  std::shared_ptr<const programme::AdoptedFramework> framework = {};
  std::optional<inspection::Planned> planned = {};
  std::vector<GradedCase> cases = {};
  std::vector<CodedExtract> extracts = {};

  const std::string& key() const { return planned->key; }
  bool is_graded() const { return framework != nullptr; }
};

/// The text with each "{name}" replaced by what `value_of` gives for its name.
template <class ValueOf>
std::string filled(std::string_view text, ValueOf value_of) {
  std::string result;
  for (std::size_t open = text.find('{'); open != text.npos; open = text.find('{')) {
    const std::size_t close = text.find('}', open);
    if (close == text.npos) break;
    result.append(text.substr(0, open));
    result += value_of(text.substr(open + 1, close - open - 1));
    text.remove_prefix(close + 1);
  }
  return result.append(text);
}

}  // namespace sightline::demo
