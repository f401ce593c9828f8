// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "site/force_pages.h"

#include "base/number.h"
#include "platform/svg/chart.h"
#include "site/frame_pages.h"
#include "site/totals_pages.h"

namespace sightline::site {

namespace {

using namespace html;
using inspection::Inspection;

std::string name_of(const InspectionView& view) {
  std::string name(inspection::name_of(view.inspection.kind));
  if (view.inspection.record.part) name += ", " + *view.inspection.record.part;
  if (view.area) name += ", " + *view.area;
  return name;
}

std::string fieldwork_in_words(const Inspection& found) {
  if (!found.dates.fieldwork) return "unknown";
  std::string words = inspection::in_words(*found.dates.fieldwork);
  if (found.record.fieldwork_as_reported)
    words += "; reported as “" + *found.record.fieldwork_as_reported + "”";
  return words;
}

std::string report_in_words(const Inspection& found) {
  std::string words = found.dates.report ? found.dates.report->in_words() : "unknown";
  if (found.dates.web) words += "; the web page carries " + found.dates.web->in_words();
  return words;
}

Html sources_of(const Inspection& found) {
  Html sources = found.record.source ? source_link(*found.record.source) : fragment("not on record");
  if (found.record.further_source) sources += fragment("; ", source_link(*found.record.further_source));
  if (!found.record.note.empty()) sources += fragment("; note: ", found.record.note);
  return sources;
}

Html timeline_of(const ForceView& force) {
  svg::Timeline timeline{.id = "inspections-over-time",
                         .title = "Inspections of " + force.force.name + " over time",
                         .description =
                             "One row for each inspection, with its fieldwork and its report as far as "
                             "they are known.",
                         .what = "Inspection",
                         .rows = {}};
  for (const InspectionView& view : force.inspections) {
    svg::TimelineRow row{.label = name_of(view), .marks = {}};
    const inspection::Dates& dates = view.inspection.dates;
    if (dates.fieldwork) row.marks.push_back({svg::Happening::Fieldwork, dates.fieldwork->when});
    if (dates.report) row.marks.push_back({svg::Happening::Report, Period(*dates.report)});
    timeline.rows.push_back(std::move(row));
  }
  return svg::figure_with_table(svg::timeline(timeline), "Inspections over time", svg::TablePlace::Folded);
}

Html inspections_section(const ForceView& force) {
  Html main = h2({class_("govuk-heading-l"), id_("inspections")}, "Inspections over time");
  if (force.inspections.empty())
    return fragment(
        main,
        paragraph("No inspection of this force is on record here. That does not say that none was made."));
  govuk::Table table{.caption = "Every inspection on record, in order of time",
                     .caption_classes = "govuk-table__caption--s",
                     .head = {{.text = "Inspection"},
                              {.text = "Fieldwork"},
                              {.text = "Report"},
                              govuk::numeric("Recommendations"),
                              {.text = "Source"}},
                     .rows = {},
                     .first_cell_is_header = true};
  bool has_joint = false;
  for (const InspectionView& view : force.inspections) {
    const Inspection& found = view.inspection;
    has_joint = has_joint || view.area;
    const std::string theme = found.theme ? "; theme: " + *found.theme : "";
    table.rows.push_back(
        {{.text = name_of(view) + theme},
         {.text = fieldwork_in_words(found)},
         {.text = report_in_words(found)},
         govuk::numeric(found.record.recommendations ? with_commas(*found.record.recommendations)
                                                     : std::string("unknown")),
         {.text = sources_of(found)}});
  }
  main += timeline_of(force);
  main += wide_table(table);
  main += paragraph(
      "Inspections are in order of their fieldwork, or of their report where the fieldwork is unknown. "
      "Those without a date come last.");
  if (has_joint)
    main += paragraph(
        "A joint inspection is of a council area and all its services together, not of the force. Which "
        "force polices an area is background knowledge, not checked row by row.");
  return main;
}

std::string forms_in_words(const ForceView& force) {
  std::string words;
  for (const people::OrganisationForm& form : force.body_forms) {
    const auto seen = PartialDate::from_iso(form.seen_on);
    words += (words.empty() ? "" : "; ") + form.form + " (" + (seen ? seen->in_words() : form.seen_on) + ")";
  }
  return words.empty() ? "unknown" : words;
}

Html responses_section(const PublicView& view, const ForceView& force, const std::string& path) {
  Html main = h2({class_("govuk-heading-l"), id_("responses")}, "Responses to publications");
  for (const PublicationView& published : view.publications)
    for (const ResponseView& line : published.responses) {
      if (line.force_key != force.force.key) continue;
      main += p({class_("govuk-body")},
                link_to(path, landing_page(published.publication.key), published.publication.title),
                ", published on ", day(published.clock.first_day()), ". Response of ", line.body_name, ": ",
                strong({}, response::state_in_words(line.state)), ". The last day was ",
                day(published.clock.last_day()), ". ",
                line.state == response::BoardState::NoRecord
                    ? "That none is on record here does not say that none was made."
                    : "");
    }
  return main;
}

}  // namespace

std::string render_force(const PublicView& view, const ForceView& force) {
  const std::string path = force_page(force.force.key);
  const std::string place = force.force.region.value_or("") + ", " + force.force.nation.value_or("");
  const Html main = fragment(
      span({class_("govuk-caption-xl")}, "Police force"), h1({class_("govuk-heading-xl")}, force.force.name),
      govuk::summary_list(
          {.rows = {{.key = "Region",
                     .value =
                         force.force.region == force.force.nation ? force.force.nation.value_or("") : place},
                    {.key = "Local policing body", .value = forms_in_words(force)},
                    {.key = "Source", .value = force.force.source}}}),
      inspections_section(force), totals_section(force), responses_section(view, force, path));
  return document(
      {.path = path,
       .title = force.force.name,
       .description = "Inspections of child protection in " + force.force.name + " on the public record.",
       .trail = {{"Police forces", kForcesPage}}},
      main);
}

std::string render_forces(const PublicView& view) {
  govuk::Table table{.caption = "Police forces of England and Wales",
                     .caption_classes = "govuk-table__caption--m",
                     .head = {{.text = "Force"},
                              {.text = "Region"},
                              govuk::numeric("Inspections on record"),
                              govuk::numeric("Published totals")},
                     .rows = {},
                     .first_cell_is_header = true};
  for (const ForceView& force : view.forces)
    table.rows.push_back({{.text = link_to(kForcesPage, force_page(force.force.key), force.force.name)},
                          {.text = force.force.region.value_or("unknown")},
                          govuk::numeric(force.inspections.size()),
                          govuk::numeric(force.totals.size())});
  const Html main =
      fragment(h1({class_("govuk-heading-xl")}, "Police forces"),
               paragraph("What is on the public record about each force: inspections of child protection "
                         "known by name, published "
                         "totals of graded cases, and responses. A number says how much is on record here, "
                         "not how a force does. "
                         "Joint inspections count for the force that polices the area."),
               wide_table(table),
               paragraph("The list of forces and regions is background knowledge, not checked row by row."));
  return document({.path = kForcesPage,
                   .title = "Police forces",
                   .description = "The police forces of England and Wales and what is on record about each."},
                  main);
}

}  // namespace sightline::site
