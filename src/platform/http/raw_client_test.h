// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// For tests: a client that sends exactly the bytes it is told to, well-formed or not.

#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace sightline::http {

struct RawAnswer {
  int status = 0;  ///< 0 if nothing came.
  std::string head;
  std::string content;

  bool has(std::string_view line) const { return head.find(line) != std::string::npos; }
  std::string field(std::string_view name) const {
    const auto at = head.find("\r\n" + std::string(name) + ": ");
    if (at == std::string::npos) return "";
    const auto begin = at + name.size() + 4;
    return head.substr(begin, head.find("\r\n", begin) - begin);
  }
};

class RawClient {
 public:
  explicit RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    // The one cast the socket interface asks for.
    is_connected_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  }
  explicit RawClient(const std::string& unix_path)
      : socket_(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    unix_path.copy(address.sun_path, sizeof address.sun_path - 1);
    is_connected_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  }
  ~RawClient() {
    if (socket_ >= 0) ::close(socket_);
  }
  RawClient(RawClient&& other) noexcept
      : socket_(std::exchange(other.socket_, -1)),
        is_connected_(other.is_connected_),
        received_(std::move(other.received_)) {}
  RawClient& operator=(RawClient&&) = delete;

  bool is_connected() const { return is_connected_; }

  /// What the server no longer wants is dropped, as a real client's would be.
  RawClient& send(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (count <= 0) break;
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return *this;
  }

  RawClient& finish_sending() {
    ::shutdown(socket_, SHUT_WR);
    return *this;
  }

  enum class Content { Expected, None };

  /// The next answer; status 0 if the connection ends before one is complete.
  RawAnswer read(Content expected = Content::Expected) {
    RawAnswer answer;
    auto end = received_.find("\r\n\r\n");
    while (end == std::string::npos) {
      if (!receive()) return answer;
      end = received_.find("\r\n\r\n");
    }
    answer.head = received_.substr(0, end + 2);
    received_.erase(0, end + 4);
    const std::string length = answer.field("Content-Length");
    const std::size_t size = expected == Content::None || length.empty() ? 0 : std::stoul(length);
    while (received_.size() < size)
      if (!receive()) return answer;
    answer.content = received_.substr(0, size);
    received_.erase(0, size);
    answer.status = std::stoi(answer.head.substr(9, 3));
    return answer;
  }

  /// The next answer if it comes so soon; else status 0, and it may still be read later.
  RawAnswer read_within(std::chrono::milliseconds patience) {
    if (received_.find("\r\n\r\n") == std::string::npos && !is_readable_within(patience)) return {};
    return read();
  }

  /// Waits until the server resets or closes, without reading what it sends.
  bool is_hung_up() {
    pollfd ended = {socket_, POLLRDHUP, 0};
    return ::poll(&ended, 1, kPatience) == 1;
  }

  /// Waits until the server closes and says whether it sent nothing more before that.
  bool is_closed_without_a_word() {
    while (receive()) {
    }
    return received_.empty() && ended_;
  }

 private:
  static constexpr int kPatience = 20'000;  // Milliseconds after which a test fails rather than hangs.

  bool is_readable_within(std::chrono::milliseconds patience) {
    pollfd readable = {socket_, POLLIN, 0};
    return ::poll(&readable, 1, static_cast<int>(patience.count())) == 1;
  }

  bool receive() {
    if (!is_readable_within(std::chrono::milliseconds(kPatience))) return false;
    std::array<char, 65536> bytes;
    const auto count = ::recv(socket_, bytes.data(), bytes.size(), 0);
    if (count <= 0) {
      ended_ = true;
      return false;
    }
    received_.append(bytes.data(), static_cast<std::size_t>(count));
    return true;
  }

  int socket_;
  bool is_connected_ = false;
  bool ended_ = false;
  std::string received_;
};

}  // namespace sightline::http
