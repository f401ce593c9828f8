// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The life of a case assessment, from a draft to an agreed grade. Handbook §4.
//
// The inspectors' assessment is moderated; only an Agreed one is counted. The
// inspected body's own assessment ends when the body submits it: it is compared
// with, never corrected.

#pragma once

#include <array>
#include <span>

#include "base/words.h"
#include "base/workflow.h"
#include "people/role.h"

namespace sightline::assessment {

/// Reopened is not Returned: figures may already rest on what was agreed.
enum class State { Draft, Submitted, Returned, Agreed, Reopened };

/// Save keeps the state; the others move it.
enum class Action { Save, Submit, Return, Agree, Reopen };

/// Who judged: the inspectorate, or the inspected body about its own case.
enum class AssessorType { Inspectors, Body };

using Step = Transition<State, Action, people::Permission>;

inline constexpr Step kInspectorsWorkflow[] = {
    {State::Draft, Action::Save, State::Draft, people::Permission::AssessCases},
    {State::Returned, Action::Save, State::Returned, people::Permission::AssessCases},
    {State::Reopened, Action::Save, State::Reopened, people::Permission::AssessCases},
    {State::Draft, Action::Submit, State::Submitted, people::Permission::AssessCases},
    {State::Returned, Action::Submit, State::Submitted, people::Permission::AssessCases},
    {State::Reopened, Action::Submit, State::Submitted, people::Permission::AssessCases},
    {State::Submitted, Action::Return, State::Returned, people::Permission::ModerateCases},
    {State::Submitted, Action::Agree, State::Agreed, people::Permission::ModerateCases},
    {State::Agreed, Action::Reopen, State::Reopened, people::Permission::ModerateCases},
};

static_assert(is_deterministic(std::span<const Step>(kInspectorsWorkflow)));
static_assert(reaches_every_state(std::span<const Step>(kInspectorsWorkflow), State::Draft, 5));

inline constexpr Step kBodyWorkflow[] = {
    {State::Draft, Action::Save, State::Draft, people::Permission::AuditOwnCases},
    {State::Draft, Action::Submit, State::Submitted, people::Permission::AuditOwnCases},
};

static_assert(is_deterministic(std::span<const Step>(kBodyWorkflow)));

constexpr std::span<const Step> workflow_of(AssessorType type) {
  return type == AssessorType::Inspectors ? std::span<const Step>(kInspectorsWorkflow)
                                          : std::span<const Step>(kBodyWorkflow);
}

}  // namespace sightline::assessment

namespace sightline {

template <>
inline constexpr auto kWords<assessment::State> = std::to_array<Word<assessment::State>>({
    {assessment::State::Draft, "draft"},
    {assessment::State::Submitted, "submitted"},
    {assessment::State::Returned, "returned"},
    {assessment::State::Agreed, "agreed"},
    {assessment::State::Reopened, "reopened"},
});

template <>
inline constexpr auto kWords<assessment::Action> = std::to_array<Word<assessment::Action>>({
    {assessment::Action::Save, "save"},
    {assessment::Action::Submit, "submit"},
    {assessment::Action::Return, "return"},
    {assessment::Action::Agree, "agree"},
    {assessment::Action::Reopen, "reopen"},
});

template <>
inline constexpr auto kWords<assessment::AssessorType> = std::to_array<Word<assessment::AssessorType>>({
    {assessment::AssessorType::Inspectors, "inspectors"},
    {assessment::AssessorType::Body, "body"},
});

}  // namespace sightline
