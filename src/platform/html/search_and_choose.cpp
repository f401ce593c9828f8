// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/html/search_and_choose.h"

#include "base/number.h"
#include "platform/html/govuk.h"

namespace sightline::html {

namespace {

Url with_kept(Url url, const SearchAndChoose& options) {
  for (const auto& [name, value] : options.kept) url = url.with(name, value);
  return url;
}

Html search_box(const SearchAndChoose& options) {
  return search_form(options.address, {role_("search"), class_("app-search")},
                     each(options.kept,
                          [](const auto& parameter) {
                            return input({type_("hidden"), name_(parameter.first), value_(parameter.second)});
                          }),
                     govuk::input({.name = "name",
                                   .label = {.text = options.label, .classes = "govuk-label--s"},
                                   .hint = options.hint,
                                   .error = options.error,
                                   .value = options.typed,
                                   .id = options.field,
                                   .type = "search",
                                   .autocomplete = "off",
                                   .spellcheck = "false"}),
                     govuk::button({.text = "Search", .classes = "govuk-button--secondary"}));
}

/// "12 people", "1 person with “ana” in the name", "No people with “xyz” in the name".
std::string count_in_words(const SearchAndChoose& options) {
  const std::int64_t total = options.found.cut.total;
  const std::string words = total == 0 ? "No " + std::string(options.counted.many)
                                       : counted(total, options.counted.one, options.counted.many);
  return options.typed.empty() ? words : words + " with “" + options.typed + "” in the name";
}

Html choices(const SearchAndChoose& options) {
  const Cut& cut = options.found.cut;
  const Url search = address_of_search(with_kept(options.address, options), options.typed, cut.number);
  return fragment(
      ul({class_("govuk-list app-choices")},
         each(options.found.items,
              [&](const Choosable& item) {
                return li({},
                          a({class_("govuk-link app-choices__name")}, search.with(options.field, item.value),
                            item.name),
                          when(!item.detail.empty(),
                               [&] { return span({class_("app-choices__detail")}, item.detail); }));
              })),
      govuk::pages_of_list(address_of_search(with_kept(options.address, options), options.typed, 1), cut));
}

}  // namespace

Html search_and_choose(const SearchAndChoose& options) {
  const bool is_empty = options.found.cut.total == 0;
  return fragment(
      search_box(options), h2({class_("govuk-heading-m app-break-words")}, count_in_words(options)),
      is_empty ? p({class_("govuk-body")}, options.nothing_found) : choices(options),
      when(!options.typed.empty(), [&] {
        return p({class_("govuk-body")}, a({class_("govuk-link")}, with_kept(options.address, options),
                                           "Show all ", options.counted.many));
      }));
}

Url address_of_search(const Url& search, std::string_view typed, std::int64_t page_number) {
  Url url = search;
  if (!typed.empty()) url = url.with("name", typed);
  if (page_number > 1) url = url.with("page", page_number);
  return url;
}

}  // namespace sightline::html
