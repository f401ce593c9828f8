// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The assessment form: judgements to fields and fields to judgements, and the
// same judgements to read. Used by case_pages.cpp and the lists.

#pragma once

#include <optional>
#include <span>
#include <vector>

#include "assessment/area_group_pages.h"
#include "assessment/assessment_service.h"
#include "people/sign_in.h"
#include "platform/html/elements.h"
#include "platform/html/problems.h"
#include "platform/html/url.h"
#include "platform/http/fields.h"

namespace sightline::assessment {

/// What the form's fields say, area by area; line ends become \n. An outcome that is not one of those
/// offered is left out.
std::vector<Judgement> typed_judgements(const http::Form& form, const programme::Framework& framework);
/// The same, but refuses such an outcome beside its field.
Result<std::vector<Judgement>> parse_judgements(const http::Form& form,
                                                const programme::Framework& framework);

/// What stands in the form, and beside it.
struct FormContent {
  std::span<const Judgement> judgements;  ///< As recorded, or as typed when the form comes back; looked at.
  html::Problems problems{};
  std::optional<std::vector<Judgement>> meanwhile{};  ///< On a conflict: what somebody else recorded.
  std::string done{};                                 ///< The word of the action just taken, if any.
  std::string reason{};                               ///< Why it is returned or reopened, as typed.
};

/// Puts the form for whoever may save after what `out` holds: one group for each area, the overall judgement
/// last. It is most of its page.
void add_assessment_form(html::Html& out, const CaseView& view, const FormContent& content,
                         const AreaPatterns& patterns, const people::Session& session);

/// The judgements to read; beside the other side's where they may be seen.
html::Html judgements_table(const CaseView& view);

html::Html state_tag(std::optional<State> state);

}  // namespace sightline::assessment
