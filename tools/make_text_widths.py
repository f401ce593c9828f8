#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sightline authors
# SPDX-License-Identifier: MIT
"""Writes src/platform/svg/text_widths.inc: how wide each character is at most.

A chart is drawn before anyone knows in which font it will be read: Open Sans
where it is installed, else Arial, else the system's own sans serif. So each
width is the larger of Open Sans and DejaVu Sans (the widest common fallback),
in thousandths of the font size. Debian packages fonts-open-sans and
fonts-dejavu-core; run again only when the list of characters grows.
"""
import pathlib, struct

FONTS = pathlib.Path("/usr/share/fonts/truetype")
FACES = {"kRegularWidths": ("open-sans/OpenSans-Regular.ttf", "dejavu/DejaVuSans.ttf"),
         "kBoldWidths": ("open-sans/OpenSans-Bold.ttf", "dejavu/DejaVuSans-Bold.ttf")}
# Latin letters and signs; beyond them every character counts as one font size.
FIRST, LAST = 0x20, 0x17F


def advances(path):
    """Advance per code point in thousandths of the font size, from cmap and hmtx."""
    data = path.read_bytes()
    tables = {data[12 + 16 * i:16 + 16 * i]: struct.unpack_from(">II", data, 20 + 16 * i)
              for i in range(struct.unpack_from(">H", data, 4)[0])}
    units = struct.unpack_from(">H", data, tables[b"head"][0] + 18)[0]
    metrics = struct.unpack_from(">H", data, tables[b"hhea"][0] + 34)[0]
    glyphs = glyph_numbers(data, tables[b"cmap"][0])
    hmtx = tables[b"hmtx"][0]
    return {code: -(-struct.unpack_from(">H", data, hmtx + 4 * min(glyph, metrics - 1))[0] * 1000 // units)
            for code, glyph in glyphs.items()}


def glyph_numbers(data, cmap):
    for i in range(struct.unpack_from(">H", data, cmap + 2)[0]):
        offset = cmap + struct.unpack_from(">I", data, cmap + 8 + 8 * i)[0]
        if struct.unpack_from(">H", data, offset)[0] == 4:
            return format_4(data, offset)
    raise SystemExit("no character map of format 4")


def format_4(data, offset):
    count = struct.unpack_from(">H", data, offset + 6)[0] // 2
    read = lambda start: struct.unpack_from(f">{count}H", data, offset + start)
    ends, starts = read(14), read(16 + 2 * count)
    deltas, ranges = read(16 + 4 * count), read(16 + 6 * count)
    glyphs = {}
    for i in range(count):
        for code in range(starts[i], ends[i] + 1):
            if ranges[i] == 0:
                glyph = (code + deltas[i]) & 0xFFFF
            else:
                place = offset + 16 + 6 * count + 2 * i + ranges[i] + 2 * (code - starts[i])
                glyph = struct.unpack_from(">H", data, place)[0]
                glyph = (glyph + deltas[i]) & 0xFFFF if glyph else 0
            if glyph and code < 0xFFFF:
                glyphs[code] = glyph
    return glyphs


def main():
    lines = ["// Made by tools/make_text_widths.py: thousandths of the font size, from U+0020."]
    for name, paths in FACES.items():
        faces = [advances(FONTS / path) for path in paths]
        widths = [max(face.get(code, 0) for face in faces) or 1000 for code in range(FIRST, LAST + 1)]
        lines.append(f"constexpr std::array<std::uint16_t, {len(widths)}> {name} = {{")
        lines += ["    " + ", ".join(map(str, widths[i:i + 16])) + "," for i in range(0, len(widths), 16)]
        lines.append("};")
    pathlib.Path("src/platform/svg/text_widths.inc").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
