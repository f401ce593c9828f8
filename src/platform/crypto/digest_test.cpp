// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Digests against published vectors.

#include "platform/crypto/digest.h"

#include <doctest/doctest.h>

#include <string>

namespace sightline::crypto {
namespace {

TEST_CASE("SHA-256 gives the digests that NIST publishes for FIPS 180-4") {
  // https://csrc.nist.gov/projects/cryptographic-standards-and-guidelines/example-values
  CHECK(sha256("").hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256("abc").hex() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq").hex() ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256(std::string(1'000'000, 'a')).hex() ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("a text hashed in pieces has the digest of the whole, wherever it is cut") {
  const std::string whole = "one line of sight from the published number back to the case, and forward again";
  for (std::size_t cut = 0; cut <= whole.size(); ++cut)
    CHECK(Sha256().update(whole.substr(0, cut)).update(whole.substr(cut)).digest() == sha256(whole));
}

TEST_CASE("asking for a digest does not end the hashing") {
  Sha256 hash;
  hash.update("a");
  CHECK(hash.digest() == sha256("a"));
  CHECK(hash.update("bc").digest() == sha256("abc"));
}

TEST_CASE("HMAC-SHA256 gives the codes of RFC 4231") {
  CHECK(hmac_sha256(std::string(20, '\x0b'), "Hi There").hex() ==
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  CHECK(hmac_sha256("Jefe", "what do ya want for nothing?").hex() ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  CHECK(hmac_sha256(std::string(20, '\xaa'), std::string(50, '\xdd')).hex() ==
        "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
  CHECK(
      hmac_sha256(std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First").hex() ==
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST_CASE("a digest written as hexadecimal is read back, and nothing else is read as one") {
  const std::string hex = sha256("abc").hex();
  CHECK(Digest::from_hex(hex) == sha256("abc"));
  CHECK_FALSE(Digest::from_hex(hex.substr(1)));
  CHECK_FALSE(Digest::from_hex(hex + "0"));
  CHECK_FALSE(Digest::from_hex("B" + hex.substr(1)));
  CHECK_FALSE(Digest::from_hex("g" + hex.substr(1)));
  CHECK(Digest().hex() == std::string(64, '0'));
}

}  // namespace
}  // namespace sightline::crypto
