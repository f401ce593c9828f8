// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "base/text.h"
#include "base/utf8.h"
#include "evidence/shared_pages.h"
#include "platform/clock/clock.h"
#include "theme/shared_pages.h"

namespace sightline::theme {

namespace {

using namespace html;
using people::Session;

constexpr std::size_t kQuotedAtMost = 160;  // Characters of a passage that its line in the list repeats.

std::string id_of(const char* what, const CodedPassage& passage) {
  return what + std::to_string(passage.extract.value());
}

/// [3: a link to the passage in the list.
Html begin_marker(const CodedPassage& passage, std::size_t index) {
  const std::string number = std::to_string(index + 1);
  return a({class_("govuk-link app-marker"), id_(id_of("passage-", passage)),
            attribute_("aria-label", "Passage " + number + " begins")},
           Url::fragment(id_of("codings-", passage)), "[" + number);
}

/// 3]
Html end_marker(std::size_t index) {
  const std::string number = std::to_string(index + 1);
  return span({class_("app-marker app-marker--end")},
              span({class_("govuk-visually-hidden")}, "End of passage "), number,
              span({attribute_("aria-hidden", "true")}, "]"));
}

Html shown(const Run& run, const evidence::Paragraph& paragraph, const CodingView& view) {
  const auto words =
      utf8::slice(paragraph.text, static_cast<std::size_t>(run.range.begin - paragraph.range.begin),
                  static_cast<std::size_t>(run.range.end - paragraph.range.begin));
  const std::string at = std::to_string(run.range.begin);
  return fragment(
      each(run.begin, [&](std::size_t index) { return begin_marker(view.passages[index], index); }),
      run.is_coded ? mark({class_("app-coded"), data_("at", at)}, words) : span({data_("at", at)}, words),
      each(run.end, end_marker));
}

Html shown(const evidence::Paragraph& paragraph, const std::vector<Run>& runs, const CodingView& view) {
  const std::string number = std::to_string(paragraph.number), id = "paragraph-" + number;
  return li({class_("app-paragraph"), id_(id)},
            a({class_("govuk-link app-paragraph__number"), attribute_("aria-label", "Paragraph " + number)},
              Url::fragment(id), number),
            p({class_("govuk-body app-paragraph__text app-typed")},
              each(runs, [&](const Run& run) { return shown(run, paragraph, view); })));
}

std::string shortened(std::string_view text) {
  if (length(text) <= kQuotedAtMost) return std::string(text);
  return std::string(utf8::slice(text, 0, kQuotedAtMost)) + "…";
}

/// Where a form about one coding leads.
Url address_of(const CodingView& view, const CodingLine& coding, const char* what) {
  return Url::path("inspections", view.document.inspection.key, "evidence", view.document.document.number,
                   "codings", coding.id.value(), what);
}

Html memo_form(const CodingView& view, const CodingLine& coding, const Session& session) {
  return govuk::details(
      {.summary = fragment(coding.memo.empty() ? "Write a memo" : "Change the memo",
                           span({class_("govuk-visually-hidden")}, " about ", coding.theme_name)),
       .text =
           form(address_of(view, coding, "memo"), people::csrf(session), {},
                govuk::textarea({.name = "memo",
                                 .label = {.text = "Memo"},
                                 .hint = "Why this theme. Enter no name and nothing that leads to a child.",
                                 .value = coding.memo,
                                 .id = "memo-" + std::to_string(coding.id.value()),
                                 .rows = 3}),
                govuk::button({.text = "Keep the memo", .classes = "govuk-button--secondary"})),
       .classes = "app-small"});
}

Html remove_button(const CodingView& view, const CodingLine& coding, const Session& session) {
  return form(address_of(view, coding, "remove"), people::csrf(session), {},
              button({type_("submit"), class_("app-link-button govuk-link app-small")}, "Remove",
                     span({class_("govuk-visually-hidden")}, " the coding as ", coding.theme_name, " by ",
                          coder_in_words(coding))));
}

Html shown(const CodingView& view, const CodingLine& coding, const Session& session) {
  const people::Permissions& held = view.document.held;
  return li({class_("app-coding-line")},
            a({class_("govuk-link")}, theme_url(view.programme_key, coding.theme_key), coding.theme_name),
            span({class_("app-small app-coding-line__who")}, coder_in_words(coding), ", ",
                 clock::in_london_words(coding.coded_at)),
            when(!coding.memo.empty(), [&] { return p({class_("govuk-body-s app-typed")}, coding.memo); }),
            when(may_write_memo(session.actor, held, coding.person),
                 [&] { return memo_form(view, coding, session); }),
            when(may_remove(session.actor, held, coding.person),
                 [&] { return remove_button(view, coding, session); }));
}

Html shown(const CodingView& view, const CodedPassage& passage, std::size_t index, const Session& session) {
  const auto words = utf8::slice(view.document.text, static_cast<std::size_t>(passage.range.begin),
                                 static_cast<std::size_t>(passage.range.end));
  return li({id_(id_of("codings-", passage)), class_("app-coded-passage")},
            h3({class_("govuk-heading-s")},
               a({class_("govuk-link")}, Url::fragment(id_of("passage-", passage)), "Passage ", index + 1)),
            blockquote({class_("app-extract app-small app-typed")}, shortened(words)),
            ul({class_("govuk-list")}, each(passage.codings, [&](const CodingLine& coding) {
                 return shown(view, coding, session);
               })));
}

Html whose(const CodingView& view, Coder coder) {
  const Url all = coding_url(view.document.inspection.key, view.document.document.number);
  return p({class_("govuk-body-s")},
           coder == Coder::Anybody
               ? fragment("Coded by anybody. ",
                          a({class_("govuk-link")}, all.with("coder", "me"), "Show only mine"))
               : fragment("Coded by you. ", a({class_("govuk-link")}, all, "Show everybody’s")));
}

}  // namespace

Html coded_text(const CodingView& view) {
  std::vector<Range> paragraphs, passages;
  for (const evidence::Paragraph& each : view.document.paragraphs) paragraphs.push_back(each.range);
  for (const CodedPassage& each : view.passages) passages.push_back(each.range);
  const std::vector<std::vector<Run>> runs = runs_of(paragraphs, passages);
  Html all;
  for (std::size_t i = 0; i < runs.size(); ++i) all += shown(view.document.paragraphs[i], runs[i], view);
  return div({id_("text"), class_("app-coding__text")}, ol({class_("govuk-list app-paragraphs")}, all));
}

Html passage_list(const CodingView& view, const Session& session, Coder coder) {
  Html lines;
  for (std::size_t i = 0; i < view.passages.size(); ++i) lines += shown(view, view.passages[i], i, session);
  return section({attribute_("aria-labelledby", "coded-passages")},
                 h2({class_("govuk-heading-m"), id_("coded-passages")}, "Coded passages"), whose(view, coder),
                 view.passages.empty() ? p({class_("govuk-body")}, "None yet.")
                                       : ol({class_("govuk-list app-coded-passages")}, lines));
}

}  // namespace sightline::theme
