// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The pieces of every field: label, hint, error message, fieldset and the group
// around them; and what the components share in making them.

#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "platform/html/elements.h"

namespace sightline::html::govuk {

inline constexpr Element kSvg{"svg"}, kPath{"path"};

struct Label {
  Content text{};
  std::string classes{};  ///< E.g. "govuk-label--l".
  bool is_page_heading = false;
  std::string for_id{};  ///< Components that contain a label fill it in.
  Attributes attributes{};
};
Html label(const Label& options);

struct Hint {
  Content text{};
  std::string id{};
  std::string classes{};
  Attributes attributes{};
};
Html hint(const Hint& options);

struct ErrorMessage {
  Content text{};
  std::string id{};
  std::string classes{};
  Attributes attributes{};
  std::string visually_hidden_text = "Error";
};
Html error_message(const ErrorMessage& options);

struct Legend {
  Content text{};
  std::string classes{};  ///< E.g. "govuk-fieldset__legend--l".
  bool is_page_heading = false;
};
struct Fieldset {
  Legend legend{};
  std::string classes{};
  std::string role{};
  std::string described_by{};
  Attributes attributes{};
};
Html fieldset(const Fieldset& options, PartList content);
inline Html fieldset(const Fieldset& options, const Html& content) {
  return fieldset(options, {Part(content)});
}

/// What stands around a field. Before and after are inside the group, next to
/// the field.
struct FormGroup {
  std::string classes{};
  Attributes attributes{};
  Content before{};
  Content after{};
};

/// The given words with one space between them, empty ones left out.
std::string words(std::initializer_list<std::string_view> list);

/// The hint and the error message of a field, and the ids by which the field
/// points to them.
struct FieldNotes {
  Html notes;
  std::string described_by;
};
FieldNotes field_notes(std::string_view id, const Content& hint_text, const Content& error_text,
                       std::string_view described_by, std::string_view hint_classes = {});

/// The group around a field, marked when there is an error.
Html form_group(const FormGroup& group, const Content& error_text, PartList content);

Html label_for(const Label& options, std::string_view id);

}  // namespace sightline::html::govuk
