// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/terminal/answer.h"

#include <doctest/doctest.h>

using namespace sightline;
using namespace sightline::terminal;

TEST_CASE("an answer is printed in words for people and as one line of JSON for machines") {
  const Answer answer{.words = "3 entries are whole.", .object = {{"entries", 3}}};
  CHECK(written(answer, Form::Words) == "3 entries are whole.\n");
  CHECK(written(answer, Form::Json) == "{\"entries\":3}\n");
  CHECK(written({}, Form::Words) == "");
}

TEST_CASE("a refusal is told with every field that is wrong, and no sentence twice") {
  const Answer two = declined({Refusal::Kind::Invalid,
                               "The account could not be added.",
                               {{"name", "Enter a name."}, {"email", "Enter an address."}}});
  CHECK(two.outcome == Outcome::Declined);
  CHECK(two.words == "The account could not be added.\n  name: Enter a name.\n  email: Enter an address.");
  const Answer one = declined({Refusal::Kind::Invalid, "Give a reason.", {{"reason", "Give a reason."}}});
  CHECK(one.words == "Give a reason.");
  CHECK(written(one, Form::Json) ==
        "{\"declined\":\"Give a reason.\",\"kind\":\"invalid\",\"fields\":[{\"field\":\"reason\",\"message\":"
        "\"Give a reason.\"}]}\n");
}
