// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//

#include "platform/document/package.h"

#include <zip.h>

namespace sightline::document {

using extract::Unreadable;

namespace {

struct Close {
  void operator()(zip_file_t* file) const { ::zip_fclose(file); }
};

}  // namespace

struct Package::Archive {
  explicit Archive(zip_t* opened) : handle(opened) {}
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;
  ~Archive() { ::zip_discard(handle); }

  zip_t* handle;
};

Package::Package(std::unique_ptr<Archive> archive) : archive_(std::move(archive)) {}
Package::Package(Package&&) noexcept = default;
Package& Package::operator=(Package&&) noexcept = default;
Package::~Package() = default;

std::variant<Package, Unreadable> Package::open(std::string_view archive) {
  zip_source_t* const bytes =
      ::zip_source_buffer_create(archive.data(), archive.size(), /*freep=*/0, nullptr);
  if (bytes == nullptr) return Unreadable::Broken;
  zip_t* const opened = ::zip_open_from_source(bytes, ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
  if (opened == nullptr) {
    ::zip_source_free(bytes);
    return Unreadable::Broken;
  }
  Package package(std::make_unique<Archive>(opened));
  if (::zip_get_num_entries(opened, 0) > kMostEntries) return Unreadable::Swells;
  return package;
}

bool Package::has(const std::string& name) const {
  return ::zip_name_locate(archive_->handle, name.c_str(), 0) >= 0;
}

std::variant<std::string, Unreadable> Package::content(const std::string& name) const {
  zip_stat_t stated;
  ::zip_stat_init(&stated);
  if (::zip_stat(archive_->handle, name.c_str(), 0, &stated) != 0) return Unreadable::Broken;
  if ((stated.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stated.encryption_method != ZIP_EM_NONE)
    return Unreadable::Encrypted;
  const std::unique_ptr<zip_file_t, Close> file(::zip_fopen_index(archive_->handle, stated.index, 0));
  if (!file) return Unreadable::Broken;

  std::string content;
  char piece[64 * 1024];
  for (;;) {
    const zip_int64_t count = ::zip_fread(file.get(), piece, sizeof piece);
    if (count < 0) return Unreadable::Broken;
    if (count == 0) return content;
    content.append(piece, static_cast<std::size_t>(count));
    const bool swells = content.size() > kRatioMatters && content.size() / kMostRatio > stated.comp_size;
    if (content.size() > kMostEntryBytes || swells) return Unreadable::Swells;
  }
}

}  // namespace sightline::document
