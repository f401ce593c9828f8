// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// ScaleRoom: a programme in which something of everything was recorded, and a report that
// counts all of it; and the same programme many times over.
//
// What is there once was made by commands. Copies are written straight into the tables,
// because a hundred times the commands would take minutes: all that an inspection holds,
// with the recommendations that rest on it. The organisations, the framework and the
// codebook stay as they are, and so does the journal, which tells of the first of each.

#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "publication/edition_room_test.h"
#include "theme/coding_service.h"

namespace sightline::site::testing {

/// A table of what is recorded, and how its columns come into a copy.
struct Copied {
  std::string_view table;
  std::vector<std::string_view> moved;  ///< Identities: as many further on as the copy is. One's own first.
  std::string_view same;
  std::string_view key = {};  ///< What its key becomes, in SQL; it has none where this is empty.
};

/// Further on than any identity that commands have given.
inline constexpr std::int64_t kFar = 10'000;

/// What is referred to comes first.
inline const std::vector<Copied> kRecord{
    {"inspection",
     {"id"},
     "programme_id, kind, body_id, title, origin, reality, framework_version_id, note",
     "key || '-' || cast(cast($by as bigint) as text)"},
    {"inspection_dates",
     {"inspection_id"},
     "revision, fieldwork, fieldwork_sense, report_date, web_date, recorded_at"},
    {"inspection_stage", {"inspection_id"}, "position, stage, entered_at"},
    {"case_sample", {"id", "inspection_id"}, "name, chosen_by"},
    {"case_file", {"id", "inspection_id", "sample_id"}, "number, kind"},
    {"assessment", {"id", "case_id"}, "assessor_type, state, revision, first_submitted"},
    {"assessment_revision", {"assessment_id"}, "revision, action, state, person_id, recorded_at, reason"},
    {"judgement", {"assessment_id"}, "revision, area, outcome, grade_rank, reason"},
    {"judgement_now", {"assessment_id"}, "area, revision"},
    {"document",
     {"id", "inspection_id"},
     "number, kind, title, dated, recorded_by, recorded_at, format, text_digest, length"},
    {"document_text", {"document_id"}, "text"},
    {"extract", {"id", "document_id"}, "begin_at, end_at, marked_by, marked_at"},
    {"coding", {"id", "extract_id"}, "theme_id, person_id, coded_at, removed_at, removed_by"},
    {"finding", {"id", "inspection_id"}, "number, direction, area, theme, state, revision"},
    {"finding_revision",
     {"finding_id"},
     "revision, action, state, statement, direction, area, theme, person_id, recorded_at, reason"},
    {"finding_extract", {"finding_id", "extract_id"}, "added_revision, removed_revision"},
    {"finding_case", {"finding_id", "case_id"}, "added_revision, removed_revision"},
    {"recommendation",
     {"id", "made_in_inspection_id"},
     "programme_id, text, term, state, revision",
     "'r-' || cast(cast($by as bigint) as text) || substr(key, 3)"},
    {"recommendation_revision",
     {"recommendation_id"},
     "revision, action, state, text, term, person_id, recorded_at, reason"},
    {"recommendation_addressee", {"recommendation_id"}, "organisation_id, added_revision, removed_revision"},
    {"recommendation_finding", {"recommendation_id", "finding_id"}, "added_revision, removed_revision"},
};

/// A query that was put together here, with the texts that it needs for as long as the program runs.
inline sql::Query kept(std::string name, std::string text) {
  static std::set<std::string> texts;
  return {*texts.insert(std::move(name)).first, *texts.insert(std::move(text)).first};
}

inline sql::Query copying(const Copied& record) {
  std::string into(record.same), from(record.same);
  for (const std::string_view column : record.moved) {
    into.append(", ").append(column);
    from.append(", ").append(column).append(" + cast($by as bigint)");
  }
  if (!record.key.empty()) {
    into += ", key";
    from.append(", ").append(record.key);
  }
  const std::string table(record.table), own(record.moved.front());
  return kept("test.copy_" + table, "insert into " + table + " (" + into + ") select " + from + " from " +
                                        table + " where " + own + " < " + std::to_string(kFar));
}

struct ScaleRoom : publication::testing::EditionRoom {
  /// To the inspection of the edition room, with its twelve cases, come another of the same force, one of
  /// another force, a joint one of the area that both police, and one that is not published: nothing in it
  /// counts, and neither does a draft or a coding that was removed.
  explicit ScaleRoom(sql::Database& opened) : EditionRoom(opened) {
    write({"test.police",
           "insert into area_force (area_id, force_id, source, source_type) select a.id, f.id, 'invented', "
           "'official' from organisation a join organisation f on f.key in ('invented-force', 'other-force') "
           "where a.key = 'invented-area'"});
    add_theme("delay");
    add_theme("drift", "delay");
    add_theme("care");
    code(analyst, planned, {0, 11}, "drift");
    using enum inspection::Kind;
    using enum finding::Direction;
    using enum recommendation::Term;
    const auto again = begun("Same force", ChildProtectionInspection, force);
    audit(again, {{1, 1}, {1, 2}, {2, 2}, {2, 3}, {3, 3}, {1, 3}});
    code(ana, again, {0, 11}, "drift");
    code(lead, again, {0, 11}, "delay");
    recommend(again, agreed(again, Weakness), Immediately, body);
    finish(again);
    const auto elsewhere = begun("Other force", ChildProtectionInspection, other_force);
    grade(elsewhere, {1, 2, 3});
    code(ana, elsewhere, {13, 31}, "care");
    take_back(elsewhere, code(ana, elsewhere, {0, 11}, "delay"));
    (void)agreed(elsewhere, Strength);
    REQUIRE(journal.perform(ana, finding::DraftFinding{elsewhere.key, {"Not agreed yet.", Strength}}));
    finish(elsewhere);
    const auto joint = begun("An area", JointTargetedAreaInspection, area);
    code(ana, joint, {0, 11}, "delay");
    recommend(joint, agreed(joint, Weakness), WithinThreeMonths, force);
    finish(joint);
    const auto under_way = begun("Under way", ChildProtectionInspection, third_force);
    grade(under_way, {2, 3});
    code(ana, under_way, {0, 11}, "drift");
    (void)agreed(under_way, Weakness);
  }

  /// All that is recorded so many times.
  void multiply(int times) {
    database.write([&](sql::Transaction& work) {
      for (int copy = 1; copy < times; ++copy)
        for (const Copied& record : kRecord) work.write(copying(record), {{"by", copy * kFar}});
      return sql::Verdict::Keep;
    });
  }

 private:
  inspection::Planned begun(const std::string& title, inspection::Kind kind, people::OrganisationId of) {
    const bool is_joint = kind == inspection::Kind::JointTargetedAreaInspection;
    inspection::Plan plan{.programme = programme, .kind = kind, .body = of, .title = title};
    if (!is_joint) plan.framework = framework;
    const auto made = *journal.perform(the_operator, inspection::PlanInspection{plan});
    REQUIRE(journal.perform(
        the_operator, inspection::AssignMember{made.id, *lead.person, inspection::TeamRole::LeadInspector}));
    REQUIRE(journal.perform(the_operator,
                            inspection::AssignMember{made.id, *ana.person, inspection::TeamRole::Inspector}));
    const inspection::Dates dates{.fieldwork = inspection::Fieldwork{*Period::from_iso("2026-10")},
                                  .report = PartialDate::from_iso("2027-03")};
    REQUIRE(journal.perform(the_operator, inspection::SetDates{made.id, 1, dates}));
    step(made, {inspection::StageAction::Announce, inspection::StageAction::BeginFieldwork});
    REQUIRE(journal.perform(
        ana, evidence::RecordNote{made.key, {evidence::Kind::Interview, "Interview"}, kWords}));
    return made;
  }
  void finish(const inspection::Planned& of) {
    using enum inspection::StageAction;
    step(of, {BeginModeration, BeginReporting, Publish});
  }
  void step(const inspection::Planned& of, std::initializer_list<inspection::StageAction> actions) {
    for (const auto action : actions)
      REQUIRE(journal.perform(the_operator, inspection::MoveStage{of.id, action}));
  }

  /// One case for each pair of grades: the body's own, and that of inspectors.
  void audit(const inspection::Planned& of, const std::vector<std::pair<int, int>>& grades) {
    const auto sample = drawn(of, assessment::ChosenBy::Body);
    for (const auto& [theirs, ours] : grades) {
      const std::string subject = added(of, sample);
      submit(auditor, {of.key, subject, assessment::AssessorType::Body, 0}, theirs);
      agree({of.key, subject, assessment::AssessorType::Inspectors, 0}, ours);
    }
  }
  void grade(const inspection::Planned& of, const std::vector<int>& grades) {
    const auto sample = drawn(of, assessment::ChosenBy::Inspectors);
    for (const int rank : grades)
      agree({of.key, added(of, sample), assessment::AssessorType::Inspectors, 0}, rank);
    submit(ana, {of.key, added(of, sample), assessment::AssessorType::Inspectors, 0}, 2);  // not agreed
  }
  assessment::SampleId drawn(const inspection::Planned& of, assessment::ChosenBy by) {
    return *journal.perform(the_operator,
                            assessment::DrawSample{of.id, assessment::testing::by_hand("Sample", by)});
  }
  std::string added(const inspection::Planned& of, assessment::SampleId sample) {
    return journal.perform(lead, assessment::AddCase{of.id, sample, "missing"})->number;
  }
  void submit(const people::Actor& by, assessment::OnScreen at, int rank) {
    REQUIRE(journal.perform(by, assessment::SaveAssessment{at, judged(rank)}));
    at.revision = 1;
    REQUIRE(journal.perform(by, assessment::SubmitAssessment{at}));
  }
  void agree(assessment::OnScreen at, int rank) {
    submit(ana, at, rank);
    at.revision = 2;
    REQUIRE(journal.perform(moderator, assessment::AgreeAssessment{at}));
  }

  void add_theme(const std::string& key, std::optional<std::string> parent = {}) {
    REQUIRE(journal.perform(
        analyst, theme::AddTheme{"invented", key, std::move(parent), {"About " + key, "What it means."}}));
  }
  theme::Coded code(const people::Actor& by, const inspection::Planned& in, evidence::Range range,
                    const std::string& theme) {
    const auto coded = journal.perform(by, theme::CodePassage{in.key, 1, range.begin, range.end, {theme}});
    REQUIRE_MESSAGE(coded, (coded ? "" : in_words(coded.refusal())));
    return *coded;
  }
  void take_back(const inspection::Planned& in, const theme::Coded& coded) {
    REQUIRE(journal.perform(ana, theme::RemoveCoding{in.key, 1, coded.codings.front()}));
  }

  finding::Finding agreed(const inspection::Planned& in, finding::Direction direction) {
    const auto passage = *journal.perform(ana, evidence::MarkExtract{in.key, 1, kSecond});
    const auto made = *journal.perform(ana, finding::DraftFinding{in.key, {"So it is.", direction}});
    const auto rests =
        *journal.perform(ana, finding::SupportFinding{{in.key, made.number, made.revision}, passage.id});
    return *journal.perform(moderator, finding::AgreeFinding{{in.key, rests.number, rests.revision}});
  }
  void recommend(const inspection::Planned& in, const finding::Finding& for_what, recommendation::Term term,
                 people::OrganisationId addressee) {
    auto made = *journal.perform(
        analyst, recommendation::DraftRecommendation{"invented", {"Answer every call.", term}, in.key});
    made = *journal.perform(analyst, recommendation::AddressTo{on(made), addressee});
    made = *journal.perform(analyst, recommendation::RestOn{on(made), in.key, for_what.number});
    REQUIRE(journal.perform(moderator, recommendation::SettleRecommendation{on(made)}));
  }

  const people::OrganisationId other_force = organisation("other-force"),
                               third_force = organisation("third-force");
  const people::OrganisationId area =
      organisation("invented-area", people::OrganisationKind::LocalAuthorityArea);
};

inline void in_each_scale_room(const std::function<void(ScaleRoom&)>& body) {
  sql::testing::on_each_engine([&](sql::Database& database) {
    ScaleRoom room(database);
    body(room);
  });
}

}  // namespace sightline::site::testing
