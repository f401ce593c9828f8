// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "journal/journal_store.h"

namespace sightline::journal {

namespace {

Entry entry_of(const sql::Row& row) {
  return {.number = row.get<std::int64_t>("number"),
          .recorded_at = row.get<Timestamp>("recorded_at"),
          .person = row.get<std::optional<PersonId>>("person_id"),
          .command = row.get<std::string>("command"),
          .subject = {row.get<std::string>("subject_kind"), row.get<std::int64_t>("subject_id")},
          .before = row.get<std::optional<std::string>>("before_digest"),
          .after = row.get<std::string>("after_digest"),
          .previous = row.get<std::string>("previous_digest"),
          .digest = row.get<std::string>("digest")};
}

std::vector<Entry> entries_of(const sql::Rows& rows) {
  std::vector<Entry> entries;
  entries.reserve(rows.size());
  for (const sql::Row& row : rows) entries.push_back(entry_of(row));
  return entries;
}

}  // namespace

constexpr sql::Query kLastEntry{"journal.last_entry", R"sql(
select number, recorded_at, person_id, command, subject_kind, subject_id,
       before_digest, after_digest, previous_digest, digest
  from journal_entry
 order by number desc
 limit 1
)sql"};

std::optional<Entry> last_entry(sql::Reader& reader) {
  const std::optional<sql::Row> row = reader.read_one(kLastEntry);
  if (!row) return std::nullopt;
  return entry_of(*row);
}

constexpr sql::Query kLastNumber{"journal.last_number", R"sql(
select number
  from journal_entry
 order by number desc
 limit 1
)sql"};

std::int64_t last_number(sql::Reader& reader) {
  const std::optional<sql::Row> row = reader.read_one(kLastNumber);
  return row ? row->get<std::int64_t>("number") : 0;
}

constexpr sql::Query kEntriesAfter{"journal.entries_after", R"sql(
select number, recorded_at, person_id, command, subject_kind, subject_id,
       before_digest, after_digest, previous_digest, digest
  from journal_entry
 where number > $after
 order by number
 limit $limit
)sql"};

Stretch entries_after(sql::Reader& reader, std::int64_t after, int limit) {
  Stretch stretch;
  for (const sql::Row& row : reader.read(kEntriesAfter, {{"after", after}, {"limit", limit}})) try {
      stretch.entries.push_back(entry_of(row));
    } catch (const sql::Error&) {
      stretch.ends_at_unreadable = true;
      break;
    }
  return stretch;
}

constexpr sql::Query kEntriesAbout{"journal.entries_about", R"sql(
select number, recorded_at, person_id, command, subject_kind, subject_id,
       before_digest, after_digest, previous_digest, digest
  from journal_entry
 where subject_kind = $kind and subject_id = $id
 order by number desc
 limit $limit
)sql"};

std::vector<Entry> entries_about(sql::Reader& reader, const Subject& subject, int limit) {
  return entries_of(
      reader.read(kEntriesAbout, {{"kind", subject.kind}, {"id", subject.id}, {"limit", limit}}));
}

constexpr sql::Query kInsertEntry{"journal.insert_entry", R"sql(
insert into journal_entry (number, recorded_at, person_id, command, subject_kind, subject_id,
                           before_digest, after_digest, previous_digest, digest)
values ($number, $recorded_at, $person, $command, $subject_kind, $subject_id,
        $before, $after, $previous, $digest)
)sql"};

void insert_entry(sql::Transaction& work, const Entry& entry) {
  work.write(kInsertEntry, {{"number", entry.number},
                            {"recorded_at", entry.recorded_at},
                            {"person", entry.person},
                            {"command", entry.command},
                            {"subject_kind", entry.subject.kind},
                            {"subject_id", entry.subject.id},
                            {"before", entry.before},
                            {"after", entry.after},
                            {"previous", entry.previous},
                            {"digest", entry.digest}});
}

std::span<const sql::Query> queries() {
  static constexpr sql::Query all[] = {kLastEntry, kLastNumber, kEntriesAfter, kEntriesAbout, kInsertEntry};
  return all;
}

}  // namespace sightline::journal
