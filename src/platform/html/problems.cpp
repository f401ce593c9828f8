// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/html/problems.h"

#include "platform/html/govuk_content.h"

namespace sightline::html {

Problems::Problems(const Refusal& refusal) : list_(refusal.fields) {
  if (list_.empty()) list_.push_back({"", refusal.message});
}

Content Problems::at(std::string_view field) const {
  for (const FieldProblem& problem : list_)
    if (problem.field == field) return problem.message;
  return {};
}

Html Problems::summary() const {
  if (list_.empty()) return {};
  govuk::ErrorSummary options;
  for (const FieldProblem& problem : list_) {
    govuk::ErrorItem item{.text = problem.message};
    if (!problem.field.empty()) item.href = Url::fragment(problem.field);
    options.errors.push_back(std::move(item));
  }
  return govuk::error_summary(options);
}

}  // namespace sightline::html
