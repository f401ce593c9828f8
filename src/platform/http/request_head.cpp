// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// RFC 9112 sections 2.2 to 6.3 and RFC 9110 section 7.2, each rule on its strict side.

#include "platform/http/request_head.h"

#include <algorithm>

namespace sightline::http {

namespace {

constexpr std::size_t kMostHeaders = 100;

std::string_view host_without_port(std::string_view host) {
  const auto bracket = host.find(']');
  const auto colon = host.find(':', bracket == std::string_view::npos ? 0 : bracket);
  return host.substr(0, colon);
}

// A registered name, IPv4 address or [IPv6 address], then perhaps ":port".
bool is_host(std::string_view host) {
  const std::string_view name = host_without_port(host);
  std::string_view port = host.substr(name.size());
  const bool is_bracketed = name.starts_with('[');
  const auto is_allowed = [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || (is_bracketed && c == ':');
  };
  const std::string_view inner =
      is_bracketed ? name.substr(1, name.size() - std::min<std::size_t>(name.size(), 2)) : name;
  if (inner.empty() || (is_bracketed && !name.ends_with(']'))) return false;
  if (!std::all_of(inner.begin(), inner.end(), is_allowed)) return false;
  if (port.empty()) return true;
  port.remove_prefix(1);
  return port.size() <= 5 &&
         std::all_of(port.begin(), port.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<Fault> fault_of_host(const RequestHead& head, const std::vector<std::string>& hosts) {
  const auto host = head.headers.find("Host");
  if (head.headers.count("Host") > 1) return Fault{Status::BadRequest, "More than one Host field."};
  if (!host) {
    if (head.version == 11) return Fault{Status::BadRequest, "The Host field is missing."};
    return std::nullopt;
  }
  if (!is_host(*host)) return Fault{Status::BadRequest, "The Host field is malformed."};
  const auto is_ours = [&](const std::string& name) {
    return equal_without_case(name, host_without_port(*host));
  };
  if (!hosts.empty() && std::none_of(hosts.begin(), hosts.end(), is_ours))
    return Fault{Status::MisdirectedRequest, "This server does not answer to that name."};
  return std::nullopt;
}

// "gzip, chunked" is proper but unknown here (501); a list that does not end in
// chunked, or says so twice, leaves the length of the body open to dispute (400).
Fault fault_of_other_coding(std::string_view coding) {
  const auto comma = coding.rfind(',');
  const bool ends_chunked = comma != std::string_view::npos &&
                            equal_without_case(without_padding(coding.substr(comma + 1)), "chunked");
  if (ends_chunked)
    for (const std::string_view known : {"gzip", "x-gzip", "deflate", "compress", "x-compress"})
      if (equal_without_case(without_padding(coding.substr(0, comma)), known))
        return {Status::NotImplemented, "This transfer coding is not known here."};
  return {Status::BadRequest, "The Transfer-Encoding is malformed."};
}

std::optional<Fault> fault_of_length(const RequestHead& head) {
  const auto coding = head.headers.find("Transfer-Encoding");
  const auto length = head.headers.find("Content-Length");
  if (head.headers.count("Content-Length") > 1)
    return Fault{Status::BadRequest, "More than one Content-Length."};
  if (length && !std::all_of(length->begin(), length->end(), [](char c) { return c >= '0' && c <= '9'; }))
    return Fault{Status::BadRequest, "The Content-Length is malformed."};
  if (!coding) return std::nullopt;
  if (length) return Fault{Status::BadRequest, "Both Content-Length and Transfer-Encoding."};
  if (head.version < 11 || head.headers.count("Transfer-Encoding") > 1)
    return Fault{Status::BadRequest, "The Transfer-Encoding is malformed."};
  if (!equal_without_case(*coding, "chunked")) return fault_of_other_coding(*coding);
  return std::nullopt;
}

}  // namespace

HeadScanner::Verdict HeadScanner::scan(std::string_view received, const Limits& limits) {
  while (position_ < received.size()) {
    const Verdict verdict = judge(received[position_], limits);
    if (verdict != Verdict::Incomplete) return verdict;
  }
  return Verdict::Incomplete;
}

// Looks at one byte and, unless it is malformed, steps over it.
HeadScanner::Verdict HeadScanner::judge(char c, const Limits& limits) {
  const auto byte = static_cast<unsigned char>(c);
  if (in_request_line_ && position_ >= limits.request_line_bytes) return Verdict::TargetTooLong;
  if (position_ >= limits.header_bytes) return Verdict::TooLarge;
  if (after_return_) {
    if (c != '\n') return Verdict::Malformed;
    after_return_ = false;
    in_request_line_ = false;
    const bool is_blank = position_ - line_begin_ == 1;
    line_begin_ = ++position_;
    return is_blank ? Verdict::Complete : Verdict::Incomplete;
  }
  if (c == '\r') {
    after_return_ = true;
  } else {
    const bool begins_folded_line = position_ == line_begin_ && (c == ' ' || c == '\t');
    const bool is_control = (byte < 0x20 && c != '\t') || byte == 0x7F;
    if (begins_folded_line || is_control) return Verdict::Malformed;
  }
  ++position_;
  return Verdict::Incomplete;
}

bool names_a_version(std::string_view head) {
  const std::string_view line = head.substr(0, head.find('\r'));
  const auto version = line.rfind(" HTTP/");
  return std::count(line.begin(), line.end(), ' ') == 2 && version != std::string_view::npos &&
         line.size() == version + 9 && line[version + 6] >= '0' && line[version + 6] <= '9';
}

std::optional<Fault> fault_of(const RequestHead& head, const std::vector<std::string>& hosts) {
  if (head.headers.size() > kMostHeaders)
    return Fault{Status::RequestHeaderFieldsTooLarge, "There are too many header fields."};
  if (auto fault = fault_of_length(head)) return fault;
  if (auto fault = fault_of_host(head, hosts)) return fault;
  if (!method_named(head.method)) return Fault{Status::NotImplemented, "This method is not known here."};
  const auto target = parse_target(head.target);
  if (!target) return Fault{Status::BadRequest, "The address is malformed."};
  if (!target->authority.empty() &&
      target->authority != head.headers.find("Host").value_or(target->authority))
    return Fault{Status::BadRequest, "The address and the Host field differ."};
  const auto expectation = head.headers.find("Expect");
  if (expectation && !equal_without_case(*expectation, "100-continue"))
    return Fault{Status::ExpectationFailed, "This expectation cannot be met."};
  return std::nullopt;
}

}  // namespace sightline::http
