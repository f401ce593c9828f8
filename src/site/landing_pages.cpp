// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "site/landing_pages.h"

#include "base/number.h"
#include "site/edition_pages.h"
#include "site/frame_pages.h"
#include "site/site.h"

namespace sightline::site {

namespace {

using namespace html;
using publication::External;
using publication::Format;
using publication::Part;
using publication::PartKind;
using publication::Publication;

/// A link that says what it leads to when that is no web page and that it leads away when it does;
/// without an address the words alone. Handbook §8.3, §8.4.
Html part_link(const Part& part) {
  const std::string kind = part.format == Format::PdfDocument ? " (PDF document)" : "";
  const std::string away = part.external == External::Yes ? " (external link)" : "";
  const std::optional<Url> url = part.address ? Url::parse(*part.address) : std::nullopt;
  if (!url)
    return fragment(part.label, kind, ". ",
                    span({class_("app-muted")}, "The address is not on record, so there is no link."));
  return fragment(a({class_("govuk-link"), attribute_("rel", "external")}, *url, part.label, kind, away));
}

Html from(const Part& part) {
  return p({class_("govuk-body-s app-muted")}, "Source: ", source_link(part.source),
           part.note.empty() ? "" : "; ", part.note, ".");
}

Html linked(const Part& part) {
  return fragment(p({class_("govuk-body")}, part_link(part)), from(part));
}

/// The part of that kind under its heading; nothing where the publication has none.
Html section_of(const Publication& publication, PartKind kind, const char* title, const char* id) {
  const Part* part = publication.find(kind);
  if (!part) return {};
  return fragment(h2({class_("govuk-heading-m"), id_(id)}, title), linked(*part));
}

Html published(const Publication& publication) {
  const Part* web_date = publication.find(PartKind::WebDate);
  const Part* publisher = publication.find(PartKind::Publisher);
  std::vector<govuk::SummaryRow> rows{
      {.key = "Published on", .value = day(publication.published_on)},
      {.key = "Published by", .value = publisher ? publisher->text : std::string("not on record")}};
  if (web_date && web_date->date)
    rows.push_back({.key = "Date on the online version",
                    .value = web_date->date->in_words() + ", which is not the day of publication"});
  const Part* on = publication.find(PartKind::PublishedOn);
  if (on) rows.push_back({.key = "Source", .value = source_link(on->source)});
  return govuk::summary_list({.rows = rows});
}

Html figure_of(const Part& part) {
  const std::string since = part.date ? " since " + part.date->in_words() : "";
  return div({class_("app-figure")}, dt({class_("app-figure__label")}, part.label, since),
             dd({class_("app-figure__value")}, part.number.value_or(0)));
}

Html covers(const Publication& publication) {
  Html main = h2({class_("govuk-heading-m"), id_("covers")}, "What the report covers");
  if (const Part* start = publication.find(PartKind::ProgrammeStart)) main += paragraph(start->text);
  for (const Part& part : publication.all(PartKind::Summary)) main += paragraph(part.text);
  const std::vector<Part> counts = publication.all(PartKind::Count);
  if (const Part* total = publication.find(PartKind::CountTotal)) {
    main += dl({class_("app-figures")}, each(counts, figure_of), figure_of(*total));
    main += ul({class_("govuk-list govuk-list--bullet")}, each(counts, [](const Part& part) {
                 return li({}, strong({}, part.number.value_or(0), " ", part.label), ". ", part.text);
               }));
    main += paragraph(total->text);
    main += from(*total);
  }
  if (const Part* earlier = publication.find(PartKind::EarlierReport)) {
    main += h3({class_("govuk-heading-s")}, earlier->label,
               earlier->date ? ", " + earlier->date->in_words() : std::string());
    main += paragraph(earlier->text);
    main += ul({class_("govuk-list govuk-list--bullet")},
               each(publication.all(PartKind::EarlierCount),
                    [](const Part& part) { return li({}, part.number.value_or(0), " ", part.label); }));
    main += from(*earlier);
  }
  return main;
}

Html evaluation(const Publication& publication) {
  const Part* about = publication.find(PartKind::Evaluation);
  if (!about) return {};
  return fragment(h2({class_("govuk-heading-m"), id_("evaluation")}, "Get the evaluation reports"),
                  h3({class_("govuk-heading-s")}, about->label), paragraph(about->text),
                  each(publication.all(PartKind::EvaluationLink), linked));
}

std::string response_words(const ResponseView& view) {
  const bool is_pdf = view.response->format == response::ResponseFormat::PdfDocument;
  return view.body_name + (is_pdf ? " (PDF document)" : "");
}

Html force_name(const std::string& page, const ResponseView& view) {
  return view.force_key ? link_to(page, force_page(*view.force_key), view.force_name)
                        : fragment(view.force_name);
}

Html response_line(const ResponseView& view, const std::string& page) {
  const auto url = view.response->address ? Url::parse(*view.response->address) : std::nullopt;
  return li({},
            url ? Html(a({class_("govuk-link"), attribute_("rel", "external")}, *url, response_words(view)))
                : fragment(response_words(view)),
            " – ", force_name(page, view));
}

Html responses_part(const PublicationView& view, const std::string& path) {
  std::vector<Html> lines;
  for (const ResponseView& response : view.responses)
    if (response.response) lines.push_back(response_line(response, path));
  const std::string of = with_commas(std::ssize(lines)) + " of " + with_commas(std::ssize(view.responses));
  return fragment(
      h2({class_("govuk-heading-m"), id_("responses")}, "Responses of the local policing bodies"),
      p({class_("govuk-body")}, "A response is on record from ", of,
        " bodies. Each was due within 56 days beginning with the day of publication; the last day was ",
        day(view.clock.last_day()), "."),
      ul({class_("govuk-list govuk-list--bullet")}, lines),
      paragraph(
          "The addresses of the responses are not on record where no link is given, and neither is the day "
          "on which a response came unless the board names it."),
      p({class_("govuk-body")},
        link_to(path, responses_page(view.publication.key), "See all bodies on the response board")));
}

Html reason(const Publication& publication) {
  const Part* part = publication.find(PartKind::ResponsesReason);
  if (!part) return {};
  const auto url = part->address ? Url::parse(*part->address) : std::nullopt;
  return fragment(h2({class_("govuk-heading-m"), id_("why")}, part->label), paragraph(part->text),
                  when(url.has_value(),
                       [&] {
                         return p({class_("govuk-body")},
                                  a({class_("govuk-link"), attribute_("rel", "external")}, *url,
                                    "Read what the inspectorate says about this"));
                       }),
                  from(*part));
}

Html reader(const Publication& publication) {
  const Part* part = publication.find(PartKind::PdfReader);
  if (!part) return {};
  return fragment(h2({class_("govuk-heading-m"), id_("pdf-reader")}, part->label),
                  p({class_("govuk-body")}, part->text, " ",
                    part->address ? part_link(*part)
                                  : span({class_("app-muted")},
                                         "(external; the address is not on record, so there is no link)")));
}

}  // namespace

std::string render_landing(const PublicationView& view) {
  if (!view.editions.empty()) return render_own_landing(view);
  const Publication& publication = view.publication;
  const std::string path = landing_page(publication.key);
  const Html main =
      div({class_("govuk-grid-row")},
          div({class_("govuk-grid-column-two-thirds")}, h1({class_("govuk-heading-xl")}, publication.title),
              published(publication), covers(publication),
              section_of(publication, PartKind::ReadOnline, "Read the report online", "read-online"),
              section_of(publication, PartKind::DownloadPdf, "Download the PDF", "download-pdf"),
              evaluation(publication),
              section_of(publication, PartKind::FindOutMore, "Find out more", "find-out-more"),
              section_of(publication, PartKind::PressRelease, "Get the press release", "press-release"),
              responses_part(view, path), reason(publication), reader(publication)));
  return document({.path = path,
                   .title = publication.title,
                   .description = "What the report covers, how to read it, and who has answered.",
                   .trail = {{"Publications", kHomePage}}},
                  main);
}

namespace {

std::string_view tag_colour(response::BoardState state) {
  switch (state) {
    case response::BoardState::Received:
      return "govuk-tag--green";
    case response::BoardState::ReceivedDayUnknown:
      return "govuk-tag--blue";
    case response::BoardState::Late:
      return "govuk-tag--orange";
    case response::BoardState::Due:
      return "govuk-tag--yellow";
    case response::BoardState::NoRecord:
      return "govuk-tag--grey";
  }
  std::abort();
}

Html where_known_from(const PublicationView& view) {
  if (!view.editions.empty()) return paragraph("The bodies are named as on the day of publication.");
  return paragraph(
      "The kinds and names of the bodies are those of February 2020. They are background knowledge and were "
      "not checked row by row. The responses are those that the landing page of the publication listed and "
      "any recorded here since.");
}

std::string came_as(const ResponseView& view) {
  if (!view.response) return "–";
  std::string words(word(view.response->format));
  if (view.response->format == response::ResponseFormat::PdfDocument) words = "PDF document";
  return words;
}

}  // namespace

std::string render_responses(const PublicationView& view) {
  const std::string path = responses_page(view.publication.key);
  govuk::Table table{.caption = "Every local policing body from which a response was expected",
                     .caption_classes = "govuk-table__caption--m",
                     .head = {{.text = "Force"},
                              {.text = "State"},
                              {.text = "Local policing body on the day of publication"},
                              {.text = "Format"},
                              {.text = "Received on"}},
                     .rows = {},
                     .first_cell_is_header = true};
  std::vector<int> counts(kWords<response::BoardState>.size());
  for (const ResponseView& line : view.responses) {
    ++counts[static_cast<std::size_t>(line.state)];
    const bool has_day = line.response && line.response->received_on;
    table.rows.push_back({{.text = force_name(path, line)},
                          {.text = govuk::tag({.text = response::state_in_words(line.state),
                                               .classes = std::string(tag_colour(line.state))})},
                          {.text = line.body_name},
                          {.text = came_as(line)},
                          {.text = has_day ? day(*line.response->received_on)
                                           : fragment(line.response ? "day not on record" : "–")}});
  }
  Html figures;
  for (const Word<response::BoardState>& entry : kWords<response::BoardState>)
    if (const int count = counts[static_cast<std::size_t>(entry.value)])
      figures += div({class_("app-figure")},
                     dt({class_("app-figure__label")}, response::state_in_words(entry.value)),
                     dd({class_("app-figure__value")}, count));
  const Html main = fragment(
      h1({class_("govuk-heading-xl")}, "Responses to the report"),
      p({class_("govuk-body-l")}, view.publication.title), dl({class_("app-figures")}, figures),
      p({class_("govuk-body")}, "The clock of 56 days began with the day of publication, ",
        day(view.clock.first_day()), ". The last day was ", day(view.clock.last_day()), " for every body."),
      govuk::inset_text(
          {.text = "“No record” says that no response is on record here. It does not say that none was "
                   "made. “Day unknown” says neither in time nor late."}),
      wide_table(table), where_known_from(view));
  return document(
      {.path = path,
       .title = "Responses to the report",
       .description = "Which local policing bodies have a response on record.",
       .trail = {{"Publications", kHomePage}, {view.publication.title, landing_page(view.publication.key)}},
       .notice = notice_of(view)},
      main);
}

}  // namespace sightline::site
