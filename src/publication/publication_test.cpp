// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "publication/publication.h"

#include <doctest/doctest.h>

#include "platform/clock/clock.h"
#include "platform/sql/migration.h"
#include "platform/sql/testing.h"
#include "publication/duty_store.h"
#include "publication/publication_service.h"
#include "publication/publication_store.h"

namespace sightline::publication {
namespace {

Part part(PartKind kind, std::string text = {}, std::optional<int> number = {}) {
  return {.kind = kind,
          .label = {},
          .text = std::move(text),
          .number = number,
          .date = {},
          .format = {},
          .address = {},
          .external = {},
          .source = {"test", SourceType::Official},
          .note = {}};
}

Publication whole() {
  Publication publication{
      .key = "a-report", .title = "A report", .published_on = Date(2020, 2, 27), .parts = {}};
  for (const PartKind kind :
       {PartKind::Title, PartKind::Publisher, PartKind::PublishedOn, PartKind::ReadOnline,
        PartKind::DownloadPdf, PartKind::FindOutMore, PartKind::PressRelease, PartKind::ResponsesReason})
    publication.parts.push_back(part(kind));
  Part link = part(PartKind::EvaluationLink, "see");
  link.format = Format::WebPage;
  link.address = "https://example.org/evaluation";
  link.external = External::Yes;
  link.date = PartialDate::from_iso("2015");
  publication.parts.push_back(link);
  for (const int number : {17, 21, 26}) publication.parts.push_back(part(PartKind::Count, "reports", number));
  publication.parts.push_back(part(PartKind::CountTotal, "in all", 64));
  return publication;
}

TEST_CASE("a landing page needs every one of its parts") {  // Handbook §8.2
  CHECK_FALSE(problem_with(whole()));
  Publication without = whole();
  std::erase_if(without.parts, [](const Part& p) { return p.kind == PartKind::PressRelease; });
  CHECK(problem_with(without) == "the publication a-report has 0 parts press-release and must have one");
  Publication twice = whole();
  twice.parts.push_back(part(PartKind::DownloadPdf));
  CHECK(problem_with(twice) == "the publication a-report has 2 parts download-pdf and must have one");
}

TEST_CASE("the counts of a publication must make its total") {
  Publication wrong = whole();
  wrong.parts.back().number = 65;
  CHECK(problem_with(wrong) == "the counts of the publication a-report make 64, its total is another number");
}

TEST_CASE("a publication reads back as it was recorded, and the same again changes nothing") {
  sql::testing::on_each_engine([](sql::Database& database) {
    database.write([](sql::Transaction& transaction) {
      const Timestamp now = *Timestamp::from_iso("2026-11-23T09:00:00.000Z");
      journal::Work work(transaction, now, Date(2026, 11, 23));
      const auto first = record_publication(work, whole());
      CHECK((first && first->was == OnRecord::New));
      const auto again = record_publication(work, whole());
      CHECK((again && again->was == OnRecord::Already));
      Publication other = whole();
      other.parts.front().text = "another";
      CHECK(record_publication(work, other).refusal().kind == Refusal::Kind::Conflict);
      return sql::Verdict::Keep;
    });
    sql::Snapshot snapshot = database.snapshot();
    const auto known = find_publication(snapshot, "a-report");
    REQUIRE(known);
    CHECK(known->publication == whole());
    CHECK(known->reality == people::Reality::Real);
    CHECK(all_publications(snapshot).size() == 1);
    CHECK_FALSE(find_publication(snapshot, "another"));
  });
}

TEST_CASE("a publication that is not whole is refused") {
  sql::testing::on_each_engine([](sql::Database& database) {
    database.write([](sql::Transaction& transaction) {
      journal::Work work(transaction, *Timestamp::from_iso("2026-11-23T09:00:00.000Z"), Date(2026, 11, 23));
      Publication broken = whole();
      broken.parts.clear();
      CHECK(record_publication(work, broken).refusal().kind == Refusal::Kind::Invalid);
      return sql::Verdict::Undo;
    });
  });
}

TEST_CASE("every query about publications is understood by both engines") {
  sql::testing::check_queries(publications::queries());
  sql::testing::check_queries(duties::queries());
}

}  // namespace
}  // namespace sightline::publication
