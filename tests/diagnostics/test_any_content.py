"""Whatever an editor does to a record: diagnostics with a known code, a hint and a place, and never a crash."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factsheets import pipeline
from factsheets.content.records.values import is_safe_url
from factsheets.diagnostics.codes import CODES
from tests.world import WORLD, lay

FILES = sorted(WORLD)
odd: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from(
        ["NO", "yes", "2025-02-30", "record", "GBR", "-1", "1/0", "9/1", "x y", "en", "unknown", "resolution"]
    ),
    st.just([]),
    st.just({}),
    st.lists(st.sampled_from(["GBR", "NOR", "zzz", "yes"]), max_size=3),
    st.dictionaries(
        st.sampled_from(["en", "id", "yes", "source", "zzz"]), st.sampled_from(["x", "record"]), max_size=2
    ),
)


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 - a YAML tree
    for key, item in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield (*path, key)
        yield from places(item, (*path, key))


@given(st.data())
def test_no_change_to_a_record_is_a_crash(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(FILES))
    tree = yaml.load(WORLD[name], Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts only
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from(list(places(tree)) or [()]))
        if not path:
            continue
        parent = tree
        for key in path[:-1]:
            parent = parent[key]
        if data.draw(st.booleans()):
            parent[path[-1]] = data.draw(odd)
        else:
            del parent[path[-1]]
    root: Path = tmp_path_factory.mktemp("world")
    checked = pipeline.check(lay(root, {name: yaml.safe_dump(tree, allow_unicode=True) if tree else "{}"}))
    for each in checked.diagnostics:
        assert each.code in CODES
        assert each.hint
        assert each.place.file.startswith("content/")


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://www.un.org/en", True),
        ("http://example.org:8080/?q=a&b#c", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,x", False),
        ("vbscript:x", False),
        ("//example.org/x", False),
        ("https:", False),
        ("https://", False),
        ("https://user@example.org/", False),
        ('https://example.org/"onclick=x', False),
        (" https://example.org/", False),
        ("java\nscript:alert(1)", False),
        ("ftp://example.org", False),
    ],
)
def test_links_have_an_allowed_scheme(url: str, *, safe: bool) -> None:
    assert is_safe_url(url) is safe
