"""What to tell whoever gave a roll call: one sentence for each thing that is on no list, or not as it is stated."""

from __future__ import annotations

from collections.abc import Iterator

from factsheets.editing.rollcalls.model import Difference, ReadRollCall, Repeated, Unrecognised, Why

_WHY = {
    Why.UNKNOWN: "no member is spelt so",
    Why.AMBIGUOUS: "more than one member is spelt so",
    Why.NOT_A_MEMBER: "that is no member of the body on the day",
    Why.CONTRADICTORY: "the columns name different members",
    Why.NO_POSITION: "nothing that is understood says how it voted",
}


def remarks(roll_call: ReadRollCall) -> Iterator[str]:
    """Yield a sentence for each, with the line where it stands."""
    yield from map(_unrecognised, roll_call.unrecognised)
    yield from map(_repeated, roll_call.repeated)
    yield from map(_difference, roll_call.differences)


def _unrecognised(piece: Unrecognised) -> str:
    under = f", under {piece.position.value}" if piece.position else ""
    question = "did you mean" if piece.why is Why.UNKNOWN else "it may be"
    guesses = f"; {question} {' or '.join(piece.guesses)}?" if piece.guesses else ""
    return f"line {piece.line}: {piece.text}{under}: {_WHY[piece.why]}{guesses}"


def _repeated(repeated: Repeated) -> str:
    where = ", ".join(f"line {each.line} ({each.position.value})" for each in repeated.mentions)
    several = len({each.position for each in repeated.mentions}) > 1
    then = "it is on neither list" if several else "it is on the list once"
    return f"{repeated.member} stands there more than once: {where}; {then}"


def _difference(difference: Difference) -> str:
    stated, recognised = difference.stated, difference.recognised
    return f"line {difference.line}: {difference.position.value}: {stated} stated, {recognised} recognised"
