// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// publication.csv and responses.csv.

#include <algorithm>
#include <array>
#include <set>

#include "exchange/record_cells_service.h"
#include "exchange/record_files_service.h"

namespace sightline::exchange {

namespace {

using publication::Part;
using publication::PartKind;
using publication::Publication;

/// Which columns a part of one kind uses; what it uses it must fill, `address` and `external` apart.
struct Uses {
  PartKind kind;
  bool label, text, number, date, format;
};

constexpr std::array<Uses, 18> kUses{{
    // kind                  label  text   number date   format
    {PartKind::Title, false, true, false, false, false},
    {PartKind::Publisher, false, true, false, false, false},
    {PartKind::PublishedOn, false, false, false, true, false},
    {PartKind::WebDate, false, false, false, true, false},
    {PartKind::ProgrammeStart, false, true, false, true, false},
    {PartKind::Summary, false, true, false, false, false},
    {PartKind::EarlierReport, true, true, false, true, false},
    {PartKind::EarlierCount, true, false, true, false, false},
    {PartKind::Count, true, true, true, false, false},
    {PartKind::CountTotal, true, true, true, false, false},
    {PartKind::ReadOnline, true, false, false, false, true},
    {PartKind::DownloadPdf, true, false, false, false, true},
    {PartKind::Evaluation, true, true, false, false, false},
    {PartKind::EvaluationLink, true, false, false, false, true},
    {PartKind::FindOutMore, true, false, false, false, true},
    {PartKind::PressRelease, true, false, false, false, true},
    {PartKind::ResponsesReason, true, true, false, false, true},
    {PartKind::PdfReader, true, true, false, false, false},
}};

std::optional<Refusal> refuse_use(const csv::Row& row, std::string_view column, bool is_used) {
  if (is_used && row[column].empty()) return row.refuse(column, "a part " + row["part"] + " needs this");
  // A count may say since when: its own date.
  const bool may_be_dated = column == "date" && row["part"] == word(PartKind::Count);
  if (!is_used && !may_be_dated) return refuse_filled(row, column, "in a part " + row["part"]);
  return std::nullopt;
}

std::optional<Refusal> refuse_columns(const csv::Row& row, PartKind kind) {
  const Uses& uses = *std::find_if(kUses.begin(), kUses.end(), [&](const Uses& u) { return u.kind == kind; });
  for (const auto& [column, is_used] : {std::pair<std::string_view, bool>{"label", uses.label},
                                        {"text", uses.text},
                                        {"number", uses.number},
                                        {"date", uses.date},
                                        {"format", uses.format}})
    if (auto refusal = refuse_use(row, column, is_used)) return refusal;
  const bool may_lead_somewhere = uses.format || kind == PartKind::PdfReader;
  if (!may_lead_somewhere) return refuse_filled(row, "address", "in a part " + row["part"]);
  if (!row["address"].empty() && row["external"].empty())
    return row.refuse("external", "say yes or no where there is an address");
  return std::nullopt;
}

Result<Part> part_in(const csv::Row& row) {
  SIGHTLINE_TRY(const PartKind kind, required_word<PartKind>(row, "part"));
  if (auto refusal = refuse_columns(row, kind)) return *std::move(refusal);
  SIGHTLINE_TRY(const auto number, count(row, "number"));
  SIGHTLINE_TRY(const auto date, partial_date(row, "date"));
  SIGHTLINE_TRY(const auto format, optional_word<publication::Format>(row, "format"));
  SIGHTLINE_TRY(const auto link, address(row, "address"));
  SIGHTLINE_TRY(const auto external, optional_word<publication::External>(row, "external"));
  SIGHTLINE_TRY(const Source from, source(row));
  return Part{.kind = kind,
              .label = row["label"],
              .text = row["text"],
              .number = number,
              .date = date,
              .format = format,
              .address = link,
              .external = external,
              .source = from,
              .note = row["note"]};
}

/// Takes title and day of publication from their parts.
std::optional<Refusal> take(Publication& publication, const Part& part, const csv::Row& row) {
  if (part.kind == PartKind::Title) publication.title = part.text;
  if (part.kind != PartKind::PublishedOn) return std::nullopt;
  if (part.date->precision() != PartialDate::Precision::Day)
    return row.refuse("date", "the clock of the responses starts on this day; give it whole");
  publication.published_on = part.date->earliest();
  return std::nullopt;
}

Publication& publication_of(std::vector<Publication>& publications, const std::string& wanted) {
  for (Publication& publication : publications)
    if (publication.key == wanted) return publication;
  // The day is taken from its part; a publication without one is refused at the end.
  return publications.emplace_back(
      Publication{.key = wanted, .title = {}, .published_on = Date(1, 1, 1), .parts = {}});
}

}  // namespace

Result<std::vector<Publication>> read_publications(const Folder& folder) {
  SIGHTLINE_TRY(const std::vector<csv::Row> rows,
                read_rows(folder / "publication.csv",
                          {"publication", "part", "label", "text", "number", "date", "format", "address",
                           "external", "source", "source_type", "note"}));
  std::vector<Publication> publications;
  std::vector<const csv::Row*> last_rows;
  for (const csv::Row& row : rows) {
    SIGHTLINE_TRY(const std::string wanted, key(row, "publication"));
    SIGHTLINE_TRY(Part part, part_in(row));
    Publication& publication = publication_of(publications, wanted);
    last_rows.resize(publications.size());
    last_rows[static_cast<std::size_t>(&publication - publications.data())] = &row;
    if (auto refusal = take(publication, part, row)) return *std::move(refusal);
    publication.parts.push_back(std::move(part));
  }
  for (std::size_t i = 0; i < publications.size(); ++i)
    if (const auto problem = publication::problem_with(publications[i]))
      return last_rows[i]->refuse("part", *problem);
  return publications;
}

namespace {

Result<ResponseFacts> response_in(const csv::Row& row, const std::vector<ForceFacts>& forces,
                                  const std::vector<Publication>& publications) {
  SIGHTLINE_TRY(const std::string answered, required_text(row, "publication"));
  SIGHTLINE_TRY(const std::string force, required_text(row, "force"));
  const auto publication = std::find_if(publications.begin(), publications.end(),
                                        [&](const Publication& p) { return p.key == answered; });
  if (publication == publications.end())
    return row.refuse("publication", "\"" + answered + "\" is no publication of publication.csv");
  if (std::none_of(forces.begin(), forces.end(), [&](const ForceFacts& f) { return f.name == force; }))
    return row.refuse("force", "\"" + force + "\" is no force of forces.csv");
  SIGHTLINE_TRY(const auto format, required_word<response::ResponseFormat>(row, "format"));
  SIGHTLINE_TRY(const auto received_on, whole_day(row, "received_on"));
  if (received_on && *received_on < publication->published_on)
    return row.refuse("received_on", "a response cannot come before the publication");
  SIGHTLINE_TRY(const auto link, address(row, "address"));
  SIGHTLINE_TRY(const Source from, source(row));
  return ResponseFacts{.publication = answered,
                       .force = force,
                       .response = {.format = format,
                                    .received_on = received_on,
                                    .address = link,
                                    .source = from,
                                    .note = row["note"]}};
}

}  // namespace

Result<std::vector<ResponseFacts>> read_responses(const Folder& folder, const std::vector<ForceFacts>& forces,
                                                  const std::vector<Publication>& publications) {
  SIGHTLINE_TRY(const std::vector<csv::Row> rows,
                read_rows(folder / "responses.csv", {"publication", "force", "format", "received_on",
                                                     "address", "source", "source_type", "note"}));
  std::vector<ResponseFacts> responses;
  std::set<std::pair<std::string, std::string>> taken;
  for (const csv::Row& row : rows) {
    SIGHTLINE_TRY(ResponseFacts facts, response_in(row, forces, publications));
    if (!taken.emplace(facts.publication, facts.force).second)
      return row.refuse("force", "\"" + facts.force + "\" stands in the file already");
    responses.push_back(std::move(facts));
  }
  return responses;
}

}  // namespace sightline::exchange
