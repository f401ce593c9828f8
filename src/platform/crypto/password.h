// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Password hashes: argon2id (RFC 9106), the only form in which a password is kept.
//
// One hash takes 64 MiB for as long as it runs, so at most three run at once in
// this process; further callers wait. A crowd at the sign-in page therefore costs
// time and never memory. Any thread may call everything here.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sightline::crypto {

struct PasswordCost {
  std::uint64_t passes;
  std::size_t memory_bytes;
};

/// The passes and memory of the second recommended option of RFC 9106 §4. It
/// asks for four lanes; libsodium always uses one.
inline constexpr PasswordCost kSignInCost{3, std::size_t{64} << 20};

/// For tests only: protects nothing.
inline constexpr PasswordCost kTestCost{1, std::size_t{8} << 10};

class PasswordHasher {
 public:
  explicit PasswordHasher(PasswordCost cost = kSignInCost) : cost_(cost) {}

  /// "$argon2id$v=19$m=…,t=…,p=1$salt$hash", at most 127 ASCII characters, with a
  /// new salt each time. Throws std::runtime_error when memory is short.
  std::string hash(std::string_view password) const;

  /// False as well when `stored` is not an argon2id hash. Uses the cost written
  /// in `stored`, not this hasher's. Throws std::runtime_error when memory is short.
  bool verify(const std::string& stored, std::string_view password) const;

  /// True when `stored` was made at another cost, or is no argon2id hash: hash
  /// the password anew at the next sign-in that succeeds.
  bool needs_rehash(const std::string& stored) const;

  /// The work of verify without an account: call it when the name at the sign-in
  /// page is unknown, so that the time of the answer does not tell who exists.
  void verify_nobody(std::string_view password) const;

 private:
  PasswordCost cost_;
};

/// How many hashes may run at once in this process.
inline constexpr int kPasswordsAtOnce = 3;

/// The most that ever ran at once since the process started.
int most_passwords_at_once();

}  // namespace sightline::crypto
