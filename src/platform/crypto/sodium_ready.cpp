// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Starts libsodium once per process.

#include "platform/crypto/sodium_ready.h"

#include <sodium.h>

#include <stdexcept>

namespace sightline::crypto {

void require_sodium() {
  static const bool ready = sodium_init() >= 0;
  if (!ready) throw std::runtime_error("libsodium could not be started");
}

}  // namespace sightline::crypto
