// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Editions on the public site: the frozen files, the landing page, and what the pages of
// a replaced edition say.

#include "site/edition_pages.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "publication/edition_room_test.h"
#include "site/site_pages.h"

using namespace sightline;
using namespace sightline::site;
using publication::testing::EditionRoom;
using publication::testing::in_each_edition_room;

namespace {

Site site_of(EditionRoom& room) {
  return render_from(room.journal, publication::testing::kBuilt);
}

const std::string& page(const Site& site, const std::string& path) {
  const auto found = site.files.find(path);
  REQUIRE_MESSAGE(found != site.files.end(), path, " is not part of the site");
  return found->second;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a published edition is part of the public site, and no link of the site is broken") {
  in_each_edition_room([](EditionRoom& room) {
    room.published();
    const Site site = site_of(room);
    for (const BrokenLink& broken : broken_links(site)) FAIL_CHECK(broken.page, " links to ", broken.link);
    const std::string& landing = page(site, "publications/first/index.html");
    CHECK(contains(landing, "edition-1/index.html"));
    CHECK(contains(landing, "There is no PDF document of this edition."));
    CHECK(contains(landing, "Invented: the bodies"));
    CHECK(contains(page(site, "publications/first/edition-1/index.html"), "About this publication"));
    CHECK(contains(page(site, "publications/first/responses/index.html"), "Organisation invented-force"));
    CHECK(contains(page(site, "index.html"), "Invented, to show the program"));
  });
}

TEST_CASE("the pages of a replaced edition say so, and lead to the newest and to what was corrected") {
  in_each_edition_room([](EditionRoom& room) {  // Handbook §8.37
    room.published();
    room.revise_chapter(1, "Inspectors made {figure:inspections} inspection.\n");
    room.published("A share was left out.");
    const Site site = site_of(room);
    for (const BrokenLink& broken : broken_links(site)) FAIL_CHECK(broken.page, " links to ", broken.link);
    const std::string& old = page(site, "publications/first/edition-1/figures/grades.html");
    CHECK(contains(old, "This edition was replaced"));
    CHECK(contains(old, "A share was left out."));
    CHECK(contains(old, "edition-2/index.html"));
    CHECK_FALSE(contains(page(site, "publications/first/edition-2/index.html"), "This edition was replaced"));
    CHECK(contains(page(site, "publications/first/index.html"), "replaced"));
  });
}

TEST_CASE("an edition reads from a disk: its files link to each other alone") {
  in_each_edition_room([](EditionRoom& room) {  // §8.36
    const publication::Edition edition = room.published();
    sql::Snapshot snapshot = room.journal.snapshot();
    Site alone;
    for (const publication::EditionFile& file : publication::edition_files(snapshot, edition.id))
      alone.files.emplace(file.path, file.bytes);
    for (const BrokenLink& broken : broken_links(alone)) FAIL_CHECK(broken.page, " links to ", broken.link);
    const std::filesystem::path folder = "build/edition-on-disk";
    write(alone, folder);
    std::ostringstream written;
    written << std::ifstream(folder / "figures/grades.html", std::ios::binary).rdbuf();
    CHECK(written.str() == page(alone, "figures/grades.html"));
  });
}

TEST_CASE("what is not published is not part of the public site") {
  in_each_edition_room([](EditionRoom& room) {
    for (const auto& [path, content] : site_of(room).files)
      CHECK_FALSE_MESSAGE(contains(content, "What inspectors found"), path);
  });
}
