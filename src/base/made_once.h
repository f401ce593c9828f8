// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Things that are made once for each key and then shared by whoever asks: for few keys, whose
// things never change. Any thread may ask.

#pragma once

#include <map>
#include <memory>
#include <mutex>

namespace sightline {

template <class Key, class T>
class MadeOnce {
 public:
  /// What `make` gave when this key was first asked for; others wait while it is being made. It lives as long
  /// as anybody holds it.
  template <class Make>
  std::shared_ptr<const T> of(const Key& key, Make make) {
    const std::lock_guard lock(mutex_);
    std::shared_ptr<const T>& made = made_[key];
    if (!made) made = std::make_shared<const T>(make());
    return made;
  }

 private:
  std::mutex mutex_;
  std::map<Key, std::shared_ptr<const T>> made_;
};

}  // namespace sightline
