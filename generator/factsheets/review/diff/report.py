"""All that differs, as a report for a reviewer: the gravest first, and in the first line what it comes to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from factsheets.content.link import Key
from factsheets.content.records.base import Gravity
from factsheets.content.records.source import Source
from factsheets.diagnostics import Diagnostic
from factsheets.diagnostics.reports import Item, Line, Said, Section
from factsheets.review.diff.missing_corrections import gravity_of
from factsheets.review.diff.model import Change, Diff, End, Kind, Owed, PageChange
from factsheets.review.diff.phrases import item, joined_names, vote_item, vote_line


@dataclass(frozen=True, slots=True)
class Report:
    """The first line, what was compared, and what was found, section by section; empty ones are left out."""

    headline: Line
    compared: Line
    sections: tuple[Section, ...]


_EDITING = {"review_due", "reviewed", "status", "superseded_by"}
"""Fields about the work on a record, not about the world."""
_EXPLAINED = {Kind.NOTE, Kind.DOUBT, Kind.CONFLICT, Kind.ORDER, Kind.CORRECTION}
_RECEIPTS = {Kind.SOURCES, Kind.SUPPORT}


def report(diff: Diff) -> Report:
    """Return the report on what differs."""
    why = _reasons(diff)
    sections = (
        Section("Content with errors", tuple(_errors(diff)), is_grave=True),
        Section("Votes", _votes(diff, is_of_proof=False), is_grave=True),
        Section("Quotations changed", _items(diff, _is_misquoted), is_grave=True),
        Section(
            "Corrections owed", tuple(_owed(diff, each, why) for each in diff.owed if _is_grave(each)), is_grave=True
        ),
        Section("Facts changed", _items(diff, _is_changed)),
        Section("Facts added", _items(diff, _is_added)),
        Section(
            "Wording that may owe a correction",
            tuple(_owed(diff, each, why) for each in diff.owed if not _is_grave(each)),
        ),
        Section("Proofs", _votes(diff, is_of_proof=True)),
        Section("Sources", (*_items(diff, _is_of_sources), *_items(diff, lambda each: each.kind in _RECEIPTS))),
        Section("Notes, doubts, conflicts, corrections, reviews", _items(diff, _is_explained)),
        Section("Pages", tuple(_pages(diff.pages or ()))),
        Section("Messages of the check", tuple(_messages(diff))),
    )
    compared = (Said(diff.base.name), " → ", Said(diff.head.name))
    return Report(_headline(diff), compared, tuple(each for each in sections if each.items))


def _votes(diff: Diff, *, is_of_proof: bool) -> tuple[Item, ...]:
    return tuple(vote_item(each, diff.names[each.key]) for each in diff.votes if each.is_of_proof is is_of_proof)


def _items(diff: Diff, chosen: Callable[[Change], bool]) -> tuple[Item, ...]:
    return tuple(_item(diff, each) for each in diff.changes if chosen(each))


def _item(diff: Diff, change: Change) -> Item:
    made = item(change, diff.names[change.key])
    folder, name = change.key
    resting = diff.resting.get(name, 0) if folder == Source.folder else 0
    more = (f" ({_counted(resting, 'fact rests', 'facts rest')} on it)",) if resting else ()
    return Item(made.about, (*made.line, *more), made.shift)


def _is_grave(owed: Owed) -> bool:
    return owed.gravity is not Gravity.WORDING


def _is_misquoted(each: Change) -> bool:
    return each.kind is Kind.QUOTATION and each.before is not None


def _is_of_sources(each: Change) -> bool:
    return each.key[0] == Source.folder and each.kind not in _RECEIPTS


def _is_explained(each: Change) -> bool:
    return (each.kind in _EXPLAINED or not _EDITING.isdisjoint(each.path[:1])) and not _is_of_sources(each)


def _is_fact(each: Change) -> bool:
    return not (each.kind in _RECEIPTS or _is_explained(each) or _is_misquoted(each) or _is_of_sources(each))


def _is_added(each: Change) -> bool:
    return _is_fact(each) and each.before is None


def _is_changed(each: Change) -> bool:
    return _is_fact(each) and each.before is not None


def _headline(diff: Diff) -> Line:
    """Return what it comes to: of one record what differs in it, else how many there are of what counts."""
    lines = [*map(vote_line, diff.votes), *(_item(diff, each).line for each in sorted(diff.changes, key=_weight))]
    pages = "pages not compared" if diff.pages is None else _counted(len(diff.pages), "page changes", "pages change")
    keys = {each.key for each in diff.changes} | {each.key for each in diff.votes}
    if not lines:
        said = "nothing that can be compared changes" if diff.pages is None else "nothing changes for the reader"
        return (*_errors_first(diff), pages if diff.pages else said, *_also(diff))
    if len(keys) == 1:
        more = f"; and {len(lines) - 1} more" if len(lines) > 1 else ""
        return (*_errors_first(diff), Said(diff.names[keys.pop()]), ": ", *lines[0], f"{more}; {pages}", *_also(diff))
    return (*_errors_first(diff), "; ".join([*_numbers(diff), pages]), *_also(diff))


def _weight(each: Change) -> int:
    """Return how soon a change has to be said: what readers lose first, then facts, then what they rest on."""
    if each.kind is Kind.ADDRESS or _is_misquoted(each):
        return 0
    return 1 if _is_fact(each) else 2 if each.kind is Kind.SUPPORT else 3


def _errors_first(diff: Diff) -> Iterator[str]:
    """Say before all else that nothing of this can be published."""
    if diff.head.errors:
        yield f"{_counted(diff.head.errors, 'ERROR', 'ERRORS')}; "


def _numbers(diff: Diff) -> Iterator[str]:
    whole = {each.key: each for each in diff.changes if each.kind is Kind.RECORD}
    changed = ({each.key for each in diff.changes} | {each.key for each in diff.votes}) - set(whole)
    if changed:
        yield _counted(len(changed), "record changes", "records change")
    if new := sum(each.before is None for each in whole.values()):
        yield f"{new} new"
    if gone := len(whole) - sum(each.before is None for each in whole.values()):
        yield f"{gone} gone"
    if lost := sum(each.kind is Kind.ADDRESS and each.after is None for each in diff.changes):
        yield _counted(lost, "old address leads nowhere now", "old addresses lead nowhere now")
    outcomes = sum(each.outcome is not None for each in diff.votes)
    yield _counted(outcomes, "OUTCOME CHANGES", "OUTCOMES CHANGE") if outcomes else "no outcome changes"
    if moved := sum(len(each.moved) for each in diff.votes):
        yield _counted(moved, "position changes", "positions change")
    if quoted := sum(map(_is_misquoted, diff.changes)):
        yield _counted(quoted, "quotation changes", "quotations change")
    if alone := sum(each.kind is Kind.SUPPORT for each in diff.changes):
        yield _counted(alone, "fact rests on one source or none now", "facts rest on one source or none now")


def _also(diff: Diff) -> Iterator[str]:
    if owed := sum(map(_is_grave, diff.owed)):
        yield "; " + _counted(owed, "correction is not recorded", "corrections are not recorded")
    if diff.found:
        yield "; " + _counted(len(diff.found), "new message of the check", "new messages of the check")


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _errors(diff: Diff) -> Iterator[Item]:
    """Say which side has errors, and what could not be compared for that."""
    for end in (diff.base, diff.head):
        if end.errors:
            said = (
                f" has {_counted(end.errors, 'error', 'errors')}; what can be read of it is compared, its pages are not"
            )
            yield Item(None, (Said(end.name), said, *_unread(end)))


def _unread(end: End) -> Line:
    if not end.unread:
        return ()
    return ("; not compared: ", *joined_names("/".join(key) for key in end.unread))


def _reasons(diff: Diff) -> Mapping[tuple[Key, Gravity | None], list[Line]]:
    """Return what differs in each record that owes a correction, by its gravity as a mistake: votes first."""
    owing = {each.key for each in diff.owed}
    found: dict[tuple[Key, Gravity | None], list[Line]] = {}
    for vote in (each for each in diff.votes if each.key in owing):
        found.setdefault((vote.key, vote.gravity), []).append(vote_line(vote))
    for change in (each for each in diff.changes if each.key in owing):
        found.setdefault((change.key, gravity_of(change)), []).append(item(change, "").line)
    return found


def _owed(diff: Diff, owed: Owed, why: Mapping[tuple[Key, Gravity | None], list[Line]]) -> Item:
    """Name a correction that is owed, and for what; raises LookupError if it is for nothing."""
    lines = why[owed.key, owed.gravity]
    more = (f"; and {len(lines) - 1} more",) if len(lines) > 1 else ()
    recorded = f"only one of gravity {owed.recorded.value}" if owed.recorded else "no correction"
    said = f"{recorded} recorded; this is of gravity {owed.gravity.value}{', if not more' * (not _is_grave(owed))}: "
    return Item(Said(diff.names[owed.key]), (said, *lines[0], *more))


def _pages(pages: tuple[PageChange, ...]) -> Iterator[Item]:
    """Yield a line for each kind of page and what happened to it, with the addresses."""
    languages = {each.language for each in pages}

    def kind(page: PageChange) -> tuple[str, str]:
        return page.address.rpartition("/")[0], page.how.value

    for (section, how), some in groupby(sorted(pages, key=lambda each: (*kind(each), each.address)), kind):
        found: dict[str, list[str]] = {}
        for page in some:
            found.setdefault(page.address, []).append(page.language)
        number = sum(map(len, found.values()))
        names = (
            address + ("" if languages == set(tags) else f" ({', '.join(tags)})") for address, tags in found.items()
        )
        kinds = Said(section) if section else "pages of their own"
        yield Item(None, (kinds, f": {number} {how}: ", *joined_names(names)))


def _messages(diff: Diff) -> Iterator[Item]:
    for what, found in (("new", diff.found), ("mended", diff.mended)):
        for each in found:
            yield Item(None, _message(what, each))


def _message(what: str, each: Diagnostic) -> Line:
    severity = f"{what}: {each.severity.value} "
    return (severity, Said(each.code), " at ", Said(str(each.place)), ": ", Said(each.message))
