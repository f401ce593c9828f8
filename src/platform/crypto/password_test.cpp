// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Password hashing at a cost that suits tests, once at the real one.

#include "platform/crypto/password.h"

#include <doctest/doctest.h>

#include <latch>
#include <string>
#include <thread>
#include <vector>

namespace sightline::crypto {
namespace {

const PasswordHasher kCheap(kTestCost);

TEST_CASE("only the password that was hashed is verified") {
  const std::string stored = kCheap.hash("correct horse");
  CHECK(kCheap.verify(stored, "correct horse"));
  CHECK_FALSE(kCheap.verify(stored, "correct horsf"));
  CHECK_FALSE(kCheap.verify(stored, "correct horse "));
  CHECK_FALSE(kCheap.verify(stored, ""));
}

TEST_CASE("the same password never gives the same hash twice") {
  CHECK(kCheap.hash("correct horse") != kCheap.hash("correct horse"));
}

TEST_CASE("argon2id agrees with the vectors of its reference implementation") {
  // https://github.com/P-H-C/phc-winner-argon2/blob/master/src/test.c, argon2id, version 0x13
  CHECK(kCheap.verify("$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                      "password"));
  CHECK(kCheap.verify(
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc", "password"));
  CHECK_FALSE(kCheap.verify(
      "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4", "Password"));
}

TEST_CASE("a sign-in password is hashed with 64 MiB and three passes") {
  const PasswordHasher real;
  const std::string stored = real.hash("correct horse");
  CHECK(stored.starts_with("$argon2id$v=19$m=65536,t=3,p=1$"));
  CHECK(real.verify(stored, "correct horse"));
  CHECK_FALSE(real.needs_rehash(stored));
}

TEST_CASE("a hash made at another cost, or by another method, is due to be made anew") {
  const PasswordHasher real;
  CHECK(real.needs_rehash(kCheap.hash("correct horse")));
  CHECK(real.needs_rehash("$2y$10$an.old.bcrypt.hash"));
  CHECK(real.needs_rehash(""));
}

TEST_CASE("what is not an argon2id hash verifies no password, not even an empty one") {
  CHECK_FALSE(kCheap.verify("", ""));
  CHECK_FALSE(kCheap.verify("$argon2id$", ""));
  CHECK_FALSE(kCheap.verify("$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$", ""));
  CHECK_FALSE(kCheap.verify("correct horse", "correct horse"));
}

TEST_CASE("however many people sign in, no more than three passwords are hashed at once") {
  const PasswordHasher slow({2, std::size_t{8} << 20});
  std::latch everyone_is_here(12);
  std::vector<std::thread> people;
  for (int i = 0; i < 12; ++i)
    people.emplace_back([&] {
      everyone_is_here.arrive_and_wait();
      slow.verify_nobody("correct horse");
    });
  for (std::thread& person : people) person.join();
  CHECK(most_passwords_at_once() <= kPasswordsAtOnce);
}

}  // namespace
}  // namespace sightline::crypto
