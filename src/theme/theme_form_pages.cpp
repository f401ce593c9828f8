// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "base/text.h"
#include "theme/shared_pages.h"

namespace sightline::theme {

namespace {

using namespace html;
using http::Request;
using http::Response;
using people::Session;

Wording wording_in(const http::Form& form) {
  const auto text = [&](const char* field) { return std::string(form.text(field)); };
  return {text("name"), text("definition"), text("when-to-use"), text("when-not-to-use")};
}

http::Form as_typed(const Theme& theme) {
  return {{"based-on", std::to_string(theme.revision)},
          {"name", theme.wording.name},
          {"definition", theme.wording.definition},
          {"when-to-use", theme.wording.when_to_use},
          {"when-not-to-use", theme.wording.when_not_to_use}};
}

Html area(const char* name, Content label, Content hint, const http::Form& typed, const Problems& problems) {
  return govuk::textarea({.name = name,
                          .label = {.text = std::move(label)},
                          .hint = std::move(hint),
                          .error = problems.at(name),
                          .value = std::string(typed.text(name)),
                          .rows = 3});
}

Html name_input(const http::Form& typed, const Problems& problems) {
  return govuk::input({.name = "name",
                       .label = {.text = "Name"},
                       .error = problems.at("name"),
                       .value = std::string(typed.text("name")),
                       .classes = "govuk-!-width-two-thirds"});
}

Html wording_areas(const http::Form& typed, const Problems& problems) {
  return fragment(area("definition", "What it means", "One or two sentences, so that two people code alike.",
                       typed, problems),
                  area("when-to-use", "When to use it (optional)", {}, typed, problems),
                  area("when-not-to-use", "When not to use it (optional)", "Say which theme to use instead.",
                       typed, problems));
}

/// Where a new theme may stand: on the upper level, or below a theme of it that is in use.
Html place_select(const std::vector<Theme>& codebook, const http::Form& typed, const Problems& problems) {
  std::vector<govuk::SelectItem> items{{.value = "", .text = "On the upper level"}};
  for (const Theme& each : codebook)
    if (!each.parent && each.use() == Use::InUse)
      items.push_back({.value = each.key, .text = "Below “" + each.wording.name + "”"});
  return govuk::select({.name = "parent",
                        .label = {.text = "Place"},
                        .error = problems.at("parent"),
                        .items = std::move(items),
                        .value = std::string(typed.text("parent"))});
}

struct AddPages {
  const people::Web& web;

  Response show(const Request& request, const Session& session) const {
    return page(request, session, {}, {}, http::Status::Ok);
  }

  Response add(const Request& request, const Session& session) const {
    const Result<http::Form> form = request.form();
    if (!form) return http::problem(form.refusal());
    AddTheme command{std::string(request.parameter("programme")),
                     std::string(trimmed(form->text("key"))),
                     {},
                     wording_in(*form)};
    if (command.key.empty()) command.key = slug(command.wording.name);
    if (!form->text("parent").empty()) command.parent_key = std::string(form->text("parent"));
    const Result<Theme> added = web.journal().perform(session.actor, command);
    if (added) return http::see_other(theme_url(command.programme_key, added->key).text());
    if (added.refusal().kind != Refusal::Kind::Invalid) return http::problem(added.refusal());
    return page(request, session, *form, Problems(added.refusal()), http::Status::UnprocessableContent);
  }

 private:
  Response page(const Request& request, const Session& session, const http::Form& typed,
                const Problems& problems, http::Status status) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    const Result<CodebookView> view =
        codebook_view(snapshot, session.actor, request.parameter("programme"), 1);
    if (!view) return http::problem(view.refusal());
    if (view->may_manage == MayManage::No)
      return http::problem({Refusal::Kind::NotPermitted, "Your role does not allow this.", {}});
    const std::string& key = view->programme.details.key;
    const Html main = fragment(
        h1({class_("govuk-heading-xl")}, "Add a theme"),
        form(Url::path("programmes", key, "codebook", "add"), people::csrf(session), {},
             name_input(typed, problems),
             place_select(themes_of(snapshot, view->programme.id), typed, problems),
             wording_areas(typed, problems),
             govuk::input(
                 {.name = "key",
                  .label = {.text = "Key (optional)"},
                  .hint = "Names the theme in addresses and exports. Made from the name unless you give one; "
                          "it cannot be changed later.",
                  .error = problems.at("key"),
                  .value = std::string(typed.text("key")),
                  .classes = "govuk-input--width-20",
                  .spellcheck = "false"}),
             govuk::button({.text = "Add", .prevents_double_click = true})));
    return web.page(request, session, frame_below_codebook(view->programme, "Add a theme", problems), main,
                    status);
  }
};

struct RevisePages {
  const people::Web& web;

  Response show(const Request& request, const Session& session) const {
    return page(request, session, std::nullopt, {}, http::Status::Ok);
  }

  Response revise(const Request& request, const Session& session) const {
    const Result<http::Form> form = request.form();
    if (!form) return http::problem(form.refusal());
    const auto based_on = http::positive_number(form->text("based-on"));
    const ReviseTheme command{
        std::string(request.parameter("programme")), std::string(request.parameter("theme")),
        based_on && *based_on <= INT32_MAX ? static_cast<int>(*based_on) : 0, wording_in(*form)};
    const Result<Theme> revised = web.journal().perform(session.actor, command);
    if (revised) return http::see_other(theme_url(command.programme_key, command.key).text());
    const Refusal& refusal = revised.refusal();
    if (refusal.kind != Refusal::Kind::Invalid && refusal.kind != Refusal::Kind::Conflict)
      return http::problem(refusal);
    return page(request, session, *form, Problems(refusal), http::status_of(refusal.kind));
  }

  Response retire(const Request& request, const Session& session) const {
    const std::string programme(request.parameter("programme")), key(request.parameter("theme"));
    const Result<Theme> retired = web.journal().perform(session.actor, RetireTheme{programme, key});
    if (!retired) return http::problem(retired.refusal());
    return http::see_other(theme_url(programme, key).text());
  }

 private:
  /// Somebody else was quicker: what the theme says now stands above what was typed, and the next try builds
  /// on it.
  Response page(const Request& request, const Session& session, std::optional<http::Form> typed,
                const Problems& problems, http::Status status) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    const Result<ThemeView> view =
        theme_view(snapshot, session.actor, request.parameter("programme"), request.parameter("theme"));
    if (!view) return http::problem(view.refusal());
    if (view->may_manage == MayManage::No)
      return http::problem({Refusal::Kind::NotPermitted, "Your role does not allow this.", {}});
    const Theme& theme = view->theme;
    const bool is_overtaken = status == http::Status::Conflict;
    if (!typed) typed = as_typed(theme);
    const std::string based_on =
        is_overtaken ? std::to_string(theme.revision) : std::string(typed->text("based-on"));
    const Url here = theme_url(view->programme.details.key, theme.key);
    const Html main = fragment(
        h1({class_("govuk-heading-xl")}, "Revise a theme"),
        p({class_("govuk-body")}, "What is coded with it stays coded. The earlier wording is kept."),
        when(is_overtaken,
             [&] {
               return govuk::inset_text(
                   {.text = fragment("It now says: ", strong({}, theme.wording.name), ". ",
                                     typed_text(theme.wording.definition),
                                     " What you typed is below; sending it replaces this.")});
             }),
        form(Url::path("programmes", view->programme.details.key, "codebook", "themes", theme.key, "revise"),
             people::csrf(session), {}, input({type_("hidden"), name_("based-on"), value_(based_on)}),
             name_input(*typed, problems), wording_areas(*typed, problems),
             div({class_("govuk-button-group")},
                 govuk::button({.text = "Revise", .prevents_double_click = true}),
                 a({class_("govuk-link")}, here, "Cancel"))));
    people::PageFrame frame = frame_below_codebook(view->programme, "Revise", problems);
    frame.title = "Revise " + theme.wording.name + ", " + view->programme.details.name;
    frame.breadcrumbs.insert(frame.breadcrumbs.end() - 1, {.text = theme.wording.name, .href = here});
    return web.page(request, session, frame, main, status);
  }
};

}  // namespace

void add_theme_form_routes(http::Router& router, const people::Web& web) {
  const AddPages adding{web};
  const RevisePages revising{web};
  router.get("/programmes/{programme}/codebook/add",
             web.signed_in([adding](const Request& r, const Session& s) { return adding.show(r, s); }));
  router.post("/programmes/{programme}/codebook/add",
              web.signed_in([adding](const Request& r, const Session& s) { return adding.add(r, s); }));
  router.get("/programmes/{programme}/codebook/themes/{theme}/revise",
             web.signed_in([revising](const Request& r, const Session& s) { return revising.show(r, s); }));
  router.post(
      "/programmes/{programme}/codebook/themes/{theme}/revise",
      web.signed_in([revising](const Request& r, const Session& s) { return revising.revise(r, s); }));
  router.post(
      "/programmes/{programme}/codebook/themes/{theme}/retire",
      web.signed_in([revising](const Request& r, const Session& s) { return revising.retire(r, s); }));
}

}  // namespace sightline::theme
