"""Texts as they stand: what is on which list, and what is given back instead."""

from __future__ import annotations

import pytest

from factsheets.content.records.resolution import Position
from factsheets.editing.rollcalls import ReadRollCall, Refused, Voters, read
from factsheets.editing.rollcalls.model import Why
from factsheets.editing.rollcalls.report import remarks
from factsheets.editing.rollcalls.text import tidy


def taken(text: str, voters: Voters) -> ReadRollCall:
    roll_call = read(text.encode(), "roll-call.txt", voters)
    assert isinstance(roll_call, ReadRollCall), roll_call
    return roll_call


def lists(text: str, voters: Voters) -> dict[str, str]:
    roll_call = taken(text, voters)
    assert roll_call.unrecognised == ()
    return {position.value: " ".join(members) for position, members in roll_call.lists.items() if members}


def refused(text: str, voters: Voters) -> Refused:
    found = read(text.encode(), "roll-call.txt", voters)
    assert isinstance(found, Refused)
    return found


@pytest.mark.parametrize(
    ("name", "member"),
    [
        ("Republic of Korea", "KOR"),
        ("Democratic People\u2019s Republic of Korea", "PRK"),
        ("Democratic Peoples Republic of Korea", "PRK"),
        ("Congo", "COG"),
        ("the Congo", "COG"),
        ("Democratic Republic of\nthe Congo", "COD"),
        ("Guinea", "GIN"),
        ("Guinea-\nBissau", "GNB"),
        ("Equatorial\nGuinea", "GNQ"),
        ("Papua New\n  Guinea", "PNG"),
        ("Niger", "NER"),
        ("Nigeria", "NGA"),
        ("Dominica", "DMA"),
        ("Dominican\nRepublic", "DOM"),
        ("United Kingdom of Great Britain and Northern Ireland", "GBR"),
        ("Türkiye", "TUR"),
        ("TURKIYE", "TUR"),
        ("Turkey", "TUR"),
        ("TÜRKİYE", "TUR"),
        ("Tu\u0308rkiye", "TUR"),
        ("Côte d\u2019Ivoire", "CIV"),
        ("Cote d'Ivoire", "CIV"),
        ("Timor-Leste", "TLS"),
        ("Bosnia\nand Herzegovina", "BIH"),
        ("St. Vincent and the Grenadines", "VCT"),
        ("Saint Vincent and the Grenadines", "VCT"),
        ("Venezuela (Bolivarian Republic\nof)", "VEN"),
        ("Venezuela (Bolivarian Republic of)*", "VEN"),
        ("Iran (Islamic Republic of)", "IRN"),
        ("Islamic Republic of Iran", "IRN"),
        ("Bolivia, Plurinational State of", "BOL"),
        ("Korea, Republic of", "KOR"),
        ("Korea, Democratic People's Republic of", "PRK"),
        ("Congo, Democratic Republic of the", "COD"),
        ("Congo, Democratic Repubblic of the", None),
        ("Bahamas, The", "BHS"),
        ("Libya¹", "LBY"),
        ("Libya2", "LBY"),
        ("Libya [3]", "LBY"),
        ("Liech-\ntenstein", "LIE"),
        ("Nieder\u00adlande", "NLD"),
        ("Vereinigte\u00a0Staaten", "USA"),
        ("AND", "AND"),
        ("and", None),
        ("ST", "STP"),
        ("St", None),
        ("Korea", None),
        ("Republic of Guinea", None),
    ],
)
def test_spellings(assembly: Voters, name: str, member: str | None) -> None:
    roll_call = taken(f"In favour: Chad, {name}, Cuba.", assembly)
    assert roll_call.lists[Position.YES] == tuple(sorted({"TCD", "CUB", *([member] if member else [])}))
    assert bool(roll_call.unrecognised) == (member is None)


def test_headings_stand_anywhere(assembly: Voters) -> None:
    text = (
        "In favour: Albania, Trinidad and\nTobago and Ukraine. Against: Belarus; Cuba. Abstain: Sao Tome and Principe "
        "and Antigua and Barbuda.  Absent / Non-voting: Togo and Saint Kitts and Nevis"
    )
    found = {"yes": "ALB TTO UKR", "no": "BLR CUB", "abstain": "ATG STP", "not_voting": "KNA TGO"}
    assert lists(text, assembly) == found


def test_a_record_ends_where_its_sentences_begin(assembly: Voters) -> None:
    text = (
        "A recorded vote was taken.\n\nIn favour:\n\tAlbania, Chad\nAgainst:\n\tNone\nAbstaining:\n\tCuba, Niger\n"
        "Draft resolution A/ES-11/L.1 was adopted by 2 votes to none, with 2 abstentions (resolution ES-11/1).\n"
        "[Subsequently, the delegations of Mali and\nTogo informed the Secretariat that they\nhad intended to vote "
        "in favour.]\n"
    )
    roll_call = taken(text, assembly)
    assert roll_call.lists[Position.YES] == ("ALB", "TCD")
    assert roll_call.lists[Position.ABSTAIN] == ("CUB", "NER")
    assert (roll_call.unrecognised, roll_call.differences) == ((), ())
    assert [each.line for each in roll_call.passed] == [1, 9, 10, 11, 12]


def test_a_few_small_words_make_a_line_running_text(assembly: Voters) -> None:
    roll_call = taken("In favour:\n\tAlbania, Chad\nThe meeting rose at noon today.\n", assembly)
    assert (roll_call.lists[Position.YES], roll_call.unrecognised) == (("ALB", "TCD"), ())
    assert [each.line for each in roll_call.passed] == [3]


def test_what_was_not_recognised_is_shown_in_whole_letters(assembly: Voters) -> None:
    (wrong,) = taken("In favour: A\u0308thiopia", assembly).unrecognised
    assert wrong.text == "Äthiopia"


def test_who_did_not_vote_may_be_on_two_lists(assembly: Voters) -> None:
    assert lists("In favour: Chad\nAbsent: Cuba\nNon-voting: Mali", assembly) == {"yes": "TCD", "not_voting": "CUB MLI"}


def test_a_sentence_may_have_its_lists_in_brackets(assembly: Voters) -> None:
    text = (
        "The Assembly adopted it by a recorded vote of 10 in favour to 2 against (Belarus, Micronesia (Federated "
        "States of)), with 3 abstentions (Chad, Cuba and Peru)."
    )
    assert lists(text, assembly) == {"no": "BLR FSM", "abstain": "CUB PER TCD"}
    (difference,) = taken(text, assembly).differences
    assert (difference.position, difference.stated, difference.recognised) == (Position.YES, 10, 0)


def test_headings_in_german_and_numbers_beside_them(assembly: Voters) -> None:
    text = "Dafür (2)\n- Deutschland\n- Frankreich\n\n**Dagegen (2):**\n1. Russland\n\nEnthaltung: China\n"
    roll_call = taken(text + "Nicht abgestimmt\nIran", assembly)
    assert [roll_call.lists[each] for each in Position] == [("DEU", "FRA"), ("RUS",), ("CHN",), ("IRN",), ()]
    (difference,) = roll_call.differences
    assert (difference.position, difference.stated, difference.recognised) == (Position.NO, 2, 1)


def test_letters_are_composed_whatever_unseen_stands_within_them(assembly: Voters) -> None:
    assert lists("Dafu\u200b\u0308r: Norwegen", assembly) == {"yes": "NOR"}


def test_a_name_and_its_vote_on_a_line(assembly: Voters) -> None:
    text = "Norwegen: dafür\nSchweden – dagegen\nGuinea-Bissau - abstain\nDänemark = Enthaltung\nNO: no\nCongo: X\n"
    roll_call = taken(text.replace("NO: no\n", "") + "Finland: perhaps\nItalienn: ja", assembly)
    found = [roll_call.lists[each] for each in Position]
    assert found == [("NOR",), ("SWE",), ("DNK", "GNB"), ("COG",), ()]
    perhaps, misspelt = roll_call.unrecognised
    assert (perhaps.text, perhaps.why, perhaps.guesses) == ("Finland: perhaps", Why.NO_POSITION, ("FIN",))
    assert (misspelt.text, misspelt.position, misspelt.guesses) == ("Italienn", Position.YES, ("ITA",))
    assert lists("NO: no", assembly) == {"no": "NOR"}


def test_the_lines_of_the_digital_library(assembly: Voters) -> None:
    text = (
        "A AFGHANISTAN\nY ALBANIA\nN BELARUS\n ALGERIA\nY BURKINNA FASO\n"
        "Yes: 1 | No: 1 | Abstentions: 001 | Non-Voting: 2 | Total voting membership: 5"
    )
    roll_call = taken(text, assembly)
    assert [roll_call.lists[each] for each in Position] == [("ALB",), ("BLR",), ("AFG",), ("DZA",), ()]
    assert [(each.text, each.line, each.guesses) for each in roll_call.unrecognised] == [("BURKINNA FASO", 5, ("BFA",))]
    assert [each.position for each in roll_call.differences] == [Position.NOT_VOTING]


@pytest.mark.parametrize(
    "sentence",
    [
        "by a recorded vote of 93 in favour to 18 against, with 65 abstentions",
        "by a recorded vote of 93 in favour to 18 against (Belarus, Cuba),\nwith 65 abstentions (Chad)",
        "was adopted by 93 votes to 18, with 65 abstentions",
        "The vote was 93-18-65.",
        "The Assembly votes 93-18, with 65 abstentions",
        "There were 93 votes in favour, 18 against and 65 abstentions",
        "mit 93 Stimmen bei 18 Gegenstimmen und 65 Enthaltungen",
        "mit 93 Ja-Stimmen, 18 Nein-Stimmen und 65 Enthaltungen",
        "mit 93 gegen 18 Stimmen bei 65 Enthaltungen",
    ],
)
def test_stated_results(assembly: Voters, sentence: str) -> None:
    (stated,) = taken(f"Title\n\n{sentence}\n\nIn favour: Chad", assembly).stated
    assert (list(stated.counts.values()), stated.line) == ([93, 18, 65], 3)


@pytest.mark.parametrize(
    "text", ["on 2025-02-24", "The votes of 2025-02-24", "A/78-18-65", "93 in favour", "The vote was 10-2-3-4"]
)
def test_other_numbers_are_no_result(assembly: Voters, text: str) -> None:
    assert taken(f"{text}\nIn favour: Chad", assembly).stated == ()


def test_one_of_several_stated_results_is_enough(assembly: Voters) -> None:
    text = "First 5 votes to 1, with 2 abstentions, then 1 vote to none, with no abstentions.\n\nIn favour: Chad"
    roll_call = taken(text, assembly)
    assert (len(roll_call.stated), roll_call.differences) == (2, ())


def test_a_name_given_twice_is_said_and_one_under_two_headings_is_on_neither(assembly: Voters) -> None:
    roll_call = taken("In favour: Chad, Cuba, Peru\nAgainst: Mali, Cuba, Mali", assembly)
    assert [roll_call.lists[each] for each in (Position.YES, Position.NO)] == [("PER", "TCD"), ("MLI",)]
    assert [(each.member, len(each.mentions)) for each in roll_call.repeated] == [("CUB", 2), ("MLI", 2)]
    assert list(remarks(roll_call)) == [
        "CUB stands there more than once: line 1 (yes), line 2 (no); it is on neither list",
        "MLI stands there more than once: line 2 (no), line 2 (no); it is on the list once",
    ]


def test_names_under_no_heading_are_on_no_list(assembly: Voters) -> None:
    roll_call = taken("Norway\nSweden, Denmark\nIn favour: Chad", assembly)
    found = [(each.text, each.line, each.why, each.guesses) for each in roll_call.unrecognised]
    assert found == [
        ("Norway", 1, Why.NO_POSITION, ("NOR",)),
        ("Sweden", 2, Why.NO_POSITION, ("SWE",)),
        ("Denmark", 2, Why.NO_POSITION, ("DNK",)),
    ]


def test_names_are_torn_only_into_members(assembly: Voters) -> None:
    roll_call = taken("In favour: Chad, Equatorrial\nGuinea, Bosnia and Herzegowinna, Yemenn and Cuba", assembly)
    assert roll_call.lists[Position.YES] == ("CUB", "TCD")
    assert [each.text for each in roll_call.unrecognised] == [
        "Equatorrial Guinea",
        "Bosnia and Herzegowinna",
        "Yemenn",
    ]


def test_a_misspelt_name_with_an_and_in_german_stays_whole(assembly: Voters) -> None:
    roll_call = taken("Dafür: Tschad, Bosnien und Herzeqowina, Saint Vinzent und die Grenadinen", assembly)
    assert [each.text for each in roll_call.unrecognised] == [
        "Bosnien und Herzeqowina",
        "Saint Vinzent und die Grenadinen",
    ]


def test_a_comma_at_the_end_of_a_line_divides_a_list_of_short_lines(assembly: Voters) -> None:
    text = "Abstaining:\n\tChad,\n\tMexico,\n\tMicronesia\n\t(Federated States\n\tof),\n\tCuba, Sri\n\tLanka, Peru"
    assert lists(text, assembly) == {"abstain": "CUB FSM LKA MEX PER TCD"}


def test_a_second_half_in_brackets_takes_no_other_name_along(assembly: Voters) -> None:
    text = "In favour: Chad, Cuba and Venezuela (Bolivarian Republic of). Against: Mali, Peru and Korea, Republic of"
    assert lists(text, assembly) == {"yes": "CUB TCD VEN", "no": "KOR MLI PER"}
    misspelt = taken("In favour: Chad, Venezuelaa (Bolivarian Republic of)", assembly)
    assert misspelt.lists[Position.YES] == ("TCD",)


def test_what_stands_between_pages_takes_one_name_along_and_says_so(assembly: Voters) -> None:
    roll_call = taken("Abstaining: Benin, Kenya A/HRC/58/2 GE.25-11364, Peru", assembly)
    assert roll_call.lists[Position.ABSTAIN] == ("BEN", "PER")
    assert list(remarks(roll_call)) == [
        "line 1: Kenya A/HRC/58/2 GE.25-11364, under abstain: no member is spelt so; did you mean KEN?"
    ]


def test_no_may_be_norway(assembly: Voters) -> None:
    assert refused("YES\nDK\nSE\nNO\nFI", assembly).line == 4
    assert lists("YES\nDenmark\nNO\nFinland", assembly) == {"yes": "DNK", "no": "FIN"}
    assert lists("Yes:\nDK\nNO\nNo:\nFI", assembly) == {"yes": "DNK NOR", "no": "FIN"}
    assert lists("Yes: DK, NO, SE\nAbstain: FR", assembly) == {
        "yes": "DNK NOR SWE",
        "abstain": "FRA",
    }
    assert lists("Yes: DK, NO, SE", assembly) == {"yes": "DNK NOR SWE"}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("In favour: Norway\nAgainst: Chad\n\nIn favour: Sweden", 4),
        ("Dafür\nNorwegen\nIn favour\nSweden", 3),
        ("Norway: 1\nSweden: 2", 1),
    ],
)
def test_two_votes_and_numbers_are_refused(assembly: Voters, text: str, line: int) -> None:
    assert refused(text, assembly).line == line


def test_any_text_is_read_or_refused_without_raising(assembly: Voters) -> None:
    for text in ("", "\n\n", ":", "In favour:", "against (" * 2000, "*" * 5000, "and " * 3000, ", " * 5000, "((" * 900):
        assert read(text.encode(), "x", assembly)


def test_a_gap_however_wide_stays_a_gap() -> None:
    assert tidy("a" + 20_000 * " " + "b") == "a" + 40 * " " + "b"
    assert tidy("a" + 40 * " " + "b") == "a" + 40 * " " + "b"
