// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Reports on both engines: what is kept of every text, who was quicker, and what a
// report comes to at this moment.

#include "report/report_service.h"

#include <doctest/doctest.h>

#include "platform/sql/testing.h"
#include "report/report_room_test.h"
#include "report/report_store.h"

using namespace sightline;
using namespace sightline::report;
using namespace sightline::report::testing;

namespace {

constexpr const char* kProgrammeKey = ReportRoom::kProgramme;
constexpr const char* kReportKey = ReportRoom::kReport;

}  // namespace

TEST_CASE("every query about reports runs on both engines") {
  sql::testing::check_queries(reports::queries());
}

TEST_CASE("a report is started without sections, and read with those that were added, in order") {
  in_each_report_room([](ReportRoom& room) {
    const Report report = room.report();
    CHECK(report.title == "Second report");
    CHECK(report.subtitle == "Custody");
    CHECK(report.summary == "In short.");
    CHECK(room.order() == "What we found, Custody");
    CHECK(report.sections[1].number == 2);
    CHECK(report.sections[1].position == 2);
    CHECK(report.sections[1].revision == 1);
    sql::Snapshot snapshot = room.office.journal.snapshot();
    const auto by_id = find_report(snapshot, report.id);
    REQUIRE(by_id);
    CHECK(by_id->sections.size() == 2);
    CHECK_FALSE(find_report(snapshot, ReportId{999}));
  });
}

TEST_CASE("a report with a key that is taken or none, or without a title, is refused and leaves nothing") {
  in_each_report_room([](ReportRoom& room) {
    const auto start = [&](const std::string& key, const std::string& title,
                           const std::string& programme = kProgrammeKey) {
      return room.perform(room.editor, StartReport{programme, key, title});
    };
    CHECK(is_refused_for(start(kReportKey, "Another"), "key"));
    CHECK(is_refused_for(start("Not a key", "Another"), "key"));
    CHECK(is_refused_for(start("another", " "), "title"));
    StartReport published{kProgrammeKey, "published-before", "Another"};
    published.publication_with = [](sql::Reader&, std::string_view) { return "A report of 2019"; };
    CHECK(is_refused_for(room.perform(room.editor, published), "key"));
    CHECK(is_refused(start("another", "Another", "nowhere"), Refusal::Kind::NotFound));
    CHECK(room.count("select count(*) as n from report") == 1);
  });
}

TEST_CASE("reports are listed the newest first, a page at a time, with how many sections they have") {
  in_each_report_room([](ReportRoom& room) {
    for (int i = 1; i <= kReportsOnAPage; ++i)
      REQUIRE(room.perform(room.editor, StartReport{kProgrammeKey, "report-" + std::to_string(i), "Report"}));
    sql::Snapshot snapshot = room.office.journal.snapshot();
    const auto first = reports_of(snapshot, room.analyst, kProgrammeKey, 1);
    CHECK(first.items.front().key == "report-25");
    CHECK(first.cut.total == kReportsOnAPage + 1);
    const auto last = reports_of(snapshot, room.analyst, kProgrammeKey, 9);
    REQUIRE(last.items.size() == 1);
    CHECK(last.items[0].key == kReportKey);
    CHECK(last.items[0].sections == 2);
  });
}

TEST_CASE("title, subtitle and summary are revised by whoever has them before them; others are refused") {
  in_each_report_room([](ReportRoom& room) {
    const ReviseReport revision{kProgrammeKey, kReportKey, 1, "Second report, revised", "", "In short."};
    const auto revised = room.perform(room.analyst, revision);
    REQUIRE(revised);
    CHECK(revised->revision == 2);
    CHECK(room.report().title == "Second report, revised");
    CHECK(is_refused(room.perform(room.editor, revision), Refusal::Kind::Conflict));
    CHECK(is_refused_for(room.perform(room.editor, ReviseReport{kProgrammeKey, kReportKey, 2, "", "", ""}),
                         "title"));
    CHECK(room.count("select count(*) as n from report_revision") == 2);
  });
}

TEST_CASE("every revision of a section stays readable, with who wrote it; the newest is in the report") {
  in_each_report_room([](ReportRoom& room) {
    REQUIRE(room.revise(room.analyst, 2, 1, "Another text."));
    REQUIRE(room.revise(room.editor, 2, 2, "A third text."));
    CHECK(room.report().sections[1].markdown == "A third text.");
    const auto history = room.history(room.editor, 2);
    REQUIRE(history);
    REQUIRE(history->revisions.items.size() == 3);
    CHECK(history->revisions.items[0].revision == 3);
    CHECK(history->revisions.items[1].by == "analyst");
    CHECK(history->revisions.items[1].length == 13);
    CHECK(room.revision(room.editor, 2, 1)->text.markdown == "Text about [why](#why).\n");
    CHECK(room.revision(room.editor, 2, 2)->text.markdown == "Another text.");
    CHECK(is_refused(room.revision(room.editor, 2, 4), Refusal::Kind::NotFound));
    CHECK(is_refused(room.history(room.editor, 3), Refusal::Kind::NotFound));
  });
}

TEST_CASE("a long history comes a page at a time") {
  in_each_report_room([](ReportRoom& room) {
    for (int i = 1; i <= kRevisionsOnAPage; ++i)
      REQUIRE(room.revise(room.editor, 2, i, "Text " + std::to_string(i) + "."));
    CHECK(room.history(room.editor, 2)->revisions.items.size() == kRevisionsOnAPage);
    const auto last = room.history(room.editor, 2, 2);
    REQUIRE(last->revisions.items.size() == 1);
    CHECK(last->revisions.items[0].revision == 1);
  });
}

TEST_CASE("a text that is sent again unchanged makes no revision and no entry") {
  in_each_report_room([](ReportRoom& room) {
    const std::int64_t before = room.count("select count(*) as n from journal_entry");
    REQUIRE(room.revise(room.editor, 2, 1, "Text about [why](#why).\r\n"));
    CHECK(room.count("select count(*) as n from journal_entry") == before);
    CHECK(room.report().sections[1].revision == 1);
  });
}

TEST_CASE(
    "a text with problems is saved, so that nobody loses a draft; a text that cannot be kept is refused") {
  in_each_report_room([](ReportRoom& room) {
    CHECK(room.revise(room.editor, 2, 1, "<b>No</b> {figure:unknown}"));
    CHECK(is_refused_for(room.revise(room.editor, 2, 2, std::string(kLongestMarkdown + 1, 'x')), "markdown"));
    CHECK(is_refused_for(room.perform(room.editor, AddSection{kProgrammeKey, kReportKey, "", "Text."}),
                         "title"));
    CHECK(is_refused(room.perform(room.editor, AddSection{kProgrammeKey, "none", "Title", "Text."}),
                     Refusal::Kind::NotFound));
    CHECK(room.report().sections.size() == 2);
  });
}

TEST_CASE("whoever is overtaken is refused, and both texts are kept") {
  in_each_report_room([](ReportRoom& room) {
    REQUIRE(room.revise(room.editor, 2, 1, "The editor's text."));
    const ReviseSection late{kProgrammeKey, kReportKey, 2, 1, "Custody, too", "The analyst's text."};
    CHECK(is_refused(revise_or_set_aside(room.office.journal, room.analyst, late), Refusal::Kind::Conflict));
    CHECK(room.report().sections[1].markdown == "The editor's text.");
    const auto history = room.history(room.editor, 2);
    REQUIRE(history->set_aside.items.size() == 1);
    const SetAside& kept = history->set_aside.items[0];
    CHECK(kept.text == SectionText{"Custody, too", "The analyst's text."});
    CHECK(kept.based_on == 1);
    CHECK(kept.overtaken_by == 2);
    CHECK(kept.by == "analyst");
  });
}

TEST_CASE("a text is set aside only where somebody was overtaken; otherwise it is refused") {
  in_each_report_room([](ReportRoom& room) {
    const auto aside = [&](int section, int based_on) {
      return room.perform(room.editor,
                          SetTextAside{kProgrammeKey, kReportKey, section, based_on, "Title", "Text."});
    };
    CHECK(is_refused(aside(2, 1), Refusal::Kind::WrongState));
    CHECK(is_refused(aside(3, 1), Refusal::Kind::NotFound));
    REQUIRE(room.revise(room.editor, 2, 1, "Other."));
    CHECK(aside(2, 1));
    const ReviseSection nowhere{kProgrammeKey, kReportKey, 9, 1, "Title", "Text."};
    CHECK(
        is_refused(revise_or_set_aside(room.office.journal, room.editor, nowhere), Refusal::Kind::NotFound));
  });
}

TEST_CASE("sections change places, and none leaves its end") {
  in_each_report_room([](ReportRoom& room) {
    room.add("Leadership", "Text.");
    const auto move = [&](int section, Direction direction) {
      return room.perform(room.editor, MoveSection{kProgrammeKey, kReportKey, section, direction});
    };
    REQUIRE(move(3, Direction::Up));
    CHECK(room.order() == "What we found, Leadership, Custody");
    REQUIRE(move(1, Direction::Down));
    CHECK(room.order() == "Leadership, What we found, Custody");
    const std::int64_t before = room.count("select count(*) as n from journal_entry");
    CHECK(move(3, Direction::Up)->position == 1);
    CHECK(move(2, Direction::Down)->position == 3);
    CHECK(room.count("select count(*) as n from journal_entry") == before);
    CHECK(is_refused(move(4, Direction::Up), Refusal::Kind::NotFound));
  });
}

TEST_CASE("a section is removed with a reason and nothing of it is lost; without a reason it is refused") {
  in_each_report_room([](ReportRoom& room) {
    const auto remove = [&](int section, const std::string& reason) {
      return room.perform(room.editor, RemoveSection{kProgrammeKey, kReportKey, section, reason});
    };
    CHECK(is_refused_for(remove(1, " "), "reason"));
    REQUIRE(remove(1, "It is said in the next."));
    CHECK(room.order() == "Custody");
    CHECK(room.report().sections[0].position == 1);
    CHECK(is_refused(remove(1, "Again."), Refusal::Kind::NotFound));
    const auto history = room.history(room.analyst, 1);
    REQUIRE(history);
    REQUIRE(history->removed);
    CHECK(history->removed->reason == "It is said in the next.");
    CHECK(history->removed->by == "editor");
    CHECK(room.revision(room.analyst, 1, 1)->text.title == "What we found");
    sql::Snapshot snapshot = room.office.journal.snapshot();
    CHECK(removed_sections(snapshot, room.report(), 1).items.size() == 1);
  });
}

TEST_CASE("every removed section and every text set aside is shown, a page at a time, the newest first") {
  in_each_report_room([](ReportRoom& room) {
    for (int number = 0; number < 26; ++number) {
      const Section added = room.add("Section " + std::to_string(number), "Text.");
      REQUIRE(
          room.perform(room.editor, RemoveSection{kProgrammeKey, kReportKey, added.number, "Not needed."}));
    }
    REQUIRE(room.revise(room.editor, 2, 1, "Revised."));
    for (int number = 0; number < 11; ++number)
      CHECK(is_refused(
          revise_or_set_aside(room.office.journal, room.analyst,
                              {kProgrammeKey, kReportKey, 2, 1, "Custody", "Late " + std::to_string(number)}),
          Refusal::Kind::Conflict));
    sql::Snapshot snapshot = room.office.journal.snapshot();
    const auto removed = removed_sections(snapshot, room.report(), 2);
    CHECK(removed.cut.total == 26);
    REQUIRE(removed.items.size() == 1);
    CHECK(removed.items[0].title == "Section 0");
    const auto history = section_history(snapshot, room.editor, kProgrammeKey, kReportKey, 2, 1, 2);
    CHECK(history->set_aside.cut.total == 11);
    REQUIRE(history->set_aside.items.size() == 1);
    CHECK(history->set_aside.items[0].text.markdown == "Late 0");
    CHECK(history->revisions.cut.number == 1);
  });
}

TEST_CASE("a number is never given again: what was the address of one section is never that of another") {
  in_each_report_room([](ReportRoom& room) {
    REQUIRE(room.perform(room.editor, RemoveSection{kProgrammeKey, kReportKey, 2, "Not needed."}));
    const Section added = room.add("Leadership", "Text.");
    CHECK(added.number == 3);
    CHECK(added.position == 2);
  });
}

TEST_CASE("a text sent after its section was removed is refused and kept") {
  in_each_report_room([](ReportRoom& room) {
    REQUIRE(room.perform(room.editor, RemoveSection{kProgrammeKey, kReportKey, 2, "Not needed."}));
    const ReviseSection late{kProgrammeKey, kReportKey, 2, 1, "Custody", "Much work."};
    CHECK(is_refused(revise_or_set_aside(room.office.journal, room.analyst, late), Refusal::Kind::Conflict));
    CHECK(room.history(room.editor, 2)->set_aside.items.at(0).text.markdown == "Much work.");
  });
}

TEST_CASE("a draft has every figure as it is at this moment, and names the entry of the journal") {
  in_each_report_room([](ReportRoom& room) {
    const Draft draft = room.draft();
    CHECK(draft.problems.empty());
    CHECK(draft.figures.at("inspections").shown.text == "0");
    CHECK(draft.entry == room.count("select count(*) as n from journal_entry"));
  });
}

TEST_CASE("a draft names every problem in the order of sections and lines: of the text and of its figures") {
  in_each_report_room([](ReportRoom& room) {
    REQUIRE(room.revise(room.editor, 2, 1, "{figure:unknown}\n\n<br>\n\n{figure:by-kind}\n"));
    std::vector<std::pair<int, int>> places;
    for (const LineProblem& problem : room.draft().problems)
      places.emplace_back(problem.section, problem.line);
    CHECK(places == std::vector<std::pair<int, int>>{{2, 1}, {2, 3}, {2, 5}});
  });
}

TEST_CASE("a preview is of what is typed, among the other sections as they are recorded") {
  in_each_report_room([](ReportRoom& room) {
    sql::Snapshot snapshot = room.office.journal.snapshot();
    const Report report = room.report();
    const Draft changed =
        preview_of(snapshot, room.editor, report, 2, {"Custody", "See [why](#why). {figure:unknown}"});
    REQUIRE(changed.problems.size() == 1);
    CHECK(changed.problems[0].line == 1);
    CHECK_FALSE(changed.figures.contains("inspections"));
    const Draft added =
        preview_of(snapshot, room.editor, report, 0, {"New", "{figure:inspections} [there](#custody)"});
    CHECK(added.problems.empty());
    CHECK(added.composed.sections.back().title == "New");
    CHECK(added.figures.contains("inspections"));
  });
}

TEST_CASE("figures are offered by key or title, a page at a time, with what they come to") {
  in_each_report_room([](ReportRoom& room) {
    const auto all = room.offered(room.editor);
    REQUIRE(all.items.size() == 2);
    CHECK(all.items[0].key == "by-kind");
    CHECK(all.items[1].text == "0");
    CHECK(room.offered(room.editor, " OF EVERY ").items.at(0).key == "inspections");
    CHECK(room.offered(room.editor, "by-k").cut.total == 1);
    CHECK(room.offered(room.editor, "%").cut.total == 0);
    for (int i = 0; i < kOfferedOnAPage; ++i)
      room.define("more-" + std::to_string(i), {"More", "More.", {figure::Inspections{}, {}}});
    CHECK(room.offered(room.editor).items.size() == kOfferedOnAPage);
    CHECK(room.offered(room.editor, "", 2).items.size() == 2);
  });
}

TEST_CASE("an author who may see the evidence quotes it; others read the report without the words") {
  in_each_report_room([](ReportRoom& room) {  // Handbook §12.13, §12.14
    const evidence::ExtractId extract = room.extract();
    REQUIRE(room.revise(room.analyst, 2, 1, ReportRoom::quoting(extract)));
    CHECK(room.problems(room.analyst).empty());
    CHECK(room.draft(room.analyst).words.at(extract.value()) == "Calls wait.");
    CHECK(room.problems(room.editor).empty());
    CHECK(room.draft(room.editor).words.empty());
    CHECK(room.draft(people::the_operator()).words.empty());
  });
}

TEST_CASE("nobody learns by quoting an extract whether there is one that they may not see") {
  in_each_report_room([](ReportRoom& room) {
    const evidence::ExtractId extract = room.extract(), none{extract.value() + 1};
    REQUIRE(room.revise(room.editor, 2, 1, ReportRoom::quoting(extract)));
    std::string hidden = room.problems(room.editor);
    CHECK(hidden.find("line 3: There is no extract") != std::string::npos);
    CHECK(room.draft(room.analyst).words.empty());
    REQUIRE(room.revise(room.editor, 2, 2, ReportRoom::quoting(none)));
    const std::string absent = room.problems(room.editor);
    const std::string number = std::to_string(extract.value());
    hidden.replace(hidden.find("extract " + number), 8 + number.size(),
                   "extract " + std::to_string(none.value()));
    CHECK(hidden == absent);
  });
}

TEST_CASE("an extract that an editor named is quoted once somebody who may see it saves the section") {
  in_each_report_room([](ReportRoom& room) {
    const std::string text = ReportRoom::quoting(room.extract());
    REQUIRE(room.revise(room.editor, 2, 1, text));
    const auto entries = [&] { return room.count("select count(*) as n from journal_entry"); };
    const std::int64_t before = entries();
    REQUIRE(room.revise(room.analyst, 2, 2, text));
    CHECK(entries() == before + 1);
    CHECK(room.report().sections[1].revision == 2);
    CHECK(room.problems(room.editor).empty());
    REQUIRE(room.revise(room.analyst, 2, 2, text));
    CHECK(entries() == before + 1);
    REQUIRE(room.revise(room.editor, 1, 1, text));
    CHECK(room.problems(room.editor).empty());
  });
}

TEST_CASE(
    "an extract that was quoted and is no longer there to be quoted stops the report, by section and line") {
  in_each_report_room([](ReportRoom& room) {
    const evidence::ExtractId extract = room.extract();
    REQUIRE(room.revise(room.analyst, 2, 1, ReportRoom::quoting(extract)));
    room.write({"test.alter_evidence", "update document_text set text = 'Nobody ever waits.'"});
    const std::string problems = room.problems(room.editor);
    CAPTURE(problems);
    CHECK(problems.starts_with("Section 2, “Custody”, line 3: Extract " + std::to_string(extract.value()) +
                               " is dangling"));
    CHECK(room.draft(room.analyst).words.empty());
  });
}

TEST_CASE("a passage is not quoted while its inspection is open again, nor once its note is corrected") {
  in_each_report_room([](ReportRoom& room) {
    const evidence::ExtractId extract = room.extract();
    REQUIRE(room.revise(room.analyst, 2, 1, ReportRoom::quoting(extract)));
    const auto move = [&](inspection::StageAction action, std::string reason = {}) {
      REQUIRE(room.perform(people::the_operator(),
                           inspection::MoveStage{room.inspected, action, std::move(reason)}));
    };
    move(inspection::StageAction::Reopen, "A name was wrong.");
    (void)room.member_of(room.inspected, "another-lead", inspection::TeamRole::LeadInspector);
    move(inspection::StageAction::Reopen, "A name was wrong.");
    CHECK(room.problems(room.editor).find("is not published; quote it once that is") != std::string::npos);
    move(inspection::StageAction::BeginReporting);
    move(inspection::StageAction::Publish);
    CHECK(room.problems(room.editor).empty());
    REQUIRE(room.perform(people::the_operator(),
                         evidence::RecordNote{room.inspection(room.inspected).key,
                                              {evidence::Kind::Interview, "Interview, corrected"},
                                              "Some calls wait.",
                                              1}));
    CHECK(room.problems(room.editor).find("which document 2 has corrected") != std::string::npos);
  });
}

TEST_CASE("what somebody may not see is not in the preview of what they type, and what they may see is") {
  in_each_report_room([](ReportRoom& room) {
    const SectionText typed{"Custody", ReportRoom::quoting(room.extract())};
    const auto preview = [&](const people::Actor& actor) {
      sql::Snapshot snapshot = room.office.journal.snapshot();
      return preview_of(snapshot, actor, room.report(), 2, typed);
    };
    CHECK(preview(room.analyst).problems.empty());
    CHECK(preview(room.analyst).words.size() == 1);
    CHECK(preview(room.editor).problems.size() == 1);
    CHECK(preview(room.editor).words.empty());
  });
}

TEST_CASE("whoever has a conflict of interest with the body can no longer read what they quoted of it") {
  in_each_report_room([](ReportRoom& room) {
    REQUIRE(room.revise(room.analyst, 2, 1, ReportRoom::quoting(room.extract())));
    room.declare_conflict(room.analyst, room.force);
    CHECK(room.draft(room.analyst).words.empty());
    CHECK(room.problems(room.analyst).empty());
  });
}
