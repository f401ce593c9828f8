// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/pdf/check_structure.h"

#include <string_view>

namespace sightline::pdf {
namespace {

constexpr int kDeepest = 200, kMostElements = 1'000'000;

std::string text_at(QPDFObjectHandle dictionary, const std::string& key) {
  QPDFObjectHandle value = dictionary.getKey(key);
  return value.isString() ? value.getUTF8Value() : "";
}

/// Attributes are one dictionary or several, with numbers of revisions between them.
bool has_scope(QPDFObjectHandle attributes) {
  if (attributes.isStream()) attributes = attributes.getDict();
  if (attributes.isDictionary()) return attributes.getKey("/Scope").isName();
  if (!attributes.isArray()) return false;
  for (int i = 0; i < attributes.getArrayNItems(); ++i)
    if (auto one = attributes.getArrayItem(i); one.isDictionary() && one.getKey("/Scope").isName())
      return true;
  return false;
}

/// Reads what a page paints: which marks it uses, and whether it paints outside them.
class PaintedContent : public QPDFObjectHandle::ParserCallbacks {
 public:
  void handleObject(QPDFObjectHandle object) override {
    if (!object.isOperator()) {
      if (operands_.size() < 8) operands_.push_back(object);
      return;
    }
    const std::string name = object.getOperatorValue();
    if (name == "BDC" || name == "BMC") {
      ++depth_;
      note_mark();
    } else if (name == "EMC") {
      --depth_;
    } else if (depth_ <= 0 && paints(name)) {
      paints_outside = true;
    }
    operands_.clear();
  }
  void handleEOF() override {}

  std::set<long long> marks;
  bool paints_outside = false;

 private:
  static bool paints(std::string_view name) {
    for (const std::string_view one : {"Do", "Tj", "TJ", "'", "\"", "f", "F", "f*", "S", "s", "B", "B*", "b",
                                       "b*", "sh", "EI", "INLINE_IMAGE"})
      if (name == one) return true;
    return false;
  }
  void note_mark() {
    if (operands_.size() < 2 || !operands_.back().isDictionary()) return;
    QPDFObjectHandle mark = operands_.back().getKey("/MCID");
    if (mark.isInteger()) marks.insert(mark.getIntValue());
  }

  std::vector<QPDFObjectHandle> operands_;
  int depth_ = 0;
};

}  // namespace

void StructureCheck::run() {
  QPDFObjectHandle root = pdf_.getRoot().getKey("/StructTreeRoot");
  if (!root.isDictionary()) {
    problems_.emplace_back("The document has no tags.");
    return;
  }
  roles_ = root.getKey("/RoleMap");
  walk_children(root.getKey("/K"), QPDFObjectHandle::newNull(), 0);
  if (elements_ == 0) problems_.emplace_back("The document has no tags.");
  if (heading_level_ == 0) problems_.emplace_back("The document has no headings.");
  int number = 0;
  for (QPDFPageObjectHelper page : QPDFPageDocumentHelper(pdf_).getAllPages())
    check_page(page.getObjectHandle(), ++number);
}

void StructureCheck::walk_children(QPDFObjectHandle children, const QPDFObjectHandle& page, int depth) {
  if (!children.isArray()) return walk(children, page, depth);
  for (int i = 0; i < children.getArrayNItems(); ++i) walk(children.getArrayItem(i), page, depth);
}

void StructureCheck::walk(QPDFObjectHandle element, QPDFObjectHandle page, int depth) {
  if (element.isInteger()) {
    tagged_[page.getObjGen()].insert(element.getIntValue());
    return;
  }
  if (!element.isDictionary()) return;
  if (depth > kDeepest || ++elements_ > kMostElements) {
    problems_.emplace_back("The tags are too many or too deep within one another.");
    return;
  }
  if (element.isIndirect() && !seen_.insert(element.getObjGen()).second) {
    problems_.emplace_back("A tag stands in two places.");
    return;
  }
  if (auto own = element.getKey("/Pg"); own.isDictionary()) page = own;
  if (auto mark = element.getKey("/MCID"); mark.isInteger())
    tagged_[page.getObjGen()].insert(mark.getIntValue());
  const std::string role = role_of(element);
  check_element(role, element);
  if (role == "Table") headers_.push_back(0);
  walk_children(element.getKey("/K"), page, depth + 1);
  if (role != "Table") return;
  if (headers_.back() == 0) problems_.emplace_back("A table has no header cells.");
  headers_.pop_back();
}

std::string StructureCheck::role_of(QPDFObjectHandle element) {
  QPDFObjectHandle role = element.getKey("/S");
  for (int i = 0; i < 10 && role.isName() && roles_.isDictionary() && roles_.hasKey(role.getName()); ++i)
    role = roles_.getKey(role.getName());
  return role.isName() ? role.getName().substr(1) : "";
}

void StructureCheck::check_element(const std::string& role, QPDFObjectHandle element) {
  if (role == "Figure" && text_at(element, "/Alt").empty())
    problems_.emplace_back("A figure has no alternative text.");
  if (role == "TH") {
    if (!headers_.empty()) ++headers_.back();
    if (!has_scope(element.getKey("/A"))) problems_.emplace_back("A header cell of a table has no scope.");
  }
  if (role.size() == 2 && role[0] == 'H' && role[1] >= '1' && role[1] <= '6') check_heading(role[1] - '0');
}

void StructureCheck::check_heading(int level) {
  if (level > heading_level_ + 1)
    problems_.push_back("The headings skip from level " + std::to_string(heading_level_) + " to level " +
                        std::to_string(level) + ".");
  heading_level_ = level;
}

void StructureCheck::check_page(QPDFObjectHandle page, int number) {
  const std::string name = "Page " + std::to_string(number);
  PaintedContent painted;
  QPDFPageObjectHelper(page).parseContents(&painted);
  if (painted.paints_outside) problems_.push_back(name + " shows something that has no tag.");
  const std::set<long long>& held = tagged_[page.getObjGen()];
  for (const long long mark : painted.marks)
    if (!held.contains(mark)) {
      problems_.push_back(name + " shows something that has no tag (mark " + std::to_string(mark) + ").");
      break;
    }
  QPDFObjectHandle annotations = page.getKey("/Annots");
  if (!annotations.isArray() || annotations.getArrayNItems() == 0) return;
  QPDFObjectHandle tabs = page.getKey("/Tabs");
  if (!tabs.isName() || tabs.getName() != "/S")
    problems_.push_back(name + " does not say that its links follow the order of the tags.");
  for (int i = 0; i < annotations.getArrayNItems(); ++i)
    check_annotation(annotations.getArrayItem(i), number);
}

void StructureCheck::check_annotation(QPDFObjectHandle annotation, int number) {
  const std::string page = " on page " + std::to_string(number);
  QPDFObjectHandle kind = annotation.isDictionary() ? annotation.getKey("/Subtype") : annotation;
  if (!kind.isName() || kind.getName() != "/Link") {
    problems_.push_back("There is an annotation that is no link" + page + ".");
    return;
  }
  if (text_at(annotation, "/Contents").empty()) problems_.push_back("A link" + page + " has no description.");
  if (!annotation.getKey("/StructParent").isInteger()) problems_.push_back("A link" + page + " has no tag.");
}

}  // namespace sightline::pdf
