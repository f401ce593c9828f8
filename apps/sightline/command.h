// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The command line as its verbs see it. CLI11 reads it, and is all in headers that cost
// every file which includes them seconds of compiling, so command.cpp alone does.
//
//   Command noun = program.noun("user", "Accounts");
//   Command add = noun.verb("add", "Add an account");
//   add.option("--email", user->email, "The address of the account").required();
//
// What is given is written where the option says; that must live as long as the program.

#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace sightline {

class Option {
 public:
  explicit Option(CLI::Option* option) : option_(option) {}

  void required();
  /// --help shows what holds when the option is not given.
  void shows_default();

 private:
  CLI::Option* option_;
};

/// A noun or a verb; a copy speaks of the same one.
class Command {
 public:
  explicit Command(CLI::App* app) : app_(app) {}

  /// A word that one of its verbs must follow.
  Command noun(const std::string& name, const std::string& what);
  Command verb(const std::string& name, const std::string& what);

  Option option(const std::string& name, std::string& value, const std::string& what);
  Option option(const std::string& name, std::filesystem::path& value, const std::string& what);
  Option option(const std::string& name, std::int64_t& value, const std::string& what);
  /// May be given several times.
  Option option(const std::string& name, std::vector<std::string>& value, const std::string& what);
  void flag(const std::string& name, bool& value, const std::string& what);
  void flag(const std::string& name, std::function<void()> when_given, const std::string& what);

  /// What to do when this is what was chosen.
  void when_chosen(std::function<void()> then);

 private:
  CLI::App* app_;
};

/// The whole command line: one noun or verb of it has to be chosen.
class CommandLine {
 public:
  CommandLine(const std::string& name, const std::string& what);
  ~CommandLine();

  Command root();

  /// Reads the words. Nothing when a verb was chosen; otherwise help was asked for and has been
  /// printed, or what is wrong has been said, and this is what the program ends with: 0, or
  /// `declined`.
  std::optional<int> read(int count, char** words, int declined);

 private:
  std::unique_ptr<CLI::App> app_;
};

}  // namespace sightline
