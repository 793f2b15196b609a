"""A parliament and a board in texts: people who vote, with parties, seats that change hands, proxies and weights.

The parliament has 150 seats. One of its members is followed by another on 1 July 2024; one seat is empty; three members
stay away from the vote of 3 July. It decides 73 to 72 by a simple majority, and the same numbers miss an absolute one.
The board has five members with twelve votes between them; they split evenly, and the chair decides.
"""

from __future__ import annotations

from collections.abc import Mapping

from tests.world import WORLD

SEATS = 150
NAMES = [f"member-{number:03}" for number in range(1, SEATS + 1)]
"""149 seats are filled at any time: the last name is the one who comes in, for `member-001`."""
LEAVES, COMES = NAMES[0], NAMES[-1]
SITTING = NAMES[1:]
"""Who sits on 3 July 2024."""
GREEN, GREY = SITTING[:80], SITTING[80:]
AWAY = (SITTING[78], SITTING[79], SITTING[147], SITTING[148])
YES = [*SITTING[:70], *SITTING[80:83]]
NO = [each for each in SITTING if each not in {*YES, *AWAY}]
assert (len(YES), len(NO)) == (73, 72)


def _list(names: list[str] | tuple[str, ...]) -> str:
    return "[" + ", ".join(names) + "]"


def _people() -> dict[str, str]:
    return {
        f"people/{name}.yaml": f"name: Member {name[-3:]}\nsources: [record]\n"
        for name in (*NAMES, "board-a", "board-b", "board-c", "board-d", "board-e")
    }


def _vote(name: str, rule: str, result: str) -> str:
    return f"""\
  - id: {name}
    on: [{"resolution" if name == "adoption" else name}]
    rule: {rule}
    stated: {{result: {result}, yes: 73, no: 72}}
    roll_call:
      yes: {_list(YES)}
      no: {_list(NO)}
      not_voting: {_list(AWAY)}
      proxies: {{{YES[0]}: {YES[1]}}}
"""


CHAMBER: Mapping[str, str] = {
    "site.yaml": WORLD["site.yaml"],
    "sources/record.yaml": WORLD["sources/record.yaml"],
    **_people(),
    "bodies/parliament.yaml": f"""\
name: {{en: Parliament, de: Parlament}}
seats: [{{number: {SEATS}, period: 2020/..}}]
membership:
  - {{members: {_list(NAMES[1:-1])}, period: 2022-01-10/..}}
  - {{members: [{LEAVES}], period: 2022-01-10/2024-06-30}}
  - {{members: [{COMES}], period: 2024-07-01/..}}
rules:
  - id: simple
    title: {{en: Simple majority, de: Einfache Mehrheit}}
    period: 2020/..
    majority: {{more_than: 1/2, of: present_and_voting}}
    quorum: {{more_than: 1/2, of: seats}}
    article: {{en: Article 1, de: Artikel 1}}
  - id: absolute
    title: {{en: Absolute majority, de: Absolute Mehrheit}}
    period: 2020/..
    majority: {{more_than: 1/2, of: seats}}
    article: {{en: Article 2, de: Artikel 2}}
  - id: secret
    title: {{en: Secret ballot, de: Geheime Abstimmung}}
    period: 2020/..
    method: secret_ballot
    majority: {{at_least: 3/5, of: present}}
    article: {{en: Article 3, de: Artikel 3}}
  - id: agreed
    title: {{en: Without a vote, de: Ohne Abstimmung}}
    period: 2020/..
    method: without_vote
    article: {{en: Article 4, de: Artikel 4}}
sources: [record]
""",
    "bodies/green-party.yaml": f"""\
name: {{en: Green Party, de: Grüne Partei}}
classification: party
membership: [{{members: {_list([LEAVES, *GREEN])}, period: 2022-01-10/..}}]
sources: [record]
""",
    "bodies/grey-party.yaml": f"""\
name: {{en: Grey Party, de: Graue Partei}}
classification: party
membership: [{{members: {_list(GREY)}, period: 2022-01-10/..}}]
sources: [record]
""",
    "bodies/board.yaml": """\
name: {en: Board, de: Vorstand}
membership:
  - {members: [board-a], period: 2022/.., weight: 5}
  - {members: [board-b], period: 2022/.., weight: 3}
  - {members: [board-c], period: 2022/.., weight: 2}
  - {members: [board-d, board-e], period: 2022/..}
rules:
  - id: weighted
    title: {en: Weighted majority, de: Gewichtete Mehrheit}
    period: 2022/..
    majority: {more_than: 1/2, of: present_and_voting}
    tie: chair
    weighted: true
    article: {en: Article 1, de: Artikel 1}
sources: [record]
""",
    "resolutions/bill.yaml": f"""\
symbol: Bill 7
title: {{en: A bill on bridges, de: Ein Gesetz über Brücken}}
summary: {{en: It mends the bridges., de: Es setzt die Brücken instand.}}
body: parliament
date: 2024-07-03
amendments:
  - {{id: charter, title: {{en: To put it into the charter, de: Es in die Verfassung zu schreiben}}, by: [{YES[0]}]}}
  - {{id: tunnel, title: {{en: And the tunnel, de: Und den Tunnel}}, by: [{YES[0]}]}}
  - {{id: name, title: {{en: A shorter name, de: Ein kürzerer Name}}, by: [{YES[0]}]}}
votes:
{_vote("charter", "absolute", "rejected")}\
  - id: tunnel
    on: [tunnel]
    rule: secret
    stated: {{result: rejected, yes: 80, no: 50, abstain: 15}}
  - id: name
    on: [name]
    rule: agreed
    stated: {{result: adopted}}
{_vote("adoption", "simple", "adopted")}\
sources: [record]
""",
    "resolutions/budget.yaml": """\
symbol: Budget 2024
title: {en: The budget, de: Der Haushalt}
summary: {en: It spends less., de: Er gibt weniger aus.}
body: board
date: 2024-03-01
votes:
  - id: adoption
    on: [resolution]
    rule: weighted
    stated: {result: rejected, yes: 6, no: 6}
    casting_vote: no
    roll_call:
      yes: [board-a, board-d]
      no: [board-b, board-c, board-e]
sources: [record]
""",
}
