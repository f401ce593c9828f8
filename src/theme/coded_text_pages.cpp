// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include <algorithm>

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

Cut cut_of_list(const CodingView& view, const Shown& shown) {
  return cut_of(std::ssize(view.passages), shown.page, kPassagesOnAPage);
}

Url address_of_list(const CodingView& view, const Shown& shown) {
  return with_shown(coding_url(view.document.inspection.key, view.document.document.number), shown);
}

/// Where the list tells of the passage: on this page or on another.
Url place_in_list(const CodingView& view, std::size_t index, const Shown& shown) {
  const std::string place = id_of("codings-", view.passages[index]);
  const std::int64_t page = static_cast<std::int64_t>(index) / kPassagesOnAPage + 1;
  if (page == cut_of_list(view, shown).number) return Url::fragment(place);
  return *Url::parse(std::string(address_of_list(view, {shown.coder, page}).text()) + "#" + place);
}

/// [3: a link to the passage in the list.
Html begin_marker(const CodingView& view, std::size_t index, const Shown& shown) {
  const CodedPassage& passage = view.passages[index];
  const std::string number = std::to_string(index + 1);
  return a({class_("govuk-link app-marker"), id_(id_of("passage-", passage)),
            attribute_("aria-label", "Passage " + number + " begins")},
           place_in_list(view, index, shown), "[" + number);
}

/// 3]
Html end_marker(std::size_t index) {
  const std::string number = std::to_string(index + 1);
  return span({class_("app-marker app-marker--end")},
              span({class_("govuk-visually-hidden")}, "End of passage "), number,
              span({attribute_("aria-hidden", "true")}, "]"));
}

Html marked(const Run& run, const evidence::Paragraph& paragraph, const CodingView& view,
            const Shown& shown) {
  const auto words =
      utf8::slice(paragraph.text, static_cast<std::size_t>(run.range.begin - paragraph.range.begin),
                  static_cast<std::size_t>(run.range.end - paragraph.range.begin));
  const std::string at = std::to_string(run.range.begin);
  return fragment(
      each(run.begin, [&](std::size_t index) { return begin_marker(view, index, shown); }),
      run.is_coded ? mark({class_("app-coded"), data_("at", at)}, words) : span({data_("at", at)}, words),
      each(run.end, end_marker));
}

Html marked(const evidence::Paragraph& paragraph, const std::vector<Run>& runs, const CodingView& view,
            const Shown& shown) {
  const std::string number = std::to_string(paragraph.number), id = "paragraph-" + number;
  return li({class_("app-paragraph"), id_(id)},
            a({class_("govuk-link app-paragraph__number"), attribute_("aria-label", "Paragraph " + number)},
              Url::fragment(id), number),
            p({class_("govuk-body app-paragraph__text app-typed")},
              each(runs, [&](const Run& run) { return marked(run, paragraph, view, shown); })));
}

std::string shortened(std::string_view text) {
  if (length(text) <= kQuotedAtMost) return std::string(text);
  return std::string(utf8::slice(text, 0, kQuotedAtMost)) + "…";
}

/// What the list of passages is made from.
struct PassageList {
  const CodingView& view;
  const Session& session;
  const Shown& shown;
  const std::optional<RefusedMemo>& refused;

  /// Where a form about one coding leads; it comes back to this page of the list.
  Url address_of(const CodingLine& coding, const char* what) const {
    return with_shown(Url::path("inspections", view.document.inspection.key, "evidence",
                                view.document.document.number, "codings", coding.id.value(), what),
                      shown);
  }
};

Html memo_form(const PassageList& list, const CodingLine& coding) {
  const RefusedMemo* refused = list.refused && list.refused->coding == coding.id ? &*list.refused : nullptr;
  const std::string id = "memo-" + std::to_string(coding.id.value());
  return govuk::details(
      {.summary = fragment(coding.memo.empty() ? "Write a memo" : "Change the memo",
                           span({class_("govuk-visually-hidden")}, " about ", coding.theme_name)),
       .text =
           form(list.address_of(coding, "memo"), people::csrf(list.session), {},
                govuk::textarea({.name = "memo",
                                 .label = {.text = "Memo"},
                                 .hint = "Why this theme. Enter no name and nothing that leads to a child.",
                                 .error = refused ? refused->problems.at(id) : Content(),
                                 .value = refused ? refused->text : coding.memo,
                                 .id = id,
                                 .rows = 3}),
                govuk::button({.text = "Keep the memo", .classes = "govuk-button--secondary"})),
       .is_open = refused != nullptr,
       .classes = "app-small"});
}

Html remove_button(const PassageList& list, const CodingLine& coding) {
  return form(list.address_of(coding, "remove"), people::csrf(list.session), {},
              button({type_("submit"), class_("app-link-button govuk-link app-small")}, "Remove",
                     span({class_("govuk-visually-hidden")}, " the coding as ", coding.theme_name, " by ",
                          coder_in_words(coding))));
}

Html coding_item(const PassageList& list, const CodingLine& coding) {
  const people::Actor& actor = list.session.actor;
  const people::Permissions& held = list.view.document.held;
  return li(
      {class_("app-coding-line")},
      a({class_("govuk-link")}, theme_url(list.view.programme_key, coding.theme_key), coding.theme_name),
      span({class_("app-small app-coding-line__who")}, coder_in_words(coding), ", ",
           clock::in_london_words(coding.coded_at)),
      when(!coding.memo.empty(), [&] { return p({class_("govuk-body-s app-typed")}, coding.memo); }),
      when(may_write_memo(actor, held, coding.person), [&] { return memo_form(list, coding); }),
      when(may_remove(actor, held, coding.person), [&] { return remove_button(list, coding); }));
}

Html passage_item(const PassageList& list, std::size_t index) {
  const CodedPassage& passage = list.view.passages[index];
  const auto words = utf8::slice(list.view.document.text, static_cast<std::size_t>(passage.range.begin),
                                 static_cast<std::size_t>(passage.range.end));
  return li({id_(id_of("codings-", passage)), class_("app-coded-passage")},
            h3({class_("govuk-heading-s")},
               a({class_("govuk-link")}, Url::fragment(id_of("passage-", passage)), "Passage ", index + 1)),
            blockquote({class_("app-extract app-small app-typed")}, shortened(words)),
            ul({class_("govuk-list")},
               each(passage.codings, [&](const CodingLine& coding) { return coding_item(list, coding); })));
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

Shown shown_in(const http::Fields& query) {
  return {.coder = query.text("coder") == "me" ? Coder::Asker : Coder::Anybody,
          .page = http::page_asked_for(query)};
}

Url with_shown(const Url& address, const Shown& shown) {
  const Url whose = shown.coder == Coder::Asker ? address.with("coder", "me") : address;
  return shown.page == 1 ? whose : whose.with("page", shown.page);
}

Html coded_text(const CodingView& view, const Shown& shown) {
  std::vector<Range> paragraphs, passages;
  for (const evidence::Paragraph& each : view.document.paragraphs) paragraphs.push_back(each.range);
  for (const CodedPassage& each : view.passages) passages.push_back(each.range);
  const std::vector<std::vector<Run>> runs = runs_of(paragraphs, passages);
  Html all;
  for (std::size_t i = 0; i < runs.size(); ++i)
    all += marked(view.document.paragraphs[i], runs[i], view, shown);
  return div({id_("text"), class_("app-coding__text")}, ol({class_("govuk-list app-paragraphs")}, all));
}

Html passage_list(const CodingView& view, const Session& session, const Shown& shown,
                  const std::optional<RefusedMemo>& refused) {
  const PassageList list{view, session, shown, refused};
  const Cut cut = cut_of_list(view, shown);
  const auto first = static_cast<std::size_t>(cut.offset);
  const std::size_t end = std::min(first + kPassagesOnAPage, view.passages.size());
  Html lines;
  for (std::size_t index = first; index < end; ++index) lines += passage_item(list, index);
  return section({attribute_("aria-labelledby", "coded-passages")},
                 h2({class_("govuk-heading-m"), id_("coded-passages")}, "Coded passages"),
                 whose(view, shown.coder),
                 view.passages.empty() ? p({class_("govuk-body")}, "None yet.")
                                       : ol({class_("govuk-list app-coded-passages")}, lines),
                 govuk::pages_of_list(address_of_list(view, {shown.coder, 1}), cut));
}

}  // namespace sightline::theme
