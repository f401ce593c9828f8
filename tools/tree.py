# SPDX-FileCopyrightText: 2026 The Sightline authors
# SPDX-License-Identifier: MIT
"""What the checks share: the files of the tree, the map, the includes, and the
stamps that let a slow check pass over what has not changed since it was fine.

A check prints `file:line: sentence` for each problem and exits 1; it is silent
and exits 0 when there is none."""

import concurrent.futures
import functools
import hashlib
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

INCLUDE = re.compile(r'\s*#\s*include\s+(["<])([^">]+)[">]')
# libqpdf's own header JSON.hh is beyond clang 14 in C++20: a vector of a type not yet complete.
BEYOND_CLANG = re.compile(r'^#include "platform/pdf/(qpdf|check_structure)\.h"', re.MULTILINE)


def root_from_arguments():
    return pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()


def finish(problems):
    for problem in problems:
        print(problem)
    sys.exit(bool(problems))


def files(root, *patterns):
    """Tracked and new files that match a pattern such as *.h; ignored ones are left out."""
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "-C", str(root), "ls-files", "-z",
         "--cached", "--others", "--exclude-standard", "--", *patterns],
        check=True, capture_output=True, text=True).stdout
    return sorted({path for name in listed.split("\0") if name and (path := root / name).is_file()})


def text_of(path):
    return path.read_text(encoding="utf-8", errors="replace")


def numbered_lines(path):
    return enumerate(text_of(path).splitlines(), 1)


def feature_map(root):
    """Name of each layer and feature -> every layer and feature it may use."""
    uses = {}
    for kind, name, rest in re.findall(r"^sightline_(layer|feature)\((\w+)([^)]*)\)",
                                       text_of(root / "src/CMakeLists.txt"), re.M):
        direct = set(rest.split()) - {"USES"}
        if kind == "feature":
            direct |= {"base", "platform"}
        uses[name] = direct.union(*(uses[used] for used in direct))
    return uses


def part_map(root):
    """Name of each part of platform/ -> every other part it may use."""
    direct = {}
    for name, rest in re.findall(r"^sightline_part\((\w+)([^)]*)\)",
                                 text_of(root / "src/platform/CMakeLists.txt"), re.M):
        named = re.search(r"\bUSES\b((?:\s+(?!LINKS\b)\w+)*)", rest)
        direct[name] = set(named.group(1).split()) if named else set()

    def reached(name):
        return direct.get(name, set()).union(*(reached(used) for used in direct.get(name, set())))

    return {name: reached(name) for name in direct}


def read_by_tidy(root):
    """What check_tidy.py reads: the units that the dev build compiles, and the files by themselves, until every
    source file of src/ and apps/ but the tests has been read."""
    unread = {file for file in files(root, "src/*.cpp", "apps/*.cpp")
              if not file.stem.endswith("_test") and not BEYOND_CLANG.search(text_of(file))}
    chosen = []
    for entry in compile_commands(root):
        if unread.intersection(sources := sources_of(entry)):
            unread.difference_update(sources)
            chosen.append(pathlib.Path(entry["file"]))
    return chosen


# Stamps ---------------------------------------------------------------------


@functools.lru_cache(maxsize=None)
def project_files_read_by(root, path):
    """`path` and every file of ours that it includes, however indirectly."""
    reached, waiting = set(), [path]
    while waiting:
        file = waiting.pop()
        if file in reached:
            continue
        reached.add(file)
        for quote, target in INCLUDE.findall(text_of(file)):
            for found in (root / "src" / target, file.parent / target):
                if quote == '"' and found.is_file():
                    waiting.append(found)
                    break
    return sorted(reached)


def problems_of_changed(root, name, paths, salt, examine):
    """What `examine(path)` says (a list of problems) of each path whose content, included files or
    `salt` differ from when it last said nothing. One per processor at a time."""
    stamps = root / "build/check" / name
    stamps.mkdir(parents=True, exist_ok=True)

    def one(path):
        digest = hashlib.sha256(salt.encode())
        for file in project_files_read_by(root, path):
            digest.update(str(file.relative_to(root)).encode() + b"\0" + file.read_bytes())
        stamp = stamps / digest.hexdigest()
        if stamp.exists():
            stamp.touch()
            return []
        problems = examine(path)
        if not problems:
            stamp.touch()
        return problems

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        problems = [problem for found in pool.map(one, paths) for problem in found]
    newest = sorted(stamps.iterdir(), key=lambda stamp: stamp.stat().st_mtime, reverse=True)
    for stale in newest[4000:]:
        stale.unlink(missing_ok=True)
    return problems


def compile_commands(root):
    """How the dev build compiles each file, as CMake writes it; nothing before it was configured."""
    database = root / "build/dev/compile_commands.json"
    return json.loads(text_of(database)) if database.exists() else []


def sources_of(entry):
    """The source files that one command compiles: those that a unit of CMake's includes, or the file it names."""
    compiled = pathlib.Path(entry["file"])
    if compiled.parent.name != "Unity":
        return [compiled]
    return [pathlib.Path(target) for _, target in INCLUDE.findall(text_of(compiled))]


def compile_command(root):
    """How the dev build compiles a file of src/: the compiler and its flags, no file named."""
    for entry in compile_commands(root):
        if any(source.is_relative_to(root / "src") for source in sources_of(entry)):
            words = shlex.split(entry["command"])
            words = words[1:] if words[0].endswith("ccache") else words
            return [words[0]] + [word for word in words[1:]
                                 if word.startswith(("-std=", "-W", "-D", "-I", "-isystem"))]
    sys.exit("build/dev/compile_commands.json names no file of src/: run cmake --preset dev")
