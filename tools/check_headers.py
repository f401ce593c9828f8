#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sightline authors
# SPDX-License-Identifier: MIT
"""Checks that every header of src/ compiles alone, with the flags of the dev build.

A header that was fine is not compiled again until it, or one of ours that it
includes, or the flags change."""

import subprocess

import tree


def main():
    root = tree.root_from_arguments()
    command = tree.compile_command(root) + ["-fsyntax-only", "-x", "c++", "-"]

    def examine(header):
        name = header.relative_to(root / "src")
        done = subprocess.run(command, input=f'#include "{name}"\n', capture_output=True, text=True, cwd=root)
        if done.returncode == 0:
            return []
        first = next((line for line in done.stderr.splitlines() if ": error:" in line or "fatal error:" in line), "")
        return [f"src/{name}:1: does not compile alone: {first.removeprefix(f'{root}/')}"]

    headers = tree.files(root, "src/*.h")
    tree.finish(tree.problems_of_changed(root, "headers", headers, " ".join(command), examine))


if __name__ == "__main__":
    main()
