// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The gate finds what is planted: each case takes a good PDF, spoils one thing in it
// and reads what is said.

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

#include "platform/pdf/check.h"
#include "platform/pdf/qpdf.h"
#include "platform/pdf/sample_report_test.h"

namespace sightline::pdf {
namespace {

const std::string& good() {
  static const std::string bytes = set_or_fail(sample_report()).bytes;
  return bytes;
}

std::string written(QPDF& pdf, const std::function<void(QPDFWriter&)>& adjust = {}) {
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setStaticID(true);
  if (adjust) adjust(writer);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

std::string spoilt(const std::function<void(QPDF&)>& spoil) {
  QPDF pdf;
  pdf.processMemoryFile("good", good().data(), good().size());
  spoil(pdf);
  return written(pdf);
}

using Spoil = std::function<void(QPDFObjectHandle)>;

/// Spoils every object that has this name under this key.
std::string spoilt_each(const std::string& key, const std::string& name, const Spoil& spoil) {
  return spoilt([&](QPDF& pdf) {
    int found = 0;
    for (QPDFObjectHandle object : pdf.getAllObjects()) {
      if (!object.isDictionary() || !object.getKey(key).isName() || object.getKey(key).getName() != name)
        continue;
      ++found;
      spoil(object);
    }
    REQUIRE(found > 0);
  });
}

bool found(const std::string& bytes, std::string_view sentence) {
  const auto problems = check(bytes);
  return std::find(problems.begin(), problems.end(), sentence) != problems.end();
}

QPDFObjectHandle parsed(const std::string& text) {
  return QPDFObjectHandle::parse(text);
}

}  // namespace

TEST_CASE("writing a good PDF anew leaves nothing to find") {
  for (const std::string& problem : check(spoilt([](QPDF&) {}))) FAIL_CHECK(problem);
}

TEST_CASE("a figure without alternative text is found") {
  CHECK(found(spoilt_each("/S", "/Figure", [](QPDFObjectHandle figure) { figure.removeKey("/Alt"); }),
              "A figure has no alternative text."));
}

TEST_CASE("a figure that no tag holds is found") {
  const std::string bytes =
      spoilt_each("/S", "/Figure", [](QPDFObjectHandle figure) { figure.removeKey("/K"); });
  const auto problems = check(bytes);
  CHECK(std::any_of(problems.begin(), problems.end(), [](const std::string& problem) {
    return problem.find("shows something that has no tag (mark ") != std::string::npos;
  }));
}

TEST_CASE("a drawing outside all tags is found, with its page") {
  CHECK(found(spoilt([](QPDF& pdf) {
                QPDFPageObjectHelper page = QPDFPageDocumentHelper(pdf).getAllPages().at(1);
                page.addPageContents(pdf.newStream("0 0 10 10 re f"), true);
              }),
              "Page 2 shows something that has no tag."));
}

TEST_CASE("a heading that skips a level is found") {
  CHECK(found(
      spoilt_each("/S", "/H2", [](QPDFObjectHandle heading) { heading.replaceKey("/S", parsed("/H5")); }),
      "The headings skip from level 1 to level 5."));
}

TEST_CASE("a table without header cells, and a header cell without scope, are found") {
  CHECK(found(spoilt_each("/S", "/TH", [](QPDFObjectHandle cell) { cell.replaceKey("/S", parsed("/TD")); }),
              "A table has no header cells."));
  CHECK(found(spoilt_each("/S", "/TH", [](QPDFObjectHandle cell) { cell.removeKey("/A"); }),
              "A header cell of a table has no scope."));
}

TEST_CASE("a link without description is found") {
  const auto problems =
      check(spoilt_each("/Subtype", "/Link", [](QPDFObjectHandle link) { link.removeKey("/Contents"); }));
  REQUIRE_FALSE(problems.empty());
  CHECK(problems.front() == "A link on page 2 has no description.");
}

TEST_CASE("what the document does not say about itself is found") {
  const auto without = [](const std::string& key) {
    return spoilt([&](QPDF& pdf) { pdf.getRoot().removeKey(key); });
  };
  CHECK(found(without("/MarkInfo"), "The document does not say that it is tagged."));
  CHECK(found(without("/StructTreeRoot"), "The document has no tags."));
  CHECK(found(without("/Metadata"), "The document does not identify itself as PDF/UA-1."));
  CHECK(found(without("/ViewerPreferences"), "The document does not ask for its title to be shown."));
  CHECK(found(without("/Lang"), "The language of the document is not en-GB."));
  CHECK(found(without("/Outlines"), "The document has no bookmarks."));
  CHECK(found(spoilt([](QPDF& pdf) { pdf.getTrailer().removeKey("/Info"); }), "The document has no title."));
}

TEST_CASE("what would run, open or be carried along is found") {
  const auto with = [](const std::string& key, const std::string& value) {
    return spoilt([&](QPDF& pdf) { pdf.getRoot().replaceKey(key, parsed(value)); });
  };
  const std::string script = with("/OpenAction", "<</S /JavaScript /JS (app.alert\\(1\\))>>");
  CHECK(found(script, "The document holds a script."));
  CHECK(found(script, "The document does something by itself when it is opened or read."));
  CHECK(found(with("/Names", "<</EmbeddedFiles <</Names []>>>>"), "The document holds another file."));
  CHECK(found(with("/AcroForm", "<</Fields []>>"), "The document holds a form."));
  CHECK(found(with("/X", "[[<</S /Launch /F (x)>>]]"),
              "The document holds an action that is not allowed: Launch."));
  for (const char* address : {"http://inspectorate.example", "javascript:alert\\(1\\)", "file:///etc/passwd"})
    CHECK(found(with("/X", "<</S /URI /URI (" + std::string(address) + ")>>"),
                "A link leads to an address that is neither https nor mailto."));
}

TEST_CASE("an encrypted PDF is found") {
  QPDF pdf;
  pdf.processMemoryFile("good", good().data(), good().size());
  CHECK(found(written(pdf,
                      [](QPDFWriter& writer) {
                        writer.setR6EncryptionParameters("", "owner", true, true, true, true, true, true,
                                                         qpdf_r3p_full, true);
                      }),
              "The document is encrypted."));
}

TEST_CASE("what is no PDF is a problem and no accident") {
  const std::string none = "The file is no PDF that can be read to its end.";
  CHECK(check("") == std::vector{none});
  CHECK(check("Hello") == std::vector{none});
  CHECK(check("%PDF-1.7\n" + std::string(100'000, '[')) == std::vector{none});
  for (const std::size_t part : {2, 3, 10})
    CHECK(check(good().substr(0, good().size() * (part - 1) / part)) == std::vector{none});
}

TEST_CASE("a damaged PDF is looked at without a crash") {
  std::uint32_t random = 12345;
  const auto next = [&] { return random = random * 1664525 + 1013904223; };
  int unclean = 0;
  for (int round = 0; round < 40; ++round) {
    std::string bytes = good();
    for (int i = 0; i < 200; ++i) bytes[next() % bytes.size()] = static_cast<char>(next() >> 24);
    unclean += check(bytes).empty() ? 0 : 1;
  }
  CHECK(unclean == 40);
}

TEST_CASE("tags that lead back to themselves come to an end") {
  CHECK(found(spoilt([](QPDF& pdf) {
                QPDFObjectHandle root = pdf.getRoot().getKey("/StructTreeRoot");
                QPDFObjectHandle element = pdf.makeIndirectObject(parsed("<</S /Div>>"));
                element.replaceKey("/K", element);
                root.replaceKey("/K", element);
              }),
              "A tag stands in two places."));
}

}  // namespace sightline::pdf
