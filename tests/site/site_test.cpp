// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The public site made from the real record, page by page. Two pages are held word
// for word against tests/golden/site/; SIGHTLINE_WRITE_GOLDEN=1 writes them anew:
// look at them before they are kept. SIGHTLINE_WRITE_SITE=DIR keeps the whole site
// with the built files of build/web, to be looked at.

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <random>
#include <regex>
#include <sstream>

#include "assessment/comparison.h"
#include "exchange/public_record_cli.h"
#include "exchange/record_folder_test.h"
#include "people/office_test.h"
#include "platform/http/router.h"
#include "site/public_view_service.h"
#include "site/site_pages.h"

namespace sightline::site {
namespace {

using people::testing::in_each_office;
using people::testing::Office;

const BuiltFiles kBuilt{{"sightline.css", "body{}"}, {"sightline.js", ""}, {"icon.svg", "<svg/>"}};

std::string content_of(const std::filesystem::path& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return std::move(text).str();
}

void import_record(Office& office, const std::filesystem::path& folder = "demo/public-record") {
  const auto imported =
      exchange::import_public_record(office.journal, people::the_operator(), folder, {"frameworks"});
  REQUIRE_MESSAGE(imported, (imported ? "" : imported.refusal().message));
}

/// The site of the record, made once: it is the same on both engines, which another test holds.
const Site& site_of_record() {
  static const Site site = [] {
    std::optional<Site> made;
    in_each_office([&](Office& office) {
      import_record(office);
      Site rendered = render_from(office.journal, kBuilt);
      if (made) CHECK(made->files == rendered.files);
      made = std::move(rendered);
    });
    return *std::move(made);
  }();
  return site;
}

const std::string& page(const std::string& path) {
  const auto found = site_of_record().files.find(path);
  REQUIRE_MESSAGE(found != site_of_record().files.end(), path, " is not part of the site");
  return found->second;
}

/// What a reader sees of a page: tags out, blanks made one.
std::string words_of(const std::string& markup) {
  std::string words = std::regex_replace(markup, std::regex("<[^>]*>"), " ");
  return std::regex_replace(words, std::regex("\\s+"), " ");
}

bool says(const std::string& path, const std::string& sentence) {
  return words_of(page(path)).find(sentence) != std::string::npos;
}

std::size_t times(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
    ++found;
  return found;
}

constexpr const char* kLanding = "publications/thematic-2019/index.html";
constexpr const char* kBoard = "publications/thematic-2019/responses/index.html";

TEST_CASE("the site has a page for every force, every publication, its responses and the data") {
  const Site& site = site_of_record();
  std::size_t forces = 0;
  for (const auto& [path, content] : site.files)
    if (path.starts_with("forces/") && path != "forces/index.html") ++forces;
  CHECK(forces == 43);
  for (const char* path : {"index.html", "forces/index.html", "about/index.html", kLanding, kBoard})
    page(path);
}

TEST_CASE("every link within the site leads to a file of it, from whatever folder") {
  for (const BrokenLink& link : broken_links(site_of_record()))
    FAIL_CHECK(link.page << " links to " << link.link << ", which is not there");
  Site broken = site_of_record();
  broken.files.erase("forces/durham/index.html");
  CHECK_FALSE(broken_links(broken).empty());
}

TEST_CASE("the site written to a folder is there file by file") {
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("sightline-site-" + std::to_string(std::random_device{}()));
  write(site_of_record(), folder);
  for (const auto& [path, content] : site_of_record().files) CHECK(content_of(folder / path) == content);
  std::filesystem::remove_all(folder);
}

TEST_CASE(
    "every page has one heading of the first level, none skipped, and says that it is a demonstration") {
  const std::regex heading("<h([1-6])");
  for (const auto& [path, content] : site_of_record().files) {
    if (!path.ends_with(".html")) continue;
    CAPTURE(path);
    CHECK(times(content, "<h1") == 1);
    int level = 0;
    for (std::sregex_iterator found(content.begin(), content.end(), heading), end; found != end; ++found) {
      const int next = std::stoi((*found)[1]);
      CHECK(next <= level + 1);
      level = next;
    }
    CHECK(content.find("not a government website") != std::string::npos);
    CHECK(content.find("href=\"/") == std::string::npos);
    CHECK(times(content, "<table") == times(content, "<caption"));
    CHECK(times(content, "<main") == 1);
  }
}

TEST_CASE("the landing page has every part, and makes no link where no address is on record") {
  for (const char* sentence :
       {"National Child Protection Inspections: 2019 thematic report", "Published on 27 February 2020",
        "17 child protection inspections of single forces", "21 reviews of forces",
        "26 reports of joint targeted area inspections", "inspections in all 64", "Read the report online",
        "Download the PDF", "(PDF document). The address is not on record, so there is no link.",
        "Get the evaluation reports", "NatCen: about the evaluation (external link)", "Find out more",
        "Get the press release", "A response is on record from 11 of 43 bodies",
        "Police and Crime Commissioner for Gwent (PDF document)", "Why responses are published",
        "You need a PDF reader", "the last day was 22 April 2020"})
    CHECK_MESSAGE(says(kLanding, sentence), sentence);
}

TEST_CASE("the PDF reader is linked where an address is set, and only there") {
  CHECK(says(kLanding, "(external; the address is not on record, so there is no link)"));
  const exchange::testing::RecordFolder folder;
  folder.replace("publication.csv", "free of charge.,,,,,yes",
                 "free of charge.,,,,https://example.org/reader,yes");
  in_each_office([&](Office& office) {
    import_record(office, folder.path());
    const std::string landing = render_from(office.journal, kBuilt).files.at(kLanding);
    CHECK(landing.find("<a href=\"https://example.org/reader\" class=\"govuk-link\" rel=\"external\">"
                       "PDF reader (external link)</a>") != std::string::npos);
    CHECK(words_of(landing).find("(external; the address is not on record") == std::string::npos);
  });
}

TEST_CASE("the public board tells received from no record for all 43 bodies") {
  const std::string& board = page(kBoard);
  CHECK(times(board, "Received, day unknown</strong>") == 11);
  CHECK(times(board, "No record</strong>") == 32);
  CHECK(says(kBoard, "It does not say that none was made"));
  CHECK(says(kBoard, "22 April 2020"));
}

TEST_CASE("Warwickshire's two totals carry their intervals, and no change is claimed") {  // Handbook §7.21
  constexpr const char* kWarwickshire = "forces/warwickshire/index.html";
  CHECK(says(kWarwickshire, "31% (23 of 74), 95% interval 22% to 42%"));
  CHECK(says(kWarwickshire, "26% (9 of 34), 95% interval 15% to 43%"));
  CHECK(says(kWarwickshire,
             "The two samples do not show a change (−21 to +15 percentage points, 95% interval)"));
  CHECK(says(kWarwickshire, "bbci.co.uk (external link) , press report"));
  CHECK(says(kWarwickshire, "official source"));
}

TEST_CASE("no page of a force speaks of a trend, a rise, a fall or an improvement of its own") {
  for (const auto& [path, content] : site_of_record().files) {
    if (!path.starts_with("forces/")) continue;
    CAPTURE(path);
    const std::string words = words_of(content);
    CHECK(words.find("trend") == std::string::npos);
    CHECK(words.find("was larger in the second sample") == std::string::npos);
    CHECK(words.find("was smaller in the second sample") == std::string::npos);
  }
}

TEST_CASE("a change is claimed only where the interval of the difference leaves out zero") {
  const auto sentence = [](Share earlier, Share later) {
    return assessment::in_words(assessment::compared(earlier, later), "good");
  };
  CHECK(sentence(Share(48, 80), Share(56, 70)) ==
        "60% and then 80% were graded good. The share graded good was larger in the second sample (+5 to +33 "
        "percentage points, 95% interval). This is a change between two samples.");
  CHECK(sentence(Share(56, 70), Share(48, 80)).find("was smaller in the second sample") != std::string::npos);
  CHECK(sentence(Share(23, 74), Share(9, 34)).find("do not show a change") != std::string::npos);
}

TEST_CASE("West Yorkshire's sum that is wrong is named on its page and on the page about the data") {
  for (const char* path : {"forces/west-yorkshire/index.html", "about/index.html"})
    CHECK(says(path, "Does not add up : 9 + 8 + 7 + 10 = 34, reported as 33"));
  const std::string& about = page("about/index.html");
  const std::string named = about.substr(0, about.find("Totals about several forces together"));
  CHECK(times(named, "<tr class=\"govuk-table__row\"><th scope=\"row\"") == 11);
  CHECK(says("forces/metropolitan-police-service/index.html", "“about 384”"));
  CHECK(says("forces/leicestershire/index.html", "29% as reported; no interval"));
}

TEST_CASE(
    "a total about several forces together stands on the page about the data, with its share and source") {
  constexpr const char* kAbout = "about/index.html";
  for (const char* sentence :
       {"Totals about several forces together", "Good, adequate, inadequate",
        "Eight forces together, August 2014 to February 2015",
        "Good: 177 Adequate: 179 Inadequate: 220 Total: 576", "31% (177 of 576), 95% interval 27% to 35%",
        "lexology.com (external link) , another source",
        "as reported: good / adequate / inadequate; the period is that of the eight reports"})
    CHECK_MESSAGE(says(kAbout, sentence), sentence);
}

TEST_CASE("every published total stands on some page") {
  std::istringstream rows(content_of("demo/public-record/published_totals.csv"));
  std::string row;
  std::getline(rows, row);  // the names of the columns
  while (std::getline(rows, row)) {
    const std::string key = row.substr(0, row.find(','));
    const bool stands = std::ranges::any_of(site_of_record().files, [&](const auto& file) {
      return file.second.find(" id=\"" + key + "\"") != std::string::npos;
    });
    CHECK_MESSAGE(stands, key);
  }
}

TEST_CASE(
    "dates are shown as precisely as they are known, and a web date only as what it is") {  // §6.1, §6.3
  CHECK(says("forces/gwent/index.html", "4 to 15 February 2019"));
  CHECK(says("forces/gwent/index.html", "June 2019; the web page carries 22 September 2022"));
  CHECK(says("forces/durham/index.html", "reported as “2019 (late)”"));
  CHECK(says("forces/south-yorkshire/index.html", "unknown"));
}

TEST_CASE("a force without an inspection on record says that this is all that is meant") {
  CHECK(says("forces/city-of-london/index.html",
             "No inspection of this force is on record here. That does not say"));
}

TEST_CASE("the landing page and one page of a force are what they were when last looked at") {
  for (const auto& [path, golden] : {std::pair{kLanding, "landing.html"},
                                     std::pair{"forces/warwickshire/index.html", "warwickshire.html"}}) {
    const std::filesystem::path file = std::filesystem::path("tests/golden/site") / golden;
    if (std::getenv("SIGHTLINE_WRITE_GOLDEN")) std::ofstream(file, std::ios::binary) << page(path);
    const bool is_same = content_of(file) == page(path);
    CHECK_MESSAGE(is_same, file.string(),
                  " differs: look at the page, then SIGHTLINE_WRITE_GOLDEN=1 writes it anew");
  }
  if (const char* folder = std::getenv("SIGHTLINE_WRITE_SITE")) {
    Site site = site_of_record();
    for (auto& [name, content] : read_built_files("build/web")) site.files["assets/" + name] = content;
    write(site, folder);
  }
}

TEST_CASE("an invented body and our own inspections stay off the public site") {
  in_each_office([](Office& office) {
    import_record(office);
    office.organisation("an-invented-force");
    CHECK(render_from(office.journal, kBuilt).files == site_of_record().files);
  });
}

TEST_CASE(
    "the program serves the very files of the site, and within five seconds anew when the journal has moved "
    "on") {
  in_each_office([](Office& office) {
    http::Router router;
    add_routes(router, office.journal, kBuilt);
    const auto get = [&](const std::string& path) {
      http::Request request;
      request.target = request.path = path;
      return router.answer(request);
    };
    CHECK(get("/site/forces/durham/index.html").status == http::Status::NotFound);
    import_record(office);
    CHECK(get("/site/forces/durham/index.html").status == http::Status::NotFound);
    office.clock.advance(std::chrono::seconds(5));
    const http::Response answer = get("/site/forces/durham/index.html");
    CHECK(answer.status == http::Status::Ok);
    REQUIRE(std::holds_alternative<http::SharedBytes>(answer.content));
    CHECK(std::get<http::SharedBytes>(answer.content).bytes == page("forces/durham/index.html"));
    CHECK(answer.headers.find("ETag"));
    CHECK(get("/site").status == http::Status::SeeOther);
    CHECK(get("/site/../journal").status == http::Status::NotFound);
  });
}

}  // namespace
}  // namespace sightline::site
