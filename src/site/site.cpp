// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "site/site.h"

#include <fstream>
#include <stdexcept>
#include <string_view>

namespace sightline::site {

namespace {

std::vector<std::string> linked_from(std::string_view markup) {
  std::vector<std::string> links;
  for (const std::string_view attribute : {" href=\"", " src=\""})
    for (std::size_t at = markup.find(attribute); at != std::string_view::npos;
         at = markup.find(attribute, at)) {
      at += attribute.size();
      links.emplace_back(markup.substr(at, markup.find('"', at) - at));
    }
  return links;
}

bool leads_away(std::string_view link) {
  return link.starts_with("http://") || link.starts_with("https://") || link.starts_with("mailto:");
}

bool leads_somewhere(const Site& site, const std::string& page, std::string_view link) {
  const std::size_t hash = link.find('#');
  const std::string path(link.substr(0, hash));
  const std::string target =
      path.empty() ? page
                   : (std::filesystem::path(page).parent_path() / path).lexically_normal().generic_string();
  const auto file = site.files.find(target);
  if (file == site.files.end()) return false;
  if (hash == std::string_view::npos) return true;
  return file->second.find("id=\"" + std::string(link.substr(hash + 1)) + "\"") != std::string::npos;
}

}  // namespace

std::vector<BrokenLink> broken_links(const Site& site) {
  std::vector<BrokenLink> broken;
  for (const auto& [path, content] : site.files) {
    if (!path.ends_with(".html")) continue;
    for (const std::string& link : linked_from(content))
      if (!leads_away(link) && !leads_somewhere(site, path, link)) broken.push_back({path, link});
  }
  return broken;
}

void write(const Site& site, const std::filesystem::path& folder) {
  for (const auto& [path, content] : site.files) {
    const std::filesystem::path file = folder / path;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream stream(file, std::ios::binary);
    stream << content;
    stream.close();
    if (!stream) throw std::runtime_error("the file " + file.string() + " cannot be written");
  }
}

}  // namespace sightline::site
