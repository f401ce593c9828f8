// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//

#include "platform/extract/output.h"

#include <charconv>

#include "base/utf8.h"

namespace sightline::extract {

namespace {

std::optional<std::string_view> after(std::string_view prefix, std::string_view line) {
  if (!line.starts_with(prefix)) return std::nullopt;
  return line.substr(prefix.size());
}

}  // namespace

std::string output_of(const Reading& reading) {
  if (const auto* why = std::get_if<Unreadable>(&reading)) return "refused " + std::string(word(*why)) + "\n";
  const auto& text = std::get<std::string>(reading);
  return "text " + std::to_string(text.size()) + "\n" + text;
}

Reading read_output(std::string_view output) {
  const std::size_t end = output.find('\n');
  if (end == std::string_view::npos) return Unreadable::Broken;
  const std::string_view line = output.substr(0, end), rest = output.substr(end + 1);
  if (const auto refused = after("refused ", line))
    return rest.empty() ? from_word<Unreadable>(*refused).value_or(Unreadable::Broken) : Unreadable::Broken;
  const auto digits = after("text ", line);
  if (!digits) return Unreadable::Broken;
  std::size_t size = 0;
  const auto [stop, error] = std::from_chars(digits->data(), digits->data() + digits->size(), size);
  const bool is_number = error == std::errc{} && stop == digits->data() + digits->size();
  if (!is_number || size != rest.size() || size == 0 || size > kMostTextBytes || !is_plain_text(rest))
    return Unreadable::Broken;
  return std::string(rest);
}

}  // namespace sightline::extract
