#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sightline authors
# SPDX-License-Identifier: MIT
"""Runs the checks of .clang-tidy on every source file of src/ and apps/ but the tests,
several at once: as the dev build puts them together in units.

A unit that was fine is not read again until a file of it, or one of ours that they
include, or the list of checks changes."""

import re
import subprocess

import tree

FOUND = re.compile(r"^(.+?):(\d+):\d+: (?:warning|error): (.*)$")


def main():
    root = tree.root_from_arguments()
    salt = tree.text_of(root / ".clang-tidy") + " ".join(tree.compile_command(root))

    def examine(unit):
        # The compile command is g++'s, with options that clang does not know.
        done = subprocess.run(["clang-tidy-14", "-p", str(root / "build/dev"), "--quiet",
                               "--extra-arg=-Wno-unknown-warning-option", str(unit)],
                              capture_output=True, text=True, cwd=root)
        found = [match for line in done.stdout.splitlines() if (match := FOUND.match(line))]
        if done.returncode != 0 and not found:
            return [f"{unit.relative_to(root)}:1: clang-tidy failed: {done.stderr.strip()[-500:]}"]
        return [f"{match[1].removeprefix(f'{root}/')}:{match[2]}: {match[3]}" for match in found]

    tree.finish(sorted(set(tree.problems_of_changed(root, "tidy", tree.read_by_tidy(root), salt, examine))))


if __name__ == "__main__":
    main()
