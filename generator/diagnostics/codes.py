"""Every code a diagnostic can have: what it means, and what is wrong and right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """One code. `wrong` and `right` are lines of a file, or words where the matter is not in the lines."""

    code: str
    title: str
    why: str
    wrong: str = ""
    right: str = ""

    def as_text(self) -> str:
        """Return the long story for a terminal."""
        parts = [f"{self.code}: {self.title}", self.why]
        parts += [f"wrong:\n{_indented(self.wrong)}"] if self.wrong else []
        parts += [f"right:\n{_indented(self.right)}"] if self.right else []
        return "\n\n".join(parts)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.split("\n"))


_READING = (
    Code("no-content", "the content folder is missing", "The command looks for content/ in the folder where it runs."),
    Code("unreadable", "a file cannot be read", "The computer does not let the program open this file."),
    Code(
        "bad-file-name",
        "a file has a name that no record can have",
        "The name becomes the page's address for ever.",
        "people/Dmitry Peskov.yml",
        "people/dmitry-peskov.yaml",
    ),
    Code(
        "symlink", "a link to another file", "Links can point out of the folder, so that nobody sees what is published."
    ),
    Code("nested-folder", "a folder within a record folder", "Each kind of record has one folder without sub-folders."),
    Code(
        "duplicate-id",
        "a name is used twice",
        "Addresses and other records point to a thing by its name.",
        "votes:\n  - id: adoption\n  - id: adoption",
        "votes:\n  - id: motion\n  - id: adoption",
    ),
    Code(
        "file-too-large", "a file is larger than any record needs", "Large files are how a site is brought to a halt."
    ),
    Code("not-utf-8", "a file is not UTF-8", "All texts are UTF-8, which has every letter of every script."),
    Code(
        "forbidden-character",
        "a character nobody can see",
        "Invisible and text-turning characters make a line say something else than it shows.",
    ),
    Code(
        "yaml-tab",
        "a tab",
        "YAML shows what belongs together by spaces and does not accept tabs.",
        "stated:\n\tyes: 93",
        "stated:\n  yes: 93",
    ),
    Code(
        "yaml-syntax",
        "a line that YAML cannot read",
        "Most often a text holds a colon and a space, or starts with a sign such as @. Quotation marks help.",
        "title: Talks: the second round",
        'title: "Talks: the second round"',
    ),
    Code(
        "yaml-quote",
        "a quotation mark that is not closed, or a stray backslash",
        "A text that starts with a quotation mark ends with the same one.",
        'title: "Talks',
        'title: "Talks"',
    ),
    Code(
        "yaml-indent",
        "a line that does not fit the lines around it",
        "Lines that belong together start in one column.",
        "stated:\n  yes: 93\n no: 18",
        "stated:\n  yes: 93\n  no: 18",
    ),
    Code(
        "yaml-bracket",
        "a bracket that is not closed",
        "A list in brackets has commas between and a bracket at its end.",
        "yes: [ALB, AND",
        "yes: [ALB, AND]",
    ),
    Code(
        "yaml-alias",
        "a reference with & or *",
        "References let a small file grow without end. Here every value is written out.",
        "yes: &all [ALB]\nno: *all",
        "yes: [ALB]\nno: [AND]",
    ),
    Code(
        "yaml-tag",
        "a type with !",
        "The schema says what each value is; the file does not.",
        "yes: !!int 93",
        "yes: 93",
    ),
    Code(
        "yaml-directive",
        "a line with %",
        "Such lines change how YAML is read.",
        "%YAML 1.1\n---\nborn: 1981",
        "born: 1981",
    ),
    Code(
        "yaml-second-document",
        "a second document",
        "One file holds one record.",
        "born: 1981\n---\nborn: 1984",
        "born: 1981",
    ),
    Code("yaml-too-deep", "nesting without end", "No record needs more than a few levels."),
    Code(
        "empty-value",
        "a name without a value",
        "What is unknown is left out. A line without a value says nothing.",
        "born:",
        "born: 1981",
    ),
    Code(
        "duplicate-key",
        "the same name twice",
        "Of two lines with one name, nobody could tell which one holds.",
        "born: 1981\nborn: 1984",
        "born: 1981",
    ),
    Code(
        "not-a-record",
        "a file that is no record",
        "A record is written as lines of the form name: value.",
        "Dmitry Peskov was born in 1967.",
        "born: 1967",
    ),
)
_RECORDS = (
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
    Code("bad-code", "not a country code", "States are named by ISO 3166 codes.", "alpha_2: nor", "alpha_2: NO"),
    Code(
        "bad-rule",
        "a rule that does not say what is needed",
        "A majority has one threshold; a share says of what.",
        "majority: {at_least: 2/3}",
        "majority: {at_least: 2/3, of: present_and_voting}",
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
_CHECKS = (
    Code(
        "no-source",
        "a fact without a source",
        "What has no source is not published.",
        "title: The Council meets",
        "title: The Council meets\nsources: [un-charter]",
    ),
    Code(
        "bad-conflict", "a conflict that does not say what it is about", "It names a field, two values and who says so."
    ),
    Code(
        "unknown-subject",
        "a vote on something the record does not have",
        "on: names the resolution or an amendment.",
        "on: [eu-9]",
        "on: [resolution]",
    ),
    Code(
        "unknown-rule",
        "a rule the body did not have on that day",
        "Rules stand in the body's file, with their periods.",
        "rule: substantial",
        "rule: substantive",
    ),
    Code(
        "listed-twice", "a member is in a roll call twice", "Nobody votes twice.", "yes: [ALB]\nno: [ALB]", "yes: [ALB]"
    ),
    Code("not-a-member", "a voter that did not belong to the body", "Only members on the day of the vote have a vote."),
    Code(
        "unaccounted",
        "members are missing from a roll call",
        "Either everybody is listed, or rest: says what the others may have done.",
        "roll_call:\n  yes: [ALB]",
        "roll_call:\n  yes: [ALB]\n  rest: unknown",
    ),
    Code(
        "tally-mismatch",
        "the lists and the numbers do not agree",
        "Listed members and the rest make the stated number.",
        "stated: {yes: 3}\nroll_call: {yes: [ALB, AND]}",
        "stated: {yes: 2}\nroll_call: {yes: [ALB, AND]}",
    ),
    Code(
        "bad-inference", "an inference where there is a record", "Only positions that are not listed can be inferred."
    ),
    Code("not-listed", "a source for a member that is not listed", "It would be shown nowhere."),
    Code(
        "outcome-mismatch",
        "the stated result is not what the rule gives",
        "The outcome is computed from the body's rule. Where it differs, a number, the rule or a veto is wrong.",
    ),
    Code(
        "missing-translation",
        "a text is missing in a language of the site",
        "Readers see it in another language, marked as such. In a fact sheet that is an error.",
        "title: {en: Talks}",
        "title: {en: Talks, de: Gespräche}",
    ),
    Code("stale-waiver", "a waiver that waives nothing", "What it accepted is mended; it would hide the next mistake."),
)
_SITE = (
    Code(
        "broken-link",
        "a link to a page that is not there",
        "Every link of the built site is followed before it is shown.",
    ),
    Code("broken-anchor", "a link to a place that is not on the page", "Every fact has a place of its own, for ever."),
    Code("duplicate-anchor", "one place, two facts", "A link to it could mean either."),
    Code("forbidden-link", "a kind of link that no page may have", "Links lead to https, http or mail addresses."),
    Code(
        "third-party", "something that would be loaded from elsewhere", "Reading this site tells nobody else about it."
    ),
)

CODES: Mapping[str, Code] = {each.code: each for each in (*_READING, *_RECORDS, *_CHECKS, *_SITE)}
