// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// One to be chosen among too many for a list: a box to search in, and what was
// found as links, a page at a time. Without scripts, and with the keyboard alone.
//
// Choosing only asks for the next page, where the form about the chosen one is;
// so neither searching on nor turning the page can lose anything typed.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/page.h"
#include "platform/html/builder.h"

namespace sightline::html {

struct Choosable {
  std::string name;
  std::string detail;  ///< Tells two of the same name apart.
  std::string value;
};

/// The two words of "1 person" and "12 people".
struct CountedWords {
  std::string one;
  std::string many;
};

struct SearchAndChoose {
  Url address;        ///< Of the page itself, without a query.
  std::string field;  ///< The parameter that a choice sets, and the id of the box, for its problem.
  std::string label;
  Content hint{};
  Content error{};
  std::string typed{};  ///< Travels as the parameter "name", the page as "page".
  std::vector<std::pair<std::string, std::string>> kept{};  ///< Parameters that go wherever the search goes.
  CountedWords counted;
  std::string nothing_found;  ///< What to do then.
  Page<Choosable> found;
};
Html search_and_choose(const SearchAndChoose& options);

/// Back to a search as it stood, from the page that a choice led to.
Url address_of_search(const Url& search, std::string_view typed, std::int64_t page_number);

}  // namespace sightline::html
