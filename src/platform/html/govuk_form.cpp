// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Fields one writes into: input, password, text area, date, file; and select.

#include "platform/html/govuk_form.h"

#include "platform/html/elements.h"
#include "platform/html/govuk_button.h"
#include "platform/html/govuk_parts.h"

namespace sightline::html::govuk {
namespace {

Html affix(const Affix& options, std::string_view which) {
  if (options.text.empty()) return {};
  return div({classes_({which, options.classes}), aria_("hidden", "true"), all_(options.attributes)},
             options.text);
}

const std::string& id_or_name(const std::string& id, const std::string& name) {
  return id.empty() ? name : id;
}

std::string with_capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

Html date_box(const DateInput& options, const DateInputItem& item, bool is_marked) {
  const bool has_width = item.classes.find("govuk-input--width-") != std::string::npos;
  const bool is_year = item.name.ends_with("year");
  return div({class_("govuk-date-input__item")},
             input({.name = options.name_prefix.empty() ? item.name : options.name_prefix + "-" + item.name,
                    .label = {.text = item.label.empty() ? with_capital(item.name) : item.label,
                              .classes = "govuk-date-input__label"},
                    .value = item.value,
                    .id = item.id.empty() ? options.id + "-" + item.name : item.id,
                    .classes = words({"govuk-date-input__input", is_marked ? "govuk-input--error" : "",
                                      has_width ? ""
                                      : is_year ? "govuk-input--width-4"
                                                : "govuk-input--width-2",
                                      item.classes}),
                    .autocomplete = item.autocomplete,
                    .inputmode = item.inputmode,
                    .pattern = item.pattern,
                    .attributes = item.attributes}));
}

bool is_marked_already(const DateInputItem& item) {
  return item.classes.find("govuk-input--error") != std::string::npos;
}

}  // namespace

Html input(const Input& options) {
  const std::string& id = id_or_name(options.id, options.name);
  const FieldNotes notes = field_notes(id, options.hint, options.error, options.described_by);
  const Html field = html::input(
      {classes_({"govuk-input", options.classes, options.error.empty() ? "" : "govuk-input--error"}), id_(id),
       name_(options.name), type_(options.type), optional_("spellcheck", options.spellcheck),
       optional_("value", options.value), flag_("disabled", options.is_disabled),
       optional_("aria-describedby", notes.described_by), optional_("autocomplete", options.autocomplete),
       optional_("autocapitalize", options.autocapitalize), optional_("pattern", options.pattern),
       optional_("inputmode", options.inputmode), all_(options.attributes)});

  const FormGroup& group = options.form_group;
  const bool is_alone = options.prefix.text.empty() && options.suffix.text.empty() && group.before.empty() &&
                        group.after.empty();
  const Html wrapped = is_alone ? field
                                : div({classes_({"govuk-input__wrapper", options.wrapper_classes}),
                                       all_(options.wrapper_attributes)},
                                      group.before, affix(options.prefix, "govuk-input__prefix"), field,
                                      affix(options.suffix, "govuk-input__suffix"), group.after);
  return form_group(group, options.error, {label_for(options.label, id), notes.notes, wrapped});
}

Html password_input(const PasswordInput& options) {
  const std::string& id = id_or_name(options.id, options.name);
  const Html toggle =
      button({.text = "Show",
              .type = "button",
              .classes = words({"govuk-button--secondary govuk-password-input__toggle "
                                "govuk-js-password-input-toggle",
                                options.button_classes}),
              .attributes = {aria_("controls", id), aria_("label", "Show password"), flag_("hidden")}});
  return input(
      {.name = options.name,
       .label = options.label,
       .hint = options.hint,
       .error = options.error,
       .value = options.value,
       .id = id,
       .type = "password",
       .classes = words({"govuk-password-input__input govuk-js-password-input-input", options.classes}),
       .autocomplete = options.autocomplete,
       .autocapitalize = "none",
       .spellcheck = "false",
       .described_by = options.described_by,
       .is_disabled = options.is_disabled,
       .form_group = {.classes = words({"govuk-password-input", options.form_group.classes}),
                      .attributes = {data_("module", "govuk-password-input"),
                                     all_(options.form_group.attributes)},
                      .before = options.form_group.before,
                      .after = fragment(toggle, options.form_group.after)},
       .wrapper_classes = "govuk-password-input__wrapper",
       .attributes = options.attributes});
}

Html textarea(const Textarea& options) {
  const std::string& id = id_or_name(options.id, options.name);
  const FieldNotes notes = field_notes(id, options.hint, options.error, options.described_by);
  const Html field = html::textarea(
      {classes_({"govuk-textarea", options.error.empty() ? "" : "govuk-textarea--error", options.classes}),
       id_(id), name_(options.name), attribute_("rows", options.rows),
       optional_("spellcheck", options.spellcheck), flag_("disabled", options.is_disabled),
       optional_("aria-describedby", notes.described_by), optional_("autocomplete", options.autocomplete),
       all_(options.attributes)},
      options.value);
  return form_group(options.form_group, options.error,
                    {label_for(options.label, id), notes.notes, options.form_group.before, field,
                     options.form_group.after});
}

Html character_count(const CharacterCount& options) {
  const std::string& id = id_or_name(options.id, options.name);
  const bool has_word_limit = options.max_words > 0;
  const int limit = has_word_limit ? options.max_words : options.max_length;
  const std::string_view count_type =
      options.count_type.empty() && has_word_limit ? "words" : std::string_view(options.count_type);
  const bool counts_words = count_type == "words";
  const std::string limit_text = std::to_string(limit), threshold = std::to_string(options.threshold);
  const Html message =
      hint({.text = fragment("You can enter up to ", limit, counts_words ? " words" : " characters"),
            .id = id + "-info",
            .classes = words({"govuk-character-count__message", options.count_message_classes})});
  const Attributes attributes{
      data_("module", "govuk-character-count"),
      limit == 0 ? flag_("data-maxlength", false)
                 : data_(has_word_limit ? AttributeName("maxwords") : AttributeName("maxlength"), limit_text),
      optional_("data-threshold", options.threshold == 0 ? "" : threshold),
      optional_("data-count-type", count_type), all_(options.form_group.attributes)};
  return textarea({.name = options.name,
                   .label = options.label,
                   .hint = options.hint,
                   .error = options.error,
                   .value = options.value,
                   .id = id,
                   .rows = options.rows,
                   .classes = words({"govuk-js-character-count", options.classes}),
                   .spellcheck = options.spellcheck,
                   .described_by = id + "-info",
                   .form_group = {.classes = words({"govuk-character-count", options.form_group.classes}),
                                  .attributes = attributes,
                                  .before = options.form_group.before,
                                  .after = fragment(message, options.form_group.after)},
                   .attributes = options.attributes});
}

Html select(const Select& options) {
  const std::string& id = id_or_name(options.id, options.name);
  const FieldNotes notes = field_notes(id, options.hint, options.error, options.described_by);
  const Html list = each(options.items, [&](const SelectItem& item) {
    const std::string& effective = item.has_value ? item.value : item.text;
    const bool is_selected = item.is_selected || (!options.value.empty() && options.value == effective);
    return option(
        {item.has_value ? value_(item.value) : flag_("value", false), flag_("selected", is_selected),
         flag_("disabled", item.is_disabled), all_(item.attributes)},
        item.text);
  });
  const Html field = html::select(
      {classes_({"govuk-select", options.classes, options.error.empty() ? "" : "govuk-select--error"}),
       id_(id), name_(options.name), flag_("disabled", options.is_disabled),
       optional_("aria-describedby", notes.described_by), all_(options.attributes)},
      list);
  return form_group(options.form_group, options.error,
                    {label_for(options.label, id), notes.notes, options.form_group.before, field,
                     options.form_group.after});
}

Html date_input(const DateInput& options) {
  const FieldNotes notes =
      field_notes(options.id, options.hint, options.error, options.fieldset.described_by);
  bool names_the_wrong_box = false;
  for (const auto& item : options.items)
    if (item.has_error || is_marked_already(item)) names_the_wrong_box = true;
  const Html boxes = each(options.items, [&](const DateInputItem& item) {
    const bool is_wrong = item.has_error || (!options.error.empty() && !names_the_wrong_box);
    return date_box(options, item, is_wrong && !is_marked_already(item));
  });
  const Html content = fragment(notes.notes, div({classes_({"govuk-date-input", options.classes}),
                                                  all_(options.attributes), id_(options.id)},
                                                 options.form_group.before, boxes, options.form_group.after));
  if (!options.has_fieldset) return form_group(options.form_group, options.error, {content});
  Fieldset around = options.fieldset;
  around.described_by = notes.described_by;
  around.role = "group";
  return form_group(options.form_group, options.error, {fieldset(around, content)});
}

Html file_upload(const FileUpload& options) {
  const std::string& id = id_or_name(options.id, options.name);
  const FieldNotes notes = field_notes(id, options.hint, options.error, options.described_by);
  const Html field =
      html::input({classes_({"govuk-file-upload", options.classes,
                             options.error.empty() ? "" : "govuk-file-upload--error"}),
                   id_(id), name_(options.name), type_("file"), flag_("disabled", options.is_disabled),
                   flag_("multiple", options.is_multiple), optional_("aria-describedby", notes.described_by),
                   all_(options.attributes)});
  const Html placed =
      options.has_drop_zone
          ? div({class_("govuk-file-upload-wrapper"), data_("module", "govuk-file-upload")}, field)
          : field;
  return form_group(options.form_group, options.error,
                    {label_for(options.label, id), notes.notes, options.form_group.before, placed,
                     options.form_group.after});
}

}  // namespace sightline::html::govuk
