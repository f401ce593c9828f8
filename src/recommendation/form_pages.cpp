// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "recommendation/form_pages.h"

#include "platform/html/govuk.h"

namespace sightline::recommendation {

using namespace html;

Result<Details> details_in(const http::Form& form) {
  const auto term = from_word<Term>(form.text("term"));
  if (!term)
    return Refusal{Refusal::Kind::Invalid,
                   "The recommendation could not be saved.",
                   {{"term", "Say by when it is to be done."}}};
  return Details{.text = std::string(form.text("text")), .term = *term};
}

http::Form fields_of(const Details& details) {
  return {{"text", details.text}, {"term", std::string(word(details.term))}};
}

Html details_inputs(const http::Form& typed, const Problems& problems) {
  std::vector<govuk::Choice> terms;
  for (const Word<Term>& each : kWords<Term>)
    terms.push_back({.value = std::string(each.word), .text = name_of(each.value)});
  return fragment(govuk::character_count({.name = "text",
                                          .label = {.text = "What is recommended"},
                                          .hint = "What is to be done, and what for. Not who: addressees are "
                                                  "added next.",
                                          .error = problems.at("text"),
                                          .value = std::string(typed.text("text")),
                                          .max_length = static_cast<int>(kLongestText),
                                          .count_type = "characters",
                                          .threshold = 75,
                                          .rows = 4}),
                  govuk::radios({.name = "term",
                                 .fieldset = {.legend = {.text = "By when, counted from publication"}},
                                 .error = problems.at("term"),
                                 .items = terms,
                                 .value = std::string(typed.text("term")),
                                 .classes = "govuk-radios--small"}));
}

Html state_tag(State state) {
  return state == State::Settled ? govuk::tag({.text = "Settled", .classes = "govuk-tag--green"})
                                 : govuk::tag({.text = "Draft", .classes = "govuk-tag--light-blue"});
}

Content invented_banner(const programme::Programme& programme) {
  if (programme.details.reality == people::Reality::Real) return {};
  return "Invented: this programme, its recommendations and everybody they are addressed to were made up.";
}

}  // namespace sightline::recommendation
