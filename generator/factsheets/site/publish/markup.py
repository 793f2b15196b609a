"""Whether a page is valid HTML: what a browser makes of it is what was written.

A parser never fails: it closes, moves and leaves out until a tree stands. So the tree is written out again, and its
tags are compared with those of the page, which finds whatever had to be mended, at the speed of the parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from selectolax.lexbor import LexborHTMLParser

from factsheets.site.publish.faults import Fault

_TAG = re.compile(r"</?[a-zA-Z][^\s/>]*")
_STRAY = re.compile(r"<(?![a-zA-Z/!])")
_TWICE = re.compile(r'<[a-zA-Z][^<>]*?\s([^\s"=<>/]+)="[^"]*"[^<>]*?\s\1="')
_SHAPES = ("path", "rect", "circle", "line", "use", "ellipse", "polygon", "polyline", "stop")
"""Elements of pictures that are closed as they are opened, `<path/>`, and written out as `<path></path>`."""
_CLOSED = tuple(f"</{each}>" for each in _SHAPES)
_PHRASES = "p,h1,h2,h3,h4,h5,h6,span,a,button,label,summary,caption,sup,strong,em,q,s,mark,b,kbd"
_BLOCKS = "p,div,ul,ol,dl,table,figure,section,blockquote,details,form,h1,h2,h3,h4,h5,h6"
_RULES = (
    (f":is({_PHRASES}) :is({_BLOCKS})", "a block stands in a line of text"),
    (":is(a[href],button,summary) :is(a[href],button,input,select,textarea,label)", "one control stands in another"),
    (":is(ul,ol)>:not(li,template)", "a list holds what is no entry"),
    ("tr>:not(th,td),:is(thead,tbody)>:not(tr)", "a table holds what is no cell"),
    (f":is({','.join(_SHAPES)})>:not(title,desc)", "a shape of a picture is not closed"),
    ("img:not([alt])", "an image says nothing to those who do not see it"),
    ("html:not([lang]),[lang=''],[hreflang='']", "it is not said which language this is in"),
    ("[id=''],[id*=' ']", "an id is empty or has a space in it"),
)
"""What a parser lets pass and the standard does not: how to find it, and how to say it."""
_ANY = ",".join(selector for selector, _ in _RULES)
_NAMES = (
    "a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption cite code "
    "col colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main "
    "map mark menu meta meter nav noscript object ol optgroup option output p picture pre progress q rp rt "
    "ruby s samp script search section select slot small source span strong style sub summary sup table tbody "
    "td template textarea tfoot th thead time title tr track u ul var video wbr svg g defs pattern path rect "
    "circle line text tspan use desc ellipse polygon polyline stop image mask symbol clipPath linearGradient "
    "radialGradient "
)
_KNOWN = frozenset(_NAMES.split())
"""The elements that HTML and pictures have."""


def faults(html: str, document: LexborHTMLParser) -> Iterator[Fault]:
    """Yield what is not valid in a page, given as its text and as the tree that a browser makes of it."""
    again = document.html or ""
    yield from (Fault("broken-markup", each) for each in _found(html, again, document))


def _found(html: str, again: str, document: LexborHTMLParser) -> Iterator[str]:
    tags = _tags(html)
    if (built := _tags(again)) != tags:
        yield _difference(tags, built)
    yield from (f"<{name}> is no element" for name in sorted({each.lstrip("</") for each in set(tags)} - _KNOWN))
    if len(_STRAY.findall(html)) != len(_STRAY.findall(again)):
        yield "a < stands in the text as it is, instead of &lt;"
    if _attributes(html) != _attributes(again) and (twice := _TWICE.search(html)):
        yield f"an element has {twice[1]} twice"
    for selector, message in _RULES if document.css_first(_ANY) else ():
        if node := document.css_first(selector):
            yield f"{message}: <{node.tag}> {' '.join((node.text() or '').split())[:40]}".rstrip()
    yield from _title(document)


def _tags(html: str) -> list[str]:
    for each in _CLOSED:
        html = html.replace(each, "")
    return _TAG.findall(html)


def _attributes(html: str) -> int:
    return html.count('="') - html.count('=""')


def _difference(written: list[str], built: list[str]) -> str:
    """Say where a page and what browsers make of it part: the tag that is read as something else."""
    for place, (one, other) in enumerate(zip_longest(written, built, fillvalue="")):
        if one != other:
            before = " ".join(f"{each}>" for each in written[max(0, place - 2) : place])
            return f"after {before or 'the start'}, a browser reads {_tag(other)} where {_tag(one)} is written"
    return ""


def _tag(name: str) -> str:
    return f"{name}>" if name else "the end"


def _title(document: LexborHTMLParser) -> Iterator[str]:
    title = document.css_first("head>title")
    if title is None or not title.text().strip():
        yield "the page has no title"
