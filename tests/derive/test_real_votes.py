"""The votes on record: each computed by its body's rule, each for the reason that the record gives."""

from __future__ import annotations

import pytest

from factsheets import pipeline
from factsheets.content.records.resolution import Resolution
from factsheets.derive.outcome import Outcome, Reason
from factsheets.pipeline import Checked
from tests.conftest import REPOSITORY


@pytest.fixture(scope="module")
def real() -> Checked:
    return pipeline.check(REPOSITORY / "content")


VOTES = [
    ("s-res-2774", "adoption", "adopted", Reason.REACHED, 10, 9),
    ("s-res-2774", "eu-1", "rejected", Reason.STOPPED, 0, 9),
    ("s-res-2774", "eu-2", "rejected", Reason.VETOED, 9, 9),
    ("s-res-2774", "eu-3", "rejected", Reason.VETOED, 11, 9),
    ("s-2022-231", "adoption", "rejected", Reason.MISSED, 2, 9),
    ("s-2022-821", "adoption", "rejected", Reason.MISSED, 2, 9),
    ("s-2022-155", "adoption", "rejected", Reason.VETOED, 11, 9),
    ("s-res-2623", "adoption", "adopted", Reason.REACHED, 11, 9),
    ("s-2022-720", "adoption", "rejected", Reason.VETOED, 10, 9),
    ("a-res-es-11-1", "adoption", "adopted", Reason.REACHED, 141, 98),
    ("a-res-es-11-2", "adoption", "adopted", Reason.REACHED, 140, 97),
    ("a-res-es-11-3", "adoption", "adopted", Reason.REACHED, 93, 78),
    ("a-res-es-11-4", "adoption", "adopted", Reason.REACHED, 143, 99),
    ("a-res-es-11-5", "adoption", "adopted", Reason.REACHED, 94, 72),
    ("a-res-es-11-6", "adoption", "adopted", Reason.REACHED, 141, 99),
    ("a-res-es-11-7", "adoption", "adopted", Reason.REACHED, 93, 74),
    ("a-res-es-11-8", "adoption", "adopted", Reason.REACHED, 93, 68),
    ("a-res-es-11-9", "adoption", "adopted", Reason.REACHED, 91, 69),
    ("a-res-77-229", "adoption", "adopted", Reason.REACHED, 82, 49),
    ("a-res-78-221", "adoption", "adopted", Reason.REACHED, 78, 47),
    ("a-res-78-316", "adoption", "adopted", Reason.REACHED, 99, 55),
    ("a-res-79-184", "adoption", "adopted", Reason.REACHED, 81, 48),
    ("a-res-80-111", "adoption", "adopted", Reason.REACHED, 97, 53),
    ("a-res-80-223", "adoption", "adopted", Reason.REACHED, 79, 48),
    ("ga-2026-02-24", "adoption", "adopted", Reason.REACHED, 107, 80),
    ("ga-2026-02-24", "division", "rejected", Reason.MISSED, 11, 41),
    ("ga-2022-03-24-south-african-draft", "proceed", "rejected", Reason.MISSED, 50, 59),
]


@pytest.mark.parametrize(("resolution", "vote", "result", "reason", "yes", "needed"), VOTES)
def test_the_outcome_and_its_reason(  # noqa: PLR0913, PLR0917 - one row of the table
    real: Checked, resolution: str, vote: str, result: str, reason: Reason, yes: int, needed: int
) -> None:
    outcome = real.derived.counts[resolution, vote].outcome
    assert isinstance(outcome, Outcome)
    assert outcome.needed is not None
    assert (outcome.result, outcome.reason) == (result, reason)
    assert (outcome.tally.yes.least, outcome.needed.least) == (yes, needed)


def test_amendments_to_an_important_question_need_two_thirds_too(real: Checked) -> None:
    votes = real.facts.one(Resolution, "a-res-es-11-8").votes
    outcomes = [
        real.derived.counts["a-res-es-11-8", vote.id].outcome for vote in votes if vote.rule.startswith("amend")
    ]
    assert len(outcomes) == 4
    for each in outcomes:
        assert each is not None
        assert each.needed is not None
        cast = each.tally.yes.least + each.tally.no.least
        assert 3 * each.needed.least >= 2 * cast > 3 * (each.needed.least - 1)


def test_a_veto_that_is_only_reported_is_said_to_be(real: Checked) -> None:
    reported = {vote for (_, vote), count in real.derived.counts.items() if count.outcome and count.outcome.as_reported}
    assert reported == {"eu-2", "eu-3"}


def test_no_outcome_contradicts_the_record_and_one_cannot_be_told(real: Checked) -> None:
    open_votes = []
    for name, resolution in real.facts.all(Resolution).items():
        for vote in resolution.votes:
            outcome = real.derived.counts[name, vote.id].outcome
            assert outcome is not None
            if outcome.result is None:
                open_votes.append((name, vote.id))
            else:
                assert vote.stated.result in {None, outcome.result}
    assert open_votes == [
        ("a-res-80-111", "ukrainian-draft-first"),
        ("a-res-es-11-6", "blr-1"),
        ("a-res-es-11-6", "blr-2"),
        ("s-2023-03-17-invitation", "invitation"),
        ("s-res-2774", "postpone"),
        ("s-res-2774", "ru-2"),
    ]
