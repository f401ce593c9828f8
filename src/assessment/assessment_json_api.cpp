// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "assessment/assessment_json_api.h"

#include <limits>

#include "base/text.h"
#include "platform/json/reader.h"

namespace sightline::assessment {

namespace {

json::Value or_null(const auto& optional) {
  return optional ? json::Value(*optional) : json::Value(nullptr);
}

json::Value assessment_or_null(const std::optional<Assessment>& assessment) {
  return assessment ? json::Value(to_json(*assessment)) : json::Value(nullptr);
}

json::Object inspection_json(const inspection::Inspection& inspection) {
  return {{"key", inspection.key}, {"title", inspection.title}, {"reality", inspection.reality}};
}

/// What judging needs to know: the areas in order, and for each the outcomes that it may be given.
json::Array areas_json(const programme::Framework& framework) {
  json::Array areas;
  for (const programme::Area& area : framework.areas) {
    json::Array outcomes;
    for (const Outcome& outcome : outcomes_for(area, framework))
      outcomes.push_back(
          json::Object{{"outcome", outcome_word(outcome)}, {"name", in_words(outcome, framework)}});
    areas.push_back(json::Object{{"area", area.key}, {"name", area.name}, {"outcomes", std::move(outcomes)}});
  }
  return areas;
}

json::Array history_json(const std::vector<RevisionLine>& history) {
  json::Array lines;
  for (const RevisionLine& line : history)
    lines.push_back(json::Object{{"revision", line.revision},
                                 {"action", line.action},
                                 {"state", line.state},
                                 {"person", line.person},
                                 {"recorded_at", line.recorded_at.iso()},
                                 {"reason", or_null(line.reason)}});
  return lines;
}

json::Object set_aside_json(const SetAside& text) {
  return {{"base_revision", text.base_revision},
          {"over_revision", text.over_revision},
          {"set_aside_at", text.set_aside_at.iso()},
          {"judgements", to_json(text.judgements)}};
}

int take_revision(json::Reader& body) {
  const std::optional<std::int64_t> revision = body.take<std::int64_t>("revision");
  if (revision && (*revision < 0 || *revision > std::numeric_limits<int>::max()))
    body.refuse("revision", "This must be the revision that was read, or 0 when there was none.");
  else if (revision)
    return static_cast<int>(*revision);
  return 0;
}

}  // namespace

json::Array to_json(const std::vector<Judgement>& judgements) {
  json::Array all;
  for (const Judgement& judgement : judgements)
    all.push_back(json::Object{
        {"area", judgement.area},
        {"outcome", judgement.outcome ? json::Value(outcome_word(*judgement.outcome)) : json::Value(nullptr)},
        {"reason", judgement.reason}});
  return all;
}

json::Object to_json(const Assessment& assessment) {
  return {{"revision", assessment.revision},
          {"state", assessment.state},
          {"judgements", to_json(assessment.judgements)}};
}

json::Object to_json(const CaseList& list) {
  json::Array cases;
  for (const CaseLine& line : list.cases.items)
    cases.push_back(json::Object{{"number", line.number},
                                 {"kind", line.kind},
                                 {"sample", line.sample},
                                 {"assigned_to", or_null(line.assigned_to)},
                                 {"state", or_null(line.state)}});
  return {{"inspection", inspection_json(list.inspection)},
          {"page", list.cases.cut.number},
          {"pages", list.cases.cut.pages},
          {"total", list.cases.cut.total},
          {"cases", std::move(cases)}};
}

json::Object to_json(const CaseView& view) {
  json::Object all{{"inspection", inspection_json(view.inspection)},
                   {"number", view.subject.number},
                   {"kind", kind_in_words(view.subject, view.framework())},
                   {"sample", view.subject.sample.name},
                   {"chosen_by", view.subject.sample.chosen_by},
                   {"side", view.side},
                   {"areas", areas_json(view.framework())},
                   {"assessment", assessment_or_null(view.assessment)}};
  if (view.side == AssessorType::Inspectors && view.subject.sample.chosen_by == ChosenBy::Body)
    all.add("own_audit", json::Object{{"is_submitted", view.body_has_submitted},
                                      {"assessment", assessment_or_null(view.other_side)}});
  json::Array actions;
  for (const Action action : view.actions) actions.push_back(action);
  all.add("actions", std::move(actions));
  all.add("standstill", or_null(view.standstill));
  all.add("set_aside", view.set_aside ? json::Value(set_aside_json(*view.set_aside)) : json::Value(nullptr));
  all.add("history", history_json(view.history));
  return all;
}

Result<SentJudgements> read_judgements(const json::Value& body) {
  json::Reader reader(body);
  SentJudgements sent{.revision = take_revision(reader), .judgements = {}};
  for (json::Reader& one : reader.take_objects("judgements")) {
    const std::optional<std::string> area = one.take<std::string>("area");
    const std::optional<std::string> spelt = one.take_optional<std::string>("outcome");
    const std::optional<std::string> reason = one.take_optional<std::string>("reason");
    const std::optional<Outcome> outcome = spelt ? outcome_from_word(*spelt) : std::nullopt;
    if (spelt && !outcome) one.refuse("outcome", "This must be one of the outcomes of its area, or null.");
    if (area) sent.judgements.push_back({*area, outcome, with_plain_line_ends(reason.value_or(""))});
  }
  if (auto refusal = reader.finish()) return *std::move(refusal);
  return sent;
}

Result<SentStep> read_step(const json::Value& body, Reason reason) {
  json::Reader reader(body);
  SentStep sent{.revision = take_revision(reader), .reason = {}};
  if (reason == Reason::Taken)
    sent.reason = with_plain_line_ends(reader.take_optional<std::string>("reason").value_or(""));
  if (auto refusal = reader.finish()) return *std::move(refusal);
  return sent;
}

}  // namespace sightline::assessment
