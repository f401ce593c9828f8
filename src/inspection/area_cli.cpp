// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "inspection/area_cli.h"

#include "inspection/area_service.h"

namespace sightline::inspection {

Result<terminal::Answer> record_force_of_area(journal::Journal& journal, const std::string& force_key,
                                              const std::string& area_key, const Source& source) {
  const auto recorded =
      journal.perform(people::the_operator(), RecordForceOfArea{area_key, force_key, source});
  if (!recorded) return recorded.refusal();
  return terminal::Answer{.words = "It is on record that " + force_key + " polices " + area_key + ".",
                          .object = {{"force", force_key}, {"area", area_key}}};
}

}  // namespace sightline::inspection
