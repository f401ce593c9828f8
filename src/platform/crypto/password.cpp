// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// libsodium behind password.h, and the turnstile in front of it.

#include "platform/crypto/password.h"

#include <sodium.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <semaphore>
#include <stdexcept>

#include "platform/crypto/sodium_ready.h"

namespace sightline::crypto {

namespace {

std::counting_semaphore<kPasswordsAtOnce> turnstile{kPasswordsAtOnce};
std::atomic<int> running{0};
std::atomic<int> most_running{0};

class Turn {
 public:
  Turn() {
    turnstile.acquire();
    const int now = ++running;
    int most = most_running;
    while (now > most && !most_running.compare_exchange_weak(most, now)) {
    }
  }
  ~Turn() {
    --running;
    turnstile.release();
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
};

[[noreturn]] void memory_is_short() {
  throw std::runtime_error("there is not enough memory to check a password");
}

}  // namespace

std::string PasswordHasher::hash(std::string_view password) const {
  require_sodium();
  const Turn turn;
  std::array<char, crypto_pwhash_argon2id_STRBYTES> text{};
  if (crypto_pwhash_argon2id_str(text.data(), password.data(), password.size(), cost_.passes,
                                 cost_.memory_bytes) != 0)
    memory_is_short();
  return text.data();
}

bool PasswordHasher::verify(const std::string& stored, std::string_view password) const {
  require_sodium();
  if (!stored.starts_with(crypto_pwhash_argon2id_STRPREFIX)) return false;
  const Turn turn;
  errno = 0;
  if (crypto_pwhash_argon2id_str_verify(stored.c_str(), password.data(), password.size()) == 0) return true;
  if (errno == ENOMEM) memory_is_short();
  return false;
}

bool PasswordHasher::needs_rehash(const std::string& stored) const {
  require_sodium();
  return crypto_pwhash_argon2id_str_needs_rehash(stored.c_str(), cost_.passes, cost_.memory_bytes) != 0;
}

void PasswordHasher::verify_nobody(std::string_view password) const {
  static_cast<void>(hash(password));
}

int most_passwords_at_once() {
  return most_running;
}

}  // namespace sightline::crypto
