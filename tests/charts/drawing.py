"""Reading charts as XML, and texts to put into them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from xml.etree import ElementTree as ET

from hypothesis import strategies as st

from factsheets.site.charts.figure import KINDS
from factsheets.site.escape import escape

NAME = "some-chart"
TAGS = {"svg", "title", "desc", "defs", "pattern", "g", "rect", "circle", "path", "line", "text"}

kinds = st.sampled_from(KINDS)
texts = st.one_of(
    st.text(max_size=12), st.sampled_from(["<script>alert(1)</script>", '"><g onload="x">', "]]>", "\n\n# x"])
)


def plain(text: str) -> str:
    """Return a text as readers get it: on one line, without forbidden characters."""
    return unescape(str(escape(text)))


def read(chart: str, title: str, description: str) -> ET.Element:
    """Return a chart as a tree, after what must be true of every chart."""
    assert not re.search(r"[\n\r]|\sstyle=", chart)
    tree = ET.fromstring(chart)  # noqa: S314 - our own text
    assert {each.tag for each in tree.iter()} <= TAGS
    names = [each.get("id") for each in tree.iter() if each.get("id")]
    assert len(names) == len(set(names))
    assert [(each.tag, each.get("id"), each.text or "") for each in tree if each.tag in {"title", "desc"}] == [
        ("title", f"{NAME}-title", plain(title)),
        ("desc", f"{NAME}-desc", plain(description)),
    ]
    assert (tree.get("role"), tree.get("aria-labelledby")) == ("img", f"{NAME}-title {NAME}-desc")
    assert {each.attrib["fill"] for each in tree.iter() if "fill" in each.attrib} <= {f"url(#{name})" for name in names}
    return tree


def marks(tree: ET.Element, css: str = "chart-mark") -> list[ET.Element]:
    """Return the groups of a class, in the order in which they are drawn."""
    return [each for each in tree.iter("g") if css in (each.get("class") or "").split()]


def tip(mark: ET.Element) -> str:
    """Return what pointing at a mark shows."""
    return mark.findtext("title") or ""


def kind(mark: ET.Element) -> str:
    """Return the kind of a mark, after a look at its fill: each kind has its own, and only some have a pattern."""
    (found,) = re.findall(r"kind-(\S+)", mark.get("class") or "")
    assert mark.get("fill") in {None, f"url(#{NAME}-{found})"}
    return str(found)


def numbers(element: ET.Element, *names: str) -> list[float]:
    """Return attributes of an element as numbers; percentages as those."""
    return [float(element.attrib[name].removesuffix("%")) for name in names]


def boxes(tree: ET.Element) -> Iterator[tuple[float, float, float, float]]:
    """Yield the left, top, right and bottom of every disc, square and path of marks."""
    for mark in marks(tree):
        for each in mark:
            if each.tag == "circle":
                x, y, r = numbers(each, "cx", "cy", "r")
                yield x - r, y - r, x + r, y + r
            if each.tag == "rect":
                x, y, width, height = numbers(each, "x", "y", "width", "height")
                yield x, y, x + width, y + height
            if each.tag == "path" and (found := re.match(r"M(\S+) (\S+)l(\S+) (\S+) \3 \3 ", each.attrib["d"])):
                x, y, reach = (float(found[part]) for part in (1, 2, 3))
                yield x, y - reach, x + 2 * reach, y + reach


def assert_inside(tree: ET.Element) -> None:
    left, top, width, height = map(float, tree.attrib["viewBox"].split())
    for box in boxes(tree):
        assert left <= box[0], box
        assert top <= box[1], box
        assert box[2] <= width, box
        assert box[3] <= height, box
