// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include <algorithm>

#include "base/number.h"
#include "evidence/shared_pages.h"
#include "platform/clock/clock.h"
#include "theme/shared_pages.h"

namespace sightline::theme {

namespace {

using namespace html;
using http::Request;
using http::Response;
using people::Session;

Html links_to(const std::vector<Theme>& themes, const std::string& programme_key) {
  return ul({class_("govuk-list")}, each(themes, [&](const Theme& theme) {
              return li({},
                        a({class_("govuk-link")}, theme_url(programme_key, theme.key), theme.wording.name),
                        retired_tag(theme.use()));
            }));
}

Html facts(const ThemeView& view) {
  const std::string& programme = view.programme.details.key;
  const Wording& wording = view.theme.wording;
  std::vector<govuk::SummaryRow> rows{{.key = "What it means", .value = typed_text(wording.definition)}};
  if (!wording.when_to_use.empty())
    rows.push_back({.key = "When to use it", .value = typed_text(wording.when_to_use)});
  if (!wording.when_not_to_use.empty())
    rows.push_back({.key = "When not to use it", .value = typed_text(wording.when_not_to_use)});
  if (view.parent) rows.push_back({.key = "Below", .value = links_to({*view.parent}, programme)});
  if (!view.below.empty())
    rows.push_back({.key = "Themes below it", .value = links_to(view.below, programme)});
  rows.push_back({.key = "Evidence speaks of it in",
                  .value = counted(view.occurrence.inspections, "inspection", "inspections") + " of " +
                           counted(view.occurrence.forces, "force", "forces") + ", among those you may see"});
  return govuk::summary_list({.rows = std::move(rows)});
}

Html ways_to_change(const ThemeView& view, const Session& session) {
  if (view.may_manage == MayManage::No || view.theme.use() == Use::Retired) return {};
  const auto at = [&](const char* what) {
    return Url::path("programmes", view.programme.details.key, "codebook", "themes", view.theme.key, what);
  };
  const bool has_used_below =
      std::ranges::any_of(view.below, [](const Theme& each) { return each.use() == Use::InUse; });
  return div({class_("govuk-button-group")},
             govuk::button({.text = "Revise", .classes = "govuk-button--secondary", .href = at("revise")}),
             when(!has_used_below, [&] {
               return form(at("retire"), people::csrf(session), {},
                           govuk::button({.text = "Retire", .classes = "govuk-button--secondary"}));
             }));
}

Html earlier_wordings(const ThemeView& view) {
  if (view.earlier.empty()) return {};
  const Html list = ul(
      {class_("govuk-list govuk-list--spaced")}, each(view.earlier, [](const EarlierWording& earlier) {
        return li({}, strong({}, earlier.wording.name), ": ", typed_text(earlier.wording.definition), br({}),
                  span({class_("govuk-hint app-small")}, "Revision ", earlier.revision, ", by ",
                       earlier.by.value_or("the operator")));
      }));
  return govuk::details({.summary = "Earlier wordings", .text = list});
}

Html who_coded(const QuotedPassage& passage, const Theme& theme) {
  return ul(
      {class_("govuk-list app-small")}, each(passage.codings, [&](const CodingLine& coding) {
        return li(
            {}, when(coding.theme != theme.id, [&] { return fragment(strong({}, coding.theme_name), ", "); }),
            "coded by ", coder_in_words(coding), ", ", clock::in_london_words(coding.coded_at),
            when(!coding.memo.empty(), [&] { return fragment(": ", typed_text(coding.memo)); }));
      }));
}

/// Where a passage stands in its document, as a link that leads to the very place.
Html place_of(const QuotedPassage& passage) {
  const Url there = coding_url(passage.inspection_key, passage.document_number);
  const Url exact =
      *Url::parse(std::string(there.text()) + "#passage-" + std::to_string(passage.extract.value()));
  return p({class_("govuk-body-s app-passage__place")}, evidence::name_of(passage.extract), ", ",
           a({class_("govuk-link")}, exact, passage.document_title), ", document ", passage.document_number,
           ", ", passage.inspection_title, when(passage.replaced_by.has_value(), [&] {
             return fragment(". This note has been corrected by ",
                             a({class_("govuk-link")},
                               evidence::document_url(passage.inspection_key, *passage.replaced_by),
                               "document ", *passage.replaced_by));
           }));
}

Html list_of(const Page<QuotedPassage>& passages, const Theme& theme) {
  return ul({class_("govuk-list app-passages")}, each(passages.items, [&](const QuotedPassage& passage) {
              return li({class_("app-passage")},
                        blockquote({class_("app-extract")}, span({class_("app-typed")}, passage.text)),
                        place_of(passage), who_coded(passage, theme));
            }));
}

struct ShowTheme {
  const people::Web& web;

  Response operator()(const Request& request, const Session& session) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    const auto programme = request.parameter("programme"), key = request.parameter("theme");
    const Result<ThemeView> view = theme_view(snapshot, session.actor, programme, key);
    if (!view) return http::problem(view.refusal());
    const auto passages =
        passages_of(snapshot, session.actor, programme, key, http::page_asked_for(request.query));
    if (!passages) return http::problem(passages.refusal());
    const std::string& name = view->theme.wording.name;
    const Cut& cut = passages->cut;
    const Html main = fragment(
        span({class_("govuk-caption-xl")},
             view->parent ? "Theme, below " + view->parent->wording.name : "Theme"),
        h1({class_("govuk-heading-xl")}, name, retired_tag(view->theme.use())), facts(*view),
        ways_to_change(*view, session), earlier_wordings(*view), h2({class_("govuk-heading-l")}, "Passages"),
        cut.total == 0
            ? p({class_("govuk-body")}, "Nothing that you may see is coded with this theme.")
            : fragment(evidence::how_to_quote(), list_of(*passages, view->theme),
                       govuk::pages_of_list(theme_url(view->programme.details.key, view->theme.key), cut)));
    return web.page(request, session, frame_below_codebook(view->programme, name), main);
  }
};

}  // namespace

void add_passage_routes(http::Router& router, const people::Web& web) {
  router.get("/programmes/{programme}/codebook/themes/{theme}", web.signed_in(ShowTheme{web}));
}

}  // namespace sightline::theme
