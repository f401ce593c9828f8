// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What a page shows: lists, tables, tags, messages; as GOV.UK Frontend 6 writes
// them. Texts are escaped; give Html where words are not enough.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/html/builder.h"

namespace sightline::html::govuk {

struct Tag {
  Content text{};
  std::string classes{};  ///< Colour, e.g. "govuk-tag--green". Never the only sign: the text says it too.
  Attributes attributes{};
};
Html tag(const Tag& options);

struct InsetText {
  Content text{};
  std::string id{};
  std::string classes{};
  Attributes attributes{};
};
Html inset_text(const InsetText& options);

struct WarningText {
  Content text{};
  std::string icon_fallback_text = "Warning";
  std::string classes{};
  Attributes attributes{};
};
Html warning_text(const WarningText& options);

struct Details {
  Content summary{};
  Content text{};
  bool is_open = false;
  std::string id{};
  std::string classes{};
  Attributes attributes{};
};
Html details(const Details& options);

/// The confirmation at the end of a journey.
struct Panel {
  Content title{};
  Content text{};
  int heading_level = 1;
  std::string classes{};
  Attributes attributes{};
};
Html panel(const Panel& options);

struct NotificationBanner {
  Content text{};     ///< One sentence, set as the banner's heading.
  Content content{};  ///< Instead of text: any markup.
  Content title{};    ///< "Important", or "Success".
  bool is_success = false;
  int title_heading_level = 2;
  std::string title_id = "govuk-notification-banner-title";
  std::string role{};
  bool disables_auto_focus = false;
  std::string classes{};
  Attributes attributes{};
};
Html notification_banner(const NotificationBanner& options);

/// One line of an error summary; the address is the id of the field.
struct ErrorItem {
  Content text{};
  std::optional<Url> href{};
  Attributes attributes{};
};
struct ErrorSummary {
  Content title = "There is a problem";
  Content description{};
  std::vector<ErrorItem> errors{};
  bool disables_auto_focus = false;
  std::string classes{};
  Attributes attributes{};
};
Html error_summary(const ErrorSummary& options);

struct Action {
  Url href;
  Content text{};
  std::string visually_hidden_text{};  ///< What is changed: "Change" + " the date".
  std::string classes{};
  Attributes attributes{};
};
struct SummaryRow {
  Content key{};
  Content value{};
  std::vector<Action> actions{};
  std::string classes{};
  std::string key_classes{};
  std::string value_classes{};
  std::string action_classes{};
};
/// A title and actions around a summary list; not drawn without a title.
struct SummaryCard {
  Content title{};
  int heading_level = 2;
  std::string title_classes{};
  std::vector<Action> actions{};
  std::string action_classes{};
  std::string classes{};
  Attributes attributes{};
};
struct SummaryList {
  std::vector<SummaryRow> rows{};
  SummaryCard card{};
  std::string classes{};
  Attributes attributes{};
};
Html summary_list(const SummaryList& options);

enum class CellFormat { Plain, Numeric };
struct Cell {
  Content text{};
  CellFormat format = CellFormat::Plain;
  std::string classes{};
  int colspan = 1;
  int rowspan = 1;
  Attributes attributes{};
};
/// Shorthand for rows: {{"Kent"}, numeric(12)}.
inline Cell numeric(Content text) {
  return {.text = std::move(text), .format = CellFormat::Numeric};
}

struct Table {
  std::string caption{};
  std::string caption_classes{};
  std::vector<Cell> head{};
  std::vector<std::vector<Cell>> rows{};
  bool first_cell_is_header = false;
  Html further_rows{};  ///< After the others: written already, with table_row().
  std::string classes{};
  Attributes attributes{};
};
Html table(const Table& options);
/// One row as table() writes it.
Html table_row(const std::vector<Cell>& cells, bool first_cell_is_header);

struct TaskItem {
  Content title{};
  Content hint{};
  std::optional<Url> href{};
  Content status_text{};
  Tag status_tag{};  ///< Instead of the text.
  std::string classes{};
  std::string title_classes{};
  std::string status_classes{};
};
struct TaskList {
  std::vector<TaskItem> items{};
  std::string id_prefix = "task-list";
  std::string classes{};
  Attributes attributes{};
};
Html task_list(const TaskList& options);

/// Without scripts: a list of links and the panels one below the other.
struct TabItem {
  std::string label{};
  Content text{};     ///< Set as one paragraph.
  Content content{};  ///< Instead of text: any markup.
  std::string id{};
  Attributes attributes{};
  Attributes panel_attributes{};
};
struct Tabs {
  std::vector<TabItem> items{};
  std::string title = "Contents";
  std::string id{};
  std::string id_prefix{};  ///< For items without an id: prefix-1, prefix-2 …
  std::string classes{};
  Attributes attributes{};
};
Html tabs(const Tabs& options);

}  // namespace sightline::html::govuk
