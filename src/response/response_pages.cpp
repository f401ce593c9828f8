// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "response/response_pages.h"

#include "base/text.h"
#include "people/invented_pages.h"
#include "platform/html/scrolling_table.h"
#include "publication/edition.h"
#include "response/answer_pages.h"
#include "response/response_service.h"

namespace sightline::response {

namespace {

using namespace html;
using http::Status;
using people::Session;

constexpr int kLinesOnAPage = 25;

std::string_view tag_colour(BoardState state) {
  switch (state) {
    case BoardState::Received:
      return "govuk-tag--green";
    case BoardState::Late:
      return "govuk-tag--orange";
    case BoardState::ReceivedDayUnknown:
      return "govuk-tag--blue";
    case BoardState::Due:
      return "govuk-tag--yellow";
    case BoardState::NoRecord:
      return "govuk-tag--grey";
  }
  std::abort();
}

Html state_tag(BoardState state) {
  return govuk::tag({.text = state_in_words(state), .classes = std::string(tag_colour(state))});
}

std::string received_in_words(const std::optional<Response>& response) {
  if (!response) return "–";
  return response->received_on ? response->received_on->in_words() : "not known";
}

std::string answered_in_words(const Answered& answered) {
  if (answered.recommendations == 0) return "–";
  return std::to_string(answered.answered) + " of " + std::to_string(answered.recommendations);
}

Html board_table(const Board& board) {
  govuk::Table table{.caption = "Local policing bodies in order of force",
                     .caption_classes = "govuk-table__caption--m",
                     .head = {{.text = "Force"},
                              {.text = "State"},
                              {.text = "Received on"},
                              {.text = "Recommendations answered"},
                              {.text = "Local policing body"}},
                     .rows = {},
                     .first_cell_is_header = true};
  for (const BoardLine& line : board.lines.items)
    table.rows.push_back(
        {{.text = a({class_("govuk-link")}, Url::path("responses", line.duty.value()), line.force_name)},
         {.text = state_tag(line.state)},
         {.text = received_in_words(line.response)},
         {.text = answered_in_words(line.answered)},
         {.text = line.body_name}});
  return scrolling_table(table);
}

Html counted_states(const Board& board) {
  return dl({class_("app-figures")}, each(board.counts, [](const StateCount& count) {
              return div({class_("app-figure")},
                         dt({class_("app-figure__label")}, state_in_words(count.state)),
                         dd({class_("app-figure__value")}, count.duties));
            }));
}

Html filter_form(const std::string& publication, const std::optional<BoardState>& state,
                 const std::vector<publication::KnownPublication>& publications) {
  std::vector<govuk::SelectItem> boards;
  for (const publication::KnownPublication& each : publications)
    boards.push_back(
        {.value = each.publication.key,
         .text = people::marked(each.publication.title + ", " + each.publication.published_on.in_words(),
                                each.reality)});
  std::vector<govuk::SelectItem> items{{.value = "", .text = "All states"}};
  for (const Word<BoardState>& entry : kWords<BoardState>)
    items.push_back({.value = std::string(entry.word), .text = std::string(state_in_words(entry.value))});
  return search_form(
      Url::local("/responses"), {class_("app-filter")},
      govuk::select(
          {.name = "publication", .label = {.text = "Publication"}, .items = boards, .value = publication}),
      govuk::select({.name = "state",
                     .label = {.text = "State"},
                     .items = items,
                     .value = state ? std::string(word(*state)) : std::string()}),
      govuk::button({.text = "Filter", .classes = "govuk-button--secondary"}));
}

struct ShowBoard {
  const people::Web& web;

  http::Response operator()(const http::Request& request, const Session& session) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    const std::vector<publication::KnownPublication> publications = publication::all_publications(snapshot);
    if (publications.empty()) return none(request, session);
    std::string wanted(request.query.text("publication"));
    if (wanted.empty()) wanted = publications.front().publication.key;
    const auto state = from_word<BoardState>(request.query.text("state"));
    const auto board = board_of(snapshot, wanted, web.journal().clock().today(), state,
                                http::page_asked_for(request.query), kLinesOnAPage);
    if (!board) return http::problem(Status::NotFound);
    const Html main = fragment(
        h1({class_("govuk-heading-l")}, "Responses"),
        p({class_("govuk-body-l")}, board->publication.publication.title),
        p({class_("govuk-body")}, "Published on ", board->clock.first_day().in_words(),
          ". Responses are due within 56 days beginning with that day; the last day is ",
          strong({}, board->clock.last_day().in_words()), "."),
        p({class_("govuk-body")}, a({class_("govuk-link")}, Url::path("publications", wanted, "evaluations"),
                                    "Evaluations of this publication")),
        counted_states(*board), filter_form(wanted, state, publications), board_table(*board),
        pages_of(wanted, state, *board),
        p({class_("govuk-body")},
          "“No record” says that no response is on record here. It does not say that none was made."));
    return web.page(request, session,
                    {.title = "Responses", .banner = publication::notice(board->publication.reality)}, main);
  }

  static Html pages_of(const std::string& publication, const std::optional<BoardState>& state,
                       const Board& board) {
    Url list = board_url(publication);
    if (state) list = list.with("state", word(*state));
    return govuk::pages_of_list(list, board.lines.cut);
  }

  http::Response none(const http::Request& request, const Session& session) const {
    return web.page(
        request, session, {.title = "Responses"},
        fragment(h1({class_("govuk-heading-l")}, "Responses"),
                 p({class_("govuk-body")}, "Nothing has been published, so no response is expected.")));
  }
};

/// The form as typed, whatever it says.
struct Typed {
  std::string format, day, month, year, address, source, source_type, note, revision;
};

Typed typed_in(const http::Form& form) {
  const auto text = [&](const char* name) { return std::string(form.text(name)); };
  return {.format = text("format"),
          .day = text("received-on-day"),
          .month = text("received-on-month"),
          .year = text("received-on-year"),
          .address = text("address"),
          .source = text("source"),
          .source_type = text("source-type"),
          .note = text("note"),
          .revision = text("revision")};
}

Typed typed_from(const BoardLine& line) {
  Typed typed;
  typed.revision = std::to_string(line.revision);
  if (!line.response) return typed;
  const Response& response = *line.response;
  typed.format = word(response.format);
  typed.address = response.address.value_or("");
  typed.source = response.source.text;
  typed.source_type = word(response.source.type);
  typed.note = response.note;
  if (response.received_on) {
    const auto calendar = response.received_on->calendar();
    typed.day = std::to_string(static_cast<unsigned>(calendar.day()));
    typed.month = std::to_string(static_cast<unsigned>(calendar.month()));
    typed.year = std::to_string(static_cast<int>(calendar.year()));
  }
  return typed;
}

/// Nothing at all typed: the day is not known.
Result<std::optional<Date>> day_typed(const Typed& typed) {
  if (typed.day.empty() && typed.month.empty() && typed.year.empty()) return std::optional<Date>();
  const auto padded = [](const std::string& part) { return part.size() == 1 ? "0" + part : part; };
  const auto day = Date::from_iso(typed.year + "-" + padded(typed.month) + "-" + padded(typed.day));
  if (day) return day;
  return Refusal{
      Refusal::Kind::Invalid, "", {{"received-on", "Enter a day that exists, such as 22 4 2020."}}};
}

/// The command, or every field that cannot be read.
Result<RecordResponse> parse(DutyId duty, const Typed& typed) {
  std::vector<FieldProblem> problems;
  const auto format = from_word<ResponseFormat>(typed.format);
  if (!format) problems.push_back({"format", "Choose what the response came as."});
  const auto day = day_typed(typed);
  if (!day) problems.push_back(day.refusal().fields.front());
  const auto type = from_word<SourceType>(typed.source_type);
  if (!type) problems.push_back({"source-type", "Choose what kind of source this is."});
  const auto revision =
      typed.revision == "0" ? std::optional<std::int64_t>(0) : http::positive_number(typed.revision);
  if (!revision || *revision > 1'000'000)
    problems.push_back({"format", "Load the page again; the form is not whole."});
  if (!problems.empty())
    return Refusal{Refusal::Kind::Invalid, "The response could not be recorded.", std::move(problems)};
  const std::string address(trimmed(typed.address));
  return RecordResponse{.duty = duty,
                        .base_revision = static_cast<int>(*revision),
                        .response = {.format = *format,
                                     .received_on = *day,
                                     .address = address.empty() ? std::nullopt : std::optional(address),
                                     .source = {typed.source, *type},
                                     .note = typed.note}};
}

Html day_field(const Typed& typed, const Problems& problems) {
  const bool is_wrong = !problems.at("received-on").empty();
  const auto part = [&](const char* name, const std::string& value) {
    return govuk::DateInputItem{.name = name, .value = value, .has_error = is_wrong};
  };
  return govuk::date_input(
      {.id = "received-on",
       .name_prefix = "received-on",
       .fieldset = {.legend = {.text = "Received on", .classes = "govuk-fieldset__legend--s"}},
       .hint = "Leave this empty where the day is not known.",
       .error = problems.at("received-on"),
       .items = {part("day", typed.day), part("month", typed.month), part("year", typed.year)}});
}

std::string name_of(ResponseFormat format) {
  switch (format) {
    case ResponseFormat::WebPage:
      return "Web page";
    case ResponseFormat::PdfDocument:
      return "PDF document";
    case ResponseFormat::Text:
      return "Text";
  }
  std::abort();
}

std::string name_of(SourceType type) {
  switch (type) {
    case SourceType::Official:
      return "Official";
    case SourceType::Commissioner:
      return "Local policing body";
    case SourceType::Press:
      return "Press";
    case SourceType::Other:
      return "Other";
    case SourceType::Background:
      return "Background knowledge";
  }
  std::abort();
}

template <HasWords Enum>
std::vector<govuk::SelectItem> choices_of(const char* none) {
  std::vector<govuk::SelectItem> items{{.value = "", .text = none}};
  for (const Word<Enum>& entry : kWords<Enum>)
    items.push_back({.value = std::string(entry.word), .text = name_of(entry.value)});
  return items;
}

Html response_form(const ExpectedResponse& expected, const Session& session, const Typed& typed,
                   const Problems& problems) {
  return form(Url::path("responses", expected.line.duty.value()), people::csrf(session), {},
              input({type_("hidden"), name_("revision"), value_(typed.revision)}),
              govuk::select({.name = "format",
                             .label = {.text = "Came as", .classes = "govuk-label--s"},
                             .error = problems.at("format"),
                             .items = choices_of<ResponseFormat>("Choose"),
                             .value = typed.format}),
              day_field(typed, problems),
              govuk::input({.name = "address",
                            .label = {.text = "Web address (if on record)", .classes = "govuk-label--s"},
                            .error = problems.at("address"),
                            .value = typed.address}),
              govuk::input({.name = "source",
                            .label = {.text = "Where this is known from", .classes = "govuk-label--s"},
                            .hint = "An address, or plain words.",
                            .error = problems.at("source"),
                            .value = typed.source}),
              govuk::select({.name = "source-type",
                             .label = {.text = "Kind of source", .classes = "govuk-label--s"},
                             .error = problems.at("source-type"),
                             .items = choices_of<SourceType>("Choose"),
                             .value = typed.source_type}),
              govuk::textarea({.name = "note",
                               .label = {.text = "Note (optional)", .classes = "govuk-label--s"},
                               .error = problems.at("note"),
                               .value = typed.note,
                               .rows = 3}),
              govuk::button({.text = "Record the response", .prevents_double_click = true}));
}

std::vector<govuk::SummaryRow> on_record(const ExpectedResponse& expected) {
  std::vector<govuk::SummaryRow> rows{{.key = "Publication", .value = expected.publication_title},
                                      {.key = "Local policing body", .value = expected.line.body_name},
                                      {.key = "State", .value = state_tag(expected.line.state)},
                                      {.key = "First day", .value = expected.clock.first_day().in_words()},
                                      {.key = "Last day", .value = expected.clock.last_day().in_words()}};
  if (!expected.line.response) return rows;
  const Response& response = *expected.line.response;
  rows.push_back({.key = "Received on", .value = received_in_words(response)});
  rows.push_back({.key = "Came as", .value = name_of(response.format)});
  rows.push_back({.key = "Web address", .value = response.address.value_or("Not on record")});
  rows.push_back({.key = "Known from", .value = response.source.text});
  if (!response.note.empty()) rows.push_back({.key = "Note", .value = response.note});
  return rows;
}

Html done_banner(const http::Request& request) {
  const auto done = [](const std::string& sentence) {
    return govuk::notification_banner({.text = sentence, .is_success = true});
  };
  if (request.query.has("recorded")) return done("The response is on record.");
  if (const auto number = recommendation::number_from_key(request.query.text("answered")))
    return done("The answer to " + recommendation::key_of(*number) + " is on record.");
  return {};
}

/// The answers stand first: they are what a response is about.
Html answers_part(const people::Web& web, const http::Request& request, const Session& session, DutyId duty) {
  sql::Snapshot snapshot = web.journal().snapshot();
  const auto answers = answers_of(snapshot, session.actor, duty, http::page_asked_for(request.query));
  return answers ? answers_section(duty, *answers) : Html();
}

http::Response duty_page(const people::Web& web, const http::Request& request, const Session& session,
                         const ExpectedResponse& expected, const Typed& typed, const Problems& problems,
                         Status status) {
  const bool may_record = session.actor.may(RecordResponse::kNeeds);
  const std::string title = "Response for " + expected.line.force_name;
  const Html main = fragment(
      done_banner(request), h1({class_("govuk-heading-l")}, title),
      govuk::summary_list({.rows = on_record(expected)}),
      answers_part(web, request, session, expected.line.duty), when(may_record, [&] {
        return fragment(h2({class_("govuk-heading-m")},
                           expected.line.response ? "Correct what is on record" : "Record a response"),
                        response_form(expected, session, typed, problems));
      }));
  return web.page(request, session,
                  {.title = title,
                   .back = board_url(expected.publication_key),
                   .problems = problems,
                   .banner = publication::notice(expected.reality)},
                  main, status);
}

std::optional<ExpectedResponse> expected_by(const people::Web& web, const http::Request& request) {
  const auto number = http::positive_number(request.parameter("duty"));
  if (!number) return std::nullopt;
  sql::Snapshot snapshot = web.journal().snapshot();
  return find_expected(snapshot, DutyId{*number}, web.journal().clock().today());
}

struct ShowDuty {
  const people::Web& web;

  http::Response operator()(const http::Request& request, const Session& session) const {
    const auto expected = expected_by(web, request);
    if (!expected) return http::problem(Status::NotFound);
    return duty_page(web, request, session, *expected, typed_from(expected->line), {}, Status::Ok);
  }
};

struct Record {
  const people::Web& web;

  http::Response operator()(const http::Request& request, const Session& session) const {
    const Result<http::Form> form = request.form();
    if (!form) return http::problem(form.refusal());
    const auto expected = expected_by(web, request);
    if (!expected) return http::problem(Status::NotFound);
    const Typed typed = typed_in(*form);
    const Result<int> recorded = perform(session, expected->line.duty, typed);
    if (recorded)
      return http::see_other(
          Url::path("responses", expected->line.duty.value()).with("recorded", "1").text());
    const Refusal& refusal = recorded.refusal();
    if (refusal.kind == Refusal::Kind::NotPermitted) return http::problem(refusal);
    if (refusal.kind == Refusal::Kind::Conflict) return both_texts(request, session, typed, refusal);
    return duty_page(web, request, session, *expected, typed, Problems(refusal),
                     http::status_of(refusal.kind));
  }

  /// What is on record now stands above the form, which keeps what was typed and corrects that revision.
  http::Response both_texts(const http::Request& request, const Session& session, Typed typed,
                            const Refusal& refusal) const {
    const auto now = expected_by(web, request);
    if (!now) return http::problem(Status::NotFound);
    typed.revision = std::to_string(now->line.revision);
    return duty_page(web, request, session, *now, typed, Problems(refusal), http::status_of(refusal.kind));
  }

  Result<int> perform(const Session& session, DutyId duty, const Typed& typed) const {
    SIGHTLINE_TRY(const RecordResponse command, parse(duty, typed));
    return web.journal().perform(session.actor, command);
  }
};

}  // namespace

void add_routes(http::Router& router, const people::Web& web) {
  router.get("/responses", web.signed_in(ShowBoard{web}));
  router.get("/responses/{duty}", web.signed_in(ShowDuty{web}));
  router.post("/responses/{duty}", web.signed_in(Record{web}));
  add_answer_routes(router, web);
  add_given_answers_routes(router, web);
}

}  // namespace sightline::response
