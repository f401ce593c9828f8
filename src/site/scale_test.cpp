// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The same path over a hundred times the data. A report that uses every kind of measure
// is published over a programme, and again when everything in that programme is there a
// hundred times. Both times every figure is what plain SQL counts, the edition verifies,
// each figure leads back to its records, and the public site shows it. Counts are then a
// hundredfold, shares are the same, and bodies, of which there are no more, are as many.

#include <doctest/doctest.h>

#include "base/number.h"
#include "platform/json/json.h"
#include "site/scale_room_test.h"
#include "site/site_pages.h"

using namespace sightline;
using namespace sightline::site;
using namespace sightline::site::testing;

namespace {

constexpr int kTimes = 100;

/// What a figure counts: "count" and "of", and of a table "Row: Column"; without what is nothing.
using Counts = std::map<std::string, std::int64_t>;

// What counts, in SQL that knows nothing of how figures are worked out. `i` is a published inspection.

const std::string kPublished =
    " i.id in (select s.inspection_id from inspection_stage s where s.stage = 'published') ";

/// Grades of `side` that hold, each with its case, as `a` and `j`.
std::string graded(const std::string& side, const std::string& state, const std::string& a,
                   const std::string& j) {
  return " join assessment " + a + " on " + a + ".case_id = c.id and " + a + ".assessor_type = '" + side +
         "' and " + a + ".state = '" + state + "' join judgement_now now_" + j + " on now_" + j +
         ".assessment_id = " + a + ".id join judgement " + j + " on " + j + ".assessment_id = " + a +
         ".id and " + j + ".area = now_" + j + ".area and " + j + ".revision = now_" + j + ".revision and " +
         j + ".outcome = 'graded' ";
}
const std::string kGraded = " from inspection i join case_file c on c.inspection_id = i.id " +
                            graded("inspectors", "agreed", "a", "j");
const std::string kGradeOf =
    " join framework_version f on f.id = i.framework_version_id join grade g on g.scale_key = f.scale_key ";

/// Inspections with the forces that police their bodies and with what is coded in them, above and below.
const std::string kCoded =
    " from inspection i left join area_force p on p.area_id = i.body_id"
    " join document d on d.inspection_id = i.id join extract e on e.document_id = d.id"
    " join coding x on x.extract_id = e.id and x.removed_at is null join theme below on below.id = x.theme_id"
    " join theme t on t.id = below.id or t.id = below.parent_id ";
const std::string kForces = " count(distinct coalesce(p.force_id, i.body_id)) ";

std::string count(const std::string& what, const std::string& from, const std::string& cell = "count") {
  return "select '" + cell + "' as cell, count(distinct " + what + ") as n" + from + "and" + kPublished;
}

struct Counted {
  std::string key;
  figure::Measure measure;
  std::string sql;  ///< Gives `cell` and `n`.
};

/// Every kind of measure.
const std::vector<Counted>& figures() {
  using namespace figure;
  const std::string inspections = " from inspection i where 1 = 1 ";
  static const std::vector<Counted> all{
      {"inspections", Inspections{}, count("i.id", inspections)},
      {"bodies", Bodies{}, count("i.body_id", inspections)},
      {"cases", Cases{"three"}, count("c.id", kGraded + "where j.area = 'overall' ")},
      {"overall-inadequate", ShareOfCases{"three", "overall", {"Inadequate"}},
       count("c.id", kGraded + "where j.area = 'overall' and j.grade_rank = 1 ") + "union all " +
           count("c.id", kGraded + "where j.area = 'overall' ", "of")},
      {"grades", GradesByArea{"three"},
       "select ar.name || ': ' || g.label as cell, count(distinct c.id) as n" + kGraded + kGradeOf +
           "and g.rank = j.grade_rank join area ar on ar.framework_version_id = f.id and ar.key = j.area"
           " where" +
           kPublished + "group by ar.name, g.label"},
      {"own-grades", BodyAgainstInspectors{"three", "overall"},
       "select own.label || ': Inspectors: ' || g.label as cell, count(distinct c.id) as n" + kGraded +
           graded("body", "submitted", "b", "k") + kGradeOf +
           "and g.rank = j.grade_rank join grade own on own.scale_key = g.scale_key and own.rank = "
           "k.grade_rank where j.area = 'overall' and k.area = 'overall' and" +
           kPublished + "group by own.label, g.label"},
      {"delayed-inspections", ThemeInspections{"delay"},
       count("i.id", kCoded + "where t.key = 'delay' ") + "union all " + count("i.id", inspections, "of")},
      {"delayed-forces", ThemeForces{"delay"},
       "select 'count' as cell," + kForces + "as n" + kCoded + "where t.key = 'delay' and" + kPublished},
      {"themes", Themes{},
       "select t.name || ': Inspections' as cell, count(distinct i.id) as n" + kCoded + "where" + kPublished +
           "group by t.name union all select t.name || ': Forces' as cell," + kForces + "as n" + kCoded +
           "where" + kPublished + "group by t.name"},
      {"findings", Findings{},
       count("f.id",
             " from inspection i join finding f on f.inspection_id = i.id where f.state = 'agreed' ")},
      {"weaknesses", Findings{finding::Direction::Weakness},
       count("f.id",
             " from inspection i join finding f on f.inspection_id = i.id"
             " where f.state = 'agreed' and f.direction = 'weakness' ")},
      {"at-once",
       Recommendations{recommendation::Term::Immediately, people::OrganisationKind::LocalPolicingBody},
       count("r.id",
             " from inspection i join finding f on f.inspection_id = i.id"
             " join recommendation_finding b on b.finding_id = f.id and b.removed_revision is null"
             " join recommendation r on r.id = b.recommendation_id"
             " join recommendation_addressee t on t.recommendation_id = r.id and t.removed_revision is null"
             " join organisation o on o.id = t.organisation_id where r.state = 'settled'"
             " and r.term = 'immediately' and o.kind = 'local-policing-body' ")},
      {"by-kind", InspectionsByKind{},
       "select case i.kind when 'child-protection-inspection' then 'Child protection inspection'"
       " when 'joint-targeted-area-inspection' then 'Joint targeted area inspection' end || ': Inspections'"
       " as cell, count(distinct i.id) as n from inspection i where" +
           kPublished + "group by i.kind"}};
  return all;
}

/// There are no more of them when more is recorded about each.
bool is_of_bodies(const std::string& figure, const std::string& cell) {
  return figure == "bodies" || figure == "delayed-forces" || cell.ends_with(": Forces");
}

Counts counted_by_sql(ScaleRoom& room, const Counted& figure) {
  sql::Snapshot snapshot = room.journal.snapshot();
  Counts counts;
  for (const sql::Row& row : snapshot.read(kept("test.count_" + figure.key, figure.sql)))
    counts[row.get<std::string>("cell")] = row.get<std::int64_t>("n");
  return counts;
}

std::int64_t whole(const json::Value& value) {
  return *value.get_if<std::int64_t>();
}
const json::Array& list(const json::Object& of, std::string_view name) {
  return *of.find(name)->get_if<json::Array>();
}

/// Of a value as an edition froze it.
Counts counts_in(const std::string& frozen) {
  const json::Value parsed = *json::parse(frozen);
  const auto& value = *parsed.get_if<json::Object>();
  Counts counts;
  for (const char* name : {"count", "of"})
    if (const json::Value* number = value.find(name)) counts[name] = whole(*number);
  if (value.find("rows") == nullptr) return counts;
  const json::Array& columns = list(value, "columns");
  for (const json::Value& each : list(value, "rows")) {
    const auto& row = *each.get_if<json::Object>();
    for (std::size_t at = 1; at < columns.size(); ++at)
      if (const std::int64_t n = whole(list(row, "counts")[at - 1]); n != 0)
        counts[*row.find("name")->get_if<std::string>() + ": " + *columns[at].get_if<std::string>()] = n;
  }
  return counts;
}

std::string in_words(const Counts& counts) {
  std::string words;
  for (const auto& [cell, n] : counts) words += cell + " " + std::to_string(n) + "\n";
  return words;
}

/// A figure at the end of the path.
struct Arrived {
  Counts counts;
  std::int64_t records;  ///< That it leads back to.
  std::string text;      ///< What readers see.
};

/// All of them there for the operator to see.
std::int64_t records_behind(const figure::Explanation& explanation) {
  CHECK(explanation.hidden == 0);
  CHECK(std::ssize(explanation.shown.items) == explanation.shown.cut.total);
  return explanation.shown.cut.total;
}

/// Publishes, and follows every figure from the record to the reader and back.
std::map<std::string, Arrived> carried(ScaleRoom& room, const std::string& change_note) {
  const publication::Edition edition = room.published(change_note);
  const publication::Verified verified = room.verified(edition.key);
  CHECK(verified.mismatches.empty());
  CHECK(verified.figures == static_cast<std::int64_t>(figures().size()));
  CHECK(verified.passages == 1);
  CHECK_FALSE(room.journal.verify().first_broken);
  const Site site = render_from(room.journal, publication::testing::kBuilt);
  for (const BrokenLink& broken : broken_links(site)) FAIL_CHECK(broken.page, " links to ", broken.link);
  const std::string folder = "publications/first/edition-" + std::to_string(edition.number) + "/";
  const std::string& chapter = site.files.at(folder + "3-all-that-was-counted.html");
  std::map<std::string, Arrived> arrived;
  for (const Counted& figure : figures()) {
    CAPTURE(figure.key);
    sql::Snapshot snapshot = room.journal.snapshot();
    const auto explained =
        publication::explain_figure(snapshot, room.the_operator, edition.key, figure.key, 1, 100'000);
    REQUIRE(explained);
    const std::string& text = explained->figure.text;
    CHECK(in_words(counts_in(explained->value)) == in_words(counted_by_sql(room, figure)));
    CHECK(site.files.contains(folder + "figures/" + figure.key + ".html"));
    CHECK(chapter.find(text) != std::string::npos);
    arrived[figure.key] = {counts_in(explained->value), records_behind(explained->explanation), text};
  }
  return arrived;
}

/// The words for readers end in the share: "9 of 21 (43%)".
std::string share_in(const std::string& text) {
  const std::size_t at = text.find('(');
  return at == std::string::npos ? "" : text.substr(at);
}

/// Writes a chapter that uses every figure, and quotes a passage.
void report_all(ScaleRoom& room) {
  std::string sentences, blocks;
  for (const auto& [key, measure, sql] : figures()) {
    if (key != "inspections" && key != "overall-inadequate" && key != "grades")  // which are there
      room.define(key, "Figure " + key, measure);
    const bool is_table = sql.find("group by") != std::string::npos;
    (is_table ? blocks : sentences) +=
        is_table ? "\n```figure\n" + key + "\n```\n" : "{figure:" + key + "}\n";
  }
  room.chapter("All that was counted", sentences + blocks + "\n" + room.quoting());
}

}  // namespace

TEST_CASE("every kind of measure is tried over a hundred times the data") {
  std::set<figure::MeasureKind> tried;
  for (const Counted& each : figures()) tried.insert(figure::kind_of(each.measure));
  CHECK(tried.size() == kWords<figure::MeasureKind>.size());
}

TEST_CASE(
    "over a hundred times the data counts are a hundredfold, shares and bodies the same, and all of it is "
    "what SQL counts") {
  in_each_scale_room([](ScaleRoom& room) {
    report_all(room);
    const auto small = carried(room, "");
    room.multiply(kTimes);
    const auto large = carried(room, "A hundred times as much is on record.");
    for (const auto& [key, once] : small) {
      CAPTURE(key);
      const Arrived& now = large.at(key);
      Counts expected = once.counts;
      for (auto& [cell, n] : expected) n *= is_of_bodies(key, cell) ? 1 : kTimes;
      CHECK(in_words(now.counts) == in_words(expected));
      CHECK(now.records == kTimes * once.records);
      CHECK(share_in(now.text) == share_in(once.text));
      // A hundredfold is a multiple of five: readers see exactly what was counted.
      if (const auto counted = now.counts.find("count"); counted != now.counts.end())
        CHECK(now.text.starts_with(with_commas(counted->second)));
    }
    CHECK(room.verified("first-1").mismatches.empty());
  });
}

TEST_CASE("one judgement altered past the journal among a hundred times the data is still found") {
  in_each_scale_room([](ScaleRoom& room) {
    room.multiply(kTimes);
    room.published();
    room.write({"test.alter_one_of_many",
                "update judgement set grade_rank = 3 where area = 'overall' and assessment_id = "
                "(select max(assessment_id) from judgement where area = 'overall' and grade_rank = 1)"});
    const publication::Verified verified = room.verified("first-1");
    CHECK(std::ranges::count(verified.mismatches, "figure overall-inadequate",
                             &publication::Mismatch::what) == 1);
    CHECK(std::ranges::count(verified.mismatches, "figure inspections", &publication::Mismatch::what) == 0);
  });
}
