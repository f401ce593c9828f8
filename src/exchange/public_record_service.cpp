// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "exchange/public_record_service.h"

#include <map>

#include "assessment/published_total_service.h"
#include "base/text.h"
#include "inspection/inspection_service.h"
#include "people/organisation_service.h"
#include "programme/programme_service.h"
#include "publication/duty_service.h"
#include "publication/publication_service.h"
#include "response/response_service.h"

namespace sightline::exchange {

namespace {

using people::OrganisationId;

const programme::ProgrammeDetails kSingleForces{
    .key = "national-child-protection-inspections",
    .name = "National child protection inspections",
    .reality = people::Reality::Real,
    .source =
        "https://hmicfrs.justiceinspectorates.gov.uk/our-work/article/"
        "child-abuse-and-child-protection-issues/"};
const programme::ProgrammeDetails kJoint{
    .key = "joint-targeted-area-inspections",
    .name = "Joint targeted area inspections",
    .reality = people::Reality::Real,
    .source =
        "https://gov.uk/government/publications/"
        "joint-inspections-of-arrangements-and-services-for-children-in-need-of-help-and-protection"};

std::string capitalised(std::string_view words) {
  std::string text(words);
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

/// The name that a body had, or its kind where no name follows from the kind.
std::string form_of(const BodyThen& body) {
  return body.name.value_or(capitalised(publication::kind_in_words(body.kind)));
}

/// One import, in the order in which the facts rest on one another.
class Import {
 public:
  Import(journal::Work& work, const PublicRecord& record) : work_(work), record_(record) {}

  Result<std::int64_t> run() {
    for (const auto step : {&Import::frameworks, &Import::forces, &Import::areas, &Import::inspections,
                            &Import::totals, &Import::publications, &Import::responses})
      if (auto refusal = (this->*step)()) return *std::move(refusal);
    return new_facts_;
  }

 private:
  using Problem = std::optional<Refusal>;

  void note(OnRecord was) {
    if (was == OnRecord::New) ++new_facts_;
  }

  Problem frameworks() {
    for (const programme::Framework& framework : record_.frameworks) {
      const auto adopted = programme::record_framework(work_, framework);
      if (!adopted) return adopted.refusal();
      note(adopted->was);
    }
    return std::nullopt;
  }

  Problem forces() {
    for (const ForceFacts& force : record_.forces) {
      const auto body =
          people::record_organisation(work_, {.key = slug(force.name) + "-policing-body",
                                              .name = "Local policing body for " + force.name,
                                              .kind = people::OrganisationKind::LocalPolicingBody,
                                              .reality = people::Reality::Real,
                                              .region = force.region,
                                              .nation = force.nation,
                                              .source = force.source.text});
      if (!body) return body.refusal();
      note(body->was);
      for (const auto& [seen_on, then] :
           {std::pair{"2020-02", force.in_february_2020}, std::pair{"2024-06", force.in_june_2024}}) {
        const auto form = people::record_form(work_, body->id, {seen_on, form_of(then), force.source.text});
        if (!form) return form.refusal();
        note(*form);
      }
      const auto known = people::record_organisation(work_, {.key = slug(force.name),
                                                             .name = force.name,
                                                             .kind = people::OrganisationKind::PoliceForce,
                                                             .reality = people::Reality::Real,
                                                             .region = force.region,
                                                             .nation = force.nation,
                                                             .overseen_by = body->id,
                                                             .source = force.source.text});
      if (!known) return known.refusal();
      note(known->was);
      forces_.emplace(force.name, known->id);
      bodies_.emplace(force.name, body->id);
    }
    return std::nullopt;
  }

  Problem areas() {
    for (const AreaFacts& area : record_.areas) {
      const auto known =
          people::record_organisation(work_, {.key = slug(area.name) + "-area",
                                              .name = area.name,
                                              .kind = people::OrganisationKind::LocalAuthorityArea,
                                              .reality = people::Reality::Real,
                                              .source = area.source.text});
      if (!known) return known.refusal();
      note(known->was);
      areas_.emplace(area.name, known->id);
      note(inspection::record_area_force(work_, known->id, forces_.at(area.force), area.source).was);
    }
    return std::nullopt;
  }

  Problem inspections() {
    for (const InspectionFacts& facts : record_.inspections) {
      const bool is_joint = facts.kind == inspection::Kind::JointTargetedAreaInspection;
      const auto programme = programme::record_programme(work_, is_joint ? kJoint : kSingleForces);
      if (!programme) return programme.refusal();
      const std::string part = facts.record.part ? ", " + *facts.record.part : "";
      const inspection::KnownInspection known{
          .key = facts.key,
          .programme = programme->id,
          .kind = facts.kind,
          .body = (facts.body_type == BodyType::Force ? forces_ : areas_).at(facts.body),
          .title = facts.body + ": " + lower_first(inspection::name_of(facts.kind)) + part,
          .theme = facts.theme,
          .dates = facts.dates,
          .record = facts.record};
      const auto recorded = inspection::record_known_inspection(work_, known);
      if (!recorded) return recorded.refusal();
      note(recorded->was);
      inspections_.emplace(known.key, recorded->id);
    }
    return std::nullopt;
  }

  Problem totals() {
    for (const TotalFacts& facts : record_.totals) {
      assessment::PublishedTotal published = facts.published;
      if (facts.inspection) {
        published.inspection = inspections_.at(*facts.inspection);
        published.body = forces_.at(published.body_name);
      }
      const auto recorded = assessment::record_published_total(work_, published);
      if (!recorded) return recorded.refusal();
      note(recorded->was);
    }
    return std::nullopt;
  }

  Problem publications() {
    for (const publication::Publication& published : record_.publications) {
      const auto recorded = publication::record_publication(work_, published);
      if (!recorded) return recorded.refusal();
      note(recorded->was);
      for (const ForceFacts& force : record_.forces) {
        // The form nearest to the day of publication that the record knows. Handbook §8.15.
        const bool is_later = published.published_on >= Date(2024, 6, 1);
        const BodyThen& body = is_later ? force.in_june_2024 : force.in_february_2020;
        const auto duty = publication::record_duty(work_, {.publication = recorded->id,
                                                           .body = bodies_.at(force.name),
                                                           .force = forces_.at(force.name),
                                                           .body_kind = body.kind,
                                                           .body_name = body.name,
                                                           .source = force.source});
        if (!duty) return duty.refusal();
        note(duty->was);
        duties_.emplace(std::pair{published.key, force.name}, duty->id);
      }
    }
    return std::nullopt;
  }

  Problem responses() {
    for (const ResponseFacts& facts : record_.responses) {
      const auto recorded = response::record_known_response(
          work_, duties_.at({facts.publication, facts.force}), facts.response);
      if (!recorded) return recorded.refusal();
      note(*recorded);
    }
    return std::nullopt;
  }

  static std::string lower_first(std::string_view words) {
    std::string text(words);
    if (!text.empty()) text.replace(0, 1, lower_ascii(text.substr(0, 1)));
    return text;
  }

  journal::Work& work_;
  const PublicRecord& record_;
  std::int64_t new_facts_ = 0;
  std::map<std::string, OrganisationId> forces_, bodies_, areas_;
  std::map<std::string, inspection::InspectionId> inspections_;
  std::map<std::pair<std::string, std::string>, publication::DutyId> duties_;
};

std::vector<assessment::PublishedTotal> published_in(const PublicRecord& record) {
  std::vector<assessment::PublishedTotal> totals;
  for (const TotalFacts& facts : record.totals) totals.push_back(facts.published);
  return totals;
}

std::int64_t size_of(const auto& list) {
  return static_cast<std::int64_t>(list.size());
}

RecordCounts counts_of(const PublicRecord& record) {
  RecordCounts counts{.frameworks = size_of(record.frameworks),
                      .forces = size_of(record.forces),
                      .local_policing_bodies = size_of(record.forces),
                      .areas = size_of(record.areas),
                      .inspections = size_of(record.inspections),
                      .published_totals = size_of(record.totals),
                      .totals_named = size_of(rows_to_name(published_in(record))),
                      .publications = size_of(record.publications),
                      .responses_expected = size_of(record.publications) * size_of(record.forces),
                      .responses_received = size_of(record.responses)};
  for (const publication::Publication& published : record.publications)
    counts.publication_parts += size_of(published.parts);
  return counts;
}

journal::StateText state_of(const PublicRecord& record, const RecordCounts& counts, std::int64_t new_facts) {
  journal::StateText text;
  text.add("digest", record.digest)
      .add("new_facts", new_facts)
      .add("forces", counts.forces)
      .add("areas", counts.areas)
      .add("inspections", counts.inspections)
      .add("published_totals", counts.published_totals)
      .add("totals_named", counts.totals_named)
      .add("publications", counts.publications)
      .add("publication_parts", counts.publication_parts)
      .add("responses_expected", counts.responses_expected)
      .add("responses_received", counts.responses_received);
  return text;
}

}  // namespace

Result<Imported> decide(journal::Work& work, const people::Actor& actor, const ImportPublicRecord& command) {
  if (auto refusal = people::refuse_unless(actor, ImportPublicRecord::kNeeds)) return *std::move(refusal);
  SIGHTLINE_TRY(const std::int64_t new_facts, Import(work, command.record).run());
  Imported imported{.new_facts = new_facts,
                    .record = counts_of(command.record),
                    .named = rows_to_name(published_in(command.record))};
  if (new_facts == 0) {
    work.unchanged();
    return imported;
  }
  // Each import that brought something is a subject of its own, named by its place in the journal.
  work.changed({"public-record-import", journal::position(work.sql()) + 1}, std::nullopt,
               state_of(command.record, imported.record, new_facts));
  return imported;
}

RecordCounts counts_on_record(sql::Reader& reader, Date today) {
  const auto organisations = [&](people::OrganisationKind kind) {
    std::int64_t real = 0;
    for (std::int64_t page = 1;; ++page) {
      const auto listed = people::list_organisations(reader, kind, page, 500);
      for (const people::Organisation& organisation : listed.items)
        if (organisation.reality == people::Reality::Real) ++real;
      if (page >= listed.cut.pages) return real;
    }
  };
  const std::vector<assessment::PublishedTotal> totals = assessment::all_published_totals(reader);
  const auto inspections =
      inspection::board(reader, people::the_operator(), {.origin = inspection::Origin::PublicRecord}, 1, 1);
  RecordCounts counts{.frameworks = size_of(programme::frameworks(reader)),
                      .forces = organisations(people::OrganisationKind::PoliceForce),
                      .local_policing_bodies = organisations(people::OrganisationKind::LocalPolicingBody),
                      .areas = organisations(people::OrganisationKind::LocalAuthorityArea),
                      .inspections = inspections.cut.total,
                      .published_totals = size_of(totals),
                      .totals_named = size_of(rows_to_name(totals))};
  for (const publication::KnownPublication& known : publication::all_publications(reader)) {
    ++counts.publications;
    counts.publication_parts += size_of(known.publication.parts);
    const auto board = response::board_of(reader, known.publication.key, today, std::nullopt, 1, 1);
    counts.responses_expected += board->lines.cut.total;
    for (const response::StateCount& state : board->counts)
      if (state.state != response::BoardState::Due && state.state != response::BoardState::NoRecord)
        counts.responses_received += state.duties;
  }
  return counts;
}

}  // namespace sightline::exchange
