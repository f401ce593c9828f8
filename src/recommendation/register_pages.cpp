// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include <algorithm>
#include <cstdlib>

#include "platform/html/govuk.h"
#include "platform/html/scrolling_table.h"
#include "recommendation/form_pages.h"
#include "recommendation/recommendation_pages.h"

namespace sightline::recommendation {

using namespace html;
using http::Request;
using http::Response;
using people::Session;

namespace {

RegisterFilter filter_in(const Request& request) {
  return {.term = from_word<Term>(request.query.text("term")),
          .addressee = from_word<people::OrganisationKind>(request.query.text("addressee"))};
}

Html filter_form(const Register& shown, const RegisterFilter& filter) {
  std::vector<govuk::SelectItem> terms{{.value = "", .text = "All terms"}};
  for (const Word<Term>& each : kWords<Term>)
    terms.push_back({.value = std::string(each.word), .text = std::string(name_of(each.value))});
  std::vector<govuk::SelectItem> kinds{{.value = "", .text = "All addressees"}};
  for (const auto& each : kWords<people::OrganisationKind>)
    kinds.push_back({.value = std::string(each.word), .text = std::string(name_of(each.value))});
  return search_form(register_url(shown.programme.details.key), {class_("app-filter")},
                     govuk::select({.name = "term",
                                    .label = {.text = "Term"},
                                    .items = terms,
                                    .value = filter.term ? std::string(word(*filter.term)) : ""}),
                     govuk::select({.name = "addressee",
                                    .label = {.text = "Kind of addressee"},
                                    .items = kinds,
                                    .value = filter.addressee ? std::string(word(*filter.addressee)) : ""}),
                     govuk::button({.text = "Filter", .classes = "govuk-button--secondary"}));
}

std::string_view plural_of(people::OrganisationKind kind) {
  switch (kind) {
    case people::OrganisationKind::PoliceForce:
      return "police forces";
    case people::OrganisationKind::LocalPolicingBody:
      return "local policing bodies";
    case people::OrganisationKind::LocalAuthorityArea:
      return "local authority areas";
    case people::OrganisationKind::Inspectorate:
      return "inspectorates";
    case people::OrganisationKind::Government:
      return "government bodies";
    case people::OrganisationKind::Other:
      return "other organisations";
  }
  std::abort();
}

/// Their names; of more than kMostNamed how many of each kind, as the page of the recommendation names them.
std::string addressees_in_words(const std::vector<Addressee>& addressees) {
  constexpr std::size_t kMostNamed = 3;
  std::string words;
  const auto add = [&](const std::string& more) { words += (words.empty() ? "" : "; ") + more; };
  if (addressees.size() <= kMostNamed) {
    for (const Addressee& each : addressees) add(each.name);
    return words.empty() ? "Nobody yet" : words;
  }
  for (const auto& entry : kWords<people::OrganisationKind>) {
    const auto count = std::ranges::count(addressees, entry.value, &Addressee::kind);
    if (count == 1) add(std::ranges::find(addressees, entry.value, &Addressee::kind)->name);
    if (count > 1) add(std::to_string(count) + " " + std::string(plural_of(entry.value)));
  }
  return words;
}

Html register_table(const Register& shown) {
  govuk::Table table{.caption = "Recommendations by number",
                     .caption_classes = "govuk-visually-hidden",
                     .head = {{.text = "Number"},
                              {.text = "Recommendation"},
                              {.text = "Addressed to"},
                              {.text = "Term"},
                              {.text = "State"}},
                     .first_cell_is_header = true};
  for (const RegisterLine& line : shown.lines.items) {
    const std::string key = key_of(line.number);
    table.rows.push_back(
        {{.text = a({class_("govuk-link")}, recommendation_url(shown.programme.details.key, key), key)},
         {.text = line.details.text},
         {.text = addressees_in_words(line.addressees)},
         {.text = due_in_words(line.details.term, line.first_published)},
         {.text = state_tag(line.state)}});
  }
  return scrolling_table(table);
}

Html pages_of(const Register& shown, const RegisterFilter& filter) {
  Url list = register_url(shown.programme.details.key);
  if (filter.term) list = list.with("term", word(*filter.term));
  if (filter.addressee) list = list.with("addressee", word(*filter.addressee));
  return govuk::pages_of_list(list, shown.lines.cut);
}

people::PageFrame frame_of(const programme::Programme& programme, const std::string& title,
                           Problems problems = {}) {
  people::PageFrame frame{.title = title + ", " + programme.details.name,
                          .breadcrumbs = {{.text = "Programme", .href = Url::local("/programme")}},
                          .problems = std::move(problems),
                          .banner = invented_banner(programme)};
  if (title != "Recommendations")
    frame.breadcrumbs.push_back({.text = "Recommendations", .href = register_url(programme.details.key)});
  frame.breadcrumbs.push_back({.text = title});
  return frame;
}

struct RegisterPages {
  const people::Web& web;

  Response show(const Request& request, const Session& session) const {
    const RegisterFilter filter = filter_in(request);
    const Result<Register> shown = read(request, session, filter, http::page_asked_for(request.query));
    if (!shown) return http::problem(shown.refusal());
    const std::string& key = shown->programme.details.key;
    const Html main = fragment(
        span({class_("govuk-caption-xl")}, shown->programme.details.name),
        h1({class_("govuk-heading-xl")}, "Recommendations"),
        p({class_("govuk-body")},
          "The register: what is recommended, to whom and by when. Days are counted from publication."),
        when(shown->may_draft,
             [&] {
               return p({class_("govuk-body")},
                        a({class_("govuk-link")}, Url::path("programmes", key, "new-recommendation"),
                          "Write a recommendation"));
             }),
        filter_form(*shown, filter),
        shown->lines.cut.total == 0
            ? p({class_("govuk-body")}, "There is no such recommendation that you may see.")
            : fragment(register_table(*shown), pages_of(*shown, filter)));
    return web.page(request, session, frame_of(shown->programme, "Recommendations"), main);
  }

  Response show_form(const Request& request, const Session& session) const {
    http::Form typed;
    typed.add("made-in", std::string(request.query.text("made-in")));
    return form_page(request, session, typed, {}, http::Status::Ok);
  }

  Response draft(const Request& request, const Session& session) const {
    const Result<http::Form> form = request.form();
    if (!form) return http::problem(form.refusal());
    const std::string programme(request.parameter("programme")), made_in(form->text("made-in"));
    const Result<Details> details = details_in(*form);
    if (!details)
      return form_page(request, session, *form, Problems(details.refusal()),
                       http::Status::UnprocessableContent);
    const Result<Recommendation> drafted = web.journal().perform(
        session.actor,
        DraftRecommendation{programme, *details, made_in.empty() ? std::nullopt : std::optional(made_in)});
    if (!drafted)
      return form_page(request, session, *form, Problems(drafted.refusal()),
                       http::status_of(drafted.refusal().kind));
    return http::see_other(
        recommendation_url(programme, key_of(drafted->number)).with("done", "draft").text());
  }

 private:
  Result<Register> read(const Request& request, const Session& session, const RegisterFilter& filter,
                        std::int64_t page) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    return register_of(snapshot, session.actor, request.parameter("programme"), filter, page);
  }

  /// Whether this person may write one of the whole programme, or in the inspection that the form names.
  bool may_write(const Session& session, const std::string& made_in) const {
    if (made_in.empty()) return session.actor.may(DraftRecommendation::kNeeds);
    sql::Snapshot snapshot = web.journal().snapshot();
    const auto seen = inspection::see_inspection(snapshot, session.actor, made_in);
    return seen && seen->permissions.may(DraftRecommendation::kNeeds);
  }

  Response form_page(const Request& request, const Session& session, const http::Form& typed,
                     const Problems& problems, http::Status status) const {
    const Result<Register> shown = read(request, session, {}, 1);
    if (!shown) return http::problem(shown.refusal());
    const std::string made_in(typed.text("made-in"));
    if (!may_write(session, made_in))
      return http::problem(Refusal{Refusal::Kind::NotPermitted, "Your role does not allow this.", {}});
    const Html main = fragment(
        span({class_("govuk-caption-xl")}, shown->programme.details.name),
        h1({class_("govuk-heading-xl")}, "Write a recommendation"),
        form(register_url(shown->programme.details.key), people::csrf(session), {},
             input({type_("hidden"), name_("made-in"), value_(made_in)}), details_inputs(typed, problems),
             govuk::button({.text = "Save the draft", .prevents_double_click = true})));
    return web.page(request, session, frame_of(shown->programme, "Write a recommendation", problems), main,
                    status);
  }
};

}  // namespace

void add_register_routes(http::Router& router, const people::Web& web) {
  const RegisterPages pages{web};
  const auto page = [&](auto answer) {
    return web.signed_in([pages, answer](const Request& request, const Session& session) {
      return (pages.*answer)(request, session);
    });
  };
  router.get("/programmes/{programme}/recommendations", page(&RegisterPages::show));
  router.post("/programmes/{programme}/recommendations", page(&RegisterPages::draft));
  router.get("/programmes/{programme}/new-recommendation", page(&RegisterPages::show_form));
}

}  // namespace sightline::recommendation
