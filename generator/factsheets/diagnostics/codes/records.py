"""What can be wrong with the values behind the names. Examples are lines of a file."""

from __future__ import annotations

from factsheets.diagnostics.codes.code import Code

CODES = (
    Code(
        "missing-field",
        "a line is missing",
        "Without it the page cannot be made. The message says what the line is called and how it could look. Add "
        "it below the marked word.",
        "date: 2025-02-24",
        "title: {en: The Council meets, de: Der Rat tagt}\ndate: 2025-02-24",
    ),
    Code(
        "unknown-field",
        "a name that is not known here",
        "The word in front of a colon is one of a few that are known in this place. Most often it is mistyped; "
        "the message says what it may be, or lists the names that can stand here.",
        "boorn: 1970",
        "born: 1970",
    ),
    Code(
        "unknown-choice",
        "a word that is not one of those allowed",
        "Behind some names stands one of a few words, and no other. The message lists them: take the one that fits.",
        "kind: oficial",
        "kind: official",
    ),
    Code(
        "wrong-kind",
        "a single text where a list belongs, or the other way round",
        "Some names have one text behind the colon, some a list in square brackets, and some lines of their own "
        "below. A list has its brackets even where it has one entry.",
        "states: NOR",
        "states: [NOR]",
    ),
    Code(
        "cut-off",
        "a text that ends at a #",
        "What stands behind a space and # is only a note to other editors, and no reader sees it. If it is part of the "
        "text, put the whole text in quotation marks; if it is a note, put a space behind #.",
        "title: Talks #2 in Oslo",
        'title: "Talks #2 in Oslo"',
    ),
    Code(
        "bad-id",
        "a short name with letters it cannot have",
        "It becomes part of an address, so it has small letters, digits and single hyphens only, and no spaces.",
        "id: It Began",
        "id: it-began",
    ),
    Code(
        "too-long",
        "a text that is far too long, or too many entries",
        "No reader gets to its end, and most often a paste has gone wrong. Shorten it, or put it into several entries.",
        "a name of 6,000 letters behind name:",
        "name: Ada Moe",
    ),
    Code(
        "unreadable-text",
        "marks piled up on one letter",
        "A few accents belong to a letter; dozens hide it, and the lines around it. Retype the word with the marks "
        "that it is written with.",
        'name: "A\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301da Moe"',
        'name: "A\u0301da Moe"',
    ),
    Code(
        "bad-date",
        "a date that does not exist, or is written in another form",
        "Write the year first, then the month and the day with two digits each, and a hyphen between them. What "
        "is not known is left out: 1970-05, or 1970.",
        "born: 17.05.1970",
        "born: 1970-05-17",
    ),
    Code(
        "dates-out-of-order",
        "dates that cannot be in this order",
        "Something ends before it begins, or somebody speaks before being born. One of the two dates is wrong: "
        "compare both with the source.",
        "period: 2022-05-01/2020-05-01",
        "period: 2020-05-01/2022-05-01",
    ),
    Code(
        "bad-language",
        "a language that is not known",
        "Languages are written with their two or three letters: en for English, de for German, ru for Russian.",
        "language: English",
        "language: en",
    ),
    Code(
        "bad-number",
        "not a whole number",
        "Votes are written in digits, without words, commas or points. If the number is not known, delete the line.",
        "stated: {result: adopted, yes: two}",
        "stated: {result: adopted, yes: 2}",
    ),
    Code(
        "bad-address",
        "not a web address",
        "Copy the whole address from the browser's address bar. It starts with https:// or http://.",
        "URL: www.council.example/record",
        "URL: https://council.example/record",
    ),
    Code(
        "bad-code",
        "not a code of its kind",
        "Each kind of code has its form: two capitals for a country (NO), three digits for its number (578), Q "
        "and digits for its item in Wikidata (Q20).",
        "alpha_2: nor",
        "alpha_2: NO",
    ),
    Code(
        "bad-rule",
        "a rule that does not say what is needed",
        "A rule says how many votes are enough: a number, or a share. A share also says what it is a share of, "
        "such as the members present and voting.",
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
        "bad-reading",
        "how a source was read does not fit where it was read",
        "What was not read itself says where it was read instead: via: with a name and an address. What was read "
        "itself was read nowhere else. A source repeats another one, never itself.",
        "kind: official\nread: copy",
        "kind: official\nread: copy\nvia: {name: council-news.example}",
    ),
    Code(
        "bad-wording",
        "wordings that do not fit together",
        "A quotation has one original, with its text or with the reason why it is missing. Each translation says "
        "from which wording it was made. Doubtful words are copied letter by letter from the text.",
        "- id: en\n  kind: machine\n  lang: en",
        "- id: en\n  kind: machine\n  lang: en\n  from: original",
    ),
    Code(
        "unknown-language",
        "the site has no words in this language",
        "Buttons and headings are there in English and German. Write these, or one of them.",
        "languages: [en, fr]",
        "languages: [en, de]",
    ),
    Code(
        "unknown-reference",
        "a name that no file has",
        "States, people, sources and other records are named by their files, without .yaml: a state by its three "
        "letters, a person or a source by the name of the file. Look in the folder which names there are, or add "
        "the file that is missing.",
        "yes: [Norway, FRA]",
        "yes: [NOR, FRA]",
    ),
)
