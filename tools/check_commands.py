#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sightline authors
# SPDX-License-Identifier: MIT
"""Checks that every command says who may give it, can be decided, is given by somebody,
and is held against every role in a test.

A command is a struct with a constant kCommand. It needs a permission kNeeds that is
asked for, or a comment that says when it is refused; a decide() beside it; a file
outside its own service that gives it; and a place in a table of who may do what: in an
*_access_test.cpp that has a row for every role, a mark of what it answers each."""

import collections
import re

import tree

STRUCT = re.compile(r"(?P<comment>(?:^///[^\n]*\n)*)^struct\s+(?P<name>\w+)[^;{]*\{(?P<body>.*?)^\};", re.S | re.M)
NEEDS = re.compile(r"\bPermission\s+kNeeds\b")
COMMAND = re.compile(r"\bjournal::Command\s+kCommand\s*\{\s*\"([^\"]*)\"\s*,\s*\"([^\"]*)\"")
COMMENT = re.compile(r"//[^\n]*")
TABLE = "check_names_every_role("
# In no table, and why. A test sees them refused.
WITHOUT_ROLE = {
    "StartSession": "given by somebody at the door, who has no role yet",
    "NoteFailedSignIn": "given by somebody at the door, who has no role yet",
}


def commands(root):
    """(header, line, match of STRUCT, name, did) of every command of the program; those of tests are none."""
    for header in tree.files(root, "src/*.h"):
        if header.stem.endswith("_test"):
            continue
        text = tree.text_of(header)
        for struct in STRUCT.finditer(text):
            found = COMMAND.search(struct["body"])
            if found:
                yield header, text.count("\n", 0, struct.start("name")) + 1, struct, found.group(1), found.group(2)


def is_said_of(command, saying, text):
    """Whether one statement of the text holds both a call such as is_refused( and the command."""
    return re.search(rf"\b{saying}\w*\([^;]*\b{command}\b", text)


def main():
    root = tree.root_from_arguments()
    sources = {file: COMMENT.sub("", tree.text_of(file)) for file in tree.files(root, "*.h", "*.cpp")}
    tests = {file: text for file, text in sources.items()
             if file.stem.endswith("_test") or file.relative_to(root).parts[0] == "tests"}
    tables = {file: text for file, text in tests.items() if file.stem.endswith("_access_test") and TABLE in text}
    found = list(commands(root))
    namesakes = collections.Counter(struct["name"] for _, _, struct, _, _ in found)
    problems, taken = [], {}
    for header, line, struct, name, did in found:
        command = struct["name"]
        where = f"{header.relative_to(root)}:{line}"
        feature = header.relative_to(root / "src").parts[0]
        own = {header, header.with_suffix(".cpp")}
        decided = re.compile(rf"\bdecide\([^;{{)]*\b{command}\s*&")
        if not re.fullmatch(rf"{feature}\.[a-z0-9_-]+", name):
            problems.append(f"{where}: the name {name} is not {feature}.verb")
        if taken.setdefault(name, where) != where:
            problems.append(f"{where}: the name {name} is taken by {taken[name]}")
        if not did.strip():
            problems.append(f"{where}: {command} has no sentence for the journal")
        if not NEEDS.search(struct["body"]):
            if "refused" not in struct["comment"].lower():
                problems.append(f"{where}: {command} has no kNeeds and no comment that says when it is refused")
        elif not any(f"{command}::kNeeds" in text for file, text in sources.items() if file not in tests):
            problems.append(f"{where}: nothing asks for {command}::kNeeds")
        if not any(decided.search(text) for file, text in sources.items() if file not in tests):
            problems.append(f"{where}: nothing decides {command}")
        given = re.compile(rf"perform\([^;]*\b{command}\{{")
        if not any((re.search(rf"\b{command}\b", text) if file not in own else given.search(text))
                   for file, text in sources.items() if file not in tests):
            problems.append(f"{where}: nobody gives the command {command}")
        if command in WITHOUT_ROLE:
            if not any(is_said_of(command, "is_refused", text) for text in tests.values()):
                problems.append(f"{where}: no test sees {command} refused")
        elif not any(is_said_of(command, "mark_", text) for file, text in tables.items()
                     if namesakes[command] == 1 or feature in file.relative_to(root).parts):
            problems.append(f"{where}: no table of who may do what marks {command} (*_access_test.cpp)")
    tree.finish(problems)


if __name__ == "__main__":
    main()
