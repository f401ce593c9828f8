// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// sightline serve: the web application, until SIGTERM or SIGINT.

#include <signal.h>

#include <charconv>
#include <csignal>
#include <filesystem>
#include <iostream>

#include "base/text.h"
#include "platform/html/assets.h"
#include "platform/http/server.h"
#include "platform/http/static_files.h"
#include "platform/log/log.h"
#include "platform/pdf/worker.h"
#include "routes.h"
#include "site/site_pages.h"
#include "verb.h"

namespace sightline {

namespace {

struct ServeOptions {
  std::string listen = "127.0.0.1:8080";
  std::filesystem::path web = "build/web";
  std::vector<std::string> hosts;
  bool trusts_proxy = false;
};

/// "127.0.0.1:8080", "[::1]:8080" or "unix:/path".
Result<http::ServerOptions> place(const std::string& listen) {
  http::ServerOptions options;
  if (listen.starts_with("unix:")) {
    options.address = listen;
    return options;
  }
  const std::size_t colon = listen.rfind(':');
  const char* end = listen.data() + listen.size();
  const Refusal refusal{Refusal::Kind::Invalid,
                        "Say where to listen as 127.0.0.1:8080, [::1]:8080 or unix:/path/to/socket.",
                        {}};
  if (colon == std::string::npos || colon == 0) return refusal;
  const auto [last, error] = std::from_chars(listen.data() + colon + 1, end, options.port);
  if (error != std::errc() || last != end) return refusal;
  options.address = listen.substr(0, colon);
  if (options.address.starts_with('[') && options.address.ends_with(']'))
    options.address = options.address.substr(1, options.address.size() - 2);
  return options;
}

void log_exchange(const http::Exchange& exchange) {
  log::info("request", {{log::Key::Method, log::Identifier(lower_ascii(exchange.method))},
                        {log::Key::Route, log::Identifier(exchange.route)},
                        {log::Key::Status, static_cast<int>(exchange.status)},
                        {log::Key::Bytes, exchange.content_bytes},
                        {log::Key::DurationMs, exchange.duration.count() / 1000}});
}

/// Blocks the signals that ask to stop, in this thread and all that it starts; wait() returns when one came.
class StopSignal {
 public:
  StopSignal() {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGTERM);
    sigaddset(&signals_, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
  }
  void wait() const {
    int which = 0;
    sigwait(&signals_, &which);
  }

 private:
  sigset_t signals_{};
};

Result<terminal::Answer> serve(const std::string& address, const ServeOptions& wanted, terminal::Form form) {
  const StopSignal stop;
  // A log that nobody reads any more, or a limit of file size, is an error of one write, not the end.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  SIGHTLINE_TRY(http::ServerOptions options, place(wanted.listen));
  SIGHTLINE_TRY(const std::shared_ptr<Opened> opened, open_database(address));
  options.hosts = wanted.hosts;
  options.proxy = wanted.trusts_proxy ? http::Proxy::LastForwardedFor : http::Proxy::None;
  options.on_exchange = log_exchange;

  const html::Assets assets(wanted.web);
  const people::Web web({.journal = opened->journal,
                         .database = opened->database,
                         .navigation = navigation(),
                         .assets = &assets,
                         .home = "/work"});
  const people::Api api(opened->journal, opened->database);
  const crypto::PasswordHasher hasher;
  const extract::Extractor extractor(extract::program_beside_this_one());
  pdf::Worker worker;
  const site::BuiltFiles built = site::read_built_files(wanted.web);
  http::Router router = routes(web, api, hasher, extractor, {&worker, built});
  site::add_routes(router, opened->journal, built);
  http::static_files(router, "/assets", http::load_assets(wanted.web, "public, max-age=31536000, immutable"));

  log::start(log::Level::Info);
  http::Server server(std::move(options), std::move(router));
  server.start();
  const std::string where = wanted.listen.starts_with("unix:")
                                ? wanted.listen
                                : "http://" + wanted.listen.substr(0, wanted.listen.rfind(':')) + ":" +
                                      std::to_string(server.port());
  const terminal::Answer listening{.words = "Serving on " + where + " until stopped.",
                                   .object = {{"listening", where}}};
  std::cout << terminal::written(listening, form) << std::flush;
  stop.wait();
  server.stop();
  return terminal::Answer{.words = "Stopped.", .object = {{"stopped", true}}};
}

}  // namespace

void add_serve_verb(Command program, Chosen& chosen) {
  const auto options = std::make_shared<ServeOptions>();
  Command command = program.verb("serve", "Serve the web application");
  const auto address = database_option(command);
  command.option("--listen", options->listen, "Where to listen").shows_default();
  command.option("--web", options->web, "Directory of the built stylesheet and script").shows_default();
  command.option("--host", options->hosts, "A name to answer to; any, unless given");
  command.flag("--behind-proxy", options->trusts_proxy,
               "Take the client's address from X-Forwarded-For, which the proxy in front sets");
  on(command, chosen, [address, options, &chosen] { return serve(*address, *options, chosen.form); });
}

}  // namespace sightline
