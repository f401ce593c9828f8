// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// spdlog and fmt behind log.h.

#include "platform/log/log.h"

#include <fmt/format.h>
#include <spdlog/logger.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/ostream_sink.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <iterator>
#include <mutex>
#include <sstream>
#include <thread>
#include <utility>

namespace sightline::log {

namespace {

using Logger = std::shared_ptr<spdlog::logger>;

Logger make_logger(spdlog::sink_ptr sink, spdlog::level::level_enum from) {
  auto logger = std::make_shared<spdlog::logger>("sightline", std::move(sink));
  logger->set_formatter(std::make_unique<spdlog::pattern_formatter>(
      R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})", spdlog::pattern_time_type::utc, "\n"));
  logger->set_level(from);
  return logger;
}

/// Standard error, a little behind: a thread that serves a request gathers its line here and does not wait
/// for a disk. A warning or an error is written at once, after all that came before it.
class GatheredStderr final : public spdlog::sinks::base_sink<std::mutex> {
 public:
  GatheredStderr() : writer_([this] { work(); }) {}
  GatheredStderr(const GatheredStderr&) = delete;
  GatheredStderr& operator=(const GatheredStderr&) = delete;
  ~GatheredStderr() override {
    {
      const std::lock_guard lock(mutex_);
      is_over_ = true;
    }
    woken_.notify_one();
    writer_.join();
  }

 protected:
  void sink_it_(const spdlog::details::log_msg& message) override {
    spdlog::memory_buf_t line;
    formatter_->format(message, line);
    gathered_.append(line.data(), line.size());
    if (message.level >= spdlog::level::warn || gathered_.size() > kMost)
      flush_();
    else if (gathered_.size() == line.size())
      woken_.notify_one();
  }

  /// What cannot be written is dropped: there is no other place to say so.
  void flush_() override {
    std::string_view rest = gathered_;
    while (!rest.empty()) {
      const auto written = ::write(STDERR_FILENO, rest.data(), rest.size());
      if (written < 0 && errno != EINTR) break;
      if (written > 0) rest.remove_prefix(static_cast<std::size_t>(written));
    }
    gathered_.clear();
  }

 private:
  static constexpr std::chrono::milliseconds kBehind{100};
  static constexpr std::size_t kMost = 256 * 1024;

  void work() {
    std::unique_lock lock(mutex_);
    while (!is_over_) {
      woken_.wait(lock, [this] { return is_over_ || !gathered_.empty(); });
      woken_.wait_for(lock, kBehind, [this] { return is_over_; });
      flush_();
    }
    flush_();
  }

  std::string gathered_;
  std::condition_variable woken_;
  bool is_over_ = false;
  std::thread writer_;  // Last: it uses the others.
};

/// The logger of the moment; null while nothing is logged.
class Current {
 public:
  Logger get() const {
    const std::lock_guard lock(mutex_);
    return logger_;
  }
  void set(Logger logger) {
    const std::lock_guard lock(mutex_);
    logger_ = std::move(logger);
  }

 private:
  mutable std::mutex mutex_;
  Logger logger_;
};

Current current;

spdlog::level::level_enum spdlog_level(Level level) {
  switch (level) {
    case Level::Debug:
      return spdlog::level::debug;
    case Level::Info:
      return spdlog::level::info;
    case Level::Warning:
      return spdlog::level::warn;
    case Level::Error:
      break;
  }
  return spdlog::level::err;
}

struct WriteValue {
  fmt::memory_buffer& line;

  void operator()(bool value) const { fmt::format_to(std::back_inserter(line), "{}", value); }
  void operator()(std::int64_t value) const { fmt::format_to(std::back_inserter(line), "{}", value); }
  void operator()(Fingerprint value) const {
    fmt::format_to(std::back_inserter(line), "\"{:016x}\"", value.bits);
  }
  void operator()(Literal value) const { fmt::format_to(std::back_inserter(line), "\"{}\"", value.text()); }
  void operator()(const Identifier& value) const {
    fmt::format_to(std::back_inserter(line), "\"{}\"", value.text());
  }
};

void write(Level level, Literal event, Fields fields) {
  const Logger logger = current.get();
  if (!logger || !logger->should_log(spdlog_level(level))) return;
  fmt::memory_buffer line;
  fmt::format_to(std::back_inserter(line), "\"event\":\"{}\"", event.text());
  for (const Field& field : fields) {
    fmt::format_to(std::back_inserter(line), ",\"{}\":", word(field.key));
    std::visit(WriteValue{line}, field.value.content());
  }
  logger->log(spdlog_level(level), spdlog::string_view_t(line.data(), line.size()));
}

}  // namespace

void start(Level from) {
  current.set(make_logger(std::make_shared<GatheredStderr>(), spdlog_level(from)));
}

void stop() {
  current.set(nullptr);
}

void debug(Literal event, Fields fields) {
  write(Level::Debug, event, fields);
}
void info(Literal event, Fields fields) {
  write(Level::Info, event, fields);
}
void warning(Literal event, Fields fields) {
  write(Level::Warning, event, fields);
}
void error(Literal event, Fields fields) {
  write(Level::Error, event, fields);
}

struct Capture::Sink {
  std::ostringstream text;
  Logger before = current.get();
};

Capture::Capture() : sink_(std::make_unique<Sink>()) {
  current.set(
      make_logger(std::make_shared<spdlog::sinks::ostream_sink_mt>(sink_->text), spdlog::level::trace));
}

Capture::~Capture() {
  current.set(sink_->before);
}

std::string Capture::lines() const {
  return sink_->text.str();
}

}  // namespace sightline::log
