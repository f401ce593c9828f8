// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "report/quotation.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <span>
#include <vector>

#include "base/text.h"

namespace sightline::report {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

/// A run of letters and digits; what lies between two of them is no word.
struct Token {
  std::string_view text;
  std::string lower;
  std::string_view before;  ///< What lies between it and the one before.

  bool is_number() const { return std::ranges::all_of(text, is_digit); }
};

std::vector<Token> tokens_of(std::string_view words) {
  const auto is_inside = [](char c) {
    return is_digit(c) || is_upper(c) || is_lower(c) || static_cast<unsigned char>(c) >= 0x80;
  };
  std::vector<Token> tokens;
  const char* at = words.data();
  const char* const end = words.data() + words.size();
  while (at != end) {
    const char* const first = std::find_if(at, end, is_inside);
    const char* const last = std::find_if_not(first, end, is_inside);
    if (first != last) tokens.push_back({{first, last}, lower_ascii({first, last}), {at, first}});
    at = last;
  }
  return tokens;
}

/// "01632 960123" is one number of eleven digits.
bool holds_long_number(const std::vector<Token>& tokens) {
  constexpr std::size_t kDigits = 6;
  std::size_t digits = 0;
  for (const Token& token : tokens) {
    const bool goes_on = token.is_number() && token.before == " ";
    const auto in_token = static_cast<std::size_t>(std::ranges::count_if(token.text, is_digit));
    digits = goes_on ? digits + in_token : in_token;
    if (digits >= kDigits) return true;
    if (!token.is_number()) digits = 0;
  }
  return false;
}

/// "LS1 4AB" and "LS14AB", in capitals as they are written.
bool holds_postcode(const std::vector<Token>& tokens) {
  const auto is_inward = [](std::string_view text) {
    return text.size() == 3 && is_digit(text[0]) && is_upper(text[1]) && is_upper(text[2]);
  };
  const auto is_outward = [](std::string_view text) {
    if (text.size() < 2 || text.size() > 4 || !is_upper(text[0])) return false;
    const std::size_t letters = is_upper(text[1]) ? 2 : 1;
    return letters < text.size() && is_digit(text[letters]) && text.size() <= letters + 2;
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view text = tokens[i].text;
    if (text.size() >= 5 && is_inward(text.substr(text.size() - 3)) &&
        is_outward(text.substr(0, text.size() - 3)))
      return true;
    if (i > 0 && tokens[i].before == " " && is_inward(text) && is_outward(tokens[i - 1].text)) return true;
  }
  return false;
}

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

/// A number of years below eighteen, in digits or in words.
bool is_years_of_child(const Token& token) {
  static constexpr auto kInWords = std::to_array<std::string_view>(
      {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
       "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"});
  if (is_one_of(token.lower, kInWords)) return true;
  if (!token.is_number() || token.text.size() > 2) return false;
  int years = 0;
  for (const char c : token.text) years = 10 * years + (c - '0');
  return years < 18;
}

/// "14-year-old", "four years old", "aged 14", "the age of four".
bool holds_age(const std::vector<Token>& tokens) {
  const auto says = [&](std::size_t at, std::initializer_list<std::string_view> words) {
    return at < tokens.size() && std::ranges::find(words, tokens[at].lower) != words.end();
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!is_years_of_child(tokens[i])) continue;
    if (says(i + 1, {"year", "years"}) && says(i + 2, {"old", "olds"})) return true;
    if (i >= 1 && says(i - 1, {"age", "aged"})) return true;
    if (i >= 2 && says(i - 1, {"of"}) && says(i - 2, {"age"})) return true;
  }
  return false;
}

/// "3 March", "March 3rd", "3/3/2016", "2016-03-03".
bool holds_day(const std::vector<Token>& tokens) {
  static constexpr auto kMonths =
      std::to_array<std::string_view>({"january", "february", "march", "april", "may", "june", "july",
                                       "august", "september", "october", "november", "december"});
  const auto is_day = [](const Token& token) {
    std::string_view text = token.lower;
    for (const std::string_view ending : {"st", "nd", "rd", "th"})
      if (text.ends_with(ending)) text.remove_suffix(ending.size());
    return !text.empty() && text.size() <= 2 && std::ranges::all_of(text, is_digit);
  };
  const auto joined = [&](std::size_t at) {
    return tokens[at].is_number() &&
           (tokens[at].before == "/" || tokens[at].before == "-" || tokens[at].before == ".");
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i >= 2 && tokens[i - 2].is_number() && joined(i - 1) && joined(i)) return true;
    if (!is_one_of(tokens[i].lower, kMonths)) continue;
    if (i >= 1 && is_day(tokens[i - 1])) return true;
    if (i >= 2 && tokens[i - 1].lower == "of" && is_day(tokens[i - 2])) return true;
    if (i + 1 < tokens.size() && is_day(tokens[i + 1])) return true;
  }
  return false;
}

/// Its evidence can be read by everybody as its judgements are counted: once it was published. Handbook
/// §7.25.
bool is_published(const evidence::Passage& passage) {
  return passage.origin == inspection::Origin::Own &&
         (passage.stage == inspection::Stage::Published || passage.stage == inspection::Stage::Closed);
}

}  // namespace

std::optional<std::string> leads_to_person(std::string_view words) {
  const std::vector<Token> tokens = tokens_of(words);
  if (words.find('@') != std::string_view::npos) return "hold an address for mail";
  if (holds_long_number(tokens)) return "hold a number of six digits or more";
  if (holds_postcode(tokens)) return "hold a postcode";
  if (holds_age(tokens) && holds_day(tokens)) return "tell the age of a child and a day";
  return std::nullopt;
}

std::optional<std::string> refuse_quotation(const evidence::Passage& passage, ProgrammeId programme) {
  const std::string name = evidence::name_of(passage.extract);
  if (passage.programme != programme)
    return name + " comes from an inspection that is not one of this programme.";
  if (!is_published(passage))
    return name + " comes from an inspection that is not published; quote it once that is.";
  if (passage.replaced_by)
    return name + " comes from document " + std::to_string(passage.document_number) + ", which document " +
           std::to_string(*passage.replaced_by) + " has corrected: mark and quote a passage of that.";
  if (!passage.words)
    return name + " is dangling: the text of document " + std::to_string(passage.document_number) +
           " is not what was recorded. Tell whoever runs the system.";
  if (length(*passage.words) > kLongestQuotation)
    return name + " is longer than 1,000 characters: mark a shorter passage and quote that.";
  if (const auto why = leads_to_person(*passage.words))
    return "The words of extract " + std::to_string(passage.extract.value()) + " " + *why +
           ", which could lead to a person: mark and quote a passage without it.";
  return std::nullopt;
}

}  // namespace sightline::report
