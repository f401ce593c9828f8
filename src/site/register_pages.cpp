// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "site/register_pages.h"

#include <algorithm>

#include "base/number.h"
#include "publication/edition_files_pages.h"
#include "recommendation/form_pages.h"
#include "site/frame_pages.h"

namespace sightline::site {

namespace {

using namespace html;
using publication::FrozenRecommendation;
using response::AnswerKind;
using response::ExpectedAnswer;

using Answers = std::vector<const ExpectedAnswer*>;

/// One recommendation, and the bodies that are to answer it in order of their forces' names.
struct Entry {
  const FrozenRecommendation* recommendation;
  Answers given;
  Answers missing;

  std::int64_t asked() const { return std::ssize(given) + std::ssize(missing); }
};

std::vector<Entry> entries_of(const PublicationView& view) {
  std::vector<Entry> entries;
  for (const FrozenRecommendation& each : view.recommendations) {
    Entry entry{&each, {}, {}};
    for (const ExpectedAnswer& answer : view.answers)
      if (answer.recommendation == each.id) (answer.answer ? entry.given : entry.missing).push_back(&answer);
    entries.push_back(std::move(entry));
  }
  return entries;
}

std::int64_t count_of(const Answers& given, AnswerKind kind) {
  return std::ranges::count(given, kind, [](const ExpectedAnswer* each) { return each->answer->kind; });
}

/// "3 of 12 bodies answered"; nothing where none is to.
std::string answered_in_words(const Entry& entry) {
  if (entry.asked() == 0) return {};
  return std::to_string(entry.given.size()) + " of " + counted(entry.asked(), "body", "bodies") + " answered";
}

Html figure_of(std::string_view label, std::int64_t count) {
  return div({class_("app-figure")}, dt({class_("app-figure__label")}, label),
             dd({class_("app-figure__value")}, count));
}

Html summary_of(const PublicationView& view, const std::vector<Entry>& entries) {
  std::int64_t missing = 0;
  for (const Entry& entry : entries) missing += std::ssize(entry.missing);
  Html kinds;
  for (const Word<AnswerKind>& kind : kWords<AnswerKind>) {
    std::int64_t count = 0;
    for (const Entry& entry : entries) count += count_of(entry.given, kind.value);
    kinds += figure_of(response::name_of(kind.value), count);
  }
  return fragment(
      p({class_("govuk-body-l")}, counted(std::ssize(entries), "recommendation", "recommendations"), ", ",
        counted(std::ssize(view.answers), "answer expected", "answers expected")),
      p({class_("govuk-body")},
        "Each local policing body answers what is addressed to it or to the force that it oversees."),
      dl({class_("app-figures")}, kinds, figure_of("No answer on record", missing)),
      govuk::inset_text({.text = "“No answer on record” says that none is on record here. It does not say "
                                 "that nothing was done."}));
}

/// Links to those of the entries that `belongs` names, under a heading; nothing where there are none.
template <class Belongs>
Html group_of(const char* title, const std::vector<Entry>& entries, Belongs belongs) {
  Html lines;
  for (const Entry& entry : entries) {
    if (!belongs(entry)) continue;
    const std::string& key = entry.recommendation->key;
    lines += li({}, a({class_("govuk-link")}, Url::fragment(key), key),
                entry.given.empty() ? std::string() : ": " + answered_in_words(entry));
  }
  if (lines.empty()) return {};
  return fragment(h3({class_("govuk-heading-s")}, title), ul({class_("govuk-list app-columns")}, lines));
}

Html contents_of(const std::vector<Entry>& entries) {
  return nav({aria_("labelledby", "contents")},
             h2({class_("govuk-heading-m"), id_("contents")}, "Find a recommendation"),
             group_of("Answered by at least one body", entries,
                      [](const Entry& each) { return !each.given.empty(); }),
             group_of("No answer on record", entries,
                      [](const Entry& each) { return each.given.empty() && !each.missing.empty(); }),
             group_of("Not for a local policing body to answer", entries,
                      [](const Entry& each) { return each.asked() == 0; }));
}

Html given_answer(const PublicationView& view, const std::string& page, const FrozenRecommendation& to,
                  const ExpectedAnswer& each) {
  const std::string own = answers_page(view.publication.key, each.force_key) + "#" + to.key;
  return li({}, link_to(page, own, each.body_name), ": ", strong({}, response::name_of(each.answer->kind)),
            br(), span({class_("app-typed")}, each.answer->text));
}

Html missing_answers(const Entry& entry) {
  if (entry.missing.empty()) return {};
  return govuk::details(
      {.summary = fragment(counted(std::ssize(entry.missing), "body", "bodies"), " with no answer on record",
                           span({class_("govuk-visually-hidden")}, " to ", entry.recommendation->key)),
       .text = ul({class_("govuk-list govuk-!-margin-bottom-0")},
                  each(entry.missing, [](const ExpectedAnswer* one) { return li({}, one->body_name); }))});
}

Html entry_of(const PublicationView& view, const std::string& page, const Entry& entry) {
  const FrozenRecommendation& shown = *entry.recommendation;
  const std::string words = answered_in_words(entry);
  return fragment(
      h2({class_("govuk-heading-m"), id_(shown.key)}, "Recommendation ", shown.key),
      p({class_("govuk-body app-typed")}, shown.details.text),
      govuk::summary_list(
          {.rows = {{.key = "Addressed to", .value = publication::addressed_to(shown)},
                    {.key = "By when",
                     .value =
                         recommendation::due_in_words(shown.details.term, view.publication.published_on)},
                    {.key = "Answers",
                     .value = words.empty() ? "Not for a local policing body to answer" : words}}}),
      when(!entry.given.empty(),
           [&] {
             return ul({class_("govuk-list govuk-list--spaced")},
                       each(entry.given, [&](const ExpectedAnswer* one) {
                         return given_answer(view, page, shown, *one);
                       }));
           }),
      missing_answers(entry));
}

}  // namespace

std::string render_register(const PublicationView& view) {
  const std::string path = recommendations_page(view.publication.key);
  const std::vector<Entry> entries = entries_of(view);
  const std::string title = "Recommendations and what was answered";
  const Html main =
      div({class_("govuk-grid-row")},
          div({class_("govuk-grid-column-two-thirds")},
              span({class_("govuk-caption-xl")}, view.publication.title),
              h1({class_("govuk-heading-xl")}, title), summary_of(view, entries), contents_of(entries),
              each(entries, [&](const Entry& entry) { return entry_of(view, path, entry); })));
  return document(
      {.path = path,
       .title = title,
       .description = "Every recommendation of the report, and what each local policing body answered.",
       .trail = {{"Publications", kHomePage}, {view.publication.title, landing_page(view.publication.key)}},
       .notice = notice_of(view)},
      main);
}

}  // namespace sightline::site
