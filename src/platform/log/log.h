// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The log: one JSON object per line on standard error, and no personal data in it.
//
//   log::info("request", {{Key::Route, log::Identifier(pattern)}, {Key::Status, 200}, {Key::DurationMs,
//   12}});
//   {"time":"2026-11-23T09:30:00.125Z","level":"info","event":"request","route":"/cases/{case}","status":200,"duration_ms":12}
//
// What is logged is read by people who may not read the case files. Therefore a
// line holds only the keys listed here, and a value is a number, a word of an
// enum, a 64-bit fingerprint, a literal of the program, or a string that the
// caller declares an Identifier. What does not look like an identifier is written
// as "?", as capitals, blanks and every letter outside a-z do; a single word in
// lower case does not show what it is, so look twice where you write
// log::Identifier: a route's pattern, never the path that was asked for; the
// number of an error, never its text.
//
// Silent until start(): tests and short commands say nothing. Any thread may log. Lines are
// gathered and written within a tenth of a second, warnings and errors at once, so few who
// log wait for standard error. A program that is killed loses the lines of that tenth.

#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "base/words.h"

namespace sightline::log {

enum class Level { Debug, Info, Warning, Error };

/// Everything a line may say. A new key needs a value that can hold no personal data.
enum class Key {
  ActorId,
  AddressHash,
  Bytes,
  Command,
  Count,
  DurationMs,
  EntryNumber,
  ErrorNumber,
  Failed,
  Incident,
  Job,
  Kind,
  Limit,
  Method,
  Migration,
  Port,
  Reason,
  Route,
  Signal,
  SqlState,
  Status,
  SubjectId,
  Threads,
  Version,
};

/// 1 to 64 of the characters a-z 0-9 . _ / { } : - of which the first is a letter,
/// a digit or a slash.
constexpr bool is_identifier(std::string_view text) {
  const auto may_begin = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/'; };
  if (text.empty() || text.size() > 64 || !may_begin(text.front())) return false;
  for (const char c : text)
    if (!may_begin(c) && std::string_view("._{}:-").find(c) == std::string_view::npos) return false;
  return true;
}

/// A string of the moment that holds no personal data. Becomes "?" when it is no
/// identifier.
class Identifier {
 public:
  explicit Identifier(std::string_view text) : text_(is_identifier(text) ? text : "?") {}
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

/// An identifier written in the program: any other literal does not compile.
class Literal {
 public:
  consteval Literal(const char* text) : text_(text) {
    if (!is_identifier(text_)) throw "this literal is no identifier";
  }
  constexpr std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

/// 64 bits that stand for something without telling it, as sixteen hexadecimal
/// digits: the keyed hash of an address, the number of an incident.
struct Fingerprint {
  std::uint64_t bits;
};

class Value {
 public:
  // Templates, so that no pointer turns into a bool on the way.
  Value(std::same_as<bool> auto value) : content_(value) {}
  template <std::integral Number>
  requires(!std::same_as<Number, bool>) Value(Number value) : content_(static_cast<std::int64_t>(value)) {}
  Value(Fingerprint value) : content_(value) {}
  Value(Identifier value) : content_(std::move(value)) {}
  template <std::size_t N>
  consteval Value(const char (&literal)[N]) : content_(Literal(literal)) {}
  template <HasWords Enum>
  Value(Enum value) : content_(Identifier(word(value))) {}

  const auto& content() const { return content_; }

 private:
  std::variant<bool, std::int64_t, Fingerprint, Literal, Identifier> content_;
};

struct Field {
  Key key;
  Value value;
};

using Fields = std::initializer_list<Field>;

/// Begins to write lines of this level and above.
void start(Level from);
void stop();

/// `event` names what happened: "sign-in.refused".
void debug(Literal event, Fields fields = {});
void info(Literal event, Fields fields = {});
void warning(Literal event, Fields fields = {});
void error(Literal event, Fields fields = {});

/// For tests: while it lives, lines of every level go here and not to standard
/// error. One at a time.
class Capture {
 public:
  Capture();
  ~Capture();
  Capture(const Capture&) = delete;
  Capture& operator=(const Capture&) = delete;

  /// Every line since the beginning, each ending in a line feed.
  std::string lines() const;

 private:
  struct Sink;
  std::unique_ptr<Sink> sink_;
};

}  // namespace sightline::log

/// The names of the keys as they stand in a line.
template <>
inline constexpr auto sightline::kWords<sightline::log::Key> =
    std::to_array<sightline::Word<sightline::log::Key>>({
        {sightline::log::Key::ActorId, "actor_id"},
        {sightline::log::Key::AddressHash, "address_hash"},
        {sightline::log::Key::Bytes, "bytes"},
        {sightline::log::Key::Command, "command"},
        {sightline::log::Key::Count, "count"},
        {sightline::log::Key::DurationMs, "duration_ms"},
        {sightline::log::Key::EntryNumber, "entry_number"},
        {sightline::log::Key::ErrorNumber, "error_number"},
        {sightline::log::Key::Failed, "failed"},
        {sightline::log::Key::Incident, "incident"},
        {sightline::log::Key::Job, "job"},
        {sightline::log::Key::Kind, "kind"},
        {sightline::log::Key::Limit, "limit"},
        {sightline::log::Key::Method, "method"},
        {sightline::log::Key::Migration, "migration"},
        {sightline::log::Key::Port, "port"},
        {sightline::log::Key::Reason, "reason"},
        {sightline::log::Key::Route, "route"},
        {sightline::log::Key::Signal, "signal"},
        {sightline::log::Key::SqlState, "sql_state"},
        {sightline::log::Key::Status, "status"},
        {sightline::log::Key::SubjectId, "subject_id"},
        {sightline::log::Key::Threads, "threads"},
        {sightline::log::Key::Version, "version"},
    });
