"""What pages are made of: phrases with their language, links, receipts. Frozen and finished."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from urllib.parse import quote, urlencode

from factsheets.content.link import Facts
from factsheets.content.records.base import Citation, Citations, Conflict, Fact, Record, Search
from factsheets.content.records.dates import Edtf, parse_edtf
from factsheets.content.records.ids import MemberId, RecordId
from factsheets.content.records.resolution import Resolution
from factsheets.content.records.source import Reading, Source
from factsheets.content.records.state import State
from factsheets.content.records.text import Text
from factsheets.derive import Derived
from factsheets.derive.receipts import origins
from factsheets.derive.vote_events import VoteEvent, final_event, vote_events
from factsheets.site.words import Words, is_right_to_left
from factsheets.site.words.dates import say_date

REPORT_FORM = "report-an-error.yml"
"""The form, of those in `.github/ISSUE_TEMPLATE/`, by which an error is reported."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text and, where it differs from the page's, its language."""

    text: str
    lang: str = ""

    @property
    def dir(self) -> str:
        """The direction of its script, where that is not the page's."""
        return "rtl" if self.lang and is_right_to_left(self.lang) else ""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text's paragraphs."""
        return tuple(self.text.split("\n\n"))


@dataclass(frozen=True, slots=True)
class Link:
    """A link: where it leads, seen from this page, and what it says."""

    href: str
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Receipt:
    """A mark beside a fact: the number of its source in the page's list, its rank, and the place in that source.

    `is_only` where the fact has no other source.
    """

    number: int
    tier: str
    says: str
    place: str = ""
    is_only: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a conflict."""

    value: Phrase
    receipts: tuple[Receipt, ...]
    preferred: bool


@dataclass(frozen=True, slots=True)
class Dispute:
    """A conflict between sources, as shown."""

    sides: tuple[Side, ...]
    why: Phrase | None


@dataclass(frozen=True, slots=True)
class Looked:
    """When and where somebody looked in vain for what is missing."""

    when: str
    where: Phrase


@dataclass(frozen=True, slots=True)
class Remarks:
    """What stands below a fact: its note, its conflicts, and where somebody looked for what is missing from it."""

    note: Phrase | None = None
    disputes: tuple[Dispute, ...] = ()
    looked: tuple[Looked, ...] = ()


def address_of(record_type: type[Record], name: str = "index") -> str:
    """Return the address of a page within its language, for ever: `votes/s-res-2774.html`."""
    return f"{record_type.section}/{name}.html"


@lru_cache(maxsize=4096)
def _way(page: str, address: str) -> str:
    """Return the relative address that leads from a page to another file of the site."""
    return posixpath.relpath(address, posixpath.dirname(page) or ".")


@dataclass
class Scene:
    """One page in the making: what it may look up, and the sources it has cited so far, in order.

    `changed` has the day on which each file of the content last changed, where the history says.
    """

    facts: Facts
    derived: Derived
    words: Words
    address: str
    changed: Mapping[str, date] = field(default_factory=dict)
    cited: dict[str, int] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """The language of the page."""
        return self.words.language

    def full(self, address: str, language: str | None = None) -> str:
        """Return an address within the whole site: other languages than the first live in a folder of their own."""
        language = language or self.language
        return address if language == self.facts.site.first else f"{language}/{address}"

    def href(self, address: str, anchor: str = "", language: str | None = None) -> str:
        """Return the relative address from this page to another. The one place where links are made."""
        path = _way(self.full(self.address), self.full(address, language))
        return f"{path}#{anchor}" if anchor else path

    def root(self, address: str) -> str:
        """Return the relative address from this page to a file that all languages share."""
        return _way(self.full(self.address), address)

    def absolute(self) -> str:
        """Return the page's address on the web."""
        return f"{self.facts.site.address.rstrip('/')}/{self.full(self.address)}"

    def report(self, title: str) -> str:
        """Return the address of the form by which an error on this page is reported, with title and page filled in."""
        named = {"title": self.words("report_title", title=title), "form-page": self.absolute()}
        query = urlencode({"template": REPORT_FORM, **named})
        return f"{self.facts.site.repository.rstrip('/')}/issues/new?{query}"

    def citation(self, title: str, file: str) -> str:
        """Return how to cite the page: its title, the site, the day its facts last changed if known, its address."""
        said = {"title": title, "site": self.say(self.facts.site.title).text, "address": self.absolute()}
        day = self.last_changed(file)
        return self.words("citation_dated", date=day, **said) if day else self.words("citation", **said)

    def last_changed(self, file: str) -> str:
        """Return the day on which a file of the content last changed, in words; nothing where that is not known."""
        day = self.changed.get(file)
        return self.date(parse_edtf(day.isoformat())) if day else ""

    def edit(self, file: str) -> str:
        """Return the address at which a file of the content can be edited in the browser."""
        site = self.facts.site
        return f"{site.repository.rstrip('/')}/edit/{quote(site.branch)}/content/{file}"

    def vote_events(self) -> Iterator[VoteEvent]:
        """Yield every vote whose body is known."""
        return vote_events(self.facts, self.derived.counts)

    def final_event(self, name: str) -> VoteEvent | None:
        """Return the final vote on a resolution; None where there is none, or its body is not known."""
        return final_event(self.facts, self.derived.counts, name)

    def say(self, text: Text) -> Phrase:
        """Return a text in the page's language, or in another, marked as such."""
        words, lang = text.pick(self.language, self.facts.site.first)
        return Phrase(words, "" if lang == self.language else lang)

    def maybe(self, text: Text | None) -> Phrase | None:
        """Return a text, or None."""
        return self.say(text) if text else None

    def quoted(self, words: str, lang: str) -> Phrase:
        """Return words of a known language, marked where it is not the page's."""
        return Phrase(words, "" if lang == self.language else lang)

    def date(self, edtf: Edtf | None) -> str:
        """Return a date in words; unknown is said."""
        return say_date(edtf, self.words) if edtf else self.words("unknown")

    def cite(self, sources: Citations, unmarked: Citations = ()) -> tuple[Receipt, ...]:
        """Return the marks of these sources, the nearest to the facts first, and remember them for the page's list.

        `unmarked` are sources on which the facts rest, too, and which have their marks elsewhere on the page.
        """
        is_only = len(origins(self.facts, (each.source for each in (*sources, *unmarked)))) == 1
        marks = [self._receipt(each, is_only) for each in sources]
        return tuple(sorted(marks, key=lambda mark: mark.number))

    def _receipt(self, citation: Citation, is_only: bool) -> Receipt:  # noqa: FBT001 - a fact of the mark
        source = self.facts.one(Source, citation.source)
        number = self.cited.setdefault(citation.source, len(self.cited) + 1)
        form = "source_mark_only" if is_only else "source_mark"
        says = self.words(form, number=number, kind=self.say_kind(source))
        return Receipt(number, source.tier.value, says, self.at(citation), is_only)

    def say_kind(self, source: Source) -> str:
        """Return what a source is, how it was read if not itself, and whose it is if that matters."""
        said = [f"kinds.{source.kind.value}"]
        said += [f"reads.{source.read.value}"] if source.read is not Reading.ITSELF else []
        said += dict.fromkeys(f"interests.{each.kind.value}" for each in source.interests)
        return ", ".join(map(self.words, said))

    def ranked(self) -> Scene:
        """Return the same page to be made again, its sources numbered by their rank and then as they were cited."""
        order = sorted(self.cited, key=lambda name: self.facts.one(Source, name).tier.rank)
        return replace(self, cited={name: number for number, name in enumerate(order, 1)})

    def at(self, citation: Citation) -> str:
        """Return the place in a source, in words; nothing where none is given."""
        return self.words("at", place=self.say(citation.at).text) if citation.at else ""

    def name(self, record: Record, key: str) -> Phrase:
        """Return what a record is called."""
        match record:
            case State():
                return self.state_name(key)
            case Resolution():
                return Phrase(record.symbol)
            case Source(title=str(title)):
                return Phrase(title, "" if record.language in {None, self.language} else record.language or "")
        given = (getattr(record, field, None) for field in ("name", "title", "about", "description"))
        text = next((each for each in given if isinstance(each, Text)), None)
        return self.say(text) if text else Phrase(key)

    def heading(self, record: Record, key: str) -> Phrase:
        """Return the heading of a record's page: of a resolution its title, whose symbol is shown apart."""
        return self.say(record.title) if isinstance(record, Resolution) else self.name(record, key)

    def state_name(self, key: str) -> Phrase:
        """Return a state's name from CLDR, unless its record overrides it."""
        state = self.facts.get(State, key)
        if state and state.name:
            return self.say(state.name)
        return Phrase(self.words.locale.territories.get(state.alpha_2, key) if state else key)

    def section(self, kind: type[Record]) -> str:
        """Return the name of a section; in the first language of its label where the page's is not there."""
        return kind.label.get(self.language) or next(iter(kind.label.values()))

    def link(self, identifier: RecordId, anchor: str = "") -> Link:
        """Return a link to a record."""
        record = self.facts[identifier]
        return Link(self.href(address_of(type(record), identifier), anchor), self.name(record, identifier))

    def links(self, identifiers: Iterable[RecordId]) -> tuple[Link, ...]:
        """Return links to records, in the order given."""
        return tuple(self.link(each) for each in identifiers)

    def members(self, identifiers: Iterable[MemberId]) -> tuple[Link, ...]:
        """Return links to members, by name."""
        return tuple(sorted(self.links(identifiers), key=lambda link: sorting(link.phrase.text)))

    def remarks(self, fact: Fact) -> Remarks:
        """Return what stands below a fact."""
        disputes = tuple(self._dispute(each) for each in fact.conflicts)
        return Remarks(self.maybe(fact.note), disputes, self.looked(fact.searched))

    def looked(self, searched: tuple[Search, ...]) -> tuple[Looked, ...]:
        """Return where somebody looked in vain."""
        return tuple(
            Looked(self.words("searched", date=self.date(each.date)), self.say(each.where)) for each in searched
        )

    def _dispute(self, conflict: Conflict) -> Dispute:
        sides = tuple(
            Side(self.say(each.value), self.cite(each.sources), conflict.preferred in each.value.every())
            for each in conflict.values
        )
        return Dispute(sides, self.maybe(conflict.why))


def cut(text: str, most: int = 90) -> str:
    """Return a text cut at a word where it is longer than that many characters."""
    if len(text) <= most:
        return text
    return f"{(text[:most].rpartition(' ')[0] or text[:most]).rstrip(' ,;:–')}\u00a0…"


def sorting(text: str) -> str:
    """Return the key by which names are sorted: letters without their marks, case ignored."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
