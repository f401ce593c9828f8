// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What every form with a file shares. A file that is too large is refused by its name
// and with the limit: by the browser before it is sent, where it runs scripts
// (web/file_size.ts); else by the form, which comes back with all that was typed.
// Only what is far larger is not read at all.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "people/web_pages.h"

namespace sightline::people {

/// Keeps the file of the field "file" in memory; of one larger than `most_bytes` the name alone.
class OneFile final : public http::UploadSink {
 public:
  explicit OneFile(std::uint64_t most_bytes) : most_bytes_(most_bytes) {}

  void begin(const http::Upload& upload) override;
  void write(std::string_view bytes) override;
  void end() override { is_wanted_ = false; }

  /// A browser sends a file without a name where none was chosen.
  bool is_chosen() const { return !name.empty() && (!content.empty() || name != http::display_name("")); }

  /// Beside "file": which file is too large, and how large it may be. Nothing when it is not.
  std::optional<Refusal> refuse_too_large() const;

  std::string name;
  std::string content;

 private:
  std::uint64_t most_bytes_;
  bool is_wanted_ = false;
  bool is_too_large_ = false;
};

/// The field "file".
html::Html file_input(html::govuk::FileUpload options, std::uint64_t most_bytes);

/// For the route of the form: Web::upload(), for a file of at most so many bytes.
http::RouteOptions upload_of_file(const Web& web, std::uint64_t most_bytes);

}  // namespace sightline::people
