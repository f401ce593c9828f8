// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The form that attaches an evaluation: fields and file to details and content.

#pragma once

#include "evaluation/evaluation_service.h"
#include "people/web_pages.h"

namespace sightline::evaluation {

/// Keeps the one file of the form in memory.
class OneFile final : public http::UploadSink {
 public:
  void begin(const http::Upload& upload) override;
  void write(std::string_view bytes) override;
  void end() override { is_wanted_ = false; }

  /// A browser sends a file without a name where none was chosen.
  bool is_chosen() const { return !name.empty() && (!content.empty() || name != http::display_name("")); }

  std::string name;
  std::string content;

 private:
  bool is_wanted_ = false;
};

/// The command, or every field that is wrong. One of file and text is taken, never both ("file").
Result<AttachEvaluation> attachment_in(const http::Form& form, OneFile file, std::string publication_key);

/// The fields as typed, each problem beside its own. A file cannot be given back: it is chosen anew.
html::Html attachment_inputs(const http::Form& typed, const html::Problems& problems);

void add_evaluation_routes(http::Router& router, const people::Web& web);
void add_one_evaluation_routes(http::Router& router, const people::Web& web);
void add_before_and_after_routes(http::Router& router, const people::Web& web);

}  // namespace sightline::evaluation
