"""One scope beside the entries of a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from factsheets.content.records.resolution import Resolution
from factsheets.pipeline import Checked
from factsheets.review.coverage.matching import Pairs, alike, matched
from factsheets.review.coverage.model import Compared, Extra, ListEntry, Missing, Open, Remark
from factsheets.review.coverage.numbers import tally_there
from factsheets.review.coverage.pairs import Pair, differences, positions
from factsheets.review.coverage.scopes import Asked
from factsheets.review.lists.model import Entry
from factsheets.review.lists.symbols import key, keys
from factsheets.review.upkeep.naming import LANGUAGE, named


@dataclass(frozen=True, slots=True)
class _Beside:
    """A scope and the entries it has in the list: each that is found, and each that is recorded here or left out."""

    checked: Checked
    scope: Asked
    entries: Sequence[Entry] = field(repr=False)
    runs: frozenset[str] = field(repr=False)
    pairs: Pairs = field(repr=False)
    found: tuple[Entry, ...]

    @property
    def missing(self) -> tuple[Entry, ...]:
        """The entries that are neither recorded here nor left out."""
        here = {id(each) for pair in self.pairs.values() for each in pair}
        return tuple(each for each in self.found if id(each) not in here and not _is_left_out(self.scope, each))

    @property
    def extra(self) -> tuple[str, ...]:
        """The resolutions that are not in the list, and are not known to be beyond it."""
        return tuple(
            each for each in self.scope.within if each not in self.pairs and self.scope.awaits(each, self.runs)
        )


def compared(checked: Checked, scope: Asked, entries: Sequence[Entry], runs: frozenset[str]) -> Compared:
    """Compare a scope with the entries of a list."""
    pairs = _on_topic(scope, matched(entries, scope.within))
    here = {id(each) for pair in pairs.values() for each in pair}
    found = tuple(each for each in entries if id(each) in here or _is_counted(scope, each))
    beside = _Beside(checked, scope, entries, runs, pairs, found)
    missing = beside.missing
    every = [Pair(checked, name, scope.within[name], each) for name, pair in pairs.items() for each in pair]
    return Compared(
        scope.name,
        named(checked, scope.key, (), scope.path) if scope.record else None,
        scope.record.subject.pick(LANGUAGE, checked.facts.site.first)[0] if scope.record else "",
        len(found),
        len(pairs),
        len(scope.left_out),
        tuple(_missing(beside, missing)),
        tuple(_extra(beside, missing)),
        tuple(each for pair in every for each in differences(pair)),
        tuple(each for pair in every for each in positions(pair)),
        tuple(_remarks(beside)),
        tuple(_open(beside, every)),
    )


def _on_topic(scope: Asked, pairs: Pairs) -> Pairs:
    """Return the pairs of which either side is on the topic."""
    return {
        name: found
        for name, found in pairs.items()
        if scope.speaks(name) or any(scope.finds(each.head) for each in found)
    }


def _is_counted(scope: Asked, entry: Entry) -> bool:
    """Tell whether an entry that is not recorded here is within a scope: a vote that is found, or what is left out."""
    return _is_left_out(scope, entry) or (entry.head.is_vote is True and scope.finds(entry.head))


def _is_left_out(scope: Asked, entry: Entry) -> bool:
    return not scope.keys_left_out.isdisjoint(keys(entry.head.symbol))


def _list_entry(entry: Entry) -> ListEntry:
    head = entry.head
    return ListEntry(
        head.called, head.day.isoformat() if head.day else None, head.title, tally_there(entry), head.file, head.line
    )


def _missing(beside: _Beside, missing: Sequence[Entry]) -> Iterator[Missing]:
    others = {n: each for n, each in beside.checked.facts.all(Resolution).items() if n not in beside.pairs}
    elsewhere = matched(missing, others)
    recorded = _by_entry((entry, name) for name, found in elsewhere.items() for entry in found)
    likely = _by_entry(alike(missing, {name: each for name, each in others.items() if name not in elsewhere}))
    for each in missing:
        yield Missing(_list_entry(each), tuple(recorded.get(id(each), ())), tuple(likely.get(id(each), ())))


def _by_entry(pairs: Iterable[tuple[Entry, str]]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for entry, name in pairs:
        found.setdefault(id(entry), []).append(name)
    return found


def _extra(beside: _Beside, missing: Sequence[Entry]) -> Iterator[Extra]:
    own = {name: beside.scope.within[name] for name in beside.extra}
    likely: dict[str, list[str]] = {}
    for entry, name in alike(missing, own):
        likely.setdefault(name, []).append(entry.head.called)
    for name in own:
        fact = named(beside.checked, (Resolution.folder, name), (), ("symbol",))
        yield Extra(fact, tuple(likely.get(name, ())))


def _remarks(beside: _Beside) -> Iterator[Remark]:
    """Yield where the record of the comparison does not say what the list says."""
    scope = beside.scope
    if scope.record is None:
        return
    if scope.record.entries != len(beside.found):
        words = f"the record says {scope.record.entries}, the list has {len(beside.found)}"
        yield _remark(beside, ("entries",), "entries", words)
    in_list = {each: entry for entry in beside.entries for each in keys(entry.head.symbol)}
    recorded = {each: name for name, one in scope.within.items() for each in keys(one.symbol)}
    for index, one in enumerate(scope.record.left_out):
        if (symbol := key(one.symbol)) not in in_list:
            yield _remark(beside, ("left_out", index), one.symbol, "it is left out, and is not in the list")
        elif symbol in recorded:
            yield _remark(beside, ("left_out", index), one.symbol, f"it is left out, and recorded: {recorded[symbol]}")
    for index, name in enumerate(scope.record.beyond):
        if pair := beside.pairs.get(str(name)):
            words = f"it is said not to be in the list, and stands in {pair[0].head.file}:{pair[0].head.line}"
            yield _remark(beside, ("beyond", index), str(name), words)


def _remark(beside: _Beside, at: tuple[str | int, ...], about: str, words: str) -> Remark:
    path = (*beside.scope.path, *at)
    return Remark(named(beside.checked, beside.scope.key, (), path), about, words)


def _open(beside: _Beside, every: Sequence[Pair]) -> Iterator[Open]:
    """Yield what the list leaves open in the entries that are compared, also in those that say not how they ended."""
    of_pairs: dict[int, list[Pair]] = {}
    for pair in every:
        of_pairs.setdefault(id(pair.entry), []).append(pair)
    counted = set(map(id, beside.found))
    for each in beside.entries:
        pairs = of_pairs.get(id(each), [])
        is_unsure = each.head.is_vote is None and beside.scope.finds(each.head)
        if pairs or is_unsure or id(each) in counted:
            flaws = dict.fromkeys((*each.flaws, *(flaw for pair in pairs for flaw in pair.named_there.flaws)))
            yield from (Open(each.head.called, each.head.file, flaw.line, flaw.words) for flaw in flaws)
