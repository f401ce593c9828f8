// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "pages.h"

#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <deque>
#include <fstream>
#include <stdexcept>
#include <thread>

#include "office.h"
#include "people/sign_in_service.h"
#include "people/web_pages.h"
#include "process.h"

namespace sightline::bench {

namespace {

/// What wrk reports.
struct Pace {
  double pages_per_second;
  double median_ms;
  double p99_ms;
};

/// The number after `label`, with wrk's unit turned into milliseconds where it has one.
double number_after(const std::string& report, const std::string& label) {
  const std::size_t at = report.find(label);
  if (at == std::string::npos) throw std::runtime_error("wrk did not report " + label + ":\n" + report);
  char* end = nullptr;
  const double number = std::strtod(report.c_str() + at + label.size(), &end);
  const std::string_view unit(end, 2);
  if (unit == "us") return number / 1000;
  if (unit.starts_with("s")) return number * 1000;
  return number;
}

Pace drive(int port, const std::string& path, const std::vector<std::string>& headers,
           const std::filesystem::path& workplace, const Load& load) {
  std::vector<std::string> words{"wrk", "-t1", "-c64", "-d" + std::to_string(load.lasting.count()) + "s",
                                 "--latency"};
  for (const std::string& header : headers) words.insert(words.end(), {"-H", header});
  words.push_back("http://127.0.0.1:" + std::to_string(port) + path);
  const std::string report = Running(words, workplace / "wrk.log").output();
  for (const char* trouble : {"Non-2xx", "Socket errors"})
    if (report.find(trouble) != std::string::npos) throw std::runtime_error(report);
  return {number_after(report, "Requests/sec:"), number_after(report, " 50%"), number_after(report, " 99%")};
}

/// The peer: two workers, no access log, one file kept open.
std::unique_ptr<Running> start_nginx(const std::filesystem::path& workplace, int port,
                                     const std::string& content) {
  const std::filesystem::path folder = workplace / "nginx";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "page.html") << content;
  std::ofstream configuration(folder / "nginx.conf");
  if (::geteuid() == 0) configuration << "user root;\n";  // the folder is readable by its owner alone
  configuration << "daemon off;\nworker_processes 2;\npid " << (folder / "pid").string()
                << ";\nerror_log stderr;\nevents { worker_connections 1024; }\nhttp {\n"
                << "access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000;\n"
                << "open_file_cache max=16;\ntypes { text/html html; }\n";
  for (const char* kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"})
    configuration << kind << "_temp_path " << (folder / kind).string() << ";\n";
  configuration << "server { listen 127.0.0.1:" << port << "; root " << folder.string() << "; }\n}\n";
  configuration.close();
  auto nginx = std::make_unique<Running>(
      std::vector<std::string>{"nginx", "-p", folder.string(), "-c", (folder / "nginx.conf").string()},
      workplace / "nginx.log");
  wait_for(port);
  return nginx;
}

/// `sightline serve`, logging every request to a file as it does for an operator.
struct Service {
  Service(const std::filesystem::path& database, const std::filesystem::path& workplace)
      : program(
            {"build/release/sightline", "serve", "--database", database.string(), "--listen", "127.0.0.1:0"},
            workplace / "serve.log") {
    const std::string line = program.first_line();
    port = std::atoi(line.c_str() + line.find(':', line.find("127.0.0.1")) + 1);
  }

  Running program;
  int port = 0;
};

std::string in_words(const Pace& pace) {
  return readable(pace.pages_per_second) + "/s, " + readable(pace.median_ms) + " ms at the median, " +
         readable(pace.p99_ms) + " ms at p99";
}

json::Object in_json(const Pace& pace) {
  return {
      {"pages_per_second", pace.pages_per_second}, {"median_ms", pace.median_ms}, {"p99_ms", pace.p99_ms}};
}

/// Somebody else at work in the same database while pages are asked for: saves a judgement ten times a
/// second, so that what a page reads does not stand still. From another process than the server's.
class Colleague {
 public:
  Colleague(const std::filesystem::path& database, people::Actor actor, OpenCase open)
      : database_(database.string()),
        actor_(std::move(actor)),
        open_(std::move(open)),
        thread_([this] { work(); }) {}
  Colleague(const Colleague&) = delete;
  Colleague& operator=(const Colleague&) = delete;
  ~Colleague() {
    is_done_ = true;
    thread_.join();
  }

  int saves() const { return saves_; }

 private:
  void work() {
    const clock::SystemClock clock;
    journal::Journal journal(database_, clock);
    for (; !is_done_; ++saves_) {
      const assessment::Assessment& seen = open_.assessment;
      open_.assessment = granted(journal.perform(
          actor_, assessment::SaveAssessment{{open_.inspection_key, open_.number, seen.by, seen.revision},
                                             {judgement(seen.judgements.front().area, seen.revision)}}));
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
  }

  sql::Database database_;
  people::Actor actor_;
  OpenCase open_;
  std::atomic<bool> is_done_ = false;
  std::atomic<int> saves_ = 0;
  std::thread thread_;  // Last: it uses the others.
};

/// A page that everybody may see.
constexpr std::string_view kPublicPage = "/site/forces/durham/index.html";

constexpr int kHalfOpen = 500;

/// Connections on which half a request has come, and no more.
std::deque<Socket> half_open(int port) {
  std::deque<Socket> connections;
  for (int i = 0; i < kHalfOpen; ++i) {
    const Socket& connection = connections.emplace_back();
    if (!connection.connects_to(port)) throw std::runtime_error("the server takes no more connections");
    connection.send("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/");
  }
  return connections;
}

struct Page {
  std::string name;
  double at_least;
  std::filesystem::path database;
  std::string path;
  std::vector<std::string> headers;
};

Figure against_nginx(const Page& page, const std::filesystem::path& workplace, const Load& load) {
  const Service service(page.database, workplace);
  const std::string content = body_of(service.port, page.path, page.headers);
  const int peer = free_port();
  const std::unique_ptr<Running> nginx = start_nginx(workplace, peer, content);
  if (body_of(peer, "/page.html", {}) != content) throw std::runtime_error("nginx serves other bytes");

  Figure figure{.name = page.name,
                .unit = "x",
                .limit = {Sense::AtLeast, page.at_least},
                .rounds = {},
                .remarks = {readable(static_cast<double>(content.size())) + " bytes, 64 connections"},
                .details = {}};
  json::Array paces;
  for (int i = 0; i < load.rounds; ++i) {
    const Pace ours = drive(service.port, page.path, page.headers, workplace, load);
    const Pace theirs = drive(peer, "/page.html", {}, workplace, load);
    figure.rounds.push_back(ours.pages_per_second / theirs.pages_per_second);
    figure.remarks.push_back("sightline " + in_words(ours) + "; nginx " + in_words(theirs));
    paces.emplace_back(json::Object{{"sightline", in_json(ours)}, {"nginx", in_json(theirs)}});
  }
  figure.details = {{"bytes", static_cast<std::int64_t>(content.size())},
                    {"connections", 64},
                    {"rounds", std::move(paces)}};
  return figure;
}

}  // namespace

Figure signed_in_page(const std::filesystem::path& workplace, const Load& load) {
  const std::filesystem::path file = workplace / "pages.db";
  const Office office = make_office(file);
  std::string token;
  {
    sql::Database database(file.string());
    const clock::SystemClock clock;
    journal::Journal journal(database, clock);
    token = granted(people::sign_in(journal, crypto::PasswordHasher(),
                                    {.email = office.emails[0], .password = kPassword, .address = ""}));
  }
  const OpenCase& open = office.desks[0].front();
  Colleague colleague(file, office.inspectors[1], office.desks[1].front());
  Figure figure = against_nginx({.name = "signed-in case page, sightline / nginx",
                                 .at_least = 0.25,
                                 .database = file,
                                 .path = "/inspections/" + open.inspection_key + "/cases/" + open.number,
                                 .headers = {"Cookie: " + std::string(people::kSessionCookie) + "=" + token}},
                                workplace, load);
  figure.remarks.push_back("beside " + std::to_string(colleague.saves()) + " saves by somebody else");
  return figure;
}

Figure public_page(const std::filesystem::path& workplace, const std::filesystem::path& database,
                   const Load& load) {
  return against_nginx({.name = "public page, sightline / nginx",
                        .at_least = 0.5,
                        .database = database,
                        .path = std::string(kPublicPage),
                        .headers = {}},
                       workplace, load);
}

Figure public_page_beside_half_open(const std::filesystem::path& workplace,
                                    const std::filesystem::path& database, const Load& load) {
  const Service service(database, workplace);
  const std::string path(kPublicPage);
  Figure figure{.name = "public page, beside 500 half-open connections / without",
                .unit = "x",
                .limit = {Sense::AtLeast, 0.8},
                .rounds = {},
                .remarks = {},
                .details = {}};
  for (int i = 0; i < load.rounds; ++i) {
    const Pace alone = drive(service.port, path, {}, workplace, load);
    const auto others = half_open(service.port);
    const Pace beside = drive(service.port, path, {}, workplace, load);
    figure.rounds.push_back(beside.pages_per_second / alone.pages_per_second);
    figure.remarks.push_back("beside them " + in_words(beside) + "; without " + in_words(alone));
  }
  return figure;
}

}  // namespace sightline::bench
