// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// One page with every component and both charts, to be looked at: the test
// writes it to build/specimen.html (serve it beside build/web as /assets/). What
// holds for every page is checked on it.

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "platform/html/govuk.h"
#include "platform/html/scanned_markup.h"
#include "platform/svg/chart.h"

namespace sightline::svg {
namespace {

using namespace html;

Html heading_2(std::string_view text) {
  return h2({class_("govuk-heading-m")}, text);
}

Html charts() {
  const Chart bars =
      share_bars({.id = "inadequate",
                  .title = "Cases graded inadequate",
                  .description = "The intervals of the first two invented forces overlap.",
                  .what = "Force",
                  .bars = {{.label = "Ashbourne", .share = {41, 120}},
                           {.label = "Northmere and the Isles", .share = {12, 33}},
                           {.label = "West Hallamshire Joint Protection Partnership", .share = {2, 30}}}});
  const auto period = [](std::string_view iso) { return Period::from_iso(iso).value(); };
  const Chart history = timeline(
      {.id = "history",
       .title = "Inspections of Ashbourne",
       .description = "Four invented inspections between 2014 and 2021.",
       .what = "Inspection",
       .rows = {{.label = "Child protection inspection",
                 .marks = {{Happening::Fieldwork, period("2014-06")}, {Happening::Report, period("2015")}}},
                {.label = "Post-inspection review", .marks = {{Happening::Report, period("2016-03")}}},
                {.label = "Joint targeted area inspection",
                 .marks = {{Happening::Fieldwork, period("2018-05-14/2018-05-18")},
                           {Happening::Report, period("2018-07-23")}}},
                {.label = "Child protection inspection",
                 .marks = {{Happening::Fieldwork, period("2021-02-04/2021-02-15")},
                           {Happening::Report, period("2021-06-29")}}}}});
  return fragment(figure_with_table(bars, "Cases graded inadequate", TablePlace::Below),
                  figure_with_table(history, "Inspections of Ashbourne", TablePlace::Folded));
}

Html lists() {
  return fragment(
      dl({class_("app-figures")},
         div({class_("app-figure")}, dt({class_("app-figure__label")}, "inspections"),
             dd({class_("app-figure__value")}, 64)),
         div({class_("app-figure")}, dt({class_("app-figure__label")}, "cases assessed"),
             dd({class_("app-figure__value")}, 1284)),
         div({class_("app-figure")}, dt({class_("app-figure__label")}, "responses received"),
             dd({class_("app-figure__value")}, 11))),
      govuk::summary_list({.rows = {{.key = "Body", .value = "Ashbourne"},
                                    {.key = "Kind", .value = "Child protection inspection"},
                                    {.key = "Fieldwork",
                                     .value = "4 to 15 February 2021",
                                     .actions = {{.href = Url::local("/x"),
                                                  .text = "Change",
                                                  .visually_hidden_text = "fieldwork"}}}}}),
      govuk::task_list(
          {.items = {{.title = "Initial response", .href = Url::local("/x"), .status_text = "Done"},
                     {.title = "Risk assessment",
                      .hint = "Two questions",
                      .href = Url::local("/x"),
                      .status_tag = {.text = "Not started", .classes = "govuk-tag--blue"}}}}),
      p({class_("govuk-body")}, govuk::tag({.text = "Draft", .classes = "govuk-tag--grey"}), " ",
        govuk::tag({.text = "Agreed", .classes = "govuk-tag--green"}), " ",
        govuk::tag({.text = "Returned", .classes = "govuk-tag--yellow"}), " ",
        govuk::tag({.text = "Urgent", .classes = "govuk-tag--red"})),
      govuk::pages_of_list(Url::local("/cases"), cut_of(12, 3, 1)));
}

Html messages() {
  return fragment(
      govuk::notification_banner(
          {.text = "The assessment was submitted.", .is_success = true, .title_id = "done"}),
      govuk::inset_text({.text = "A trend is named only where the intervals support it."}),
      govuk::warning_text({.text = "Tell the force today: this child may be at risk."}),
      govuk::details({.summary = "How cases are graded", .text = "Each case is judged by two people."}),
      nav({class_("app-contents"), aria_("label", "On this page")},
          h2({class_("govuk-heading-s")}, "On this page"),
          ul({class_("govuk-list")}, li({}, a({class_("govuk-link")}, Url::fragment("history"), "History")))),
      govuk::tabs({.items = {{.label = "Ours", .text = "What the inspector wrote.", .id = "ours"},
                             {.label = "Theirs", .text = "What the force wrote.", .id = "theirs"}},
                   .title = "Two texts"}));
}

Html questions(const Problems& problems) {
  const auto grades = govuk::radios({.name = "grade",
                                     .fieldset = {.legend = {.text = "How well was the child protected?",
                                                             .classes = "govuk-fieldset__legend--m"}},
                                     .error = problems.at("grade"),
                                     .items = {{.value = "1", .text = "Inadequate"},
                                               {.value = "2", .text = "Requires improvement"},
                                               {.value = "3", .text = "Good"}}});
  return html::form(
      Url::local("/cases/7/assessment"), CsrfToken{"t"}, {}, div({class_("app-grades")}, grades),
      govuk::character_count({.name = "reason",
                              .label = {.text = "Reason"},
                              .hint = "What in the record shows it?",
                              .error = problems.at("reason"),
                              .value = "The call was graded as routine.",
                              .max_length = 2000}),
      govuk::checkboxes(
          {.name = "concern",
           .fieldset = {.legend = {.text = "Concerns"}},
           .items = {{.value = "urgent", .text = "Urgent concern", .hint = "The force is told today."},
                     {.value = "good", .text = "Good practice", .is_checked = true}}}),
      govuk::date_input({.id = "seen",
                         .name_prefix = "seen",
                         .fieldset = {.legend = {.text = "When was the child seen?"}},
                         .hint = "For example, 27 3 2020"}),
      govuk::select(
          {.name = "area",
           .label = {.text = "Area"},
           .items = {{.value = "1", .text = "Initial response"}, {.value = "2", .text = "Investigation"}}}),
      govuk::input({.name = "officer", .label = {.text = "Case number"}, .classes = "govuk-input--width-10"}),
      govuk::password_input({.name = "password", .label = {.text = "Password"}}),
      govuk::textarea({.name = "note", .label = {.text = "Note"}, .rows = 2}),
      govuk::file_upload({.name = "file", .label = {.text = "Attach a document"}}),
      div({class_("govuk-button-group")}, govuk::button({.text = "Submit"}),
          govuk::button({.text = "Save and come back", .classes = "govuk-button--secondary"}),
          a({class_("govuk-link")}, Url::local("/work"), "Cancel")));
}

Html specimen() {
  Layout layout{
      .title = "Case 7",
      .navigation = {{.text = "My work", .href = Url::local("/work"), .is_active = true},
                     {.text = "Programmes", .href = Url::local("/programmes")},
                     {.text = "Moderation", .href = Url::local("/moderation")}},
      .account = div({class_("app-account")}, span({}, "A. Assessor"),
                     html::form(Url::local("/sign-out"), CsrfToken{"t"}, {},
                                html::button({class_("app-link-button"), type_("submit")}, "Sign out"))),
      .phase = govuk::PhaseBanner{.tag = "Draft", .text = "Not yet agreed."},
      .banner = fragment(strong({}, "Invented demonstration."), " This body and its cases do not exist."),
      .breadcrumbs = {{.text = "Programmes", .href = Url::local("/programmes")},
                      {.text = "Ashbourne 2021", .href = Url::local("/x")},
                      {.text = "Case 7"}},
      .footer_links = {{.text = "Accessibility", .href = Url::local("/accessibility")},
                       {.text = "Privacy", .href = Url::local("/privacy")}},
      .footer_text = "Sightline is free software under the MIT licence."};
  layout.problems =
      Problems(Refusal{Refusal::Kind::Invalid,
                       "",
                       {{"grade", "Choose how well the child was protected"}, {"reason", "Give a reason"}}});
  return page(layout, fragment(span({class_("govuk-caption-l")}, "Ashbourne 2021"),
                               h1({class_("govuk-heading-l")}, "Case 7"),
                               div({class_("govuk-grid-row")},
                                   div({class_("govuk-grid-column-two-thirds")}, heading_2("Charts"),
                                       charts(), heading_2("Lists"), lists(), heading_2("Messages"),
                                       messages(), heading_2("Questions"), questions(layout.problems)))));
}

void collect_ids(const ScannedNode& node, std::set<std::string>& ids) {
  if (const auto id = node.attributes.find("id"); id != node.attributes.end())
    CHECK_MESSAGE(ids.insert(id->second).second, "the id ", id->second, " twice");
  for (const auto& child : node.children) collect_ids(child, ids);
}

}  // namespace

TEST_CASE("a page with everything on it is well formed, names nothing twice and shows no reserved mark") {
  const Html made = specimen();
  const ScannedNode root = scanned(made.view());
  std::set<std::string> ids;
  collect_ids(root, ids);
  CHECK(ids.size() > 20);
  for (const std::string_view sign : {"GDS Transport", "crown", "crest", "style=", "onclick"})
    CHECK(made.view().find(sign) == std::string_view::npos);
  std::filesystem::create_directories("build");
  std::ofstream("build/specimen.html") << made.view();
}

}  // namespace sightline::svg
