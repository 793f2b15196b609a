"""What can be wrong with the lines of a file before anyone asks what they say. Examples are whole files."""

from __future__ import annotations

from factsheets.diagnostics.codes.code import Code

CODES = (
    Code(
        "forbidden-character",
        "a character nobody can see",
        "Some characters are invisible, and some turn the words behind them round, so that a line says something "
        "else than it shows. They mostly come along when words are copied from a web page or a PDF. Type the word "
        "again.",
        'title: "Talks\\u202E"',
        'title: "Talks"',
    ),
    Code(
        "yaml-tab",
        "a tab",
        "What belongs together is shown by spaces at the start of the lines. A tab looks like spaces and is none, "
        "because every program shows it in another width. Delete it and press the space bar: two spaces for each "
        "step.",
        "stated:\n\tyes: 93",
        "stated:\n  yes: 93",
    ),
    Code(
        "yaml-syntax",
        "a line that cannot be read as a name, a colon and a value",
        "Most often a text holds a colon, or starts with a sign such as @ or *; then put the whole text in "
        "quotation marks. A text in two languages stands in braces: {en: …, de: …}. Or the space behind the colon is "
        "missing, or the colon itself.",
        "title: Talks: the second round",
        'title: "Talks: the second round"',
    ),
    Code(
        "yaml-quote",
        "a quotation mark that is not closed or has something behind it, or a stray backslash",
        "A text that starts with a quotation mark ends with the next one of its kind, and nothing can stand "
        "behind it. If such a mark or an apostrophe is part of the text, put the whole text in marks of the other "
        "kind.",
        "title: 'Trump's words'",
        'title: "Trump\'s words"',
    ),
    Code(
        "yaml-indent",
        "a line that does not fit the lines around it",
        "Lines that belong together start with the same number of spaces; what belongs to a line stands below it, "
        "two spaces further to the right. Count the spaces of the lines around it.",
        "stated:\n  yes: 93\n no: 18",
        "stated:\n  yes: 93\n  no: 18",
    ),
    Code(
        "yaml-bracket",
        "a bracket without its other half, or a comma too many or too few",
        "A list in brackets has a comma between its entries and a bracket at its end: [ closes with ], and { with }. "
        "Between [ and ] stand entries; between { and } stand names, each with a colon and a value.",
        "yes: [ALB, AND",
        "yes: [ALB, AND]",
    ),
    Code(
        "not-a-record",
        "a file that is no record",
        "Every line of a record starts with a name and a colon, or belongs to such a line above it. Write the "
        "facts in that form, or delete the file.",
        "Dmitry Peskov was born in 1967.",
        "born: 1967",
    ),
    Code(
        "yaml-alias",
        "a text that starts with & or *",
        "These signs have a meaning of their own, which is not used here. If they belong to the text, put it in "
        "quotation marks; if not, delete the word that starts with them.",
        "yes: &all [ALB]",
        "yes: [ALB]",
    ),
    Code(
        "yaml-tag",
        "a text that starts with !",
        "This sign has a meaning of its own, which is not used here. If it belongs to the text, put it in "
        "quotation marks; if not, delete the word that starts with it.",
        "yes: !!int 93",
        "yes: 93",
    ),
    Code(
        "yaml-directive",
        "a line that starts with %",
        "Such lines change how a file is read, and every file here is read in the same way. Delete the line.",
        "%YAML 1.1\n---\nborn: 1981",
        "born: 1981",
    ),
    Code(
        "yaml-second-document",
        "a line with --- or ... at its start",
        "Such a line ends the record, and what stands below it would be lost. One file holds one record: delete "
        "the line, and what is not part of the record.",
        "born: 1981\n---\nborn: 1984",
        "born: 1981",
    ),
    Code(
        "yaml-too-deep",
        "brackets in brackets without end",
        "No record needs more than a few levels of brackets or of lines below lines. Write each list with one "
        "bracket at its start and one at its end.",
        "yes: [[[[[[[[[[[[[[[[[[[[[[ALB]]]]]]]]]]]]]]]]]]]]]]",
        "yes: [ALB]",
    ),
    Code(
        "empty-value",
        "a name without a value",
        "What is unknown is left out: delete the line. A line without a value could mean unknown, none or "
        "forgotten. What stands behind # is only a note; if it is the value, put it in quotation marks.",
        "born:",
        "born: 1981",
    ),
    Code(
        "duplicate-key",
        "the same name twice",
        "Of two lines with one name, nobody could tell which one holds. Keep one of them.",
        "born: 1981\nborn: 1984",
        "born: 1981",
    ),
)
