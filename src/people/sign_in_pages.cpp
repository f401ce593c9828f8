// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "people/sign_in_pages.h"

#include "people/session_service.h"

namespace sightline::people {

namespace {

using namespace html;
using http::Status;

/// Holds the secret behind the token of the sign-in form.
constexpr const char* kVisitCookie = "__Host-sightline-visit";

/// Where to go after signing in: a page of this site, or the start.
std::string destination(const Web& web, std::string_view wanted) {
  return http::is_local_path(wanted) ? std::string(wanted) : web.home();
}

/// What stands in the form when it is shown; never a password.
struct SignInForm {
  std::string email;
  std::string then;
  Problems problems;
};

http::Response show(const Web& web, const SignInForm& typed, const std::string& visit, const Html& notice,
                    Status status) {
  const Html fields = fragment(input({type_("hidden"), name_("then"), value_(typed.then)}),
                               govuk::input({.name = "email",
                                             .label = {.text = "E-mail address"},
                                             .error = typed.problems.at("email"),
                                             .value = typed.email,
                                             .type = "email",
                                             .autocomplete = "username",
                                             .spellcheck = "false"}),
                               govuk::password_input({.name = "password", .label = {.text = "Password"}}),
                               govuk::button({.text = "Sign in", .prevents_double_click = true}));
  const Html main =
      div({class_("govuk-grid-row")},
          div({class_("govuk-grid-column-two-thirds")}, notice, h1({class_("govuk-heading-l")}, "Sign in"),
              form(Url::local("/sign-in"), CsrfToken{form_token(visit)}, {}, fields),
              p({class_("govuk-body")},
                "Lost your password? Ask the person who manages accounts for a new one.")));
  return web.page_for_anybody({.title = "Sign in", .problems = typed.problems}, main, status)
      .set(http::Cookie{.name = kVisitCookie, .value = visit});
}

std::string visit_of(const http::Request& request) {
  const std::optional<std::string> known = request.cookie(kVisitCookie);
  return known && !known->empty() ? *known : new_visit();
}

struct ShowSignIn {
  const Web& web;

  http::Response operator()(const http::Request& request) const {
    const std::string_view then = request.query.text("then");
    if (web.session_of(request)) return http::see_other(destination(web, then));
    const Html notice = when(request.query.has("signed-out"), [] {
      return govuk::notification_banner({.text = "You have signed out.", .is_success = true});
    });
    return show(web, {.email = "", .then = std::string(then), .problems = {}}, visit_of(request), notice,
                Status::Ok);
  }
};

struct SignIn {
  const Web& web;
  const crypto::PasswordHasher& hasher;

  http::Response operator()(const http::Request& request) const {
    const std::string visit = request.cookie(kVisitCookie).value_or("");
    if (visit.empty())
      return http::problem(
          Status::Forbidden,
          "Your browser did not send back the cookie of the sign-in page. Allow cookies for this "
          "site and load the page again.");
    if (auto refusal = refuse_foreign_form(request, form_token(visit))) return *std::move(refusal);
    const Result<http::Form> form = request.form();
    if (!form) return http::problem(form.refusal());
    const Credentials credentials{.email = std::string(form->text("email")),
                                  .password = std::string(form->text("password")),
                                  .address = request.remote_address};
    const Result<std::string> token = sign_in(web.journal(), hasher, credentials);
    if (!token)
      return show(web,
                  {.email = credentials.email,
                   .then = std::string(form->text("then")),
                   .problems = Problems(token.refusal())},
                  visit, {}, Status::UnprocessableContent);
    return http::see_other(destination(web, form->text("then")))
        .set(http::Cookie{.name = kSessionCookie, .value = *token})
        .set(http::forgotten({.name = kVisitCookie, .value = ""}));
  }
};

struct SignOut {
  const Web& web;

  http::Response operator()(const http::Request&, const Session& session) const {
    const Result<SessionId> ended = web.journal().perform(session.actor, EndSession{session.id});
    if (!ended && ended.refusal().kind != Refusal::Kind::NotFound) return http::problem(ended.refusal());
    return http::see_other("/sign-in?signed-out").set(http::forgotten({.name = kSessionCookie, .value = ""}));
  }
};

}  // namespace

void add_sign_in_routes(http::Router& router, const Web& web, const crypto::PasswordHasher& hasher) {
  router.get("/sign-in", ShowSignIn{web});
  router.post("/sign-in", SignIn{web, hasher});
  router.post("/sign-out", web.signed_in(SignOut{web}));
}

}  // namespace sightline::people
