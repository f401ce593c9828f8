// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Reads the options of GOV.UK Frontend's own test cases (fixtures.json of each
// component) into ours, compares the markup as a browser would see it, and
// keeps account of every option: a case that uses one which the reader did not
// look at does not count as passed. For tests only.

#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "platform/html/builder.h"
#include "platform/html/scanned_markup.h"
#include "platform/html/trusted_markup.h"
#include "platform/json/json.h"

namespace sightline::html {

class FixtureOptions {
 public:
  using Seen = std::set<const json::Value*>;
  FixtureOptions(const json::Object* object, Seen* seen) : object_(object), seen_(seen) {}

  const json::Value* find(std::string_view key) const {
    const auto* value = object_ ? object_->find(key) : nullptr;
    if (value) seen_->insert(value);
    return value;
  }

  bool has(std::string_view key) const { return find(key) != nullptr; }

  std::string text(std::string_view key, const std::string& otherwise = "") const {
    const auto* value = find(key);
    if (!value || value->get_if<std::nullptr_t>()) return otherwise;
    const auto* words = value->get_if<std::string>();
    return words ? *words : json::write(*value);
  }

  /// The option is there and says "none".
  bool is_off(std::string_view key) const {
    const auto* value = find(key);
    if (!value) return false;
    const auto* claim = value->get_if<bool>();
    return value->get_if<std::nullptr_t>() || (claim && !*claim);
  }

  bool flag(std::string_view key) const {
    const auto* value = find(key);
    const auto* claim = value ? value->get_if<bool>() : nullptr;
    return claim && *claim;
  }

  int number(std::string_view key, int otherwise) const {
    const std::string said = text(key);
    return said.empty() ? otherwise : std::stoi(said);
  }

  /// The pair of options "text" and "html" under other names.
  Content content(std::string_view text_key = "text", std::string_view html_key = "html") const {
    const auto* given = find(html_key);
    const std::string markup = given && given->get_if<std::string>() ? text(html_key) : "",
                      said = text(text_key);
    return markup.empty() ? Content(said) : Content(trusted_markup(markup));
  }

  FixtureOptions at(std::string_view key) const {
    const auto* value = find(key);
    return {value ? value->get_if<json::Object>() : nullptr, seen_};
  }

  /// Items that are false or null stand for nothing in GOV.UK Frontend; we have
  /// no such items.
  std::vector<FixtureOptions> list(std::string_view key) const {
    const auto* value = find(key);
    std::vector<FixtureOptions> all;
    const auto* items = value ? value->get_if<json::Array>() : nullptr;
    if (!items) return all;
    for (const auto& item : *items) {
      seen_->insert(&item);
      if (const auto* object = item.get_if<json::Object>()) all.emplace_back(object, seen_);
    }
    return all;
  }

  std::vector<std::vector<FixtureOptions>> rows(std::string_view key) const {
    const auto* value = find(key);
    std::vector<std::vector<FixtureOptions>> all;
    const auto* items = value ? value->get_if<json::Array>() : nullptr;
    if (!items) return all;
    for (const auto& row : *items) {
      seen_->insert(&row);
      const auto* given = row.get_if<json::Array>();
      if (!given) continue;
      auto& cells = all.emplace_back();
      for (const auto& cell : *given) cells.emplace_back(cell.get_if<json::Object>(), seen_);
    }
    return all;
  }

  template <class T, class Make>
  std::vector<T> list_of(std::string_view key, Make make) const {
    std::vector<T> all;
    for (const auto& item : list(key)) all.push_back(make(item));
    return all;
  }

  std::vector<std::string> texts(std::string_view key) const {
    std::vector<std::string> all;
    const auto* value = find(key);
    const auto* items = value ? value->get_if<json::Array>() : nullptr;
    if (!items) return all;
    for (const auto& item : *items) {
      seen_->insert(&item);
      if (const auto* words = item.get_if<std::string>()) all.push_back(*words);
    }
    return all;
  }

  std::optional<Url> url(std::string_view key) const {
    const std::string said = text(key);
    if (said.empty()) return std::nullopt;
    return Url::parse(said);
  }

  Attributes attributes(std::string_view key = "attributes") const {
    Attributes all;
    const auto given = at(key);
    if (!given.object_) return all;
    for (const auto& [name, value] : given.object_->members()) all.add(name, given.text(name));
    return all;
  }

 private:
  const json::Object* object_;
  Seen* seen_;
};

/// Why fixtures are not compared: a sentence, and the names they go by.
using LeftOut = std::map<std::string, std::set<std::string>>;

class FixtureSuite {
 public:
  using Render = std::function<Html(const FixtureOptions&)>;

  /// `left_out` must name exactly the fixtures that do not come out equal.
  static void compare(const std::string& component, const LeftOut& left_out, const Render& render) {
    std::set<std::string> excused;
    for (const auto& [why, names] : left_out) excused.insert(names.begin(), names.end());

    std::size_t equal = 0;
    const auto document = parsed(component);
    for (const auto& item : inside<json::Array>(inside<json::Object>(document), "fixtures")) {
      const auto& fixture = inside<json::Object>(item);
      const auto& name = inside<std::string>(fixture, "name");
      CAPTURE(component);
      CAPTURE(name);
      const std::string difference = difference_of(fixture, render);
      if (excused.erase(name) > 0) {
        CHECK_MESSAGE(!difference.empty(), "comes out equal now: no longer leave it out");
      } else {
        CHECK_MESSAGE(difference.empty(), difference);
        ++equal;
      }
    }
    CHECK_MESSAGE(excused.empty(), component, " has no fixture named ",
                  excused.empty() ? "" : *excused.begin());
    CHECK(equal > 0);
  }

 private:
  template <class T>
  static const T& inside(const json::Value& value) {
    return std::get<T>(value.content());
  }
  template <class T>
  static const T& inside(const json::Object& object, std::string_view key) {
    const auto* value = object.find(key);
    if (!value) throw std::runtime_error("a fixture has no " + std::string(key));
    return inside<T>(*value);
  }

  static json::Value parsed(const std::string& component) {
    const std::string path =
        "node_modules/govuk-frontend/dist/govuk/components/" + component + "/fixtures.json";
    std::ifstream file(path);
    if (!file)
      throw std::runtime_error(path +
                               " is missing. Run `npm ci` in the root of the repository: these tests compare "
                               "our components with those of GOV.UK Frontend.");
    std::ostringstream content;
    content << file.rdbuf();
    auto document = json::parse(content.str(), {.bytes = std::size_t{1} << 22});
    if (!document) throw std::runtime_error(path + ": " + document.refusal().message);
    return *std::move(document);
  }

  /// Empty when ours is the same document and every option was looked at.
  static std::string difference_of(const json::Object& fixture, const Render& render) {
    FixtureOptions::Seen seen;
    try {
      const std::string ours =
          outline(scanned(render({&inside<json::Object>(fixture, "options"), &seen}).view()));
      const std::string theirs = outline(scanned(inside<std::string>(fixture, "html")));
      if (ours != theirs) return "\nours:\n" + ours + "theirs:\n" + theirs;
    } catch (const std::exception& error) {
      return error.what();
    }
    const std::string unread = first_unread(*fixture.find("options"), "", seen);
    return unread.empty() ? "" : "we have no option for " + unread;
  }

  static std::string first_unread(const json::Value& value, const std::string& path,
                                  const FixtureOptions::Seen& seen) {
    if (const auto* object = value.get_if<json::Object>()) {
      for (const auto& [key, inner] : object->members()) {
        const auto unread = first_unread(inner, path + "." + key, seen);
        if (!unread.empty()) return unread;
      }
    } else if (const auto* array = value.get_if<json::Array>()) {
      for (const auto& inner : *array) {
        const auto unread = first_unread(inner, path + "[]", seen);
        if (!unread.empty()) return unread;
      }
    } else if (!seen.contains(&value)) {
      return path;
    }
    return "";
  }
};

}  // namespace sightline::html
