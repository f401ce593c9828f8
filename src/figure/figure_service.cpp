// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "figure/figure_service.h"

#include <stdexcept>

#include "base/text.h"
#include "figure/definition_file_service.h"
#include "figure/facts_store.h"
#include "figure/figure_store.h"
#include "figure/record_store.h"
#include "programme/programme_service.h"

namespace sightline::figure {

namespace {

using people::Actor;

Refusal no_such_figure() {
  return {Refusal::Kind::NotFound, "There is no such figure.", {}};
}

Refusal no_such_programme() {
  return {Refusal::Kind::NotFound, "There is no such programme.", {}};
}

/// REQUIRES: the text was written by written(); a database in which it was not is broken.
Figure read(const figures::StoredFigure& stored) {
  Result<Definition> definition = read_definition(stored.definition);
  if (!definition) throw std::runtime_error("the definition of a figure in the database cannot be read");
  return {stored.id,
          stored.key,
          stored.revision,
          {stored.title, stored.alternative_text, *std::move(definition)}};
}

figures::StoredFigure stored(const Figure& figure) {
  return {figure.id,
          figure.key,
          figure.revision,
          figure.details.title,
          figure.details.alternative_text,
          written(figure.details.definition)};
}

journal::StateText state_text(const Figure& figure) {
  journal::StateText text;
  text.add("key", figure.key);
  text.add("revision", figure.revision);
  text.add("title", figure.details.title);
  text.add("alternative_text", figure.details.alternative_text);
  text.add("definition", written(figure.details.definition));
  return text;
}

Result<programme::Programme> own_programme(sql::Reader& reader, const Actor& actor, std::string_view key,
                                           people::Permission needs) {
  if (auto refusal = people::refuse_unless_somewhere(actor, needs)) return *std::move(refusal);
  auto found = programme::find_programme(reader, key);
  if (!found) return no_such_programme();
  return *std::move(found);
}

/// Everything wrong with it at once: how it is worded, and what it names.
Result<FigureDetails> checked_for(sql::Reader& reader, programme::ProgrammeId programme,
                                  FigureDetails details) {
  const auto unknown = refuse_unknown(details.definition, facts::read_names(reader, programme));
  Result<FigureDetails> worded = checked(std::move(details));
  if (worded && !unknown) return worded;
  Refusal refusal{Refusal::Kind::Invalid, kNotRecorded, {}};
  if (!worded) refusal.fields = worded.refusal().fields;
  if (unknown) refusal.fields.insert(refusal.fields.end(), unknown->fields.begin(), unknown->fields.end());
  return refusal;
}

Result<Worked> worked(const Figure& figure, const Facts& facts, std::int64_t entry) {
  SIGHTLINE_TRY(Value value, compute(figure.details.definition, facts));
  return Worked{figure, std::move(value), entry};
}

}  // namespace

Result<Figure> decide(journal::Work& work, const Actor& actor, const DefineFigure& command) {
  SIGHTLINE_TRY(const programme::Programme programme,
                own_programme(work.sql(), actor, command.programme_key, DefineFigure::kNeeds));
  Result<FigureDetails> details = checked_for(work.sql(), programme.id, command.details);
  std::vector<FieldProblem> problems;
  if (!details) problems = details.refusal().fields;
  if (command.key.empty() || command.key != slug(command.key) || command.key.size() > kLongestKey)
    problems.push_back({"key",
                        "A key is made of lower-case letters and digits joined by hyphens, such as "
                        "cases-inadequate."});
  else if (figures::find(work.sql(), programme.id, command.key))
    problems.push_back({"key", "Another figure of this programme has this key already."});
  if (!problems.empty()) return Refusal{Refusal::Kind::Invalid, kNotRecorded, std::move(problems)};
  Figure figure{FigureId{0}, command.key, 1, *std::move(details)};
  figure.id = figures::insert(work.sql(), programme.id, stored(figure), actor.person, work.now());
  work.changed({"figure", figure.id.value()}, std::nullopt, state_text(figure));
  return figure;
}

Result<Figure> decide(journal::Work& work, const Actor& actor, const ReviseFigure& command) {
  SIGHTLINE_TRY(const programme::Programme programme,
                own_programme(work.sql(), actor, command.programme_key, ReviseFigure::kNeeds));
  const auto found = figures::find(work.sql(), programme.id, command.key);
  if (!found) return no_such_figure();
  const Figure before = read(*found);
  if (before.revision != command.based_on)
    return Refusal{Refusal::Kind::Conflict, "Somebody else has changed this figure meanwhile.", {}};
  Figure revised = before;
  SIGHTLINE_TRY(revised.details, checked_for(work.sql(), programme.id, command.details));
  if (revised.details == before.details) {
    work.unchanged();
    return before;
  }
  ++revised.revision;
  figures::revise(work.sql(), stored(revised), actor.person, work.now());
  work.changed({"figure", revised.id.value()}, state_text(before), state_text(revised));
  return revised;
}

Result<FigureList> figures_of(sql::Reader& reader, const Actor& actor, std::string_view programme_key,
                              std::int64_t page_number) {
  SIGHTLINE_TRY(programme::Programme programme,
                own_programme(reader, actor, programme_key, people::Permission::ReadReports));
  const Page<figures::StoredFigure> page = figures::page(reader, programme.id, page_number, kFiguresOnAPage);
  const Facts facts = page.items.empty() ? Facts{} : facts::read_facts(reader, programme.id);
  FigureList list{std::move(programme), journal::position(reader), {{}, page.cut}};
  for (const figures::StoredFigure& each : page.items) {
    Figure figure = read(each);
    Result<Value> value = compute(figure.details.definition, facts);
    list.figures.items.push_back({std::move(figure), std::move(value)});
  }
  return list;
}

Result<std::vector<programme::Programme>> programmes_with_figures(sql::Reader& reader, const Actor& actor) {
  if (auto refusal = people::refuse_unless_somewhere(actor, people::Permission::ReadReports))
    return *std::move(refusal);
  return programme::programmes(reader);
}

Result<FigureView> find_figure(sql::Reader& reader, const Actor& actor, std::string_view programme_key,
                               std::string_view key) {
  SIGHTLINE_TRY(programme::Programme programme,
                own_programme(reader, actor, programme_key, people::Permission::ReadReports));
  const auto found = figures::find(reader, programme.id, key);
  if (!found) return no_such_figure();
  Names names = facts::read_names(reader, programme.id);
  return FigureView{std::move(programme), read(*found), std::move(names)};
}

Result<Choices> choices_for(sql::Reader& reader, const Actor& actor, std::string_view programme_key) {
  SIGHTLINE_TRY(programme::Programme programme,
                own_programme(reader, actor, programme_key, people::Permission::WriteReports));
  Names names = facts::read_names(reader, programme.id);
  return Choices{std::move(programme), std::move(names)};
}

Result<Worked> work_out(sql::Reader& reader, const Actor& actor, std::string_view programme_key,
                        std::string_view key) {
  SIGHTLINE_TRY(const FigureView view, find_figure(reader, actor, programme_key, key));
  return worked(view.figure, facts::read_facts(reader, view.programme.id), journal::position(reader));
}

WorkedFigures work_out_all(sql::Reader& reader, programme::ProgrammeId programme,
                           const std::set<std::string>& keys) {
  WorkedFigures all{.entry = journal::position(reader), .worked = {}, .refused = {}};
  if (keys.empty()) return all;
  std::map<std::string, Figure> known;
  for (const figures::StoredFigure& each : figures::all(reader, programme))
    if (keys.contains(each.key)) known.emplace(each.key, read(each));
  const Facts facts = facts::read_facts(reader, programme);
  for (const std::string& key : keys) {
    const auto figure = known.find(key);
    Result<Worked> result =
        figure == known.end() ? no_such_figure() : worked(figure->second, facts, all.entry);
    if (result)
      all.worked.emplace(key, *std::move(result));
    else
      all.refused.emplace_back(key, std::move(result).refusal());
  }
  return all;
}

struct RecordAsOf::Record {
  figure::Record read;
};

RecordAsOf::RecordAsOf(sql::Reader& reader, programme::ProgrammeId programme)
    : record_(std::make_unique<const Record>(
          Record{records::read_record(reader, programme, facts::read_names(reader, programme))})) {}
RecordAsOf::~RecordAsOf() = default;
RecordAsOf::RecordAsOf(RecordAsOf&&) noexcept = default;
RecordAsOf& RecordAsOf::operator=(RecordAsOf&&) noexcept = default;

Result<Value> RecordAsOf::work_out(const Definition& definition, std::span<const Input> inputs) const {
  return compute(definition, facts_of(record_->read, inputs));
}

}  // namespace sightline::figure
