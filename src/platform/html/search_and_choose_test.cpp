// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/html/search_and_choose.h"

#include <doctest/doctest.h>

#include "platform/html/scanned_markup.h"

namespace sightline::html {
namespace {

SearchAndChoose of_people(std::int64_t total, std::int64_t page_number) {
  return {.address = Url::local("/team"),
          .field = "person",
          .label = "Name",
          .counted = {"person", "people"},
          .nothing_found = "Try fewer letters.",
          .found = {.items = {{.name = "Ana <b>", .detail = "ana@example.org", .value = "7"}},
                    .cut = cut_of(total, page_number, 10)}};
}

}  // namespace

TEST_CASE("what was typed and what is kept goes with every page and every choice of a search") {
  SearchAndChoose search = of_people(30, 2);
  search.typed = "a & b";
  search.kept = {{"role", "inspector"}};
  const Html made = search_and_choose(search);
  CHECK(contains(made, "30 people with “a &amp; b” in the name"));
  CHECK(contains(made, "value=\"a &amp; b\""));
  CHECK(contains(made, "name=\"role\" value=\"inspector\""));
  CHECK(contains(made, "href=\"/team?role=inspector&amp;name=a%20%26%20b&amp;page=3\""));
  CHECK(contains(made, "href=\"/team?role=inspector&amp;name=a%20%26%20b&amp;page=2&amp;person=7\""));
  CHECK(contains(made, "Ana &lt;b&gt;"));
  CHECK_NOTHROW(scanned(made.view()));
}

TEST_CASE("a search that finds nothing says so, says what to do, and leads back to all") {
  SearchAndChoose search = of_people(0, 1);
  search.typed = "xyz";
  search.found.items.clear();
  const Html made = search_and_choose(search);
  CHECK(contains(made, "No people with “xyz” in the name"));
  CHECK(contains(made, "Try fewer letters."));
  CHECK(contains(made, "href=\"/team\""));
  CHECK_FALSE(contains(made, "app-choices"));
}

TEST_CASE("without a search everybody is counted and nothing leads back to all") {
  const Html made = search_and_choose(of_people(1, 1));
  CHECK(contains(made, ">1 person<"));
  CHECK(contains(made, "href=\"/team?person=7\""));
  CHECK_FALSE(contains(made, "Show all"));
}

TEST_CASE("the problem of a search stands beside its box, where the summary leads") {
  SearchAndChoose search = of_people(1, 1);
  search.error = "Choose a person.";
  const Html made = search_and_choose(search);
  CHECK(contains(made, "id=\"person\""));
  CHECK(contains(made, "Choose a person."));
  CHECK(contains(made, "aria-describedby=\"person-error\""));
}

}  // namespace sightline::html
