// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "publication/edition_service.h"

#include <doctest/doctest.h>

#include <map>
#include <set>

#include "people/conflict_service.h"
#include "platform/json/reader.h"
#include "publication/edition_room_test.h"
#include "publication/edition_store.h"
#include "publication/publication_service.h"
#include "recommendation/recommendation_service.h"

using namespace sightline;
using namespace sightline::publication;
using namespace sightline::publication::testing;

namespace {

/// The problems for which publishing is refused.
std::string problems(EditionRoom& room, const EditionDraft& draft = EditionRoom::draft()) {
  const auto prepared = room.prepared(room.editor, draft);
  REQUIRE_FALSE(prepared);
  REQUIRE(prepared.refusal().kind == Refusal::Kind::Invalid);
  return EditionRoom::in_words(prepared.refusal());
}

/// Whether any file of the edition says this.
bool says_anywhere(const std::vector<EditionFile>& files, const std::string& words) {
  return std::ranges::any_of(files, [&](const EditionFile& file) { return contains(file.bytes, words); });
}

/// How much each cell of a table counts; nothing of one that counts 0.
using Cells = std::map<std::pair<std::string, std::string>, std::int64_t>;

Cells marked_cells(const figure::Explanation& explanation) {
  Cells cells;
  for (const figure::Basis& basis : explanation.shown.items)
    for (const figure::CountedIn& place : basis.counted_in)
      for (const std::string& column : place.columns) ++cells[{place.row, column}];
  return cells;
}

Cells published_cells(const std::string& value) {
  const auto parsed = json::parse(value);
  REQUIRE(parsed);
  json::Reader table(*parsed);
  const std::vector<std::string> columns = table.take_list<std::string>("columns");
  Cells cells;
  for (json::Reader& row : table.take_objects("rows")) {
    const std::string name = row.take<std::string>("name").value_or("");
    std::size_t column = 0;
    for (const std::int64_t count : row.take_list<std::int64_t>("counts"))
      if (++column; count > 0) cells[{name, columns.at(column)}] = count;
  }
  return cells;
}

std::vector<EditionFile> files_of(EditionRoom& room, const Edition& edition) {
  sql::Snapshot snapshot = room.journal.snapshot();
  return edition_files(snapshot, edition.id);
}

}  // namespace

TEST_CASE("publishing freezes text, figures, recommendations and files in one entry of the journal") {
  in_each_edition_room([](EditionRoom& room) {
    const std::int64_t before = room.count("journal_entry");
    const Edition edition = room.published();
    CHECK(edition.key == "first-1");
    CHECK(room.count("journal_entry") == before + 1);
    CHECK(room.count("edition_section") == 2);
    CHECK(room.count("edition_figure") == 3);
    CHECK(room.count("edition_recommendation") == 1);
    const auto files = files_of(room, edition);
    CHECK(contains(bytes_of(files, "index.html"), "What inspectors found"));
    CHECK(contains(bytes_of(files, "1-calls-wait-too-long.html"), "5 of 10"));
    CHECK(contains(bytes_of(files, "press-release.html"), "Inspectors made"));
    CHECK(contains(bytes_of(files, "recommendations.html"), "Within three months: by 23 February 2027"));
    CHECK(contains(bytes_of(files, "figures/grades.html"), "Invented inspection"));
    CHECK(contains(bytes_of(files, "data/overall-inadequate.csv"), "58%"));
  });
}

TEST_CASE("a first edition makes the publication, starts the clocks and expects a response") {
  in_each_edition_room([](EditionRoom& room) {  // Handbook §8.10, §8.27
    const Edition edition = room.published();
    sql::Snapshot snapshot = room.journal.snapshot();
    const auto known = find_publication(snapshot, "first");
    REQUIRE(known);
    CHECK(known->publication.published_on == Date(2026, 11, 23));
    CHECK(known->id == edition.publication);
    CHECK(known->reality == people::Reality::Invented);
    CHECK(room.count("recommendation_clock") == 1);
    CHECK(room.count("response_duty") == 1);
  });
}

TEST_CASE("a correction is the next edition; no clock begins again and the first stays as it was") {
  in_each_edition_room([](EditionRoom& room) {  // Handbook §8.6
    const Edition first = room.published();
    const auto before = files_of(room, first);
    room.revise_chapter(1, "Inspectors made {figure:inspections} inspection.\n");
    CHECK(is_refused_for(room.publish(room.editor, EditionRoom::draft()), "change-note"));
    const Edition second = room.published("A share was left out.");
    CHECK(second.key == "first-2");
    CHECK(second.publication == first.publication);
    CHECK(room.count("recommendation_clock") == 1);
    CHECK(room.count("response_duty") == 1);
    const auto after = files_of(room, first);
    REQUIRE(after.size() == before.size());
    for (std::size_t at = 0; at < after.size(); ++at) CHECK(after[at].bytes == before[at].bytes);
    CHECK(contains(bytes_of(files_of(room, second), "index.html"), "A share was left out."));
    sql::Snapshot snapshot = room.journal.snapshot();
    CHECK(find_edition(snapshot, "first-1")->is_replaced());
    CHECK_FALSE(find_edition(snapshot, "first-2")->is_replaced());
  });
}

TEST_CASE("what stands in the way of publishing is named by section and line, and nothing is published") {
  in_each_edition_room([](EditionRoom& room) {
    room.revise_chapter(1,
                        "One line.\n\nAnd {figure:nowhere}.\n\n#### Too deep\n\n[lost](#nowhere)\n\n"
                        "[page](elsewhere.html)\n\n{figure:grades}\n");
    const std::string words = problems(room);
    INFO(words);
    CHECK(contains(words, "line 3: There is no figure “nowhere”."));
    CHECK(contains(words, "line 5"));
    CHECK(contains(words, "line 7: The link to “#nowhere” leads to no heading"));
    CHECK(contains(words, "line 9: The link to “elsewhere.html” leads to no page of the edition"));
    CHECK(contains(words, "line 11: The figure “grades”"));
    CHECK(room.count("edition") == 0);
  });
}

TEST_CASE("a press release is held to the same as the report") {
  in_each_edition_room([](EditionRoom& room) {
    EditionDraft draft = EditionRoom::draft();
    draft.press_release = "No title";
    CHECK(contains(problems(room, draft), "Press release, line 1"));
    draft.press_release = "# Title\n\nWords.\n\nAnd {figure:nowhere}.";
    CHECK(contains(problems(room, draft), "Press release, line 5: There is no figure “nowhere”."));
  });
}

TEST_CASE("a figure that cannot be computed stops publication and is named with its line") {
  in_each_edition_room([](EditionRoom& room) {
    room.define("detention", "Cases in custody",
                figure::ShareOfCases{.scale = "three", .area = "initial-contact", .grades = {"Good"}});
    room.revise_chapter(1, "In {figure:detention} of the cases.\n");
    room.write({"test.break_figure",
                "update figure_revision set definition = replace(definition, 'initial-contact', 'custody')"});
    CHECK(contains(problems(room), "line 1: The figure “detention” cannot be computed"));
  });
}

TEST_CASE("publishing what has changed since it was prepared is refused and leaves nothing") {
  in_each_edition_room([](EditionRoom& room) {
    const auto prepared = room.prepared(room.editor, EditionRoom::draft());
    REQUIRE(prepared);
    room.revise_chapter(2, "Other words.\n");
    const auto refused = room.journal.perform(room.editor, PublishEdition{*prepared});
    CHECK(is_refused(refused, Refusal::Kind::Conflict));
    CHECK(room.count("edition") == 0);
    CHECK(room.count("publication") == 0);
  });
}

TEST_CASE("of two who publish the same edition one is refused") {
  in_each_edition_room([](EditionRoom& room) {
    const auto prepared = room.prepared(room.editor, EditionRoom::draft());
    REQUIRE(prepared);
    REQUIRE(room.journal.perform(room.editor, PublishEdition{*prepared}));
    const auto again = room.journal.perform(room.editor, PublishEdition{*prepared});
    CHECK_FALSE(again);
    CHECK(room.count("edition") == 1);
  });
}

TEST_CASE("publishing that breaks off in the middle leaves nothing") {
  in_each_edition_room([](EditionRoom& room) {
    PreparedEdition prepared = *room.prepared(room.editor, EditionRoom::draft());
    const std::int64_t before = room.count("journal_entry");
    // The last file cannot be written: it has the path of another.
    prepared.files.push_back(prepared.files.front());
    CHECK_THROWS(room.journal.perform(room.editor, PublishEdition{prepared}));
    for (const std::string table :
         {"edition", "edition_section", "edition_figure", "edition_input", "edition_file",
          "edition_quotation", "publication", "recommendation_clock", "response_duty"})
      CHECK_MESSAGE(room.count(table) == 0, table);
    CHECK(room.count("journal_entry") == before);
    prepared.files.pop_back();
    CHECK(room.journal.perform(room.editor, PublishEdition{prepared}));
  });
}

TEST_CASE("an edition is not published for a day to come, nor for a day before the one it corrects") {
  in_each_edition_room([](EditionRoom& room) {
    EditionDraft draft = EditionRoom::draft();
    draft.published_on = Date(2026, 11, 24);
    CHECK(is_refused_for(room.publish(room.editor, draft), "published-on"));
    room.published();
    draft = EditionRoom::draft("A correction.");
    draft.published_on = Date(2026, 11, 22);
    CHECK(is_refused_for(room.publish(room.editor, draft), "published-on"));
  });
}

TEST_CASE("a key that another publication has is refused") {
  in_each_edition_room([](EditionRoom& room) {
    (void)room.publication("first");
    CHECK(is_refused(room.publish(room.editor, EditionRoom::draft()), Refusal::Kind::Conflict));
    CHECK(room.count("edition") == 0);
  });
}

TEST_CASE("without Node the pages are published, and the edition says why there is no PDF") {
  in_each_edition_room([](EditionRoom& room) {
    const Edition edition = room.published();
    REQUIRE(edition.pdf_refusal);
    CHECK(contains(*edition.pdf_refusal, "Node"));
    const auto files = files_of(room, edition);
    CHECK_FALSE(
        std::ranges::any_of(files, [](const EditionFile& file) { return file.path == "report.pdf"; }));
    CHECK_FALSE(contains(bytes_of(files, "index.html"), "report.pdf"));
  });
}

TEST_CASE("no public file names a case or shows an unrounded count of people") {
  in_each_edition_room([](EditionRoom& room) {  // Handbook §9.15
    const auto files = files_of(room, room.published());
    CHECK_FALSE(says_anywhere(files, "7 of 12"));
    CHECK_FALSE(says_anywhere(files, "Case 1"));
    CHECK(contains(bytes_of(files, "figures/overall-inadequate.html"), "rounded to the nearest 5"));
  });
}

TEST_CASE("every page of an invented programme says that it is invented") {  // §9.11
  in_each_edition_room([](EditionRoom& room) {
    for (const EditionFile& file : files_of(room, room.published())) {
      if (!file.path.ends_with(".html")) continue;
      CAPTURE(file.path);
      CHECK(contains(file.bytes, "Invented: the bodies"));
    }
  });
}

TEST_CASE("words of an author cannot become markup in a published page") {
  in_each_edition_room([](EditionRoom& room) {
    room.chapter("A <script>alert(1)</script> title", "Words.\n");
    EditionDraft draft = EditionRoom::draft();
    const auto prepared = room.prepared(room.editor, draft);
    REQUIRE(prepared);
    CHECK_FALSE(says_anywhere(prepared->files, "<script>alert"));
  });
}

TEST_CASE("an edition verifies after it was published, and after later honest revisions") {
  in_each_edition_room([](EditionRoom& room) {
    room.published();
    CHECK(room.verified("first-1").figures == 3);
    CHECK(room.verified("first-1").mismatches.empty());
    room.move(inspection::StageAction::Reopen);
    const assessment::OnScreen at = room.at(room.cases.front(), 3);
    const auto reopened =
        room.journal.perform(room.moderator, assessment::ReopenAssessment{at, "New facts came to light."});
    REQUIRE_MESSAGE(reopened, (reopened ? "" : reopened.refusal().message));
    auto revised = at;
    revised.revision = 4;
    const auto saved =
        room.journal.perform(room.ana, assessment::SaveAssessment{revised, EditionRoom::judged(3)});
    REQUIRE_MESSAGE(saved, (saved ? "" : saved.refusal().message));
    const Verified again = room.verified("first-1");
    CHECK_MESSAGE(again.mismatches.empty(), again.mismatches.front().what);
  });
}

TEST_CASE(
    "a correction holds the recommendations of the first edition, due when they were, and no later ones") {
  in_each_edition_room([](EditionRoom& room) {  // Handbook §8.37
    room.published();
    const auto later =
        *room.journal.perform(room.analyst, recommendation::AddressTo{room.on(room.drafted()), room.force});
    const auto ready =
        *room.journal.perform(room.analyst, recommendation::RestOn{room.on(later), room.planned.key, 1});
    REQUIRE(room.journal.perform(room.moderator, recommendation::SettleRecommendation{room.on(ready)}));
    const auto correction = room.prepared(room.editor, EditionRoom::draft("A chapter was mended."));
    REQUIRE(correction);
    CHECK(correction->content.recommendations.size() == 1);
    CHECK(correction->content.clocks_begin == Date(2026, 11, 23));
    CHECK(contains(bytes_of(correction->files, "recommendations.html"), "began with the first edition"));
    CHECK(contains(bytes_of(correction->files, "recommendations.html"), "by 23 February 2027"));
  });
}

TEST_CASE("an editor, who may not read cases, is told of a published figure what readers are told") {
  in_each_edition_room([](EditionRoom& room) {  // Handbook §9.20
    room.published();
    room.write({"test.alter_for_editor",
                "update judgement set grade_rank = 3 where area = 'overall' and assessment_id = "
                "(select min(assessment_id) from judgement where area = 'overall' and grade_rank = 1)"});
    sql::Snapshot snapshot = room.journal.snapshot();
    const auto explained = explain_figure(snapshot, room.editor, "first-1", "overall-inadequate", 1);
    REQUIRE(explained);
    CHECK_FALSE(explained->count);
    CHECK(explained->value.empty());
    CHECK_FALSE(explained->explanation.hidden);
    REQUIRE(explained->explanation.groups.size() == 1);
    CHECK(explained->explanation.groups[0].part == figure::Part::Used);
    const auto verified = verify(snapshot, room.editor, "first-1");
    REQUIRE(verified);
    REQUIRE_FALSE(verified->mismatches.empty());
    for (const Mismatch& each : verified->mismatches) CHECK_FALSE(contains(each.was, "count"));
  });
}

TEST_CASE("a judgement altered past the journal fails verification, and the figure is named") {
  in_each_edition_room([](EditionRoom& room) {
    room.published();
    room.write({"test.alter",
                "update judgement set grade_rank = 3 where area = 'overall' and assessment_id = "
                "(select min(assessment_id) from judgement where area = 'overall' and grade_rank = 1)"});
    const Verified verified = room.verified("first-1");
    REQUIRE(verified.mismatches.size() >= 1);
    const auto named = std::ranges::find(verified.mismatches, "figure overall-inadequate", &Mismatch::what);
    REQUIRE(named != verified.mismatches.end());
    CHECK(contains(named->was, "\"count\":7"));
    CHECK(contains(named->is, "\"count\":6"));
    CHECK(std::ranges::count(verified.mismatches, "figure inspections", &Mismatch::what) == 0);
  });
}

TEST_CASE("a frozen file altered past the journal fails verification and is named") {
  in_each_edition_room([](EditionRoom& room) {
    room.published();
    room.write({"test.alter_file", "update edition_file set bytes = $bytes where path = 'index.html'"},
               {{"bytes", sql::Bytes{"other"}}});
    const Verified verified = room.verified("first-1");
    REQUIRE(verified.mismatches.size() == 1);
    CHECK(verified.mismatches.front().what == "file index.html");
  });
}

TEST_CASE("a frozen text or digest altered past the journal is told by its entry") {
  in_each_edition_room([](EditionRoom& room) {
    room.published();
    room.write({"test.alter_text", "update edition_section set markdown = 'other' where position = 1"});
    const Verified verified = room.verified("first-1");
    REQUIRE(verified.mismatches.size() == 1);
    CHECK(verified.mismatches.front().what == "edition first-1");
  });
}

TEST_CASE("a figure of an edition is explained by the records behind it") {
  in_each_edition_room([](EditionRoom& room) {
    room.published();
    sql::Snapshot snapshot = room.journal.snapshot();
    const auto explained = explain_figure(snapshot, room.the_operator, "first-1", "overall-inadequate", 1);
    REQUIRE(explained);
    CHECK(explained->count == 7);
    CHECK(explained->of == 12);
    CHECK(explained->explanation.shown.cut.total >= 12);
    CHECK(explained->explanation.hidden == 0);
    CHECK(is_refused(explain_figure(snapshot, room.the_operator, "first-1", "nowhere", 1),
                     Refusal::Kind::NotFound));
    CHECK(is_refused(explain_figure(snapshot, room.the_operator, "first-9", "grades", 1),
                     Refusal::Kind::NotFound));
  });
}

TEST_CASE(
    "of the twelve cases behind a share the seven that were counted are marked, those graded inadequate") {
  in_each_edition_room([](EditionRoom& room) {
    room.published();
    sql::Snapshot snapshot = room.journal.snapshot();
    const auto explained = explain_figure(snapshot, room.analyst, "first-1", "overall-inadequate", 1);
    REQUIRE(explained);
    std::map<figure::Part, std::set<std::string>> named;
    for (const figure::Basis& basis : explained->explanation.shown.items)
      named[basis.part].insert(basis.record);
    std::map<figure::Part, std::set<std::string>> expected{
        {figure::Part::Used, {"The inspection and its dates"}}};
    for (std::size_t at = 0; at < room.cases.size(); ++at)
      expected[at < 7 ? figure::Part::Counted : figure::Part::InTheWhole].insert(
          "Case " + room.cases[at].number + ", as inspectors assessed it");
    CHECK(named == expected);
  });
}

TEST_CASE(
    "every figure of an edition counts as many as it marks, also after what it counts was graded anew") {
  in_each_edition_room([](EditionRoom& room) {
    room.published();
    const auto all_add_up = [&] {
      sql::Snapshot snapshot = room.journal.snapshot();
      for (const PublishedFigure& each : published_figures(snapshot, find_edition(snapshot, "first-1")->id)) {
        CAPTURE(each.key);
        const auto explained = explain_figure(snapshot, room.the_operator, "first-1", each.key, 1);
        REQUIRE(explained);
        CHECK(explained->is_as_published);
        const std::vector<figure::Group>& groups = explained->explanation.groups;
        REQUIRE_FALSE(groups.empty());
        CHECK(groups[0].part == figure::Part::Counted);
        if (explained->count) CHECK(groups[0].things == *explained->count);
        if (explained->of) CHECK(groups[0].records + groups[1].records == *explained->of);
        if (!explained->count)
          CHECK(marked_cells(explained->explanation) == published_cells(explained->value));
      }
    };
    all_add_up();
    room.move(inspection::StageAction::Reopen);
    const assessment::OnScreen at = room.at(room.cases.front(), 3);
    REQUIRE(
        room.journal.perform(room.moderator, assessment::ReopenAssessment{at, "New facts came to light."}));
    all_add_up();
  });
}

TEST_CASE("an edition keeps word for word what it quotes, and where that stands in the evidence") {
  in_each_edition_room([](EditionRoom& room) {  // Handbook §8.45
    room.revise_chapter(1, room.quoting() + "\n\n" + room.quoting());
    const Edition edition = room.published();
    CHECK(room.count("edition_quotation") == 1);
    const auto files = files_of(room, edition);
    CHECK(contains(bytes_of(files, "1-calls-wait-too-long.html"), "Calls wait.</p></blockquote>"));
    sql::Snapshot snapshot = room.journal.snapshot();
    const auto quoted = editions::quotations_of(snapshot, edition.id);
    REQUIRE(quoted.size() == 1);
    CHECK(quoted[0].words == "Calls wait.");
    CHECK(quoted[0].range == evidence::Range{0, 11});
    CHECK(room.verified("first-1").passages == 1);
    CHECK(room.verified("first-1").mismatches.empty());
  });
}

TEST_CASE(
    "a passage that is quoted but was not read is not published, nor one that was not read as it now is") {
  in_each_edition_room([](EditionRoom& room) {  // Handbook §8.44
    room.revise_chapter(1, room.quoting());
    const PreparedEdition prepared = *room.prepared(room.editor, EditionRoom::draft());
    CHECK(is_refused_for(room.journal.perform(room.editor, PublishEdition{prepared}), "passages-read"));
    CHECK(is_refused_for(room.journal.perform(room.editor, PublishEdition{prepared, "others"}),
                         "passages-read"));
    CHECK(room.count("edition") == 0);
    room.revise_chapter(2, room.quoting());
    const PreparedEdition more = *room.prepared(room.editor, EditionRoom::draft());
    CHECK(is_refused_for(
        room.journal.perform(room.editor, PublishEdition{more, digest_of_passages(prepared.content)}),
        "passages-read"));
    CHECK(room.journal.perform(room.editor, PublishEdition{more, digest_of_passages(more.content)}));
  });
}

TEST_CASE("whoever brought a passage into a report does not publish it: a second person reads it") {
  in_each_edition_room([](EditionRoom& room) {  // Handbook §9.16
    const people::Actor both = room.person("both", {{people::Role::Analyst, {}}, {people::Role::Editor, {}}});
    REQUIRE(room.journal.perform(both, report::AddSection{"invented", "first", "Heard", room.quoting()}));
    const auto refused = room.publish(both, EditionRoom::draft());
    REQUIRE_FALSE(refused);
    CHECK(contains(EditionRoom::in_words(refused.refusal()), "line 3: Extract 1 was quoted by you"));
    CHECK(room.publish(room.editor, EditionRoom::draft()));
  });
}

TEST_CASE("who has a conflict of interest with a body does not publish what was said about it") {
  in_each_edition_room([](EditionRoom& room) {
    room.revise_chapter(1, room.quoting());
    REQUIRE(room.journal.perform(room.editor, people::DeclareConflict{.organisation = room.force,
                                                                      .reason = "Served there.",
                                                                      .first_day = Date(2020, 1, 1)}));
    sql::Snapshot snapshot = room.journal.snapshot();
    const auto composed =
        preview_edition(snapshot, room.editor, "invented", "first", EditionRoom::draft().published_on);
    REQUIRE(composed);
    CHECK(composed->words.empty());
    CHECK(composed->content.quotations.empty());
    REQUIRE_FALSE(composed->problems.empty());
    CHECK(contains(composed->problems.front().sentence, "from an inspection that you may not see"));
  });
}

TEST_CASE("a dangling extract stops publication and names the line") {
  in_each_edition_room([](EditionRoom& room) {
    room.chapter("What we heard", room.quoting());
    const PreparedEdition prepared = *room.prepared(room.editor, EditionRoom::draft());
    room.write(
        {"test.alter_evidence", "update document_text set text = 'Calls never wait, and all is well.'"});
    const std::string words = problems(room);
    INFO(words);
    CHECK(contains(words, "Section 3, “What we heard”, line 3: Extract 1 is dangling"));
    CHECK(is_refused(
        room.journal.perform(room.editor, PublishEdition{prepared, digest_of_passages(prepared.content)}),
        Refusal::Kind::Conflict));
    CHECK(room.count("edition") == 0);
  });
}

TEST_CASE("a press release quotes what the report quotes, and nothing else") {
  in_each_edition_room([](EditionRoom& room) {
    room.revise_chapter(1, room.quoting());
    EditionDraft draft = EditionRoom::draft();
    draft.press_release = "# Children wait\n\n" + room.quoting();
    const auto prepared = room.prepared(room.editor, draft);
    REQUIRE(prepared);
    CHECK(contains(bytes_of(prepared->files, "press-release.html"), "Calls wait.</p></blockquote>"));
    room.revise_chapter(1, "Nothing is quoted here.\n");
    CHECK(contains(problems(room, draft), "Press release, line 5: Extract 1 is not quoted in the report"));
  });
}

TEST_CASE("evidence altered past the journal fails verification, and the extract that was quoted is named") {
  in_each_edition_room([](EditionRoom& room) {
    room.revise_chapter(1, room.quoting());
    room.published();
    room.write({"test.alter_quoted", "update document_text set text = 'Calls never wait, and all is well.'"});
    const Verified altered = room.verified("first-1");
    REQUIRE(altered.mismatches.size() == 1);
    CHECK(altered.mismatches.front().what == "extract 1");
    CHECK(altered.mismatches.front().is == "the text of its document is not what was recorded");
  });
}

TEST_CASE("an extract moved past the journal fails verification and is named; what was frozen of it, too") {
  in_each_edition_room([](EditionRoom& room) {
    room.revise_chapter(1, room.quoting());
    room.published();
    room.write({"test.move_extract", "update extract set end_at = 5"});
    const Verified moved = room.verified("first-1");
    REQUIRE(moved.mismatches.size() == 1);
    CHECK(moved.mismatches.front().what == "extract 1");
    CHECK(contains(moved.mismatches.front().is, "characters 1 to 5"));
    CHECK_FALSE(contains(moved.mismatches.front().is, "Calls"));
    room.write({"test.move_back", "update extract set end_at = 11"});
    room.write({"test.alter_frozen", "update edition_quotation set words = 'Calls never wait.'"});
    const Verified frozen = room.verified("first-1");
    REQUIRE(frozen.mismatches.size() == 2);
    CHECK(frozen.mismatches[0].what == "extract 1");
    CHECK(frozen.mismatches[1].what == "edition first-1");
  });
}

TEST_CASE("a note that is corrected later changes nothing in an edition that quotes it") {
  in_each_edition_room([](EditionRoom& room) {
    room.revise_chapter(1, room.quoting());
    room.published();
    REQUIRE(room.journal.perform(
        room.ana, evidence::RecordNote{
                      room.planned.key, {evidence::Kind::Interview, "Interview"}, "Some calls wait.", 1}));
    CHECK(room.verified("first-1").mismatches.empty());
    CHECK(contains(problems(room, EditionRoom::draft("Nothing.")), "which document 2 has corrected"));
  });
}

TEST_CASE("insiders are told where a quoted passage comes from, as far as they may see it") {
  in_each_edition_room([](EditionRoom& room) {
    room.revise_chapter(1, room.quoting());
    const Edition edition = room.published();
    sql::Snapshot snapshot = room.journal.snapshot();
    const auto for_analyst = published_quotations(snapshot, room.analyst, edition.id);
    REQUIRE(for_analyst.size() == 1);
    CHECK(for_analyst[0].section == "Calls wait too long");
    REQUIRE(for_analyst[0].evidence);
    CHECK(for_analyst[0].evidence->document_number == 1);
    const auto for_editor = published_quotations(snapshot, room.editor, edition.id);
    REQUIRE(for_editor.size() == 1);
    CHECK(for_editor[0].words == "Calls wait.");
    CHECK_FALSE(for_editor[0].evidence);
    CHECK(published_quotations(snapshot, room.moderator, edition.id).empty());
  });
}

TEST_CASE("every query about editions is understood by both engines") {
  sql::testing::check_queries(editions::queries());
}
