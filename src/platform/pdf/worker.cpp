// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/pdf/worker.h"

#include <unistd.h>

#include <cstdlib>
#include <mutex>
#include <optional>
#include <string_view>

#include "platform/json/json.h"
#include "platform/pdf/child_process.h"
#include "platform/pdf/embedded.h"

namespace sightline::pdf {
namespace {

using std::chrono::steady_clock;
using Outcome = ChildProcess::Outcome;
using Deadline = ChildProcess::Deadline;

constexpr std::size_t kLongestAnswer = 64 * 1024;
constexpr std::int64_t kLargestPdf = 256 * 1024 * 1024;

Refusal refused(std::string message) {
  return {Refusal::Kind::WrongState, std::move(message), {}};
}

Refusal not_here(const std::string& reason) {
  return refused(std::string(kCannotBeMadeHere) + reason);
}

std::filesystem::path found_in_path(std::string_view program) {
  const char* path = std::getenv("PATH");
  std::string_view rest = path ? path : "";
  while (!rest.empty()) {
    const auto end = std::min(rest.find(':'), rest.size());
    const auto candidate = std::filesystem::path(rest.substr(0, end)) / program;
    if (candidate.is_absolute() && ::access(candidate.c_str(), X_OK) == 0) return candidate;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return {};
}

const std::string* text_in(const json::Object& answer, std::string_view name) {
  const json::Value* value = answer.find(name);
  return value ? value->get_if<std::string>() : nullptr;
}

std::optional<std::int64_t> number_in(const json::Object& answer, std::string_view name) {
  const json::Value* value = answer.find(name);
  const auto* number = value ? value->get_if<std::int64_t>() : nullptr;
  return number ? std::optional(*number) : std::nullopt;
}

}  // namespace

/// The worker's own side: the process, if one is warm, and who may talk to it.
class Worker::Desk {
 public:
  explicit Desk(WorkerOptions options) : options_(std::move(options)) {}

  Result<Pdf> set(const std::string& job) {
    const std::lock_guard turn(turns_);
    const Deadline deadline = steady_clock::now() + options_.deadline;
    for (int attempt = 1; attempt <= 2; ++attempt) {
      if (!process_)
        if (auto refusal = start(deadline)) return *std::move(refusal);
      if (auto answer = asked(job, deadline)) return *std::move(answer);
      process_.reset();
    }
    return refused("The process that sets PDF files ended twice without an answer.");
  }

 private:
  std::optional<Refusal> start(Deadline deadline) {
    const auto node = options_.node.empty() ? found_in_path("node") : options_.node;
    if (node.empty() || ::access(node.c_str(), X_OK) != 0)
      return not_here("Node is not installed (Debian: apt-get install nodejs).");
    if (!std::filesystem::is_directory(options_.fonts))
      return not_here("the font Open Sans is not installed (Debian: apt-get install fonts-open-sans).");
    process_.emplace(std::vector<std::string>{node.string(), "--max-old-space-size=1024",
                                              "--input-type=module", "--eval", std::string(worker_script())});
    const json::Object greeting{{"packages", std::filesystem::absolute(options_.packages).string()},
                                {"fonts", options_.fonts.string()},
                                {"template", report_template()}};
    std::string line;
    Outcome outcome = process_->write(json::write(greeting) + "\n", deadline);
    if (outcome == Outcome::Done) outcome = process_->read_line(line, kLongestAnswer, deadline);
    if (outcome == Outcome::Done && line == R"({"ready":true})") return std::nullopt;
    process_.reset();
    if (outcome == Outcome::Late) return late();
    if (line.empty()) return not_here("Node ended before it was ready; it must be version 18 or newer.");
    return not_here("the Typst compiler is not installed (run `npm ci` where package.json lies).");
  }

  /// Nothing when the process died, so that another one may try.
  std::optional<Result<Pdf>> asked(const std::string& job, Deadline deadline) {
    std::string line;
    Outcome outcome = process_->write(job, deadline);
    if (outcome == Outcome::Done) outcome = process_->read_line(line, kLongestAnswer, deadline);
    if (outcome == Outcome::Late) return stopped();
    if (outcome == Outcome::Ended) return std::nullopt;
    const auto parsed = json::parse(line);
    const auto* answer = parsed ? (*parsed).get_if<json::Object>() : nullptr;
    if (answer == nullptr) return std::nullopt;
    if (const auto* error = text_in(*answer, "error"))
      return refused("The report cannot be set as a PDF: " + *error + ".");
    const auto size = number_in(*answer, "bytes"), pages = number_in(*answer, "pages");
    if (!size || !pages || *size < 0 || *size > kLargestPdf) return std::nullopt;
    Pdf pdf{"", static_cast<int>(*pages)};
    outcome = process_->read(pdf.bytes, static_cast<std::size_t>(*size), deadline);
    if (outcome == Outcome::Late) return stopped();
    if (outcome == Outcome::Ended) return std::nullopt;
    return Result<Pdf>(std::move(pdf));
  }

  Refusal stopped() {
    process_.reset();
    return late();
  }
  Refusal late() const {
    return refused("Setting the PDF took longer than " + std::to_string(options_.deadline.count()) +
                   " ms and was stopped.");
  }

  const WorkerOptions options_;
  std::mutex turns_;
  std::optional<ChildProcess> process_;
};

Worker::Worker(WorkerOptions options) : desk_(std::make_unique<Desk>(std::move(options))) {}
Worker::~Worker() = default;

Result<Pdf> Worker::set(const Report& report) {
  SIGHTLINE_TRY(json::Object content, to_json(report));
  const std::chrono::sys_seconds published = report.published.days();
  json::Object job;
  job.add("report", std::move(content)).add("published", published.time_since_epoch().count());
  return desk_->set(json::write(job) + "\n");
}

}  // namespace sightline::pdf
