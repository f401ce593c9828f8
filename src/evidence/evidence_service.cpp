// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//

#include "evidence/evidence_service.h"

#include <cstdlib>

#include "base/text.h"
#include "base/utf8.h"
#include "evidence/evidence_store.h"
#include "platform/crypto/digest.h"

namespace sightline::evidence {

namespace {

Refusal no_such_inspection() {
  return {Refusal::Kind::NotFound, "There is no such inspection.", {}};
}

/// Refuses as if the inspection did not exist when the actor has no permission in it at all.
std::optional<Refusal> refuse_unless(const people::Permissions& held, Permission needs) {
  if (held.may(needs)) return std::nullopt;
  if (held.none()) return no_such_inspection();
  return Refusal{Refusal::Kind::NotPermitted, "Your role in this inspection does not allow this.", {}};
}

/// An inspection in which the actor may do what is asked.
Result<inspection::SeenInspection> open_inspection(sql::Reader& reader, const Actor& actor,
                                                   std::string_view key, Permission needs) {
  auto seen = inspection::see_inspection(reader, actor, key);
  if (!seen) return no_such_inspection();
  if (auto refusal = refuse_unless(seen->permissions, needs)) return *refusal;
  return *std::move(seen);
}

Format kept_as(extract::Format format) {
  switch (format) {
    case extract::Format::Txt:
      return Format::Txt;
    case extract::Format::Html:
      return Format::Html;
    case extract::Format::Pdf:
      return Format::Pdf;
    case extract::Format::Docx:
      return Format::Docx;
  }
  std::abort();
}

Refusal refused_file(std::string sentence) {
  return {Refusal::Kind::Invalid, "The document was not brought in.", {{"file", std::move(sentence)}}};
}

Document new_document(journal::Work& work, const Actor& actor, InspectionId inspection, Details details,
                      const std::string& text) {
  return {.id = DocumentId{0},
          .inspection = inspection,
          .number = documents::next_number(work.sql(), inspection),
          .details = std::move(details),
          .recorded_by = actor.person,
          .recorded_at = work.now(),
          .format = Format::Note,
          .file_name = std::nullopt,
          .file_digest = std::nullopt,
          .text_digest = crypto::sha256(text).hex(),
          .length = static_cast<std::int64_t>(length(text)),
          .replaces = std::nullopt};
}

Document record(journal::Work& work, Document added, const std::string& text,
                const std::optional<documents::File>& file) {
  added.id = documents::insert(work.sql(), added, text, file);
  work.changed({"document", added.id.value()}, std::nullopt, state_text(added));
  return added;
}

/// The note that is corrected, if it may be.
Result<DocumentId> corrected(sql::Reader& reader, const Actor& actor, const RecordNote& command) {
  const auto earlier = documents::visible_document(reader, actor, command.inspection_key, *command.corrects);
  if (!earlier) return no_such_document();
  if (earlier->format != Format::Note)
    return Refusal{Refusal::Kind::WrongState, "Only a note that was typed here can be corrected.", {}};
  if (const auto later = documents::number_of_replacement(reader, earlier->id))
    return Refusal{Refusal::Kind::WrongState,
                   "This note has been corrected already, by document " + std::to_string(*later) + ".",
                   {}};
  return earlier->id;
}

}  // namespace

Result<Document> decide(journal::Work& work, const Actor& actor, const RecordNote& command) {
  SIGHTLINE_TRY(const auto seen,
                open_inspection(work.sql(), actor, command.inspection_key, RecordNote::kNeeds));
  SIGHTLINE_TRY(Details details, checked(command.details));
  SIGHTLINE_TRY(const std::string text, checked_note(command.text));
  Document added = new_document(work, actor, seen.inspection.id, std::move(details), text);
  if (command.corrects) {
    SIGHTLINE_TRY(const DocumentId earlier, corrected(work.sql(), actor, command));
    added.replaces = earlier;
  }
  return record(work, std::move(added), text, std::nullopt);
}

Result<ReadFile> read_file(const extract::Extractor& extractor, std::string name, std::string content) {
  const std::string named = "“" + name + "”";
  const auto format = extract::format_of(name);
  if (!format)
    return refused_file(named + " is of a kind that is not read here. Choose a PDF, DOCX, HTML or TXT file.");
  extract::Reading reading = extractor.read(content, *format);
  if (const auto* why = std::get_if<extract::Unreadable>(&reading))
    return refused_file(named + " could not be read: " + std::string(extract::reason(*why)) + ".");
  return ReadFile{std::move(name), kept_as(*format), std::move(content),
                  std::get<std::string>(std::move(reading))};
}

Result<Document> decide(journal::Work& work, const Actor& actor, const ImportDocument& command) {
  SIGHTLINE_TRY(const auto seen,
                open_inspection(work.sql(), actor, command.inspection_key, ImportDocument::kNeeds));
  SIGHTLINE_TRY(Details details, checked(command.details));
  const ReadFile& file = command.file;
  const std::string digest = crypto::sha256(file.content).hex();
  if (const auto same = documents::of_file(work.sql(), seen.inspection.id, digest))
    return refused_file("“" + file.name + "” is here already, as document " + std::to_string(same->number) +
                        ", “" + same->details.title + "”.");
  Document added = new_document(work, actor, seen.inspection.id, std::move(details), file.text);
  added.format = file.format;
  added.file_name = file.name;
  added.file_digest = digest;
  return record(work, std::move(added), file.text, documents::File{file.name, digest, file.content});
}

Result<Recorded<ExtractId>> mark(journal::Work& work, const Actor& actor, std::string_view inspection_key,
                                 std::int64_t document_number, const Range& range) {
  const auto document = documents::visible_document(work.sql(), actor, inspection_key, document_number);
  if (!document) return no_such_document();
  if (auto refusal = refuse_unless(inspection::permissions_in(work.sql(), actor, document->inspection),
                                   MarkExtract::kNeeds))
    return *refusal;
  if (const auto known = documents::extract_at(work.sql(), document->id, range))
    return Recorded{known->id, OnRecord::Already};
  if (const auto later = documents::number_of_replacement(work.sql(), document->id))
    return Refusal{
        Refusal::Kind::WrongState,
        "This note has been corrected. Mark the passage in document " + std::to_string(*later) + ".",
        {}};
  SIGHTLINE_TRY(const Range chosen, checked(range, documents::text_of(work.sql(), document->id)));
  const ExtractId id =
      documents::insert(work.sql(), Extract{ExtractId{0}, document->id, chosen, actor.person, work.now()});
  return Recorded{id, OnRecord::New};
}

Result<Recorded<ExtractId>> decide(journal::Work& work, const Actor& actor, const MarkExtract& command) {
  SIGHTLINE_TRY(const Recorded<ExtractId> marked,
                mark(work, actor, command.inspection_key, command.document_number, command.range));
  if (marked.was == OnRecord::Already) {
    work.unchanged();
    return marked;
  }
  const auto document =
      documents::visible_document(work.sql(), actor, command.inspection_key, command.document_number);
  work.changed({"extract", marked.id.value()}, std::nullopt,
               state_text(Extract{marked.id, document->id, command.range, actor.person, work.now()}));
  return marked;
}

Result<DocumentList> documents_of(sql::Reader& reader, const Actor& actor, std::string_view inspection_key,
                                  std::int64_t page_number) {
  SIGHTLINE_TRY(auto seen, open_inspection(reader, actor, inspection_key, Permission::SeeEvidence));
  auto page = documents::of_inspection(reader, actor, seen.inspection.id, page_number);
  return DocumentList{std::move(seen.inspection), seen.permissions, std::move(page)};
}

Result<DocumentView> document_view(sql::Reader& reader, const Actor& actor, std::string_view inspection_key,
                                   std::int64_t number) {
  auto seen = inspection::see_inspection(reader, actor, inspection_key);
  if (!seen) return no_such_document();
  auto document = documents::visible_document(reader, actor, inspection_key, number);
  if (!document) return no_such_document();
  std::string text = documents::text_of(reader, document->id);
  std::vector<Paragraph> paragraphs = paragraphs_of(text);
  return DocumentView{
      .inspection = std::move(seen->inspection),
      .held = seen->permissions,
      .document = *document,
      .recorded_by = documents::recorder_of(reader, document->id).value_or("The operator"),
      .replaces = document->replaces ? documents::number_of(reader, *document->replaces) : std::nullopt,
      .replaced_by = documents::number_of_replacement(reader, document->id),
      .text = std::move(text),
      .paragraphs = std::move(paragraphs),
      .extracts = documents::extracts_of(reader, document->id)};
}

std::optional<Passage> passage(sql::Reader& reader, const Actor& actor, ExtractId extract) {
  auto found = documents::visible_passage(reader, actor, extract);
  if (!found) return std::nullopt;
  const Range& range = found->passage.range;
  if (found->text && crypto::sha256(*found->text).hex() == found->text_digest && checked(range, *found->text))
    found->passage.words =
        utf8::slice(*found->text, static_cast<std::size_t>(range.begin), static_cast<std::size_t>(range.end));
  return std::move(found->passage);
}

Result<OriginalFile> original_file(sql::Reader& reader, const Actor& actor, std::string_view inspection_key,
                                   std::int64_t number) {
  const auto document = documents::visible_document(reader, actor, inspection_key, number);
  if (!document || !document->file_name) return no_such_document();
  return OriginalFile{*document->file_name, *documents::file_of(reader, document->id)};
}

}  // namespace sightline::evidence
