// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// libsodium behind digest.h.

#include "platform/crypto/digest.h"

#include <sodium.h>

#include <new>

#include "platform/crypto/sodium_ready.h"

namespace sightline::crypto {

namespace {

using State = crypto_hash_sha256_state;

}  // namespace

std::optional<Digest> Digest::from_hex(std::string_view hex) {
  if (hex.size() != 2 * kSize) return std::nullopt;
  for (char c : hex)
    if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) return std::nullopt;
  std::array<std::uint8_t, kSize> bytes;
  sodium_hex2bin(bytes.data(), bytes.size(), hex.data(), hex.size(), nullptr, nullptr, nullptr);
  return Digest(bytes);
}

std::string Digest::hex() const {
  std::string hex(2 * kSize + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), bytes_.data(), bytes_.size());
  hex.pop_back();
  return hex;
}

Sha256::Sha256() {
  static_assert(sizeof(state_) == sizeof(State) && alignof(State) <= 8);
  require_sodium();
  crypto_hash_sha256_init(new (state_.data()) State);
}

Sha256& Sha256::update(std::string_view bytes) {
  if (!bytes.empty())
    crypto_hash_sha256_update(std::launder(reinterpret_cast<State*>(state_.data())), raw(bytes),
                              bytes.size());
  return *this;
}

Digest Sha256::digest() const {
  State state = *std::launder(reinterpret_cast<const State*>(state_.data()));
  std::array<std::uint8_t, Digest::kSize> bytes;
  crypto_hash_sha256_final(&state, bytes.data());
  return Digest(bytes);
}

Digest sha256(std::string_view bytes) {
  return Sha256().update(bytes).digest();
}

Digest hmac_sha256(std::string_view key, std::string_view message) {
  require_sodium();
  crypto_auth_hmacsha256_state state;
  std::array<std::uint8_t, Digest::kSize> bytes;
  crypto_auth_hmacsha256_init(&state, raw(key), key.size());
  crypto_auth_hmacsha256_update(&state, raw(message), message.size());
  crypto_auth_hmacsha256_final(&state, bytes.data());
  sodium_memzero(&state, sizeof(state));
  return Digest(bytes);
}

}  // namespace sightline::crypto
