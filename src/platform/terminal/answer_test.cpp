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

TEST_CASE("what people typed cannot command the terminal of whoever reads it") {
  const Answer answer{.words =
                          "Served\x1b]0;gone\x07 there\x7f,\r\xC2\x9B"
                          "2J in Caerf\xC3\xBF\n\tyes",
                      .object = {}};
  const std::string shown = written(answer, Form::Words);
  CHECK(shown.find_first_of("\x1b\x07\x7f\r") == std::string::npos);
  CHECK(shown.find("\xC2\x9B") == std::string::npos);
  CHECK(shown.find("2J in Caerf\xC3\xBF\n\tyes\n") != std::string::npos);
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
