// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "theme/theme.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"

namespace sightline::theme {

namespace {

constexpr const char* kNotRecorded = "The theme was not recorded.";

Refusal problem(std::string field, std::string message) {
  return {Refusal::Kind::Invalid, kNotRecorded, {{std::move(field), std::move(message)}}};
}

/// Trims `text`, and says what is wrong with it beside `field`.
void check(std::string& text, const char* field, std::size_t longest, std::vector<FieldProblem>& problems) {
  text = std::string(trimmed(with_plain_line_ends(text)));
  if (!is_plain_text(text))
    problems.push_back({field, "This holds characters that cannot be shown. Type it in again."});
  else if (length(text) > longest)
    problems.push_back({field, "Use " + std::to_string(longest) + " characters or fewer."});
}

}  // namespace

Result<Wording> checked(Wording wording) {
  std::vector<FieldProblem> problems;
  check(wording.name, "name", kLongestName, problems);
  check(wording.definition, "definition", kLongestText, problems);
  check(wording.when_to_use, "when-to-use", kLongestText, problems);
  check(wording.when_not_to_use, "when-not-to-use", kLongestText, problems);
  if (wording.name.empty()) problems.push_back({"name", "Give the theme a name."});
  if (wording.name.find('\n') != std::string::npos)
    problems.push_back({"name", "Write the name on one line."});
  if (wording.definition.empty())
    problems.push_back({"definition", "Say what the theme means, so that two people code alike."});
  if (!problems.empty()) return Refusal{Refusal::Kind::Invalid, kNotRecorded, std::move(problems)};
  return wording;
}

Result<std::string> checked_key(std::string key) {
  if (key.empty() || key != slug(key) || key.size() > kLongestName)
    return problem(
        "key", "A key is made of lower-case letters and digits joined by hyphens, such as voice-of-child.");
  return key;
}

const Theme* find(std::span<const Theme> codebook, std::string_view key) {
  const auto found = std::ranges::find(codebook, key, &Theme::key);
  return found == codebook.end() ? nullptr : &*found;
}

const Theme* find(std::span<const Theme> codebook, ThemeId id) {
  const auto found = std::ranges::find(codebook, id, &Theme::id);
  return found == codebook.end() ? nullptr : &*found;
}

std::optional<Refusal> refuse_place(std::span<const Theme> codebook, const std::optional<std::string>& parent,
                                    std::string_view name, std::optional<ThemeId> but) {
  const Theme* above = parent ? find(codebook, *parent) : nullptr;
  if (parent && above == nullptr) return problem("parent", "There is no such theme in this codebook.");
  if (above != nullptr && above->parent)
    return problem("parent", "Themes have two levels: “" + above->wording.name + "” is on the lower one.");
  if (above != nullptr && !but && above->use() == Use::Retired)
    return problem("parent", "“" + above->wording.name + "” is retired.");
  for (const Theme& each : codebook) {
    const bool is_beside = each.parent == (above == nullptr ? std::nullopt : std::optional(above->id));
    if (is_beside && each.use() == Use::InUse && each.id != but &&
        lower_ascii(each.wording.name) == lower_ascii(name))
      return problem("name", "There is a theme of this name already. Two of them could not be told apart.");
  }
  return std::nullopt;
}

std::optional<Refusal> refuse_retiring(std::span<const Theme> codebook, const Theme& theme) {
  if (theme.use() == Use::Retired)
    return Refusal{Refusal::Kind::WrongState, "“" + theme.wording.name + "” is retired already.", {}};
  const bool is_above = std::ranges::any_of(
      codebook, [&](const Theme& each) { return each.parent == theme.id && each.use() == Use::InUse; });
  if (is_above)
    return Refusal{
        Refusal::Kind::WrongState, "Retire the themes below “" + theme.wording.name + "” first.", {}};
  return std::nullopt;
}

Refusal no_such_codebook() {
  return {Refusal::Kind::NotFound, "There is no such codebook.", {}};
}

Refusal no_such_theme() {
  return {Refusal::Kind::NotFound, "There is no such theme.", {}};
}

journal::StateText state_text(const Theme& of) {
  std::optional<std::int64_t> parent;
  if (of.parent) parent = of.parent->value();
  std::optional<std::string> retired_at;
  if (of.retired_at) retired_at = of.retired_at->iso();
  return journal::StateText()
      .add("codebook", of.codebook.value())
      .add("parent", parent)
      .add("key", of.key)
      .add("name", of.wording.name)
      .add("definition", of.wording.definition)
      .add("when_to_use", of.wording.when_to_use)
      .add("when_not_to_use", of.wording.when_not_to_use)
      .add("position", of.position)
      .add("revision", of.revision)
      .add("retired_at", retired_at);
}

}  // namespace sightline::theme
