"""One change as a line in English, with what content says kept apart from our own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factsheets.diagnostics.reports import Item, Line, Said
from factsheets.review.diff.model import Change, Kind, Shift, VoteChange

_NOUNS = {
    "about": "section",
    "amendments": "amendment",
    "basis": "basis of the list",
    "conflicts": "sources that disagree over",
    "coverage": "coverage",
    "doubts": "doubtful words",
    "exclusions": "exclusion of",
    "inferred": "inferred position",
    "interests": "interest",
    "key_facts": "key fact",
    "left_out": "entry left out",
    "links": "link",
    "member_sources": "vote of",
    "membership": "members",
    "misreadings": "misreading",
    "motions": "motion",
    "offices": "office",
    "open_questions": "open question",
    "paragraphs": "paragraph",
    "proxies": "proxy for",
    "reported": "reported position",
    "reported_numbers": "reported numbers",
    "rules": "rule",
    "searched": "search of",
    "seats": "seats",
    "votes": "vote",
    "wordings": "wording",
}
"""The fields that hold entries with names, and what one of them is called."""

_SHORT = 60
"""Characters of a value that stand in the line itself."""

_MANY = 6
"""Names that are listed one by one."""

_FACTS = {Kind.DATE, Kind.ENTRY, Kind.LIST, Kind.NAME, Kind.QUOTATION, Kind.RECORD, Kind.VALUE}
"""The kinds of change whose source is named in the line."""

_ADDRESSES = {Kind.ADDRESS, Kind.RECORD, Kind.RENAMED}
_APART = _ADDRESSES | {Kind.LIST, Kind.SOURCES, Kind.SUPPORT}
"""The kinds of change that are said in a way of their own."""

_VERBS = {Kind.CORRECTION: ("recorded", "taken out"), Kind.CONFLICT: ("said now", "said no more")}


def item(change: Change, name: str) -> Item:
    """Return a change as a line about its record."""
    about = Said(name)
    is_long = max(len(change.before or ""), len(change.after or "")) > _SHORT
    if is_long and change.kind not in _APART:
        line = (*_where(change), _verb(change), *_sources(change))
        return Item(about, line, (change.before, change.after))
    return Item(about, (*_where(change), *_how(change), *_sources(change), *_still_named(change)))


def vote_item(change: VoteChange, name: str) -> Item:
    """Return what differs in a vote as a line about its resolution, the proof below it."""
    below = (change.proof.before, change.proof.after) if change.proof else None
    more = ("; the proof reads otherwise",) if change.proof else ()
    return Item(Said(name), (*vote_line(change), *more), below)


def vote_line(change: VoteChange) -> Line:
    """Return what differs in a vote but for the proof."""
    return ("vote ", Said(change.vote, is_name=True), ": ", *_joined(_of_vote(change), "; "))


def _of_vote(change: VoteChange) -> Iterator[Line]:
    yield from _moved(change)
    for said, shift in (
        ("tally", change.tally),
        ("no vote cast", change.away),
        ("those not listed may have", change.rest),
        ("members not listed", change.unlisted),
    ):
        if shift:
            yield (f"{said} ", *_arrow(shift.before, shift.after))
    if change.outcome:
        yield ("OUTCOME ", *_arrow(change.outcome.before, change.outcome.after))
    else:
        yield ("outcome unchanged (", Said(change.result), ")")


def joined_names(names: Iterable[str]) -> Line:
    """Return names as a list; of many, the first and how many there are besides."""
    listed = list(names)
    shown = listed if len(listed) <= _MANY + 1 else listed[:_MANY]
    more = f" and {len(listed) - len(shown)} more" if len(listed) > len(shown) else ""
    return (*_joined([Said(each) for each in shown], ", "), *([more] if more else []))


def _joined(parts: Iterable[str | Said | Line], between: str) -> Line:
    line: list[str | Said] = []
    for part in parts:
        line += [between] if line else []
        line += part if isinstance(part, tuple) else [part]
    return tuple(line)


def _moved(change: VoteChange) -> Iterator[Line]:
    alike: dict[Shift, list[str]] = {}
    for each in change.moved:
        alike.setdefault(each.positions, []).append(each.name)
    for shift, names in alike.items():
        yield (*joined_names(names), " ", *_arrow(_standing(shift.before), _standing(shift.after)))


def _standing(word: str) -> str:
    return "no member" if word == "none" else word.replace("_", " ")


def _arrow(before: str, after: str) -> Line:
    return (Said(before), " → ", Said(after))


def _where(change: Change) -> Line:
    """Return the way to what differs, in words, up to a colon."""
    steps = list(change.path)
    line: list[str | Said] = []
    while steps:
        step = steps.pop(0)
        noun = _NOUNS.get(step)
        line += [", "] if line else []
        line += [f"{noun} ", Said(steps.pop(0), is_name=True)] if noun and steps else [_field(step)]
    if line[-2:] == [", ", "text"]:
        del line[-2:]
    line += [" (", Said(change.language), ")"] if change.language else []
    return (*line, ": ") if line else ()


def _field(step: str) -> str | Said:
    """Return a field's name as words; what can be none is a name from the content."""
    return step.replace("_", " ") if step.isascii() and step.isidentifier() else Said(step, is_name=True)


def _how(change: Change) -> Line:
    before, after = change.before, change.after
    if change.kind in _APART:
        return _of_address(change) if change.kind in _ADDRESSES else _of_list(change)
    if before is None or after is None:
        return (f"{_verb(change)}, ", Said(before or after or ""))
    return _dates(before, after) if change.kind is Kind.DATE else (Said(before), " → ", Said(after))


def _of_address(change: Change) -> Line:
    before, after = Said(change.before or ""), Said(change.after or "")
    match change.kind:
        case Kind.RECORD:
            return ("new" if change.before is None else "gone, and its page with it",)
        case Kind.RENAMED:
            return ("has another address: ", before, " → ", after)
    if change.after is None:
        return ("the old address ", before, " leads nowhere now; former_ids can keep it")
    return (before, " → ", after, "; links to it lead nowhere now")


def _still_named(change: Change) -> Line:
    if not change.named_by:
        return ()
    called = (" ", Said(change.before or "")) if change.kind is Kind.RENAMED else ()
    return ("; still named", *called, " in ", *joined_names(change.named_by))


def _of_list(change: Change) -> Line:
    before, after = Said(change.before or ""), Said(change.after or "")
    match change.kind:
        case Kind.LIST:
            return _joined([*_part("added", change.after), *_part("taken out", change.before)], "; ")
        case Kind.SOURCES:
            return ("sources ", *_joined([*_part("added", change.after), *_part("lost", change.before)], "; "))
    if change.after is None:
        return ("rests on no source now; before on ", before)
    return ("rests on ", after, " alone now; before on ", before)


def _verb(change: Change) -> str:
    added, gone = _VERBS.get(change.kind, ("added", "taken out"))
    return added if change.before is None else gone if change.after is None else "changed"


def _part(verb: str, what: str | None) -> Iterator[Line]:
    if what:
        yield f"{verb}: ", Said(what)


def _dates(before: str, after: str) -> Line:
    """Say what differs between two dates; of periods, at which end."""
    was, now = before.partition("/"), after.partition("/")
    if was[1] and now[1] and was[0] == now[0]:
        return _end("end", was[2], now[2])
    if was[1] and now[1] and was[2] == now[2]:
        return _end("start", was[0], now[0])
    return (Said(before), " → ", Said(after))


def _end(which: str, was: str, now: str) -> Line:
    if was == "":
        return (f"{which} added, ", Said(_bound(now)))
    return (f"{which} ", Said(_bound(was)), " → ", Said(_bound(now)))


def _bound(end: str) -> str:
    return {"": "not known", "..": "still open"}.get(end, end)


def _sources(change: Change) -> Line:
    if change.kind not in _FACTS or not change.sources:
        return ()
    noun = "source" if len(change.sources) == 1 else "sources"
    return (f" ({noun} ", *joined_names(change.sources), ")")
