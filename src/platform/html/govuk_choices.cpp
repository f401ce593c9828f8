// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Radios and checkboxes. They differ in little: how a chosen item is known, and
// that a checkbox outside a fieldset is described by the notes of the group.

#include <algorithm>

#include "platform/html/elements.h"
#include "platform/html/govuk_form.h"
#include "platform/html/govuk_parts.h"

namespace sightline::html::govuk {
namespace {

/// The class names and input type of one of the two kinds.
struct Kind {
  std::string_view type, item, input, label, hint, divider, conditional, hidden_conditional, module;
};

constexpr Kind kRadio{"radio",
                      "govuk-radios__item",
                      "govuk-radios__input",
                      "govuk-radios__label",
                      "govuk-radios__hint",
                      "govuk-radios__divider",
                      "govuk-radios__conditional",
                      "govuk-radios__conditional govuk-radios__conditional--hidden",
                      "govuk-radios"};
constexpr Kind kCheckbox{"checkbox",
                         "govuk-checkboxes__item",
                         "govuk-checkboxes__input",
                         "govuk-checkboxes__label",
                         "govuk-checkboxes__hint",
                         "govuk-checkboxes__divider",
                         "govuk-checkboxes__conditional",
                         "govuk-checkboxes__conditional govuk-checkboxes__conditional--hidden",
                         "govuk-checkboxes"};

Html choice(const Kind& kind, const Choice& item, const std::string& name, const std::string& id,
            std::string_view described_by, bool is_checked) {
  if (!item.divider.empty()) return div({class_(kind.divider)}, item.divider);
  const bool has_hint = !item.hint.empty(), has_conditional = !item.conditional.empty();
  const std::string hint_id = has_hint ? id + "-item-hint" : "";
  const std::string conditional_id = has_conditional ? "conditional-" + id : "";
  Html box =
      div({class_(kind.item)},
          {html::input.inside(
               {class_(kind.input), id_(id), name_(item.name.empty() ? name : item.name), type_(kind.type),
                value_(item.value), flag_("checked", is_checked), flag_("disabled", item.is_disabled),
                optional_("data-aria-controls", conditional_id), optional_("data-behaviour", item.behaviour),
                optional_("aria-describedby",
                          has_hint ? words({described_by, hint_id}) : std::string(described_by)),
                all_(item.attributes)}),
           item.text.empty() ? Part("")
                             : html::label.inside({classes_({"govuk-label", kind.label, item.label_classes}),
                                                   all_(item.label_attributes), for_(id)},
                                                  {item.text}),
           has_hint ? hint({.text = item.hint,
                            .id = hint_id,
                            .classes = words({kind.hint, item.hint_classes}),
                            .attributes = item.hint_attributes})
                    : Html()});
  if (!has_conditional) return box;
  return fragment(box,
                  div({class_(is_checked ? kind.conditional : kind.hidden_conditional), id_(conditional_id)},
                      item.conditional));
}

/// The items in order; `is_chosen` tells what the group says about one of them.
template <class Options, class IsChosen>
Html group_of(const Kind& kind, const Options& options, std::string_view described_by_outside,
              IsChosen is_chosen) {
  const std::string& prefix = options.id_prefix.empty() ? options.name : options.id_prefix;
  const FieldNotes notes = field_notes(prefix, options.hint, options.error, described_by_outside);
  const bool repeats_notes = kind.type == "checkbox" && !options.has_fieldset;
  int number = 0;
  const Html items = each(options.items, [&](const Choice& item) {
    ++number;
    const std::string id = !item.id.empty() ? item.id
                           : number == 1    ? prefix
                                            : prefix + "-" + std::to_string(number);
    return choice(kind, item, options.name, id, repeats_notes ? notes.described_by : "",
                  item.is_checked || is_chosen(item));
  });
  const Html list =
      div({classes_({kind.module, options.classes}), all_(options.attributes), data_("module", kind.module)},
          options.form_group.before, items, options.form_group.after);
  if (!options.has_fieldset) return form_group(options.form_group, options.error, {notes.notes, list});
  Fieldset around = options.fieldset;
  around.described_by = notes.described_by;
  return form_group(options.form_group, options.error, {fieldset(around, {notes.notes, list})});
}

}  // namespace

Html radios(const Radios& options) {
  return group_of(kRadio, options, options.fieldset.described_by,
                  [&](const Choice& item) { return !options.value.empty() && options.value == item.value; });
}

Html checkboxes(const Checkboxes& options) {
  const std::string& outside =
      options.fieldset.described_by.empty() ? options.described_by : options.fieldset.described_by;
  return group_of(kCheckbox, options, outside, [&](const Choice& item) {
    return std::ranges::find(options.values, item.value) != options.values.end();
  });
}

}  // namespace sightline::html::govuk
