// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The one door through which anything is changed: one command, one transaction,
// one journal entry. Pages, command line and jobs all come through here.
//
// A command is a struct of values with a constant kCommand. Beside it stands
//
//   Result<Outcome> decide(journal::Work& work, const Actor& actor, const ThatCommand& command);
//
// which is found by argument lookup, so the journal knows no feature. decide()
// checks permission, asks the model, writes through its store, and says what it
// changed with work.changed(…). It may be run more than once for one command, so
// it has no effect outside `work`.

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "base/result.h"
#include "journal/journal.h"
#include "platform/clock/clock.h"
#include "platform/sql/database.h"

namespace sightline::journal {

/// One command being carried out. Lives only inside decide().
class Work {
 public:
  Work(sql::Transaction& transaction, Timestamp now, Date today)
      : transaction_(transaction), now_(now), today_(today) {}

  sql::Transaction& sql() { return transaction_; }
  /// The moment of this command: the same throughout, and the one its entry bears.
  Timestamp now() const { return now_; }
  /// The civil day of that moment in London.
  Date today() const { return today_; }

  /// Says what the command changed. Every decide() that does not refuse calls exactly one of this
  /// and unchanged(), exactly once.
  void changed(Subject subject, const std::optional<StateText>& before, const StateText& after);

  /// Says that all was as asked for already: nothing is kept and no entry is written.
  void unchanged();

 private:
  friend class Journal;
  struct Change {
    Subject subject;
    std::optional<std::string> before;
    std::string after;
  };

  sql::Transaction& transaction_;
  Timestamp now_;
  Date today_;
  std::optional<Change> change_;
  bool unchanged_ = false;
};

/// A number and a digest noted down where whoever writes the database cannot reach. Handbook §5.10.
struct Note {
  std::int64_t number;  ///< At least 1.
  std::string digest;
};

/// What verify() found.
struct Verification {
  std::int64_t entries = 0;                  ///< Read and found whole, in unbroken order.
  std::string head;                          ///< Digest of the last whole entry; note it down elsewhere.
  std::optional<std::int64_t> first_broken;  ///< The number at which the chain breaks, if it does.
  std::string reason;                        ///< One sentence when it breaks.
};

class Journal {
 public:
  /// Both must outlive the journal.
  Journal(sql::Database& database, const clock::Clock& clock) : database_(database), clock_(clock) {}

  /// Decides `command` for `actor` and, unless it is refused, records and commits it; returns when
  /// that is durable. A refusal leaves no trace in the database; an exception leaves none either.
  ///
  /// `actor` has a member `person`, the optional identity that the entry bears.
  template <class Actor, class Command>
  auto perform(const Actor& actor, const Command& command) {
    using Outcome = decltype(decide(std::declval<Work&>(), actor, command));
    std::optional<Outcome> outcome;
    database_.write([&](sql::Transaction& transaction) {
      const Timestamp now = clock_.now();
      Work work(transaction, now, clock::london_date(now));
      outcome = decide(work, actor, command);
      if (!*outcome || work.unchanged_) return sql::Verdict::Undo;
      append(work, actor.person, Command::kCommand);
      return sql::Verdict::Keep;
    });
    return *std::move(outcome);
  }

  /// For questions: one consistent state, as of its last entry.
  sql::Snapshot snapshot() { return database_.snapshot(); }
  const clock::Clock& clock() const { return clock_; }

  /// Reads the whole journal and checks numbers, links and digests. Reports progress after every
  /// thousand entries. Time grows with the number of entries, memory does not. With a note, the entry
  /// of that number must be there and be the one that was noted.
  Verification verify(const std::function<void(std::int64_t checked)>& progress = {},
                      const std::optional<Note>& note = {});

 private:
  static void append(Work& work, std::optional<PersonId> person, const Command& command);

  sql::Database& database_;
  const clock::Clock& clock_;
};

/// The number of the newest entry a reader can see; 0 when there is none.
std::int64_t position(sql::Reader& reader);

}  // namespace sightline::journal
