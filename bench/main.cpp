// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// sightline_bench: measures, prints a table, writes it as JSON. Every ratio is of two
// sides that took turns in this one run. Ends with 0 when it has measured; a limit
// that was missed is shown, not hidden. REQUIRES: the repository's root is the working
// directory.

#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <set>
#include <thread>

#include "demonstration.h"
#include "documents.h"
#include "durable_commands.h"
#include "freezing.h"
#include "insight.h"
#include "machine.h"
#include "pages.h"

namespace {

using namespace sightline;
using namespace sightline::bench;

constexpr int kRounds = 5;
constexpr std::chrono::milliseconds kLasting{4000};
constexpr Load kLoad{.rounds = 3, .lasting = std::chrono::seconds(5)};
constexpr int kDemonstrations = 3;
constexpr int kReadings = 9;

struct Wanted {
  std::string output = "build/bench.json";
  std::set<std::string> parts;  ///< Empty: all of them.

  bool has(const std::string& part) const { return parts.empty() || parts.contains(part); }
};

Wanted read(int count, char** words) {
  Wanted wanted;
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    if (word == "--output" && i + 1 < count)
      wanted.output = words[++i];
    else if (word == "commands" || word == "pages" || word == "demonstration" || word == "insight" ||
             word == "documents" || word == "freezing")
      wanted.parts.insert(word);
    else
      throw std::runtime_error(
          "usage: sightline_bench [--output FILE] [commands] [pages] [demonstration] [insight] [documents] "
          "[freezing]");
  }
  return wanted;
}

void measure(const Wanted& wanted) {
  const Workplace workplace("build");
  const double load_before = load();
  const std::string disk = file_system(workplace.path());
  std::cout << "Below build/, on " << disk << "; " << std::thread::hardware_concurrency()
            << " processors; load " << readable(load_before) << " before\n\n"
            << std::flush;
  json::Array figures;
  const auto add = [&](const Figure& figure) {
    std::cout << in_words(figure) << "\n" << std::flush;
    figures.emplace_back(in_json(figure));
  };
  const std::filesystem::path demo = workplace.path() / "demo";
  if (wanted.has("demonstration") || wanted.has("pages")) {
    const Demonstrations made = demonstration(workplace.path(), demo, kDemonstrations);
    add(made.seconds);
    add(made.megabytes);
    add(made.record);
  }
  if (wanted.has("pages")) {
    add(signed_in_page(workplace.path(), kLoad));
    add(public_page(workplace.path(), demo / "sightline.db", kLoad));
    add(public_page_beside_half_open(workplace.path(), demo / "sightline.db", kLoad));
  }
  if (wanted.has("insight")) add(dashboard_from_index(workplace.path(), kRounds));
  if (wanted.has("freezing")) add(freezing(workplace.path(), kRounds));
  if (wanted.has("documents")) {
    for (const Figure& figure : long_report(kReadings)) add(figure);
    add(long_document(workplace.path(), kReadings));
  }
  if (wanted.has("commands")) add(durable_commands(workplace.path(), kRounds, kLasting));

  const json::Object all{
      {"machine", json::Object{{"processors", static_cast<std::int64_t>(std::thread::hardware_concurrency())},
                               {"file_system", disk},
                               {"load_before", load_before},
                               {"load_after", load()}}},
      {"figures", std::move(figures)}};
  std::ofstream file(wanted.output);
  file << json::write_pretty(all);
  file.close();
  if (!file) throw std::runtime_error(wanted.output + " could not be written");
  std::cout << "Every figure                " << wanted.output << "\n" << std::flush;
}

}  // namespace

int main(int count, char** words) {
  try {
    measure(read(count, words));
    return EXIT_SUCCESS;
  } catch (const std::exception& accident) {
    std::cerr << "sightline_bench: " << accident.what() << std::endl;
    return 70;
  }
}
