// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "theme/coding_service.h"

#include <algorithm>

#include "inspection/inspection_service.h"
#include "programme/programme_service.h"
#include "theme/coding_store.h"
#include "theme/theme_store.h"

namespace sightline::theme {

namespace {

bool is_own(const Actor& actor, const std::optional<PersonId>& coder) {
  return actor.person == coder;
}

/// A coding that holds, in evidence the actor may code.
Result<codings::PlacedCoding> open_coding(sql::Reader& reader, const Actor& actor,
                                          std::string_view inspection_key, std::int64_t number, CodingId id,
                                          Permission needs) {
  auto found = codings::visible(reader, actor, inspection_key, number, id);
  if (!found) return no_such_coding();
  if (!inspection::permissions_in(reader, actor, found->inspection).may(needs))
    return Refusal{Refusal::Kind::NotPermitted, "Your role in this inspection does not allow this.", {}};
  return *std::move(found);
}

Refusal removed_before() {
  return {Refusal::Kind::WrongState, "This coding was removed before.", {}};
}

/// Refuses themes with which the passage is coded by the same person.
std::optional<Refusal> refuse_twice(std::span<const Coding> held, std::span<const Theme> themes) {
  for (const Theme& theme : themes)
    if (std::ranges::find(held, theme.id, &Coding::theme) != held.end())
      return Refusal{
          Refusal::Kind::Invalid,
          "The passage was not coded.",
          {{"themes", "You have coded this very passage with “" + theme.wording.name + "” already."}}};
  return std::nullopt;
}

static_assert(CodePassage::kNeeds == evidence::MarkExtract::kNeeds);  // evidence::mark() asks for it.

}  // namespace

Result<Coded> decide(journal::Work& work, const Actor& actor, const CodePassage& command) {
  SIGHTLINE_TRY(const auto marked, evidence::mark(work, actor, command.inspection_key,
                                                  command.document_number, {command.begin, command.end}));
  const auto inspection = inspection::find_inspection(work.sql(), actor, command.inspection_key);
  SIGHTLINE_TRY(const std::vector<Theme> themes,
                chosen(themes_of(work.sql(), inspection->programme), command.theme_keys));
  SIGHTLINE_TRY(const std::string memo, checked_memo(command.memo));
  const std::vector<Coding> before = codings::of_extract(work.sql(), marked.id, actor.person);
  if (auto refusal = refuse_twice(before, themes)) return *refusal;

  Coded coded{marked.id, {}};
  for (const Theme& theme : themes) {
    const CodingId id = codings::insert(work.sql(), {.id = CodingId{0},
                                                     .extract = marked.id,
                                                     .theme = theme.id,
                                                     .person = actor.person,
                                                     .coded_at = work.now(),
                                                     .memo = {},
                                                     .removed_at = {}});
    if (!memo.empty()) codings::write_memo(work.sql(), id, memo, work.now());
    coded.codings.push_back(id);
  }
  std::optional<journal::StateText> earlier;
  if (marked.was == OnRecord::Already) earlier = state_text(marked.id, before);
  work.changed({"extract", marked.id.value()}, earlier,
               state_text(marked.id, codings::of_extract(work.sql(), marked.id, actor.person)));
  return coded;
}

Result<CodingId> decide(journal::Work& work, const Actor& actor, const RemoveCoding& command) {
  SIGHTLINE_TRY(const auto found, open_coding(work.sql(), actor, command.inspection_key,
                                              command.document_number, command.coding, RemoveCoding::kNeeds));
  const auto held = inspection::permissions_in(work.sql(), actor, found.inspection);
  if (!may_remove(actor, held, found.coding.person))
    return Refusal{Refusal::Kind::NotPermitted,
                   "A coding is removed by whoever made it, or by whoever keeps the codebook.",
                   {}};
  if (found.coding.removed_at) return removed_before();
  codings::remove(work.sql(), found.coding.id, actor.person, work.now());
  Coding removed = found.coding;
  removed.removed_at = work.now();
  work.changed({"coding", removed.id.value()}, state_text(found.coding), state_text(removed));
  return removed.id;
}

Result<CodingId> decide(journal::Work& work, const Actor& actor, const WriteMemo& command) {
  SIGHTLINE_TRY(const auto found, open_coding(work.sql(), actor, command.inspection_key,
                                              command.document_number, command.coding, WriteMemo::kNeeds));
  if (!is_own(actor, found.coding.person))
    return Refusal{Refusal::Kind::NotPermitted, "A memo is written by whoever made the coding.", {}};
  if (found.coding.removed_at) return removed_before();
  Coding noted = found.coding;
  SIGHTLINE_TRY(noted.memo, checked_memo(command.memo));
  if (noted.memo == found.coding.memo) {
    work.unchanged();
    return noted.id;
  }
  codings::write_memo(work.sql(), noted.id, noted.memo, work.now());
  work.changed({"coding", noted.id.value()}, state_text(found.coding), state_text(noted));
  return noted.id;
}

Result<CodingView> coding_view(sql::Reader& reader, const Actor& actor, std::string_view inspection_key,
                               std::int64_t number, Coder coder) {
  SIGHTLINE_TRY(auto document, evidence::document_view(reader, actor, inspection_key, number));
  const auto programme = programme::find_programme(reader, document.inspection.programme);
  std::vector<CodedPassage> passages = codings::of_document(reader, document.document.id);
  if (coder == Coder::Asker) {
    for (CodedPassage& passage : passages)
      std::erase_if(passage.codings, [&](const CodingLine& line) { return !is_own(actor, line.person); });
    std::erase_if(passages, [](const CodedPassage& passage) { return passage.codings.empty(); });
  }
  std::vector<Theme> codebook = themes_of(reader, programme->id);
  return CodingView{std::move(document), programme->details.key, std::move(codebook), std::move(passages)};
}

bool may_remove(const Actor& actor, people::Permissions held, const std::optional<PersonId>& coder) {
  return held.may(RemoveCoding::kNeeds) && (is_own(actor, coder) || actor.may(Permission::ManageCodebook));
}

bool may_write_memo(const Actor& actor, people::Permissions held, const std::optional<PersonId>& coder) {
  return held.may(WriteMemo::kNeeds) && is_own(actor, coder);
}

Result<Page<QuotedPassage>> passages_of(sql::Reader& reader, const Actor& actor,
                                        std::string_view programme_key, std::string_view theme_key,
                                        std::int64_t page_number) {
  SIGHTLINE_TRY(const auto codebook, themes_of(reader, actor, programme_key));
  const Theme* theme = find(codebook, theme_key);
  if (theme == nullptr) return no_such_theme();
  return codings::of_theme(reader, actor, theme->id, page_number);
}

}  // namespace sightline::theme
