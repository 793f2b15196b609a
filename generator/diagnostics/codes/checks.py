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
        "bad-veto",
        "a veto that cannot have been cast",
        "A veto is a vote against by a permanent member, under a rule that has a veto.",
        "stated: {vetoed_by: [RUS]}\nroll_call: {abstain: [RUS]}",
        "stated: {vetoed_by: [RUS]}\nroll_call: {no: [RUS]}",
    ),
    Code(
        "outcome-mismatch",
        "the stated result is not what the rule gives",
        "The outcome is computed from the body's rule. Where it differs, a number, the rule or a veto is wrong.",
    ),
    Code(
        "bad-method",
        "names or numbers that this way of deciding does not have",
        "A secret ballot has numbers but no names; a decision without a vote has neither.",
        "rule: without-vote\nstated: {result: adopted, yes: 193}",
        "rule: without-vote\nstated: {result: adopted}",
    ),
    Code(
        "bad-casting-vote",
        "a casting vote where there is nothing to decide",
        "The chair's casting vote counts only in a tie, and only where the body's rule has tie: chair.",
        "stated: {yes: 73, no: 72}\ncasting_vote: no",
        "stated: {yes: 72, no: 72}\ncasting_vote: no",
    ),
    Code(
        "bad-proxy",
        "a vote by proxy that cannot have been cast",
        "Both are members on the day, and the one who was away is listed with the vote that was cast for it.",
        "yes: [bo-lund]\nproxies: {ada-moe: bo-lund}",
        "yes: [ada-moe, bo-lund]\nproxies: {ada-moe: bo-lund}",
    ),
    Code(
        "member-twice",
        "a member belongs to a body twice at the same time",
        "It would vote twice. Somebody who changed role or seat has periods that do not overlap.",
        "period: 2024/2026\nperiod: 2026/..",
        "period: 2024/2025\nperiod: 2026/..",
    ),
    Code(
        "too-many-members",
        "more members than seats",
        "seats: says how many members the body has by law; a member may be recorded for too long.",
    ),
    Code(
        "bad-tile",
        "a tile of the map that another state has, or that is on no map",
        "Each state has one tile on the map of its region.",
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
