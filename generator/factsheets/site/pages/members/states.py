"""The page of a state: how it voted, who acted for it, where it belongs."""

from __future__ import annotations

from dataclasses import dataclass

from factsheets.content.records.ids import MemberId
from factsheets.content.records.person import Person
from factsheets.content.records.state import State
from factsheets.site.pages.members.positions import Positions, memberships, positions
from factsheets.site.pages.shared.lines import Dated, mentioned_in
from factsheets.site.pages.shared.parts import Receipt, Remarks, Scene
from factsheets.site.pages.shared.roles import Who, who


@dataclass(frozen=True, slots=True)
class StatePage:
    """A state: how it voted, who acted for it, where it is a member."""

    code: str
    alpha_2: str
    m49: str
    wikidata: str
    name_in_records: str
    period: str
    region: str
    positions: Positions | None
    people: tuple[Who, ...]
    memberships: tuple[Dated, ...]
    receipts: tuple[Receipt, ...]
    remarks: Remarks


def state_page(scene: Scene, name: str, state: State) -> StatePage:
    """Return the view of a state."""
    return StatePage(
        code=name,
        alpha_2=state.alpha_2,
        m49=state.m49 or "",
        wikidata=state.wikidata or "",
        name_in_records=state.name_in_records or "",
        period=scene.date(state.period) if state.period else "",
        region=str(scene.words.locale.territories[state.region.m49]) if state.region else "",
        positions=positions(scene, MemberId(name)),
        people=who(scene, mentioned_in(scene, (State.folder, name), Person)),
        memberships=memberships(scene, MemberId(name)),
        receipts=scene.cite(state.sources),
        remarks=scene.remarks(state),
    )
