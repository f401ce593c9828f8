// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "finding/finding_store.h"

#include "platform/sql/paged.h"

namespace sightline::finding {

namespace {

Details details_of(const sql::Row& row) {
  return {.statement = row.get<std::string>("statement"),
          .direction = row.get<Direction>("direction"),
          .area = row.get<std::optional<std::string>>("area"),
          .theme = row.get<std::optional<std::string>>("theme")};
}

ExtractLine extract_of(const sql::Row& row) {
  return {.id = row.get<evidence::ExtractId>("extract_id"),
          .document = row.get<int>("document"),
          .title = row.get<std::string>("title"),
          .range = {row.get<std::int64_t>("begin_at"), row.get<std::int64_t>("end_at")},
          .text = row.get<std::string>("text")};
}

}  // namespace

constexpr sql::Query kAuthors{"finding.authors", R"sql(
select distinct person_id
  from finding_revision
 where finding_id = $finding
   and person_id is not null
   and action in ('revise', 'support', 'withdraw')
 order by person_id
)sql"};

constexpr sql::Query kVisibleFinding{"finding.visible_finding", R"sql(
select f.id, f.inspection_id, f.number, r.statement, f.direction, f.area, f.theme, f.state, f.revision,
       (select count(*) from finding_extract x where x.finding_id = f.id and x.removed_revision is null) as extracts,
       (select count(*) from finding_case x where x.finding_id = f.id and x.removed_revision is null) as cases
  from inspection i
  join finding f on f.inspection_id = i.id
  join finding_revision r on r.finding_id = f.id and r.revision = f.revision
 where i.key = $inspection_key
   and f.number = $number
   and (cast($viewer as bigint) is null
        or exists (select 1
                     from inspection_permission p
                    where p.person_id = $viewer
                      and p.inspection_id = i.id
                      and (p.permission in ('write-findings', 'agree-findings')
                           or (p.permission = 'see-findings' and f.state = 'agreed'))))
)sql"};

std::optional<Finding> visible_finding(sql::Reader& reader, const people::Actor& actor,
                                       std::string_view inspection_key, int number) {
  const std::optional<sql::Row> row = reader.read_one(
      kVisibleFinding, {{"viewer", actor.person}, {"inspection_key", inspection_key}, {"number", number}});
  if (!row) return std::nullopt;
  Finding finding{.id = row->get<FindingId>("id"),
                  .inspection = row->get<InspectionId>("inspection_id"),
                  .number = row->get<int>("number"),
                  .details = details_of(*row),
                  .state = row->get<State>("state"),
                  .revision = row->get<int>("revision"),
                  .extracts = row->get<int>("extracts"),
                  .cases = row->get<int>("cases"),
                  .authors = {}};
  for (const sql::Row& author : reader.read(kAuthors, {{"finding", finding.id}}))
    finding.authors.push_back(author.get<PersonId>("person_id"));
  return finding;
}

constexpr sql::Query kOfInspection{"finding.of_inspection", R"sql(
select f.number, r.statement, f.direction, f.area, f.theme, f.state,
       (select count(*) from finding_extract x where x.finding_id = f.id and x.removed_revision is null) as extracts,
       (select count(*) from finding_case x where x.finding_id = f.id and x.removed_revision is null) as cases,
       count(*) over () as total
  from finding f
  join finding_revision r on r.finding_id = f.id and r.revision = f.revision
 where f.inspection_id = $inspection
   and (cast($viewer as bigint) is null
        or exists (select 1
                     from inspection_permission p
                    where p.person_id = $viewer
                      and p.inspection_id = f.inspection_id
                      and (p.permission in ('write-findings', 'agree-findings')
                           or (p.permission = 'see-findings' and f.state = 'agreed'))))
 order by f.number
 limit $limit offset $offset
)sql"};

Page<FindingLine> of_inspection(sql::Reader& reader, const people::Actor& actor, InspectionId inspection,
                                std::int64_t page_number) {
  const auto [cut, rows] = sql::paged(page_number, kFindingsOnAPage, [&](std::int64_t offset) {
    return reader.read(kOfInspection, {{"viewer", actor.person},
                                       {"inspection", inspection},
                                       {"limit", kFindingsOnAPage},
                                       {"offset", offset}});
  });
  std::vector<FindingLine> lines;
  for (const sql::Row& row : rows)
    lines.push_back({.number = row.get<int>("number"),
                     .details = details_of(row),
                     .state = row.get<State>("state"),
                     .extracts = row.get<int>("extracts"),
                     .cases = row.get<int>("cases")});
  return page_of(cut, std::move(lines));
}

constexpr sql::Query kSupportOf{"finding.support_of", R"sql(
with support (place, extract_id, case_id) as (
  select 1, x.extract_id, cast(null as bigint)
    from finding f
    join finding_extract x on x.finding_id = f.id and x.removed_revision is null
   where f.id = $finding
     and (cast($viewer as bigint) is null
          or exists (select 1
                       from inspection_permission p
                      where p.person_id = $viewer
                        and p.inspection_id = f.inspection_id
                        and p.permission = 'see-evidence'))
   union all
  select 2, cast(null as bigint), x.case_id
    from finding f
    join finding_case x on x.finding_id = f.id and x.removed_revision is null
   where f.id = $finding
     and (cast($viewer as bigint) is null
          or exists (select 1
                       from inspection_permission p
                      where p.person_id = $viewer
                        and p.inspection_id = f.inspection_id
                        and p.permission = 'see-cases')))
select e.id as extract_id, d.number as document, d.title, e.begin_at, e.end_at,
       substr(t.text, e.begin_at + 1, e.end_at - e.begin_at) as text,
       c.number as case_number, coalesce(k.name, c.kind) as case_kind, count(*) over () as total
  from support s
  left join extract e on e.id = s.extract_id
  left join document d on d.id = e.document_id
  left join document_text t on t.document_id = d.id
  left join case_file c on c.id = s.case_id
  left join inspection i on i.id = c.inspection_id
  left join case_kind k on k.framework_version_id = i.framework_version_id and k.key = c.kind
 order by s.place, d.number, e.begin_at, e.end_at, c.number
 limit $limit offset $offset
)sql"};

Page<SupportLine> support_of(sql::Reader& reader, const people::Actor& actor, FindingId id,
                             std::int64_t page_number) {
  const auto [cut, rows] = sql::paged(page_number, kSupportOnAPage, [&](std::int64_t offset) {
    return reader.read(
        kSupportOf,
        {{"viewer", actor.person}, {"finding", id}, {"limit", kSupportOnAPage}, {"offset", offset}});
  });
  std::vector<SupportLine> lines;
  for (const sql::Row& row : rows)
    if (const auto number = row.get<std::optional<std::string>>("case_number"))
      lines.emplace_back(CaseLine{*number, row.get<std::string>("case_kind")});
    else
      lines.emplace_back(extract_of(row));
  return page_of(cut, std::move(lines));
}

constexpr sql::Query kExtractsBeside{"finding.extracts_beside", R"sql(
select e.id as extract_id, d.number as document, d.title, e.begin_at, e.end_at,
       substr(t.text, e.begin_at + 1, e.end_at - e.begin_at) as text, count(*) over () as total
  from document d
  join extract e on e.document_id = d.id
  join document_text t on t.document_id = d.id
 where d.inspection_id = $inspection
   and not exists (select 1
                     from finding_extract x
                    where x.finding_id = $finding and x.extract_id = e.id and x.removed_revision is null)
   and (cast($viewer as bigint) is null
        or exists (select 1
                     from inspection_permission p
                    where p.person_id = $viewer
                      and p.inspection_id = d.inspection_id
                      and p.permission = 'see-evidence'))
 order by d.number, e.begin_at, e.end_at
 limit $limit offset $offset
)sql"};

Page<ExtractLine> extracts_beside(sql::Reader& reader, const people::Actor& actor, const Finding& finding,
                                  std::int64_t page_number) {
  const auto [cut, rows] = sql::paged(page_number, kSupportOnAPage, [&](std::int64_t offset) {
    return reader.read(kExtractsBeside, {{"viewer", actor.person},
                                         {"inspection", finding.inspection},
                                         {"finding", finding.id},
                                         {"limit", kSupportOnAPage},
                                         {"offset", offset}});
  });
  std::vector<ExtractLine> lines;
  for (const sql::Row& row : rows) lines.push_back(extract_of(row));
  return page_of(cut, std::move(lines));
}

constexpr sql::Query kSeesExtract{"finding.sees_extract", R"sql(
select 1 as found
  from extract e
  join document d on d.id = e.document_id
 where e.id = $extract
   and d.inspection_id = $inspection
   and (cast($viewer as bigint) is null
        or exists (select 1
                     from inspection_permission p
                    where p.person_id = $viewer
                      and p.inspection_id = d.inspection_id
                      and p.permission = 'see-evidence'))
)sql"};

bool sees_extract(sql::Reader& reader, const people::Actor& actor, InspectionId inspection,
                  evidence::ExtractId extract) {
  return reader
      .read_one(kSeesExtract, {{"viewer", actor.person}, {"inspection", inspection}, {"extract", extract}})
      .has_value();
}

constexpr sql::Query kCaseNumbered{"finding.case_numbered", R"sql(
select c.id
  from case_file c
 where c.inspection_id = $inspection
   and c.number = $number
   and (cast($viewer as bigint) is null
        or exists (select 1
                     from inspection_permission p
                    where p.person_id = $viewer
                      and p.inspection_id = c.inspection_id
                      and p.permission = 'see-cases'))
)sql"};

std::optional<assessment::CaseId> case_numbered(sql::Reader& reader, const people::Actor& actor,
                                                InspectionId inspection, std::string_view number) {
  const std::optional<sql::Row> row = reader.read_one(
      kCaseNumbered, {{"viewer", actor.person}, {"inspection", inspection}, {"number", number}});
  if (!row) return std::nullopt;
  return row->get<assessment::CaseId>("id");
}

constexpr sql::Query kRestsOnExtract{"finding.rests_on_extract", R"sql(
select 1 as found from finding_extract
 where finding_id = $finding and extract_id = $extract and removed_revision is null
)sql"};

bool rests_on(sql::Reader& reader, FindingId id, evidence::ExtractId extract) {
  return reader.read_one(kRestsOnExtract, {{"finding", id}, {"extract", extract}}).has_value();
}

constexpr sql::Query kRestsOnCase{"finding.rests_on_case", R"sql(
select 1 as found from finding_case
 where finding_id = $finding and case_id = $case and removed_revision is null
)sql"};

bool rests_on(sql::Reader& reader, FindingId id, assessment::CaseId subject) {
  return reader.read_one(kRestsOnCase, {{"finding", id}, {"case", subject}}).has_value();
}

constexpr sql::Query kNextNumber{"finding.next_number", R"sql(
select coalesce(max(number), 0) + 1 as number from finding where inspection_id = $inspection
)sql"};

int next_number(sql::Reader& reader, InspectionId inspection) {
  return reader.read_one(kNextNumber, {{"inspection", inspection}})->get<int>("number");
}

constexpr sql::Query kInsertFinding{"finding.insert_finding", R"sql(
insert into finding (inspection_id, number, direction, area, theme, state, revision)
values ($inspection, $number, $direction, $area, $theme, $state, $revision)
returning id
)sql"};

constexpr sql::Query kUpdateFinding{"finding.update_finding", R"sql(
update finding
   set direction = $direction, area = $area, theme = $theme, state = $state, revision = $revision
 where id = $id
)sql"};

constexpr sql::Query kInsertRevision{"finding.insert_revision", R"sql(
insert into finding_revision (finding_id, revision, action, state, statement, direction, area, theme, person_id,
                              recorded_at, reason)
values ($finding, $revision, $action, $state, $statement, $direction, $area, $theme, $person, $recorded_at,
        $reason)
)sql"};

namespace {

void insert_row(sql::Transaction& work, FindingId id, const Finding& finding, const RevisionStep& how) {
  work.write(kInsertRevision, {{"finding", id},
                               {"revision", finding.revision},
                               {"action", how.action},
                               {"state", finding.state},
                               {"statement", finding.details.statement},
                               {"direction", finding.details.direction},
                               {"area", finding.details.area},
                               {"theme", finding.details.theme},
                               {"person", how.person},
                               {"recorded_at", how.recorded_at},
                               {"reason", how.reason}});
}

}  // namespace

FindingId insert_finding(sql::Transaction& work, const Finding& finding, const RevisionStep& how) {
  const FindingId id = work.write(kInsertFinding, {{"inspection", finding.inspection},
                                                   {"number", finding.number},
                                                   {"direction", finding.details.direction},
                                                   {"area", finding.details.area},
                                                   {"theme", finding.details.theme},
                                                   {"state", finding.state},
                                                   {"revision", finding.revision}})
                           .front()
                           .get<FindingId>("id");
  insert_row(work, id, finding, how);
  return id;
}

void insert_revision(sql::Transaction& work, const Finding& finding, const RevisionStep& how) {
  work.write(kUpdateFinding, {{"id", finding.id},
                              {"direction", finding.details.direction},
                              {"area", finding.details.area},
                              {"theme", finding.details.theme},
                              {"state", finding.state},
                              {"revision", finding.revision}});
  insert_row(work, finding.id, finding, how);
}

constexpr sql::Query kAddExtract{"finding.add_extract", R"sql(
insert into finding_extract (finding_id, extract_id, added_revision) values ($finding, $extract, $revision)
)sql"};

void add_support(sql::Transaction& work, const Finding& finding, evidence::ExtractId extract) {
  work.write(kAddExtract, {{"finding", finding.id}, {"extract", extract}, {"revision", finding.revision}});
}

constexpr sql::Query kAddCase{"finding.add_case", R"sql(
insert into finding_case (finding_id, case_id, added_revision) values ($finding, $case, $revision)
)sql"};

void add_support(sql::Transaction& work, const Finding& finding, assessment::CaseId subject) {
  work.write(kAddCase, {{"finding", finding.id}, {"case", subject}, {"revision", finding.revision}});
}

constexpr sql::Query kEndExtract{"finding.end_extract", R"sql(
update finding_extract
   set removed_revision = $revision
 where finding_id = $finding and extract_id = $extract and removed_revision is null
)sql"};

void end_support(sql::Transaction& work, const Finding& finding, evidence::ExtractId extract) {
  work.write(kEndExtract, {{"finding", finding.id}, {"extract", extract}, {"revision", finding.revision}});
}

constexpr sql::Query kEndCase{"finding.end_case", R"sql(
update finding_case
   set removed_revision = $revision
 where finding_id = $finding and case_id = $case and removed_revision is null
)sql"};

void end_support(sql::Transaction& work, const Finding& finding, assessment::CaseId subject) {
  work.write(kEndCase, {{"finding", finding.id}, {"case", subject}, {"revision", finding.revision}});
}

constexpr sql::Query kHistory{"finding.history", R"sql(
select r.revision, r.action, r.state, r.statement, r.direction, r.area, r.theme,
       coalesce(person.name, 'the operator') as person, r.recorded_at, r.reason
  from finding_revision r
  left join person on person.id = r.person_id
 where r.finding_id = $finding
 order by r.revision desc
 limit $limit offset $offset
)sql"};

std::vector<RevisionLine> history_of(sql::Reader& reader, FindingId id, std::int64_t offset, int limit) {
  std::vector<RevisionLine> lines;
  for (const sql::Row& row : reader.read(kHistory, {{"finding", id}, {"limit", limit}, {"offset", offset}}))
    lines.push_back({.revision = row.get<int>("revision"),
                     .action = row.get<Action>("action"),
                     .state = row.get<State>("state"),
                     .details = details_of(row),
                     .person = row.get<std::string>("person"),
                     .recorded_at = row.get<Timestamp>("recorded_at"),
                     .reason = row.get<std::optional<std::string>>("reason")});
  return lines;
}

std::span<const sql::Query> queries() {
  static constexpr sql::Query all[] = {
      kAuthors,        kVisibleFinding, kOfInspection, kSupportOf,  kExtractsBeside, kSeesExtract,
      kCaseNumbered,   kRestsOnExtract, kRestsOnCase,  kNextNumber, kInsertFinding,  kUpdateFinding,
      kInsertRevision, kAddExtract,     kAddCase,      kEndExtract, kEndCase,        kHistory};
  return all;
}

}  // namespace sightline::finding
