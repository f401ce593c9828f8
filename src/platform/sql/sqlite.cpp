// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// SQLite: one file in write-ahead mode. Settings that make it refuse what
// PostgreSQL refuses (double-quoted strings, unknown keys) are on, so that a
// mistake shows on the engine everyone develops with.

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <map>
#include <string_view>
#include <utility>

#include "platform/sql/binding.h"
#include "platform/sql/connection.h"

namespace sightline::sql {
namespace {

constexpr int kBusyMilliseconds = 10'000;  ///< How long to wait for another program that is writing.

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
struct FinalizeStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

struct CompiledQuery {
  std::string text;
  Parameters parameters;
  std::unique_ptr<sqlite3_stmt, FinalizeStatement> statement;
  std::vector<int> places;  ///< SQLite's number of each parameter.
  std::shared_ptr<const Columns> columns;
};

/// A cached statement is left ready for its next use, whatever happens.
class Use {
 public:
  explicit Use(sqlite3_stmt* statement) : statement_(statement) {}
  Use(const Use&) = delete;
  Use& operator=(const Use&) = delete;
  ~Use() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
  }

 private:
  sqlite3_stmt* statement_;
};

/// The disk, the quota or the limit of a file's size is reached.
bool is_want_of_room(int reason) {
  return reason == ENOSPC || reason == EDQUOT || reason == EFBIG;
}

class Sqlite final : public Connection {
 public:
  Sqlite(const std::string& path, Access access, Durability durability);

  Rows run(const Query& query, std::span<const Bind> binds) override;
  void prepare(const Query& query) override { prepared(query); }
  void script(const std::string& text) override;
  void begin_writing() override { say("begin immediate"); }
  void begin_reading() override {
    say("begin");
    say("select 1 from sqlite_schema limit 1");
  }
  void commit() override;
  void roll_back() noexcept override;
  void begin_unit() override { say("savepoint unit"); }
  void keep_unit() override { say("release unit"); }
  void undo_unit() override {
    say("rollback to unit");
    say("release unit");
  }
  std::optional<std::uint64_t> state() const override;
  bool in_transaction() const override { return sqlite3_get_autocommit(database_.get()) == 0; }
  bool is_usable() const override { return usable_; }

 private:
  CompiledQuery& prepared(const Query& query);
  CompiledQuery compile(const Query& query);
  void fill(CompiledQuery& prepared, const Query& query, std::span<const Bind> binds);
  /// Runs one of the statements around every transaction, kept prepared; its result is thrown away.
  void say(const char* statement);
  void configure(Access access, Durability durability);
  bool found_no_room(int code) const;
  [[noreturn]] void fail(int code, std::string_view what);

  std::unique_ptr<sqlite3, CloseDatabase> database_;
  std::map<std::string, CompiledQuery, std::less<>> statements_;  // by name of the query
  bool usable_ = true;
};

/// Makes the file readable by its owner alone; SQLite gives the files beside it the same mode.
void create_private_file(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0)
    throw Unavailable("The database " + path + " cannot be opened: " + std::strerror(errno) + ".");
  ::close(file);
}

/// Counting its memory would make every allocation of every connection wait for one lock.
void leave_memory_uncounted() {
  static const int code = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  if (code != SQLITE_OK) throw Error("SQLite was used before it was set up");
}

Sqlite::Sqlite(const std::string& path, Access access, Durability durability) {
  leave_memory_uncounted();
  if (access == Access::Write) create_private_file(path);
  const int mode = access == Access::Write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
  sqlite3* opened = nullptr;
  // As an absolute path no name is special to SQLite, not even :memory:.
  const std::string file = std::filesystem::absolute(path).string();
  const int code =
      sqlite3_open_v2(file.c_str(), &opened, mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  database_.reset(opened);
  try {
    if (code != SQLITE_OK) fail(code, "opening");
    configure(access, durability);
  } catch (const Error& error) {
    throw Unavailable("The database " + path + " cannot be opened: " + error.what() + ".");
  }
}

void Sqlite::configure(Access access, Durability durability) {
  sqlite3* database = database_.get();
  sqlite3_busy_timeout(database, kBusyMilliseconds);
  sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  script(
      "pragma foreign_keys = on;"
      "pragma trusted_schema = off;"
      "pragma case_sensitive_like = on;"
      "pragma temp_store = memory;"
      "pragma cache_size = -8192");
  if (access == Access::Read) {
    script("pragma query_only = on");
    return;
  }
  script(
      "pragma journal_mode = wal;"
      "pragma journal_size_limit = 67108864;"
      "pragma secure_delete = on");
  script(durability == Durability::Durable ? "pragma synchronous = full" : "pragma synchronous = off");
  const Rows mode = run({"sqlite.journal_mode", "pragma journal_mode"}, {});
  if (mode.front().get<std::string>("journal_mode") != "wal")
    throw Error("its file system does not allow write-ahead logging");
}

/// Whether an error of reading or writing came of want of room. SQLite forgets why before a failed
/// commit returns, but the file it was writing, the log, remembers.
bool Sqlite::found_no_room(int code) const {
  if (!database_) return false;
  if (is_want_of_room(sqlite3_system_errno(database_.get()))) return true;
  sqlite3_file* log = nullptr;
  int reason = 0;
  if (code == SQLITE_IOERR_WRITE &&
      sqlite3_file_control(database_.get(), "main", SQLITE_FCNTL_JOURNAL_POINTER, &log) == SQLITE_OK &&
      log != nullptr && log->pMethods != nullptr)
    log->pMethods->xFileControl(log, SQLITE_FCNTL_LAST_ERRNO, &reason);
  return is_want_of_room(reason);
}

void Sqlite::fail(int code, std::string_view what) {
  sqlite3* database = database_.get();
  const std::string message =
      std::string(what) + ": " + (database != nullptr ? sqlite3_errmsg(database) : sqlite3_errstr(code));
  switch (code & 0xff) {
    case SQLITE_FULL:
      throw StorageFull(message);
    case SQLITE_CONSTRAINT:
      if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY ||
          code == SQLITE_CONSTRAINT_ROWID)
        throw UniqueViolation(message);
      throw Error(message);
    case SQLITE_IOERR:
      if (found_no_room(code)) throw StorageFull(message);
      throw Unavailable(message);
    case SQLITE_BUSY:
    case SQLITE_CANTOPEN:
    case SQLITE_PROTOCOL:
    case SQLITE_NOMEM:
      throw Unavailable(message);
    default:
      throw Error(message);
  }
}

void Sqlite::script(const std::string& text) {
  const int code = sqlite3_exec(database_.get(), text.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code, text.substr(0, text.find_first_of(" \n")));
}

void Sqlite::say(const char* statement) {
  run({statement, statement}, {});
}

// Whether it worked is seen by in_transaction().
void Sqlite::roll_back() noexcept try { say("rollback"); } catch (const std::exception&) {
}

// The last frame of a commit is written last, so a commit that found no room left no trace. Any
// other failure of reading or writing (a sync above all) may leave whole frames in the log, which a
// restart would take for committed.
void Sqlite::commit() {
  const int code = sqlite3_exec(database_.get(), "commit", nullptr, nullptr, nullptr);
  if (code == SQLITE_OK) return;
  const int kind = code & 0xff;
  const bool is_full = kind == SQLITE_FULL || (code == SQLITE_IOERR_WRITE && found_no_room(code));
  if (is_full || kind == SQLITE_BUSY || kind == SQLITE_CONSTRAINT) fail(code, "commit");
  usable_ = false;
  throw NotConfirmed(std::string("commit: ") + sqlite3_errmsg(database_.get()));
}

// SQLite counts, for each connection, how often it found the database written to by another, and drops the
// pages it kept in memory by the same count. A connection that reads writes nothing itself.
std::optional<std::uint64_t> Sqlite::state() const {
  unsigned version = 0;
  if (sqlite3_file_control(database_.get(), "main", SQLITE_FCNTL_DATA_VERSION, &version) != SQLITE_OK)
    return std::nullopt;
  return version;
}

CompiledQuery& Sqlite::prepared(const Query& query) {
  const auto known = statements_.find(query.name);
  if (known == statements_.end())
    return statements_.emplace(std::string(query.name), compile(query)).first->second;
  if (known->second.text != query.text) throw Error(std::string(query.name) + " names two different queries");
  return known->second;
}

CompiledQuery Sqlite::compile(const Query& query) {
  CompiledQuery made;
  made.text = query.text;
  made.parameters = find_parameters(query.text);
  sqlite3_stmt* statement = nullptr;
  const char* rest = nullptr;
  const int code = sqlite3_prepare_v3(database_.get(), made.text.c_str(), static_cast<int>(made.text.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, &rest);
  made.statement.reset(statement);
  if (code != SQLITE_OK) fail(code, query.name);
  if (statement == nullptr) throw Error(std::string(query.name) + " is empty");
  if (std::string_view(rest).find_first_not_of("; \n\t") != std::string_view::npos)
    throw Error(std::string(query.name) + " holds more than one statement");
  for (const std::string& name : made.parameters.names)
    made.places.push_back(sqlite3_bind_parameter_index(statement, ('$' + name).c_str()));
  if (static_cast<std::size_t>(sqlite3_bind_parameter_count(statement)) != made.places.size())
    throw Error(std::string(query.name) + " has a parameter not written as $name");
  for (const int place : made.places)
    if (place == 0) throw Error(std::string(query.name) + " has a parameter not written as $name");
  auto columns = std::make_shared<Columns>();
  columns->query = query.name;
  for (int i = 0; i < sqlite3_column_count(statement); ++i)
    columns->names.emplace_back(sqlite3_column_name(statement, i));
  made.columns = std::move(columns);
  return made;
}

void Sqlite::fill(CompiledQuery& prepared, const Query& query, std::span<const Bind> binds) {
  sqlite3_stmt* statement = prepared.statement.get();
  const std::vector<const Value*> values = arrange(query, prepared.parameters, binds);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const int place = prepared.places[i];
    int code = SQLITE_OK;
    if (const auto* whole = std::get_if<std::int64_t>(values[i])) {
      code = sqlite3_bind_int64(statement, place, *whole);
    } else if (const auto* real = std::get_if<double>(values[i])) {
      code = sqlite3_bind_double(statement, place, *real);
    } else if (const auto* text = std::get_if<std::string>(values[i])) {
      // The binds outlive the run, so SQLite need not copy (a null destructor is SQLITE_STATIC).
      code = sqlite3_bind_text64(statement, place, text->data(), text->size(), nullptr, SQLITE_UTF8);
    } else if (const auto* bytes = std::get_if<Bytes>(values[i])) {
      code = sqlite3_bind_blob64(statement, place, bytes->content.data(), bytes->content.size(), nullptr);
    }
    if (code != SQLITE_OK) fail(code, query.name);
  }
}

Value value_at(sqlite3_stmt* statement, int column) {
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_NULL:
      return std::monostate{};
    case SQLITE_INTEGER:
      return static_cast<std::int64_t>(sqlite3_column_int64(statement, column));
    case SQLITE_FLOAT:
      return sqlite3_column_double(statement, column);
    case SQLITE_TEXT: {
      const void* bytes = sqlite3_column_text(statement, column);
      return std::string(static_cast<const char*>(bytes),
                         static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
    }
    default: {
      const void* bytes = sqlite3_column_blob(statement, column);  // Null when there are none.
      const auto length = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
      return Bytes{length == 0 ? std::string() : std::string(static_cast<const char*>(bytes), length)};
    }
  }
}

Rows Sqlite::run(const Query& query, std::span<const Bind> binds) {
  CompiledQuery& ready = prepared(query);
  sqlite3_stmt* statement = ready.statement.get();
  const Use use(statement);
  fill(ready, query, binds);
  Rows rows;
  for (;;) {
    const int code = sqlite3_step(statement);
    if (code == SQLITE_DONE) return rows;
    if (code != SQLITE_ROW) fail(code, query.name);
    const int count = sqlite3_data_count(statement);
    std::vector<Value> values;
    values.reserve(static_cast<std::size_t>(count));
    for (int column = 0; column < count; ++column) values.push_back(value_at(statement, column));
    rows.emplace_back(ready.columns, std::move(values));
  }
}

}  // namespace

std::unique_ptr<Connection> connect_sqlite(const std::string& path, Access access, Durability durability) {
  return std::make_unique<Sqlite>(path, access, durability);
}

}  // namespace sightline::sql
