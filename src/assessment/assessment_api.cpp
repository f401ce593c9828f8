// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "assessment/assessment_api.h"

#include "assessment/assessment_json_api.h"
#include "assessment/assessment_service.h"

namespace sightline::assessment {

using http::Request;
using http::Response;
using people::json_answer;
using people::json_problem;
using people::Session;

namespace {

struct ListCases {
  const people::Api& api;

  Response operator()(const Request& request, const Session& session) const {
    sql::Snapshot snapshot = api.journal().snapshot();
    const Result<CaseList> list = cases_of(snapshot, session.actor, request.parameter("inspection"),
                                           http::page_asked_for(request.query));
    return list ? json_answer(to_json(*list)) : json_problem(list.refusal());
  }
};

struct ShowCase {
  const people::Api& api;

  Response operator()(const Request& request, const Session& session) const {
    sql::Snapshot snapshot = api.journal().snapshot();
    const std::optional<CaseView> view =
        case_view(snapshot, session.actor, request.parameter("inspection"), request.parameter("case"));
    return view ? json_answer(to_json(*view)) : json_problem(no_such_case());
  }
};

OnScreen on_screen(const people::Api& api, const Request& request, const Session& session, int revision) {
  sql::Snapshot snapshot = api.journal().snapshot();
  return {.inspection_key = request.parameter("inspection"),
          .number = request.parameter("case"),
          .by = side_of(snapshot, session.actor, request.parameter("inspection")),
          .revision = revision};
}

/// Where the assessment stands now; the judgements are those that were sent, or those that were there.
Response stands_at(const Assessment& now) {
  return json_answer({{"revision", now.revision}, {"state", now.state}});
}

struct SaveJudgements {
  const people::Api& api;

  Response operator()(const Request& request, const Session& session) const {
    const Result<json::Value> body = people::json_body(request);
    if (!body) return json_problem(body.refusal());
    const Result<SentJudgements> sent = read_judgements(*body);
    if (!sent) return json_problem(sent.refusal());
    const SaveAssessment command{on_screen(api, request, session, sent->revision), sent->judgements};
    const Result<Assessment> saved = save_or_set_aside(api.journal(), session.actor, command);
    if (saved) return stands_at(*saved);
    return json_problem(saved.refusal(), both_texts(session, command, saved.refusal().kind));
  }

 private:
  /// What somebody else recorded, beside what was sent and is now set aside. Handbook §4.26.
  json::Object both_texts(const Session& session, const SaveAssessment& command, Refusal::Kind kind) const {
    if (kind != Refusal::Kind::Conflict && kind != Refusal::Kind::WrongState) return {};
    sql::Snapshot snapshot = api.journal().snapshot();
    const std::optional<CaseView> view =
        case_view(snapshot, session.actor, command.at.inspection_key, command.at.number);
    if (!view || !view->assessment) return {};
    return {{"recorded", to_json(*view->assessment)}, {"sent", to_json(command.judgements)}};
  }
};

template <class Command>
concept TakesReason = requires(Command command) {
  command.reason;
};

/// Submits, returns, agrees or reopens.
template <class Command>
struct TakeStep {
  const people::Api& api;

  Response operator()(const Request& request, const Session& session) const {
    const Result<json::Value> body = people::json_body(request);
    if (!body) return json_problem(body.refusal());
    const Result<SentStep> sent = read_step(*body, TakesReason<Command> ? Reason::Taken : Reason::NotTaken);
    if (!sent) return json_problem(sent.refusal());
    Command command{};
    command.at = on_screen(api, request, session, sent->revision);
    if constexpr (TakesReason<Command>) command.reason = sent->reason;
    const Result<Assessment> moved = api.journal().perform(session.actor, command);
    return moved ? stands_at(*moved) : json_problem(moved.refusal());
  }
};

}  // namespace

void add_api_routes(http::Router& router, const people::Api& api) {
  router.get("/api/inspections/{inspection}/cases", api.signed_in(ListCases{api}));
  router.get("/api/inspections/{inspection}/cases/{case}", api.signed_in(ShowCase{api}));
  router.put("/api/inspections/{inspection}/cases/{case}/assessment", api.signed_in(SaveJudgements{api}));
  router.post("/api/inspections/{inspection}/cases/{case}/assessment/submit",
              api.signed_in(TakeStep<SubmitAssessment>{api}));
  router.post("/api/inspections/{inspection}/cases/{case}/assessment/return",
              api.signed_in(TakeStep<ReturnAssessment>{api}));
  router.post("/api/inspections/{inspection}/cases/{case}/assessment/agree",
              api.signed_in(TakeStep<AgreeAssessment>{api}));
  router.post("/api/inspections/{inspection}/cases/{case}/assessment/reopen",
              api.signed_in(TakeStep<ReopenAssessment>{api}));
}

}  // namespace sightline::assessment
