// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Commands and questions about the figures of a programme.
//
// A figure is worked out over the whole programme, also for somebody who may not see
// every inspection of it: a number that differed with the reader would be no number.
// What it rests on is told inspection by inspection, and only of those that whoever
// asks may see.

#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/page.h"
#include "figure/figure.h"
#include "figure/shown.h"
#include "journal/journal_service.h"
#include "people/people.h"
#include "programme/programme.h"

namespace sightline::figure {

/// Adds a figure to a programme.
///
/// Refused: NotPermitted without the permission; NotFound for a programme that is not there; Invalid, every
/// problem beside its field, for a key that is not its own slug, is too long or is taken ("key") and for what
/// checked() and refuse_unknown() refuse. That there is nothing to count yet is no reason to refuse.
struct DefineFigure {
  static constexpr journal::Command kCommand{"figure.define", "defined the figure"};
  static constexpr people::Permission kNeeds = people::Permission::WriteReports;
  std::string programme_key;
  std::string key;
  FigureDetails details;
};
Result<Figure> decide(journal::Work& work, const people::Actor& actor, const DefineFigure& command);

/// Replaces title, alternative text and definition; what they were stays on record.
///
/// Refused as DefineFigure is; NotFound for a figure that is not there; Conflict when `based_on` is not the
/// revision that holds now.
struct ReviseFigure {
  static constexpr journal::Command kCommand{"figure.revise", "changed the figure"};
  static constexpr people::Permission kNeeds = people::Permission::WriteReports;
  std::string programme_key;
  std::string key;
  int based_on;
  FigureDetails details;
};
Result<Figure> decide(journal::Work& work, const people::Actor& actor, const ReviseFigure& command);

// Questions. All refuse with NotPermitted whoever does not read reports, and with NotFound what is not there.

inline constexpr int kFiguresOnAPage = 25;

struct FigureLine {
  Figure figure;
  Result<Value> value;  ///< What it comes to now, or why it cannot be worked out.
};
struct FigureList {
  programme::Programme programme;
  std::int64_t entry;  ///< As of this entry of the journal.
  Page<FigureLine> figures;
};
/// In order of key. The facts are read once for the whole page.
Result<FigureList> figures_of(sql::Reader& reader, const people::Actor& actor, std::string_view programme_key,
                              std::int64_t page_number);

/// In order of name.
Result<std::vector<programme::Programme>> programmes_with_figures(sql::Reader& reader,
                                                                  const people::Actor& actor);

struct FigureView {
  programme::Programme programme;
  Figure figure;
  Names names;  ///< For in_words().
};
Result<FigureView> find_figure(sql::Reader& reader, const people::Actor& actor,
                               std::string_view programme_key, std::string_view key);

/// What a form may offer; refused to whoever does not write reports.
struct Choices {
  programme::Programme programme;
  Names names;
};
Result<Choices> choices_for(sql::Reader& reader, const people::Actor& actor, std::string_view programme_key);

/// A figure and what it comes to at this moment.
struct Worked {
  Figure figure;
  Value value;
  std::int64_t entry;  ///< As of this entry of the journal.
};

/// Refuses with NotFound, and with what compute() refuses.
Result<Worked> work_out(sql::Reader& reader, const people::Actor& actor, std::string_view programme_key,
                        std::string_view key);

struct WorkedFigures {
  std::int64_t entry;  ///< As of this entry of the journal.
  std::map<std::string, Worked> worked;
  std::vector<std::pair<std::string, Refusal>>
      refused;  ///< In order of key; NotFound where there is none of that key.
};

/// Works out every figure of `keys`. The facts are read once; REQUIRES that the caller has asked whether
/// whoever wants to know may, and that `reader` is one snapshot or one unit of writing.
WorkedFigures work_out_all(sql::Reader& reader, programme::ProgrammeId programme,
                           const std::set<std::string>& keys);

/// The record of a programme with its earlier revisions, to work figures out again as they were frozen. Read
/// once, in a fixed number of queries, however many figures are then asked for.
class RecordAsOf {
 public:
  RecordAsOf(sql::Reader& reader, programme::ProgrammeId programme);
  ~RecordAsOf();
  RecordAsOf(RecordAsOf&&) noexcept;
  RecordAsOf& operator=(RecordAsOf&&) noexcept;

  /// Works `definition` out from the revisions named in `inputs` and from nothing else. Gives what compute()
  /// gave when these were its inputs, whatever was recorded since; another value, or a refusal, when a row of
  /// those revisions was changed or deleted past the journal.
  Result<Value> work_out(const Definition& definition, std::span<const Input> inputs) const;

 private:
  struct Record;
  std::unique_ptr<const Record> record_;
};

/// A row of a table, and the columns in which a record was counted there.
struct CountedIn {
  std::string row;
  std::vector<std::string> columns;
};

/// One record that a figure rests on.
struct Basis {
  std::string inspection_key;    ///< Empty where the record belongs to the whole programme.
  std::string inspection_title;  ///< The same.
  std::string record;   ///< "Case 2033, inspectors", "Finding 4", "Recommendation r-012", "The inspection".
  std::string address;  ///< The path of its page.
  int revision;         ///< 0 where the record has none.
  Part part;
  std::vector<CountedIn> counted_in;  ///< Of what counts in a table.
};

/// The records of one part.
struct Group {
  Part part;
  std::int64_t records;
  std::int64_t things;  ///< What they make of a number: two inspections of one body are one.
};

inline constexpr int kBasesOnAPage = 50;

/// The records behind a value that the actor may see: those that were counted, the rest of the whole, then
/// what was used to work it out; each in order of inspection. And how many there are beside them.
struct Explanation {
  std::vector<Group> groups;  ///< In order, over all pages; none is empty.
  Page<Basis> shown;
  /// Records that the actor may not see; nothing where their number would tell a count of people to
  /// whoever may read no cases (Handbook §9.20) …
  std::optional<std::int64_t> hidden;
  std::int64_t hidden_inspections;  ///< … in so many inspections.
};
/// Whoever may read no evidence is not told in which inspections a theme was coded: to them these were used.
Explanation explain(sql::Reader& reader, const people::Actor& actor, programme::ProgrammeId programme,
                    const Value& value, std::int64_t page_number, int size = kBasesOnAPage);

/// "Counted: 41", "Counted: 2, by 3 records", "In the whole, not counted: 79".
std::string in_words(const Group& group);
/// "Overall, Inadequate", "Drift and delay, Inspections and Forces".
std::string in_words(const CountedIn& place);

/// An inspection that a value rests on, and how much of it lies there; no case is named.
struct InspectionBehind {
  std::string key;
  std::string title;
  std::string body;
  inspection::Kind kind;
  int records;  ///< Of the inputs, those in this inspection beside the inspection itself.
};
/// The inspections behind values of one programme, for public pages: asks no permission, since that an
/// inspection was published is public. Where every record lies is read once, however many values are asked.
class InspectionsBehind {
 public:
  InspectionsBehind(sql::Reader& reader, programme::ProgrammeId programme);

  /// In order of title.
  std::vector<InspectionBehind> of(std::span<const Input> inputs) const;

 private:
  std::map<std::int64_t, InspectionBehind> inspections_;  // with no records
  std::map<std::pair<Input::Kind, std::int64_t>, std::int64_t> inspection_of_;
};

}  // namespace sightline::figure
