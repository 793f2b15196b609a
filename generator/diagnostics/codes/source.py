"""What can be wrong with a file before anyone asks what it says. Examples are whole files where that is possible."""

from __future__ import annotations

from generator.diagnostics.codes.code import Code

_FOLDER = (
    Code("no-content", "the content folder is missing", "The command looks for content/ in the folder where it runs."),
    Code(
        "unreadable",
        "a file or folder cannot be read",
        "The computer does not let the program open it, or it is no file at all but a device. A file that cannot be "
        "read cannot be checked, so nothing is published.",
    ),
    Code(
        "bad-file-name",
        "a file has a name that no record can have",
        "The name becomes the page's address for ever, and every computer must be able to keep the file: letters a to "
        "z, digits and single hyphens, at most 80 of them, then .yaml.",
        "people/Dmitry Peskov.yml",
        "people/dmitry-peskov.yaml",
    ),
    Code(
        "symlink",
        "a link to another file or folder",
        "Links can point out of the content folder, so that nobody sees what is published.",
    ),
    Code("nested-folder", "a folder within a record folder", "Each kind of record has one folder without sub-folders."),
    Code(
        "duplicate-id",
        "a name is used twice",
        "Addresses and other records point to a thing by its name. Two files whose names differ only in capitals are "
        "one file on many computers.",
        "votes:\n  - id: adoption\n  - id: adoption",
        "votes:\n  - id: motion\n  - id: adoption",
    ),
)

_BYTES = (
    Code(
        "file-too-large",
        "a file is larger than any record needs",
        "The largest record takes a few pages. Very large files are how a site is brought to a halt.",
    ),
    Code(
        "not-text",
        "a picture or document with the name of a record",
        "Some programs save other formats under any name. Records are texts, written in a plain text editor.",
    ),
    Code(
        "not-utf-8",
        "a file is not UTF-8",
        "All texts are UTF-8, which has every letter of every script. In other encodings an é or a Ж is kept "
        "differently, and would come out as another letter.",
    ),
    Code(
        "forbidden-character",
        "a character nobody can see",
        "Invisible and text-turning characters make a line say something else than it shows. They mostly arrive by "
        "copying from a web page or a PDF.",
        'title: "Talks\\u202E"',
        'title: "Talks"',
    ),
)

_SYNTAX = (
    Code(
        "yaml-tab",
        "a tab",
        "YAML shows what belongs together by spaces at the start of a line and does not accept tabs, because every "
        "program shows them in another width.",
        "stated:\n\tyes: 93",
        "stated:\n  yes: 93",
    ),
    Code(
        "yaml-syntax",
        "a line that YAML cannot read",
        "Most often a text holds a colon and a space, or starts with a sign such as @ or *, or the space after the "
        "colon is missing. Quotation marks around the text help.",
        "title: Talks: the second round",
        'title: "Talks: the second round"',
    ),
    Code(
        "yaml-quote",
        "a quotation mark that is not closed or has something behind it, or a stray backslash",
        "A text that starts with a quotation mark ends with the next one of its kind. A text that holds such a mark "
        "stands in marks of the other kind.",
        "title: 'Trump's words'",
        'title: "Trump\'s words"',
    ),
    Code(
        "yaml-indent",
        "a line that does not fit the lines around it",
        "Lines that belong together start in one column; what belongs to a line stands below it, two spaces further "
        "to the right.",
        "stated:\n  yes: 93\n no: 18",
        "stated:\n  yes: 93\n  no: 18",
    ),
    Code(
        "yaml-bracket",
        "a bracket without its other half, or a comma too many or too few",
        "A list in brackets has commas between its entries and a bracket at its end.",
        "yes: [ALB, AND",
        "yes: [ALB, AND]",
    ),
    Code(
        "not-a-record",
        "a file that is no record",
        "A record is written as lines of the form name: value.",
        "Dmitry Peskov was born in 1967.",
        "born: 1967",
    ),
)

_FEATURES = (
    Code(
        "yaml-alias",
        "a name with & or a reference with *",
        "References let a small file grow without end, and hide from the reader what a value is. Here every value is "
        "written out.",
        "yes: &all [ALB]",
        "yes: [ALB]",
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
        "a line that starts with %",
        "Such lines change how YAML is read. Every record is read in the same way.",
        "%YAML 1.1\n---\nborn: 1981",
        "born: 1981",
    ),
    Code(
        "yaml-second-document",
        "a second document",
        "A line with --- or ... ends a record and could start another. One file holds one record.",
        "born: 1981\n---\nborn: 1984",
        "born: 1981",
    ),
    Code(
        "yaml-too-deep",
        "nesting without end",
        "No record needs more than a few levels. Files that nest without end are how programs are brought to a halt.",
        "yes: [[[[[[[[[[[[[[[[[[[[[[ALB]]]]]]]]]]]]]]]]]]]]]]",
        "yes: [ALB]",
    ),
    Code(
        "empty-value",
        "a name without a value",
        "What is unknown is left out. A line without a value could mean unknown, none or forgotten.",
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
)

CODES = (*_FOLDER, *_BYTES, *_SYNTAX, *_FEATURES)
