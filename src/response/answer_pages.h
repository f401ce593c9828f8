// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The recommendations of a duty with their answers, as its page shows them;
// /responses/{duty}/answers/{recommendation}, where one is answered; and what was
// answered to one recommendation of the register. Handbook §8.40.

#pragma once

#include <string_view>

#include "people/web_pages.h"
#include "response/answer_service.h"

namespace sightline::response {

/// The board of one publication.
html::Url board_url(std::string_view publication_key);

/// Every recommendation of the page with its answer, and links to answer them.
html::Html answers_section(DutyId duty, const DutyAnswers& answers);

/// What kind it is, and the body's own words.
html::Html answer_words(const Answer& answer);

/// `web` must outlive the server.
void add_answer_routes(http::Router& router, const people::Web& web);
void add_given_answers_routes(http::Router& router, const people::Web& web);

}  // namespace sightline::response
