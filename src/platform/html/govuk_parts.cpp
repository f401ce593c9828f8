// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Label, hint, error message, fieldset: the pieces inside every field.

#include "platform/html/govuk_parts.h"

#include "platform/html/elements.h"

namespace sightline::html::govuk {

std::string words(std::initializer_list<std::string_view> list) {
  std::string all;
  for (const auto word : list) {
    if (word.empty()) continue;
    if (!all.empty()) all += ' ';
    all += word;
  }
  return all;
}

Html label(const Label& options) {
  return label_for(options, options.for_id);
}

Html label_for(const Label& options, std::string_view id) {
  if (options.text.empty()) return {};
  const Html made = html::label(
      {classes_({"govuk-label", options.classes}), all_(options.attributes), for_(id)}, options.text);
  return options.is_page_heading ? h1({class_("govuk-label-wrapper")}, made) : made;
}

Html hint(const Hint& options) {
  return div({id_(options.id), classes_({"govuk-hint", options.classes}), all_(options.attributes)},
             options.text);
}

Html error_message(const ErrorMessage& options) {
  const std::string& hidden = options.visually_hidden_text;
  return p({id_(options.id), classes_({"govuk-error-message", options.classes}), all_(options.attributes)},
           when(!hidden.empty(),
                [&] { return fragment(span({class_("govuk-visually-hidden")}, hidden, ":"), " "); }),
           options.text);
}

Html fieldset(const Fieldset& options, PartList content) {
  const Legend& asked = options.legend;
  const Html question = when(!asked.text.empty(), [&] {
    return html::legend(
        {classes_({"govuk-fieldset__legend", asked.classes})},
        asked.is_page_heading ? h1({class_("govuk-fieldset__heading")}, asked.text) : Html(asked.text));
  });
  return html::fieldset({classes_({"govuk-fieldset", options.classes}), optional_("role", options.role),
                         optional_("aria-describedby", options.described_by), all_(options.attributes)},
                        question, content);
}

FieldNotes field_notes(std::string_view id, const Content& hint_text, const Content& error_text,
                       std::string_view described_by, std::string_view hint_classes) {
  FieldNotes made;
  std::string hint_id, error_id;
  if (!hint_text.empty()) {
    hint_id = std::string(id) + "-hint";
    made.notes += hint({.text = hint_text, .id = hint_id, .classes = std::string(hint_classes)});
  }
  if (!error_text.empty()) {
    error_id = std::string(id) + "-error";
    made.notes += error_message({.text = error_text, .id = error_id});
  }
  made.described_by = words({described_by, hint_id, error_id});
  return made;
}

Html form_group(const FormGroup& group, const Content& error_text, PartList content) {
  return div(
      {classes_({"govuk-form-group", error_text.empty() ? "" : "govuk-form-group--error", group.classes}),
       all_(group.attributes)},
      content);
}

}  // namespace sightline::html::govuk
