#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sightline authors
# SPDX-License-Identifier: MIT
"""Checks that every command says who may give it, can be decided, is given by somebody,
and is refused in a test.

A command is a struct with a constant kCommand. It needs a permission kNeeds that is
asked for, or a comment that says when it is refused; a decide() beside it; a file
outside its own service that gives it; and a TEST_CASE that gives it (itself, or
through a helper of the same file) and speaks of the refusal."""

import re

import tree

STRUCT = re.compile(r"(?P<comment>(?:^///[^\n]*\n)*)^struct\s+(?P<name>\w+)[^;{]*\{(?P<body>.*?)^\};", re.S | re.M)
NEEDS = re.compile(r"\bPermission\s+kNeeds\b")
COMMAND = re.compile(r"\bjournal::Command\s+kCommand\s*\{\s*\"([^\"]*)\"\s*,\s*\"([^\"]*)\"")
COMMENT = re.compile(r"//[^\n]*")
CASE = re.compile(r"^TEST_CASE(?:_FIXTURE|_TEMPLATE)?\(", re.M)
FUNCTION = re.compile(r"^[\w:<>&*,\s]*?\b(\w+)\([^;{}]*\)[^;{}]*\{.*?^\}", re.S | re.M)


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


def is_refused_in(text, command):
    word = re.compile(rf"\b{command}\b")
    if not word.search(text):
        return False
    before, *cases = [text[start:end] for start, end in
                      zip([0] + [case.start() for case in CASE.finditer(text)],
                          [case.start() for case in CASE.finditer(text)] + [len(text)])]
    helpers = {function.group(1) for part in [before, *cases] for function in FUNCTION.finditer(part)
               if not function.group(0).startswith("TEST_CASE") and word.search(function.group(0))}
    gives = re.compile("|".join([word.pattern] + [rf"\b{helper}\(" for helper in sorted(helpers)]))
    return any(re.search(r"refus", case, re.I) and gives.search(case) for case in cases)


def main():
    root = tree.root_from_arguments()
    sources = {file: COMMENT.sub("", tree.text_of(file)) for file in tree.files(root, "*.h", "*.cpp")}
    tests = {file: text for file, text in sources.items()
             if file.stem.endswith("_test") or file.relative_to(root).parts[0] == "tests"}
    problems, taken = [], {}
    for header, line, struct, name, did in commands(root):
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
        if not any(is_refused_in(text, command) for text in tests.values()):
            problems.append(f"{where}: no test sees {command} refused")
    tree.finish(problems)


if __name__ == "__main__":
    main()
