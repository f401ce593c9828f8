// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Boost.JSON's parser, made stricter: it reports events, and this builds the value.

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <charconv>
#include <cmath>
#include <functional>
#include <limits>
#include <set>

#include "base/utf8.h"
#include "platform/json/json.h"

namespace sightline::json {

namespace {

using boost::json::error_code;
using boost::json::string_view;

/// A list or an object that is not closed yet.
struct Open {
  bool is_object = false;
  Array list;
  std::vector<Member> members;
  std::set<std::string, std::less<>> names;
  std::string name;  ///< Of the member whose value comes next.
};

/// Receives the events of boost::json::basic_parser. An event answers false, with
/// the reason in `problem`, to end the parse.
struct Handler {
  // The names are Boost's. NOLINTBEGIN(readability-identifier-naming)
  constexpr static std::size_t max_object_size = std::numeric_limits<std::size_t>::max();
  constexpr static std::size_t max_array_size = max_object_size;
  constexpr static std::size_t max_key_size = max_object_size;
  constexpr static std::size_t max_string_size = max_object_size;
  // NOLINTEND(readability-identifier-naming)

  std::vector<Open> open;
  std::string text;
  Value root;
  std::string problem;

  bool refuse(std::string reason, error_code& ec) {
    problem = std::move(reason);
    ec = boost::json::error::syntax;
    return false;
  }

  bool put(Value value) {
    if (open.empty())
      root = std::move(value);
    else if (Open& parent = open.back(); parent.is_object)
      parent.members.push_back({std::move(parent.name), std::move(value)});
    else
      parent.list.push_back(std::move(value));
    return true;
  }

  bool put_text_part(string_view part, error_code& ec) {
    if (part.find('\0') != string_view::npos) return refuse("the character U+0000 is not accepted", ec);
    text.append(part.data(), part.size());
    return true;
  }

  bool on_document_begin(error_code&) { return true; }
  bool on_document_end(error_code&) { return true; }
  bool on_array_begin(error_code&) {
    open.emplace_back();
    return true;
  }
  bool on_object_begin(error_code&) {
    open.emplace_back().is_object = true;
    return true;
  }
  bool on_array_end(std::size_t, error_code&) {
    Array list = std::move(open.back().list);
    open.pop_back();
    return put(std::move(list));
  }
  bool on_object_end(std::size_t, error_code&) {
    Object object = Object::from_distinct(std::move(open.back().members));
    open.pop_back();
    return put(std::move(object));
  }
  bool on_key_part(string_view part, std::size_t, error_code& ec) { return put_text_part(part, ec); }
  bool on_key(string_view part, std::size_t, error_code& ec) {
    if (!put_text_part(part, ec)) return false;
    Open& object = open.back();
    object.name = std::exchange(text, {});
    if (!object.names.insert(object.name).second) return refuse("this key stands in the object twice", ec);
    return true;
  }
  bool on_string_part(string_view part, std::size_t, error_code& ec) { return put_text_part(part, ec); }
  bool on_string(string_view part, std::size_t, error_code& ec) {
    return put_text_part(part, ec) && put(std::exchange(text, {}));
  }
  bool on_number_part(string_view part, error_code&) {
    text.append(part.data(), part.size());
    return true;
  }
  bool on_int64(std::int64_t value, string_view, error_code&) {
    text.clear();
    return put(value);
  }
  bool on_uint64(std::uint64_t, string_view, error_code& ec) {
    return refuse("this number is too large", ec);
  }
  // Boost.JSON 1.81 is off by one in the last place now and then: only its reading
  // of the number's extent is used.
  bool on_double(double estimate, string_view part, error_code& ec) {
    text.append(part.data(), part.size());
    const std::string digits = std::exchange(text, {});
    double value = 0;
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (result.ec == std::errc::result_out_of_range && std::abs(estimate) < 1) return put(0.0);
    return result.ec == std::errc() ? put(value) : refuse("this number is too large", ec);
  }
  bool on_bool(bool value, error_code&) { return put(value); }
  bool on_null(error_code&) { return put(nullptr); }
  bool on_comment_part(string_view, error_code&) { return true; }
  bool on_comment(string_view, error_code&) { return true; }
};

Refusal refusal_at(std::string_view text, std::size_t offset, std::string_view reason) {
  const std::string_view before = text.substr(0, offset);
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return {Refusal::Kind::Invalid,
          "The JSON cannot be read: at line " + std::to_string(line) + ", column " +
              std::to_string(offset - line_start + 1) + ", " + std::string(reason) + ".",
          {}};
}

std::string reason_of(const error_code& ec, std::size_t depth) {
  using boost::json::error;
  if (ec == error::incomplete) return "the text ends too early";
  if (ec == error::extra_data) return "something follows after the end of the value";
  if (ec == error::too_deep)
    return "lists and objects lie within one another more than " + std::to_string(depth) + " deep";
  if (ec == error::exponent_overflow) return "this number is too large";
  if (ec == error::illegal_leading_surrogate || ec == error::illegal_trailing_surrogate)
    return "a \\u escape is half of a surrogate pair";
  if (ec == error::expected_hex_digit || ec == error::expected_utf16_escape)
    return "a \\u escape is not complete";
  return "what stands here is not JSON";
}

}  // namespace

Result<Value> parse(std::string_view text, Limits limits) {
  if (text.size() > limits.bytes)
    return Refusal{
        Refusal::Kind::Invalid,
        "The JSON is longer than the " + std::to_string(limits.bytes) + " bytes that are accepted.",
        {}};
  if (const auto offset = first_invalid_utf8(text)) return refusal_at(text, *offset, "a byte is not UTF-8");
  boost::json::parse_options options;
  options.max_depth = limits.depth;
  boost::json::basic_parser<Handler> parser(options);
  error_code ec;
  const std::size_t used = parser.write_some(false, text.data(), text.size(), ec);
  if (!ec && used < text.size()) ec = boost::json::error::extra_data;
  if (!ec) return std::move(parser.handler().root);
  const std::string& problem = parser.handler().problem;
  return refusal_at(text, used, problem.empty() ? reason_of(ec, limits.depth) : problem);
}

}  // namespace sightline::json
