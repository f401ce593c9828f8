// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What a connection has read of rows that never change, so that it need not read
// them again: see Reader::read_unchanging. It lives and dies with its connection,
// so it can be of no other database, and one thread at a time uses it.
//
// It only grows. It is for what a program has few of, such as the versions of a
// framework, never for what people record.
//
// Private to platform/sql.

#pragma once

#include <cstdint>
#include <map>
#include <memory>
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
  void keep(std::string_view kind, std::int64_t id, T value) {
    values_[{kind, id}] = std::make_shared<const T>(std::move(value));
  }

 private:
  std::map<std::pair<std::string_view, std::int64_t>, std::shared_ptr<const void>> values_;
};

}  // namespace sightline::sql
