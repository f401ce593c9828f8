// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/svg/drawing.h"

#include <cmath>

#include "platform/svg/colours.h"

namespace sightline::svg {
namespace {

using namespace html;

constexpr Element kSvg{"svg"}, kTitle{"title"}, kDesc{"desc"}, kWords{"text"}, kLine{"line"}, kRect{"rect"},
    kPath{"path"};

}  // namespace

std::string number(double value) {
  const auto tenths = std::llround(value * 10);
  std::string text = std::to_string(tenths / 10);
  if (tenths < 0 && tenths > -10) text = "-0";
  if (const auto rest = std::abs(tenths % 10); rest != 0) text += "." + std::to_string(rest);
  return text == "-0" ? "0" : text;
}

Html text_at(double x, double baseline, std::string_view words, const TextStyle& style) {
  const std::string_view anchor = style.anchor == Anchor::Middle ? "middle"
                                  : style.anchor == Anchor::End  ? "end"
                                                                 : "";
  return kWords({attribute_("x", number(x)), attribute_("y", number(baseline)),
                 attribute_("font-size", number(style.size)), attribute_("fill", style.colour),
                 optional_("font-weight", style.weight == Weight::Bold ? "bold" : ""),
                 optional_("text-anchor", anchor), optional_("paint-order", style.has_halo ? "stroke" : ""),
                 optional_("stroke", style.has_halo ? kPaper : ""),
                 optional_("stroke-width", style.has_halo ? "5" : "")},
                words);
}

Html line_between(double x1, double y1, double x2, double y2, const LineStyle& style) {
  return kLine({attribute_("x1", number(x1)), attribute_("y1", number(y1)), attribute_("x2", number(x2)),
                attribute_("y2", number(y2)), attribute_("stroke", style.colour),
                attribute_("stroke-width", number(style.width))});
}

Html box_at(double x, double y, double width, double height, const BoxStyle& style) {
  const std::string radius = number(style.radius);
  return kRect({attribute_("x", number(x)), attribute_("y", number(y)), attribute_("width", number(width)),
                attribute_("height", number(height)), attribute_("fill", style.fill),
                optional_("stroke", style.stroke), optional_("stroke-width", style.stroke.empty() ? "" : "2"),
                optional_("stroke-dasharray", style.dashes),
                optional_("rx", style.radius > 0 ? radius : "")});
}

Html diamond_at(double x, double y, double half, std::string_view fill) {
  const std::string path = "M" + number(x) + " " + number(y - half) + "L" + number(x + half) + " " +
                           number(y) + "L" + number(x) + " " + number(y + half) + "L" + number(x - half) +
                           " " + number(y) + "Z";
  return kPath({attribute_("d", path), attribute_("fill", fill)});
}

Html drawing(const Frame& frame, const Html& content) {
  const std::string title_id = std::string(frame.id) + "-title",
                    description_id = std::string(frame.id) + "-desc";
  const std::string width = number(frame.width), height = number(frame.height);
  return kSvg({attribute_("xmlns", "http://www.w3.org/2000/svg"), id_(frame.id), role_("img"),
               aria_("labelledby", title_id + " " + description_id),
               attribute_("viewBox", "0 0 " + width + " " + height), attribute_("width", width),
               attribute_("height", height), attribute_("font-family", kFonts)},
              kTitle({id_(title_id)}, frame.title), kDesc({id_(description_id)}, frame.description), content);
}

}  // namespace sightline::svg
