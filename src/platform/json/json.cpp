// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Writing, and the order of members. No foreign library but for the quoting of text.

#include "platform/json/json.h"

#include <array>
#include <boost/json/serialize.hpp>
#include <charconv>
#include <cmath>
#include <stdexcept>

#include "base/utf8.h"

namespace sightline::json {

// Here, because a Member is not complete where Object is declared.
Object::Object() = default;
Object::Object(const Object&) = default;
Object::Object(Object&&) noexcept = default;
Object& Object::operator=(const Object&) = default;
Object& Object::operator=(Object&&) noexcept = default;
Object::~Object() = default;

Object::Object(std::initializer_list<Member> members) {
  members_.reserve(members.size());
  for (const Member& member : members) add(member.name, member.value);
}

Object Object::from_distinct(std::vector<Member> members) {
  Object object;
  object.members_ = std::move(members);
  return object;
}

Object& Object::add(std::string name, Value value) {
  if (find(name) != nullptr) throw std::logic_error("an object names \"" + name + "\" twice");
  members_.push_back({std::move(name), std::move(value)});
  return *this;
}

const Value* Object::find(std::string_view name) const {
  for (const Member& member : members_)
    if (member.name == name) return &member.value;
  return nullptr;
}

void Value::number_too_large() {
  throw std::out_of_range("a number is too large for JSON");
}

namespace {

enum class Layout { Compact, Pretty };

class Writer {
 public:
  explicit Writer(Layout layout) : layout_(layout) {}

  void write(const Value& value) {
    std::visit([this](const auto& content) { put(content); }, value.content());
  }

  std::string take() && { return std::move(text_); }

 private:
  void put(std::nullptr_t) { text_ += "null"; }
  void put(bool value) { text_ += value ? "true" : "false"; }
  void put(std::int64_t value) { text_ += std::to_string(value); }

  void put(double value) {
    if (!std::isfinite(value)) throw std::logic_error("JSON has no infinite number");
    std::array<char, 32> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    const std::string_view shortest(digits.data(), static_cast<std::size_t>(end - digits.data()));
    text_ += shortest;
    if (shortest.find_first_of(".e") == std::string_view::npos)
      text_ += ".0";  // not a whole number to a reader
  }

  void put(const std::string& value) {
    if (first_invalid_utf8(value)) throw std::logic_error("a text for JSON is not UTF-8");
    text_ += boost::json::serialize(boost::json::string_view(value));
  }

  void put(const Array& list) {
    put_all('[', list, ']', [this](const Value& element) { write(element); });
  }

  void put(const Object& object) {
    put_all('{', object.members(), '}', [this](const Member& member) {
      put(member.name);
      text_ += layout_ == Layout::Pretty ? ": " : ":";
      write(member.value);
    });
  }

  template <class Range, class PutOne>
  void put_all(char open, const Range& range, char close, const PutOne& put_one) {
    text_ += open;
    ++depth_;
    bool first = true;
    for (const auto& one : range) {
      if (!first) text_ += ',';
      first = false;
      begin_line();
      put_one(one);
    }
    --depth_;
    if (!first) begin_line();
    text_ += close;
  }

  void begin_line() {
    if (layout_ == Layout::Compact) return;
    text_ += '\n';
    text_.append(2 * depth_, ' ');
  }

  Layout layout_;
  std::size_t depth_ = 0;
  std::string text_;
};

}  // namespace

std::string write(const Value& value) {
  Writer writer(Layout::Compact);
  writer.write(value);
  return std::move(writer).take();
}

std::string write_pretty(const Value& value) {
  Writer writer(Layout::Pretty);
  writer.write(value);
  return std::move(writer).take() + "\n";
}

}  // namespace sightline::json
