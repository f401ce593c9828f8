// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "command.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <utility>

namespace sightline {

void Option::required() {
  option_->required();
}

void Option::shows_default() {
  option_->capture_default_str();
}

Command Command::noun(const std::string& name, const std::string& what) {
  return Command(app_->add_subcommand(name, what)->require_subcommand(1));
}

Command Command::verb(const std::string& name, const std::string& what) {
  return Command(app_->add_subcommand(name, what));
}

Option Command::option(const std::string& name, std::string& value, const std::string& what) {
  return Option(app_->add_option(name, value, what));
}

Option Command::option(const std::string& name, std::filesystem::path& value, const std::string& what) {
  return Option(app_->add_option(name, value, what));
}

Option Command::option(const std::string& name, std::int64_t& value, const std::string& what) {
  return Option(app_->add_option(name, value, what));
}

Option Command::option(const std::string& name, std::vector<std::string>& value, const std::string& what) {
  return Option(app_->add_option(name, value, what));
}

void Command::flag(const std::string& name, bool& value, const std::string& what) {
  app_->add_flag(name, value, what);
}

void Command::flag(const std::string& name, std::function<void()> when_given, const std::string& what) {
  app_->add_flag_callback(name, std::move(when_given), what);
}

void Command::when_chosen(std::function<void()> then) {
  app_->callback(std::move(then));
}

CommandLine::CommandLine(const std::string& name, const std::string& what)
    : app_(std::make_unique<CLI::App>(what, name)) {
  app_->require_subcommand(1);
}

CommandLine::~CommandLine() = default;

Command CommandLine::root() {
  return Command(app_.get());
}

std::optional<int> CommandLine::read(int count, char** words, int declined) {
  try {
    app_->parse(count, words);
  } catch (const CLI::Success& help) {
    return app_->exit(help);
  } catch (const CLI::ParseError& error) {
    std::cerr << error.what() << ". Add --help to see what there is." << std::endl;
    return declined;
  }
  return std::nullopt;
}

}  // namespace sightline
