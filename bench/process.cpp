// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "process.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <system_error>
#include <thread>

namespace sightline::bench {

namespace {

[[noreturn]] void fail_with(const std::string& what) {
  throw std::system_error(errno, std::generic_category(), what);
}

sockaddr_in loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

}  // namespace

Socket::Socket() : handle_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  if (handle_ < 0) fail_with("socket");
}

Socket::~Socket() {
  ::close(handle_);
}

bool Socket::connects_to(int port) const {
  const sockaddr_in address = loopback(port);
  return ::connect(handle_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

void Socket::send(std::string_view bytes) const {
  if (::send(handle_, bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) fail_with("send");
}

Running::Running(const std::vector<std::string>& words, const std::filesystem::path& log)
    : log_(log), name_(words.front()) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) fail_with("pipe");
  const int errors = ::open(log.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
  if (errors < 0) fail_with(log.string());
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  id_ = ::fork();
  if (id_ < 0) fail_with("fork");
  if (id_ == 0) {
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    ::dup2(ends[1], STDOUT_FILENO);
    ::dup2(errors, STDERR_FILENO);
    ::execvp(arguments.front(), arguments.data());
    ::_exit(127);
  }
  ::close(ends[1]);
  ::close(errors);
  printed_ = ends[0];
}

Running::~Running() {
  if (id_ > 0) {
    ::kill(id_, SIGTERM);
    ::waitpid(id_, nullptr, 0);
  }
  ::close(printed_);
}

void Running::fail() const {
  std::ifstream file(log_);
  std::stringstream text;
  text << file.rdbuf();
  throw std::runtime_error(name_ + " ended early: " + text.str());
}

std::string Running::first_line() {
  std::string line;
  for (char next = 0; ::read(printed_, &next, 1) == 1; line += next)
    if (next == '\n') return line;
  fail();
}

std::string Running::output() {
  std::string all;
  char bytes[4096];
  for (ssize_t count = 0; (count = ::read(printed_, bytes, sizeof bytes)) > 0;)
    all.append(bytes, static_cast<std::size_t>(count));
  int status = 0;
  rusage used{};
  ::wait4(std::exchange(id_, -1), &status, 0, &used);
  peak_memory_ = static_cast<std::int64_t>(used.ru_maxrss) * 1024;
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) fail();
  return all;
}

int free_port() {
  const Socket socket;
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  if (::bind(socket.handle(), reinterpret_cast<sockaddr*>(&address), size) != 0 ||
      ::getsockname(socket.handle(), reinterpret_cast<sockaddr*>(&address), &size) != 0)
    fail_with("bind");
  return ntohs(address.sin_port);
}

void wait_for(int port) {
  for (int attempt = 0; attempt < 100; ++attempt) {
    if (Socket().connects_to(port)) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  throw std::runtime_error("nobody listens on port " + std::to_string(port));
}

std::string body_of(int port, const std::string& path, const std::vector<std::string>& headers) {
  std::string request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n";
  for (const std::string& header : headers) request += header + "\r\n";
  request += "\r\n";
  const Socket socket;
  if (!socket.connects_to(port)) fail_with("connect");
  socket.send(request);
  std::string answer;
  char bytes[16 * 1024];
  for (ssize_t count = 0; (count = ::recv(socket.handle(), bytes, sizeof bytes, 0)) > 0;)
    answer.append(bytes, static_cast<std::size_t>(count));
  const std::size_t body = answer.find("\r\n\r\n");
  if (!answer.starts_with("HTTP/1.1 200") || body == std::string::npos)
    throw std::runtime_error("GET " + path + ": " + answer.substr(0, answer.find('\r')));
  return answer.substr(body + 4);
}

}  // namespace sightline::bench
