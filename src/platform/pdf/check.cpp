// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/pdf/check.h"

#include "base/text.h"
#include "platform/pdf/check_structure.h"

namespace sightline::pdf {
namespace {

constexpr std::size_t kMostProblems = 50, kMostBytes = 256 * 1024 * 1024;
constexpr long long kMostMetadata = 64 * 1024;  // compressed; a kilobyte can hold a megabyte
constexpr int kDeepest = 100;

QPDFObjectHandle key_of(QPDFObjectHandle object, const std::string& key) {
  return object.isDictionary() ? object.getKey(key) : QPDFObjectHandle::newNull();
}

bool is_true(QPDFObjectHandle object) {
  return object.isBool() && object.getBoolValue();
}

std::string metadata_of(QPDF& pdf) {
  QPDFObjectHandle metadata = pdf.getRoot().getKey("/Metadata");
  if (!metadata.isStream()) return {};
  QPDFObjectHandle length = metadata.getDict().getKey("/Length");
  if (!length.isInteger() || length.getIntValue() > kMostMetadata) return {};
  const auto buffer = metadata.getStreamData();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

void check_catalogue(QPDF& pdf, Problems& problems) {
  const auto must = [&](bool holds, const char* sentence) {
    if (!holds) problems.emplace_back(sentence);
  };
  QPDFObjectHandle root = pdf.getRoot();
  must(is_true(key_of(root.getKey("/MarkInfo"), "/Marked")), "The document does not say that it is tagged.");
  const std::string metadata = metadata_of(pdf);
  const bool is_ua = metadata.find("<pdfuaid:part>1</pdfuaid:part>") != std::string::npos ||
                     metadata.find("pdfuaid:part=\"1\"") != std::string::npos;
  must(is_ua, "The document does not identify itself as PDF/UA-1.");
  QPDFObjectHandle title = key_of(pdf.getTrailer().getKey("/Info"), "/Title");
  must(title.isString() && !trimmed(title.getUTF8Value()).empty() &&
           metadata.find("dc:title") != std::string::npos,
       "The document has no title.");
  must(is_true(key_of(root.getKey("/ViewerPreferences"), "/DisplayDocTitle")),
       "The document does not ask for its title to be shown.");
  QPDFObjectHandle language = root.getKey("/Lang");
  must(language.isString() && language.getUTF8Value() == "en-GB",
       "The language of the document is not en-GB.");
  must(key_of(root.getKey("/Outlines"), "/First").isDictionary(), "The document has no bookmarks.");
  must(!root.hasKey("/AcroForm"), "The document holds a form.");
}

/// An action has its kind under /S, as tags have their role: no role has one of these names.
bool is_forbidden_action(std::string_view name) {
  for (const std::string_view one :
       {"/JavaScript", "/Launch", "/GoToR", "/GoToE", "/ImportData", "/SubmitForm", "/ResetForm",
        "/Rendition", "/Movie", "/Sound", "/RichMediaExecute", "/GoTo3DView", "/SetOCGState", "/Hide"})
    if (name == one) return true;
  return false;
}

bool is_allowed_address(const std::string& address) {
  return address.starts_with("https://") || address.starts_with("mailto:");
}

/// One dictionary: what it would run, open or carry.
void check_dictionary(QPDFObjectHandle dictionary, Problems& problems) {
  if (dictionary.hasKey("/JS") || dictionary.hasKey("/JavaScript"))
    problems.emplace_back("The document holds a script.");
  if (dictionary.hasKey("/EF") || dictionary.hasKey("/EmbeddedFiles"))
    problems.emplace_back("The document holds another file.");
  if (dictionary.hasKey("/AA") || dictionary.hasKey("/OpenAction"))
    problems.emplace_back("The document does something by itself when it is opened or read.");
  if (auto action = dictionary.getKey("/S"); action.isName() && is_forbidden_action(action.getName()))
    problems.push_back("The document holds an action that is not allowed: " + action.getName().substr(1) +
                       ".");
  if (auto address = dictionary.getKey("/URI");
      address.isString() && !is_allowed_address(address.getUTF8Value()))
    problems.emplace_back("A link leads to an address that is neither https nor mailto.");
}

void check_deeply(QPDFObjectHandle object, Problems& problems, int depth) {
  if (depth > kDeepest || problems.size() > kMostProblems) return;
  if (object.isStream()) object = object.getDict();
  if (object.isDictionary()) {
    check_dictionary(object, problems);
    for (auto& [key, value] : object.getDictAsMap())
      if (!value.isIndirect()) check_deeply(value, problems, depth + 1);
  } else if (object.isArray()) {
    for (const QPDFObjectHandle& value : object.getArrayAsVector())
      if (!value.isIndirect()) check_deeply(value, problems, depth + 1);
  }
}

void check_all(QPDF& pdf, Problems& problems) {
  if (pdf.isEncrypted()) problems.emplace_back("The document is encrypted.");
  check_catalogue(pdf, problems);
  for (const QPDFObjectHandle& object : pdf.getAllObjects()) check_deeply(object, problems, 0);
  check_deeply(pdf.getTrailer(), problems, 0);
  StructureCheck(pdf, problems).run();
}

}  // namespace

std::vector<std::string> check(std::string_view bytes) {
  Problems problems;
  if (bytes.size() > kMostBytes) return {"The file is too large to be looked at."};
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.setAttemptRecovery(false);
    pdf.processMemoryFile("the file", bytes.data(), bytes.size());
    check_all(pdf, problems);
    if (!pdf.getWarnings().empty()) problems.emplace_back("The file is damaged: parts of it cannot be read.");
  } catch (const std::exception&) {
    problems.emplace_back("The file is no PDF that can be read to its end.");
  }
  if (problems.size() > kMostProblems) problems.resize(kMostProblems);
  return problems;
}

}  // namespace sightline::pdf
