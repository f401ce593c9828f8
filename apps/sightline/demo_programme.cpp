// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "demo_programme.h"

#include <algorithm>
#include <deque>

#include "demo_programme_evaluation.h"
#include "demo_programme_figures.h"
#include "demo_programme_inspections.h"
#include "demo_programme_recommendations.h"
#include "demo_programme_responses.h"
#include "programme/programme_service.h"
#include "theme/theme_service.h"

namespace sightline::demo {

namespace {

/// What a person without a password has in its place: no argon2id hash, so nothing fits it.
constexpr const char* kNoPassword = "no password";

/// After the last inspection was published and before the second report is.
const Date kRecommendationsDrafted(2020, 2, 17);
const Date kRecommendationsSettled(2020, 2, 24);

/// How long before its report is published a figure is defined.
constexpr int kDaysForFigures = 14;
/// How long before it is published a report is written down.
constexpr int kDaysForReport = 8;

/// One version of a framework comes into use.
struct Adoption {
  std::string_view key;
  int version;
  Date day;
};

const Adoption kAdoptions[] = {{"child-protection-2014", 1, Date(2014, 2, 10)},
                               {"child-protection-2014", 2, Date(2014, 11, 10)}};

class ProgrammePlay {
 public:
  ProgrammePlay(Setting& setting, const ReportFiles& reports,
                const std::vector<programme::Framework>& frameworks, const publication::Press& press)
      : setting_(setting),
        reports_(reports),
        frameworks_(frameworks),
        analyst_(people_with(setting.files, people::Role::Analyst).front()),
        recommendations_(setting, analyst_, people_with(setting.files, people::Role::Moderator).front()),
        figures_(setting, reports, analyst_),
        writing_(setting, press, analyst_, people_with(setting.files, people::Role::Editor).front()),
        responses_(setting, reports, people_with(setting.files, people::Role::Editor).front()),
        evaluation_(setting, reports, people_with(setting.files, people::Role::Editor).front()) {}

  /// The agenda must not outlive this.
  void put_on(Agenda& agenda);
  const FigureWork& figures() const { return figures_; }
  const ReportWork& writing() const { return writing_; }

 private:
  void put_on(Agenda& agenda, const ProgrammeReport& report);
  Problem adopt(const Adoption& adoption);
  Problem make_codebook();

  Setting& setting_;
  const ReportFiles& reports_;
  const std::vector<programme::Framework>& frameworks_;
  std::string analyst_;
  RecommendationWork recommendations_;
  FigureWork figures_;
  ReportWork writing_;
  ResponseWork responses_;
  EvaluationWork evaluation_;
  std::deque<InspectionPlay> inspections_;
};

void ProgrammePlay::put_on(Agenda& agenda) {
  for (const Adoption& adoption : kAdoptions)
    agenda.add(at(adoption.day, 10), [this, &adoption] { return adopt(adoption); });
  agenda.add(at(Date(2014, 2, 17), 10), [this] { return make_codebook(); });
  const std::vector<ProgrammeInspection>& all = setting_.files.inspections;
  for (std::size_t place = 0; place < all.size(); ++place) {
    const ProgrammeInspection& of = all[place];
    const InspectionPlay* followed = nullptr;
    if (of.follows)
      followed = &inspections_[static_cast<std::size_t>(
          std::ranges::find(all, *of.follows, &ProgrammeInspection::key) - all.begin())];
    inspections_.emplace_back(setting_, of, team_for(setting_.files, of, place), followed);
    inspections_.back().put_on(agenda);
  }
  for (const ProgrammeReport& report : reports_.reports) put_on(agenda, report);
  if (reports_.reports.size() > 1) {
    responses_.put_on(agenda, reports_.reports.back());
    evaluation_.put_on(agenda, reports_.reports.back());
  }
  agenda.add(at(kRecommendationsDrafted, 10), [this] { return recommendations_.draft(); });
  agenda.add(at(kRecommendationsSettled, 10), [this] { return recommendations_.settle(); });
}

void ProgrammePlay::put_on(Agenda& agenda, const ProgrammeReport& report) {
  agenda.add(at(workday_after(report.published_on, -kDaysForFigures), 11),
             [this, &report] { return figures_.define(report.key); });
  agenda.add(at(workday_after(report.published_on, -kDaysForReport), 11),
             [this, &report] { return writing_.write(report); });
  agenda.add(at(report.published_on, 12), [this, &report] { return writing_.publish(report); });
}

Problem ProgrammePlay::adopt(const Adoption& adoption) {
  const auto found = std::ranges::find_if(frameworks_, [&](const programme::Framework& one) {
    return one.key == adoption.key && one.version == adoption.version;
  });
  if (found == frameworks_.end())
    return Refusal{Refusal::Kind::NotFound,
                   "There is no framework " + std::string(adoption.key) + " in version " +
                       std::to_string(adoption.version) + ".",
                   {}};
  const std::string methodologist = people_with(setting_.files, people::Role::Methodologist).front();
  return problem_in(
      setting_.office.perform(setting_.actor(methodologist), programme::AdoptFramework{*found}));
}

Problem ProgrammePlay::make_codebook() {
  for (const ProgrammeTheme& theme : setting_.files.codebook) {
    const auto added = setting_.office.perform(setting_.actor(analyst_),
                                               theme::AddTheme{.programme_key = setting_.programme_key,
                                                               .key = theme.key,
                                                               .parent_key = theme.parent,
                                                               .wording = theme.wording});
    if (!added) return added.refusal();
  }
  return std::nullopt;
}

}  // namespace

Timestamp programme_begins() {
  return at(Date(2014, 2, 3), 8);
}

Result<PlayedProgramme> play_programme(Office& office, const ProgrammeFiles& files,
                                       const ReportFiles& reports,
                                       const std::vector<programme::Framework>& frameworks,
                                       const extract::Extractor& extractor, const publication::Press& press,
                                       const jobs::Report& report) {
  SIGHTLINE_TRY(const Cast cast, enter_people(office, files.organisations, files.people,
                                              [](std::size_t) { return std::string(kNoPassword); }));
  const std::string manager = people_with(files, people::Role::ProgrammeManager).front();
  SIGHTLINE_TRY(
      const programme::ProgrammeId programme,
      office.perform(
          cast.people.at(manager),
          programme::AddProgramme{{.key = kProgrammeKey,
                                   .name = "Invented programme of child protection inspections, 2014 to 2019",
                                   .reality = people::Reality::Invented,
                                   .source = "Invented for the demonstration"}}));
  Setting setting{.office = office,
                  .files = files,
                  .cast = cast,
                  .extractor = extractor,
                  .programme_key = kProgrammeKey,
                  .programme = programme};
  setting.passages_used.resize(files.passages.size());
  ProgrammePlay play(setting, reports, frameworks, press);
  Agenda agenda;
  play.put_on(agenda);
  if (Problem problem = agenda.work_off(office, report)) return *std::move(problem);
  SIGHTLINE_TRY(json::Object figures, play.figures().work_out());
  return PlayedProgramme{setting.tally, std::move(figures), play.writing().published()};
}

}  // namespace sightline::demo
