// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The tags of a PDF and what they hold. Private to platform/pdf.

#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "platform/pdf/qpdf.h"

namespace sightline::pdf {

using Problems = std::vector<std::string>;

/// Walks the tags once, in the order in which they are read.
class StructureCheck {
 public:
  StructureCheck(QPDF& pdf, Problems& problems) : pdf_(pdf), problems_(problems) {}

  void run();

 private:
  void walk(QPDFObjectHandle element, QPDFObjectHandle page, int depth);
  void walk_children(QPDFObjectHandle children, const QPDFObjectHandle& page, int depth);
  void check_element(const std::string& role, QPDFObjectHandle element);
  void check_heading(int level);
  void check_page(QPDFObjectHandle page, int number);
  void check_annotation(QPDFObjectHandle annotation, int number);
  std::string role_of(QPDFObjectHandle element);

  QPDF& pdf_;
  Problems& problems_;
  QPDFObjectHandle roles_ = QPDFObjectHandle::newNull();
  std::set<QPDFObjGen> seen_;
  std::map<QPDFObjGen, std::set<long long>> tagged_;  // of each page: the marks that tags hold
  std::vector<int> headers_;                          // of each open table: its header cells
  int heading_level_ = 0;
  int elements_ = 0;
};

}  // namespace sightline::pdf
