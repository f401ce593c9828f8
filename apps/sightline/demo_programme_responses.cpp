// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "demo_programme_responses.h"

#include <algorithm>
#include <set>

#include "recommendation/recommendation.h"
#include "response/response_service.h"

namespace sightline::demo {

namespace {

constexpr int kBodiesAtMost = 200;

/// When the response of a body arrives: its clock says what is on time.
Date arrives(const ProgrammeReport& report, const ProgrammeResponse& response) {
  Chance chance("response of " + response.body);
  const response::ResponseClock clock(report.published_on);
  if (response.received == Received::Late) return workday_after(clock.last_day(), chance.between(3, 40));
  // A weekend puts it off by two days at most.
  return workday_after(clock.first_day(), chance.between(24, 53));
}

/// The key of the first recommendation to a force about a theme: they were drafted in the order of the file.
std::string recommendation_about(const ProgrammeFiles& files, std::string_view theme) {
  const auto found = std::ranges::find_if(files.recommendations, [&](const RecommendationWords& one) {
    return one.theme == theme && one.addressee == AddresseeKind::Force;
  });
  return recommendation::key_of(static_cast<int>(found - files.recommendations.begin()) + 1);
}

response::AnswerKind kind_of(Answer answer) {
  switch (answer) {
    case Answer::ActionTaken:
      return response::AnswerKind::ActionTaken;
    case Answer::ActionPlanned:
      return response::AnswerKind::ActionPlanned;
    case Answer::NoAction:
      break;
  }
  return response::AnswerKind::NoAction;
}

}  // namespace

void ResponseWork::put_on(Agenda& agenda, const ProgrammeReport& report) {
  std::set<std::string> bodies;
  for (const ProgrammeResponse& response : reports_.responses) {
    if (response.received == Received::Missing || !bodies.insert(response.body).second) continue;
    const Date day = arrives(report, response);
    agenda.add(at(day, 15), [this, &report, &response, day] { return record(report, response, day); });
  }
}

Problem ResponseWork::record(const ProgrammeReport& report, const ProgrammeResponse& first, Date day) {
  const std::string& name = find_organisation(setting_.files, first.body)->name;
  const auto board = [&] {
    sql::Snapshot snapshot = setting_.office.journal().snapshot();
    return response::board_of(snapshot, report.key, day, std::nullopt, 1, kBodiesAtMost);
  }();
  if (!board) return first.row.refuse("body", "the report was not published before its responses came");
  const auto line = std::ranges::find(board->lines.items, name, &response::BoardLine::body_name);
  if (line == board->lines.items.end())
    return first.row.refuse("body", "no force that this body oversees was inspected for the report");
  const auto recorded = setting_.office.perform(
      setting_.actor(editor_),
      response::RecordResponse{.duty = line->duty,
                               .base_revision = 0,
                               .response = {.format = response::ResponseFormat::Text,
                                            .received_on = day,
                                            .address = std::nullopt,
                                            .source = {"Invented for the demonstration", SourceType::Other},
                                            .note = "An invented response to an invented report."}});
  if (!recorded) return first.row.refuse("body", recorded.refusal().message);
  for (const ProgrammeResponse& response : reports_.responses)
    if (response.body == first.body)
      if (Problem problem = answer(line->duty, response)) return problem;
  return std::nullopt;
}

Problem ResponseWork::answer(response::DutyId duty, const ProgrammeResponse& response) {
  const people::Actor& editor = setting_.actor(editor_);
  const std::string key = recommendation_about(setting_.files, response.recommendation_theme);
  for (std::int64_t page = 1, pages = 1; page <= pages; ++page) {
    const auto asked = [&] {
      sql::Snapshot snapshot = setting_.office.journal().snapshot();
      return response::answers_of(snapshot, editor, duty, page);
    }();
    if (!asked) break;
    pages = asked->lines.cut.pages;
    const auto line = std::ranges::find(asked->lines.items, key, &response::AnswerLine::key);
    if (line == asked->lines.items.end()) continue;
    const auto answered = setting_.office.perform(
        editor, response::AnswerRecommendation{.duty = duty,
                                               .recommendation = line->recommendation,
                                               .base_revision = line->revision,
                                               .answer = {kind_of(*response.answer), response.text}});
    return answered ? std::nullopt : Problem(response.row.refuse("text", answered.refusal().message));
  }
  return response.row.refuse("recommendation_theme", "this recommendation is not addressed to its force");
}

}  // namespace sightline::demo
