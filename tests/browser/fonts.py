"""Fonts of the tests' own, so that nothing they measure depends on those of a machine: one wide, one narrow.

Every letter of such a font is one and the same box. The wide one has the letters of a typewriter, and lines as high as
any: no font for reading fills a page sooner. In the narrow one what can be pressed is small and stands close.
"""

from __future__ import annotations

import base64
import re
import shutil
import struct
from dataclasses import dataclass
from pathlib import Path

_EM = 1000


@dataclass(frozen=True)
class Font:
    """A font by its name and what it measures, in thousandths of the size of its letters."""

    name: str
    advance: int
    ascent: int
    descent: int

    def css(self) -> str:
        """Return the rules that set all text of a page in this font."""
        data = base64.b64encode(_true_type(self)).decode()
        face = f'@font-face {{ font-family: "{self.name}"; src: url("data:font/ttf;base64,{data}"); }}'
        return f'{face}\n*, ::before, ::after {{ font-family: "{self.name}" !important; }}\n'


_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')

WIDE = Font("Factsheets-Wide", advance=600, ascent=1070, descent=290)
NARROW = Font("Factsheets-Narrow", advance=400, ascent=890, descent=220)


def set_in(font: Font, site: Path, target: Path) -> Path:
    """Copy a published site and set it in a font; returns the copy, without the policy that forbids such a font."""
    shutil.copytree(site, target)
    for path in target.rglob("*.html"):
        path.write_text(_POLICY.sub("", path.read_text("utf-8")), "utf-8")
    for path in target.rglob("assets/factsheets.css"):  # each language has its own
        path.write_text(path.read_text("utf-8") + font.css(), "utf-8")
    return target


def _true_type(font: Font) -> bytes:
    tables = dict(sorted(_tables(font).items()))
    start = 12 + 16 * len(tables)
    power = len(tables).bit_length() - 1
    directory = struct.pack(">IHHHH", 0x00010000, len(tables), 16 << power, power, 16 * len(tables) - (16 << power))
    body = b""
    for tag, data in tables.items():
        padded = data + bytes(-len(data) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        directory += struct.pack(">4sIII", tag.encode(), total, start + len(body), len(data))
        body += padded
    return directory + body


def _tables(font: Font) -> dict[str, bytes]:
    """Return the tables that every font must have. Two glyphs: the box that stands for a missing one, and the box."""
    width, up, down = font.advance, font.ascent, font.descent
    box = (50, 0, width - 50, 700)
    outline = struct.pack(">h4hHH", 1, *box, 3, 0) + bytes([1] * 4)
    outline += struct.pack(">8h", 50, 0, width - 100, 0, 0, 700, 0, -700)
    glyph = outline + bytes(-len(outline) % 4)
    names = {1: font.name, 2: "Regular", 3: font.name, 4: font.name, 5: "Version 1", 6: font.name}
    texts = {number: text.encode("utf-16-be") for number, text in names.items()}
    records, pool = b"", b""
    for number, text in texts.items():
        records += struct.pack(">6H", 3, 1, 0x409, number, len(text), len(pool))
        pool += text
    return {
        # Every character from the space on is glyph 1.
        "cmap": struct.pack(">HHHHIHHIIIIII", 0, 1, 3, 10, 12, 13, 0, 28, 0, 1, 0x20, 0x10FFFF, 1),
        "glyf": glyph * 2,
        "head": struct.pack(">IIIIHHqqhhhhHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 3, _EM, 0, 0, *box, 0, 8, 2, 1, 0),
        "hhea": struct.pack(">I3hHhhhhhh8xhH", 0x10000, up, -down, 0, width, 50, 50, width - 50, 1, 0, 0, 0, 1),
        "hmtx": struct.pack(">Hhh", width, 50, 50),
        "loca": struct.pack(">3I", 0, len(glyph), 2 * len(glyph)),
        "maxp": struct.pack(">I14H", 0x10000, 2, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0),
        "name": struct.pack(">3H", 0, len(texts), 6 + len(records)) + records + pool,
        "OS/2": struct.pack(
            ">Hh3H11h10x4I4s3H3h2H2I2h3H",
            4,
            width,
            400,
            5,
            0,
            *([0] * 10),
            0,
            1,
            0,
            0,
            0,
            b"test",
            0x40,
            0x20,
            0xFFFF,
            up,
            -down,
            0,
            up,
            down,
            1,
            0,
            500,
            700,
            0,
            0x20,
            1,
        ),
        "post": struct.pack(">IIhhIIIII", 0x30000, 0, -100, 50, 1, 0, 0, 0, 0),
    }
