"""What can be wrong with what the records say together."""

from __future__ import annotations

from generator.diagnostics.codes.code import Code

CODES = (
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
