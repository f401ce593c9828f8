// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What is recorded stays as it is, what could not be read leaves nothing, and nobody
// meets evidence that is not theirs to see.

#include "evidence/evidence_service.h"

#include <doctest/doctest.h>

#include "evidence/evidence_room_test.h"
#include "evidence/evidence_store.h"
#include "platform/sql/testing.h"

using namespace sightline;
using namespace sightline::evidence;
using namespace sightline::evidence::testing;

namespace {

/// Marks the first so many characters of the first document.
ExtractId marked(EvidenceRoom& room, std::int64_t end) {
  return room.perform(room.ana, MarkExtract{room.key, 1, {0, end}})->id;
}

std::optional<Passage> passage_for(EvidenceRoom& room, const people::Actor& actor, ExtractId extract) {
  sql::Snapshot snapshot = room.office.journal.snapshot();
  return passage(snapshot, actor, extract);
}

}  // namespace

TEST_CASE("an extract is found by its number, with its words and where they come from") {
  in_each_evidence_room([](EvidenceRoom& room) {
    room.noted("Größe zählt. Not this.");
    const ExtractId extract = marked(room, 12);
    const auto found = passage_for(room, room.analyst, extract);
    REQUIRE(found);
    CHECK(found->words == "Größe zählt.");
    CHECK(found->document_number == 1);
    CHECK(found->inspection_key == room.key);
    CHECK(found->stage == room.inspection(room.id).stage);
    CHECK_FALSE(found->replaced_by);
    RecordNote correction = room.note("Size counts.");
    correction.corrects = 1;
    REQUIRE(room.perform(room.ana, correction));
    CHECK(passage_for(room, room.analyst, extract)->replaced_by == 2);
  });
}

TEST_CASE("an extract that somebody may not see cannot be told from one that does not exist") {
  in_each_evidence_room([](EvidenceRoom& room) {
    room.noted("Twelve officers.");
    const ExtractId extract = marked(room, 6);
    CHECK(passage_for(room, room.moderator, extract));
    CHECK_FALSE(passage_for(room, room.stranger, extract));
    CHECK_FALSE(passage_for(room, room.analyst, ExtractId{extract.value() + 1}));
  });
}

TEST_CASE("an extract of a text that was altered past the journal has no words any more") {
  in_each_evidence_room([](EvidenceRoom& room) {
    room.noted("Twelve officers.");
    const ExtractId extract = marked(room, 6);
    room.write({"test.alter_words", "update document_text set text = 'Eleven officer.'"});
    const auto found = passage_for(room, room.analyst, extract);
    REQUIRE(found);
    CHECK_FALSE(found->words);
    room.write({"test.lose_words", "delete from document_text"});
    CHECK_FALSE(passage_for(room, room.analyst, extract)->words);
  });
}

TEST_CASE("every query about evidence runs on both engines") {
  sql::testing::check_queries(documents::queries());
}

TEST_CASE("a note is recorded under the next number, with its text as typed") {
  in_each_evidence_room([](EvidenceRoom& room) {
    CHECK(room.noted("First.").number == 1);
    const Document second = room.noted("Größe 漢字 🦋\r\n\r\nSecond paragraph.");
    CHECK(second.number == 2);
    CHECK(second.length == 29);
    const Result<DocumentView> view = room.view(room.analyst, 2);
    REQUIRE(view);
    CHECK(view->text == "Größe 漢字 🦋\n\nSecond paragraph.");
    CHECK(view->paragraphs.size() == 2);
    CHECK(view->recorded_by == "ana");
    CHECK(view->document.details.dated == PartialDate::from_iso("2026-03"));
    CHECK(view->document.format == Format::Note);
  });
}

TEST_CASE("a note without words or title is refused, and leaves nothing") {
  in_each_evidence_room([](EvidenceRoom& room) {
    CHECK(is_refused_for(room.perform(room.ana, room.note(" \n")), "text"));
    CHECK(is_refused_for(room.perform(room.ana, room.note("Words.", " ")), "title"));
    CHECK(room.list(room.ana)->documents.cut.total == 0);
  });
}

TEST_CASE(
    "a note is corrected by another one, once, and stays; what is no note of this inspection is refused") {
  in_each_evidence_room([](EvidenceRoom& room) {
    room.noted("Twelve officers.");
    RecordNote correction = room.note("Eleven officers.");
    correction.corrects = 1;
    REQUIRE(room.perform(room.lead, correction));
    CHECK(room.view(room.ana, 1)->text == "Twelve officers.");
    CHECK(room.view(room.ana, 1)->replaced_by == 2);
    CHECK(room.view(room.ana, 2)->replaces == 1);
    CHECK(room.list(room.ana)->documents.items.at(0).replaced_by == 2);
    CHECK(is_refused(room.perform(room.ana, correction), Refusal::Kind::WrongState));
    correction.corrects = 7;
    CHECK(is_refused(room.perform(room.ana, correction), Refusal::Kind::NotFound));
    REQUIRE(room.perform(room.ana, room.document("A file.")));
    correction.corrects = 3;
    CHECK(is_refused(room.perform(room.ana, correction), Refusal::Kind::WrongState));
  });
}

TEST_CASE("a document is kept with its text and with the file as it came") {
  in_each_evidence_room([](EvidenceRoom& room) {
    const std::string content = "\xEF\xBB\xBFOne.\r\n\r\nTwo, with \xc3\xa9.";
    REQUIRE(room.perform(room.ana, room.document(content)));
    const Result<DocumentView> view = room.view(room.moderator, 1);
    CHECK(view->text == "One.\n\nTwo, with é.");
    CHECK(view->document.file_name == "minutes.txt");
    CHECK(view->document.format == Format::Txt);
    sql::Snapshot snapshot = room.office.journal.snapshot();
    const auto file = original_file(snapshot, room.ana, room.key, 1);
    CHECK(file->content == content);
    CHECK(is_refused(original_file(snapshot, room.stranger, room.key, 1), Refusal::Kind::NotFound));
    CHECK(is_refused(original_file(snapshot, room.ana, room.key, 2), Refusal::Kind::NotFound));
  });
}

TEST_CASE(
    "the same file is refused a second time in one inspection, naming the document, and taken in another") {
  in_each_evidence_room([](EvidenceRoom& room) {
    REQUIRE(room.perform(room.ana, room.document("The same content.", "first.txt")));
    const auto again = room.perform(room.ana, room.document("The same content.", "second.txt"));
    REQUIRE(is_refused_for(again, "file"));
    CHECK(again.refusal().fields.front().message ==
          "“second.txt” is here already, as document 1, “Minutes of a strategy meeting”.");
    CHECK(room.list(room.ana)->documents.cut.total == 1);
    ImportDocument elsewhere = room.document("The same content.");
    auto other = room.plan();
    other.title = "Another inspection";
    elsewhere.inspection_key = room.perform(people::the_operator(), inspection::PlanInspection{other})->key;
    CHECK(room.perform(people::the_operator(), elsewhere));
  });
}

TEST_CASE("what cannot be read is refused by its name and the reason") {
  const extract::Extractor extractor(extract::testing::program());
  const auto sentence = [&](const char* name, const std::string& content) {
    const Result<ReadFile> read = read_file(extractor, name, content);
    REQUIRE(is_refused_for(read, "file"));
    return read.refusal().fields.front().message;
  };
  CHECK(sentence("plan.pdf", "not a PDF") ==
        "“plan.pdf” could not be read: its content is not what its name says.");
  CHECK(sentence("plan.doc", "x") ==
        "“plan.doc” is of a kind that is not read here. Choose a PDF, DOCX, HTML or TXT file.");
  CHECK(sentence("empty.txt", "").starts_with("“empty.txt” could not be read: it holds no text"));
}

TEST_CASE("a passage is marked once, however often it is asked for") {
  in_each_evidence_room([](EvidenceRoom& room) {
    room.noted("The first paragraph.\n\nThe second.");
    const auto marked = room.perform(room.ana, MarkExtract{room.key, 1, {4, 9}});
    REQUIRE(marked);
    CHECK(marked->was == OnRecord::New);
    const auto again = room.perform(room.analyst, MarkExtract{room.key, 1, {4, 9}});
    CHECK(again->was == OnRecord::Already);
    CHECK(again->id == marked->id);
    REQUIRE(room.perform(room.analyst, MarkExtract{room.key, 1, {0, 3}}));
    const std::vector<Extract> extracts = room.view(room.moderator, 1)->extracts;
    REQUIRE(extracts.size() == 2);
    CHECK(extracts[0].range == Range{0, 3});
    CHECK(extracts[1].marked_by == room.ana.person);
    CHECK(room.list(room.ana)->documents.items.at(0).extracts == 2);
  });
}

TEST_CASE("a passage outside the text is refused, and so is one in a note that has been corrected") {
  in_each_evidence_room([](EvidenceRoom& room) {
    room.noted("Short.");
    CHECK(is_refused_for(room.perform(room.ana, MarkExtract{room.key, 1, {0, 7}}), "passage"));
    CHECK(is_refused(room.perform(room.ana, MarkExtract{room.key, 2, {0, 1}}), Refusal::Kind::NotFound));
    RecordNote correction = room.note("Shorter.");
    correction.corrects = 1;
    REQUIRE(room.perform(room.ana, correction));
    CHECK(is_refused(room.perform(room.ana, MarkExtract{room.key, 1, {0, 6}}), Refusal::Kind::WrongState));
  });
}

TEST_CASE("documents are listed a page at a time, and every page says how many there are") {
  in_each_evidence_room([](EvidenceRoom& room) {
    for (int i = 0; i < kDocumentsOnAPage + 1; ++i) room.noted("A note.");
    const auto first = room.list(room.ana), last = room.list(room.ana, 99);
    CHECK(first->documents.items.size() == kDocumentsOnAPage);
    CHECK(last->documents.items.size() == 1);
    CHECK(last->documents.items.front().number == kDocumentsOnAPage + 1);
    CHECK(last->documents.cut.total == kDocumentsOnAPage + 1);
  });
}
