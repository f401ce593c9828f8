// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What a connection has read and need not read again: rows that never change (see
// Reader::read_unchanging), and answers that hold until something is written (see
// Reader::read_until_written). It lives and dies with its connection, so it can be of
// no other database, and one thread at a time uses it. A connection that writes keeps
// no answers, and forgets everything when anything it wrote is undone.
//
// The rows that never change only grow: they are for what a program has few of, such
// as the versions of a framework, never for what people record.
//
// Private to platform/sql.

#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace sightline::sql {

class Kept {
 public:
  template <class T>
  std::shared_ptr<const T> find(std::string_view kind, std::int64_t id) const {
    const auto found = values_.find({kind, id});
    return found == values_.end() ? nullptr : std::static_pointer_cast<const T>(found->second);
  }

  template <class T>
  void keep(std::string_view kind, std::int64_t id, std::shared_ptr<const T> value) {
    values_[{kind, id}] = std::move(value);
  }

  /// Where writes were undone, it cannot be told which of the values were read from them.
  void forget() { values_.clear(); }

  /// The state of the database that is read from now on. Answers that belong to another are forgotten; where
  /// the engine cannot name its state, none are kept.
  void move_to(std::optional<std::uint64_t> state) {
    if (state != state_ || !state || answers_.size() > kMostAnswers) answers_.clear();
    state_ = state;
  }

  template <class T>
  std::shared_ptr<const T> find_answer(std::string_view kind, const std::string& about) const {
    const auto found = answers_.find({kind, about});
    return found == answers_.end() ? nullptr : std::static_pointer_cast<const T>(found->second);
  }

  template <class T>
  void keep_answer(std::string_view kind, const std::string& about, std::shared_ptr<const T> answer) {
    if (state_) answers_[{kind, about}] = std::move(answer);
  }

 private:
  static constexpr std::size_t kMostAnswers = 1000;

  std::map<std::pair<std::string_view, std::int64_t>, std::shared_ptr<const void>> values_;
  std::map<std::pair<std::string_view, std::string>, std::shared_ptr<const void>> answers_;
  std::optional<std::uint64_t> state_;
};

}  // namespace sightline::sql
