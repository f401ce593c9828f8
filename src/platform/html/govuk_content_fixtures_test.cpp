// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What our content components give is the same document as GOV.UK Frontend's,
// for every test case of theirs, except those named here with the reason.

#include <doctest/doctest.h>

#include "platform/html/fixture_options_test.h"
#include "platform/html/govuk_content.h"

namespace sightline::html {
namespace {

using Options = FixtureOptions;

govuk::Tag read_tag(const Options& o) {
  return {.text = o.content(), .classes = o.text("classes"), .attributes = o.attributes()};
}

govuk::Action read_action(const Options& o) {
  return {.href = o.url("href").value(),
          .text = o.content(),
          .visually_hidden_text = o.text("visuallyHiddenText"),
          .classes = o.text("classes"),
          .attributes = o.attributes()};
}

govuk::SummaryRow read_row(const Options& o) {
  return {.key = o.at("key").content(),
          .value = o.at("value").content(),
          .actions = o.at("actions").list_of<govuk::Action>("items", read_action),
          .classes = o.text("classes"),
          .key_classes = o.at("key").text("classes"),
          .value_classes = o.at("value").text("classes"),
          .action_classes = o.at("actions").text("classes")};
}

govuk::SummaryCard read_card(const Options& o) {
  const Options title = o.at("title");
  return {.title = title.content(),
          .heading_level = title.number("headingLevel", 2),
          .title_classes = title.text("classes"),
          .actions = o.at("actions").list_of<govuk::Action>("items", read_action),
          .action_classes = o.at("actions").text("classes"),
          .classes = o.text("classes"),
          .attributes = o.attributes()};
}

govuk::Cell read_cell(const Options& o) {
  return {.text = o.content(),
          .format = o.text("format") == "numeric" ? govuk::CellFormat::Numeric : govuk::CellFormat::Plain,
          .classes = o.text("classes"),
          .colspan = o.number("colspan", 1),
          .rowspan = o.number("rowspan", 1),
          .attributes = o.attributes()};
}

govuk::TaskItem read_task(const Options& o) {
  return {.title = o.at("title").content(),
          .hint = o.at("hint").content(),
          .href = o.url("href"),
          .status_text = o.at("status").content(),
          .status_tag = read_tag(o.at("status").at("tag")),
          .classes = o.text("classes"),
          .title_classes = o.at("title").text("classes"),
          .status_classes = o.at("status").text("classes")};
}

govuk::TabItem read_tab(const Options& o) {
  const Options panel = o.at("panel");
  return {.label = o.text("label"),
          .text = panel.text("text"),
          .content = trusted_markup(panel.text("html")),
          .id = o.text("id"),
          .attributes = o.attributes(),
          .panel_attributes = panel.attributes()};
}

}  // namespace

TEST_CASE("tag, inset text, warning text and details are those of GOV.UK Frontend") {
  FixtureSuite::compare("tag", {}, [](const Options& o) { return govuk::tag(read_tag(o)); });
  FixtureSuite::compare("inset-text", {}, [](const Options& o) {
    return govuk::inset_text({.text = o.content(),
                              .id = o.text("id"),
                              .classes = o.text("classes"),
                              .attributes = o.attributes()});
  });
  FixtureSuite::compare("warning-text", {}, [](const Options& o) {
    return govuk::warning_text({.text = o.content(),
                                .icon_fallback_text = o.text("iconFallbackText", "Warning"),
                                .classes = o.text("classes"),
                                .attributes = o.attributes()});
  });
  FixtureSuite::compare("details", {}, [](const Options& o) {
    return govuk::details({.summary = o.content("summaryText", "summaryHtml"),
                           .text = o.content(),
                           .is_open = o.flag("open"),
                           .id = o.text("id"),
                           .classes = o.text("classes"),
                           .attributes = o.attributes()});
  });
}

TEST_CASE("panel, notification banner and error summary are those of GOV.UK Frontend") {
  FixtureSuite::compare("panel",
                        {{"The buttons of an interruption are not built: no page interrupts.",
                          {"interruption", "interruption-with-content-with-long-line-length",
                           "interruption-with-headings-content-and-lists", "confirmation, with actions",
                           "interruption, with actions classes and attributes", "interruption, submit action",
                           "interruption, button link", "interruption, no actions items"}}},
                        [](const Options& o) {
                          return govuk::panel({.title = o.content("titleText", "titleHtml"),
                                               .text = o.content(),
                                               .heading_level = o.number("headingLevel", 1),
                                               .classes = o.text("classes"),
                                               .attributes = o.attributes()});
                        });
  FixtureSuite::compare(
      "notification-banner",
      {{"Off is the same as not set.", {"auto-focus explicitly enabled, with type as success"}}},
      [](const Options& o) {
        return govuk::notification_banner({.text = o.text("text"),
                                           .content = trusted_markup(o.text("html")),
                                           .title = o.content("titleText", "titleHtml"),
                                           .is_success = o.text("type") == "success",
                                           .title_heading_level = o.number("titleHeadingLevel", 2),
                                           .title_id = o.text("titleId", "govuk-notification-banner-title"),
                                           .role = o.text("role"),
                                           .disables_auto_focus = o.flag("disableAutoFocus"),
                                           .classes = o.text("classes"),
                                           .attributes = o.attributes()});
      });
  FixtureSuite::compare("error-summary", {{"Off is the same as not set.", {"autofocus explicitly enabled"}}},
                        [](const Options& o) {
                          return govuk::error_summary(
                              {.title = o.content("titleText", "titleHtml"),
                               .description = o.content("descriptionText", "descriptionHtml"),
                               .errors = o.list_of<govuk::ErrorItem>("errorList",
                                                                     [](const Options& item) {
                                                                       return govuk::ErrorItem{
                                                                           .text = item.content(),
                                                                           .href = item.url("href"),
                                                                           .attributes = item.attributes()};
                                                                     }),
                               .disables_auto_focus = o.flag("disableAutoFocus"),
                               .classes = o.text("classes"),
                               .attributes = o.attributes()});
                        });
}

TEST_CASE("summary list, table, task list and tabs are those of GOV.UK Frontend") {
  FixtureSuite::compare(
      "summary-list",
      {{"A card has a title.", {"summary card with custom classes", "summary card with custom attributes"}}},
      [](const Options& o) {
        return govuk::summary_list({.rows = o.list_of<govuk::SummaryRow>("rows", read_row),
                                    .card = read_card(o.at("card")),
                                    .classes = o.text("classes"),
                                    .attributes = o.attributes()});
      });
  FixtureSuite::compare("table", {}, [](const Options& o) {
    govuk::Table options{.caption = o.text("caption"),
                         .caption_classes = o.text("captionClasses"),
                         .head = o.list_of<govuk::Cell>("head", read_cell),
                         .first_cell_is_header = o.flag("firstCellIsHeader"),
                         .classes = o.text("classes"),
                         .attributes = o.attributes()};
    for (const auto& row : o.rows("rows")) {
      auto& cells = options.rows.emplace_back();
      for (const auto& cell : row) cells.push_back(read_cell(cell));
    }
    return govuk::table(options);
  });
  FixtureSuite::compare("task-list", {{"A vector has no items that are false.", {"with empty values"}}},
                        [](const Options& o) {
                          return govuk::task_list({.items = o.list_of<govuk::TaskItem>("items", read_task),
                                                   .id_prefix = o.text("idPrefix", "task-list"),
                                                   .classes = o.text("classes"),
                                                   .attributes = o.attributes()});
                        });
  FixtureSuite::compare("tabs", {}, [](const Options& o) {
    return govuk::tabs({.items = o.list_of<govuk::TabItem>("items", read_tab),
                        .title = o.text("title", "Contents"),
                        .id = o.text("id"),
                        .id_prefix = o.text("idPrefix"),
                        .classes = o.text("classes"),
                        .attributes = o.attributes()});
  });
}

}  // namespace sightline::html
