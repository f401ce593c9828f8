// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "response/response_service.h"

#include <doctest/doctest.h>

#include "people/office_test.h"
#include "publication/duty_service.h"
#include "response/response_store.h"

namespace sightline::response {
namespace {

using people::testing::in_each_office;
using people::testing::is_refused;
using people::testing::is_refused_for;
using people::testing::Office;

const Source kSource{"a test", SourceType::Other};

publication::Publication report(Date published_on) {
  publication::Publication report{
      .key = "a-report", .title = "A report", .published_on = published_on, .parts = {}};
  for (const auto kind : {publication::PartKind::Title, publication::PartKind::Publisher,
                          publication::PartKind::PublishedOn, publication::PartKind::ReadOnline,
                          publication::PartKind::DownloadPdf, publication::PartKind::FindOutMore,
                          publication::PartKind::PressRelease, publication::PartKind::ResponsesReason})
    report.parts.push_back({.kind = kind,
                            .label = {},
                            .text = {},
                            .number = {},
                            .date = {},
                            .format = {},
                            .address = {},
                            .external = {},
                            .source = kSource,
                            .note = {}});
  return report;
}

/// Runs `body` as one command would, and keeps what it wrote.
void within(Office& office, const std::function<void(journal::Work&)>& body) {
  office.database.write([&](sql::Transaction& transaction) {
    journal::Work work(transaction, office.clock.now(), Date(2026, 11, 23));
    body(work);
    return sql::Verdict::Keep;
  });
}

/// A publication with as many expected responses as `forces`, of bodies without a name.
std::vector<DutyId> expected(Office& office, const std::vector<std::string>& forces,
                             Date published_on = Date(2026, 11, 2)) {
  std::vector<DutyId> duties;
  for (const std::string& force : forces) {
    const auto force_id = office.organisation(force);
    const auto body_id =
        office.organisation(force + "-policing-body", people::OrganisationKind::LocalPolicingBody);
    within(office, [&](journal::Work& work) {
      const auto recorded = publication::record_publication(work, report(published_on));
      REQUIRE(recorded);
      const auto duty = publication::record_duty(work, {.publication = recorded->id,
                                                        .body = body_id,
                                                        .force = force_id,
                                                        .body_kind = BodyKind::Mayor,
                                                        .body_name = {},
                                                        .source = kSource});
      REQUIRE(duty);
      duties.push_back(duty->id);
    });
  }
  return duties;
}

Response received(std::optional<Date> day) {
  return {.format = ResponseFormat::PdfDocument,
          .received_on = day,
          .address = "https://example.org/response.pdf",
          .source = kSource,
          .note = {}};
}

TEST_CASE("an editor records a response, corrects it, and every revision is kept") {
  in_each_office([](Office& office) {
    const DutyId duty = expected(office, {"north"}).front();
    const people::Actor editor = office.person("editor", {{people::Role::Editor, {}}});
    const auto first = office.journal.perform(editor, RecordResponse{duty, 0, received({})});
    REQUIRE(first);
    CHECK(*first == 1);
    const auto second = office.journal.perform(editor, RecordResponse{duty, 1, received(Date(2026, 11, 20))});
    REQUIRE(second);
    CHECK(*second == 2);
    sql::Snapshot snapshot = office.journal.snapshot();
    CHECK(responses::revisions(snapshot, duty) == std::vector{received({}), received(Date(2026, 11, 20))});
    const auto found = find_expected(snapshot, duty, Date(2026, 11, 23));
    REQUIRE(found);
    CHECK(found->line.state == BoardState::Received);
    CHECK(found->line.body_name == "mayor (Organisation north)");
    CHECK(found->publication_key == "a-report");
  });
}

TEST_CASE("the same response again changes nothing and is not entered in the journal") {
  in_each_office([](Office& office) {
    const DutyId duty = expected(office, {"north"}).front();
    REQUIRE(office.journal.perform(people::the_operator(), RecordResponse{duty, 0, received({})}));
    sql::Snapshot before = office.journal.snapshot();
    const auto position = journal::position(before);
    const auto again = office.journal.perform(people::the_operator(), RecordResponse{duty, 1, received({})});
    REQUIRE(again);
    CHECK(*again == 1);
    sql::Snapshot after = office.journal.snapshot();
    CHECK(journal::position(after) == position);
  });
}

TEST_CASE("a response that nobody expects, or that somebody else recorded meanwhile, is refused") {
  in_each_office([](Office& office) {
    const DutyId duty = expected(office, {"north"}).front();
    const people::Actor actor = people::the_operator();
    CHECK(is_refused(office.journal.perform(actor, RecordResponse{DutyId{999}, 0, received({})}),
                     Refusal::Kind::NotFound));
    REQUIRE(office.journal.perform(actor, RecordResponse{duty, 0, received({})}));
    CHECK(is_refused(office.journal.perform(actor, RecordResponse{duty, 0, received(Date(2026, 11, 20))}),
                     Refusal::Kind::Conflict));
  });
}

TEST_CASE("a response recorded with a day before the publication is refused beside that field") {
  in_each_office([](Office& office) {
    const DutyId duty = expected(office, {"north"}).front();
    CHECK(is_refused_for(
        office.journal.perform(people::the_operator(), RecordResponse{duty, 0, received(Date(2026, 11, 1))}),
        "received-on"));
  });
}

TEST_CASE("the board counts, filters and pages by the very states of the rule") {
  in_each_office([](Office& office) {
    const auto duties = expected(office, {"a", "b", "c", "d", "e"}, Date(2026, 9, 1));
    const Date last_day = ResponseClock(Date(2026, 9, 1)).last_day();
    const auto record = [&](std::size_t index, std::optional<Date> day) {
      REQUIRE(
          office.journal.perform(people::the_operator(), RecordResponse{duties[index], 0, received(day)}));
    };
    record(0, last_day);
    record(1, last_day + std::chrono::days{1});
    record(2, std::nullopt);
    sql::Snapshot snapshot = office.journal.snapshot();
    for (const Date today : {last_day, last_day + std::chrono::days{1}}) {
      const auto whole = board_of(snapshot, "a-report", today, {}, 1, 50);
      REQUIRE(whole);
      REQUIRE(whole->lines.items.size() == 5);
      for (const StateCount& count : whole->counts) {
        const auto one = board_of(snapshot, "a-report", today, count.state, 1, 50);
        REQUIRE(one);
        CHECK(static_cast<std::int64_t>(one->lines.items.size()) == count.duties);
        for (const BoardLine& line : one->lines.items) CHECK(line.state == count.state);
      }
    }
    const auto last_page = board_of(snapshot, "a-report", last_day, {}, 99, 2);
    REQUIRE(last_page);
    CHECK(last_page->lines.cut.number == 3);
    CHECK(last_page->lines.items.size() == 1);
    CHECK_FALSE(board_of(snapshot, "another", last_day, {}, 1, 50));
  });
}

TEST_CASE("an import leaves a response alone that is on record, and refuses one that contradicts it") {
  in_each_office([](Office& office) {
    const DutyId duty = expected(office, {"north"}).front();
    within(office, [&](journal::Work& work) {
      CHECK(*record_known_response(work, duty, received({})) == OnRecord::New);
      CHECK(*record_known_response(work, duty, received({})) == OnRecord::Already);
    });
    REQUIRE(office.journal.perform(people::the_operator(),
                                   RecordResponse{duty, 1, received(Date(2026, 11, 20))}));
    within(office, [&](journal::Work& work) {
      CHECK(*record_known_response(work, duty, received({})) == OnRecord::Already);
      CHECK(is_refused(record_known_response(work, duty, received(Date(2026, 11, 21))),
                       Refusal::Kind::Conflict));
    });
  });
}

TEST_CASE("every query about responses is understood by both engines") {
  sql::testing::check_queries(responses::queries());
}

}  // namespace
}  // namespace sightline::response
