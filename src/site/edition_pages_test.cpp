// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Editions on the public site: the frozen files, the landing page, what the pages of a
// replaced edition say, and the register of recommendations with what was answered.

#include "site/edition_pages.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "evaluation/evaluation_service.h"
#include "publication/edition_room_test.h"
#include "response/answer_service.h"
#include "response/response_service.h"
#include "site/site_pages.h"

using namespace sightline;
using namespace sightline::site;
using publication::testing::EditionRoom;
using publication::testing::in_each_edition_room;

namespace {

Site site_of(EditionRoom& room) {
  return render_from(room.journal, publication::testing::kBuilt);
}

const std::string& page(const Site& site, const std::string& path) {
  const auto found = site.files.find(path);
  REQUIRE_MESSAGE(found != site.files.end(), path, " is not part of the site");
  return found->second;
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace

TEST_CASE("a published edition is part of the public site, and no link of the site is broken") {
  in_each_edition_room([](EditionRoom& room) {
    room.published();
    const Site site = site_of(room);
    for (const BrokenLink& broken : broken_links(site)) FAIL_CHECK(broken.page, " links to ", broken.link);
    const std::string& landing = page(site, "publications/first/index.html");
    CHECK(contains(landing, "edition-1/index.html"));
    CHECK(
        contains(landing, "There is no PDF document of this edition: the computer that published it lacked"));
    CHECK_FALSE(contains(landing, "Node"));
    CHECK(contains(landing, "Invented: the bodies"));
    CHECK(contains(page(site, "publications/first/edition-1/index.html"), "About this publication"));
    CHECK(contains(page(site, "publications/first/responses/index.html"), "Organisation invented-force"));
    CHECK(contains(page(site, "index.html"), "Invented, to show the program"));
  });
}

TEST_CASE("why there is no PDF is said to the public in plain words, without programs and places") {
  in_each_edition_room([](EditionRoom& room) {  // Handbook §8.35
    room.published();
    const auto said_of = [&](std::string_view reason) {
      room.write({"test.refuse_pdf", "update edition set pdf_refusal = $reason"}, {{"reason", reason}});
      return page(site_of(room), "publications/first/index.html");
    };
    CHECK(contains(said_of(std::string(publication::kFailedCheck) + "The document has no bookmarks."),
                   "people who use a screen reader can read it. The document has no bookmarks."));
    const std::string unset =
        said_of("The report cannot be set as a PDF: /srv/report.typ:3: no such letter.");
    CHECK(contains(unset,
                   "There is no PDF document of this edition: the program that makes one could not set"));
    CHECK_FALSE(contains(unset, "/srv"));
  });
}

TEST_CASE("the pages of a replaced edition say so, and lead to the newest and to what was corrected") {
  in_each_edition_room([](EditionRoom& room) {  // Handbook §8.37
    room.published();
    room.revise_chapter(1, "Inspectors made {figure:inspections} inspection.\n");
    room.published("A share was left out.");
    const Site site = site_of(room);
    for (const BrokenLink& broken : broken_links(site)) FAIL_CHECK(broken.page, " links to ", broken.link);
    const std::string& old = page(site, "publications/first/edition-1/figures/grades.html");
    CHECK(contains(old, "This edition was replaced"));
    CHECK(contains(old, "A share was left out."));
    CHECK(contains(old, "edition-2/index.html"));
    CHECK_FALSE(contains(page(site, "publications/first/edition-2/index.html"), "This edition was replaced"));
    CHECK(contains(page(site, "publications/first/index.html"), "replaced"));
  });
}

namespace {

/// What the local policing body sends about the one recommendation of the report.
struct Answering {
  explicit Answering(EditionRoom& of) : room(of) {
    sql::Snapshot snapshot = room.journal.snapshot();
    duty = response::board_of(snapshot, "first", Date(2026, 11, 23), {}, 1, 5)->lines.items.front().duty;
    asked = response::answers_of(snapshot, room.editor, duty, 1)->lines.items.front().recommendation;
  }
  void answer() const {
    REQUIRE(room.journal.perform(
        room.editor,
        response::AnswerRecommendation{
            duty, asked, 0, {response::AnswerKind::NoAction, "It would cost more than it <helps>."}}));
  }
  void respond() const {
    REQUIRE(
        room.journal.perform(room.editor, response::RecordResponse{duty,
                                                                   0,
                                                                   {.format = response::ResponseFormat::Text,
                                                                    .received_on = {},
                                                                    .address = {},
                                                                    .source = {"a test", SourceType::Other},
                                                                    .note = {}}}));
  }

  EditionRoom& room;
  response::DutyId duty{0};
  response::RecommendationId asked{0};
};

const std::string kRegister = "publications/first/recommendations/index.html";

}  // namespace

TEST_CASE("the public register shows each recommendation, to whom, by when, and that nobody answered yet") {
  in_each_edition_room([](EditionRoom& room) {  // Handbook §8.29
    room.published();
    const Site site = site_of(room);
    const std::string& shown = page(site, kRegister);
    for (const char* words :
         {"Recommendation r-001", "Grade every call about a missing child", "Organisation invented-force",
          "Within three months: by 23 February 2027", "0 of 1 body answered",
          "1 body with no answer on record", "Organisation invented-commissioner",
          "1 recommendation, 1 answer expected", "Invented: the bodies"})
      CHECK_MESSAGE(contains(shown, words), words);
    CHECK(contains(page(site, "publications/first/index.html"), kRegister + "\""));
    CHECK(contains(page(site, "publications/first/edition-1/recommendations.html"), kRegister + "\""));
  });
}

TEST_CASE("an answer stands in the public register once its response is on record, and no earlier") {
  in_each_edition_room([](EditionRoom& room) {  // §8.43
    room.published();
    const Answering body(room);
    body.answer();
    CHECK_FALSE(contains(page(site_of(room), kRegister), "It would cost"));
    CHECK(contains(page(site_of(room), kRegister), "0 of 1 body answered"));
    body.respond();
    const Site site = site_of(room);
    for (const BrokenLink& broken : broken_links(site)) FAIL_CHECK(broken.page, " links to ", broken.link);
    const std::string& shown = page(site, kRegister);
    CHECK(contains(shown, "1 of 1 body answered"));
    CHECK(contains(shown, "No action"));
    CHECK(contains(shown, "It would cost more than it &lt;helps&gt;."));
    CHECK_FALSE(contains(shown, "with no answer on record"));
    const std::string own = "publications/first/responses/invented-force/index.html";
    CHECK(contains(shown, own + "#r-001\""));
    CHECK(contains(page(site, own), "It would cost more than it &lt;helps&gt;."));
    CHECK(contains(page(site, own), kRegister + "\""));
  });
}

TEST_CASE("a correction leaves the public register as it was, and its time as it ran") {
  in_each_edition_room([](EditionRoom& room) {  // §8.37
    room.published();
    const Answering body(room);
    body.answer();
    body.respond();
    const std::string before = page(site_of(room), kRegister);
    room.revise_chapter(1, "Inspectors made {figure:inspections} inspection.\n");
    room.published("A share was left out.");
    CHECK(page(site_of(room), kRegister) == before);
  });
}

TEST_CASE("an edition reads from a disk: its files link to each other alone") {
  in_each_edition_room([](EditionRoom& room) {  // §8.36
    const publication::Edition edition = room.published();
    sql::Snapshot snapshot = room.journal.snapshot();
    Site alone;
    for (const publication::EditionFile& file : publication::edition_files(snapshot, edition.id))
      alone.files.emplace(file.path, file.bytes);
    for (const BrokenLink& broken : broken_links(alone)) FAIL_CHECK(broken.page, " links to ", broken.link);
    const std::filesystem::path folder = "build/edition-on-disk";
    write(alone, folder);
    std::ostringstream written;
    written << std::ifstream(folder / "figures/grades.html", std::ios::binary).rdbuf();
    CHECK(written.str() == page(alone, "figures/grades.html"));
  });
}

TEST_CASE("what is not published is not part of the public site") {
  in_each_edition_room([](EditionRoom& room) {
    for (const auto& [path, content] : site_of(room).files)
      CHECK_FALSE_MESSAGE(contains(content, "What inspectors found"), path);
  });
}

namespace {

/// The site as a reader's browser fetches it.
struct Reader {
  explicit Reader(EditionRoom& of) : room(of) {
    add_routes(router, room.journal, publication::testing::kBuilt);
  }

  http::Response get(const std::string& path) {
    http::Request request;
    request.target = request.path = "/site/" + path;
    return router.answer(request);
  }
  /// Kept by the site as long as it is served; at no place when it is not there.
  std::string_view bytes(const std::string& path) {
    const http::Response answer = get(path);
    const auto* shared = std::get_if<http::SharedBytes>(&answer.content);
    return shared ? shared->bytes : std::string_view();
  }
  void look_later() { room.clock.advance(std::chrono::seconds(5)); }

  EditionRoom& room;
  http::Router router;
};

}  // namespace

TEST_CASE(
    "when the journal has moved on, frozen files that are served already are neither read nor made anew") {
  in_each_edition_room([](EditionRoom& room) {
    room.published();
    Reader reader(room);
    const std::string in_edition = "publications/first/edition-1/";
    const std::string_view page_before = reader.bytes(in_edition + "index.html");
    const std::string_view data_before = reader.bytes(in_edition + "data/grades.csv");
    REQUIRE_FALSE(page_before.empty());
    REQUIRE_FALSE(data_before.empty());
    // Whoever read the rows again would find this.
    room.write({"test.alter", "update edition_file set bytes = $bytes"}, {{"bytes", sql::Bytes{"altered"}}});
    room.revise_chapter(1, "Inspectors made {figure:inspections} inspection.\n");
    reader.look_later();
    CHECK(reader.bytes(in_edition + "index.html").data() == page_before.data());
    CHECK(reader.bytes(in_edition + "data/grades.csv").data() == data_before.data());
    Reader fresh(room);
    CHECK(fresh.bytes(in_edition + "data/grades.csv") == "altered");
  });
}

TEST_CASE("an edition that was replaced has its pages made anew, and its data left as they are") {
  in_each_edition_room([](EditionRoom& room) {
    room.published();
    Reader reader(room);
    const std::string in_edition = "publications/first/edition-1/";
    const std::string_view data_before = reader.bytes(in_edition + "data/grades.csv");
    CHECK_FALSE(contains(reader.bytes(in_edition + "index.html"), "This edition was replaced"));
    room.revise_chapter(1, "Inspectors made {figure:inspections} inspection.\n");
    room.published("A share was left out.");
    reader.look_later();
    CHECK(contains(reader.bytes(in_edition + "index.html"), "This edition was replaced"));
    CHECK(reader.bytes(in_edition + "data/grades.csv").data() == data_before.data());
    CHECK_FALSE(reader.bytes("publications/first/edition-2/index.html").empty());
  });
}

TEST_CASE("an evaluation that was withdrawn leaves a page that says when and why, wherever it stood") {
  in_each_edition_room([](EditionRoom& room) {  // Handbook §13.4
    room.published();
    Reader reader(room);
    const evaluation::Details details{.title = "An independent evaluation",
                                      .evaluator = "The Invented Institute",
                                      .published_on = Date(2026, 11, 2),
                                      .summary = "Whether it helped."};
    const std::string pdf = "%PDF-1.7\n1 0 obj\n%%EOF\n";
    REQUIRE(room.journal.perform(
        room.editor,
        evaluation::AttachEvaluation{"first", details, *evaluation::checked_markdown("It helped.")}));
    REQUIRE(room.journal.perform(
        room.editor,
        evaluation::AttachEvaluation{"first", details, *evaluation::content_of_file("evaluation.pdf", pdf)}));
    const std::string text = "publications/first/evaluations/1/index.html";
    const std::string file = "publications/first/evaluations/2/evaluation.pdf";
    reader.look_later();
    CHECK(contains(reader.bytes(text), "It helped."));
    CHECK(reader.bytes(file) == pdf);

    for (const int number : {1, 2})
      REQUIRE(room.journal.perform(
          room.editor, evaluation::WithdrawEvaluation{"first", number, "The evaluator asked for it."}));
    reader.look_later();
    for (const std::string& place : {text, file}) {
      CHECK(reader.get(place).status == http::Status::NotFound);
      CHECK(contains(reader.bytes(place), "This evaluation was withdrawn on <time"));
      CHECK(contains(reader.bytes(place), "The evaluator asked for it."));
      CHECK_FALSE(contains(reader.bytes(place), "It helped."));
    }
    CHECK(contains(reader.bytes("publications/first/index.html"), "Withdrawn on "));
    const Site site = site_of(room);
    for (const BrokenLink& broken : broken_links(site)) FAIL_CHECK(broken.page, " links to ", broken.link);
    CHECK_FALSE(site.files.contains(file));
  });
}
