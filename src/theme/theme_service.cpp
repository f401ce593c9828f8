// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "theme/theme_service.h"

#include "programme/programme_service.h"
#include "theme/theme_store.h"

namespace sightline::theme {

namespace {

constexpr int kWordingsShown = 20;

bool sees(sql::Reader& reader, const Actor& actor, ProgrammeId programme) {
  return actor.may(Permission::ManageCodebook) || codebooks::sees_evidence_of(reader, actor, programme);
}

/// A programme whose codebook the actor sees.
Result<programme::Programme> open_programme(sql::Reader& reader, const Actor& actor, std::string_view key) {
  auto found = programme::find_programme(reader, key);
  if (!found || !sees(reader, actor, found->id)) return no_such_codebook();
  return *std::move(found);
}

/// One that the actor may change.
Result<programme::Programme> own_programme(sql::Reader& reader, const Actor& actor, std::string_view key,
                                           Permission needs) {
  SIGHTLINE_TRY(auto found, open_programme(reader, actor, key));
  if (auto refusal = refuse_unless(actor, needs)) return *refusal;
  return found;
}

struct Opened {
  std::vector<Theme> codebook;
  Theme theme;
};
/// A theme that the actor may change.
Result<Opened> own_theme(sql::Reader& reader, const Actor& actor, std::string_view programme_key,
                         std::string_view key, Permission needs) {
  SIGHTLINE_TRY(const auto programme, own_programme(reader, actor, programme_key, needs));
  std::vector<Theme> codebook = themes_of(reader, programme.id);
  const Theme* theme = find(codebook, key);
  if (theme == nullptr) return no_such_theme();
  return Opened{codebook, *theme};
}

MayManage may_manage(const Actor& actor) {
  return actor.may(Permission::ManageCodebook) ? MayManage::Yes : MayManage::No;
}

std::optional<std::string> key_of_parent(std::span<const Theme> codebook, const Theme& theme) {
  return theme.parent ? std::optional(find(codebook, *theme.parent)->key) : std::nullopt;
}

}  // namespace

Result<Theme> decide(journal::Work& work, const Actor& actor, const AddTheme& command) {
  SIGHTLINE_TRY(const auto programme,
                own_programme(work.sql(), actor, command.programme_key, AddTheme::kNeeds));
  SIGHTLINE_TRY(const Wording wording, checked(command.wording));
  SIGHTLINE_TRY(const std::string key, checked_key(command.key));
  const std::vector<Theme> codebook = themes_of(work.sql(), programme.id);
  if (const Theme* taken = find(codebook, key))
    return Refusal{Refusal::Kind::Invalid,
                   "The theme was not recorded.",
                   {{"key", "“" + taken->wording.name + "” has this key already."}}};
  if (auto refusal = refuse_place(codebook, command.parent_key, wording.name)) return *refusal;
  auto id = codebooks::of_programme(work.sql(), programme.id);
  if (!id) id = codebooks::insert(work.sql(), programme.id, programme.details.name);
  const Theme* parent = command.parent_key ? find(codebook, *command.parent_key) : nullptr;
  const Theme asked{.id = ThemeId{0},
                    .codebook = *id,
                    .parent = parent == nullptr ? std::nullopt : std::optional(parent->id),
                    .key = key,
                    .wording = wording,
                    .position = 1,
                    .revision = 1,
                    .retired_at = std::nullopt};
  const Theme added = codebooks::insert(work.sql(), asked, actor.person, work.now());
  work.changed({"theme", added.id.value()}, std::nullopt, state_text(added));
  return added;
}

Result<Theme> decide(journal::Work& work, const Actor& actor, const ReviseTheme& command) {
  SIGHTLINE_TRY(const Opened opened,
                own_theme(work.sql(), actor, command.programme_key, command.key, ReviseTheme::kNeeds));
  const Theme& before = opened.theme;
  if (before.use() == Use::Retired)
    return Refusal{
        Refusal::Kind::WrongState, "“" + before.wording.name + "” is retired. It stays as it is.", {}};
  if (before.revision != command.based_on)
    return Refusal{Refusal::Kind::Conflict, "Somebody else has revised this theme meanwhile.", {}};
  Theme revised = before;
  SIGHTLINE_TRY(revised.wording, checked(command.wording));
  const auto parent = key_of_parent(opened.codebook, before);
  if (auto refusal = refuse_place(opened.codebook, parent, revised.wording.name, before.id)) return *refusal;
  if (revised.wording == before.wording) {
    work.unchanged();
    return before;
  }
  ++revised.revision;
  codebooks::revise(work.sql(), revised, actor.person, work.now());
  work.changed({"theme", revised.id.value()}, state_text(before), state_text(revised));
  return revised;
}

Result<Theme> decide(journal::Work& work, const Actor& actor, const RetireTheme& command) {
  SIGHTLINE_TRY(Opened opened,
                own_theme(work.sql(), actor, command.programme_key, command.key, RetireTheme::kNeeds));
  if (auto refusal = refuse_retiring(opened.codebook, opened.theme)) return *refusal;
  Theme retired = opened.theme;
  retired.retired_at = work.now();
  codebooks::retire(work.sql(), retired.id, work.now());
  work.changed({"theme", retired.id.value()}, state_text(opened.theme), state_text(retired));
  return retired;
}

std::vector<programme::Programme> programmes_with_codebook(sql::Reader& reader, const Actor& actor) {
  std::vector<programme::Programme> seen;
  for (programme::Programme& each : programme::programmes(reader))
    if (sees(reader, actor, each.id)) seen.push_back(std::move(each));
  return seen;
}

Result<CodebookView> codebook_view(sql::Reader& reader, const Actor& actor, std::string_view programme_key,
                                   std::int64_t page_number) {
  SIGHTLINE_TRY(auto programme, open_programme(reader, actor, programme_key));
  const auto id = codebooks::of_programme(reader, programme.id);
  auto themes = id ? codebooks::counted(reader, actor, programme.id, *id, page_number)
                   : page_of(cut_of(0, 1, kThemesOnAPage), std::vector<CountedTheme>{});
  return CodebookView{std::move(programme), may_manage(actor), std::move(themes)};
}

Result<std::vector<Theme>> themes_of(sql::Reader& reader, const Actor& actor,
                                     std::string_view programme_key) {
  SIGHTLINE_TRY(const auto programme, open_programme(reader, actor, programme_key));
  return themes_of(reader, programme.id);
}

std::vector<Theme> themes_of(sql::Reader& reader, ProgrammeId programme) {
  const auto id = codebooks::of_programme(reader, programme);
  return id ? codebooks::themes(reader, *id) : std::vector<Theme>{};
}

Result<ThemeView> theme_view(sql::Reader& reader, const Actor& actor, std::string_view programme_key,
                             std::string_view theme_key) {
  SIGHTLINE_TRY(auto programme, open_programme(reader, actor, programme_key));
  const std::vector<Theme> codebook = themes_of(reader, programme.id);
  const Theme* theme = find(codebook, theme_key);
  if (theme == nullptr) return no_such_theme();
  ThemeView view{.programme = std::move(programme),
                 .may_manage = may_manage(actor),
                 .theme = *theme,
                 .parent = {},
                 .below = {},
                 .occurrence = {},
                 .earlier = codebooks::earlier_wordings(reader, theme->id, kWordingsShown)};
  if (theme->parent) view.parent = *find(codebook, *theme->parent);
  for (const Theme& each : codebook)
    if (each.parent == theme->id) view.below.push_back(each);
  view.occurrence = codebooks::occurrence(reader, actor, view.programme.id, theme->id);
  return view;
}

}  // namespace sightline::theme
