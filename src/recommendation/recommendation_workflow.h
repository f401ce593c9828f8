// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The life of a recommendation until it is published: a draft, then settled.
// Handbook §8.26.

#pragma once

#include <array>
#include <span>

#include "base/words.h"
#include "base/workflow.h"
#include "people/role.h"

namespace sightline::recommendation {

enum class State { Draft, Settled };

/// Revise, Address and Rest change what a draft asks, of whom and for what; the others move it.
enum class Action { Revise, Address, Rest, Settle, Reopen };

using Step = Transition<State, Action, people::Permission>;

inline constexpr Step kWorkflow[] = {
    {State::Draft, Action::Revise, State::Draft, people::Permission::WriteFindings},
    {State::Draft, Action::Address, State::Draft, people::Permission::WriteFindings},
    {State::Draft, Action::Rest, State::Draft, people::Permission::WriteFindings},
    {State::Draft, Action::Settle, State::Settled, people::Permission::AgreeFindings},
    {State::Settled, Action::Reopen, State::Draft, people::Permission::AgreeFindings},
};

static_assert(is_deterministic(std::span<const Step>(kWorkflow)));
static_assert(reaches_every_state(std::span<const Step>(kWorkflow), State::Draft, 2));

/// True of an action that makes whoever takes it an author.
constexpr bool is_writing(Action action) {
  return action == Action::Revise || action == Action::Address || action == Action::Rest;
}

}  // namespace sightline::recommendation

namespace sightline {

template <>
inline constexpr auto kWords<recommendation::State> = std::to_array<Word<recommendation::State>>({
    {recommendation::State::Draft, "draft"},
    {recommendation::State::Settled, "settled"},
});

template <>
inline constexpr auto kWords<recommendation::Action> = std::to_array<Word<recommendation::Action>>({
    {recommendation::Action::Revise, "revise"},
    {recommendation::Action::Address, "address"},
    {recommendation::Action::Rest, "rest"},
    {recommendation::Action::Settle, "settle"},
    {recommendation::Action::Reopen, "reopen"},
});

}  // namespace sightline
