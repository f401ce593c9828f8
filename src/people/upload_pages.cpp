// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "people/upload_pages.h"

#include "base/number.h"

namespace sightline::people {

namespace {

/// So much is read of a form whose file is too large. REQUIRES: every file that may be sent is smaller by
/// far.
constexpr std::uint64_t kMostRead = 64'000'000;

constexpr const char* kWhatToDo = "Save it in parts, or with smaller pictures.";

std::string limit_in_words(std::uint64_t most_bytes) {
  return size_in_words(static_cast<std::int64_t>(most_bytes));
}

/// What is said of a file after its name.
std::string is_too_large(std::uint64_t most_bytes) {
  return "is larger than " + limit_in_words(most_bytes) + ". " + kWhatToDo;
}

bool is_far_too_large(const http::Request& request) {
  const auto length = http::positive_number(request.header("Content-Length").value_or(""));
  return length && static_cast<std::uint64_t>(*length) > kMostRead;
}

}  // namespace

void OneFile::begin(const http::Upload& upload) {
  is_wanted_ = upload.field == "file" && name.empty() && !upload.name.empty();
  if (is_wanted_) name = http::display_name(upload.name);
}

void OneFile::write(std::string_view bytes) {
  if (!is_wanted_ || is_too_large_) return;
  is_too_large_ = content.size() + bytes.size() > most_bytes_;
  if (is_too_large_)
    content = std::string();
  else
    content += bytes;
}

std::optional<Refusal> OneFile::refuse_too_large() const {
  if (!is_too_large_) return std::nullopt;
  return Refusal{Refusal::Kind::Invalid,
                 "The file was not taken.",
                 {{"file", "“" + name + "” " + is_too_large(most_bytes_)}}};
}

html::Html file_input(html::govuk::FileUpload options, std::uint64_t most_bytes) {
  options.name = "file";
  options.attributes = {html::data_("module", "app-file-size"),
                        html::data_("most-bytes", std::to_string(most_bytes)),
                        html::data_("too-large", is_too_large(most_bytes))};
  return html::govuk::file_upload(options);
}

http::RouteOptions upload_of_file(const Web& web, std::uint64_t most_bytes) {
  http::RouteOptions options = web.upload(kMostRead);
  options.before_body = [most_bytes, may_send = options.before_body](
                            const http::Request& request) -> std::optional<http::Response> {
    if (auto answer = may_send(request)) return answer;
    if (!is_far_too_large(request)) return std::nullopt;
    return http::problem(http::Status::ContentTooLarge, "A file of at most " + limit_in_words(most_bytes) +
                                                            " can be sent here. " + kWhatToDo);
  };
  return options;
}

}  // namespace sightline::people
