// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Whatever people type, the page read back says the same and has no tag, no
// attribute and no address that we did not put there.

#include <doctest/doctest.h>

#include <array>
#include <random>

#include "platform/html/elements.h"
#include "platform/html/scanned_markup.h"

namespace sightline::html {
namespace {

/// Strings made of the pieces that break careless escaping, and of plain bytes.
class HostileText {
 public:
  explicit HostileText(unsigned seed) : random_(seed) {}

  std::string next() {
    static constexpr std::array<std::string_view, 24> kPieces = {
        "<",           ">",        "\"",       "'",    "&",   "&amp;", "&lt;", "&#39;",
        "&quot",       "</p>",     "/>",       "<!--", "-->", "]]>",   "\n",   "\r",
        "javascript:", "<script>", "onclick=", "=",    "`",   "%3C",   "\t",   "\xC3\xA9"};
    std::string text;
    for (auto n = number(0, 12); n > 0; --n) {
      if (number(0, 2) != 0)
        text += kPieces[number(0, kPieces.size() - 1)];
      else
        text += static_cast<char>(number(0x20, 0x7E));
    }
    return text;
  }

 private:
  std::size_t number(std::size_t low, std::size_t high) {
    return std::uniform_int_distribution<std::size_t>(low, high)(random_);
  }
  std::mt19937 random_;
};

std::string text_of(const ScannedNode& node) {
  return node.children.empty() ? "" : node.children.at(0).text;
}

}  // namespace

TEST_CASE("whatever is typed comes back from the page as typed, and brings no tag with it") {
  HostileText hostile(1);
  for (int round = 0; round < 20'000; ++round) {
    const std::string text = hostile.next(), note = hostile.next(), value = hostile.next();
    Attributes kept{title_(note)};
    const Html made = div({all_(kept), data_("note", value)}, text, br(), textarea({name_(value)}, text));
    CAPTURE(std::string(made.view()));

    const ScannedNode root = scanned(made.view(), Spaces::Exact);
    REQUIRE(root.children.size() == 1);
    const ScannedNode& outer = root.children[0];
    REQUIRE(outer.attributes == std::map<std::string, std::string>{{"title", note}, {"data-note", value}});
    REQUIRE(outer.children.size() == (text.empty() ? 2 : 3));
    if (!text.empty()) REQUIRE(outer.children[0].text == text);
    REQUIRE(outer.children.back().attributes.at("name") == value);
    REQUIRE(text_of(outer.children.back()) == text);
  }
}

TEST_CASE("whatever is given as an address, a browser sees one of four shapes") {
  HostileText hostile(2);
  static constexpr std::array<std::string_view, 7> kBeginnings = {"",        "/",         "//", "https://",
                                                                  "mailto:", "https://a", "#"};
  int accepted = 0;
  for (std::size_t round = 0; round < 20'000; ++round) {
    const std::string text = std::string(kBeginnings[round % kBeginnings.size()]) + hostile.next();
    const auto url = Url::parse(text);
    if (!url) continue;
    ++accepted;
    CAPTURE(text);
    const ScannedNode root = scanned(a(*url, "link").view(), Spaces::Exact);
    REQUIRE(root.children.size() == 1);
    REQUIRE(root.children[0].attributes.size() == 1);
    const std::string seen = root.children[0].attributes.at("href");
    REQUIRE(seen == url->text());
    REQUIRE(seen.find_first_of(" \t\r\n\\<>\"") == seen.npos);
    const bool has_shape = seen.starts_with("https://a") || seen.starts_with("mailto:") ||
                           seen.starts_with('#') || (seen.starts_with('/') && !seen.starts_with("//")) ||
                           seen.starts_with("https://");
    REQUIRE(has_shape);
  }
  CHECK(accepted > 1'000);
}

TEST_CASE("any text may be a segment or a parameter of an address and stays inside it") {
  HostileText hostile(3);
  for (int round = 0; round < 5'000; ++round) {
    const std::string text = "x" + hostile.next();
    const Url url = Url::path("forces", text).with("find", text);
    REQUIRE(url.text().find_first_of("<>\"' &#\r\n") == std::string_view::npos);
    REQUIRE(std::ranges::count(url.text(), '/') == 2);
    REQUIRE(std::ranges::count(url.text(), '?') == 1);
    REQUIRE(Url::parse(url.text()) == url);
  }
}

}  // namespace sightline::html
