// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "response/answer_service.h"

#include <algorithm>

#include "response/answer_store.h"
#include "response/response_store.h"

namespace sightline::response {

namespace {

/// Whether the actor holds the permission everywhere or for that body.
bool may_answer_for(const people::Actor& actor, people::OrganisationId body) {
  return actor.may(AnswerRecommendation::kNeeds) ||
         std::ranges::any_of(actor.grants, [&](const people::Grant& grant) {
           return grant.organisation == body &&
                  people::describe(grant.role).permissions.may(AnswerRecommendation::kNeeds);
         });
}

AnswerLine shown(const answers::Line& line, bool may_read) {
  const bool is_shown = may_read && line.answer;
  return {.recommendation = line.recommendation,
          .programme_key = line.programme_key,
          .key = recommendation::key_of(line.number),
          .details = line.details,
          .first_published = line.first_published,
          .revision = is_shown ? line.revision : 0,
          .answer = is_shown ? line.answer : std::nullopt};
}

PublicAnswer shown(const answers::Given& given) {
  return {.publication_key = given.publication_key,
          .publication_title = given.publication_title,
          .force_name = given.force_name,
          .body_name = name_of_body(given.duty, given.force_name),
          .answer = given.answer};
}

ExpectedAnswer shown(const answers::Expected& expected) {
  return {.recommendation = expected.recommendation,
          .force_key = expected.force_key,
          .body_name = name_of_body(expected.duty, expected.force_name),
          .answer = expected.answer};
}

template <class Shown, class Stored>
Page<Shown> shown(const Page<Stored>& page) {
  std::vector<Shown> lines;
  for (const Stored& stored : page.items) lines.push_back(shown(stored));
  return page_of(page.cut, std::move(lines));
}

journal::StateText state_text(RecommendationId recommendation, const Answer& answer) {
  journal::StateText text;
  text.add("recommendation", recommendation.value());
  text.add("kind", word(answer.kind)).add("text", answer.text);
  return text;
}

/// What one actor may do with the answers of one duty.
struct Desk {
  responses::StoredDuty duty;
  bool may_answer;
  bool may_read;
};

std::optional<Desk> open_desk(sql::Reader& reader, const people::Actor& actor, DutyId id) {
  auto duty = responses::find_duty(reader, id);
  if (!duty) return std::nullopt;
  const bool may_answer = may_answer_for(actor, duty->duty.body);
  const bool may_read = may_answer || responses::latest_response(reader, id).response.has_value();
  return Desk{*std::move(duty), may_answer, may_read};
}

}  // namespace

Result<int> decide(journal::Work& work, const people::Actor& actor, const AnswerRecommendation& command) {
  const auto desk = open_desk(work.sql(), actor, command.duty);
  if (!desk) return Refusal{Refusal::Kind::NotFound, "No such response is expected.", {}};
  if (!desk->may_answer)
    return Refusal{
        Refusal::Kind::NotPermitted, "Only the body itself, or an editor for it, answers here.", {}};
  const auto line = answers::find(work.sql(), command.duty, command.recommendation);
  if (!line)
    return Refusal{
        Refusal::Kind::NotFound, "This recommendation is not for this body or its force to answer.", {}};
  SIGHTLINE_TRY(const Answer answer, checked(command.answer));
  if (line->revision != command.base_revision)
    return Refusal{
        Refusal::Kind::Conflict,
        "Somebody else recorded this answer while you were writing. Look at what is on record now, "
        "then record yours if it is still needed.",
        {}};
  if (line->answer == answer) {
    work.unchanged();
    return line->revision;
  }
  answers::insert(work.sql(), command.duty, command.recommendation, line->revision + 1, answer, actor.person,
                  work.now());
  work.changed({"response-duty", command.duty.value()},
               line->answer ? std::optional(state_text(command.recommendation, *line->answer)) : std::nullopt,
               state_text(command.recommendation, answer));
  return line->revision + 1;
}

std::optional<DutyAnswers> answers_of(sql::Reader& reader, const people::Actor& actor, DutyId duty,
                                      std::int64_t page_number) {
  const auto desk = open_desk(reader, actor, duty);
  if (!desk) return std::nullopt;
  const Page<answers::Line> page = answers::of_duty(reader, duty, page_number, kAnswersOnAPage);
  std::vector<AnswerLine> lines;
  for (const answers::Line& line : page.items) lines.push_back(shown(line, desk->may_read));
  return DutyAnswers{.answered = desk->duty.answered,
                     .lines = page_of(page.cut, std::move(lines)),
                     .may_answer = desk->may_answer,
                     .may_read = desk->may_read};
}

std::optional<AnswerView> answer_view(sql::Reader& reader, const people::Actor& actor, DutyId duty,
                                      RecommendationId recommendation) {
  const auto desk = open_desk(reader, actor, duty);
  if (!desk) return std::nullopt;
  const auto line = answers::find(reader, duty, recommendation);
  if (!line) return std::nullopt;
  AnswerView view{.line = shown(*line, desk->may_read),
                  .history = {},
                  .may_answer = desk->may_answer,
                  .may_read = desk->may_read};
  if (desk->may_answer)
    view.history = answers::history(reader, duty, recommendation, 0, kAnswerRevisionsOnAPage);
  return view;
}

std::optional<Page<AnswerRevision>> answer_history(sql::Reader& reader, const people::Actor& actor,
                                                   DutyId duty, RecommendationId recommendation,
                                                   std::int64_t page_number) {
  const auto desk = open_desk(reader, actor, duty);
  if (!desk || !desk->may_answer) return std::nullopt;
  const auto line = answers::find(reader, duty, recommendation);
  if (!line) return std::nullopt;
  const Cut cut = cut_of(line->revision, page_number, kAnswerRevisionsOnAPage);
  return page_of(cut, answers::history(reader, duty, recommendation, cut.offset, cut.size));
}

Page<PublicAnswer> answers_to(sql::Reader& reader, RecommendationId recommendation, std::int64_t page_number,
                              int page_size) {
  return shown<PublicAnswer>(answers::to_recommendation(reader, recommendation, page_number, page_size));
}

Page<ExpectedAnswer> answers_about(sql::Reader& reader, std::string_view publication_key,
                                   std::int64_t page_number, int page_size) {
  const auto known = publication::find_publication(reader, publication_key);
  if (!known) return page_of(cut_of(0, page_number, page_size), std::vector<ExpectedAnswer>{});
  return shown<ExpectedAnswer>(answers::about_publication(reader, known->id, page_number, page_size));
}

}  // namespace sightline::response
