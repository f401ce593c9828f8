// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What each reader makes of good documents, and how it refuses bad ones.

#include <doctest/doctest.h>
#include <zip.h>

#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "platform/document/read.h"

using namespace sightline;
using document::Format;
using document::Reading;
using document::Unreadable;

namespace {

std::string shown(const Reading& reading) {
  if (const auto* why = std::get_if<Unreadable>(&reading)) return "[" + std::string(word(*why)) + "]";
  return std::get<std::string>(reading);
}

std::string zipped(const std::map<std::string, std::string>& entries) {
  zip_source_t* const bytes = ::zip_source_buffer_create(nullptr, 0, 0, nullptr);
  ::zip_source_keep(bytes);
  zip_t* const archive = ::zip_open_from_source(bytes, ZIP_TRUNCATE, nullptr);
  for (const auto& [name, content] : entries)
    ::zip_file_add(archive, name.c_str(),
                   ::zip_source_buffer(archive, content.data(), content.size(), /*freep=*/0), 0);
  REQUIRE(::zip_close(archive) == 0);
  ::zip_source_open(bytes);
  ::zip_source_seek(bytes, 0, SEEK_END);
  std::string result(static_cast<std::size_t>(::zip_source_tell(bytes)), '\0');
  ::zip_source_seek(bytes, 0, SEEK_SET);
  ::zip_source_read(bytes, result.data(), result.size());
  ::zip_source_close(bytes);
  ::zip_source_free(bytes);
  return result;
}

const std::string kRelationships = R"(<?xml version="1.0"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Target="word/document.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>)";

std::string body(const std::string& content) {
  return R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>)" +
         content + "</w:body></w:document>";
}

std::string docx(const std::string& document) {
  return zipped({{"_rels/.rels", kRelationships}, {"word/document.xml", document}});
}

std::string read_body(const std::string& content) {
  return shown(document::read(docx(body(content)), Format::Docx));
}

/// A PDF whose pages show these lines, in a font that every reader has.
std::string pdf(const std::vector<std::vector<std::string>>& pages) {
  std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R >>", "",
                                   "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"};
  std::string kids;
  for (const auto& lines : pages) {
    std::string drawing = "BT /F1 12 Tf 72 720 Td\n";
    for (const std::string& line : lines) drawing += "(" + line + ") Tj 0 -14 Td\n";
    drawing += "ET";
    objects.push_back("<< /Length " + std::to_string(drawing.size()) + " >>\nstream\n" + drawing +
                      "\nendstream");
    objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " +
                      std::to_string(objects.size()) + " 0 R /Resources << /Font << /F1 3 0 R >> >> >>");
    kids += std::to_string(objects.size()) + " 0 R ";
  }
  objects[1] = "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages.size()) + " >>";
  std::string file = "%PDF-1.4\n", table;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    std::string place = std::to_string(file.size());
    table += std::string(10 - place.size(), '0') + place + " 00000 n \n";
    file += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string size = std::to_string(objects.size() + 1), start = std::to_string(file.size());
  return file + "xref\n0 " + size + "\n0000000000 65535 f \n" + table + "trailer\n<< /Size " + size +
         " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("a text file is taken as it is, but for its byte order mark and its line ends") {
  CHECK(shown(document::read("\xEF\xBB\xBF"
                             "One\r\ntwo\rthree\n\tfour ",
                             Format::Txt)) == "One\ntwo\nthree\n\tfour ");
}

TEST_CASE("a text file that is no UTF-8, no text or empty is refused") {
  CHECK(shown(document::read("caf\xe9", Format::Txt)) == "[not-utf8]");
  CHECK(shown(document::read("\xff\xfeo\0n\0", Format::Txt)) == "[not-utf8]");
  CHECK(shown(document::read("bell\x07", Format::Txt)) == "[wrong-type]");
  CHECK(shown(document::read(" \r\n\t", Format::Txt)) == "[no-text]");
  CHECK(shown(document::read(std::string(extract::kMostTextBytes + 1, 'x'), Format::Txt)) == "[too-large]");
}

TEST_CASE("HTML gives what a browser shows: paragraphs, broken lines, cells of a table, and no script") {
  CHECK(shown(document::read(
            "<!doctype html><title>T</title><h1>Visit  to\nthe unit</h1><p>One <b>two</b>, three"
            "<br>four &amp; five<script>alert(1)</script><style>p{}</style>"
            "<table><tr><td>a<td>b<tr><td>c<td>d</table><p hidden>unseen<ul><li>End</ul>",
            Format::Html)) == "Visit to the unit\n\nOne two, three\nfour & five\n\na\tb\n\nc\td\n\nEnd");
}

TEST_CASE("HTML that is no UTF-8, no HTML, or shows nothing is refused") {
  CHECK(shown(document::read("<p>caf\xe9", Format::Html)) == "[not-utf8]");
  CHECK(shown(document::read("just words", Format::Html)) == "[wrong-type]");
  CHECK(shown(document::read("<title>T</title><script>x</script>", Format::Html)) == "[no-text]");
}

TEST_CASE("control characters that HTML writes as references do not come through") {
  CHECK(shown(document::read("<p>a&#27;[2Jb&#x9b;c&#0;d", Format::Html)).find('\x1b') == std::string::npos);
}

TEST_CASE("a PDF gives its lines joined to paragraphs, page after page") {
  const std::string file = pdf(
      {{"The first line of a paragraph", "goes on here."}, {"A word that was hyphen-", "ated is whole."}});
  CHECK(shown(document::read(file, Format::Pdf)) ==
        "The first line of a paragraph goes on here.\n\nA word that was hyphenated is whole.");
}

TEST_CASE("a PDF that needs a password, is cut short, shows nothing or is none is refused") {
  CHECK(shown(document::read(content_of("tests/documents/encrypted.pdf"), Format::Pdf)) == "[encrypted]");
  CHECK(shown(document::read("%PDF-1.7\n%%EOF", Format::Pdf)) == "[broken]");
  CHECK(shown(document::read(pdf({{"x"}}).substr(0, 60), Format::Pdf)) == "[broken]");
  CHECK(shown(document::read(pdf({{}}), Format::Pdf)) == "[no-text]");
  CHECK(shown(document::read("PK\3\4", Format::Pdf)) == "[wrong-type]");
}

TEST_CASE("a PDF with more pages than are taken is refused") {
  CHECK(shown(document::read(pdf(std::vector<std::vector<std::string>>(2001, {"x"})), Format::Pdf)) ==
        "[too-large]");
}

TEST_CASE("a DOCX gives its paragraphs, tables row by row and footnotes, without deleted text") {
  CHECK(read_body(
            "<w:p><w:r><w:t>Interview </w:t></w:r><w:r><w:t xml:space=\"preserve\">with a &amp; b</w:t>"
            "<w:br/><w:t>next line</w:t></w:r></w:p>"
            "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
            "<w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom>"
            "<w:ins><w:r><w:t>kept</w:t></w:r></w:ins></w:p>"
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>"
            "<w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
            "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>end</w:t></w:r></w:p>") ==
        "Interview with a & b\nnext line\n\nkept\n\na\tb c\n\nend");
  const std::string with_notes = zipped(
      {{"_rels/.rels", kRelationships},
       {"word/document.xml", body("<w:p><w:r><w:t>Text</w:t></w:r></w:p>")},
       {"word/footnotes.xml",
        R"(<w:footnotes xmlns:w="x"><w:footnote w:type="separator"><w:p><w:r><w:t>-</w:t></w:r></w:p></w:footnote>)"
        R"(<w:footnote><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>)"}});
  CHECK(shown(document::read(with_notes, Format::Docx)) == "Text\n\nA note.");
}

TEST_CASE("a text box that a DOCX holds twice, for old and new readers, is read once") {
  CHECK(
      read_body("<w:p><w:r><mc:AlternateContent><mc:Choice><w:p><w:r><w:t>box</w:t></w:r></w:p></mc:Choice>"
                "<mc:Fallback><w:p><w:r><w:t>box</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r>"
                "</w:p>") == "box");
}

TEST_CASE("a DOCX that swells is refused: a bomb, or thousands of entries") {
  const std::string bomb = body("<w:p><w:r><w:t>" + std::string(30'000'000, 'x') + "</w:t></w:r></w:p>");
  CHECK(shown(document::read(docx(bomb), Format::Docx)) == "[swells]");
  std::map<std::string, std::string> many{{"_rels/.rels", kRelationships}};
  for (int i = 0; i < 5001; ++i) many["word/" + std::to_string(i)] = "";
  CHECK(shown(document::read(zipped(many), Format::Docx)) == "[swells]");
}

TEST_CASE("a DOCX with definitions of its own is refused: billion laughs, and entities from elsewhere") {
  const std::string paragraph = "<w:p><w:r><w:t>&c;</w:t></w:r></w:p>";
  CHECK(shown(document::read(
            docx("<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\"><!ENTITY c \"&b;&b;\">]>" +
                 body(paragraph)),
            Format::Docx)) == "[document-type]");
  CHECK(
      shown(document::read(docx("<!DOCTYPE x [<!ENTITY c SYSTEM \"file:///etc/passwd\">]>" + body(paragraph)),
                           Format::Docx)) == "[document-type]");
}

TEST_CASE("a DOCX that is cut short, has no text part, is old Word or is another archive is refused") {
  const std::string whole = docx(body("<w:p><w:r><w:t>Text</w:t></w:r></w:p>"));
  CHECK(shown(document::read(std::string_view(whole).substr(0, whole.size() - 40), Format::Docx)) ==
        "[broken]");
  CHECK(shown(document::read(docx("<w:document><w:body>"), Format::Docx)) == "[broken]");
  CHECK(shown(document::read(zipped({{"_rels/.rels", kRelationships}}), Format::Docx)) == "[broken]");
  CHECK(shown(document::read(zipped({{"mimetype", "application/zip"}}), Format::Docx)) == "[wrong-type]");
  CHECK(shown(document::read(docx(body("<w:p/>")), Format::Docx)) == "[no-text]");
  const std::string compound("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  CHECK(shown(document::read(compound + "WordDocument", Format::Docx)) == "[wrong-type]");
  std::string encrypted = compound;
  for (const char c : std::string("EncryptedPackage")) encrypted += std::string{c, '\0'};
  CHECK(shown(document::read(encrypted, Format::Docx)) == "[encrypted]");
}

TEST_CASE("elements nested thousands deep end nobody's stack") {
  std::string deep, html;
  for (int i = 0; i < 20'000; ++i) deep += "<w:sdt>";
  deep += "<w:p/>";
  for (int i = 0; i < 20'000; ++i) deep += "</w:sdt>";
  CHECK(read_body(deep + "<w:p><w:r><w:t>after</w:t></w:r></w:p>") == "after");
}
