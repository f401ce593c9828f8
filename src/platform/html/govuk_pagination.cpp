// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Pagination: the component, and the choice which page numbers to show.

#include "platform/html/elements.h"
#include "platform/html/govuk_navigation.h"
#include "platform/html/govuk_parts.h"

namespace sightline::html::govuk {
namespace {

Html arrow(std::string_view classes, std::string_view path) {
  return kSvg({class_(classes), attribute_("xmlns", "http://www.w3.org/2000/svg"), attribute_("height", "13"),
               attribute_("width", "15"), aria_("hidden", "true"), attribute_("focusable", "false"),
               attribute_("viewBox", "0 0 15 13")},
              kPath({attribute_("d", path)}));
}

Html arrow_to_previous() {
  return arrow("govuk-pagination__icon govuk-pagination__icon--prev",
               "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984"
               "l4.2931-4.293-1.414-1.414z");
}

Html arrow_to_next() {
  return arrow("govuk-pagination__icon govuk-pagination__icon--next",
               "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 "
               "6.7441-6.4062-6.7246-6.7266z");
}

enum class Direction { Previous, Next };

Html arrow_link(const PageLink& link, Direction direction, bool is_block) {
  const bool is_previous = direction == Direction::Previous;
  const Html text = !link.text.empty() ? Html(link.text)
                                       : fragment(is_previous ? "Previous" : "Next",
                                                  span({class_("govuk-visually-hidden")}, " page"));
  const Html title =
      span({classes_({"govuk-pagination__link-title",
                      is_block && link.label.empty() ? "govuk-pagination__link-title--decorated" : ""})},
           text);
  const Html labelled = when(is_block && !link.label.empty(), [&] {
    return fragment(" ", span({class_("govuk-visually-hidden")}, ":"), " ",
                    span({class_("govuk-pagination__link-label")}, link.label));
  });
  return div({class_(is_previous ? "govuk-pagination__prev" : "govuk-pagination__next")},
             a({class_("govuk-link govuk-pagination__link"), attribute_("rel", is_previous ? "prev" : "next"),
                all_(link.attributes)},
               link.href, when(is_block || is_previous, is_previous ? arrow_to_previous : arrow_to_next),
               title, labelled, when(!is_block && !is_previous, arrow_to_next)));
}

Html number_link(const PageNumber& item) {
  if (item.is_ellipsis)
    return li({class_("govuk-pagination__item govuk-pagination__item--ellipsis")}, "\u22EF");
  const std::string said =
      item.visually_hidden_text.empty() ? "Page " + item.number : item.visually_hidden_text;
  return li({classes_({"govuk-pagination__item", item.is_current ? "govuk-pagination__item--current" : ""})},
            a({class_("govuk-link govuk-pagination__link"), aria_("label", said),
               optional_("aria-current", item.is_current ? "page" : ""), all_(item.attributes)},
              item.href.value_or(Url::fragment("")), item.number));
}

}  // namespace

Html pagination(const Pagination& options) {
  const bool is_block = options.items.empty() && (options.previous || options.next);
  return nav(
      {classes_({"govuk-pagination", is_block ? "govuk-pagination--block" : "", options.classes}),
       aria_("label", options.label), all_(options.attributes)},
      when(options.previous.has_value(),
           [&] { return arrow_link(*options.previous, Direction::Previous, is_block); }),
      when(!options.items.empty(),
           [&] { return ul({class_("govuk-pagination__list")}, each(options.items, number_link)); }),
      when(options.next.has_value(), [&] { return arrow_link(*options.next, Direction::Next, is_block); }));
}

Html pages_of_list(const Url& list, const Cut& cut) {
  if (cut.pages <= 1) return {};
  const std::int64_t page = cut.number;
  const auto url = [&](std::int64_t number) { return list.with("page", number); };
  Pagination options;
  if (page > 1) options.previous = PageLink{.href = url(page - 1)};
  if (page < cut.pages) options.next = PageLink{.href = url(page + 1)};
  for (std::int64_t number = 1; number <= cut.pages; ++number) {
    const bool is_shown = number == 1 || number == cut.pages || (number >= page - 1 && number <= page + 1);
    if (is_shown)
      options.items.push_back(
          {.number = std::to_string(number), .href = url(number), .is_current = number == page});
    else if (!options.items.back().is_ellipsis)
      options.items.push_back({.is_ellipsis = true});
  }
  return pagination(options);
}

}  // namespace sightline::html::govuk
