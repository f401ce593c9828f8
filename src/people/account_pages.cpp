// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "people/account_pages.h"

#include "people/invented_pages.h"
#include "people/organisation_service.h"
#include "people/person_service.h"

namespace sightline::people {

namespace {

using namespace html;
using http::Status;

Html roles_in_words(sql::Reader& reader, const std::vector<HeldRole>& held) {
  if (held.empty())
    return p({class_("govuk-body")}, "None of your own. You may be on the team of an inspection.");
  return ul({class_("govuk-list")}, each(held, [&](const HeldRole& role) {
              const std::string_view name = describe(role.grant.role).name;
              if (!role.grant.organisation) return li({}, name);
              const auto organisation = find_organisation(reader, *role.grant.organisation);
              return li({}, name, ", ", marked(organisation->name, organisation->reality));
            }));
}

struct ShowAccount {
  const Web& web;

  http::Response operator()(const http::Request& request, const Session& session) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    const std::optional<Person> person = find_person(snapshot, session.actor, session.actor.person.value());
    if (!person) return http::problem(Status::NotFound);
    const Html main = fragment(
        when(request.query.has("password-changed"),
             [] {
               return govuk::notification_banner(
                   {.text = "Your password was changed. Everywhere else you have been signed out.",
                    .is_success = true});
             }),
        h1({class_("govuk-heading-l")}, "Your account"),
        govuk::summary_list(
            {.rows = {{.key = "Name", .value = person->name},
                      {.key = "E-mail address", .value = person->email},
                      {.key = "Roles",
                       .value = roles_in_words(snapshot, roles_held(snapshot, session.actor, person->id))},
                      {.key = "Password",
                       .value = "Only you know it",
                       .actions = {{.href = Url::local("/account/password"),
                                    .text = "Change",
                                    .visually_hidden_text = "your password"}}},
                      {.key = "Conflicts of interest",
                       .value = "What you have declared",
                       .actions = {{.href = Url::local("/account/conflicts"),
                                    .text = "See or declare",
                                    .visually_hidden_text = "conflicts of interest"}}}}}));
    return web.page(request, session, {.title = "Your account"}, main);
  }
};

http::Response password_page(const Web& web, const http::Request& request, const Session& session,
                             const Problems& problems, Status status) {
  const auto field = [&](const char* name, const char* label, const char* hint, const char* autocomplete) {
    return govuk::password_input({.name = name,
                                  .label = {.text = label},
                                  .hint = hint,
                                  .error = problems.at(name),
                                  .autocomplete = autocomplete});
  };
  const Html main =
      fragment(h1({class_("govuk-heading-l")}, "Change your password"),
               form(Url::local("/account/password"), csrf(session), {},
                    field("current-password", "Your password now", "", "current-password"),
                    field("password", "New password", "At least 12 characters. Three or four words are good.",
                          "new-password"),
                    field("password-again", "New password once more", "", "new-password"),
                    govuk::button({.text = "Change password", .prevents_double_click = true})));
  return web.page(request, session,
                  {.title = "Change your password", .back = Url::local("/account"), .problems = problems},
                  main, status);
}

struct ShowPassword {
  const Web& web;

  http::Response operator()(const http::Request& request, const Session& session) const {
    return password_page(web, request, session, {}, Status::Ok);
  }
};

struct ChangePassword {
  const Web& web;
  const crypto::PasswordHasher& hasher;

  http::Response operator()(const http::Request& request, const Session& session) const {
    const Result<http::Form> typed = request.form();
    if (!typed) return http::problem(typed.refusal());
    const PasswordChange change{.current = std::string(typed->text("current-password")),
                                .wanted = std::string(typed->text("password")),
                                .wanted_again = std::string(typed->text("password-again")),
                                .address = request.remote_address};
    const Result<PersonId> changed = change_password(web.journal(), hasher, session, change);
    if (changed) return http::see_other("/account?password-changed");
    const Refusal& refusal = changed.refusal();
    if (refusal.kind != Refusal::Kind::Invalid) return http::problem(refusal);
    return password_page(web, request, session, Problems(refusal), Status::UnprocessableContent);
  }
};

}  // namespace

void add_account_routes(http::Router& router, const Web& web, const crypto::PasswordHasher& hasher) {
  router.get("/account", web.signed_in(ShowAccount{web}));
  router.get("/account/password", web.signed_in(ShowPassword{web}));
  router.post("/account/password", web.signed_in(ChangePassword{web, hasher}));
}

}  // namespace sightline::people
