// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// EditionRoom: a report of a published inspection with figures and a recommendation,
// ready to be published, for the tests of this feature and of those that use it.

#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "assessment/assessment_service.h"
#include "figure/figure_service.h"
#include "publication/edition_press_pages.h"
#include "recommendation/recommendation_room_test.h"
#include "report/report_service.h"

namespace sightline::publication::testing {

using people::testing::is_refused;
using people::testing::is_refused_for;

inline bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// A machine without Node: there is no such program.
inline pdf::Worker& worker_without_node() {
  static pdf::Worker worker({.node = "/nonexistent/node"});
  return worker;
}

inline const std::map<std::string, std::string> kBuilt{
    {"sightline.css", "body{}"}, {"sightline.js", ""}, {"icon.svg", "<svg/>"}};

struct EditionRoom : recommendation::testing::RecommendationRoom {
  explicit EditionRoom(sql::Database& opened) : RecommendationRoom(opened) {
    write({"test.oversee",
           "update organisation set overseen_by = (select max(o.id) from organisation o "
           "where o.key = 'invented-commissioner') where key = 'invented-force'"});
    for (int number = 0; number < 12; ++number) cases.push_back(agreed_case(number < 7 ? 1 : 3));
    (void)settled();
    bring_to(inspection::Stage::Published);
    define("inspections", "Inspections", figure::Inspections{});
    define("overall-inadequate", "Cases graded inadequate",
           figure::ShareOfCases{.scale = "three", .area = "overall", .grades = {"Inadequate"}});
    define("grades", "Grades by area", figure::GradesByArea{.scale = "three"});
    REQUIRE(journal.perform(analyst, report::StartReport{"invented", "first", "What inspectors found",
                                                         "In one invented inspection", "Calls wait."}));
    chapter(
        "Calls wait too long",
        "Of {figure:inspections} inspection, {figure:overall-inadequate} of the cases were inadequate.\n\n"
        "## Why they wait\n\nSee [the grades](#what-the-grades-say).\n");
    chapter("Grades differ by area", "## What the grades say\n\n```figure\ngrades\n```\n");
  }

  void write(const sql::Query& query, sql::Binds binds = {}) {
    database.write([&](sql::Transaction& work) {
      work.write(query, binds);
      return sql::Verdict::Keep;
    });
  }
  std::int64_t count(const std::string& from) {
    static std::map<std::string, std::pair<std::string, std::string>> queries;  // which outlive their use
    const auto& [name, text] =
        queries.try_emplace(from, "test.count_" + from, "select count(*) as n from " + from).first->second;
    sql::Snapshot snapshot = journal.snapshot();
    return snapshot.read_one({name, text})->get<std::int64_t>("n");
  }

  assessment::Case agreed_case(int rank) {
    const assessment::Case subject = add_case(chosen_by_inspectors);
    submitted(subject, ana, assessment::AssessorType::Inspectors, rank);
    REQUIRE(journal.perform(moderator, assessment::AgreeAssessment{at(subject, 2)}));
    return subject;
  }

  void define(const std::string& key, const std::string& title, figure::Measure measure) {
    const auto defined = journal.perform(
        analyst, figure::DefineFigure{"invented", key, {title, title + ", as a drawing.", {measure, {}}}});
    REQUIRE_MESSAGE(defined, (defined ? "" : defined.refusal().message));
  }

  void chapter(const std::string& title, const std::string& markdown) {
    REQUIRE(journal.perform(analyst, report::AddSection{"invented", "first", title, markdown}));
  }
  void revise_chapter(int number, const std::string& markdown) {
    sql::Snapshot snapshot = journal.snapshot();
    const auto report = report::find_report(snapshot, the_operator, "invented", "first");
    const report::Section* section = report::find(*report, number);
    REQUIRE(journal.perform(analyst, report::ReviseSection{"invented", "first", number, section->revision,
                                                           section->title, markdown}));
  }

  /// A text that quotes "Calls wait." out of the interview.
  std::string quoting() {
    return "A detective said:\n\n```extract\n" + std::to_string(extract().value()) + "\n```\n";
  }

  static EditionDraft draft(std::string change_note = "") {
    return {.programme_key = "invented",
            .report_key = "first",
            .published_on = Date(2026, 11, 23),
            .press_release =
                "# Children wait for an answer\n\nInspectors made {figure:inspections} inspection.\n",
            .change_note = std::move(change_note)};
  }

  Result<PreparedEdition> prepared(const people::Actor& actor, const EditionDraft& wanted) {
    sql::Snapshot snapshot = journal.snapshot();
    return prepare(snapshot, actor, wanted, press);
  }
  Result<Edition> publish(const people::Actor& actor, const EditionDraft& wanted) {
    auto made = prepared(actor, wanted);
    if (!made) return made.refusal();
    const std::string passages_read = digest_of_passages(made->content);
    return journal.perform(actor, PublishEdition{*std::move(made), passages_read});
  }
  Edition published(std::string change_note = "") {
    const auto edition = publish(editor, draft(std::move(change_note)));
    REQUIRE_MESSAGE(edition, (edition ? "" : in_words(edition.refusal())));
    return *edition;
  }
  Verified verified(const std::string& edition) {
    sql::Snapshot snapshot = journal.snapshot();
    const auto found = verify(snapshot, the_operator, edition);
    REQUIRE(found);
    return *found;
  }

  static std::string in_words(const Refusal& refusal) {
    std::string words = refusal.message;
    for (const FieldProblem& field : refusal.fields) words += "\n" + field.field + ": " + field.message;
    return words;
  }

  const people::OrganisationId body =
      organisation("invented-commissioner", people::OrganisationKind::LocalPolicingBody);
  std::vector<assessment::Case> cases;  ///< The first seven are inadequate, the other five good.
  Press press{&worker_without_node(), kBuilt};
};

inline void in_each_edition_room(const std::function<void(EditionRoom&)>& body) {
  sql::testing::on_each_engine([&](sql::Database& database) {
    EditionRoom room(database);
    body(room);
  });
}

/// The bytes of one file of what was prepared; fails where there is none.
inline const std::string& bytes_of(const std::vector<EditionFile>& files, const std::string& path) {
  const auto found = std::ranges::find(files, path, &EditionFile::path);
  REQUIRE_MESSAGE(found != files.end(), path, " is not among the files");
  return found->bytes;
}

}  // namespace sightline::publication::testing
