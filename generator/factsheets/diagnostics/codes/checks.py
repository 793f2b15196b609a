"""What can be wrong with what the facts say together. Examples are lines of a file, where that can be shown."""

from __future__ import annotations

from factsheets.diagnostics.codes.code import Code

CODES = (
    Code(
        "no-source",
        "a fact without a source",
        "What has no source is not published. Name the file of the source; if it is not there yet, add it in the "
        "folder sources.",
        "resolutions: [resolution-1]",
        "resolutions: [resolution-1]\nsources: [record]",
    ),
    Code(
        "duplicate-id",
        "a name is used twice",
        "Addresses and other lines point to a thing by its name. Give the newer one another. Two files whose "
        "names differ only in capitals are one file on many computers: rename one of them.",
        "- {id: began, text: {en: It began., de: Es begann.}, sources: [record]}\n"
        "- {id: began, text: {en: It ended., de: Es endete.}, sources: [record]}",
        "- {id: began, text: {en: It began., de: Es begann.}, sources: [record]}\n"
        "- {id: ended, text: {en: It ended., de: Es endete.}, sources: [record]}",
    ),
    Code(
        "bad-conflict",
        "a conflict that does not say what it is about",
        "Where sources disagree, say which line they disagree about, what each side says and who says so. There "
        "are at least two sides; the one that is preferred is copied letter by letter.",
        "- fields: [roll_call]\n"
        "  values:\n"
        "    - {value: {en: Britain abstained, de: Großbritannien enthielt sich}, sources: [record]}",
        "- fields: [roll_call]\n"
        "  values:\n"
        "    - {value: {en: Britain abstained, de: Großbritannien enthielt sich}, sources: [record]}\n"
        "    - {value: {en: Britain was away, de: Großbritannien fehlte}, sources: [record]}",
    ),
    Code(
        "conflict-rank",
        "a conflict that is not settled by the rank of its sources",
        "Of sources that contradict each other, the nearer one is followed: a record before a newspaper, a newspaper "
        "before a blog. Where the page follows another, or follows one of two that are equal, why: says the reason.",
        "- fields: [roll_call]\n"
        "  values:\n"
        "    - {value: {en: Britain abstained, de: Großbritannien enthielt sich}, sources: [record]}\n"
        "    - {value: {en: Britain was away, de: Großbritannien fehlte}, sources: [record]}\n"
        "  preferred: Britain abstained",
        "- fields: [roll_call]\n"
        "  values:\n"
        "    - {value: {en: Britain abstained, de: Großbritannien enthielt sich}, sources: [record]}\n"
        "    - {value: {en: Britain was away, de: Großbritannien fehlte}, sources: [record]}",
    ),
    Code(
        "weak-source",
        "something is counted on sources that are not enough for it",
        "A position, a number or a result is counted only if a record, an agency, a newspaper or a work of reference "
        "says so that was read itself, or a copy of a record. What only blogs, aggregators, copies of reports, "
        "machine translations, state media or partisan outlets say belongs in reported or reported_numbers, and counts "
        "nowhere.",
        "kind: blog\nread: itself",
        "kind: official\nread: itself",
    ),
    Code(
        "copy-beside",
        "a copy stands beside what it copies",
        "A source of a lower rank that only repeats another adds nothing to it. Name the one that it repeats, and "
        "delete the copy.",
        "sources: [record, record-copy]",
        "sources: [record]",
    ),
    Code(
        "bad-exclusion",
        "a reason for having no right to vote, of a member that had one",
        "exclusions: says why members had no right to vote. Each of them is listed under not_entitled in the roll "
        "call, or in inferred with position: not_entitled.",
        "roll_call:\n  no: [FRA]\n  rest: unknown\nexclusions:\n  - {members: [NOR], reason: arrears}",
        "roll_call:\n"
        "  no: [FRA]\n"
        "  rest: unknown\n"
        "inferred:\n"
        "  - {position: not_entitled, members: [NOR], why: {en: It owed too much., de: Es schuldete zu viel.}}\n"
        "exclusions:\n"
        "  - {members: [NOR], reason: arrears}",
    ),
    Code(
        "bad-coverage",
        "a coverage that cannot be as it says",
        "A coverage names the list that it was compared with, how many entries of the list are within it, and which "
        "are left out. The entries are those recorded here and those left out together. No comparison was made in the "
        "future, and none reaches beyond its own day.",
        "coverage:\n"
        "  - id: council\n"
        "    subject: {en: resolutions of the Council, de: Resolutionen des Rats}\n"
        "    list: {en: the record, de: dem Protokoll}\n"
        "    bodies: [council]\n"
        "    since: 2025-01-01\n"
        "    until: 2025-02-28\n"
        "    compared: 2025-03-01\n"
        "    entries: 2\n"
        "    sources: [record]",
        "coverage:\n"
        "  - id: council\n"
        "    subject: {en: resolutions of the Council, de: Resolutionen des Rats}\n"
        "    list: {en: the record, de: dem Protokoll}\n"
        "    bodies: [council]\n"
        "    since: 2025-01-01\n"
        "    until: 2025-02-28\n"
        "    compared: 2025-03-01\n"
        "    entries: 1\n"
        "    sources: [record]",
    ),
    Code(
        "not-current",
        "a fact sheet called current that may not be",
        "A fact sheet is current while its votes are compared with a list of all there are, and while neither that "
        "comparison nor its review is overdue. Read it, or compare it, again and write the day; or write status: "
        "historical.",
        "status: current",
        "status: historical",
    ),
    Code(
        "no-selection",
        "a fact sheet does not say what it leaves out",
        "A list of events or quotations looks complete. Say in one or two sentences where it begins and what it "
        "leaves out.",
        "status: current",
        "selection: {en: From the first vote on., de: Ab der ersten Abstimmung.}",
    ),
    Code(
        "unknown-subject",
        "a vote on something the file does not have",
        "on: says what was voted on: resolution for the whole text, or the id of an amendment or motion in the "
        "same file.",
        "on: [final-text]",
        "on: [resolution]",
    ),
    Code(
        "unknown-rule",
        "a rule the body did not have on that day",
        "The rules stand in the body's file, each with the period in which it was in force. Write the id of one "
        "of them.",
        "on: [resolution]\nrule: substantial",
        "on: [resolution]\nrule: substantive",
    ),
    Code(
        "listed-twice",
        "something is in a list twice",
        "Nobody votes twice, and no list names a person, a state or a source twice. Keep it where the source has it, "
        "and delete it in the other place.",
        "yes: [FRA, NOR]\nabstain: [FRA, GBR]",
        "yes: [FRA, NOR]\nabstain: [GBR]",
    ),
    Code(
        "not-a-member",
        "a voter that did not belong to the body",
        "Only members on the day of the vote have a vote. Either the code is that of another state, or the body's "
        "file has the wrong period for it; the vote here was in 2025.",
        "- members: [NOR]\n  role: elected\n  period: 2023",
        "- members: [NOR]\n  role: elected\n  period: 2025",
    ),
    Code(
        "unaccounted",
        "members are missing from the list of a vote",
        "Either everybody is listed, or a line rest: says what the others may have done; unknown, if the source "
        "does not say.",
        "stated: {result: adopted, yes: 2, no: 0}\nroll_call:\n  yes: [FRA, NOR]",
        "stated: {result: adopted, yes: 2, no: 0}\nroll_call:\n  yes: [FRA, NOR]\n  rest: unknown",
    ),
    Code(
        "tally-mismatch",
        "the lists and the numbers do not agree",
        "The members listed under yes are as many as the number behind yes, and so on. Count the list and compare "
        "both with the source.",
        "stated: {result: adopted, yes: 3, no: 0, abstain: 1}\nroll_call:\n  yes: [FRA, NOR]\n  abstain: [GBR]",
        "stated: {result: adopted, yes: 2, no: 0, abstain: 1}\nroll_call:\n  yes: [FRA, NOR]\n  abstain: [GBR]",
    ),
    Code(
        "bad-inference",
        "a guess where there is a record",
        "How somebody probably voted can only be inferred where it is not recorded, and only what rest: leaves "
        "possible.",
        "roll_call:\n"
        "  no: [FRA]\n"
        "  rest: unknown\n"
        "inferred:\n"
        "  - {position: yes, members: [FRA], why: {en: It spoke for it., de: Es sprach dafür.}}",
        "roll_call:\n"
        "  no: [FRA]\n"
        "  rest: unknown\n"
        "inferred:\n"
        "  - {position: yes, members: [NOR], why: {en: It spoke for it., de: Es sprach dafür.}}",
    ),
    Code(
        "not-listed",
        "a source for the vote of a member that is not listed",
        "It would be shown nowhere. List the member above as the source has it, or delete the line.",
        "roll_call:\n  no: [FRA]\n  rest: unknown\nmember_sources: {GBR: [record]}",
        "roll_call:\n  no: [FRA]\n  rest: unknown\nmember_sources: {FRA: [record]}",
    ),
    Code(
        "bad-veto",
        "a veto that cannot have been cast",
        "A veto is a vote against by a permanent member, under a rule that has a veto. So the member is listed "
        "under no.",
        "stated: {result: rejected, yes: 2, vetoed_by: [FRA]}\nroll_call:\n  abstain: [FRA]",
        "stated: {result: rejected, yes: 2, vetoed_by: [FRA]}\nroll_call:\n  no: [FRA]",
    ),
    Code(
        "outcome-mismatch",
        "the stated result is not what the rule gives",
        "The result is worked out from the numbers by the body's own rule. Where it differs from what is stated, "
        "a number, the rule or a veto is wrong or missing: compare them with the source.",
        "stated: {result: rejected, yes: 2, no: 0, abstain: 1}",
        "stated: {result: adopted, yes: 2, no: 0, abstain: 1}",
    ),
    Code(
        "bad-method",
        "names or numbers that this way of deciding does not have",
        "A secret ballot has numbers but no names; a decision without a vote has neither. Delete them, or write "
        "the rule by which votes were counted.",
        "rule: without-vote\nstated: {result: adopted, yes: 2}",
        "rule: without-vote\nstated: {result: adopted}",
    ),
    Code(
        "bad-casting-vote",
        "a casting vote where there is nothing to decide",
        "The chair's casting vote counts only where there are as many votes for as against, and where the body's "
        "rule has tie: chair. It is yes or no.",
        "rule: simple\nstated: {result: adopted, yes: 2, no: 1}\ncasting_vote: yes",
        "rule: simple\nstated: {result: adopted, yes: 1, no: 1, abstain: 1}\ncasting_vote: yes",
    ),
    Code(
        "bad-proxy",
        "a vote cast for somebody who is not listed",
        "A member that was away is listed with the vote that was cast for it, and proxies: says who cast it. Both "
        "are members on that day.",
        "yes: [FRA]\nproxies: {NOR: FRA}",
        "yes: [FRA, NOR]\nproxies: {NOR: FRA}",
    ),
    Code(
        "member-twice",
        "a member belongs to a body twice at the same time",
        "It would have two votes. Where it changed its role or seat, one period ends before the other begins.",
        "- {members: [NOR], role: elected, period: 2024/2026}\n- {members: [NOR], role: elected, period: 2025/2027}",
        "- {members: [NOR], role: elected, period: 2024/2025}\n- {members: [NOR], role: elected, period: 2026/2027}",
    ),
    Code(
        "too-many-members",
        "more members than seats",
        "seats: says how many members the body has by law. Either the number is wrong, or the period of a member "
        "that left is too long.",
        "seats: [{number: 2, period: 1990-01-01/..}]",
        "seats: [{number: 3, period: 1990-01-01/..}]",
    ),
    Code(
        "bad-tile",
        "a tile of the map that another state has, or that is on no map",
        "Each state has one tile on the map of its region: a column and a row that no other state there has, and "
        "a line region: that says which map it is.",
        "alpha_2: NO\ntile: {column: 2, row: 1}",
        "alpha_2: NO\nregion: europe\ntile: {column: 2, row: 1}",
    ),
    Code(
        "glance-length",
        "more key facts than a reader takes in at a glance",
        "Keep the five to eight that answer what readers come for. All else that is known stays in the other "
        "files, and on their pages.",
        "nine entries under key_facts:",
        "eight entries under key_facts:",
    ),
    Code(
        "missing-translation",
        "a text is missing in a language of the site",
        "Readers see it in another language, marked as such. In a fact sheet that is an error, elsewhere a "
        "warning. Write the text in each language, as far as you can.",
        "title: The first day",
        "title: {en: The first day, de: Der erste Tag}",
    ),
    Code(
        "looks-alike",
        "two names that look the same and are not",
        "One of them has letters of another script that most fonts draw alike, so that one could pass for the other. "
        "Retype the one that was copied, or tell the two apart by more than their letters.",
        "name: \u0410da Moe",
        "name: Ada Moe (1901)",
    ),
    Code(
        "mixed-script",
        "a word with letters of two scripts",
        "Latin, Greek and Cyrillic have letters that look alike. Mixed in one word they mislead readers, and no search "
        "finds it. Retype the word; if it is written so, say that with a waiver in waivers.yaml.",
        "name: \u0410da Moe",
        "name: Ada Moe",
    ),
    Code(
        "bad-waiver",
        "an exception that cannot be made",
        "A finding may be accepted where the sources say it so. That a name is given twice, or that somebody is listed "
        "twice or votes without being a member, cannot be: a page has one place for each. Correct what is found, and "
        "delete the lines of the waiver.",
        "waivers:\n"
        "  - {code: listed-twice, file: resolutions/resolution-1.yaml, at: votes.1.roll_call.no.0, reason: as printed}",
        "waivers: []",
    ),
    Code(
        "stale-waiver",
        "an exception that is not needed any more",
        "The file waivers.yaml says which findings are accepted, and why. What this one accepted is mended, and "
        "it would hide the next mistake: delete its lines.",
        "waivers:\n"
        "  - {code: outcome-mismatch, file: resolutions/resolution-1.yaml, at: votes.1.stated, reason: as printed}",
        "waivers: []",
    ),
)
