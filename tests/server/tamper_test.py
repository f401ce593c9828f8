#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sightline authors
# SPDX-License-Identifier: MIT
"""Whoever alters the journal behind the program's back is found out. Handbook §5.8 to §5.10."""

import unittest

import program

ENTRIES = 8


class Tampering(program.ServerTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.original = program.new_folder(cls) / "original.db"
        # an account and its role: two entries
        program.make_database(cls.original, *(f"p{number}@example.org" for number in range(ENTRIES // 2)))

    def setUp(self):
        super().setUp()
        program.copy_database(self.original, self.database)

    def verified(self, *more):
        return program.run("journal", "verify", "--database", self.database, *more)

    def check_first_broken(self, entry, *more):
        found = self.verified(*more)
        self.assertEqual(found.returncode, program.DECLINED, found.stdout)
        self.assertIn(f"ntry {entry} ", found.stderr)
        self.assertEqual(len(found.stderr.strip().splitlines()), 1, found.stderr)

    def alter(self, text):
        program.query(self.database, text)

    def test_an_untouched_journal_verifies_with_its_number_of_entries(self):
        self.assertEqual(self.head()[0], ENTRIES)

    def test_every_column_of_an_entry_is_vouched_for(self):
        columns = [row[1] for row in program.query(self.database, "pragma table_info(journal_entry)")]
        self.assertGreater(len(columns), 8)
        for column in columns:
            with self.subTest(column=column):
                program.copy_database(self.original, self.database)
                if column == "number":
                    self.alter("update journal_entry set number = 99 where number = 5")
                else:
                    held = program.query(self.database, f"select {column} from journal_entry where number = 5")[0][0]
                    other = {int: "12345", str: f"replace({column}, substr({column}, 1, 1), '~')", type(None): "'1'"}
                    self.alter(f"update journal_entry set {column} = {other[type(held)]} where number = 5")
                self.check_first_broken(5)

    def test_an_entry_taken_out_of_the_middle_is_named(self):
        self.alter("delete from journal_entry where number = 4")
        self.check_first_broken(4)

    def test_an_entry_taken_out_with_the_gap_closed_behind_it_is_named(self):
        self.alter("delete from journal_entry where number = 4")
        for number in range(5, ENTRIES + 1):
            self.alter(f"update journal_entry set number = {number - 1} where number = {number}")
        self.check_first_broken(4)

    def test_an_entry_linked_to_another_predecessor_is_named(self):
        self.alter("update journal_entry set previous_digest ="
                   " (select digest from journal_entry where number = 2) where number = 6")
        self.check_first_broken(6)

    def test_an_entry_added_to_the_end_by_another_hand_is_named(self):
        columns = [row[1] for row in program.query(self.database, "pragma table_info(journal_entry)")]
        others = ", ".join(column for column in columns if column != "number")
        self.alter(f"insert into journal_entry (number, {others})"
                   f" select {ENTRIES + 1}, {others} from journal_entry where number = {ENTRIES}")
        self.check_first_broken(ENTRIES + 1)

    def test_an_entry_slipped_in_before_the_first_is_named(self):
        self.alter("update journal_entry set number = 0 where number = 8")
        self.check_first_broken(0)

    def test_a_truncated_end_shows_against_a_note_kept_elsewhere(self):
        entries, digest = self.head()
        self.alter(f"delete from journal_entry where number > {ENTRIES - 3}")
        self.assertEqual(self.head()[0], ENTRIES - 3, "nothing inside the journal shows what was cut off")
        found = self.verified("--head", f"{entries}:{digest}")
        self.assertEqual(found.returncode, program.DECLINED)
        self.assertIn(f"ends at entry {ENTRIES - 3}", found.stderr)

    def test_a_rewritten_journal_shows_against_a_note_kept_elsewhere(self):
        entries, digest = self.head()
        self.alter("delete from journal_entry")
        added = program.run("user", "add", "--name", "Another", "--email", "another@example.org", "--role", "editor",
                            "--database", self.database)
        self.assertEqual(added.returncode, program.DONE, added.stderr)
        self.assertEqual(self.verified().returncode, program.DONE, "the new chain fits in itself")
        self.assertEqual(self.verified("--head", f"{entries}:{digest}").returncode, program.DECLINED)
        self.assertEqual(self.verified("--head", f"1:{digest}").returncode, program.DECLINED)


if __name__ == "__main__":
    unittest.main()
