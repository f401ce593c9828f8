// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// spdlog and fmt behind log.h.

#include "platform/log/log.h"

#include <fmt/format.h>
#include <spdlog/logger.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <iterator>
#include <mutex>
#include <sstream>
#include <utility>

namespace sightline::log {

namespace {

using Logger = std::shared_ptr<spdlog::logger>;

Logger make_logger(spdlog::sink_ptr sink, spdlog::level::level_enum from) {
  auto logger = std::make_shared<spdlog::logger>("sightline", std::move(sink));
  logger->set_formatter(std::make_unique<spdlog::pattern_formatter>(
      R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})", spdlog::pattern_time_type::utc, "\n"));
  logger->set_level(from);
  logger->flush_on(spdlog::level::trace);
  return logger;
}

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
  current.set(make_logger(std::make_shared<spdlog::sinks::stderr_sink_mt>(), spdlog_level(from)));
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
