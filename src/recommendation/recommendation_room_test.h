// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// RecommendationRoom: findings to recommend for and organisations to address, for the
// tests of this feature and of those that use it.

#pragma once

#include "finding/finding_room_test.h"
#include "recommendation/recommendation_service.h"

namespace sightline::recommendation::testing {

using people::testing::is_refused;
using people::testing::is_refused_for;

/// Stands for the command that publishes: it starts the clocks and nothing else.
struct StartClocks {
  static constexpr journal::Command kCommand{"test.start-clocks", "started the clocks of"};
  std::vector<RecommendationId> recommendations;
  PublicationId publication;
  Date day;
};
inline Result<OnRecord> decide(journal::Work& work, const people::Actor&, const StartClocks& command) {
  SIGHTLINE_TRY(const OnRecord was,
                start_clocks(work, command.recommendations, command.publication, command.day));
  if (was == OnRecord::Already)
    work.unchanged();
  else
    work.changed({"publication", command.publication.value()}, std::nullopt,
                 journal::StateText().add("day", command.day.iso()));
  return was;
}

struct RecommendationRoom : finding::testing::FindingRoom {
  explicit RecommendationRoom(sql::Database& opened) : FindingRoom(opened) {}

  static Details asking(std::string text = "Grade every call about a missing child within minutes.") {
    return {.text = std::move(text), .term = Term::WithinThreeMonths};
  }

  OnScreen on(const Recommendation& recommendation) const {
    return {"invented", key_of(recommendation.number), recommendation.revision};
  }
  using FindingRoom::on;

  /// By the whole programme.
  Recommendation drafted() { return *journal.perform(analyst, DraftRecommendation{"invented", asking()}); }
  /// Addressed to the force, and resting on an agreed finding.
  Recommendation ready() {
    const Recommendation addressed = *journal.perform(analyst, AddressTo{on(drafted()), force});
    return *journal.perform(analyst, RestOn{on(addressed), planned.key, agreed().number});
  }
  Recommendation settled() { return *journal.perform(moderator, SettleRecommendation{on(ready())}); }

  /// A publication on record, of which only the identity matters here.
  PublicationId publication(const std::string& key) {
    static constexpr sql::Query kInsert{"recommendation.test_publication", R"sql(
insert into publication (key, title, published_on) values ($key, $key, '2027-01-31') returning id
)sql"};
    std::optional<PublicationId> id;
    database.write([&](sql::Transaction& work) {
      id = work.write(kInsert, {{"key", key}}).front().get<PublicationId>("id");
      return sql::Verdict::Keep;
    });
    return *id;
  }

  Result<RecommendationView> view(const people::Actor& actor, const Recommendation& of) {
    sql::Snapshot snapshot = journal.snapshot();
    return recommendation_view(snapshot, actor, "invented", key_of(of.number), 1);
  }
  using FindingRoom::view;
  Page<RegisterLine> lines(const people::Actor& actor, const RegisterFilter& filter = {},
                           std::int64_t page = 1) {
    sql::Snapshot snapshot = journal.snapshot();
    return register_of(snapshot, actor, "invented", filter, page)->lines;
  }
};

inline void in_each_recommendation_room(const std::function<void(RecommendationRoom&)>& body) {
  sql::testing::on_each_engine([&](sql::Database& database) {
    RecommendationRoom room(database);
    body(room);
  });
}

}  // namespace sightline::recommendation::testing
