// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What the builder promises about text, attributes and addresses.

#include "platform/html/builder.h"

#include <doctest/doctest.h>

#include <stdexcept>

#include "platform/html/elements.h"

namespace sightline::html {

TEST_CASE("a page fragment reads like the page") {
  const int count = 3;
  const Html cases = section({class_("app-cases")}, h2({}, "Cases"), p({}, "There are ", count, " cases."),
                             a(Url::path("cases", 7), "Case 7"));
  CHECK(cases.view() ==
        "<section class=\"app-cases\"><h2>Cases</h2><p>There are 3 cases.</p>"
        "<a href=\"/cases/7\">Case 7</a></section>");
}

TEST_CASE("a number has commas where people read it, and none where programs do") {
  CHECK(a(Url::path("cases", 1234), 1234, " of ", 12'345'678).view() ==
        "<a href=\"/cases/1234\">1,234 of 12,345,678</a>");
  CHECK(span({attribute_("rows", 1234)}, "x").view() == "<span rows=\"1234\">x</span>");
}

TEST_CASE("text is escaped wherever it stands") {
  const std::string text = "<script>alert('1 & \"2\"')</script>";
  CHECK(p({}, text).view() == "<p>&lt;script&gt;alert(&#39;1 &amp; &quot;2&quot;&#39;)&lt;/script&gt;</p>");
  CHECK(span({title_(text)}).view() ==
        "<span title=\"&lt;script&gt;alert(&#39;1 &amp; &quot;2&quot;&#39;)&lt;/script&gt;\"></span>");
}

TEST_CASE("a character is escaped at every place of a text of any length") {
  for (std::size_t length = 1; length < 70; ++length) {
    for (std::size_t place = 0; place < length; ++place) {
      std::string text(length, 'x'), escaped = text;
      text[place] = '<';
      escaped.replace(place, 1, "&lt;");
      CHECK(p({title_(text)}, text).view() == "<p title=\"" + escaped + "\">" + escaped + "</p>");
    }
  }
}

TEST_CASE("only the characters that mean something in markup are escaped, and all of them") {
  for (char c = ' '; c <= '~'; ++c) {
    const std::string escaped = c == '&'    ? "&amp;"
                                : c == '<'  ? "&lt;"
                                : c == '>'  ? "&gt;"
                                : c == '"'  ? "&quot;"
                                : c == '\'' ? "&#39;"
                                            : std::string(1, c);
    CHECK(p({}, std::string(20, 'x') + c).view() == "<p>" + std::string(20, 'x') + escaped + "</p>");
    CHECK(p({title_(std::string(1, c) + "abcd")}).view() == "<p title=\"" + escaped + "abcd\"></p>");
  }
  CHECK(p({}, std::string_view("a\0b\x7F\t\r\n", 7)).view() ==
        "<p>a\xEF\xBF\xBD"
        "b\xEF\xBF\xBD\t&#13;\n</p>");
}

TEST_CASE("an element written into another one reads as if it had been made before") {
  const std::string note = "2 > 1";
  const Html made = ul({}, li({title_(note)}, input({name_("a")}), note, 7), li({}, pre({}, "\nx")));
  CHECK(ul({}, {li.inside({title_(note)}, {input.inside({name_("a")}), note, 7}),
                li.inside({}, {pre.inside({}, {"\nx"})})}) == made);
}

TEST_CASE("markup can be put after itself") {
  Html twice = p({}, "x");
  twice += twice;
  twice += twice;
  CHECK(twice.view() == "<p>x</p><p>x</p><p>x</p><p>x</p>");
}

TEST_CASE("names of classes stand with one space between them, empty ones are left out") {
  const std::string marked = "app-marked";
  CHECK(p({classes_({"app-note", "", marked})}).view() == "<p class=\"app-note app-marked\"></p>");
  CHECK(p({classes_({"", ""})}).view() == "<p></p>");
}

TEST_CASE("an attribute that does not apply is left out, a flag stands without a value") {
  CHECK(div({class_(""), id_("x"), flag_("hidden"), flag_("inert", false)}).view() ==
        "<div id=\"x\" hidden></div>");
  CHECK(div({aria_("label", "Cases"), data_("module", "app"), attribute_("tabindex", -1)}).view() ==
        "<div aria-label=\"Cases\" data-module=\"app\" tabindex=\"-1\"></div>");
}

TEST_CASE("attributes can be kept and spliced in later") {
  Attributes kept{data_("a", "1")};
  kept.add("data-b", "2 > 1");
  CHECK(div({id_("x"), all_(kept)}).view() == "<div id=\"x\" data-a=\"1\" data-b=\"2 &gt; 1\"></div>");
  CHECK_THROWS_AS(kept.add("onclick", "alert()"), std::invalid_argument);
  CHECK_THROWS_AS(kept.add("a b", "c"), std::invalid_argument);
  CHECK_THROWS_AS(kept.add("href", "javascript:alert()"), std::invalid_argument);
}

TEST_CASE("a text area keeps a first empty line") {
  CHECK(textarea({}, "\nsecond line").view() == "<textarea>\n\nsecond line</textarea>");
}

TEST_CASE("lists, optional parts and conditions need no loop at the call site") {
  const std::vector<std::string> names = {"A", "B"};
  const std::optional<Html> nothing;
  CHECK(ul({}, each(names, [](const auto& n) { return li({}, n); }), nothing,
           when(names.empty(), [] { return li({}, "none"); }))
            .view() == "<ul><li>A</li><li>B</li></ul>");
}

TEST_CASE("every form that changes something carries the token") {
  CHECK(form(Url::local("/cases"), CsrfToken{"t\"1"}, {class_("app-form")}, p({}, "x")).view() ==
        "<form method=\"post\" action=\"/cases\" novalidate class=\"app-form\">"
        "<input type=\"hidden\" name=\"csrf_token\" value=\"t&quot;1\"><p>x</p></form>");
}

TEST_CASE("an address has one of four shapes or is refused") {
  for (const auto* good :
       {"/", "/cases/7?page=2#top", "https://example.org", "http://example.org:8080/a?b=c#d",
        "HTTPS://example.org/", "mailto:someone@example.org", "#main-content"}) {
    CAPTURE(std::string(good));
    CHECK(Url::parse(good).has_value());
  }
  for (const auto* bad : {"",
                          "cases/7",
                          "//example.org",
                          "/\\example.org",
                          "javascript:alert(1)",
                          "JaVaScript:alert(1)",
                          " javascript:alert(1)",
                          "java\tscript:alert(1)",
                          "data:text/html,x",
                          "https:example.org",
                          "https://",
                          "https://user@example.org",
                          "https:///x",
                          "ftp://example.org",
                          "mailto:",
                          "mailto:x",
                          "/a b",
                          "/a\nb",
                          "/a\"b",
                          "/a<b",
                          "vbscript:x",
                          "https://exa\\mple.org"}) {
    CAPTURE(std::string(bad));
    CHECK_FALSE(Url::parse(bad).has_value());
  }
  CHECK(Url::parse("https://example.org/caf\xC3\xA9")->text() == "https://example.org/caf%C3%A9");
  CHECK_THROWS_AS(Url::local("https://example.org/"), std::invalid_argument);
}

TEST_CASE("an address relative to a page climbs at its start and names a file, or is a bug") {
  for (const char* path :
       {"index.html", "../index.html", "../../forces/durham/index.html", "about/index.html#sums"})
    CHECK(Url::relative(path).text() == path);
  for (const char* path : {"", "/index.html", "..", "../", "forces/", "a/../b", "a//b", "javascript:alert(1)",
                           "//host/a", ".hidden", "a/.hidden", "a b", "a\\b"})
    CHECK_THROWS_AS(Url::relative(path), std::invalid_argument);
}

TEST_CASE("an address is built from parts without any escaping at the call site") {
  CHECK(Url::path("forces", "Avon & Somerset/1").with("page", 2).with("sort", "a b").text() ==
        "/forces/Avon%20%26%20Somerset%2F1?page=2&sort=a%20b");
  CHECK_THROWS_AS(Url::path("forces", ".."), std::invalid_argument);
}

}  // namespace sightline::html
