// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// FigureRoom: one inspection in which something of everything that counts was
// recorded, to be published or not, for the tests of this feature and of those that
// use it.
//
// Six cases: inspectors graded one good, three requiring improvement, two inadequate,
// the sixth of them not agreed; the force graded the first itself, as good. Two passages
// were coded with "drift" below "investigation", one of them twice. One weakness is
// agreed, one strength is a draft. One recommendation rests on the weakness.

#pragma once

#include "figure/figure_service.h"
#include "recommendation/recommendation_room_test.h"
#include "theme/coding_service.h"
#include "theme/theme_service.h"

namespace sightline::figure::testing {

using people::testing::is_refused;
using people::testing::is_refused_for;

inline constexpr const char* kScale = "three";

struct FigureRoom : recommendation::testing::RecommendationRoom {
  explicit FigureRoom(sql::Database& opened) : RecommendationRoom(opened) {
    const assessment::Case audited = add_case(chosen_by_body);
    submitted(audited, auditor, assessment::AssessorType::Body, 3);
    agree(audited, 3);
    first = audited.number;
    for (const int rank : {2, 2, 1, 1}) agree(add_case(chosen_by_inspectors), rank);
    submitted(add_case(chosen_by_inspectors), ana, assessment::AssessorType::Inspectors, 2);
    add_theme("investigation");
    add_theme("drift", "investigation");
    code(ana, {0, 11}, "drift");
    code(lead, {0, 11}, "drift");
    code(ana, {13, 31}, "drift");
    recommended = settled().number;
    REQUIRE(journal.perform(ana, finding::DraftFinding{planned.key,
                                                       {.statement = "Calls are graded well.",
                                                        .direction = finding::Direction::Strength}}));
  }

  /// Submitted by ana and agreed: at revision 3.
  void agree(const assessment::Case& subject, int rank) {
    submitted(subject, ana, assessment::AssessorType::Inspectors, rank);
    REQUIRE(journal.perform(moderator, assessment::AgreeAssessment{at(subject, 2)}));
  }
  void add_theme(const std::string& key, std::optional<std::string> parent = {}) {
    REQUIRE(journal.perform(
        analyst, theme::AddTheme{"invented", key, std::move(parent), {"About " + key, "What it means."}}));
  }
  void code(const people::Actor& by, evidence::Range range, const std::string& key) {
    REQUIRE(journal.perform(by, theme::CodePassage{planned.key, 1, range.begin, range.end, {key}}));
  }

  void publish() { bring_to(inspection::Stage::Published); }
  /// Opens the first case again and grades it inadequate; agreed at revision 6 and published anew.
  void grade_anew() {
    move(inspection::StageAction::Reopen);
    const assessment::OnScreen agreed{planned.key, first, assessment::AssessorType::Inspectors, 3};
    REQUIRE(journal.perform(moderator, assessment::ReopenAssessment{agreed, "A page was missing."}));
    assessment::OnScreen now = agreed;
    now.revision = 4;
    REQUIRE(journal.perform(ana, assessment::SaveAssessment{now, judged(1)}));
    now.revision = 5;
    REQUIRE(journal.perform(ana, assessment::SubmitAssessment{now}));
    now.revision = 6;
    REQUIRE(journal.perform(moderator, assessment::AgreeAssessment{now}));
    move(inspection::StageAction::BeginReporting);
    move(inspection::StageAction::Publish);
  }

  static FigureDetails details(const Measure& measure, const Population& population = {}) {
    return {"What was found", "A bar that shows what was found.", {measure, population}};
  }
  static FigureDetails share() { return details(ShareOfCases{kScale, "overall", {"Inadequate"}}); }

  Figure defined(const std::string& key, const FigureDetails& as) {
    const Result<Figure> figure = journal.perform(the_operator, DefineFigure{"invented", key, as});
    REQUIRE_MESSAGE(bool(figure), (figure ? "" : figure.refusal().message));
    return *figure;
  }

  /// Defines it under a key of its own and works it out.
  Result<Value> comes_to(const Measure& measure, const Population& population = {}) {
    const Figure figure = defined("figure-" + std::to_string(++defined_), details(measure, population));
    sql::Snapshot snapshot = journal.snapshot();
    const Result<Worked> worked = work_out(snapshot, the_operator, "invented", figure.key);
    if (!worked) return worked.refusal();
    return worked->value;
  }
  Number number(const Measure& measure, const Population& population = {}) {
    const Result<Value> value = comes_to(measure, population);
    REQUIRE_MESSAGE(bool(value), (value ? "" : value.refusal().message));
    return std::get<Number>(value->content);
  }

  /// The same, as it was when these were its inputs.
  Result<Value> again(const Measure& measure, const std::vector<Input>& inputs,
                      const Population& population = {}) {
    sql::Snapshot snapshot = journal.snapshot();
    return RecordAsOf(snapshot, programme).work_out({measure, population}, inputs);
  }

  Explanation explained(const people::Actor& actor, const Value& value, std::int64_t page = 1,
                        int size = 50) {
    sql::Snapshot snapshot = journal.snapshot();
    return explain(snapshot, actor, programme, value, page, size);
  }

  /// Past the journal, as somebody with the database in hand would.
  void alter(std::string_view statements) {
    database.write([&](sql::Transaction& work) {
      work.script(std::string(statements));
      return sql::Verdict::Keep;
    });
  }

  std::string first;  ///< The number of the case that the force graded too.
  int recommended;

 private:
  int defined_ = 0;
};

inline void in_each_figure_room(const std::function<void(FigureRoom&)>& body) {
  sql::testing::on_each_engine([&](sql::Database& database) {
    FigureRoom room(database);
    body(room);
  });
}

}  // namespace sightline::figure::testing
