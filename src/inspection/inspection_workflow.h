// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The stages of one of our own inspections, and who may move it from one to the
// next. What is known from the public record has no stage.
//
// No source tells how an inspectorate names its stages; these are ours (Handbook
// §3.17). Planning and fieldwork are moved by whoever plans, moderation is ended by a
// moderator and the report is published by an editor, so that no one pair of hands
// does it all (§2.11).

#pragma once

#include <array>
#include <span>
#include <string_view>

#include "base/words.h"
#include "base/workflow.h"
#include "people/role.h"

namespace sightline::inspection {

enum class Stage { Planned, Announced, Fieldwork, Moderation, Reporting, Published, Closed };

enum class StageAction {
  Announce,
  Postpone,
  BeginFieldwork,
  BeginModeration,
  ReturnToFieldwork,
  BeginReporting,
  ReturnToModeration,
  Publish,
  Close,
  Reopen
};

using StageStep = Transition<Stage, StageAction, people::Permission>;

inline constexpr StageStep kStages[] = {
    {Stage::Planned, StageAction::Announce, Stage::Announced, people::Permission::PlanInspections},
    {Stage::Announced, StageAction::Postpone, Stage::Planned, people::Permission::PlanInspections},
    {Stage::Announced, StageAction::BeginFieldwork, Stage::Fieldwork, people::Permission::PlanInspections},
    {Stage::Fieldwork, StageAction::BeginModeration, Stage::Moderation, people::Permission::PlanInspections},
    {Stage::Moderation, StageAction::ReturnToFieldwork, Stage::Fieldwork, people::Permission::ModerateCases},
    {Stage::Moderation, StageAction::BeginReporting, Stage::Reporting, people::Permission::ModerateCases},
    {Stage::Reporting, StageAction::ReturnToModeration, Stage::Moderation, people::Permission::ModerateCases},
    {Stage::Reporting, StageAction::Publish, Stage::Published, people::Permission::Publish},
    {Stage::Published, StageAction::Close, Stage::Closed, people::Permission::PlanInspections},
    {Stage::Closed, StageAction::Reopen, Stage::Published, people::Permission::PlanInspections},
    {Stage::Published, StageAction::Reopen, Stage::Moderation, people::Permission::ModerateCases},
};
static_assert(is_deterministic(std::span<const StageStep>(kStages)));
static_assert(reaches_every_state(std::span<const StageStep>(kStages), Stage::Planned, 7));

/// Whether the step is taken with a reason, which is kept (Handbook §3.18).
constexpr bool needs_reason(StageAction action) {
  return action == StageAction::Reopen;
}

/// As a page says it: "Fieldwork", "Begin fieldwork".
std::string_view name_of(Stage stage);
std::string_view name_of(StageAction action);

}  // namespace sightline::inspection

template <>
inline constexpr auto sightline::kWords<sightline::inspection::Stage> =
    std::to_array<sightline::Word<sightline::inspection::Stage>>({
        {sightline::inspection::Stage::Planned, "planned"},
        {sightline::inspection::Stage::Announced, "announced"},
        {sightline::inspection::Stage::Fieldwork, "fieldwork"},
        {sightline::inspection::Stage::Moderation, "moderation"},
        {sightline::inspection::Stage::Reporting, "reporting"},
        {sightline::inspection::Stage::Published, "published"},
        {sightline::inspection::Stage::Closed, "closed"},
    });

template <>
inline constexpr auto sightline::kWords<sightline::inspection::StageAction> =
    std::to_array<sightline::Word<sightline::inspection::StageAction>>({
        {sightline::inspection::StageAction::Announce, "announce"},
        {sightline::inspection::StageAction::Postpone, "postpone"},
        {sightline::inspection::StageAction::BeginFieldwork, "begin-fieldwork"},
        {sightline::inspection::StageAction::BeginModeration, "begin-moderation"},
        {sightline::inspection::StageAction::ReturnToFieldwork, "return-to-fieldwork"},
        {sightline::inspection::StageAction::BeginReporting, "begin-reporting"},
        {sightline::inspection::StageAction::ReturnToModeration, "return-to-moderation"},
        {sightline::inspection::StageAction::Publish, "publish"},
        {sightline::inspection::StageAction::Close, "close"},
        {sightline::inspection::StageAction::Reopen, "reopen"},
    });
