// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// PostgreSQL over libpq: statements prepared once per connection, results as text,
// typed by the type of their column. Error codes are those of appendix A of the
// PostgreSQL manual; a code is quoted, never a value somebody entered.

#include <libpq-fe.h>

#include <charconv>
#include <cstdlib>
#include <map>
#include <string_view>
#include <utility>

#include "platform/sql/binding.h"
#include "platform/sql/connection.h"

namespace sightline::sql {
namespace {

struct FinishConnection {
  void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct ClearResult {
  void operator()(PGresult* result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, ClearResult>;

struct Prepared {
  std::string text;
  Parameters parameters;
};

class PostgreSql final : public Connection {
 public:
  PostgreSql(const std::string& uri, Access access, Durability durability);

  Rows run(const Query& query, std::span<const Bind> binds) override;
  void prepare(const Query& query) override { prepared(query); }
  void script(const std::string& text) override;
  void begin_writing() override;
  void begin_reading() override;
  void begin_unit() override { script("savepoint unit"); }
  void keep_unit() override { script("release unit"); }
  void undo_unit() override { script("rollback to unit; release unit"); }
  void commit() override;
  void roll_back() noexcept override;
  bool in_transaction() const override;
  bool is_usable() const override { return usable_ && PQstatus(connection_.get()) == CONNECTION_OK; }

 private:
  void configure(Access access, Durability durability);
  void check_order_of_text();
  const Prepared& prepared(const Query& query);
  /// `answer` when it is a good one. Throws what went wrong otherwise.
  Answer good(PGresult* answer, std::string_view what);
  [[noreturn]] void fail(const PGresult* answer, std::string_view what);

  std::unique_ptr<PGconn, FinishConnection> connection_;
  std::map<std::string, Prepared, std::less<>> statements_;  // by name of the query
  bool usable_ = true;
};

PostgreSql::PostgreSql(const std::string& uri, Access access, Durability durability) {
  // What the URI says comes later and wins.
  const char* const names[] = {"connect_timeout",  "keepalives_idle", "tcp_user_timeout",
                               "application_name", "dbname",          nullptr};
  const char* const values[] = {"10", "30", "30000", "sightline", uri.c_str(), nullptr};
  connection_.reset(PQconnectdbParams(names, values, /*expand_dbname=*/1));
  if (PQstatus(connection_.get()) != CONNECTION_OK)
    throw Unavailable(std::string("The database cannot be reached: ") + PQerrorMessage(connection_.get()));
  PQsetNoticeProcessor(
      connection_.get(), [](void*, const char*) {}, nullptr);
  try {
    configure(access, durability);
  } catch (const Unavailable&) {
    throw;
  } catch (const Error& error) {
    throw Unavailable(std::string("The database cannot be used: ") + error.what());
  }
}

void PostgreSql::configure(Access access, Durability durability) {
  script(
      "set client_encoding = 'UTF8'; set timezone = 'UTC'; set client_min_messages = warning;"
      "set bytea_output = 'hex'");
  if (access == Access::Read) return;
  check_order_of_text();
  script(durability == Durability::Durable ? "set synchronous_commit = on" : "set synchronous_commit = off");
  // A node that hangs inside a batch must not hold up the others for ever.
  script("set lock_timeout = '30s'; set idle_in_transaction_session_timeout = '60s'");
}

void PostgreSql::check_order_of_text() {
  const Rows rows = run({"postgresql.order_of_text", R"sql(
select datcollate as order_of_text, pg_encoding_to_char(encoding) as encoding, datlocprovider = 'c' as plain
  from pg_database
 where datname = current_database()
)sql"},
                        {});
  const auto order = rows.front().get<std::string>("order_of_text");
  const bool by_byte = rows.front().get<bool>("plain") &&
                       (order == "C" || order == "POSIX" || order == "C.UTF-8" || order == "C.utf8");
  if (!by_byte || rows.front().get<std::string>("encoding") != "UTF8")
    throw Error(
        "it must be made with encoding UTF8 and collation C, so that it sorts as every other (create "
        "database … "
        "template template0 encoding 'UTF8' locale 'C').");
}

void PostgreSql::fail(const PGresult* answer, std::string_view what) {
  const char* const field = answer != nullptr ? PQresultErrorField(answer, PG_DIAG_SQLSTATE) : nullptr;
  const std::string_view code = field != nullptr ? field : "";
  const std::string named = std::string(what) + ": ";
  if (code.starts_with("08") || code.starts_with("57P0")) usable_ = false;
  if (!is_usable()) throw Unavailable(named + "the connection to the database was lost");
  const char* const primary = PQresultErrorField(answer, PG_DIAG_MESSAGE_PRIMARY);
  // Messages of class 22 (data exceptions) repeat the value.
  const std::string message =
      named + (code.starts_with("22") || primary == nullptr ? "a value does not fit" : primary) + " (" +
      std::string(code) + ")";
  if (code == "23505") throw UniqueViolation(message);
  if (code == "53100") throw StorageFull(message);
  if (code == "40001" || code == "40P01") throw MustRunAgain(message);
  if (code.starts_with("53") || code == "55P03" || code.starts_with("58")) throw Unavailable(message);
  throw Error(message);
}

Answer PostgreSql::good(PGresult* answer, std::string_view what) {
  Answer owned(answer);
  const ExecStatusType status = PQresultStatus(answer);
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY)
    fail(answer, what);
  return owned;
}

void PostgreSql::script(const std::string& text) {
  good(PQexec(connection_.get(), text.c_str()), text.substr(0, text.find_first_of(" \n;")));
}

// Read committed, because the statements that follow must see what the batch before has committed:
// the lock is held until that commit is visible. The key is any number, always the same.
void PostgreSql::begin_writing() {
  script("begin isolation level read committed read write; select pg_advisory_xact_lock(5362881474512)");
}

// The select takes the state; begin alone would leave that to the first read.
void PostgreSql::begin_reading() {
  script("begin isolation level repeatable read read only; select 1");
}

void PostgreSql::commit() {
  const Answer answer(PQexec(connection_.get(), "commit"));
  const bool committed = PQresultStatus(answer.get()) == PGRES_COMMAND_OK &&
                         std::string_view(PQcmdStatus(answer.get())) == "COMMIT";
  if (committed) return;
  if (PQresultStatus(answer.get()) == PGRES_COMMAND_OK)
    throw Error("commit: the transaction was rolled back");
  try {
    fail(answer.get(), "commit");
  } catch (const Unavailable& unavailable) {
    if (is_usable()) throw;
    throw NotConfirmed(unavailable.what());
  }
}

void PostgreSql::roll_back() noexcept {
  if (!in_transaction()) return;
  const Answer answer(PQexec(connection_.get(), "rollback"));
  if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) usable_ = false;
}

bool PostgreSql::in_transaction() const {
  const PGTransactionStatusType status = PQtransactionStatus(connection_.get());
  return status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
}

const Prepared& PostgreSql::prepared(const Query& query) {
  const auto known = statements_.find(query.name);
  if (known != statements_.end()) {
    if (known->second.text != query.text)
      throw Error(std::string(query.name) + " names two different queries");
    return known->second;
  }
  std::string name(query.name);
  Prepared made{std::string(query.text), find_parameters(query.text)};
  good(PQprepare(connection_.get(), name.c_str(), made.parameters.numbered.c_str(), 0, nullptr), name);
  // A parameter written as a number shows in the count alone.
  const Answer description = good(PQdescribePrepared(connection_.get(), name.c_str()), name);
  if (static_cast<std::size_t>(PQnparams(description.get())) != made.parameters.names.size())
    throw Error(name + " has a parameter not written as $name");
  return statements_.emplace(std::move(name), std::move(made)).first->second;
}

/// The value as text, or nothing for null. REQUIRES: no bytes, which travel as they are.
std::optional<std::string> spelt(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
  if (const auto* real = std::get_if<double>(&value)) {
    char digits[32];
    const std::to_chars_result end = std::to_chars(std::begin(digits), std::end(digits), *real);
    return std::string(digits, end.ptr);
  }
  return std::nullopt;
}

/// Bytes as PostgreSQL writes them: \x and two hexadecimal digits for each.
Bytes unescaped(std::string_view text) {
  const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  Bytes bytes;
  bytes.content.reserve(text.size() / 2);
  for (std::size_t at = 2; at + 1 < text.size(); at += 2)
    bytes.content += static_cast<char>(digit(text[at]) * 16 + digit(text[at + 1]));
  return bytes;
}

// Types by their fixed numbers in pg_type.
Value typed(std::string_view text, Oid type) {
  constexpr Oid kBool = 16, kBytea = 17, kInt8 = 20, kInt2 = 21, kInt4 = 23, kOid = 26, kFloat4 = 700,
                kFloat8 = 701, kNumeric = 1700;
  const auto whole = [&]() -> std::optional<std::int64_t> {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
  };
  const auto real = [&] {
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
  };
  switch (type) {
    case kBool:
      return std::int64_t{text == "t" ? 1 : 0};
    case kBytea:
      return unescaped(text);
    case kInt8:
    case kInt4:
    case kInt2:
    case kOid:
      return whole().value();
    case kNumeric:  // The type of sum(bigint): whole when it is written without a fraction.
      if (const std::optional<std::int64_t> number = whole()) return *number;
      return real();
    case kFloat4:
    case kFloat8:
      return real();
    default:
      return std::string(text);
  }
}

Rows rows_of(const PGresult* answer, std::string_view query) {
  const int width = PQnfields(answer);
  const int count = PQntuples(answer);
  auto columns = std::make_shared<Columns>();
  columns->query = query;
  for (int column = 0; column < width; ++column) columns->names.emplace_back(PQfname(answer, column));
  Rows rows;
  rows.reserve(static_cast<std::size_t>(count));
  for (int row = 0; row < count; ++row) {
    std::vector<Value> values;
    values.reserve(static_cast<std::size_t>(width));
    for (int column = 0; column < width; ++column) {
      if (PQgetisnull(answer, row, column) != 0) {
        values.emplace_back(std::monostate{});
        continue;
      }
      const auto length = static_cast<std::size_t>(PQgetlength(answer, row, column));
      values.push_back(
          typed(std::string_view(PQgetvalue(answer, row, column), length), PQftype(answer, column)));
    }
    rows.emplace_back(columns, std::move(values));
  }
  return rows;
}

Rows PostgreSql::run(const Query& query, std::span<const Bind> binds) {
  const Prepared& ready = prepared(query);
  const std::vector<const Value*> values = arrange(query, ready.parameters, binds);
  std::vector<std::optional<std::string>> texts;
  std::vector<const char*> pointers;
  std::vector<int> lengths, formats;  // Of bytes alone: format 1 is binary.
  texts.reserve(values.size());
  for (const Value* value : values) {
    const auto* bytes = std::get_if<Bytes>(value);
    texts.push_back(bytes ? std::nullopt : spelt(*value));
    pointers.push_back(bytes ? bytes->content.c_str() : texts.back() ? texts.back()->c_str() : nullptr);
    lengths.push_back(bytes ? static_cast<int>(bytes->content.size()) : 0);
    formats.push_back(bytes ? 1 : 0);
  }
  const Answer answer =
      good(PQexecPrepared(connection_.get(), std::string(query.name).c_str(),
                          static_cast<int>(pointers.size()), pointers.data(), lengths.data(), formats.data(),
                          /*resultFormat=*/0),
           query.name);
  if (PQresultStatus(answer.get()) == PGRES_EMPTY_QUERY) throw Error(std::string(query.name) + " is empty");
  return rows_of(answer.get(), query.name);
}

}  // namespace

std::unique_ptr<Connection> connect_postgresql(const std::string& uri, Access access, Durability durability) {
  return std::make_unique<PostgreSql>(uri, access, durability);
}

}  // namespace sightline::sql
