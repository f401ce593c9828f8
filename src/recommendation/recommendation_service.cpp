// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "recommendation/recommendation_service.h"

#include <algorithm>

#include "finding/finding_service.h"
#include "people/organisation_service.h"
#include "recommendation/recommendation_store.h"

namespace sightline::recommendation {

namespace {

constexpr int kAddresseesOffered = 500;

/// What the actor may do with a recommendation made there; for one of the whole programme, what they may do
/// everywhere.
people::Permissions held_for(sql::Reader& reader, const Actor& actor, std::optional<InspectionId> made_in) {
  if (made_in) return inspection::permissions_in(reader, actor, *made_in);
  people::Permissions held;
  for (const Permission each :
       {Permission::SeeFindings, Permission::WriteFindings, Permission::AgreeFindings})
    if (actor.may(each)) held |= people::Permissions{each};
  return held;
}

/// A recommendation with what is needed to work on it, as one actor may.
struct Desk {
  programme::Programme programme;
  people::Permissions held;
  Recommendation recommendation;
};

Result<Desk> open_desk(sql::Reader& reader, const Actor& actor, std::string_view programme_key,
                       std::string_view key) {
  auto programme = programme::find_programme(reader, programme_key);
  const std::optional<int> number = number_from_key(key);
  if (!programme || !number) return no_such_recommendation();
  auto found = visible_recommendation(reader, actor, programme->id, *number);
  if (!found) return no_such_recommendation();
  const people::Permissions held = held_for(reader, actor, found->made_in);
  return Desk{*std::move(programme), held, *std::move(found)};
}

Result<Desk> open_desk(sql::Reader& reader, const Actor& actor, const OnScreen& at) {
  return open_desk(reader, actor, at.programme_key, at.key);
}

Result<Recommendation> stepped(const Desk& desk, const Actor& actor, Action action, int base_revision,
                               const std::string& reason = {}) {
  return step(desk.recommendation, action, {actor.person, desk.held, base_revision, reason});
}

void record(journal::Work& work, const Actor& actor, const Recommendation& before, const Recommendation& next,
            Action action, const std::string& reason = {}) {
  insert_revision(work.sql(), next,
                  {action, actor.person, work.now(), reason.empty() ? std::nullopt : std::optional(reason)});
  work.changed({"recommendation", next.id.value()}, state_text(before), state_text(next));
}

Result<Recommendation> take(journal::Work& work, const Actor& actor, const OnScreen& at, Action action,
                            const std::string& reason = {}) {
  SIGHTLINE_TRY(const Desk desk, open_desk(work.sql(), actor, at));
  SIGHTLINE_TRY(const Recommendation next, stepped(desk, actor, action, at.revision, reason));
  record(work, actor, desk.recommendation, next, action, reason);
  return next;
}

Refusal invalid(const char* field, const char* sentence) {
  return {Refusal::Kind::Invalid, "The recommendation was not changed.", {{field, sentence}}};
}

bool is_addressed(const Recommendation& recommendation, OrganisationId addressee) {
  return std::ranges::find(recommendation.addressees, addressee) != recommendation.addressees.end();
}

/// The finding, if the actor sees it and it was made in an inspection of the programme.
Result<finding::Finding> finding_for(sql::Reader& reader, const Actor& actor, const Desk& desk,
                                     std::string_view inspection_key, int number) {
  const auto inspection = inspection::find_inspection(reader, actor, inspection_key);
  auto found = finding::find_finding(reader, actor, inspection_key, number);
  if (!inspection || !found || inspection->programme != desk.programme.id)
    return invalid("finding", "Choose a finding of an inspection in this programme.");
  return *std::move(found);
}

/// The recommendation with that finding more, or less.
Recommendation counted(Recommendation recommendation, const finding::Finding& finding, int change) {
  recommendation.findings += change;
  if (finding.state == finding::State::Agreed) recommendation.agreed_findings += change;
  return recommendation;
}

std::vector<Action> actions_of(const Desk& desk, const Actor& actor) {
  std::vector<Action> actions;
  for (const Action action : {Action::Revise, Action::Address, Action::Rest, Action::Settle, Action::Reopen})
    if (stepped(desk, actor, action, desk.recommendation.revision, "asked")) actions.push_back(action);
  return actions;
}

/// Mere readers do not.
bool sees_history(people::Permissions held) {
  return held.may(Permission::WriteFindings) || held.may(Permission::AgreeFindings);
}

std::vector<people::Organisation> could_address(sql::Reader& reader, const Desk& desk) {
  std::vector<people::Organisation> all =
      people::list_organisations(reader, std::nullopt, 1, kAddresseesOffered).items;
  std::erase_if(all, [&](const people::Organisation& each) {
    return each.reality != desk.programme.details.reality || is_addressed(desk.recommendation, each.id);
  });
  return all;
}

}  // namespace

Refusal no_such_recommendation() {
  return {Refusal::Kind::NotFound, "There is no such recommendation.", {}};
}

Result<Recommendation> decide(journal::Work& work, const Actor& actor, const DraftRecommendation& command) {
  const auto programme = programme::find_programme(work.sql(), command.programme_key);
  if (!programme) return Refusal{Refusal::Kind::NotFound, "There is no such programme.", {}};
  std::optional<inspection::Inspection> made_in;
  if (command.made_in) {
    made_in = inspection::find_inspection(work.sql(), actor, *command.made_in);
    if (!made_in) return Refusal{Refusal::Kind::NotFound, "There is no such inspection.", {}};
    if (made_in->programme != programme->id)
      return invalid("made-in", "Choose an inspection of this programme.");
  }
  const std::optional<InspectionId> made_in_id = made_in ? std::optional(made_in->id) : std::nullopt;
  if (!held_for(work.sql(), actor, made_in_id).may(DraftRecommendation::kNeeds))
    return Refusal{Refusal::Kind::NotPermitted, "Your role does not allow this.", {}};
  SIGHTLINE_TRY(const Details details, checked(command.details));
  Recommendation drafted{.id = RecommendationId{0},
                         .programme = programme->id,
                         .number = next_number(work.sql(), programme->id),
                         .details = details,
                         .state = State::Draft,
                         .revision = 1,
                         .made_in = made_in_id,
                         .addressees = {},
                         .findings = 0,
                         .agreed_findings = 0,
                         .clocks = {},
                         .authors = {}};
  if (actor.person) drafted.authors.push_back(*actor.person);
  drafted.id = insert_recommendation(work.sql(), drafted, {Action::Revise, actor.person, work.now()});
  work.changed({"recommendation", drafted.id.value()}, std::nullopt, state_text(drafted));
  return drafted;
}

Result<Recommendation> decide(journal::Work& work, const Actor& actor, const ReviseRecommendation& command) {
  SIGHTLINE_TRY(const Desk desk, open_desk(work.sql(), actor, command.at));
  SIGHTLINE_TRY(Recommendation next, stepped(desk, actor, Action::Revise, command.at.revision));
  SIGHTLINE_TRY(next.details, checked(command.details));
  if (next.details == desk.recommendation.details) {
    work.unchanged();
    return desk.recommendation;
  }
  record(work, actor, desk.recommendation, next, Action::Revise);
  return next;
}

Result<Recommendation> decide(journal::Work& work, const Actor& actor, const AddressTo& command) {
  SIGHTLINE_TRY(const Desk desk, open_desk(work.sql(), actor, command.at));
  SIGHTLINE_TRY(Recommendation next, stepped(desk, actor, Action::Address, command.at.revision));
  const auto organisation = people::find_organisation(work.sql(), command.addressee);
  if (!organisation) return invalid("addressee", "Choose an organisation from the list.");
  if (organisation->reality != desk.programme.details.reality)  // Handbook §9.11
    return invalid("addressee", "What is invented and what is real are not addressed together.");
  if (is_addressed(next, command.addressee)) {
    work.unchanged();
    return desk.recommendation;
  }
  next.addressees.push_back(command.addressee);
  record(work, actor, desk.recommendation, next, Action::Address);
  add_addressee(work.sql(), next, command.addressee);
  return next;
}

Result<Recommendation> decide(journal::Work& work, const Actor& actor, const StopAddressing& command) {
  SIGHTLINE_TRY(const Desk desk, open_desk(work.sql(), actor, command.at));
  SIGHTLINE_TRY(Recommendation next, stepped(desk, actor, Action::Address, command.at.revision));
  if (std::erase(next.addressees, command.addressee) == 0)
    return invalid("addressee", "The recommendation is not addressed to that organisation.");
  record(work, actor, desk.recommendation, next, Action::Address);
  end_addressee(work.sql(), next, command.addressee);
  return next;
}

Result<Recommendation> decide(journal::Work& work, const Actor& actor, const RestOn& command) {
  SIGHTLINE_TRY(const Desk desk, open_desk(work.sql(), actor, command.at));
  SIGHTLINE_TRY(const Recommendation moved, stepped(desk, actor, Action::Rest, command.at.revision));
  SIGHTLINE_TRY(const finding::Finding beneath,
                finding_for(work.sql(), actor, desk, command.inspection_key, command.finding_number));
  if (rests_on(work.sql(), moved.id, beneath.id)) {
    work.unchanged();
    return desk.recommendation;
  }
  const Recommendation next = counted(moved, beneath, 1);
  record(work, actor, desk.recommendation, next, Action::Rest);
  add_finding(work.sql(), next, beneath.id);
  return next;
}

Result<Recommendation> decide(journal::Work& work, const Actor& actor, const StopRestingOn& command) {
  SIGHTLINE_TRY(const Desk desk, open_desk(work.sql(), actor, command.at));
  SIGHTLINE_TRY(const Recommendation moved, stepped(desk, actor, Action::Rest, command.at.revision));
  SIGHTLINE_TRY(const finding::Finding beneath,
                finding_for(work.sql(), actor, desk, command.inspection_key, command.finding_number));
  if (!rests_on(work.sql(), moved.id, beneath.id))
    return invalid("finding", "The recommendation does not rest on that finding.");
  const Recommendation next = counted(moved, beneath, -1);
  record(work, actor, desk.recommendation, next, Action::Rest);
  end_finding(work.sql(), next, beneath.id);
  return next;
}

Result<Recommendation> decide(journal::Work& work, const Actor& actor, const SettleRecommendation& command) {
  return take(work, actor, command.at, Action::Settle);
}

Result<Recommendation> decide(journal::Work& work, const Actor& actor, const ReopenRecommendation& command) {
  return take(work, actor, command.at, Action::Reopen, command.reason);
}

Result<OnRecord> start_clocks(journal::Work& work, std::span<const RecommendationId> recommendations,
                              PublicationId publication, Date day) {
  OnRecord was = OnRecord::Already;
  for (const RecommendationId id : recommendations) {
    const std::optional<Recommendation> found = recommendation_by_id(work.sql(), id);
    if (!found) return no_such_recommendation();
    const auto started = std::ranges::find(found->clocks, publication, &Clock::publication);
    if (started != found->clocks.end()) {
      if (started->starts_on == day) continue;
      return Refusal{Refusal::Kind::Conflict,
                     "The clock of recommendation " + key_of(found->number) +
                         " was started by this publication on another day.",
                     {}};
    }
    if (auto refusal = refuse_clock(*found)) return *std::move(refusal);
    insert_clock(work.sql(), id, {publication, day});
    was = OnRecord::New;
  }
  return was;
}

Result<Register> register_of(sql::Reader& reader, const Actor& actor, std::string_view programme_key,
                             const RegisterFilter& filter, std::int64_t page_number) {
  auto programme = programme::find_programme(reader, programme_key);
  if (!programme) return Refusal{Refusal::Kind::NotFound, "There is no such programme.", {}};
  auto lines = register_of(reader, actor, programme->id, filter, page_number);
  return Register{*std::move(programme), std::move(lines), actor.may(DraftRecommendation::kNeeds)};
}

Result<RecommendationView> recommendation_view(sql::Reader& reader, const Actor& actor,
                                               std::string_view programme_key, std::string_view key,
                                               std::int64_t findings_page) {
  SIGHTLINE_TRY(const Desk desk, open_desk(reader, actor, programme_key, key));
  RecommendationView view{
      .programme = desk.programme,
      .recommendation = desk.recommendation,
      .made_in = std::nullopt,
      .addressees = addressees_of(reader, desk.recommendation.id),
      .could_address = {},
      .findings = findings_of(reader, actor, desk.recommendation, Resting::On, findings_page),
      .history = {},
      .actions = actions_of(desk, actor)};
  if (desk.recommendation.made_in)
    view.made_in = inspection::find_inspection(reader, actor, *desk.recommendation.made_in);
  if (std::ranges::find(view.actions, Action::Address) != view.actions.end())
    view.could_address = could_address(reader, desk);
  if (sees_history(desk.held)) view.history = history_of(reader, desk.recommendation.id, 0, kStepsOnAPage);
  return view;
}

Result<RecommendationHistory> recommendation_history(sql::Reader& reader, const Actor& actor,
                                                     std::string_view programme_key, std::string_view key,
                                                     std::int64_t page_number) {
  SIGHTLINE_TRY(Desk desk, open_desk(reader, actor, programme_key, key));
  if (!sees_history(desk.held)) return no_such_recommendation();
  const Cut cut = cut_of(desk.recommendation.revision, page_number, kStepsOnAPage);
  auto steps = history_of(reader, desk.recommendation.id, cut.offset, cut.size);
  return RecommendationHistory{std::move(desk.programme), std::move(desk.recommendation),
                               page_of(cut, std::move(steps))};
}

Result<FindingChoice> finding_choice(sql::Reader& reader, const Actor& actor, std::string_view programme_key,
                                     std::string_view key, std::int64_t page_number) {
  SIGHTLINE_TRY(const Desk desk, open_desk(reader, actor, programme_key, key));
  const Result<Recommendation> possible = stepped(desk, actor, Action::Rest, desk.recommendation.revision);
  if (!possible) return possible.refusal();
  return FindingChoice{desk.programme, desk.recommendation,
                       findings_of(reader, actor, desk.recommendation, Resting::Beside, page_number)};
}

}  // namespace sightline::recommendation
