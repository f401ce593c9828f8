// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Browser: fetches pages and sends forms over real HTTP, for the tests of every
// feature's pages.

#pragma once

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <string_view>

#include "platform/http/fields.h"
#include "platform/http/raw_client_test.h"

namespace sightline::people::testing {

/// A browser that keeps cookies and follows nothing.
class Browser {
 public:
  explicit Browser(std::uint16_t port) : host_("127.0.0.1:" + std::to_string(port)), port_(port) {}

  http::RawAnswer get(const std::string& target) {
    return exchange("GET " + target + " HTTP/1.1\r\nHost: " + host_ + "\r\n" + cookie_line() + "\r\n");
  }

  /// Sends a form as a browser does from the page that `origin` names; this site unless set.
  http::RawAnswer post(const std::string& target, http::Fields form, std::string origin = "") {
    if (origin.empty()) origin = "http://" + host_;
    const std::string body = http::encode_fields(form);
    return exchange("POST " + target + " HTTP/1.1\r\nHost: " + host_ + "\r\n" + cookie_line() + "Origin: " +
                    origin + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
                    std::to_string(body.size()) + "\r\n\r\n" + body);
  }

  /// Sends JSON as a script of a page does, with the token of the session.
  http::RawAnswer send_json(const std::string& method, const std::string& target, const std::string& body,
                            const std::string& token) {
    return exchange(method + " " + target + " HTTP/1.1\r\nHost: " + host_ + "\r\n" + cookie_line() +
                    "Origin: http://" + host_ + "\r\nX-CSRF-Token: " + token +
                    "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
                    "\r\n\r\n" + body);
  }

  /// The same for a form with one file in it.
  http::RawAnswer post_with_file(const std::string& target, const http::Fields& fields,
                                 const std::string& field, const std::string& file_name,
                                 const std::string& content) {
    std::string body;
    for (const auto& [name, value] : fields)
      body += "--cut\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    body += "--cut\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + file_name +
            "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--cut--\r\n";
    return exchange("POST " + target + " HTTP/1.1\r\nHost: " + host_ + "\r\n" + cookie_line() +
                    "Origin: http://" + host_ + "\r\nContent-Type: multipart/form-data; boundary=cut\r\n" +
                    "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
  }

  /// The hidden token of the form on that page.
  std::string token_on(const std::string& target) {
    const std::string page = get(target).content;
    const std::string before = "name=\"csrf_token\" value=\"";
    const std::size_t at = page.find(before);
    REQUIRE(at != std::string::npos);
    const std::size_t begin = at + before.size();
    return page.substr(begin, page.find('"', begin) - begin);
  }

  http::RawAnswer sign_in(const std::string& email, const std::string& password,
                          const std::string& then = "") {
    return post(
        "/sign-in",
        {{"csrf_token", token_on("/sign-in")}, {"email", email}, {"password", password}, {"then", then}});
  }

  std::map<std::string, std::string> cookies;

 private:
  http::RawAnswer exchange(const std::string& request) {
    http::RawAnswer answer = http::RawClient(port_).send(request).read();
    for (std::size_t at = answer.head.find("\r\nSet-Cookie: "); at != std::string::npos;
         at = answer.head.find("\r\nSet-Cookie: ", at + 1)) {
      const std::size_t begin = at + 14, equals = answer.head.find('=', begin);
      const std::size_t end = answer.head.find(';', equals);
      const std::string name = answer.head.substr(begin, equals - begin);
      cookies[name] = answer.head.substr(equals + 1, end - equals - 1);
      if (cookies[name].empty()) cookies.erase(name);
    }
    return answer;
  }

  std::string cookie_line() const {
    std::string line;
    for (const auto& [name, value] : cookies) line += (line.empty() ? "Cookie: " : "; ") + name + "=" + value;
    return line.empty() ? line : line + "\r\n";
  }

  std::string host_;
  std::uint16_t port_;
};

inline bool says(const http::RawAnswer& answer, std::string_view words) {
  return answer.content.find(words) != std::string::npos;
}

}  // namespace sightline::people::testing
