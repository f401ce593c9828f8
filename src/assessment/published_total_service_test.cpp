// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "assessment/published_total_service.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "assessment/published_total_store.h"
#include "people/office_test.h"
#include "programme/programme_service.h"

namespace sightline::assessment {
namespace {

using people::testing::in_each_office;
using people::testing::is_refused;
using people::testing::Office;

const programme::Framework kFramework{
    .key = "a-framework",
    .version = 1,
    .name = "A framework",
    .valid_from = *PartialDate::from_iso("2015"),
    .scale =
        programme::Scale{"three", "Three grades", {"Inadequate", "Requires improvement", "Good"}, "test"},
    .areas = {{.key = "one", .name = "One", .looks_at = ""}},
    .case_kinds = {},
    .self_assessment = programme::BodySelfAssessment::No,
    .case_audit = programme::BodyCaseAudit::No,
    .source = "test",
    .note = ""};

PublishedTotal partly_known() {
  return {.key = "several-forces",
          .body_name = "several forces together",
          .body = {},
          .inspection = {},
          .period = Period::from_iso("2014-08/2015-02"),
          .scale = *kFramework.scale,
          .assessor = PublishedAssessor::Inspectors,
          .sample = {},
          .case_kind = "missing children",
          .counts = {std::nullopt, 179, 177},
          .worst_two_together = 191,
          .total = {},
          .total_as_reported = "about 384",
          .best_percent = 29,
          .source = {"https://example.org/", SourceType::Press},
          .note = "as reported"};
}

void within(Office& office, const std::function<void(journal::Work&)>& body) {
  REQUIRE(office.journal.perform(people::the_operator(), programme::AdoptFramework{kFramework}));
  office.database.write([&](sql::Transaction& transaction) {
    journal::Work work(transaction, office.clock.now(), Date(2026, 11, 23));
    body(work);
    return sql::Verdict::Keep;
  });
}

TEST_CASE("a published total reads back as it was reported, unknown numbers unknown") {  // Handbook §7.2
  in_each_office([](Office& office) {
    PublishedTotal of_one_force = partly_known();
    of_one_force.key = "of-one-force";
    of_one_force.body = office.organisation("a-force");
    of_one_force.sample = PublishedSample::ChosenByForce;
    within(office, [&](journal::Work& work) {
      REQUIRE(record_published_total(work, partly_known()));
      REQUIRE(record_published_total(work, of_one_force));
    });
    sql::Snapshot snapshot = office.journal.snapshot();
    CHECK(all_published_totals(snapshot) == std::vector{partly_known(), of_one_force});
  });
}

TEST_CASE("the same published total again changes nothing, another under its key is refused") {
  in_each_office([](Office& office) {
    within(office, [&](journal::Work& work) {
      CHECK(record_published_total(work, partly_known())->was == OnRecord::New);
      CHECK(record_published_total(work, partly_known())->was == OnRecord::Already);
      PublishedTotal other = partly_known();
      other.counts = {1, 2, 3};
      CHECK(is_refused(record_published_total(work, other), Refusal::Kind::Conflict));
    });
  });
}

TEST_CASE("a published total with more or fewer counts than its scale has grades is refused") {
  in_each_office([](Office& office) {
    within(office, [&](journal::Work& work) {
      PublishedTotal other = partly_known();
      other.counts.pop_back();
      CHECK(is_refused(record_published_total(work, other), Refusal::Kind::Invalid));
    });
  });
}

TEST_CASE("every query about published totals is understood by both engines") {
  sql::testing::check_queries(published_totals::queries());
}

}  // namespace
}  // namespace sightline::assessment
