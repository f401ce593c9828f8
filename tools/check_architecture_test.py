#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sightline authors
# SPDX-License-Identifier: MIT
"""Plants one wrong include of each kind in a copy of the tree and sees
check_architecture.py fail, naming the file and the line."""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools"))
import tree  # noqa: E402


class WrongIncludes(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.copy = pathlib.Path(holder.name).resolve()
        for file in tree.files(ROOT, "*.h", "*.cpp", "*.inc", "src/*CMakeLists.txt", "tools/architecture_debt.txt"):
            target = self.copy / file.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
        subprocess.run(["git", "init", "--quiet", str(self.copy)], check=True)

    def write(self, path, *lines):
        file = self.copy / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("".join(line + "\n" for line in lines))

    def check(self):
        done = subprocess.run([sys.executable, ROOT / "tools/check_architecture.py", self.copy],
                              capture_output=True, text=True)
        self.assertEqual(done.stderr, "")
        return done.returncode, done.stdout

    def expect(self, sentence):
        code, printed = self.check()
        self.assertEqual(code, 1, printed)
        self.assertIn(sentence, printed.splitlines())

    def expect_nothing(self):
        self.assertEqual(self.check(), (0, ""))

    def test_the_tree_as_it_is_has_no_wrong_include(self):
        self.expect_nothing()

    def test_a_feature_may_not_know_a_feature_above_it(self):
        self.write("src/publication/planted.h")
        self.write("src/people/planted_pages.cpp", "// planted", '#include "publication/planted.h"')
        self.expect("src/people/planted_pages.cpp:2: people may not know publication")

    def test_the_base_may_not_know_the_platform(self):
        self.write("src/platform/clock/planted.h")
        self.write("src/base/planted.cpp", '#include "platform/clock/planted.h"')
        self.expect("src/base/planted.cpp:1: base may not know platform")

    def test_a_part_of_the_platform_may_use_only_the_parts_it_names(self):
        self.write("src/platform/sql/planted.h")
        self.write("src/platform/html/planted.h")
        self.write("src/platform/svg/planted.cpp", '#include "platform/html/planted.h"',
                   '#include "platform/sql/planted.h"')
        self.assertEqual(self.check(), (1, "src/platform/svg/planted.cpp:2: platform/svg may not know platform/sql\n"))

    def test_a_model_may_use_no_part_of_the_platform(self):
        self.write("src/platform/clock/planted.h")
        self.write("src/assessment/planted.cpp", '#include "platform/clock/planted.h"')
        self.expect("src/assessment/planted.cpp:1: a model file may not use platform/clock")

    def test_a_service_may_not_write_html(self):
        self.write("src/platform/html/planted.h")
        self.write("src/assessment/planted_service.cpp", '#include "platform/html/planted.h"')
        self.expect("src/assessment/planted_service.cpp:1: a service file may not use platform/html")

    def test_pages_may_not_open_a_store(self):
        self.write("src/assessment/planted_store.h")
        self.write("src/assessment/planted_pages.cpp", '#include "assessment/planted_store.h"')
        self.expect("src/assessment/planted_pages.cpp:1: a pages file may not open assessment/planted_store.h")

    def test_a_service_may_not_open_the_store_of_another_feature(self):
        self.write("src/people/planted_store.h")
        self.write("src/assessment/planted_service.cpp", '#include "people/planted_store.h"')
        self.expect("src/assessment/planted_service.cpp:1: a service file may not open people/planted_store.h")

    def test_a_foreign_header_is_named_only_in_the_platform(self):
        self.write("src/assessment/planted_store.cpp", "#include <vector>", "#include <sqlite3.h>")
        self.expect("src/assessment/planted_store.cpp:2: sqlite3.h is third-party; wrap it in src/platform/")

    def test_the_library_of_the_command_line_is_named_where_main_is_and_nowhere_else(self):
        self.write("apps/planted/main.cpp", "#include <CLI/CLI.hpp>")
        self.expect_nothing()
        self.write("src/people/planted_cli.cpp", "#include <CLI/CLI.hpp>")
        self.expect("src/people/planted_cli.cpp:1: CLI/CLI.hpp is third-party; wrap it in src/platform/")

    def test_a_programme_wires_and_wraps_nothing(self):
        self.write("apps/planted/main.cpp", "#include <boost/json.hpp>")
        self.expect("apps/planted/main.cpp:1: boost/json.hpp is third-party; wrap it in src/platform/")

    def test_a_foreign_library_is_wrapped_by_one_part(self):
        self.write("src/platform/clock/planted.cpp", "#include <planted/a.h>")
        self.write("src/platform/log/planted.cpp", "#include <planted/b.h>")
        self.expect("src/platform/log/planted.cpp:1: planted is wrapped by platform/clock; use that")

    def test_what_is_there_for_tests_is_for_tests_only(self):
        self.write("src/people/testing.h")
        self.write("src/assessment/planted_test.cpp", '#include "people/testing.h"')
        self.expect_nothing()
        self.write("src/assessment/planted_service.cpp", '#include "people/testing.h"')
        self.expect("src/assessment/planted_service.cpp:1: people/testing.h is for tests only")

    def test_an_included_file_exists(self):
        self.write("src/assessment/planted.cpp", '#include "assessment/absent.h"')
        self.expect("src/assessment/planted.cpp:1: there is no src/assessment/absent.h")

    def test_two_files_may_not_need_each_other(self):
        self.write("src/assessment/planted_a.h", '#include "assessment/planted_b.h"')
        self.write("src/assessment/planted_b.h", "", '#include "assessment/planted_a.h"')
        self.expect("src/assessment/planted_b.h:2: closes the cycle "
                    "assessment/planted_a -> assessment/planted_b -> assessment/planted_a")

    def test_a_known_debt_is_borne_and_a_paid_one_must_be_deleted(self):
        self.write("src/assessment/planted.cpp", "#include <sqlite3.h>")
        problem = "src/assessment/planted.cpp:1: sqlite3.h is third-party; wrap it in src/platform/"
        debt = self.copy / "tools/architecture_debt.txt"
        before = debt.read_text() if debt.exists() else ""
        self.write("tools/architecture_debt.txt", *before.splitlines(), problem)
        self.expect_nothing()
        self.write("src/assessment/planted.cpp")
        self.expect(f"tools/architecture_debt.txt: paid, delete it: {problem}")


if __name__ == "__main__":
    unittest.main()
