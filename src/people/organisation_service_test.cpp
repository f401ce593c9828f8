// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "people/organisation_service.h"

#include "people/office_test.h"
#include "people/organisation_store.h"

using namespace sightline;
using namespace sightline::people;
using namespace sightline::people::testing;
using Kind = Refusal::Kind;

namespace {

OrganisationDetails north_vale() {
  return {.key = "north-vale-police",
          .name = "North Vale Police",
          .kind = OrganisationKind::PoliceForce,
          .reality = Reality::Invented,
          .region = "The North",
          .source = "invented"};
}

}  // namespace

TEST_CASE("every query about organisations is understood by both engines") {
  sql::testing::check_queries(organisations::queries());
}

TEST_CASE("an organisation that was added is found by its key, with everything known of it") {
  in_each_office([](Office& office) {
    const OrganisationId body = office.organisation("north-vale-pcc", OrganisationKind::LocalPolicingBody);
    OrganisationDetails details = north_vale();
    details.overseen_by = body;
    REQUIRE(office.journal.perform(the_operator(), AddOrganisation{details}));
    sql::Snapshot snapshot = office.journal.snapshot();
    const std::optional<Organisation> found = find_organisation(snapshot, "north-vale-police");
    REQUIRE(found);
    CHECK(found->name == "North Vale Police");
    CHECK(found->region == "The North");
    CHECK_FALSE(found->nation);
    CHECK(found->overseen_by == body);
    CHECK_FALSE(find_organisation(snapshot, "south-vale-police"));
  });
}

TEST_CASE("adding an organisation is refused without permission, twice under one key, or under no overseer") {
  in_each_office([](Office& office) {
    const Actor analyst = office.person("analyst", {{Role::Analyst, std::nullopt}});
    CHECK(is_refused(office.journal.perform(analyst, AddOrganisation{north_vale()}), Kind::NotPermitted));
    REQUIRE(office.journal.perform(the_operator(), AddOrganisation{north_vale()}));
    CHECK(is_refused_for(office.journal.perform(the_operator(), AddOrganisation{north_vale()}), "key"));
    OrganisationDetails orphan = north_vale();
    orphan.key = "other";
    orphan.overseen_by = OrganisationId{99999};
    CHECK(is_refused_for(office.journal.perform(the_operator(), AddOrganisation{orphan}), "overseen_by"));
  });
}

TEST_CASE("what an organisation was on a day is kept beside what it was on another") {  // Handbook §2.2
  in_each_office([](Office& office) {
    const OrganisationId id = office.organisation("north-vale-pcc", OrganisationKind::LocalPolicingBody);
    const auto record = [&](const char* day, const char* form) {
      return office.journal.perform(
          the_operator(), RecordOrganisationForm{.organisation = id, .form = {day, form, "invented"}});
    };
    REQUIRE(record("2024-05", "Mayor"));
    REQUIRE(record("2020-02", "PCC"));
    sql::Snapshot snapshot = office.journal.snapshot();
    const std::vector<OrganisationForm> forms = forms_of(snapshot, id);
    REQUIRE(forms.size() == 2);
    CHECK(forms[0].form == "PCC");
    CHECK(forms[1].form == "Mayor");
  });
}

TEST_CASE("recording a form is refused without permission, for nobody, for no day, and twice for one day") {
  in_each_office([](Office& office) {
    const OrganisationId id = office.organisation("north-vale-pcc", OrganisationKind::LocalPolicingBody);
    const Actor analyst = office.person("analyst", {{Role::Analyst, std::nullopt}});
    const RecordOrganisationForm fine{.organisation = id, .form = {"2020-02", "PCC", "invented"}};
    CHECK(is_refused(office.journal.perform(analyst, fine), Kind::NotPermitted));
    RecordOrganisationForm wrong = fine;
    wrong.organisation = OrganisationId{99999};
    CHECK(is_refused(office.journal.perform(the_operator(), wrong), Kind::NotFound));
    wrong = fine;
    wrong.form.seen_on = "February";
    CHECK(is_refused_for(office.journal.perform(the_operator(), wrong), "seen_on"));
    REQUIRE(office.journal.perform(the_operator(), fine));
    CHECK(is_refused(office.journal.perform(the_operator(), fine), Kind::Conflict));
  });
}

TEST_CASE("organisations are listed by name, a page at a time, and by kind when one is asked for") {
  in_each_office([](Office& office) {
    for (const char* key : {"c", "a", "b"}) office.organisation(key);
    office.organisation("d", OrganisationKind::Inspectorate);
    sql::Snapshot snapshot = office.journal.snapshot();
    const Page<Organisation> second = list_organisations(snapshot, OrganisationKind::PoliceForce, 2, 2);
    CHECK(second.cut.total == 3);
    CHECK(second.cut.pages == 2);
    REQUIRE(second.items.size() == 1);
    CHECK(second.items[0].key == "c");
    CHECK(list_organisations(snapshot, std::nullopt, 1).items.size() == 4);
    CHECK(list_organisations(snapshot, std::nullopt, 99, 3).cut.number == 2);
  });
}

TEST_CASE("organisations are found by a part of their name in any case, and a sign stands for itself alone") {
  in_each_office([](Office& office) {
    for (const char* key : {"north-vale", "south-vale", "north-sea"}) office.organisation(key);
    OrganisationDetails details = north_vale();
    details.name = "100% Vale_Watch \\";
    REQUIRE(office.journal.perform(the_operator(), AddOrganisation{details}));
    sql::Snapshot snapshot = office.journal.snapshot();
    const auto total = [&](const char* name) { return organisations_named(snapshot, name, 1).cut.total; };
    CHECK(total("") == 4);
    CHECK(total(" NORTH ") == 2);
    CHECK(total("vale") == 3);
    for (const char* sign : {"%", "_", "\\"}) CHECK(total(sign) == 1);
    CHECK(total("0_ ") == 0);
    const Page<Organisation> second = organisations_named(snapshot, "vale", 2, 2);
    CHECK(second.cut.pages == 2);
    REQUIRE(second.items.size() == 1);
    CHECK(second.items[0].key == "south-vale");
  });
}

TEST_CASE("an import finds an organisation that is there already, and refuses one that contradicts it") {
  in_each_office([](Office& office) {
    office.database.write([&](sql::Transaction& transaction) {
      journal::Work work(transaction, office.clock.now(), Date(2026, 11, 23));
      const auto first = record_organisation(work, north_vale());
      REQUIRE(first);
      CHECK(first->was == OnRecord::New);
      CHECK(record_organisation(work, north_vale())->was == OnRecord::Already);
      OrganisationDetails other = north_vale();
      other.name = "South Vale Police";
      CHECK(is_refused(record_organisation(work, other), Kind::Conflict));
      const OrganisationForm form{.seen_on = "2020-02", .form = "Mayor", .source = "invented"};
      CHECK(*record_form(work, first->id, form) == OnRecord::New);
      CHECK(*record_form(work, first->id, form) == OnRecord::Already);
      CHECK(
          is_refused(record_form(work, first->id, {"2020-02", "Commissioner", "invented"}), Kind::Conflict));
      return sql::Verdict::Keep;
    });
  });
}
