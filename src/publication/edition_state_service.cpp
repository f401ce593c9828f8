// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "publication/edition_state_service.h"

#include "publication/edition_store.h"

namespace sightline::publication {

namespace {

void add_figure(journal::StateText& text, const editions::FigureRow& row) {
  text.add("figure", row.key).add("figure_revision", row.revision);
  text.add("figure_title", row.title).add("alternative_text", row.alternative_text);
  text.add("definition", row.definition).add("words", row.words);
  text.add("value", row.value).add("shown", row.shown);
  std::string inputs;
  for (const figure::Input& input : row.inputs)
    inputs.append(word(input.kind))
        .append(" ")
        .append(std::to_string(input.id))
        .append(" ")
        .append(std::to_string(input.revision))
        .append("\n");
  text.add("inputs", inputs);
}

}  // namespace

journal::StateText state_text(sql::Reader& reader, const Edition& edition) {
  journal::StateText text;
  text.add("key", edition.key).add("publication", edition.publication.value());
  text.add("report", edition.report.value()).add("programme", edition.programme.value());
  text.add("number", edition.number).add("published_on", edition.published_on.iso());
  text.add("published_at", edition.published_at.iso()).add("journal_position", edition.journal_position);
  text.add("title", edition.title).add("subtitle", edition.subtitle).add("summary", edition.summary);
  text.add("press_release", edition.press_release).add("change_note", edition.change_note);
  text.add("pdf_refusal", edition.pdf_refusal);
  for (const FrozenSection& section : editions::sections_of(reader, edition.id))
    text.add("section", section.section.value())
        .add("revision", section.revision)
        .add("title", section.title)
        .add("markdown", section.markdown);
  for (const editions::FigureRow& row : editions::figures_of(reader, edition.id)) add_figure(text, row);
  for (const FrozenQuotation& each : editions::quotations_of(reader, edition.id))
    text.add("quotation_in", each.section.value())
        .add("extract", each.extract.value())
        .add("document", each.document.value())
        .add("begin", each.range.begin)
        .add("end", each.range.end)
        .add("words", each.words);
  for (const FrozenRecommendation& each : editions::recommendations_of(reader, edition.id))
    text.add("recommendation", each.key)
        .add("revision", each.revision)
        .add("text", each.details.text)
        .add("term", word(each.details.term))
        .add("addressees", each.addressees);
  for (const editions::FileLine& file : editions::file_lines(reader, edition.id))
    text.add("file", file.path).add("media_type", file.media_type).add("digest", file.digest);
  return text;
}

}  // namespace sightline::publication
