// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "people/conflict_service.h"

#include "people/conflict_store.h"
#include "people/organisation_store.h"
#include "people/person_service.h"

namespace sightline::people {

namespace {

journal::Subject subject(ConflictId id) {
  return {"conflict_of_interest", id.value()};
}

journal::StateText state_of(const ConflictOfInterest& conflict) {
  std::optional<std::string> ended_at;
  if (conflict.ended_at) ended_at = conflict.ended_at->iso();
  return journal::StateText()
      .add("person", conflict.person.value())
      .add("organisation", conflict.organisation.value())
      .add("reason", conflict.reason)
      .add("first_day", conflict.first_day.iso())
      .add("declared_at", conflict.declared_at.iso())
      .add("ended_at", ended_at)
      .add("end_reason", conflict.end_reason);
}

Page<ConflictOfInterest> page_of_person(sql::Reader& reader, PersonId person, std::int64_t page_number,
                                        int page_size) {
  const Cut cut = cut_of(conflicts::count_of(reader, person), page_number, page_size);
  return page_of(cut, conflicts::list_of(reader, person, cut.offset, cut.size));
}

}  // namespace

Result<ConflictId> decide(journal::Work& work, const Actor& actor, const DeclareConflict& command) {
  if (!actor.person)
    return Refusal{Refusal::Kind::NotPermitted, "Only a person can declare a conflict of interest.", {}};
  if (!organisations::find(work.sql(), command.organisation))
    return Refusal{Refusal::Kind::NotFound, "There is no such organisation.", {}};
  SIGHTLINE_TRY(std::string reason, checked_reason(command.reason, "reason"));
  if (command.first_day > work.today())
    return Refusal{Refusal::Kind::Invalid,
                   "The first day cannot be in the future.",
                   {{"first_day", "The first day cannot be in the future."}}};
  if (conflicts::find_lasting(work.sql(), *actor.person, command.organisation))
    return Refusal{Refusal::Kind::WrongState,
                   "You have already declared a conflict of interest with this organisation.",
                   {}};
  const conflicts::Declaration declaration{.person = *actor.person,
                                           .organisation = command.organisation,
                                           .reason = std::move(reason),
                                           .first_day = command.first_day};
  const ConflictId id = conflicts::insert(work.sql(), declaration, work.now());
  work.changed(subject(id), std::nullopt, state_of(*conflicts::find(work.sql(), id)));
  return id;
}

Result<ConflictId> decide(journal::Work& work, const Actor& actor, const EndConflict& command) {
  if (auto refusal = refuse_unless(actor, EndConflict::kNeeds)) return *refusal;
  SIGHTLINE_TRY(const std::string reason, checked_reason(command.reason, "reason"));
  const std::optional<ConflictOfInterest> conflict = conflicts::find(work.sql(), command.conflict);
  if (!conflict) return Refusal{Refusal::Kind::NotFound, "There is no such conflict of interest.", {}};
  if (actor.person == conflict->person)
    return Refusal{Refusal::Kind::NotPermitted, "Somebody else has to end your conflict of interest.", {}};
  if (conflict->ended_at)
    return Refusal{Refusal::Kind::WrongState, "This conflict of interest has already ended.", {}};
  conflicts::end(work.sql(), command.conflict, reason, work.now());
  work.changed(subject(command.conflict), state_of(*conflict),
               state_of(*conflicts::find(work.sql(), command.conflict)));
  return command.conflict;
}

Page<ConflictOfInterest> own_conflicts(sql::Reader& reader, const Actor& actor, std::int64_t page_number,
                                       int page_size) {
  if (!actor.person) return page_of(cut_of(0, page_number, page_size), std::vector<ConflictOfInterest>());
  return page_of_person(reader, *actor.person, page_number, page_size);
}

Page<ConflictOfInterest> conflicts_of(sql::Reader& reader, const Actor& actor, PersonId person,
                                      std::int64_t page_number, int page_size) {
  if (!find_person(reader, actor, person))
    return page_of(cut_of(0, page_number, page_size), std::vector<ConflictOfInterest>());
  return page_of_person(reader, person, page_number, page_size);
}

bool has_conflict(sql::Reader& reader, PersonId person, OrganisationId organisation) {
  return conflicts::find_lasting(reader, person, organisation).has_value();
}

}  // namespace sightline::people
