// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The public site as a value: every file it has, by its path. Links between its
// files are relative, so the same bytes work from a disk, from any static server,
// and from the program itself.
//
// Pure but for write(), which puts the files into a folder.

#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace sightline::site {

struct Site {
  std::map<std::string, std::string> files;  ///< "forces/durham/index.html" and its bytes.
  /// Places at which something stood that was withdrawn, and the page that says so instead.
  std::map<std::string, std::string> withdrawn = {};
};

/// A link that leads to no file of the site, or to no such place in it.
struct BrokenLink {
  std::string page;
  std::string link;
};

/// Every broken href and src among the site's own links, in order.
std::vector<BrokenLink> broken_links(const Site& site);

/// Writes every file below `folder`, which is made where missing. Files that are there stay, unless
/// one of the same name is written. Throws std::filesystem::filesystem_error or std::runtime_error.
void write(const Site& site, const std::filesystem::path& folder);

}  // namespace sightline::site
