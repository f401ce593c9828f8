// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The life of a finding, from a draft to a statement that a second person stands by.
// Handbook §8.20.
//
// There is no step of handing in: a draft may be agreed whenever somebody who wrote none
// of it finds it right, and be returned with a reason whenever not.

#pragma once

#include <array>
#include <span>

#include "base/words.h"
#include "base/workflow.h"
#include "people/role.h"

namespace sightline::finding {

enum class State { Draft, Agreed };

/// Revise, Support and Withdraw change what a draft says or rests on; the others move it, or, in
/// Return, tell its author what to look at again.
enum class Action { Revise, Support, Withdraw, Agree, Return, Reopen };

using Step = Transition<State, Action, people::Permission>;

inline constexpr Step kWorkflow[] = {
    {State::Draft, Action::Revise, State::Draft, people::Permission::WriteFindings},
    {State::Draft, Action::Support, State::Draft, people::Permission::WriteFindings},
    {State::Draft, Action::Withdraw, State::Draft, people::Permission::WriteFindings},
    {State::Draft, Action::Return, State::Draft, people::Permission::AgreeFindings},
    {State::Draft, Action::Agree, State::Agreed, people::Permission::AgreeFindings},
    {State::Agreed, Action::Reopen, State::Draft, people::Permission::AgreeFindings},
};

static_assert(is_deterministic(std::span<const Step>(kWorkflow)));
static_assert(reaches_every_state(std::span<const Step>(kWorkflow), State::Draft, 2));

/// True of an action that makes whoever takes it an author.
constexpr bool is_writing(Action action) {
  return action == Action::Revise || action == Action::Support || action == Action::Withdraw;
}

}  // namespace sightline::finding

namespace sightline {

template <>
inline constexpr auto kWords<finding::State> = std::to_array<Word<finding::State>>({
    {finding::State::Draft, "draft"},
    {finding::State::Agreed, "agreed"},
});

template <>
inline constexpr auto kWords<finding::Action> = std::to_array<Word<finding::Action>>({
    {finding::Action::Revise, "revise"},
    {finding::Action::Support, "support"},
    {finding::Action::Withdraw, "withdraw"},
    {finding::Action::Agree, "agree"},
    {finding::Action::Return, "return"},
    {finding::Action::Reopen, "reopen"},
});

}  // namespace sightline
