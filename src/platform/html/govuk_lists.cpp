// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Summary list, table and task list.

#include <algorithm>
#include <utility>

#include "platform/html/elements.h"
#include "platform/html/govuk_content.h"
#include "platform/html/govuk_parts.h"

namespace sightline::html::govuk {
namespace {

/// The card's title follows hidden, so that "Change" is not said ten times over.
Html action_link(const Action& action, const Content& card_title) {
  const Html hidden = when(!action.visually_hidden_text.empty() || !card_title.empty(), [&] {
    return span({class_("govuk-visually-hidden")}, action.visually_hidden_text.empty() ? "" : " ",
                action.visually_hidden_text,
                when(!card_title.empty(), [&] { return fragment(" (", card_title, ")"); }));
  });
  return a({classes_({"govuk-link", action.classes}), all_(action.attributes)}, action.href, action.text,
           hidden);
}

Html summary_row(const SummaryRow& row, const Content& card_title, bool leaves_room_for_actions) {
  const Html actions = when(!row.actions.empty(), [&] {
    const Html links =
        row.actions.size() == 1
            ? action_link(row.actions[0], card_title)
            : ul({class_("govuk-summary-list__actions-list")}, each(row.actions, [&](const Action& action) {
                   return li({class_("govuk-summary-list__actions-list-item")},
                             action_link(action, card_title));
                 }));
    return dd({classes_({"govuk-summary-list__actions", row.action_classes})}, links);
  });
  const bool is_bare = leaves_room_for_actions && row.actions.empty();
  return div({classes_({"govuk-summary-list__row", is_bare ? "govuk-summary-list__row--no-actions" : "",
                        row.classes})},
             dt({classes_({"govuk-summary-list__key", row.key_classes})}, row.key),
             dd({classes_({"govuk-summary-list__value", row.value_classes})}, row.value), actions);
}

Html summary_card(const SummaryCard& card, const Html& list) {
  const std::string classes = words({"govuk-summary-card__actions", card.action_classes});
  const Html actions = when(!card.actions.empty(), [&] {
    if (card.actions.size() == 1) return div({class_(classes)}, action_link(card.actions[0], card.title));
    return ul({class_(classes)}, each(card.actions, [&](const Action& action) {
                return li({class_("govuk-summary-card__action")}, action_link(action, card.title));
              }));
  });
  return div({classes_({"govuk-summary-card", card.classes}), all_(card.attributes)},
             div({class_("govuk-summary-card__title-wrapper")},
                 heading(card.heading_level, {classes_({"govuk-summary-card__title", card.title_classes})},
                         card.title),
                 actions),
             div({class_("govuk-summary-card__content")}, list));
}

Attribute unless_one(AttributeName name, int cells) {
  return cells == 1 ? flag_(name, false) : attribute_(name, cells);
}

Html head_cell(const Cell& cell) {
  const bool is_numeric = cell.format == CellFormat::Numeric;
  return th(
      {attribute_("scope", "col"),
       classes_({"govuk-table__header", is_numeric ? "govuk-table__header--numeric" : "", cell.classes}),
       unless_one("colspan", cell.colspan), unless_one("rowspan", cell.rowspan), all_(cell.attributes)},
      cell.text);
}

Html body_cell(const Cell& cell, bool is_header) {
  if (is_header)
    return th(
        {attribute_("scope", "row"), classes_({"govuk-table__header", cell.classes}),
         unless_one("colspan", cell.colspan), unless_one("rowspan", cell.rowspan), all_(cell.attributes)},
        cell.text);
  const bool is_numeric = cell.format == CellFormat::Numeric;
  return td({classes_({"govuk-table__cell", is_numeric ? "govuk-table__cell--numeric" : "", cell.classes}),
             unless_one("colspan", cell.colspan), unless_one("rowspan", cell.rowspan), all_(cell.attributes)},
            cell.text);
}

Html task(const TaskItem& item, const std::string& id) {
  const std::string hint_id = id + "-hint", status_id = id + "-status";
  const Html title = item.href
                         ? a({classes_({"govuk-link govuk-task-list__link", item.title_classes}),
                              aria_("describedby", words({item.hint.empty() ? "" : hint_id, status_id}))},
                             *item.href, item.title)
                         : div({class_(item.title_classes)}, item.title);
  const Html note = when(!item.hint.empty(), [&] {
    return div({id_(hint_id), class_("govuk-task-list__hint")}, item.hint);
  });
  return li({classes_({"govuk-task-list__item", item.href ? "govuk-task-list__item--with-link" : "",
                       item.classes})},
            div({class_("govuk-task-list__name-and-hint")}, title, note),
            div({classes_({"govuk-task-list__status", item.status_classes}), id_(status_id)},
                item.status_tag.text.empty() ? Html(item.status_text) : tag(item.status_tag)));
}

}  // namespace

Html summary_list(const SummaryList& options) {
  const bool has_actions =
      std::ranges::any_of(options.rows, [](const SummaryRow& row) { return !row.actions.empty(); });
  const Html list = dl({classes_({"govuk-summary-list", options.classes}), all_(options.attributes)},
                       each(options.rows, [&](const SummaryRow& row) {
                         return summary_row(row, options.card.title, has_actions);
                       }));
  return options.card.title.empty() ? list : summary_card(options.card, list);
}

Html table_row(const std::vector<Cell>& cells, bool first_cell_is_header) {
  bool is_first = true;
  return tr({class_("govuk-table__row")}, each(cells, [&](const Cell& cell) {
              return body_cell(cell, std::exchange(is_first, false) && first_cell_is_header);
            }));
}

Html table(const Table& options) {
  const Html said = when(!options.caption.empty(), [&] {
    return caption({classes_({"govuk-table__caption", options.caption_classes})}, options.caption);
  });
  const Html head = when(!options.head.empty(), [&] {
    return thead({class_("govuk-table__head")},
                 tr({class_("govuk-table__row")}, each(options.head, head_cell)));
  });
  const Html rows = each(options.rows, [&](const std::vector<Cell>& row) {
    return table_row(row, options.first_cell_is_header);
  });
  return html::table({classes_({"govuk-table", options.classes}), all_(options.attributes)}, said, head,
                     tbody({class_("govuk-table__body")}, rows, options.further_rows));
}

Html task_list(const TaskList& options) {
  int number = 0;
  return ul({classes_({"govuk-task-list", options.classes}), all_(options.attributes)},
            each(options.items, [&](const TaskItem& item) {
              return task(item, options.id_prefix + "-" + std::to_string(++number));
            }));
}

}  // namespace sightline::html::govuk
