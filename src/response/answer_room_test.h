// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// AnswerRoom: a publication with three recommendations that a local policing body is
// to answer (two to its force, one to itself) and one that is for another force; for
// the tests of this feature and of those that use it.

#pragma once

#include "publication/duty_service.h"
#include "recommendation/recommendation_room_test.h"
#include "response/answer_service.h"
#include "response/response_service.h"

namespace sightline::response::testing {

using people::testing::is_refused;
using people::testing::is_refused_for;

struct AnswerRoom : recommendation::testing::RecommendationRoom {
  explicit AnswerRoom(sql::Database& opened) : RecommendationRoom(opened) {
    started = {settled_for(force), settled_for(force), settled_for(body), settled_for(other_force)};
    within([&](journal::Work& work) {
      REQUIRE(recommendation::start_clocks(work, started, published, Date(2027, 1, 31)));
      duty = publication::record_duty(work, duty_of(body, force))->id;
      other_duty = publication::record_duty(work, duty_of(other_body, other_force))->id;
    });
  }

  /// Runs `step` as one command would, and keeps what it wrote.
  void within(const std::function<void(journal::Work&)>& step) {
    database.write([&](sql::Transaction& transaction) {
      journal::Work work(transaction, clock.now(), clock.today());
      step(work);
      return sql::Verdict::Keep;
    });
  }

  RecommendationId settled_for(people::OrganisationId whom) {
    auto addressed = *journal.perform(analyst, recommendation::AddressTo{on(drafted()), whom});
    addressed = *journal.perform(analyst, recommendation::RestOn{on(addressed), planned.key, finding});
    return journal.perform(moderator, recommendation::SettleRecommendation{on(addressed)})->id;
  }

  publication::Duty duty_of(people::OrganisationId whose, people::OrganisationId of) const {
    return {.publication = published,
            .body = whose,
            .force = of,
            .body_kind = BodyKind::Commissioner,
            .body_name = "Commissioner " + std::to_string(whose.value()),
            .source = {"a test", SourceType::Other}};
  }

  static Answer planned_action(std::string text = "A second officer will listen to calls from May.") {
    return {AnswerKind::ActionPlanned, std::move(text)};
  }
  AnswerRecommendation answer(int base_revision = 0, Answer words = planned_action(),
                              std::size_t which = 0) const {
    return {duty, started.at(which), base_revision, std::move(words)};
  }
  /// Without a day: the body has responded.
  void respond() {
    REQUIRE(journal.perform(editor, RecordResponse{duty,
                                                   0,
                                                   {.format = ResponseFormat::Text,
                                                    .received_on = {},
                                                    .address = {},
                                                    .source = {"a test", SourceType::Other},
                                                    .note = {}}}));
  }

  DutyAnswers answers(const people::Actor& actor, std::int64_t page = 1) {
    sql::Snapshot snapshot = journal.snapshot();
    return answers_of(snapshot, actor, duty, page).value();
  }
  std::optional<AnswerView> view(const people::Actor& actor, std::size_t which = 0) {
    sql::Snapshot snapshot = journal.snapshot();
    return answer_view(snapshot, actor, duty, started.at(which));
  }

  const int finding = agreed().number;
  const people::OrganisationId body =
      organisation("commissioner", people::OrganisationKind::LocalPolicingBody);
  const people::OrganisationId other_force = organisation("other-force");
  const people::OrganisationId other_body =
      organisation("other-commissioner", people::OrganisationKind::LocalPolicingBody);
  const people::Actor officer =
      person("officer", {{.role = people::Role::PolicingBodyOfficer, .organisation = body}});
  const people::Actor other_officer =
      person("other-officer", {{.role = people::Role::PolicingBodyOfficer, .organisation = other_body}});
  const publication::PublicationId published = publication("a-report");
  std::vector<RecommendationId> started;
  DutyId duty{0};
  DutyId other_duty{0};
};

inline void in_each_answer_room(const std::function<void(AnswerRoom&)>& body) {
  sql::testing::on_each_engine([&](sql::Database& database) {
    AnswerRoom room(database);
    body(room);
  });
}

}  // namespace sightline::response::testing
