// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "demo_programme_responses.h"

#include <algorithm>
#include <set>

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

}  // namespace

void ResponseWork::put_on(Agenda& agenda, const ProgrammeReport& report) {
  std::set<std::string> bodies;
  for (const ProgrammeResponse& response : reports_.responses) {
    if (response.received == Received::Missing || !bodies.insert(response.body).second) continue;
    const Date day = arrives(report, response);
    agenda.add(at(day, 15), [this, &report, &response, day] { return record(report, response, day); });
  }
}

Problem ResponseWork::record(const ProgrammeReport& report, const ProgrammeResponse& response, Date day) {
  const std::string& name = find_organisation(setting_.files, response.body)->name;
  const auto board = [&] {
    sql::Snapshot snapshot = setting_.office.journal().snapshot();
    return response::board_of(snapshot, report.key, day, std::nullopt, 1, kBodiesAtMost);
  }();
  if (!board) return response.row.refuse("body", "the report was not published before its responses came");
  const auto line = std::ranges::find(board->lines.items, name, &response::BoardLine::body_name);
  if (line == board->lines.items.end())
    return response.row.refuse("body", "no force that this body oversees was inspected for the report");
  const auto recorded = setting_.office.perform(
      setting_.actor(editor_),
      response::RecordResponse{.duty = line->duty,
                               .base_revision = 0,
                               .response = {.format = response::ResponseFormat::Text,
                                            .received_on = day,
                                            .address = std::nullopt,
                                            .source = {"Invented for the demonstration", SourceType::Other},
                                            .note = "An invented response to an invented report."}});
  return recorded ? std::nullopt : Problem(response.row.refuse("body", recorded.refusal().message));
}

}  // namespace sightline::demo
