// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "people/web_pages.h"

#include <algorithm>
#include <stdexcept>

#include "people/session_service.h"

namespace sightline::people {

namespace {

using namespace html;
using http::Status;

/// Lets the files of a form pass by.
struct NoFiles final : http::UploadSink {
  void begin(const http::Upload&) override {}
  void write(std::string_view) override {}
  void end() override {}
};

/// The fields of a form, with files or without.
Result<http::Form> fields_of(const http::Request& request) {
  if (!http::multipart_boundary(request.header("Content-Type").value_or(""))) return request.form();
  NoFiles nowhere;
  return request.multipart(nowhere);
}

constexpr std::size_t kMostInOneLine = 60;

/// The name of a field as words: "reason-overall" is "Reason overall". Its true label is known to the page
/// that it came from alone.
std::string field_in_words(std::string_view name) {
  std::string words(name);
  std::ranges::replace_if(
      words, [](char c) { return c == '-' || c == '_'; }, ' ');
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

/// Fields that our forms fill by themselves: nobody would copy them.
bool is_filled_by_the_form(std::string_view name) {
  constexpr std::string_view kNames[] = {kCsrfField, "action", "based_on", "page", "revision", "then"};
  return std::ranges::find(kNames, name) != std::end(kNames);
}

/// What a form held that came to nothing, so that nothing typed is lost.
Html typed_text(const http::Form& form) {
  Html all;
  for (const auto& [name, value] : form) {
    const bool is_secret = name.find("password") != std::string::npos;
    if (is_secret || is_filled_by_the_form(name) || value.find_first_not_of(" \r\n") == std::string::npos)
      continue;
    if (value.size() <= kMostInOneLine && value.find('\n') == std::string::npos)
      all += govuk::input({.name = name, .label = {.text = field_in_words(name)}, .value = value});
    else
      all += govuk::textarea({.name = name, .label = {.text = field_in_words(name)}, .value = value});
  }
  return all;
}

/// Below no address, and below the front door, lies nothing.
bool lies_below(std::string_view path, std::string_view above) {
  return above.size() > 1 && path.size() > above.size() && path.starts_with(above) &&
         path[above.size()] == '/';
}

/// How one line of the navigation stands on a page; a character, so that a whole navigation is a short key.
enum class Standing : char { LeftOut = '-', Offered = 'o', OnThisPage = 'p', Above = 'a' };

/// "/figures/share" of "/programmes/first/figures/share": what lies below a programme belongs to the line of
/// the navigation that lets one choose the programme. Any other address as it is.
std::string_view without_programme(std::string_view path) {
  constexpr std::string_view kProgrammes = "/programmes/";
  const std::size_t end = path.starts_with(kProgrammes) ? path.find('/', kProgrammes.size()) : path.npos;
  return end == path.npos ? path : path.substr(end);
}

Standing standing_of(const NavigationEntry& entry, const Actor& actor, std::string_view path) {
  if (entry.is_for && !entry.is_for(actor)) return Standing::LeftOut;
  if (path == entry.path) return Standing::OnThisPage;
  const std::string_view place = without_programme(path);
  const bool is_above =
      place == entry.path || lies_below(place, entry.path) || lies_below(place, entry.also_above);
  return is_above ? Standing::Above : Standing::Offered;
}

std::vector<govuk::NavigationItem> items_of(const std::vector<NavigationEntry>& entries,
                                            std::string_view standings) {
  std::vector<govuk::NavigationItem> items;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto standing = static_cast<Standing>(standings[i]);
    if (standing != Standing::LeftOut)
      items.push_back({.text = entries[i].text,
                       .href = Url::local(entries[i].path),
                       .is_current = standing == Standing::OnThisPage,
                       .is_active = standing == Standing::Above});
  }
  return items;
}

Html who_is_signed_in(const Session& session) {
  return div({class_("app-account")},
             a({class_("govuk-link")}, Url::local("/account"), session.actor.name,
               span({class_("govuk-visually-hidden")}, "(your account)")),
             form(Url::local("/sign-out"), csrf(session), {class_("app-account__sign-out")},
                  button({type_("submit"), class_("app-link-button govuk-link")}, "Sign out")));
}

struct Explanation {
  const char* title;
  const char* what_to_do;
};

Explanation explain(Status status) {
  switch (status) {
    case Status::NotFound:
      return {"Page not found",
              "There is no such page, or you may not see it. If you typed the address, check it."};
    case Status::Forbidden:
      return {"You cannot do this",
              "If you think that you should be able to, ask the person who manages accounts."};
    case Status::MethodNotAllowed:
      return {"This page cannot be used that way", "Go back, load the page again and try once more."};
    case Status::Conflict:
      return {"This has changed in the meantime",
              "Go back and load the page again to see how things stand now."};
    case Status::UnprocessableContent:
      return {"This could not be used", "Go back, check what was entered and try again."};
    case Status::ContentTooLarge:
      return {"This is too large", "Go back and send less at once."};
    case Status::ServiceUnavailable:
      return {"Sorry, the service is busy", "Wait a minute and try again. Nothing was changed."};
    case Status::InsufficientStorage:
      return {"There is no room left",
              "Nothing was changed. Tell the person who runs the service; then try again."};
    default:
      break;
  }
  if (static_cast<int>(status) >= 500)
    return {"Sorry, there is a problem with the service", "Try again later."};
  return {"This request could not be understood", "Go back, load the page again and try once more."};
}

}  // namespace

html::CsrfToken csrf(const Session& session) {
  return {session.form_token};
}

std::optional<http::Response> refuse_foreign_form(const http::Request& request, std::string_view form_token) {
  constexpr const char* kSentence =
      "This form did not come from a page of this site that was made for you. Load the page again and send "
      "it "
      "once more.";
  if (!is_from_this_site(request)) return http::problem(Status::Forbidden, kSentence);
  const Result<http::Form> form = fields_of(request);
  if (!form) return http::problem(form.refusal());
  if (!is_same_secret(form->text(kCsrfField), form_token)) return http::problem(Status::Forbidden, kSentence);
  return std::nullopt;
}

http::Handler Web::signed_in(SignedInHandler handler) const {
  return [this, handler = std::move(handler)](const http::Request& request) -> http::Response {
    const std::optional<Session> session = session_of(request);
    if (!session) return ask_to_sign_in(request);
    if (changes_something(request.method))
      if (auto refusal = refuse_foreign_form(request, session->form_token)) return *std::move(refusal);
    return handler(request, *session);
  };
}

http::Handler Web::signed_in_reading(ReadingHandler handler) const {
  return [this, handler = std::move(handler)](const http::Request& request) -> http::Response {
    if (changes_something(request.method)) throw std::logic_error("a page that only reads got a form");
    const std::optional<std::string> token = request.cookie(kSessionCookie);
    if (!token || token->empty()) return ask_to_sign_in(request);
    const Timestamp now = parts_.journal.clock().now();
    std::optional<Session> session;
    const auto answer = [&] {
      sql::Snapshot snapshot = parts_.journal.snapshot();
      session = people::session_of(snapshot, *token, now);
      return session ? handler(request, *session, snapshot) : ask_to_sign_in(request);
    };
    http::Response response = answer();
    if (session) keep_alive(parts_.database, *session, now);
    return response;
  };
}

http::RouteOptions Web::upload(std::uint64_t most_bytes) const {
  return {.body_bytes = most_bytes, .before_body = [this](const http::Request& request) {
            return session_of(request) && is_from_this_site(request) ? std::nullopt
                                                                     : std::optional(ask_to_sign_in(request));
          }};
}

std::optional<Session> Web::session_of(const http::Request& request) const {
  return people::session_of(parts_.journal, parts_.database, request);
}

http::Response Web::ask_to_sign_in(const http::Request& request) const {
  if (!changes_something(request.method))
    return http::see_other(Url::local("/sign-in").with("then", request.target).text());
  if (!is_from_this_site(request)) return http::problem(Status::Forbidden);
  const Result<http::Form> typed = request.form();
  const Html main =
      fragment(h1({class_("govuk-heading-l")}, "You have been signed out"),
               p({class_("govuk-body")}, "Nothing was saved. Copy what you typed from here, then ",
                 a({class_("govuk-link")}, Url::local("/sign-in"), "sign in again"), "."),
               typed ? typed_text(*typed) : Html());
  return page_for_anybody({.title = "You have been signed out"}, main, Status::Forbidden);
}

std::shared_ptr<const html::Frame> Web::frame_for(const Actor& actor, std::string_view path) const {
  std::string standings;
  for (const NavigationEntry& entry : parts_.navigation)
    standings += static_cast<char>(standing_of(entry, actor, path));
  return frames_->of(standings, [&] {
    return html::Frame({.navigation = items_of(parts_.navigation, standings), .assets = parts_.assets});
  });
}

html::Layout Web::layout(const PageFrame& frame) const {
  return {.title = frame.title,
          .banner = frame.banner,
          .breadcrumbs = frame.breadcrumbs,
          .back = frame.back,
          .problems = frame.problems,
          .scripts = frame.scripts,
          .assets = parts_.assets};
}

http::Response Web::page(const http::Request& request, const Session& session, const PageFrame& frame,
                         const html::Html& main, http::Status status) const {
  html::Layout whole = layout(frame);
  whole.account = who_is_signed_in(session);
  const auto written =
      std::make_shared<const Html>(frame_for(session.actor, request.path)->around(whole, main));
  return http::html({written, written->view()}, status);
}

http::Response Web::page_for_anybody(const PageFrame& frame, const html::Html& main,
                                     http::Status status) const {
  return http::html(html::page(layout(frame), main).release(), status);
}

http::Response Web::problem_page(const http::Problem& problem, const http::Request& request) const {
  const auto [title, what_to_do] = explain(problem.status);
  // Only to a page of ours: another site must not make this one show words of its choice.
  const bool is_ours = changes_something(request.method) && is_from_this_site(request);
  const Result<http::Form> typed = is_ours ? request.form() : Result<http::Form>(http::Form());
  const Html given_back = typed ? typed_text(*typed) : Html();
  const Html main =
      fragment(h1({class_("govuk-heading-l")}, title),
               when(!problem.sentence.empty(), [&] { return p({class_("govuk-body")}, problem.sentence); }),
               p({class_("govuk-body")}, what_to_do),
               when(!problem.incident.empty(),
                    [&] {
                      return p({class_("govuk-body")}, "When you report this, give the number ",
                               strong({}, problem.incident), ".");
                    }),
               when(!given_back.empty(), [&] {
                 return fragment(h2({class_("govuk-heading-m")}, "What you typed"),
                                 p({class_("govuk-body")}, "You can copy it from here."), given_back);
               }));
  return page_for_anybody({.title = title}, main, problem.status);
}

}  // namespace sightline::people
