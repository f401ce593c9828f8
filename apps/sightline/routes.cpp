// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "routes.h"

#include "assessment/assessment_api.h"
#include "assessment/assessment_pages.h"
#include "evaluation/evaluation_pages.h"
#include "evidence/evidence_pages.h"
#include "figure/figure_pages.h"
#include "finding/finding_pages.h"
#include "insight/insight_pages.h"
#include "inspection/inspection_pages.h"
#include "people/people_pages.h"
#include "platform/log/log.h"
#include "platform/sql/error.h"
#include "publication/edition_pages.h"
#include "publication/publication_service.h"
#include "recommendation/recommendation_pages.h"
#include "report/report_pages.h"
#include "response/response_pages.h"
#include "theme/theme_pages.h"

namespace sightline {

namespace {

/// For those with a role that gives the permission, be it on the team of one inspection.
std::function<bool(const people::Actor&)> with(people::Permission permission) {
  return [permission](const people::Actor& actor) { return actor.may_somewhere(permission); };
}

}  // namespace

// Each fits one line of a screen that is 1280 wide: the public site is for those who do not read cases.
std::vector<people::NavigationEntry> navigation() {
  using enum people::Permission;
  const auto reads_no_cases = [](const people::Actor& actor) { return !with(SeeCases)(actor); };
  return {{.text = "My work", .path = "/work"},
          {.text = "Programme", .path = "/programme", .also_above = "/inspections"},
          {.text = "Moderation", .path = "/moderation", .is_for = with(ModerateCases)},
          {.text = "Codebook", .path = "/codebook", .is_for = with(SeeEvidence)},
          {.text = "Figures", .path = "/figures", .is_for = with(ReadReports)},
          {.text = "Reports", .path = "/reports", .is_for = with(ReadReports)},
          {.text = "Insight", .path = "/insight", .is_for = with(SeeCases)},
          {.text = "Responses", .path = "/responses"},
          {.text = "Public site", .path = "/site", .is_for = reads_no_cases}};
}

namespace {

/// Whoever is signed in goes to their work, everybody else to what is public.
struct FrontDoor {
  const people::Web& web;
  http::Response operator()(const http::Request& request) const {
    return http::see_other(web.session_of(request) ? web.home() : "/site");
  }
};

}  // namespace

http::Router routes(const people::Web& web, const people::Api& api, const crypto::PasswordHasher& hasher,
                    const extract::Extractor& extractor, const publication::Press& press) {
  http::Router router;
  router.get("/", FrontDoor{web});
  people::add_routes(router, web, hasher);
  inspection::add_routes(router, web);
  evidence::add_routes(router, web, extractor);
  assessment::add_routes(router, web);
  theme::add_routes(router, web);
  finding::add_routes(router, web);
  recommendation::add_routes(router, web);
  figure::add_routes(router, web);
  report::add_routes(router, web, [](sql::Reader& reader, std::string_view key) {
    const auto known = publication::find_publication(reader, key);
    return known ? std::optional(known->publication.title) : std::nullopt;
  });
  publication::add_routes(router, web, press);
  response::add_routes(router, web);
  insight::add_routes(router, web);
  evaluation::add_routes(router, web);
  people::add_api_routes(router, api);
  assessment::add_api_routes(router, api);

  router.on_problem([&web](const http::Problem& problem, const http::Request& request) {
    return people::is_for_api(request) ? people::json_problem(problem) : web.problem_page(problem, request);
  });
  router.on_accident([](const std::exception& accident) {
    const bool is_full = dynamic_cast<const sql::StorageFull*>(&accident) != nullptr;
    return is_full ? http::Status::InsufficientStorage : http::Status::InternalServerError;
  });
  router.on_incident([](const http::Incident& incident) {
    log::error("incident", {{log::Key::Incident, log::Identifier(incident.number)},
                            {log::Key::Route, log::Identifier(incident.route)},
                            {log::Key::Status, static_cast<int>(incident.status)}});
  });
  return router;
}

}  // namespace sightline
