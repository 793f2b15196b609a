"""What can be wrong with the values of a record."""

from __future__ import annotations

from generator.diagnostics.codes.code import Code

CODES = (
    Code(
        "missing-field",
        "a line is missing",
        "Without it the record cannot be shown.",
        "date: 2025-02-24",
        "title: The Council meets\ndate: 2025-02-24",
    ),
    Code(
        "unknown-field",
        "a name that is not known here",
        "A mistyped name would be passed over in silence.",
        "boorn: 1981",
        "born: 1981",
    ),
    Code(
        "unknown-choice",
        "a word that is not in the list of words allowed",
        "Some values are one of a few words.",
        "kind: oficial",
        "kind: official",
    ),
    Code(
        "wrong-kind",
        "a list where a text belongs, or the other way round",
        "Each name has one kind of value.",
        "yes: ALB",
        "yes: [ALB]",
    ),
    Code(
        "bad-id",
        "a name that no record can have",
        "Names of records have letters, digits and single hyphens.",
        "speaker: Dmitry Peskov",
        "speaker: dmitry-peskov",
    ),
    Code(
        "bad-date",
        "a date that does not exist, or is written otherwise",
        "Dates have the year first, then month and day, as far as they are known (EDTF).",
        "date: 30.02.2025",
        "date: 2025-02-28",
    ),
    Code(
        "dates-out-of-order",
        "dates that cannot be in this order",
        "Nobody holds an office before birth.",
        "period: 2025-02-24/2022-03-02",
        "period: 2022-03-02/2025-02-24",
    ),
    Code(
        "bad-language",
        "a language that is not known",
        "Languages are written as in BCP 47.",
        "title: {english: Talks}",
        "title: {en: Talks}",
    ),
    Code(
        "bad-number",
        "not a whole number",
        "Votes are counted in whole numbers, written in digits.",
        "yes: ninety",
        "yes: 90",
    ),
    Code(
        "bad-address",
        "not a web address",
        "Links lead to https or http addresses only.",
        "URL: www.un.org",
        "URL: https://www.un.org/",
    ),
    Code(
        "bad-code",
        "not a code of its kind",
        "Codes have a fixed form: NO (ISO 3166), 578 (M49), Q20 (Wikidata).",
        "alpha_2: nor",
        "alpha_2: NO",
    ),
    Code(
        "bad-rule",
        "a rule that does not say what is needed",
        "A majority has one threshold; a share says of what.",
        "majority: {at_least: 2/3}",
        "majority: {at_least: 2/3, of: present_and_voting}",
    ),
    Code(
        "bad-office",
        "an office that votes for nobody",
        "votes_in: says in which bodies whoever holds the office casts the vote of a state. So the state has to "
        "be there.",
        "- title: {en: Ambassador, de: Botschafterin}\n  votes_in: [council]",
        "- title: {en: Ambassador, de: Botschafterin}\n  state: NOR\n  votes_in: [council]",
    ),
    Code(
        "bad-status",
        "a fact sheet whose status contradicts itself",
        "A fact sheet that is historical, or that another one has replaced, is not read again; so no review of it "
        "can be due. Delete one of the two lines.",
        "reviewed: 2025-03-01\nstatus: historical\nreview_due: 2027-05",
        "reviewed: 2025-03-01\nstatus: historical",
    ),
    Code(
        "bad-wording",
        "wordings that do not fit together",
        "There is one original, with its text or with the words that it was not found; each translation names the "
        "wording it was made from.",
        "- {id: de, kind: machine, lang: de, text: …}",
        "- {id: de, kind: machine, lang: de, from: en, text: …}",
    ),
    Code("unknown-folder", "a folder that holds no known kind of record", "Each kind of record has its folder."),
    Code("missing-file", "a file every site needs is missing", "site.yaml names the site, its languages and address."),
    Code(
        "unknown-language", "the site has no words in this language", "Labels and buttons exist in English and German."
    ),
    Code(
        "unknown-reference",
        "a name that leads nowhere",
        "Another record is named by its file, without .yaml.",
        "yes: [GBE]",
        "yes: [GBR]",
    ),
)
