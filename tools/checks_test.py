#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sightline authors
# SPDX-License-Identifier: MIT
"""Gives each check a small tree that is fine and the same tree with one fault, and
sees it silent at the first and naming file and line at the second."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

TOOLS = pathlib.Path(__file__).resolve().parent
MAP = """sightline_layer(base)
sightline_layer(platform USES base)
sightline_feature(people)
sightline_feature(journal USES people)
sightline_feature(site)
"""
SPDX = "// SPDX-License-Identifier: MIT\n"
QUERY = """namespace sightline::people::persons {
constexpr sql::Query kOne{"people.one", R"sql(
insert into person (id) values ($id)
)sql"};
std::span<const sql::Query> queries() {
  static constexpr sql::Query all[] = {kOne};
  return all;
}
"""
COMMAND = """struct AddPerson {
  static constexpr journal::Command kCommand{"people.add", "added"};
  static constexpr Permission kNeeds = Permission::ManagePeople;
};
Result<int> decide(journal::Work&, const Actor&, const AddPerson& command);
"""
TABLE = """check_names_every_role(kExpected);
CHECK(mark_of(journal, actor, AddPerson{}) == expected.mark);
"""


class SmallTree(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.root = pathlib.Path(holder.name).resolve()
        subprocess.run(["git", "init", "--quiet", str(self.root)], check=True)
        self.write("src/CMakeLists.txt", MAP)

    def write(self, path, text):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def check(self, name):
        done = subprocess.run([sys.executable, TOOLS / f"check_{name}.py", self.root], capture_output=True, text=True)
        self.assertEqual(done.stderr, "")
        self.assertEqual(done.returncode, 1 if done.stdout else 0)
        return done.stdout.splitlines()


class Sql(SmallTree):
    def setUp(self):
        super().setUp()
        self.write("db/migrations/0001_people.sql", "-- People.\ncreate table person (\n  id bigint\n);\n")
        self.write("src/people/people_store.cpp", QUERY)
        self.write("src/people/people_store_test.cpp", "check_queries(persons::queries());\n")

    def test_a_table_with_one_writing_store_is_fine(self):
        self.assertEqual(self.check("sql"), [])

    def test_a_table_has_one_writing_store(self):
        self.write("src/people/second_store.cpp", QUERY.replace("people.one", "people.two"))
        self.assertEqual(self.check("sql"), ["src/people/second_store.cpp:3: person is written by "
                                             "src/people/people_store.cpp; a table has one writing store"])

    def test_what_to_do_on_a_conflict_is_no_second_table(self):
        self.write("src/people/people_store.cpp", QUERY.replace("($id)", "($id) on conflict (id) do update set id = 1"))
        self.assertEqual(self.check("sql"), [])

    def test_a_table_that_nothing_writes_is_named(self):
        self.write("db/migrations/0002_role.sql", "\ncreate table role (id bigint);\n")
        self.assertEqual(self.check("sql"), ["db/migrations/0002_role.sql:2: no store writes role"])

    def test_a_table_filled_by_its_migration_needs_no_store(self):
        self.write("db/migrations/0002_role.sql", "create table role (id bigint);\ninsert into role values (1);\n")
        self.assertEqual(self.check("sql"), [])

    def test_a_table_that_no_migration_creates_cannot_be_written(self):
        self.write("src/people/people_store.cpp", QUERY + QUERY.replace("person", "persons").replace("One", "Two")
                   .replace("people.one", "people.two").replace("queries()", "more()"))
        self.assertIn("src/people/people_store.cpp:11: writes persons, which no migration creates", self.check("sql"))

    def test_only_a_store_speaks_sql(self):
        self.write("src/people/people_service.cpp", 'auto text = R"sql(select 1)sql";\n')
        self.assertEqual(self.check("sql"), ["src/people/people_service.cpp:1: SQL belongs to a store"])

    def test_a_store_reads_no_table_of_a_feature_it_does_not_use(self):
        query = QUERY.replace("insert into person (id) values ($id)", "select id from person")
        self.write("src/journal/journal_store.cpp", query.replace("people.one", "journal.one"))
        self.assertEqual(self.check("sql"), [])
        self.write("src/site/site_store.cpp", query.replace("people.one", "site.one"))
        self.assertEqual(self.check("sql"), ["src/site/site_store.cpp:3: reads person of people, which site does not use"])

    def test_a_query_is_named_after_its_feature(self):
        self.write("src/people/people_store.cpp", QUERY.replace("people.one", "One"))
        self.assertEqual(self.check("sql"), ["src/people/people_store.cpp:2: the name One is not people.what_it_gives"])

    def test_the_queries_of_a_store_are_prepared_by_a_test(self):
        self.write("src/people/people_store_test.cpp", "")
        self.assertEqual(self.check("sql"), ["src/people/people_store.cpp:5: no test gives persons::queries() "
                                             "to check_queries()"])

    def test_a_query_is_listed_for_the_tests(self):
        self.write("src/people/people_store.cpp", QUERY.replace("{kOne}", "{}"))
        self.assertEqual(self.check("sql"), ["src/people/people_store.cpp:2: kOne is not listed in queries(), "
                                             "so no test prepares it"])


class Commands(SmallTree):
    def setUp(self):
        super().setUp()
        self.write("src/people/people_service.h", COMMAND)
        self.write("src/people/people_service.cpp", "// Asks.\nauto asked = AddPerson::kNeeds;\n")
        self.write("src/people/people_pages.cpp", "auto done = perform(actor, AddPerson{});\n")
        self.write("src/people/people_access_test.cpp", TABLE)

    def test_a_command_that_is_decided_given_and_refused_is_fine(self):
        self.assertEqual(self.check("commands"), [])

    def test_a_command_is_decided(self):
        self.write("src/people/people_service.h", COMMAND.replace("decide(", "ponder("))
        self.assertEqual(self.check("commands"), ["src/people/people_service.h:1: nothing decides AddPerson"])

    def test_the_permission_of_a_command_is_asked_for(self):
        self.write("src/people/people_service.cpp", "")
        self.assertEqual(self.check("commands"), ["src/people/people_service.h:1: nothing asks for AddPerson::kNeeds"])

    def test_a_command_without_a_permission_says_when_it_is_refused(self):
        bare = COMMAND.replace("  static constexpr Permission kNeeds = Permission::ManagePeople;\n", "")
        self.write("src/people/people_service.h", bare)
        self.assertEqual(self.check("commands"), ["src/people/people_service.h:1: AddPerson has no kNeeds and no "
                                                  "comment that says when it is refused"])
        self.write("src/people/people_service.h", "/// By anybody. Refused: never twice.\n" + bare)
        self.assertEqual(self.check("commands"), [])

    def test_a_command_is_given_outside_its_service(self):
        self.write("src/people/people_pages.cpp", "// AddPerson\n")
        self.assertEqual(self.check("commands"), ["src/people/people_service.h:1: nobody gives the command AddPerson"])

    def test_a_command_is_held_against_every_role(self):
        unmarked = ["src/people/people_service.h:1: no table of who may do what marks AddPerson (*_access_test.cpp)"]
        self.write("src/people/people_access_test.cpp", TABLE.replace("check_names_every_role(kExpected);", ""))
        self.assertEqual(self.check("commands"), unmarked)
        self.write("src/people/people_access_test.cpp", TABLE.replace("mark_of(journal, actor, AddPerson{})",
                                                                      "mark_of(journal, actor, Other{}); AddPerson{}"))
        self.assertEqual(self.check("commands"), unmarked)

    def test_a_command_of_somebody_without_a_role_is_refused_in_one_statement(self):
        for path in ("src/people/people_service.h", "src/people/people_service.cpp", "src/people/people_pages.cpp"):
            self.write(path, (self.root / path).read_text().replace("AddPerson", "StartSession"))
        self.write("src/people/people_test.cpp", "perform(StartSession{});\nCHECK(is_refused(other, Kind::Invalid));\n")
        self.assertEqual(self.check("commands"), ["src/people/people_service.h:1: no test sees StartSession refused"])
        self.write("src/people/people_test.cpp", "CHECK(is_refused(perform(StartSession{}), Kind::Invalid));\n")
        self.assertEqual(self.check("commands"), [])

    def test_a_command_is_named_after_its_feature_and_has_a_sentence(self):
        self.write("src/people/people_service.h", COMMAND.replace('"people.add", "added"', '"add", ""'))
        self.assertEqual(self.check("commands"), ["src/people/people_service.h:1: the name add is not people.verb",
                                                  "src/people/people_service.h:1: AddPerson has no sentence for the journal"])


class Documents(SmallTree):
    def setUp(self):
        super().setUp()
        self.write("docs/handbook/04-assessing.md", "# 4 Assessing\n\n**4.3** A grade rests on evidence.\n")
        self.write("README.md", "# Read me\n\n[method](docs/handbook/04-assessing.md#4-assessing) [top](#read-me)\n")
        self.write("src/people/people.cpp", "// Handbook §4.3, and all of Handbook §4.\n")

    def test_links_and_citations_that_lead_somewhere_are_fine(self):
        self.assertEqual(self.check("documents"), [])

    def test_a_link_leads_to_a_file(self):
        self.write("docs/page.md", "\n[gone](absent.md)\n")
        self.assertEqual(self.check("documents"), ["docs/page.md:2: the link to absent.md leads nowhere"])

    def test_a_link_leads_to_a_heading(self):
        self.write("docs/page.md", "[gone](../README.md#absent)\n")
        self.assertEqual(self.check("documents"), ["docs/page.md:1: ../README.md has no heading #absent"])

    def test_a_link_inside_an_example_is_no_link(self):
        self.write("docs/page.md", "```\n[gone](absent.md)\n```\n")
        self.assertEqual(self.check("documents"), [])

    def test_a_cited_paragraph_exists(self):
        self.write("src/people/people.cpp", "// one\n// Handbook §4.3, §9.1\n")
        self.assertEqual(self.check("documents"), ["src/people/people.cpp:2: docs/handbook/ has no paragraph 9.1"])


class Words(SmallTree):
    def test_ordinary_words_are_fine(self):
        self.write("src/people/people.h", SPDX + "struct Person {};\n")
        self.write("package-lock.json", '{"resolved": false}\n')
        self.assertEqual(self.check("words"), [])

    def test_the_font_that_may_not_be_used_is_named(self):
        self.write("web/page.css", "/* SPDX-License-Identifier: MIT */\nbody { font-family: 'GDS Transport'; }\n")
        self.assertEqual(len(self.check("words")), 1)
        self.assertTrue(self.check("words")[0].startswith("web/page.css:2: "))

    def test_the_path_of_a_machine_is_named(self):
        self.write("docs/page.md", "\nSee /home/somebody/notes.\n")
        self.assertEqual(self.check("words"), ["docs/page.md:2: a path of one machine means nothing on another"])

    def test_the_host_of_a_registry_is_named(self):
        self.write("package-lock.json", '{\n  "resolved": "https://packages.example/a.tgz"\n}\n')
        self.assertEqual(self.check("words"), ["package-lock.json:2: the lock file names the host of a registry (see .npmrc)"])

    def test_a_name_that_says_nothing_is_named(self):
        self.write("src/people/people.h", SPDX + "class PersonManager {};\n")
        self.assertEqual(self.check("words"), ["src/people/people.h:2: PersonManager says nothing about what it is; "
                                               "name the thing"])

    def test_a_source_file_opens_with_its_licence(self):
        self.write("src/people/people.h", "struct Person {};\n")
        self.assertEqual(self.check("words"), ["src/people/people.h:1: opens without its licence "
                                               "(SPDX-License-Identifier: MIT)"])


class Compiled(SmallTree):
    """The checks that ask a compiler; the dev build's flags stand in build/dev/."""

    def setUp(self):
        super().setUp()
        self.write(".gitignore", "/build/\n")
        self.write(".clang-tidy", (TOOLS.parent / ".clang-tidy").read_text())
        self.write("src/people/people.h", "#pragma once\n#include <string>\nstruct Person { std::string name; };\n")
        self.write("src/people/people.cpp", '#include "people/people.h"\nint age_of(const Person& person);\n')
        self.write("src/people/role.cpp", '#include "people/people.h"\nbool may(const Person& person);\n')
        self.write("src/people/people_test.cpp", "int notInTheStyle;\n")
        self.write("src/people/sign_in.cpp", "int attempts();\n")
        self.compiles(self.unit_of("sightline_people", "people.cpp", "role.cpp"),
                      self.unit_of("sightline_people_test", "people_test.cpp"), f"{self.root}/src/people/sign_in.cpp")

    def compiles(self, *files):
        self.write("build/dev/compile_commands.json", json.dumps([{
            "directory": str(self.root), "file": file,
            "command": f"ccache g++ -std=c++20 -I{self.root}/src -o {file}.o -c {file}"} for file in files]))

    def unit_of(self, target, *names):
        """As CMake writes a unit of several files, which are compiled as one."""
        unit = f"build/dev/src/CMakeFiles/{target}.dir/Unity/unity_0_cxx.cxx"
        self.write(unit, "".join(f'#include "{self.root}/src/people/{name}"\n\n' for name in names))
        return f"{self.root}/{unit}"

    def test_a_header_that_includes_what_it_uses_is_fine(self):
        self.assertEqual(self.check("headers"), [])

    def test_a_header_that_cannot_stand_alone_is_named_even_when_only_what_it_includes_changed(self):
        self.write("src/people/role.h", '#pragma once\n#include "people/people.h"\ninline Person nobody;\n')
        self.assertEqual(self.check("headers"), [])
        self.write("src/people/people.h", "#pragma once\n")
        self.assertEqual(len(self.check("headers")), 1)
        self.assertTrue(self.check("headers")[0].startswith("src/people/role.h:1: does not compile alone: "))

    def test_a_header_that_every_file_includes_after_what_it_needs_is_compiled_alone(self):
        self.write("src/people/people.h", "#pragma once\nstruct Person { std::string name; };\n")
        self.write("src/people/people.cpp", '#include <string>\n#include "people/people.h"\n')
        self.assertEqual(self.check("tidy"), [])
        self.assertEqual(len(self.check("headers")), 1)
        self.assertTrue(self.check("headers")[0].startswith("src/people/people.h:1: does not compile alone: "))

    def test_a_name_in_the_wrong_style_is_named(self):
        self.assertEqual(self.check("tidy"), [])
        self.write("src/people/people.cpp", '#include "people/people.h"\nint ageOf(const Person& person);\n')
        self.assertTrue(self.check("tidy")[0].startswith("src/people/people.cpp:2: invalid case style for function 'ageOf'"))

    def test_every_file_of_a_unit_is_read_and_so_is_one_by_itself(self):
        self.assertEqual(self.check("tidy"), [])
        self.write("src/people/role.cpp", '#include "people/people.h"\nbool mayDo(const Person& person);\n')
        self.write("src/people/sign_in.cpp", "int triesSoFar();\n")
        found = self.check("tidy")
        self.assertEqual(len(found), 2)
        self.assertTrue(found[0].startswith("src/people/role.cpp:2: invalid case style for function 'mayDo'"))
        self.assertTrue(found[1].startswith("src/people/sign_in.cpp:1: invalid case style for function 'triesSoFar'"))

    def test_a_unit_whose_files_others_hold_is_left_out(self):
        self.compiles(self.unit_of("sightline_people", "people.cpp", "role.cpp"),
                      self.unit_of("sightline_shut_in", "role.cpp"))
        self.assertEqual(self.check("tidy"), [])
        self.assertEqual(len(list((self.root / "build/check/tidy").iterdir())), 1)


if __name__ == "__main__":
    unittest.main()
