// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// multipart/form-data (RFC 7578): forms with files, read piece by piece.
//
// Text fields are collected; the bytes of files go to a sink as they come, so a
// large document never lies in memory. Strict: what no browser sends is refused
// rather than repaired (a preamble, an epilogue, nested parts, transfer encodings).
// The result does not depend on how the body was cut into pieces.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "platform/http/fields.h"

namespace sightline::http {

/// One file of a form, as the browser describes it. Nothing here may be trusted.
struct Upload {
  std::string field;  ///< Name of the form field.
  std::string name;   ///< For showing to people only; see display_name(). Never a path.
  std::string type;   ///< What the browser claims: "application/pdf". May be empty.
};

/// Takes the files of a form: begin, write any number of times, end. No file
/// begins before the one before it has ended.
class UploadSink {
 public:
  virtual ~UploadSink() = default;
  virtual void begin(const Upload& upload) = 0;
  virtual void write(std::string_view bytes) = 0;
  virtual void end() = 0;
};

struct MultipartLimits {
  std::size_t parts = 200;
  std::size_t header_bytes = 4 * 1024;  ///< Of one part.
  std::size_t name_bytes = 200;
  std::size_t value_bytes = 256 * 1024;            ///< Of one text field.
  std::uint64_t file_bytes = 64ULL * 1024 * 1024;  ///< Of one file.
};

class MultipartParser {
 public:
  enum class State { Reading, Refused };

  // REQUIRES: the sink outlives the parser.
  MultipartParser(std::string_view boundary, const MultipartLimits& limits, UploadSink& sink);

  /// Once refused, stays refused and reads nothing more.
  State feed(std::string_view bytes);

  /// To be called once, after the last byte. Refused if the closing boundary did not come.
  Result<Form> finish();

 private:
  enum class Place { BeforeFirstBoundary, AfterBoundary, InHeader, InText, InFile, AfterLastBoundary };

  bool step();
  bool step_first_boundary();
  bool step_after_boundary();
  bool step_header();
  bool step_content();
  bool step_end();
  void begin_part(std::string_view header);
  void take_content(std::string_view bytes);
  void end_part();
  void refuse(const char* sentence);

  std::string delimiter_;  ///< CR LF, two hyphens, the boundary.
  MultipartLimits limits_;
  UploadSink& sink_;
  Place place_ = Place::BeforeFirstBoundary;
  std::string pending_;  ///< Bytes not yet decided upon; at most one piece and one header or delimiter.
  std::size_t parts_ = 0;
  std::string field_;
  std::string value_;
  std::uint64_t file_bytes_ = 0;
  Form form_;
  std::optional<Refusal> refusal_;
};

/// The boundary named by a Content-Type of multipart/form-data; none for any other type or a bad boundary.
std::optional<std::string> multipart_boundary(std::string_view content_type);

/// What may be shown as the name of a file: the last segment, without control
/// characters, without the invisible characters that reverse or hide text, at
/// most 200 bytes, never empty, never beginning with a dot.
std::string display_name(std::string_view claimed);

}  // namespace sightline::http
