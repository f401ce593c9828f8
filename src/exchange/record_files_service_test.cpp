// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The real record as it is, and with every kind of defect.

#include "exchange/record_files_service.h"

#include "exchange/record_folder_test.h"

namespace sightline::exchange {
namespace {

using testing::content_of;
using testing::kFrameworks;
using testing::kRecord;
using testing::RecordFolder;

TEST_CASE("the public record is read whole") {
  const auto record = read_public_record(kRecord, kFrameworks);
  REQUIRE_MESSAGE(record, (record ? "" : record.refusal().message));
  CHECK(record->forces.size() == 43);
  CHECK(record->areas.size() == 12);
  CHECK(record->inspections.size() == 70);
  CHECK(record->totals.size() == 21);
  CHECK(record->publications.size() == 1);
  CHECK(record->publications.front().parts.size() == 24);
  CHECK(record->responses.size() == 11);
  CHECK(record->digest.size() == 64);
}

TEST_CASE("what is unknown in the record stays unknown") {
  const auto record = read_public_record(kRecord, kFrameworks);
  REQUIRE(record);
  for (const ResponseFacts& facts : record->responses) {
    CHECK_FALSE(facts.response.received_on);
    CHECK_FALSE(facts.response.address);
  }
  for (const InspectionFacts& facts : record->inspections) {
    if (facts.key == "south-yorkshire-inspection") CHECK(facts.dates == inspection::Dates{});
    if (facts.key == "gwent-inspection") {
      CHECK(facts.dates.fieldwork->when.in_words() == "4 to 15 February 2019");
      CHECK(facts.dates.report->iso() == "2019-06");
      CHECK(facts.dates.web->iso() == "2022-09-22");
    }
    if (facts.key == "durham-inspection") CHECK(facts.record.fieldwork_as_reported == "2019 (late)");
  }
}

TEST_CASE("whoever runs the site may set the address of the PDF reader") {
  const RecordFolder folder;
  folder.replace("publication.csv", "free of charge.,,,,,yes",
                 "free of charge.,,,,https://example.org/reader,yes");
  const auto record = read_public_record(folder.path(), kFrameworks);
  REQUIRE_MESSAGE(record, (record ? "" : record.refusal().message));
  CHECK(record->publications.front().find(publication::PartKind::PdfReader)->address ==
        "https://example.org/reader");
}

/// The lines of the README's table of rows that do not add up: key and verdict.
std::vector<std::pair<std::string, std::string>> listed_in_readme() {
  std::vector<std::pair<std::string, std::string>> listed;
  std::istringstream lines(content_of(kRecord / "README.md"));
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("| `key` | verdict")) inside = true;
    if (inside && line.empty()) break;
    if (!inside || !line.starts_with("| `") || line.starts_with("| `key`")) continue;
    const std::size_t key_end = line.find('`', 3);
    const std::size_t verdict = line.find("| ", key_end) + 2;
    listed.emplace_back(line.substr(3, key_end - 3),
                        line.substr(verdict, line.find(" |", verdict) - verdict));
  }
  return listed;
}

TEST_CASE("the rows that do not add up are exactly those that the record's README names") {
  const auto record = read_public_record(kRecord, kFrameworks);
  REQUIRE(record);
  std::vector<assessment::PublishedTotal> totals;
  for (const TotalFacts& facts : record->totals) totals.push_back(facts.published);
  std::vector<std::pair<std::string, std::string>> named;
  for (const NamedRow& row : rows_to_name(totals)) {
    named.emplace_back(row.key, word(row.check));
    CHECK_FALSE(row.reason.empty());
  }
  auto listed = listed_in_readme();
  CHECK(listed.size() == 11);
  std::sort(listed.begin(), listed.end());
  std::sort(named.begin(), named.end());
  CHECK(named == listed);
}

struct Defect {
  const char* what;
  const char* file;
  const char* from;
  const char* to;
  const char* refusal;  ///< How the sentence begins.
};

// clang-format off
const Defect kDefects[] = {
    {"a column is missing", "forces.csv", "force,region,nation", "force,nation", "forces.csv, line 1: "},
    {"a column is renamed", "inspections.csv", "web_date", "webdate", "inspections.csv, line 1: "},
    {"columns change places", "responses.csv", "format,received_on", "received_on,format", "responses.csv, line 1: "},
    {"a byte order mark", "forces.csv", "force,", "\xef\xbb\xbf" "force,", "forces.csv, line 1: the file begins with a byte order mark"},
    {"another encoding", "forces.csv", "Cheshire", "Ch\xe9shire", "forces.csv, line 5: a byte is not UTF-8"},
    {"a blank at the end of a cell", "forces.csv", "\nCheshire,", "\nCheshire ,", "forces.csv, line 5, force: the cell begins or ends with a blank"},
    {"a force twice", "forces.csv", "\nCheshire,", "\nBedfordshire,", "forces.csv, line 5, force: \"Bedfordshire\" stands in the file already"},
    {"an unknown nation", "forces.csv", "North West,England", "North West,Scotland", "forces.csv, line 5, nation: "},
    {"an unknown kind of body", "forces.csv", "England,pcc", "England,sheriff", "forces.csv, line 2, body_kind_2020_02: "},
    {"a mayor with a name", "forces.csv", "England,mayor,,", "England,mayor,Somebody,", "forces.csv, line 16, body_name_2020_02: "},
    {"a source missing", "area_to_force.csv", "\"background knowledge, not checked row by row\"", "", "area_to_force.csv, line 2, source: this must not be empty"},
    {"an unknown kind of source", "area_to_force.csv", "row by row\",background", "row by row\",rumour", "area_to_force.csv, line 2, source_type: "},
    {"a press source without an address", "area_to_force.csv", "row by row\",background", "row by row\",press", "area_to_force.csv, line 2, source_type: this is judged from an address"},
    {"an area of an unknown force", "area_to_force.csv", "Croydon,Metropolitan Police Service", "Croydon,Croydon", "area_to_force.csv, line 4, force: \"Croydon\" is no force"},
    {"an inspection's key twice", "inspections.csv", "\nsouth-yorkshire-inspection,", "\nnorfolk-inspection,", "inspections.csv, line 3, key: "},
    {"a key that is no key", "inspections.csv", "\nnorfolk-inspection,", "\nNorfolk inspection,", "inspections.csv, line 2, key: a key is made of"},
    {"an unknown kind of inspection", "inspections.csv", "quarterly update", "monthly update", "inspections.csv, line 34, kind: "},
    {"an inspection of an unknown force", "inspections.csv", "inspection,Norfolk,force", "inspection,Nordfolk,force", "inspections.csv, line 2, body: \"Nordfolk\" is no force"},
    {"a joint inspection of a force", "inspections.csv", "Croydon,area", "Croydon,force", "inspections.csv, line 47, body_kind: a joint inspection is of an area"},
    {"a date that does not exist", "inspections.csv", "2015-01-13", "2015-02-30", "inspections.csv, line 6, report_date: \"2015-02-30\" is no date"},
    {"a date in another order", "inspections.csv", "2016-11-25", "25/11/2016", "inspections.csv, line 13, report_date: "},
    {"a period that ends before it begins", "inspections.csv", "2015-02/2015-03", "2015-03/2015-02", "inspections.csv, line 10, fieldwork: "},
    {"fieldwork without its sense", "inspections.csv", "2014-06,period", "2014-06,", "inspections.csv, line 4, fieldwork_sense: "},
    {"a report before its fieldwork", "inspections.csv", "2015-05,period,,2015-07", "2015-05,period,,2014-07", "inspections.csv, line 11, report_date: the report cannot be earlier"},
    {"a quarter of an inspection that has none", "inspections.csv", "Norfolk,force,,", "Norfolk,force,quarter 1,", "inspections.csv, line 2, part: "},
    {"an unknown guess at the 64", "inspections.csv", ",,no,,https", ",,perhaps,,https", "inspections.csv, line 2, counted_in_64: "},
    {"a total of an unknown inspection", "published_totals.csv", ",surrey-inspection,", ",surrey-inspections,", "published_totals.csv, line 7, inspection: "},
    {"a total of another force than its inspection", "published_totals.csv", "surrey-inspection,Surrey,", "surrey-inspection,Sussex,", "published_totals.csv, line 7, body: "},
    {"a total on an unknown scale", "published_totals.csv", "good-adequate-inadequate-2014", "good-bad-2014", "published_totals.csv, line 2, scale: "},
    {"a grade that the scale does not have", "published_totals.csv", "177,179,n/a,220", "177,179,1,220", "published_totals.csv, line 2, requires_improvement: the scale has no such grade"},
    {"n/a for a grade that the scale has", "published_totals.csv", "177,179,n/a,220", "177,n/a,n/a,220", "published_totals.csv, line 2, adequate: the scale has this grade"},
    {"a count that is no count", "published_totals.csv", "177,179", "177.5,179", "published_totals.csv, line 2, good: \"177.5\" is not a count"},
    {"a total both exact and approximate", "published_totals.csv", ",576,,", ",576,about 576,", "published_totals.csv, line 2, total_as_reported: "},
    {"an impossible percentage", "published_totals.csv", ",,29,", ",,129,", "published_totals.csv, line 19, good_percent: "},
    {"an unknown assessor", "published_totals.csv", "2014,force,chosen", "2014,police,chosen", "published_totals.csv, line 3, assessor: "},
    {"an unknown part", "publication.csv", "thematic-2019,publisher", "thematic-2019,printer", "publication.csv, line 5, part: "},
    {"a day of publication that is not whole", "publication.csv", "2020-02-27,", "2020-02,", "publication.csv, line 3, date: the clock of the responses"},
    {"an address that is none", "publication.csv", "web page,https://www.justice", "web page,javascript:justice", "publication.csv, line 17, address: this is no address"},
    {"counts that do not make their total", "publication.csv", ",17,,,,,", ",18,,,,,", "publication.csv, line 25, part: the counts of the publication thematic-2019 make 65"},
    {"a response to an unknown publication", "responses.csv", "thematic-2019,Cleveland", "thematic-2020,Cleveland", "responses.csv, line 2, publication: "},
    {"a response of an unknown force", "responses.csv", "thematic-2019,Dorset", "thematic-2019,Dorchester", "responses.csv, line 3, force: "},
    {"a response twice", "responses.csv", "thematic-2019,Dorset", "thematic-2019,Cleveland", "responses.csv, line 3, force: "},
    {"a response before the publication", "responses.csv", "Cleveland,web page,,", "Cleveland,web page,2020-02-26,", "responses.csv, line 2, received_on: "},
    {"a response in an unknown format", "responses.csv", "pdf document", "fax", "responses.csv, line 5, format: "},
};
// clang-format on

TEST_CASE("a record with any defect is refused with file, line and reason") {
  for (const Defect& defect : kDefects) {
    CAPTURE(defect.what);
    const RecordFolder folder;
    folder.replace(defect.file, defect.from, defect.to);
    const auto record = read_public_record(folder.path(), kFrameworks);
    CHECK_FALSE(record);
    if (!record) {
      CAPTURE(record.refusal().message);
      CHECK(record.refusal().message.starts_with(defect.refusal));
      CHECK(record.refusal().message.ends_with("."));
    }
  }
}

TEST_CASE("a record without one of its files, and a folder that is not there, are refused by name") {
  for (const char* file : {"forces.csv", "area_to_force.csv", "inspections.csv", "published_totals.csv",
                           "publication.csv", "responses.csv"}) {
    const RecordFolder folder;
    std::filesystem::remove(folder.path() / file);
    const auto record = read_public_record(folder.path(), kFrameworks);
    REQUIRE_FALSE(record);
    CHECK(record.refusal().message.starts_with(std::string(file) + ": there is no such file"));
  }
  CHECK(read_public_record("demo/no-such-folder", kFrameworks).refusal().kind == Refusal::Kind::NotFound);
  CHECK(read_public_record(kRecord, "demo/no-such-folder").refusal().message.find("--frameworks") !=
        std::string::npos);
}

}  // namespace
}  // namespace sightline::exchange
