// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The parts of a form, as GOV.UK Frontend 6 writes them: same names, same
// classes, same relations between label, hint, error and field.
//
//   govuk::input({.name = "title", .label = {.text = "Title"}, .error = problems.at("title"),
//                 .value = form.title})
//
// Every struct is an option list for the function below it; an empty option is
// left out. Texts are escaped; give Html where words are not enough. The id of a
// field is its name unless said otherwise, so that an error summary can link to
// "#" plus the name.

#pragma once

#include <string>
#include <vector>

#include "platform/html/builder.h"
#include "platform/html/govuk_parts.h"

namespace sightline::html::govuk {

struct Affix {
  Content text{};
  std::string classes{};
  Attributes attributes{};
};
struct Input {
  std::string name{};
  Label label{};
  Content hint{};
  Content error{};
  std::string value{};
  std::string id{};
  std::string type = "text";
  std::string classes{};  ///< E.g. "govuk-input--width-5".
  std::string autocomplete{};
  std::string inputmode{};
  std::string autocapitalize{};
  std::string pattern{};
  std::string spellcheck{};  ///< "true", "false" or nothing.
  std::string described_by{};
  bool is_disabled = false;
  Affix prefix{};
  Affix suffix{};
  FormGroup form_group{};
  std::string wrapper_classes{};
  Attributes wrapper_attributes{};
  Attributes attributes{};
};
Html input(const Input& options);

struct PasswordInput {
  std::string name{};
  Label label{};
  Content hint{};
  Content error{};
  std::string id{};
  std::string classes{};
  std::string value{};  ///< Leave empty: a password is never sent back to a page.
  std::string autocomplete = "current-password";
  std::string described_by{};
  bool is_disabled = false;
  std::string button_classes{};
  FormGroup form_group{};
  Attributes attributes{};
};
Html password_input(const PasswordInput& options);

struct Textarea {
  std::string name{};
  Label label{};
  Content hint{};
  Content error{};
  Content value{};
  std::string id{};
  int rows = 5;
  std::string classes{};
  std::string autocomplete{};
  std::string spellcheck{};
  std::string described_by{};
  bool is_disabled = false;
  FormGroup form_group{};
  Attributes attributes{};
};
Html textarea(const Textarea& options);

/// A text area that says how much room is left. Without scripts it says the
/// limit. Set one of the two limits.
struct CharacterCount {
  std::string name{};
  Label label{};
  Content hint{};
  Content error{};
  std::string value{};
  std::string id{};
  int max_length = 0;  ///< In characters.
  int max_words = 0;
  std::string count_type{};  ///< "words" or "characters" to say what max_length counts.
  int threshold = 0;         ///< Percentage of the limit from which the count shows; 0 shows it always.
  int rows = 5;
  std::string classes{};
  std::string spellcheck{};
  std::string count_message_classes{};
  FormGroup form_group{};
  Attributes attributes{};
};
Html character_count(const CharacterCount& options);

/// One radio button or checkbox, or with `divider` a word between two of them.
struct Choice {
  std::string value{};
  Content text{};
  Content hint{};
  Content conditional{};  ///< Shown while this one is chosen, e.g. a text area.
  std::string divider{};
  bool is_checked = false;
  bool is_disabled = false;
  std::string id{};
  std::string name{};       ///< Checkboxes only; else the name of the group.
  std::string behaviour{};  ///< Checkboxes only: "exclusive".
  std::string label_classes{};
  Attributes label_attributes{};
  std::string hint_classes{};
  Attributes hint_attributes{};
  Attributes attributes{};
};

struct Radios {
  std::string name{};
  Fieldset fieldset{};  ///< Its legend asks the question.
  Content hint{};
  Content error{};
  std::vector<Choice> items{};
  std::string value{};      ///< The chosen one, if no item says is_checked.
  std::string id_prefix{};  ///< The name unless set.
  std::string classes{};    ///< E.g. "govuk-radios--inline".
  bool has_fieldset = true;
  FormGroup form_group{};
  Attributes attributes{};
};
Html radios(const Radios& options);

struct Checkboxes {
  std::string name{};
  Fieldset fieldset{};
  Content hint{};
  Content error{};
  std::vector<Choice> items{};
  std::vector<std::string> values{};  ///< The chosen ones, besides items that say is_checked.
  std::string id_prefix{};
  std::string classes{};
  std::string described_by{};
  bool has_fieldset = true;
  FormGroup form_group{};
  Attributes attributes{};
};
Html checkboxes(const Checkboxes& options);

struct SelectItem {
  std::string value{};
  std::string text{};
  bool is_selected = false;
  bool is_disabled = false;
  bool has_value = true;  ///< Without one the text is the value.
  Attributes attributes{};
};
struct Select {
  std::string name{};
  Label label{};
  Content hint{};
  Content error{};
  std::vector<SelectItem> items{};
  std::string value{};
  std::string id{};
  std::string classes{};
  std::string described_by{};
  bool is_disabled = false;
  FormGroup form_group{};
  Attributes attributes{};
};
Html select(const Select& options);

/// One box of a date. The name of the field is the prefix of the whole, "-",
/// and this name.
struct DateInputItem {
  std::string name{};
  std::string label{};  ///< The name with a capital letter unless set.
  std::string value{};
  std::string classes{};  ///< Width is chosen by name unless a width class stands here.
  bool has_error = false;
  std::string id{};
  std::string inputmode = "numeric";
  std::string autocomplete{};
  std::string pattern{};
  Attributes attributes{};
};
struct DateInput {
  std::string id{};
  std::string name_prefix{};  ///< Fields are then named prefix-day, prefix-month, prefix-year.
  Fieldset fieldset{};
  Content hint{};
  Content error{};
  std::vector<DateInputItem> items = {{.name = "day"}, {.name = "month"}, {.name = "year"}};
  std::string classes{};
  bool has_fieldset = true;
  FormGroup form_group{};
  Attributes attributes{};
};
Html date_input(const DateInput& options);

struct FileUpload {
  std::string name{};
  Label label{};
  Content hint{};
  Content error{};
  std::string id{};
  std::string classes{};
  std::string described_by{};
  bool is_disabled = false;
  bool is_multiple = false;
  bool has_drop_zone = false;  ///< With scripts, a place to drop files.
  FormGroup form_group{};
  Attributes attributes{};
};
Html file_upload(const FileUpload& options);

}  // namespace sightline::html::govuk
