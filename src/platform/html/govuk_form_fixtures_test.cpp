// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Our form components give the same document as GOV.UK Frontend's, for every
// test case of theirs, except those named here with the reason.

#include <doctest/doctest.h>

#include "platform/html/fixture_options_test.h"
#include "platform/html/govuk_button.h"
#include "platform/html/govuk_form.h"

namespace sightline::html {
namespace {

using Options = FixtureOptions;

govuk::Label read_label(const Options& o) {
  return {.text = o.content(),
          .classes = o.text("classes"),
          .is_page_heading = o.flag("isPageHeading"),
          .for_id = o.text("for"),
          .attributes = o.attributes()};
}

govuk::Fieldset read_fieldset(const Options& o) {
  const Options legend = o.at("legend");
  return {.legend = {.text = legend.content(),
                     .classes = legend.text("classes"),
                     .is_page_heading = legend.flag("isPageHeading")},
          .classes = o.text("classes"),
          .role = o.text("role"),
          .described_by = o.text("describedBy"),
          .attributes = o.attributes()};
}

govuk::FormGroup read_group(const Options& o, std::string_view before = "beforeInput",
                            std::string_view after = "afterInput") {
  return {.classes = o.text("classes"),
          .attributes = o.attributes(),
          .before = o.at(before).content(),
          .after = o.at(after).content()};
}

govuk::Affix read_affix(const Options& o) {
  return {.text = o.content(), .classes = o.text("classes"), .attributes = o.attributes()};
}

govuk::Choice read_choice(const Options& o) {
  return {.value = o.text("value"),
          .text = o.content(),
          .hint = o.at("hint").content(),
          .conditional = o.at("conditional").content(),
          .divider = o.text("divider"),
          .is_checked = o.flag("checked"),
          .is_disabled = o.flag("disabled"),
          .id = o.text("id"),
          .name = o.text("name"),
          .behaviour = o.text("behaviour"),
          .label_classes = o.at("label").text("classes"),
          .label_attributes = o.at("label").attributes(),
          .attributes = o.attributes()};
}

// Reasons shared by several components.
constexpr const char* kChosenOnce = "Which item is chosen is said once, by the group or by the item.";
constexpr const char* kNoFalsyItems = "A vector has no items that are false.";
constexpr const char* kEnglishOnly = "The words of the script are not translated.";

}  // namespace

TEST_CASE("label, hint, error message and fieldset are those of GOV.UK Frontend") {
  FixtureSuite::compare("label", {}, [](const Options& o) { return govuk::label(read_label(o)); });
  FixtureSuite::compare("hint", {}, [](const Options& o) {
    return govuk::hint({.text = o.content(),
                        .id = o.text("id"),
                        .classes = o.text("classes"),
                        .attributes = o.attributes()});
  });
  FixtureSuite::compare("error-message", {}, [](const Options& o) {
    return govuk::error_message({.text = o.content(),
                                 .id = o.text("id"),
                                 .classes = o.text("classes"),
                                 .attributes = o.attributes(),
                                 .visually_hidden_text = o.text("visuallyHiddenText") == "false"
                                                             ? ""
                                                             : o.text("visuallyHiddenText", "Error")});
  });
  FixtureSuite::compare("fieldset", {}, [](const Options& o) {
    return govuk::fieldset(read_fieldset(o), trusted_markup(o.text("html")));
  });
}

TEST_CASE("the button is that of GOV.UK Frontend") {
  FixtureSuite::compare(
      "button",
      {{"Text and markup are not told apart, so a start button adds no span.", {"start link with html"}},
       {"Off is the same as not set.", {"don't prevent double click"}}},
      [](const Options& o) {
        return govuk::button({.text = o.content(),
                              .type = o.text("type", "submit"),
                              .name = o.text("name"),
                              .value = o.text("value"),
                              .id = o.text("id"),
                              .classes = o.text("classes"),
                              .href = o.url("href"),
                              .is_disabled = o.flag("disabled"),
                              .is_start_button = o.flag("isStartButton"),
                              .prevents_double_click = o.flag("preventDoubleClick"),
                              .attributes = o.attributes()});
      });
}

TEST_CASE("input and password input are those of GOV.UK Frontend") {
  FixtureSuite::compare("input", {}, [](const Options& o) {
    return govuk::input({.name = o.text("name"),
                         .label = read_label(o.at("label")),
                         .hint = o.at("hint").content(),
                         .error = o.at("errorMessage").content(),
                         .value = o.text("value"),
                         .id = o.text("id"),
                         .type = o.text("type", "text"),
                         .classes = o.text("classes"),
                         .autocomplete = o.text("autocomplete"),
                         .inputmode = o.text("inputmode"),
                         .autocapitalize = o.text("autocapitalize"),
                         .pattern = o.text("pattern"),
                         .spellcheck = o.text("spellcheck"),
                         .described_by = o.text("describedBy"),
                         .is_disabled = o.flag("disabled"),
                         .prefix = read_affix(o.at("prefix")),
                         .suffix = read_affix(o.at("suffix")),
                         .form_group = read_group(o.at("formGroup")),
                         .wrapper_classes = o.at("inputWrapper").text("classes"),
                         .wrapper_attributes = o.at("inputWrapper").attributes(),
                         .attributes = o.attributes()});
  });
  FixtureSuite::compare("password-input", {{kEnglishOnly, {"with translations"}}}, [](const Options& o) {
    return govuk::password_input({.name = o.text("name"),
                                  .label = read_label(o.at("label")),
                                  .hint = o.at("hint").content(),
                                  .error = o.at("errorMessage").content(),
                                  .id = o.text("id"),
                                  .classes = o.text("classes"),
                                  .value = o.text("value"),
                                  .autocomplete = o.text("autocomplete", "current-password"),
                                  .described_by = o.text("describedBy"),
                                  .is_disabled = o.flag("disabled"),
                                  .button_classes = o.at("button").text("classes"),
                                  .form_group = read_group(o.at("formGroup")),
                                  .attributes = o.attributes()});
  });
}

TEST_CASE("text area and character count are those of GOV.UK Frontend") {
  FixtureSuite::compare("textarea", {}, [](const Options& o) {
    return govuk::textarea({.name = o.text("name"),
                            .label = read_label(o.at("label")),
                            .hint = o.at("hint").content(),
                            .error = o.at("errorMessage").content(),
                            .value = o.text("value"),
                            .id = o.text("id"),
                            .rows = o.number("rows", 5),
                            .classes = o.text("classes"),
                            .autocomplete = o.text("autocomplete"),
                            .spellcheck = o.text("spellcheck"),
                            .described_by = o.text("describedBy"),
                            .is_disabled = o.flag("disabled"),
                            .form_group = read_group(o.at("formGroup")),
                            .attributes = o.attributes()});
  });
  FixtureSuite::compare(
      "character-count",
      {{kEnglishOnly, {"with translations", "with custom textarea description"}},
       {"There is always a limit, set on the server.",
        {"to configure in JavaScript", "with neither maxlength nor maxwords set",
         "with neither maxlength, maxwords nor textarea description set"}}},
      [](const Options& o) {
        return govuk::character_count({.name = o.text("name"),
                                       .label = read_label(o.at("label")),
                                       .hint = o.at("hint").content(),
                                       .error = o.at("errorMessage").content(),
                                       .value = o.text("value"),
                                       .id = o.text("id"),
                                       .max_length = o.number("maxlength", 0),
                                       .max_words = o.number("maxwords", 0),
                                       .count_type = o.text("countType"),
                                       .threshold = o.number("threshold", 0),
                                       .rows = o.number("rows", 5),
                                       .classes = o.text("classes"),
                                       .spellcheck = o.text("spellcheck"),
                                       .count_message_classes = o.at("countMessage").text("classes"),
                                       .form_group = read_group(o.at("formGroup")),
                                       .attributes = o.attributes()});
      });
}

TEST_CASE("radios and checkboxes are those of GOV.UK Frontend") {
  FixtureSuite::compare(
      "radios", {{kNoFalsyItems, {"with falsy items"}}, {kChosenOnce, {"item checked overrides value"}}},
      [](const Options& o) {
        return govuk::radios({.name = o.text("name"),
                              .fieldset = read_fieldset(o.at("fieldset")),
                              .hint = o.at("hint").content(),
                              .error = o.at("errorMessage").content(),
                              .items = o.list_of<govuk::Choice>("items", read_choice),
                              .value = o.text("value"),
                              .id_prefix = o.text("idPrefix"),
                              .classes = o.text("classes"),
                              .has_fieldset = o.has("fieldset"),
                              .form_group = read_group(o.at("formGroup"), "beforeInputs", "afterInputs"),
                              .attributes = o.attributes()});
      });
  FixtureSuite::compare(
      "checkboxes",
      {{kNoFalsyItems, {"with falsy values"}}, {kChosenOnce, {"item checked overrides values"}}},
      [](const Options& o) {
        return govuk::checkboxes({.name = o.text("name"),
                                  .fieldset = read_fieldset(o.at("fieldset")),
                                  .hint = o.at("hint").content(),
                                  .error = o.at("errorMessage").content(),
                                  .items = o.list_of<govuk::Choice>("items", read_choice),
                                  .values = o.texts("values"),
                                  .id_prefix = o.text("idPrefix"),
                                  .classes = o.text("classes"),
                                  .described_by = o.text("describedBy"),
                                  .has_fieldset = o.has("fieldset"),
                                  .form_group = read_group(o.at("formGroup"), "beforeInputs", "afterInputs"),
                                  .attributes = o.attributes()});
      });
}

TEST_CASE("select and file upload are those of GOV.UK Frontend") {
  FixtureSuite::compare("select", {{kChosenOnce, {"item selected overrides value"}}}, [](const Options& o) {
    return govuk::select({.name = o.text("name"),
                          .label = read_label(o.at("label")),
                          .hint = o.at("hint").content(),
                          .error = o.at("errorMessage").content(),
                          .items = o.list_of<govuk::SelectItem>("items",
                                                                [](const Options& item) {
                                                                  return govuk::SelectItem{
                                                                      .value = item.text("value"),
                                                                      .text = item.text("text"),
                                                                      .is_selected = item.flag("selected"),
                                                                      .is_disabled = item.flag("disabled"),
                                                                      .has_value = item.has("value"),
                                                                      .attributes = item.attributes()};
                                                                }),
                          .value = o.text("value"),
                          .id = o.text("id"),
                          .classes = o.text("classes"),
                          .described_by = o.text("describedBy"),
                          .is_disabled = o.flag("disabled"),
                          .form_group = read_group(o.at("formGroup")),
                          .attributes = o.attributes()});
  });
  FixtureSuite::compare(
      "file-upload",
      {{kEnglishOnly, {"translated", "translated, no javascript enhancement"}},
       {"The wrapper takes no options.", {"enhanced, custom wrapper classes and attributes"}},
       {"Browsers ignore the value of a file input.", {"with value"}}},
      [](const Options& o) {
        return govuk::file_upload({.name = o.text("name"),
                                   .label = read_label(o.at("label")),
                                   .hint = o.at("hint").content(),
                                   .error = o.at("errorMessage").content(),
                                   .id = o.text("id"),
                                   .classes = o.text("classes"),
                                   .described_by = o.text("describedBy"),
                                   .is_disabled = o.flag("disabled"),
                                   .is_multiple = o.flag("multiple"),
                                   .has_drop_zone = o.flag("javascript"),
                                   .form_group = read_group(o.at("formGroup")),
                                   .attributes = o.attributes()});
      });
}

TEST_CASE("the date input is that of GOV.UK Frontend") {
  FixtureSuite::compare(
      "date-input",
      {{"An item is wrong when it says so, or all are.",
        {"with error on single field by omission", "with error on single item by omission"}},
       {"A box has one value, not three places for it.",
        {"with field value and items", "with field value and item value",
         "with field value, item value and values"}}},
      [](const Options& o) {
        govuk::DateInput options{.id = o.text("id"),
                                 .name_prefix = o.text("namePrefix"),
                                 .fieldset = read_fieldset(o.at("fieldset")),
                                 .hint = o.at("hint").content(),
                                 .error = o.at("errorMessage").content(),
                                 .classes = o.text("classes"),
                                 .has_fieldset = o.has("fieldset"),
                                 .form_group = read_group(o.at("formGroup"), "beforeInputs", "afterInputs"),
                                 .attributes = o.attributes()};
        const auto box = [&](const Options& item, const std::string& otherwise) {
          const std::string name = item.text("name", otherwise), prefix = options.name_prefix;
          return govuk::DateInputItem{
              .name = name,
              .label = item.text("label"),
              .value = item.text("value", o.at("values").text(prefix.empty() ? name : prefix + "-" + name)),
              .classes = item.text("classes"),
              .has_error = item.flag("error"),
              .id = item.text("id"),
              .inputmode = item.text("inputmode", "numeric"),
              .autocomplete = item.text("autocomplete"),
              .pattern = item.text("pattern"),
              .attributes = item.attributes()};
        };
        options.items =
            o.list_of<govuk::DateInputItem>("items", [&](const Options& item) { return box(item, ""); });
        if (options.items.empty())
          for (const auto* part : {"day", "month", "year"})
            if (!o.is_off(part)) options.items.push_back(box(o.at(part), part));
        return govuk::date_input(options);
      });
}

}  // namespace sightline::html
