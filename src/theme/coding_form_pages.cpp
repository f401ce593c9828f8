// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include <algorithm>

#include "base/utf8.h"
#include "evidence/shared_pages.h"
#include "theme/shared_pages.h"

namespace sightline::theme {

namespace {

using namespace html;
using people::Session;

Refusal not_a_passage(const char* field, const char* message) {
  return {Refusal::Kind::Invalid, "The passage was not coded.", {{field, message}}};
}

std::optional<std::int64_t> offset_in(std::string_view text) {
  return text == "0" ? std::optional<std::int64_t>(0) : http::positive_number(text);
}

/// What a script found selected, as code points; nothing for a form without.
std::optional<Range> selected_in(const http::Form& form) {
  const auto begin = offset_in(form.text("begin")), end = offset_in(form.text("end"));
  return begin && end ? std::optional(Range{*begin, *end}) : std::nullopt;
}

/// What was selected before the form came back.
Html selection(const CodingView& view, const http::Form& typed) {
  const auto selected = selected_in(typed);
  const bool is_there =
      selected && selected->begin < selected->end && selected->end <= view.document.document.length;
  std::string words;
  if (is_there)
    words = "Selected: “" +
            std::string(utf8::slice(view.document.text, static_cast<std::size_t>(selected->begin),
                                    static_cast<std::size_t>(selected->end))) +
            "”";
  const auto hidden = [&](const char* name) {
    return input({type_("hidden"), name_(name), value_(is_there ? typed.text(name) : std::string_view())});
  };
  return fragment(hidden("begin"), hidden("end"),
                  p({class_("govuk-body-s app-coding__selected app-typed"), role_("status")}, words));
}

Html paragraph_inputs(const http::Form& typed, const Problems& problems) {
  const auto box = [&](const char* name, const char* label) {
    return govuk::input({.name = name,
                         .label = {.text = label},
                         .error = problems.at(name),
                         .value = std::string(typed.text(name)),
                         .classes = "govuk-input--width-4",
                         .inputmode = "numeric"});
  };
  return div({class_("app-coding__paragraphs")}, box("passage", "From paragraph"),
             box("last", "To paragraph (optional)"));
}

/// A theme of the upper level and those below it.
Html group_of(const Theme& top, const std::vector<Theme>& codebook,
              const std::vector<std::string_view>& chosen) {
  const auto choice = [&](const Theme& theme, const char* classes) {
    return govuk::Choice{.value = theme.key,
                         .text = theme.wording.name,
                         .is_checked = std::ranges::find(chosen, theme.key) != chosen.end(),
                         .id = "theme-" + theme.key,
                         .label_classes = classes};
  };
  govuk::Checkboxes boxes{.name = "themes",
                          .items = {choice(top, "app-theme--upper")},
                          .id_prefix = "themes-" + top.key,
                          .classes = "govuk-checkboxes--small app-themes__group",
                          .has_fieldset = false};
  for (const Theme& each : codebook)
    if (each.parent == top.id && each.use() == Use::InUse)
      boxes.items.push_back(choice(each, "app-theme--below"));
  return govuk::checkboxes(boxes);
}

Html theme_boxes(const CodingView& view, const http::Form& typed, const Problems& problems) {
  const std::vector<std::string_view> chosen = typed.all("themes");
  Html groups;
  for (const Theme& each : view.codebook)
    if (!each.parent && each.use() == Use::InUse) groups += group_of(each, view.codebook, chosen);
  const Content error = problems.at("themes");
  return govuk::form_group(
      govuk::FormGroup{}, error,
      {govuk::fieldset(
          {.legend = {.text = "Themes", .classes = "govuk-fieldset__legend--s"},
           .described_by = error.empty() ? "" : "themes-error"},
          fragment(when(!error.empty(),
                        [&] { return govuk::error_message({.text = error, .id = "themes-error"}); }),
                   div({id_("themes"), class_("app-themes"), attribute_("tabindex", "-1")}, groups)))});
}

}  // namespace

Result<Range> passage_in(const http::Form& form, const std::vector<evidence::Paragraph>& paragraphs) {
  if (!form.text("begin").empty() || !form.text("end").empty()) {
    const auto selected = selected_in(form);
    if (!selected) return not_a_passage("passage", "Select the passage again.");
    return *selected;
  }
  const auto count = static_cast<std::int64_t>(paragraphs.size());
  const auto first = http::positive_number(form.text("passage"));
  if (!first || *first > count)
    return not_a_passage("passage", "Enter the number of the paragraph with which the passage begins.");
  const auto last = form.text("last").empty() ? first : http::positive_number(form.text("last"));
  if (!last || *last > count || *last < *first)
    return not_a_passage("last", "Enter the number of the paragraph with which the passage ends.");
  return Range{paragraphs[static_cast<std::size_t>(*first - 1)].range.begin,
               paragraphs[static_cast<std::size_t>(*last - 1)].range.end};
}

Html coding_form(const CodingView& view, const Session& session, const http::Form& typed,
                 const Problems& problems) {
  if (view.document.replaced_by || !view.document.held.may(CodePassage::kNeeds)) return {};
  const Html title = h2({class_("govuk-heading-m"), id_("code")}, "Code a passage");
  const bool has_themes =
      std::ranges::any_of(view.codebook, [](const Theme& each) { return each.use() == Use::InUse; });
  const Html to_codebook = a({class_("govuk-link")}, codebook_url(view.programme_key), "codebook");
  if (!has_themes)
    return fragment(title,
                    p({class_("govuk-body")}, "The ", to_codebook, " of this programme has no themes yet."));
  return form(Url::path("inspections", view.document.inspection.key, "evidence",
                        view.document.document.number, "codings"),
              people::csrf(session), {data_("module", "app-coding"), data_("text", "text")}, title,
              selection(view, typed), paragraph_inputs(typed, problems), theme_boxes(view, typed, problems),
              p({class_("govuk-body-s")}, "What each of them means: ", to_codebook, "."),
              govuk::textarea({.name = "memo",
                               .label = {.text = "Memo (optional)"},
                               .hint = "Enter no name and nothing that leads to a child.",
                               .error = problems.at("memo"),
                               .value = std::string(typed.text("memo")),
                               .rows = 2}),
              govuk::button({.text = "Code the passage", .prevents_double_click = true}));
}

}  // namespace sightline::theme
