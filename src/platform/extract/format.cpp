// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//

#include "platform/extract/format.h"

#include <cstdlib>

#include "base/text.h"

namespace sightline::extract {

std::optional<Format> format_of(std::string_view file_name) {
  const std::size_t dot = file_name.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const std::string ending = lower_ascii(file_name.substr(dot + 1));
  return ending == "htm" ? Format::Html : from_word<Format>(ending);
}

std::string_view reason(Unreadable why) {
  switch (why) {
    case Unreadable::WrongType:
      return "its content is not what its name says";
    case Unreadable::Broken:
      return "it is damaged or incomplete";
    case Unreadable::Encrypted:
      return "it is protected by a password; remove the password and upload it again";
    case Unreadable::TooLarge:
      return "it is too large: at most 25 MB, 2,000 pages and 5 MB of text are taken";
    case Unreadable::Swells:
      return "it is packed so that it would grow far beyond its size";
    case Unreadable::DocumentType:
      return "it brings its own XML definitions, which no word processor writes";
    case Unreadable::NotUtf8:
      return "its text is not in UTF-8; save it again as UTF-8";
    case Unreadable::NoText:
      return "it holds no text; if it is a scan, have the text recognised first";
    case Unreadable::TookTooLong:
      return "reading it took too long";
    case Unreadable::Forbidden:
      return "it made the program that reads it attempt something forbidden";
    case Unreadable::Busy:
      return "too many documents are being read at the moment; try again in a minute";
    case Unreadable::NoSandbox:
      return "this machine cannot shut in the program that reads documents (it needs Landlock and seccomp in "
             "the kernel), so none is opened; tell the person who runs the service";
  }
  std::abort();
}

}  // namespace sightline::extract
