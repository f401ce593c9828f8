// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "inspection/inspection_service.h"

#include "base/text.h"
#include "inspection/board_store.h"
#include "inspection/inspection_store.h"
#include "inspection/team_store.h"
#include "people/organisation_service.h"
#include "people/person_service.h"
#include "programme/programme_service.h"

namespace sightline::inspection {

namespace {

constexpr std::string_view kNotAdded = "The inspection was not added.";

Refusal invalid(std::string_view sentence, std::string field, std::string message) {
  return {Refusal::Kind::Invalid, std::string(sentence), {{std::move(field), std::move(message)}}};
}

Refusal not_found() {
  return {Refusal::Kind::NotFound, "There is no such inspection.", {}};
}

Refusal not_permitted() {
  return {Refusal::Kind::NotPermitted, "Your role in this inspection does not allow this.", {}};
}

journal::StateText state_of(const Inspection& inspection, const std::vector<Member>& team) {
  const Dates& dates = inspection.dates;
  journal::StateText text;
  text.add("key", inspection.key)
      .add("programme", inspection.programme.value())
      .add("kind", word(inspection.kind))
      .add("body", inspection.body.value())
      .add("title", inspection.title)
      .add("origin", word(inspection.origin))
      .add("reality", word(inspection.reality))
      .add("framework", inspection.framework ? inspection.framework->value() : 0)
      .add("follows", inspection.follows ? inspection.follows->value() : 0)
      .add("theme", inspection.theme)
      .add("dates_revision", inspection.dates_revision)
      .add("fieldwork", dates.fieldwork ? dates.fieldwork->when.iso() : "")
      .add("fieldwork_sense", dates.fieldwork ? word(dates.fieldwork->sense) : "")
      .add("report", dates.report ? dates.report->iso() : "")
      .add("web", dates.web ? dates.web->iso() : "")
      .add("stage", inspection.stage ? word(*inspection.stage) : "")
      .add("stage_reason", inspection.stage_reason);
  for (const Member& member : team)
    text.add("member", member.person.value())
        .add("role", word(member.role))
        .add("joined", member.joined_at.iso())
        .add("left", member.left_at ? member.left_at->iso() : "");
  return text;
}

/// An inspection that a command is about, with what it was before the command.
struct Subject {
  Inspection inspection;
  std::vector<Member> team;
  people::Permissions permissions;
};

// Handbook §2.7
Result<Subject> subject_of(journal::Work& work, const people::Actor& actor, InspectionId id) {
  const people::Permissions permissions = permissions_in(work.sql(), actor, id);
  std::optional<Inspection> inspection = inspection_by_id(work.sql(), id);
  if (!inspection || permissions.none()) return not_found();
  return Subject{*std::move(inspection), team_store::members(work.sql(), std::nullopt, id), permissions};
}

Result<Subject> subject_for(journal::Work& work, const people::Actor& actor, InspectionId id,
                            people::Permission needs) {
  SIGHTLINE_TRY(Subject subject, subject_of(work, actor, id));
  if (!subject.permissions.may(needs)) return not_permitted();
  return subject;
}

/// REQUIRES: everything the command writes is written.
void changed(journal::Work& work, const Subject& before) {
  const InspectionId id = before.inspection.id;
  work.changed(
      {"inspection", id.value()}, state_of(before.inspection, before.team),
      state_of(*inspection_by_id(work.sql(), id), team_store::members(work.sql(), std::nullopt, id)));
}

std::string unused_key(sql::Reader& reader, std::string_view title) {
  std::string stem = slug(title);
  if (stem.empty()) stem = "inspection";
  std::string key = stem;
  for (int next = 2; inspection_by_key(reader, key); ++next) key = stem + "-" + std::to_string(next);
  return key;
}

Result<InspectionFacts> facts_of(sql::Reader& reader, const people::Actor& actor, const Plan& asked) {
  const auto body = people::find_organisation(reader, asked.body);
  if (!body) return invalid(kNotAdded, "body", "Choose the body that is inspected.");
  // Handbook §2.12
  if (actor.person && is_barred(reader, *actor.person, body->id))
    return Refusal{Refusal::Kind::NotPermitted, "You have a conflict of interest with this body.", {}};
  if (!programme::find_programme(reader, asked.programme))
    return invalid(kNotAdded, "programme", "Choose a programme.");
  if (asked.framework && !programme::find_framework(reader, *asked.framework))
    return invalid(kNotAdded, "framework", "Choose a framework from the list.");
  std::optional<Inspection> followed;
  if (asked.follows) {
    followed = find_inspection(reader, actor, *asked.follows);
    if (!followed) return invalid(kNotAdded, "follows", "Choose an inspection from the list.");
  }
  SIGHTLINE_TRY(const Plan plan, checked(asked, *body, followed));
  return InspectionFacts{.key = unused_key(reader, plan.title),
                         .programme = plan.programme,
                         .kind = plan.kind,
                         .body = plan.body,
                         .title = plan.title,
                         .origin = Origin::Own,
                         .reality = body->reality,
                         .framework = plan.framework,
                         .follows = plan.follows,
                         .theme = plan.theme.empty() ? std::nullopt : std::optional(plan.theme),
                         .record = {}};
}

/// Why `person` cannot join: no more than whoever assigns the team needs to know (Handbook §2.15).
std::optional<Refusal> refuse_person(sql::Reader& reader, const Subject& subject, people::PersonId person,
                                     TeamRole role) {
  constexpr std::string_view kNotAssigned = "Nobody was put on the team.";
  if (std::ranges::count(roles_on_team(subject.inspection.kind), role) == 0)
    return invalid(kNotAssigned, "role",
                   "Inspectors of other inspectorates join the teams of joint inspections only.");
  const std::optional<std::string> name = team_store::name_of_open_account(reader, person);
  if (!name) return invalid(kNotAssigned, "person", "Choose a person.");
  for (const Member& member : subject.team)
    if (member.person == person && !member.left_at)
      return invalid(kNotAssigned, "person", *name + " is on the team already.");
  if (is_barred(reader, person, subject.inspection.body))
    return invalid(kNotAssigned, "person", *name + " has a conflict of interest and cannot join this team.");
  if (team_store::works_for(reader, person, subject.inspection.body))
    return invalid(kNotAssigned, "person",
                   *name + " works for the inspected body and cannot join this team.");
  const people::Grant wanted{from_word<people::Role>(word(role)).value(), subject.inspection.body};
  if (auto why = people::refuse_beside_held(reader, person, wanted))
    return invalid(kNotAssigned, "person", *std::move(why));
  return std::nullopt;
}

std::optional<Refusal> refuse_overtaken(const Inspection& inspection, int based_on) {
  if (based_on == inspection.dates_revision) return std::nullopt;
  return Refusal{
      Refusal::Kind::Conflict,
      "Somebody else set the dates while you were typing. Compare theirs with yours, then save again.",
      {}};
}

std::optional<Refusal> refuse_known(const KnownInspection& known) {
  constexpr std::string_view kNotRecorded = "The inspection was not recorded.";
  if (known.key.empty() || slug(known.key) != known.key)
    return invalid(kNotRecorded, "key", "Use lower-case letters and digits, joined by single hyphens.");
  if (trimmed(known.title).empty()) return invalid(kNotRecorded, "title", "An inspection has a name.");
  if (!known.record.source || trimmed(known.record.source->text).empty())
    return invalid(kNotRecorded, "source", "Say where this is known from.");
  return std::nullopt;
}

KnownInspection known_of(const Inspection& inspection) {
  return {.key = inspection.key,
          .programme = inspection.programme,
          .kind = inspection.kind,
          .body = inspection.body,
          .title = inspection.title,
          .reality = inspection.reality,
          .framework = inspection.framework,
          .follows = inspection.follows,
          .theme = inspection.theme,
          .dates = inspection.dates,
          .record = inspection.record};
}

}  // namespace

Result<Planned> decide(journal::Work& work, const people::Actor& actor, const PlanInspection& command) {
  if (auto refusal = refuse_unless(actor, PlanInspection::kNeeds)) return *std::move(refusal);
  SIGHTLINE_TRY(const InspectionFacts facts, facts_of(work.sql(), actor, command.plan));
  const InspectionId id = insert_inspection(work.sql(), facts);
  insert_dates(work.sql(), id, 1, {}, work.now());
  insert_stage(work.sql(), id, Stage::Planned, std::nullopt, work.now());
  work.changed({"inspection", id.value()}, std::nullopt, state_of(*inspection_by_id(work.sql(), id), {}));
  return Planned{id, facts.key};
}

Result<InspectionId> decide(journal::Work& work, const people::Actor& actor, const SetDates& command) {
  SIGHTLINE_TRY(const Subject subject, subject_for(work, actor, command.inspection, SetDates::kNeeds));
  if (auto refusal = refuse_date_change(subject.inspection)) return *std::move(refusal);
  if (auto refusal = refuse_overtaken(subject.inspection, command.based_on)) return *std::move(refusal);
  SIGHTLINE_TRY(const Dates dates, checked(command.dates));
  insert_dates(work.sql(), command.inspection, subject.inspection.dates_revision + 1, dates, work.now());
  changed(work, subject);
  return command.inspection;
}

Result<MembershipId> decide(journal::Work& work, const people::Actor& actor, const AssignMember& command) {
  SIGHTLINE_TRY(const Subject subject, subject_for(work, actor, command.inspection, AssignMember::kNeeds));
  if (auto refusal = refuse_team_change(subject.inspection)) return *std::move(refusal);
  // Handbook §2.11
  if (actor.person == command.person)
    return Refusal{Refusal::Kind::NotPermitted, "Somebody else has to put you on a team.", {}};
  if (auto refusal = refuse_person(work.sql(), subject, command.person, command.role))
    return *std::move(refusal);
  const MembershipId id =
      team_store::insert_member(work.sql(), command.inspection, command.person, command.role, work.now());
  changed(work, subject);
  return id;
}

Result<InspectionId> decide(journal::Work& work, const people::Actor& actor, const EndMembership& command) {
  const std::optional<InspectionId> id = team_store::inspection_of(work.sql(), command.membership);
  if (id != command.inspection) return not_found();
  SIGHTLINE_TRY(const Subject subject, subject_for(work, actor, *id, EndMembership::kNeeds));
  if (auto refusal = refuse_team_change(subject.inspection)) return *std::move(refusal);
  for (const Member& member : subject.team)
    if (member.id == command.membership)
      if (auto refusal = refuse_leaving(subject.inspection, member, subject.team)) return *std::move(refusal);
  team_store::end_membership(work.sql(), command.membership, work.now());
  changed(work, subject);
  return *id;
}

Result<Stage> decide(journal::Work& work, const people::Actor& actor, const MoveStage& command) {
  SIGHTLINE_TRY(const Subject subject, subject_of(work, actor, command.inspection));
  SIGHTLINE_TRY(const Stage stage,
                next_stage(subject.inspection, command.action, subject.permissions, subject.team));
  std::optional<std::string> reason;
  if (needs_reason(command.action)) {
    SIGHTLINE_TRY(reason, people::checked_reason(command.reason, "reason"));
  }
  insert_stage(work.sql(), command.inspection, stage, reason, work.now());
  // Handbook §2.10
  if (stage == Stage::Closed) team_store::end_memberships(work.sql(), command.inspection, work.now());
  changed(work, subject);
  return stage;
}

Result<Recorded<InspectionId>> record_known_inspection(journal::Work& work, const KnownInspection& known) {
  if (auto refusal = refuse_known(known)) return *std::move(refusal);
  SIGHTLINE_TRY(const Dates dates, checked(known.dates));
  if (const auto stored = inspection_by_key(work.sql(), known.key)) {
    if (stored->origin == Origin::PublicRecord && known_of(*stored) == known)
      return Recorded{stored->id, OnRecord::Already};
    return Refusal{Refusal::Kind::Conflict, known.key + " is on record with other facts.", {}};
  }
  const InspectionId id = insert_inspection(work.sql(), {.key = known.key,
                                                         .programme = known.programme,
                                                         .kind = known.kind,
                                                         .body = known.body,
                                                         .title = known.title,
                                                         .origin = Origin::PublicRecord,
                                                         .reality = known.reality,
                                                         .framework = known.framework,
                                                         .follows = known.follows,
                                                         .theme = known.theme,
                                                         .record = known.record});
  insert_dates(work.sql(), id, 1, dates, work.now());
  return Recorded{id, OnRecord::New};
}

Recorded<people::OrganisationId> record_area_force(journal::Work& work, people::OrganisationId area,
                                                   people::OrganisationId force, const Source& source) {
  for (const people::OrganisationId known : forces_policing(work.sql(), area))
    if (known == force) return {area, OnRecord::Already};
  insert_area_force(work.sql(), area, force, source);
  return {area, OnRecord::New};
}

people::Permissions permissions_in(sql::Reader& reader, const people::Actor& actor, InspectionId id) {
  people::Permissions permissions;
  if (!actor.person) {
    for (const Word<people::Permission>& each : kWords<people::Permission>) permissions |= {each.value};
    return permissions;
  }
  permissions = *reader.read_until_written<people::Permissions>(
      "inspection.permissions", std::to_string(actor.person->value()) + " in " + std::to_string(id.value()),
      [&] { return permissions_of(reader, *actor.person, id); });
  // Roles that reach every inspection without seeing any (whoever runs accounts) see this one neither.
  return permissions.may(people::Permission::SeeProgramme) ? permissions : people::Permissions();
}

std::optional<SeenInspection> see_inspection(sql::Reader& reader, const people::Actor& actor,
                                             InspectionId id) {
  const people::Permissions permissions = permissions_in(reader, actor, id);
  if (permissions.none()) return std::nullopt;
  const auto inspection = reader.read_until_written<std::optional<Inspection>>(
      "inspection.inspection", std::to_string(id.value()), [&] { return inspection_by_id(reader, id); });
  if (!*inspection) return std::nullopt;
  return SeenInspection{**inspection, permissions};
}

std::optional<SeenInspection> see_inspection(sql::Reader& reader, const people::Actor& actor,
                                             std::string_view key) {
  const auto id = reader.read_until_written<std::optional<InspectionId>>("inspection.id_of", std::string(key),
                                                                         [&] { return id_of(reader, key); });
  return *id ? see_inspection(reader, actor, **id) : std::nullopt;
}

std::optional<Inspection> find_inspection(sql::Reader& reader, const people::Actor& actor, InspectionId id) {
  std::optional<SeenInspection> seen = see_inspection(reader, actor, id);
  if (!seen) return std::nullopt;
  return std::move(seen->inspection);
}

std::optional<Inspection> find_inspection(sql::Reader& reader, const people::Actor& actor,
                                          std::string_view key) {
  std::optional<SeenInspection> seen = see_inspection(reader, actor, key);
  if (!seen) return std::nullopt;
  return std::move(seen->inspection);
}

Page<BoardLine> board(sql::Reader& reader, const people::Actor& actor, const BoardFilter& filter,
                      std::int64_t page_number, int page_size) {
  const Cut cut = cut_of(board_store::count(reader, actor.person, filter), page_number, page_size);
  return page_of(cut, board_store::lines(reader, actor.person, filter, cut.offset, cut.size));
}

std::vector<BodyChoice> bodies_on_board(sql::Reader& reader, const people::Actor& actor) {
  return board_store::bodies(reader, actor.person);
}

std::vector<BodyChoice> inspectable_bodies(sql::Reader& reader, const people::Actor& actor) {
  return board_store::inspectable_bodies(reader, actor.person);
}

std::vector<Member> team_of(sql::Reader& reader, const people::Actor& actor, InspectionId id) {
  return team_store::members(reader, actor.person, id);
}

Page<Candidate> candidates_for(sql::Reader& reader, const Inspection& inspection, std::string_view name,
                               std::int64_t page_number, int page_size) {
  const Cut cut = cut_of(team_store::candidate_count(reader, inspection, name), page_number, page_size);
  return page_of(cut, team_store::candidates(reader, inspection, name, cut.offset, cut.size));
}

std::optional<Candidate> candidate_for(sql::Reader& reader, const Inspection& inspection,
                                       people::PersonId person) {
  return team_store::candidate(reader, inspection, person);
}

Page<HistoryEntry> history_of(sql::Reader& reader, const people::Actor& actor, InspectionId id,
                              std::int64_t page_number, int page_size) {
  auto recorded = board_store::history(reader, actor.person, id, page_number, page_size);
  std::vector<HistoryEntry> entries;
  for (board_store::RecordedEntry& entry : recorded.items)
    entries.push_back({.number = entry.number,
                       .recorded_on = clock::london_date(entry.recorded_at),
                       .person = std::move(entry.person),
                       .command = std::move(entry.command)});
  return page_of(recorded.cut, std::move(entries));
}

std::vector<Reopening> reopenings_of(sql::Reader& reader, const people::Actor& actor, InspectionId id) {
  std::vector<Reopening> reopenings;
  for (board_store::RecordedReopening& each : board_store::reopenings(reader, actor.person, id))
    reopenings.push_back({each.to, clock::london_date(each.recorded_at), std::move(each.reason)});
  return reopenings;
}

std::string_view did(const HistoryEntry& entry) {
  for (const journal::Command& command :
       {PlanInspection::kCommand, SetDates::kCommand, AssignMember::kCommand, EndMembership::kCommand,
        MoveStage::kCommand})
    if (command.name == entry.command) return command.did;
  return "changed the inspection";
}

std::vector<people::OrganisationId> forces_of_area(sql::Reader& reader, people::OrganisationId area) {
  return forces_policing(reader, area);
}

}  // namespace sightline::inspection
