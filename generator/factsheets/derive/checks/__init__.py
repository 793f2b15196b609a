"""Everything that is checked once the records are joined: one small function each, named in one list."""

from __future__ import annotations

from collections.abc import Iterable

from factsheets.content.link import Facts, Origins, dotted
from factsheets.content.records.site import Waiver
from factsheets.derive import Derived
from factsheets.derive.checks import citations, coverage, dates, factsheets, lists, names, rules, texts, votes, weights
from factsheets.derive.checks.finding import Check, Finding
from factsheets.diagnostics import Diagnostic, Place, Related, Severity

CHECKS: tuple[Check, ...] = (
    citations.facts_have_sources,
    citations.names_are_unique,
    citations.anchors_are_free,
    citations.former_names_are_free,
    citations.conflicts_are_sound,
    dates.people_live_in_order,
    dates.statements_come_after_birth,
    dates.sources_are_read_after_they_appear,
    votes.votes_name_what_they_are_on,
    votes.members_are_listed_once,
    lists.entries_are_listed_once,
    votes.voters_are_members,
    votes.members_are_accounted_for,
    votes.lists_fit_the_statement,
    votes.inferences_are_possible,
    votes.single_sources_are_for_voters,
    votes.vetoes_are_votes_against,
    votes.outcomes_are_as_stated,
    votes.exclusions_are_of_the_excluded,
    weights.positions_rest_on_enough,
    weights.numbers_rest_on_enough,
    weights.copies_stand_alone,
    weights.sources_do_not_repeat_themselves,
    weights.conflicts_are_settled_by_rank,
    rules.positions_fit_the_method,
    rules.casting_votes_decide_ties,
    rules.proxies_stand_for_members,
    rules.members_belong_once,
    rules.members_fit_the_seats,
    rules.states_are_named_by_code,
    rules.tiles_are_free,
    texts.texts_are_translated,
    names.names_look_different,
    names.words_are_in_one_script,
    factsheets.key_facts_are_few,
    coverage.coverage_adds_up,
    coverage.coverage_is_of_the_past,
    coverage.sheets_are_current,
    coverage.selections_say_what_they_leave_out,
)

NEVER_WAIVED = frozenset({"duplicate-id", "listed-twice", "not-a-member"})
"""Codes of findings that nobody can accept: a page has one place for each name, and one tile for each member."""


def run(facts: Facts, derived: Derived, origins: Origins, waivers_place: Place) -> list[Diagnostic]:
    """Run all checks and return what they find, less what is waived, plus waivers that cannot be, or waive nothing."""
    found = [_diagnostic(finding, origins) for check in CHECKS for finding in check(facts, derived)]
    waived = {waiver: [each for each in found if _applies(waiver, each)] for waiver in facts.waivers}
    silent = {each for diagnostics in waived.values() for each in diagnostics}
    idle = [waiver for waiver, diagnostics in waived.items() if not diagnostics]
    said = [(_refused if each.code in NEVER_WAIVED else _stale)(each, waivers_place) for each in idle]
    return [each for each in found if each not in silent] + said


def _diagnostic(finding: Finding, origins: Origins) -> Diagnostic:
    related: Iterable[Related] = (
        Related(origins.place(also.key or finding.key, also.path), also.message) for also in finding.also
    )
    return Diagnostic(
        finding.code,
        origins.place(finding.key, finding.path, on_key=finding.on_key),
        finding.message,
        finding.hint,
        finding.severity,
        tuple(related),
        finding.remedy,
        subject=dotted(finding.path),
    )


def _applies(waiver: Waiver, diagnostic: Diagnostic) -> bool:
    if waiver.code in NEVER_WAIVED:
        return False
    same_file = diagnostic.place.file.endswith("/" + waiver.file)
    return same_file and waiver.code == diagnostic.code and waiver.at == diagnostic.subject


def _stale(waiver: Waiver, where: Place) -> Diagnostic:
    return Diagnostic(
        "stale-waiver",
        where,
        f"nothing to waive: {waiver.code} at {waiver.at or 'the record'} of {waiver.file} is not found any more",
        "delete the lines of this waiver from content/waivers.yaml",
        Severity.ERROR,
    )


def _refused(waiver: Waiver, where: Place) -> Diagnostic:
    return Diagnostic(
        "bad-waiver",
        where,
        f"{waiver.code} cannot be waived: the pages could not be made as they must be",
        f"delete the lines of this waiver from content/waivers.yaml, and correct {waiver.file} at {waiver.at}",
        Severity.ERROR,
    )
