// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What a framework file may say, and what the files in frameworks/ do say.

#include "programme/framework_file_service.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace sightline;
using namespace sightline::programme;

namespace {

std::string text_of(const std::filesystem::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

Framework framework_of(const std::string& name) {
  return *read_framework(text_of("frameworks/" + name + ".json"));
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string refused_sentence(const std::string& text) {
  const Result<Framework> result = read_framework(text);
  REQUIRE_FALSE(result);
  CHECK(result.refusal().kind == Refusal::Kind::Invalid);
  return result.refusal().message;
}

constexpr std::string_view kSmall = R"({
  "key": "small", "version": 1, "name": "Small", "valid_from": "2020-01",
  "scale": {"key": "two", "name": "Two", "grades_worst_first": ["Bad", "Good"], "source": "A test."},
  "areas": [{"key": "first", "name": "First", "looks_at": "The start."}],
  "overall": {"key": "sum", "name": "Sum"},
  "case_kinds": [], "body_assesses_itself": false, "body_audits_own_cases": true,
  "source": "A test.", "note": ""})";

}  // namespace

TEST_CASE("a framework file says areas, scale and steps") {
  const Framework framework = *read_framework(kSmall);
  CHECK(framework.key == "small");
  CHECK(framework.valid_from.in_words() == "January 2020");
  CHECK(framework.scale->labels == std::vector<std::string>{"Bad", "Good"});
  REQUIRE(framework.areas.size() == 2);
  CHECK(framework.areas[0].looks_at == "The start.");
  CHECK(framework.areas[1].kind == AreaKind::Overall);
  CHECK(framework.self_assessment == BodySelfAssessment::No);
  CHECK(framework.case_audit == BodyCaseAudit::Yes);
}

TEST_CASE("a scale that is unknown is written as null; leaving it out is refused") {
  const std::string scale =
      R"("scale": {"key": "two", "name": "Two", "grades_worst_first": ["Bad", "Good"], "source": "A test."},)";
  const std::string text(kSmall);
  CHECK_FALSE(read_framework(replaced(text, scale, R"("scale": null,)"))->scale);
  CHECK(refused_sentence(replaced(text, scale, "")).find("scale") != std::string::npos);
}

TEST_CASE("a framework file with a wrong, missing or unknown member is refused by its name") {
  const std::string text(kSmall);
  CHECK(refused_sentence(replaced(text, R"("2020-01")", R"("January")")).find("valid_from") !=
        std::string::npos);
  CHECK(refused_sentence(replaced(text, R"("version": 1)", R"("version": "1")")).find("version") !=
        std::string::npos);
  CHECK(refused_sentence(replaced(text, R"("note": "")", R"("remark": "")")).find("note") !=
        std::string::npos);
  CHECK(refused_sentence(replaced(text, R"("name": "Small",)", "")).find("name") != std::string::npos);
  CHECK(
      refused_sentence(replaced(text, R"("key": "first")", R"("key": "First area")")).find("areas[0].key") !=
      std::string::npos);
  CHECK(refused_sentence("{").find("line 1") != std::string::npos);
}

TEST_CASE("every framework that Sightline comes with is read") {
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator("frameworks")) {
    if (entry.path().extension() != ".json") continue;
    CAPTURE(entry.path().string());
    const Result<Framework> framework = read_framework(text_of(entry.path()));
    REQUIRE(framework);
    CHECK(entry.path().stem() == framework->key + "-version-" + std::to_string(framework->version));
    ++files;
  }
  CHECK(files == 4);
}

TEST_CASE("the framework of 2014 has eight areas and an overall one in both versions, and a scale each") {
  const Framework first = framework_of("child-protection-2014-version-1");
  const Framework second = framework_of("child-protection-2014-version-2");
  CHECK(first.areas.size() == 9);
  CHECK(first.areas == second.areas);
  CHECK(first.areas.back().kind == AreaKind::Overall);
  CHECK(first.scale->labels == std::vector<std::string>{"Inadequate", "Adequate", "Good"});
  CHECK(second.scale->labels == std::vector<std::string>{"Inadequate", "Requires improvement", "Good"});
  CHECK(framework_of("child-protection-2014-four-grades-version-1").scale->labels.size() == 4);
}

TEST_CASE("the framework of 2024 has five areas, and its scale stays unknown") {
  const Framework framework = framework_of("child-protection-2024-version-1");
  CHECK(framework.areas.size() == 5);
  CHECK_FALSE(framework.scale);
}
