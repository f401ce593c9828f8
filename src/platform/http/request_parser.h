// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Boost.Beast's parser of HTTP/1, filling our own header and body.
//
// Included by server.cpp alone: Beast is slow to compile.

#pragma once

#include <boost/beast/http/basic_parser.hpp>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "platform/http/request_body.h"
#include "platform/http/request_head.h"

namespace sightline::http {

class RequestParser : public boost::beast::http::basic_parser<true> {
 public:
  using Error = boost::beast::error_code;

  RequestParser() {
    header_limit(UINT32_MAX);  // HeadScanner has held the header against ours.
    body_limit(boost::none);
    eager(false);
  }

  RequestHead head;
  RequestBody body;

 private:
  using Text = boost::beast::string_view;
  static std::string_view view(Text text) { return {text.data(), text.size()}; }

  void on_request_impl(boost::beast::http::verb, Text method, Text target, int version, Error&) override {
    head.method = view(method);
    head.target = view(target);
    head.version = version;
  }
  void on_response_impl(int, Text, int, Error&) override {}

  // Beast reports the trailer of a chunked body here too; a trailer must not add
  // a cookie or a host after the header has been judged, so it is passed over.
  void on_field_impl(boost::beast::http::field, Text name, Text value, Error&) override {
    if (!has_header_) head.headers.add(view(name), view(value));
  }
  void on_header_impl(Error&) override { has_header_ = true; }
  void on_body_init_impl(boost::optional<std::uint64_t> const&, Error&) override {}
  std::size_t on_body_impl(Text bytes, Error&) override {
    body.append(view(bytes));
    return bytes.size();
  }
  void on_chunk_header_impl(std::uint64_t, Text, Error&) override {}
  std::size_t on_chunk_body_impl(std::uint64_t, Text bytes, Error& error) override {
    return on_body_impl(bytes, error);
  }
  void on_finish_impl(Error&) override {}

  bool has_header_ = false;
};

}  // namespace sightline::http
