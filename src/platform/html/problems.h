// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The problems of a form that came back: each beside its field and all of them
// in the summary at the top. A page keeps one Problems, empty on the first visit.
//
//   govuk::input({.name = "title", .label = {.text = "Title"}, .error = problems.at("title")})
//   Layout{.title = "New case", .problems = problems}

#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "platform/html/builder.h"

namespace sightline::html {

class Problems {
 public:
  Problems() = default;

  /// Everything a refusal says. One without fields gives its sentence alone.
  explicit Problems(const Refusal& refusal);

  bool empty() const { return list_.empty(); }

  /// The sentence for one field, or nothing. The first if there are several.
  Content at(std::string_view field) const;

  /// The error summary, each line leading to the field of the same id; nothing
  /// when there are no problems.
  Html summary() const;

 private:
  std::vector<FieldProblem> list_;
};

}  // namespace sightline::html
