// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The editor of a section. The preview is made by the server in either case: on the
// page itself when "Preview" is pressed, and as a piece of markup for web/report.ts,
// which asks for it while somebody writes.

#include <algorithm>

#include "base/number.h"
#include "base/text.h"
#include "report/section_pages.h"
#include "report/shared_pages.h"

namespace sightline::report {

namespace {

using namespace html;
using http::Request;
using http::Response;
using people::Session;

/// What stands in the editor, and beside it.
struct Editing {
  http::Form typed;  ///< As recorded, or as typed when the page comes back.
  Problems problems{};
  std::optional<Section> meanwhile{};  ///< On a conflict: what somebody else recorded.
  http::Status status = http::Status::Ok;
};

/// A report with the section that is edited; none when one is added.
struct Desk {
  programme::Programme programme;
  Report report;
  std::optional<Section> section;

  int number() const { return section ? section->number : 0; }
  Url address() const {
    const std::string& key = programme.details.key;
    return section ? section_url(key, report.key, section->number)
                   : Url::path("programmes", key, "reports", report.key, "sections", "add");
  }
};

SectionText text_in(const http::Form& form) {
  return {std::string(form.text("title")), with_plain_line_ends(form.text("markdown"))};
}

http::Form as_recorded(const Section& section) {
  return {{"based-on", std::to_string(section.revision)},
          {"title", section.title},
          {"markdown", section.markdown}};
}

/// What is typed, for its preview, where a heading needs words.
SectionText to_preview(const http::Form& form) {
  SectionText text = text_in(form);
  if (trimmed(text.title).empty()) text.title = "No title yet";
  return text;
}

/// "Line 14: There is no figure “x”."
std::string in_line(const LineProblem& problem) {
  return (problem.line > 0 ? "Line " + std::to_string(problem.line) + ": " : std::string()) +
         problem.sentence;
}

/// What is told once the preview has changed.
std::string state_of(const Draft& draft) {
  if (draft.problems.empty()) return "No problems.";
  return counted(std::ssize(draft.problems), "problem", "problems") + ".";
}

bool shows_every_word(const Draft& draft, const ComposedSection& section) {
  const std::vector<markdown::ExtractUse> quoted = markdown::extracts_of(section.document);
  return std::ranges::all_of(
      quoted, [&](const markdown::ExtractUse& use) { return draft.words.contains(use.number); });
}

/// What the section would look like. web/report.ts puts the same markup in its place.
Html preview_html(const Draft& draft, const Desk& desk) {
  const int number = desk.number();
  const std::string whole_draft =
      std::string(report_url(desk.programme.details.key, desk.report.key).text()) + "/draft";
  const auto section = std::ranges::find(draft.composed.sections, number, &ComposedSection::number);
  const SectionHtmlOptions options{.heading_shift = 2,
                                   .page_of = [&](const ComposedSection&) { return whole_draft; },
                                   .explanation_of = {},
                                   .provisional_entry = draft.entry};
  return div(
      {class_("app-preview__content"), data_("state", state_of(draft))},
      p({class_("govuk-hint app-small")}, "Every figure is provisional, as of entry ", draft.entry, ".",
        when(!shows_every_word(draft, *section),
             [] {
               return fragment(
                   " The words of an extract are shown here to those who may see the evidence. Whoever "
                   "publishes reads them on the page “Publish”.");
             })),
      when(!draft.problems.empty(),
           [&] {
             return div(
                 {class_("app-preview__problems")},
                 h3({class_("govuk-heading-s")}, "Before it can be published"),
                 ul({class_("govuk-list govuk-list--bullet")},
                    each(draft.problems, [](const LineProblem& each) { return li({}, in_line(each)); })));
           }),
      div({class_("app-preview__text")},
          section_html(draft.composed, *section, draft.figures, draft.words, options)));
}

/// Words that are typed as they stand.
Html typed_as(const char* words) {
  return code({class_("app-code")}, words);
}

Html inputs(const Editing& editing, bool is_new) {
  const http::Form& typed = editing.typed;
  return fragment(
      when(!is_new,
           [&] {
             return input({type_("hidden"), name_("based-on"), value_(typed.text("based-on"))});
           }),
      govuk::input({.name = "title",
                    .label = {.text = "Title", .classes = "govuk-label--s"},
                    .hint = "A finding in one sentence, in plain text.",
                    .error = editing.problems.at("title"),
                    .value = std::string(typed.text("title"))}),
      govuk::textarea({.name = "markdown",
                       .label = {.text = "Text", .classes = "govuk-label--s"},
                       .hint = fragment("Markdown. Headings begin with ", typed_as("##"),
                                        ". To quote an extract of evidence, write its number alone between a "
                                        "line ",
                                        typed_as("```extract"), " and a line ", typed_as("```"),
                                        ". Say in your own words what kind of source it was, and never "
                                        "who."),
                       .error = editing.problems.at("markdown"),
                       .value = std::string(typed.text("markdown")),
                       .rows = 24,
                       .classes = "app-editor__text",
                       .spellcheck = "true"}),
      div({class_("govuk-button-group")},
          govuk::button({.text = "Preview",
                         .name = "action",
                         .value = "preview",
                         .classes = "govuk-button--secondary"}),
          govuk::button({.text = is_new ? "Add the section" : "Save",
                         .name = "action",
                         .value = "save",
                         .prevents_double_click = true})));
}

Html figure_row(const OfferedFigure& figure) {
  return tr(
      {class_("govuk-table__row")},
      td({class_("govuk-table__cell")},
         code({class_("app-code app-figure-reference")}, "{figure:" + figure.key + "}"), br(), figure.title),
      td({class_("govuk-table__cell")}, figure.text));
}

/// The figures that may be used, a page at a time. Its buttons send the whole form, so what is typed stays.
Html offered(const Page<OfferedFigure>& figures, const http::Form& typed) {
  const auto turn = [](const char* words, std::int64_t page) {
    return button({type_("submit"), name_("figures"), value_(std::to_string(page)),
                   class_("app-link-button govuk-link")},
                  words);
  };
  const Cut& cut = figures.cut;
  const auto header = [](const char* words) {
    return th({class_("govuk-table__header"), attribute_("scope", "col")}, words);
  };
  return html::section(
      {class_("app-offered"), id_("figures")}, h2({class_("govuk-heading-m")}, "Figures to use"),
      p({class_("govuk-body app-small")},
        "Copy what stands in braces into a sentence. For a table or chart write its key alone between a "
        "line ",
        typed_as("```figure"), " and a line ", typed_as("```"), "."),
      div({class_("app-offered__find")},
          govuk::input({.name = "find",
                        .label = {.text = "Find a figure"},
                        .value = std::string(typed.text("find")),
                        .classes = "govuk-input--width-20",
                        .spellcheck = "false"}),
          govuk::button(
              {.text = "Find", .name = "action", .value = "find", .classes = "govuk-button--secondary"})),
      cut.total == 0
          ? p({class_("govuk-body")}, "There is no such figure.")
          : fragment(
                div({class_("app-scroll"), role_("region"), aria_("label", "Figures to use"),
                     attribute_("tabindex", 0)},
                    table({class_("govuk-table app-small")},
                          thead({class_("govuk-table__head")},
                                tr({class_("govuk-table__row")}, header("Figure"), header("At this moment"))),
                          tbody({class_("govuk-table__body")}, each(figures.items, figure_row)))),
                div({class_("govuk-body-s app-offered__turn")},
                    when(cut.number > 1, [&] { return turn("Earlier figures", cut.number - 1); }),
                    when(cut.pages > 1, [&] { return span({}, "Page ", cut.number, " of ", cut.pages); }),
                    when(cut.number < cut.pages, [&] { return turn("More figures", cut.number + 1); }))));
}

Html conflict(const Desk& desk, const Editing& editing) {
  if (!editing.meanwhile) return {};
  return fragment(
      govuk::notification_banner(
          {.content = fragment(
               p({class_("govuk-notification-banner__heading")},
                 "Somebody else changed this section while you were writing."),
               p({class_("govuk-body")},
                 "What they recorded stands first. What you typed is in the form below, and is kept in the ",
                 a({class_("govuk-notification-banner__link")},
                   section_url(desk.programme.details.key, desk.report.key, desk.number(), "history"),
                   "history"),
                 ". Bring the two together, then save: your version becomes the next revision."))}),
      h2({class_("govuk-heading-m")}, "What it says now, revision ", editing.meanwhile->revision),
      p({class_("govuk-body govuk-!-font-weight-bold")}, editing.meanwhile->title),
      typed_markdown(editing.meanwhile->markdown), h2({class_("govuk-heading-m")}, "What you typed"));
}

class Editor {
 public:
  explicit Editor(const people::Web& web) : web_(web) {}

  Response show(const Request& request, const Session& session) const {
    sql::Snapshot snapshot = web_.journal().snapshot();
    const Result<Desk> desk = open(snapshot, request, session);
    if (!desk) return http::problem(desk.refusal());
    return page(request, session, snapshot, *desk,
                {.typed = desk->section ? as_recorded(*desk->section) : http::Form{}});
  }

  /// Saves, or shows the page again with what was typed and its preview.
  Response take(const Request& request, const Session& session) const {
    const Result<http::Form> form = request.form();
    if (!form) return http::problem(form.refusal());
    if (form->text("action") == "save") return save(request, session, *form);
    sql::Snapshot snapshot = web_.journal().snapshot();
    const Result<Desk> desk = open(snapshot, request, session);
    if (!desk) return http::problem(desk.refusal());
    return page(request, session, snapshot, *desk, {.typed = *form});
  }

  /// The preview alone, for web/report.ts.
  Response preview(const Request& request, const Session& session) const {
    const Result<http::Form> form = request.form();
    if (!form) return http::problem(form.refusal());
    sql::Snapshot snapshot = web_.journal().snapshot();
    const Result<Desk> desk = open(snapshot, request, session);
    if (!desk) return http::problem(desk.refusal());
    const Draft draft = preview_of(snapshot, session.actor, desk->report, desk->number(), to_preview(*form));
    return http::html(preview_html(draft, *desk).release());
  }

 private:
  static bool is_adding(const Request& request) {
    return std::ranges::none_of(request.captured, [](const auto& each) { return each.first == "section"; });
  }

  static Result<Desk> open(sql::Reader& reader, const Request& request, const Session& session) {
    SIGHTLINE_TRY(auto opened, report_of(reader, session.actor, request.parameter("programme"),
                                         request.parameter("report")));
    Desk desk{std::move(opened.programme), std::move(opened.report), std::nullopt};
    if (is_adding(request)) return desk;
    const Section* section = find(desk.report, number_in(request));
    if (section == nullptr) return no_such_section();
    desk.section = *section;
    return desk;
  }

  Response save(const Request& request, const Session& session, const http::Form& form) const {
    const std::string programme = request.parameter("programme"), report = request.parameter("report");
    const SectionText text = text_in(form);
    const auto based_on = http::positive_number(form.text("based-on")).value_or(0);
    const Result<Section> saved =
        is_adding(request)
            ? web_.journal().perform(session.actor, AddSection{programme, report, text.title, text.markdown})
            : revise_or_set_aside(web_.journal(), session.actor,
                                  ReviseSection{programme, report, number_in(request),
                                                based_on <= INT32_MAX ? static_cast<int>(based_on) : 0,
                                                text.title, text.markdown});
    if (saved)
      return http::see_other(section_url(programme, report, saved->number).with("done", "saved").text());
    return again(request, session, form, saved.refusal());
  }

  Response again(const Request& request, const Session& session, const http::Form& form,
                 const Refusal& refusal) const {
    const bool is_conflict = refusal.kind == Refusal::Kind::Conflict;
    if (!is_conflict && refusal.kind != Refusal::Kind::Invalid) return http::problem(refusal);
    sql::Snapshot snapshot = web_.journal().snapshot();
    const Result<Desk> desk = open(snapshot, request, session);
    if (!desk)
      return is_conflict ? removed(request, session, snapshot, form, refusal) : http::problem(desk.refusal());
    Editing editing{.typed = form,
                    .problems = is_conflict ? Problems() : Problems(refusal),
                    .meanwhile = is_conflict ? desk->section : std::nullopt,
                    .status = http::status_of(refusal.kind)};
    if (is_conflict)
      editing.typed = {{"based-on", std::to_string(desk->section->revision)},
                       {"title", std::string(form.text("title"))},
                       {"markdown", std::string(form.text("markdown"))}};
    return page(request, session, snapshot, *desk, editing);
  }

  /// The section is gone: what was typed is kept, and shown.
  Response removed(const Request& request, const Session& session, sql::Reader& reader,
                   const http::Form& form, const Refusal& refusal) const {
    const Result<OpenedReport> opened =
        report_of(reader, session.actor, request.parameter("programme"), request.parameter("report"));
    if (!opened) return http::problem(opened.refusal());
    const SectionText typed = text_in(form);
    const std::string& programme = opened->programme.details.key;
    const Html main = fragment(
        h1({class_("govuk-heading-xl")}, refusal.message),
        p({class_("govuk-body")}, "What you typed is kept in the ",
          a({class_("govuk-link")}, section_url(programme, opened->report.key, number_in(request), "history"),
            "history of the section"),
          ", which says who removed it and why."),
        h2({class_("govuk-heading-m")}, "What you typed"),
        p({class_("govuk-body govuk-!-font-weight-bold")}, typed.title), typed_markdown(typed.markdown));
    return web_.page(request, session,
                     frame_below_reports(opened->programme, &opened->report, "Removed section"), main,
                     http::Status::Conflict);
  }

  Response page(const Request& request, const Session& session, sql::Reader& reader, const Desk& desk,
                const Editing& editing) const {
    const std::string& programme = desk.programme.details.key;
    const Draft draft =
        preview_of(reader, session.actor, desk.report, desk.number(), to_preview(editing.typed));
    const auto figures = offered_figures(reader, session.actor, programme, editing.typed.text("find"),
                                         http::positive_number(editing.typed.text("figures")).value_or(1));
    const std::string preview_at = std::string(desk.address().text()) + "/preview";
    const std::string title = desk.section ? desk.section->title : "Add a section";
    const Html main = fragment(
        when(
            request.query.text("done") == "saved" && editing.status == http::Status::Ok &&
                request.method == http::Method::Get,
            [] { return govuk::notification_banner({.text = "The section is saved.", .is_success = true}); }),
        span({class_("govuk-caption-l")}, desk.report.title), h1({class_("govuk-heading-l")}, title),
        when(desk.section.has_value(),
             [&] {
               return p({class_("govuk-body app-small")}, "Section ", desk.section->position, ", revision ",
                        desk.section->revision, ". ",
                        a({class_("govuk-link")},
                          section_url(programme, desk.report.key, desk.number(), "history"), "History"));
             }),
        conflict(desk, editing),
        form(desk.address(), people::csrf(session),
             {class_("app-editor"), data_("module", "app-report"), data_("preview-at", preview_at),
              data_("preview", "preview")},
             div({class_("app-editor__write")}, inputs(editing, !desk.section.has_value())),
             html::section(
                 {class_("app-preview"), aria_("labelledby", "preview-heading"), attribute_("tabindex", 0)},
                 h2({class_("govuk-heading-m"), id_("preview-heading")}, "Preview"),
                 p({class_("govuk-body app-preview__state"), role_("status")}),
                 div({id_("preview")}, preview_html(draft, desk))),
             offered(figures, editing.typed)));
    people::PageFrame frame = frame_below_reports(desk.programme, &desk.report, title, editing.problems);
    return web_.page(request, session, frame, main, editing.status);
  }

  const people::Web& web_;
};

}  // namespace

void add_editor_routes(http::Router& router, const people::Web& web) {
  const Editor editor{web};
  const auto show = web.signed_in([editor](const Request& r, const Session& s) { return editor.show(r, s); });
  const auto take = web.signed_in([editor](const Request& r, const Session& s) { return editor.take(r, s); });
  const auto preview =
      web.signed_in([editor](const Request& r, const Session& s) { return editor.preview(r, s); });
  router.get("/programmes/{programme}/reports/{report}/sections/add", show);
  router.post("/programmes/{programme}/reports/{report}/sections/add", take);
  router.post("/programmes/{programme}/reports/{report}/sections/add/preview", preview);
  router.get("/programmes/{programme}/reports/{report}/sections/{section}", show);
  router.post("/programmes/{programme}/reports/{report}/sections/{section}", take);
  router.post("/programmes/{programme}/reports/{report}/sections/{section}/preview", preview);
}

}  // namespace sightline::report
