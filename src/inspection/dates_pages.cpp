// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "inspection/shared_pages.h"

namespace sightline::inspection {

namespace {

using namespace html;
using http::Status;

constexpr const char* kNoDate = "Enter a year, a month and year, or a whole date such as 4 2 2019.";

/// The form as typed, whatever it says.
struct TypedDates {
  TypedDate first, last, report, web;
  std::string sense;
  std::string based_on;
};

TypedDates dates_typed_in(const http::Form& form) {
  return {.first = typed_date(form, "fieldwork"),
          .last = typed_date(form, "fieldwork_end"),
          .report = typed_date(form, "report"),
          .web = typed_date(form, "web"),
          .sense = std::string(form.text("sense")),
          .based_on = std::string(form.text("based_on"))};
}

TypedDates from(const Inspection& inspection) {
  const Dates& dates = inspection.dates;
  TypedDates typed{.first = {},
                   .last = {},
                   .report = as_typed(dates.report),
                   .web = as_typed(dates.web),
                   .sense = std::string(word(dates.fieldwork ? dates.fieldwork->sense : Sense::Period)),
                   .based_on = std::to_string(inspection.dates_revision)};
  if (dates.fieldwork) {
    const Period& when = dates.fieldwork->when;
    typed.first = as_typed(when.first());
    if (!(when.last() == when.first())) typed.last = as_typed(when.last());
  }
  return typed;
}

std::optional<PartialDate> read(const TypedDate& typed, const char* field,
                                std::vector<FieldProblem>& problems) {
  if (is_empty(typed)) return std::nullopt;
  const std::optional<PartialDate> date = date_in(typed);
  if (!date) problems.push_back({field, kNoDate});
  return date;
}

std::optional<Fieldwork> read_fieldwork(const TypedDates& typed, std::vector<FieldProblem>& problems) {
  const std::size_t before = problems.size();
  const auto first = read(typed.first, "fieldwork", problems);
  const auto last = read(typed.last, "fieldwork_end", problems);
  const auto sense = from_word<Sense>(typed.sense);
  if (problems.size() > before || (!first && !last)) return std::nullopt;
  if (!first) {
    problems.push_back({"fieldwork", "Enter when the fieldwork began."});
    return std::nullopt;
  }
  if (!sense) {
    problems.push_back({"sense", "Choose one of the two."});
    return std::nullopt;
  }
  const std::optional<Period> when = Period::between(*first, last.value_or(*first));
  if (!when) {
    problems.push_back({"fieldwork_end", "The fieldwork cannot end before it begins."});
    return std::nullopt;
  }
  return Fieldwork{*when, *sense};
}

Result<SetDates> parse(const TypedDates& typed, InspectionId id) {
  std::vector<FieldProblem> problems;
  const Dates dates{.fieldwork = read_fieldwork(typed, problems),
                    .report = read(typed.report, "report", problems),
                    .web = read(typed.web, "web", problems)};
  if (!problems.empty())
    return Refusal{Refusal::Kind::Invalid, "The dates were not saved.", std::move(problems)};
  // A number that is none of ours is answered like one that has been overtaken.
  const std::int64_t based_on = http::positive_number(typed.based_on).value_or(0);
  return SetDates{id, std::in_range<int>(based_on) ? static_cast<int>(based_on) : 0, dates};
}

/// What somebody else saved meanwhile, beside what was typed.
Html theirs(const Inspection& inspection) {
  return govuk::inset_text(
      {.text = fragment(p({}, "Saved by somebody else while you were typing:"),
                        ul({class_("govuk-list govuk-list--bullet")},
                           li({}, "fieldwork: ", in_words(inspection.dates.fieldwork, Origin::Own)),
                           li({}, "report: ", in_words(inspection.dates.report, Origin::Own)),
                           li({}, "web page: ", in_words(inspection.dates.web, Origin::Own))))});
}

Html dates_form(const Inspection& inspection, const TypedDates& typed, const Problems& problems,
                const people::Session& session) {
  constexpr const char* kHint = "Leave the day, or the day and month, empty if they are not known.";
  return form(Url::path("inspections", inspection.key, "dates"), csrf(session), {},
              input({type_("hidden"), name_("based_on"), value_(typed.based_on)}),
              partial_date_input("fieldwork", "Fieldwork: from", kHint, typed.first, problems),
              partial_date_input("fieldwork_end", "Fieldwork: to",
                                 "Leave empty if it is the same as the first date.", typed.last, problems),
              govuk::radios({.name = "sense",
                             .fieldset = {.legend = {.text = "What these two dates say",
                                                     .classes = "govuk-fieldset__legend--s"}},
                             .error = problems.at("sense"),
                             .items = {{.value = std::string(word(Sense::Period)),
                                        .text = "The fieldwork was held from the first to the second"},
                                       {.value = std::string(word(Sense::Window)),
                                        .text = "It was held at some time between them"}},
                             .value = typed.sense}),
              partial_date_input("report", "Report published", kHint, typed.report, problems),
              partial_date_input("web", "Date on the web page",
                                 "Only if it differs: web pages are stamped anew.", typed.web, problems),
              govuk::button({.text = "Save the dates", .prevents_double_click = true}));
}

http::Response dates_page(const people::Web& web, const http::Request& request,
                          const people::Session& session, const Inspection& inspection,
                          const TypedDates& typed, const Problems& problems, Status status) {
  const Html main = fragment(h1({class_("govuk-heading-l")}, "Dates of ", inspection.title),
                             when(status == Status::Conflict, [&] { return theirs(inspection); }),
                             dates_form(inspection, typed, problems, session));
  return web.page(request, session, frame_below(inspection, "Dates", problems), main, status);
}

struct ShowDates {
  const people::Web& web;

  http::Response operator()(const http::Request& request, const people::Session& session) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    const std::optional<SeenInspection> found = found_in(snapshot, request, session);
    if (!found) return no_such_inspection();
    if (!found->permissions.may(SetDates::kNeeds)) return http::problem(Status::Forbidden);
    return dates_page(web, request, session, found->inspection, from(found->inspection), {}, Status::Ok);
  }
};

struct SaveDates {
  const people::Web& web;

  http::Response operator()(const http::Request& request, const people::Session& session) const {
    const Result<http::Form> form = request.form();
    if (!form) return http::problem(form.refusal());
    const std::optional<SeenInspection> found = look(request, session);
    if (!found) return no_such_inspection();
    TypedDates typed = dates_typed_in(*form);
    const Result<InspectionId> saved = save(session, parse(typed, found->inspection.id));
    if (saved) return http::see_other(address_of(found->inspection.key).text());
    const Refusal& refusal = saved.refusal();
    if (refusal.kind != Refusal::Kind::Invalid && refusal.kind != Refusal::Kind::Conflict)
      return http::problem(refusal);
    // Looked at again: saved once more, the form replaces what is shown beside it now.
    const std::optional<SeenInspection> now = look(request, session);
    if (!now) return no_such_inspection();
    if (refusal.kind == Refusal::Kind::Conflict)
      typed.based_on = std::to_string(now->inspection.dates_revision);
    return dates_page(web, request, session, now->inspection, typed, Problems(refusal),
                      http::status_of(refusal.kind));
  }

  std::optional<SeenInspection> look(const http::Request& request, const people::Session& session) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    return found_in(snapshot, request, session);
  }

  Result<InspectionId> save(const people::Session& session, const Result<SetDates>& command) const {
    if (!command) return command.refusal();
    return web.journal().perform(session.actor, *command);
  }
};

}  // namespace

void add_dates_routes(http::Router& router, const people::Web& web) {
  router.get("/inspections/{key}/dates", web.signed_in(ShowDates{web}));
  router.post("/inspections/{key}/dates", web.signed_in(SaveDates{web}));
}

}  // namespace sightline::inspection
