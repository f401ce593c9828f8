// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The command is SaveAssessment as autosave gives it: one area of a case that has
// been assessed before. It reads the case, what the actor may do, the framework and
// the assessment, and writes five rows: the assessment, its revision, the judgement,
// which judgement now holds, and the journal entry.
//
// Both sides run the same decide() on the same tables with the same statements, kept
// prepared; each producer has cases of its own, so no command is refused. The lone
// side is measured twice: as programs without a door are written (BEGIN, run again
// when overtaken), which is the peer, and waiting in turn (BEGIN IMMEDIATE).

#include "durable_commands.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <stdexcept>
#include <thread>

#include "journal/journal_store.h"
#include "machine.h"
#include "office.h"
#include "platform/crypto/digest.h"
#include "platform/sql/connection.h"

namespace sightline::bench {

namespace {

using assessment::Assessment;
using assessment::SaveAssessment;
using Clock = std::chrono::steady_clock;

SaveAssessment next_save(const OpenCase& open) {
  const Assessment& seen = open.assessment;
  const auto turn = static_cast<std::size_t>(seen.revision);
  const std::string& area = seen.judgements[turn % seen.judgements.size()].area;
  return {{open.inspection_key, open.number, seen.by, seen.revision}, {judgement(area, seen.revision)}};
}

/// A connection used as the inside of a unit, by the producer that owns it.
class OwnTransaction final : public sql::Transaction {
 public:
  explicit OwnTransaction(sql::Connection& connection) : connection_(connection) {}
  void prepare(const sql::Query& query) override { connection_.prepare(query); }
  void script(const std::string& text) override { connection_.script(text); }

 private:
  sql::Rows run(const sql::Query& query, std::span<const sql::Bind> binds) override {
    return connection_.run(query, binds);
  }
  sql::Kept* kept() override { return &connection_.kept(); }

  sql::Connection& connection_;
};

std::string digest(const journal::StateText& state) {
  return crypto::sha256(state.text()).hex();
}

/// The entry that the journal would have written.
void append(sql::Transaction& transaction, Timestamp now, const people::Actor& actor,
            const Assessment& before, const Assessment& after) {
  const std::optional<journal::Entry> last = journal::last_entry(transaction);
  journal::Entry entry{.number = last ? last->number + 1 : 1,
                       .recorded_at = now,
                       .person = actor.person,
                       .command = std::string(SaveAssessment::kCommand.name),
                       .subject = {"case", after.case_id.value()},
                       .before = digest(assessment::state_text(before)),
                       .after = digest(assessment::state_text(after)),
                       .previous = last ? last->digest : journal::origin_digest(),
                       .digest = {}};
  entry.digest = crypto::sha256(journal::chained_text(entry)).hex();
  journal::insert_entry(transaction, entry);
}

/// How a connection of its own begins a transaction.
enum class Beginning {
  Plain,      ///< `begin`: reads first, and is run again from the start when another wrote meanwhile.
  Immediate,  ///< `begin immediate`: waits for its turn to write before it reads.
};

Assessment save_begun(sql::Connection& connection, const clock::Clock& clock, const people::Actor& actor,
                      const OpenCase& open) {
  OwnTransaction transaction(connection);
  const Timestamp now = clock.now();
  journal::Work work(transaction, now, clock::london_date(now));
  Assessment saved = granted(decide(work, actor, next_save(open)));
  append(transaction, now, actor, open.assessment, saved);
  connection.commit();
  return saved;
}

Assessment save_alone(sql::Connection& connection, Beginning beginning, const clock::Clock& clock,
                      const people::Actor& actor, const OpenCase& open) {
  if (beginning == Beginning::Immediate) {
    connection.begin_writing();
    return save_begun(connection, clock, actor, open);
  }
  for (;;) try {
      connection.begin_reading();
      return save_begun(connection, clock, actor, open);
    } catch (const sql::Unavailable&) {
      connection.roll_back();
    }
}

/// What the producers of one side did in one round.
struct Pace {
  double commands_per_second;
  double median_ms;  ///< How long a producer waited for one command.
  double p99_ms;
};

/// Each of `producers` threads gives one command after another until the time is up.
Pace drive(int producers, std::chrono::milliseconds lasting,
           const std::function<void(std::size_t producer, std::size_t turn)>& give) {
  std::vector<std::vector<double>> waits(static_cast<std::size_t>(producers));
  std::vector<std::exception_ptr> failures(waits.size());
  const Clock::time_point begin = Clock::now();
  std::vector<std::thread> threads;
  for (std::size_t producer = 0; producer < waits.size(); ++producer)
    threads.emplace_back([&, producer] {
      try {
        for (Clock::time_point from = Clock::now(); from - begin < lasting;) {
          give(producer, waits[producer].size());
          const Clock::time_point now = Clock::now();
          waits[producer].push_back(std::chrono::duration<double, std::milli>(now - from).count());
          from = now;
        }
      } catch (...) {
        failures[producer] = std::current_exception();
      }
    });
  for (std::thread& thread : threads) thread.join();
  const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
  for (const std::exception_ptr& failure : failures)
    if (failure) std::rethrow_exception(failure);

  std::vector<double> all;
  for (const std::vector<double>& one : waits) all.insert(all.end(), one.begin(), one.end());
  if (all.empty()) return {0, 0, 0};
  std::ranges::sort(all);
  return {static_cast<double>(all.size()) / seconds, all[all.size() / 2], all[all.size() * 99 / 100]};
}

/// A database with the office in it. Both sides begin with the same file.
class Side {
 public:
  Side(std::filesystem::path file, Office office) : file_(std::move(file)), office_(std::move(office)) {}

  Pace through_the_door(std::chrono::milliseconds lasting, sql::Durability durability) {
    sql::Database database(file_.string(), {.durability = durability});
    journal::Journal journal(database, clock_);
    return drive(kInspectors, lasting, [&](std::size_t producer, std::size_t turn) {
      OpenCase& open = at_hand(producer, turn);
      open.assessment = granted(journal.perform(office_.inspectors[producer], next_save(open)));
    });
  }

  Pace each_alone(std::chrono::milliseconds lasting, int producers, Beginning beginning) {
    std::vector<std::unique_ptr<sql::Connection>> connections;
    for (int i = 0; i < producers; ++i)
      connections.push_back(
          sql::connect_sqlite(file_.string(), sql::Access::Write, sql::Durability::Durable));
    return drive(producers, lasting, [&](std::size_t producer, std::size_t turn) {
      OpenCase& open = at_hand(producer, turn);
      open.assessment =
          save_alone(*connections[producer], beginning, clock_, office_.inspectors[producer], open);
    });
  }

  /// Entries of a journal that is whole.
  std::int64_t verified() {
    sql::Database database(file_.string());
    const journal::Verification found = journal::Journal(database, clock_).verify();
    if (found.first_broken) throw std::runtime_error(file_.filename().string() + ": " + found.reason);
    return found.entries;
  }

  /// Judgements recorded for a journal entry, to show that both sides do the same.
  std::int64_t judgements() {
    sql::Database database(file_.string());
    return database.snapshot()
        .read_one({"bench.judgements", "select count(*) as n from judgement"})
        ->get<std::int64_t>("n");
  }

 private:
  OpenCase& at_hand(std::size_t producer, std::size_t turn) {
    std::vector<OpenCase>& desk = office_.desks[producer];
    return desk[turn % desk.size()];
  }

  std::filesystem::path file_;
  Office office_;
  clock::SystemClock clock_;
};

/// Rates of one round.
struct Round {
  double syncs, door, alone;
};

json::Object in_json(const Pace& pace) {
  return {{"commands_per_second", pace.commands_per_second},
          {"median_ms", pace.median_ms},
          {"p99_ms", pace.p99_ms}};
}

std::string in_words(const Pace& pace) {
  return readable(pace.commands_per_second) + "/s, " + readable(pace.median_ms) + " ms at the median, " +
         readable(pace.p99_ms) + " ms at p99";
}

}  // namespace

Figure durable_commands(const std::filesystem::path& workplace, int rounds,
                        std::chrono::milliseconds lasting) {
  const Office office = make_office(workplace / "door.db");
  std::filesystem::copy_file(workplace / "door.db", workplace / "alone.db");
  Side door(workplace / "door.db", office), alone(workplace / "alone.db", office);
  const std::int64_t entries_before = door.verified(), judgements_before = door.judgements();

  Figure figure{.name = "durable commands, 16 producers, door / each alone",
                .unit = "x",
                .limit = {Sense::AtLeast, 50},
                .rounds = {},
                .remarks = {},
                .details = {}};
  json::Array paces;
  for (int i = 0; i < rounds; ++i) {
    const double syncs = syncs_per_second(workplace, lasting / 8);
    const Pace together = door.through_the_door(lasting, sql::Durability::Durable);
    const Pace apart = alone.each_alone(lasting, kInspectors, Beginning::Plain);
    const Pace in_turn = alone.each_alone(lasting, kInspectors, Beginning::Immediate);
    const double one = alone.each_alone(lasting / 8, 1, Beginning::Plain).commands_per_second;
    const double unsynced =
        door.through_the_door(lasting / 8, sql::Durability::LostWithoutPower).commands_per_second;
    figure.rounds.push_back(together.commands_per_second / apart.commands_per_second);
    figure.remarks.push_back("door " + in_words(together) + "; alone " + in_words(apart) +
                             "; alone and in turn " + in_words(in_turn) + "; disk " + readable(syncs) +
                             " syncs/s; one producer alone " + readable(one) + "/s; door without syncs " +
                             readable(unsynced) + "/s");
    paces.emplace_back(json::Object{{"door", in_json(together)},
                                    {"alone", in_json(apart)},
                                    {"alone_in_turn", in_json(in_turn)},
                                    {"syncs_per_second", syncs},
                                    {"one_producer_alone_per_second", one},
                                    {"door_without_syncs_per_second", unsynced}});
  }
  figure.details = {{"command", std::string(SaveAssessment::kCommand.name)},
                    {"producers", kInspectors},
                    {"cases", kInspections * kCasesInEach},
                    {"rounds", std::move(paces)}};
  for (Side* side : {&door, &alone})
    if (side->verified() - entries_before != side->judgements() - judgements_before)
      throw std::runtime_error("a command did not write one judgement and one entry");
  return figure;
}

}  // namespace sightline::bench
