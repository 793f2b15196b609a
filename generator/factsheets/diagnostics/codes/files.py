"""What can be wrong with a file as a whole: its name, its place, its bytes. Examples are names and words."""

from __future__ import annotations

from factsheets.diagnostics.codes.code import Code

CODES = (
    Code(
        "bad-file-name",
        "a file has a name that it cannot have",
        "The name becomes the page's address for ever, and every computer must be able to keep the file. Rename "
        "it: letters a to z, digits and single hyphens, at most 80 of them, then .yaml.",
        "content/people/Ada Moe.yml",
        "content/people/ada-moe.yaml",
    ),
    Code(
        "unknown-folder",
        "a folder that holds no known kind of record",
        "Each kind of record has its folder: factsheets, resolutions, states, people, statements, events, bodies "
        "and sources. Move the file to the one it belongs in; perhaps the folder's name is only mistyped.",
        "content/poeple/ada-moe.yaml",
        "content/people/ada-moe.yaml",
    ),
    Code(
        "nested-folder",
        "a folder within a folder of records",
        "Each kind of record has one folder, such as people, and its files lie right in it. Move them up.",
        "content/people/norway/ada-moe.yaml",
        "content/people/ada-moe.yaml",
    ),
    Code(
        "not-utf-8",
        "letters in a form that would come out as others",
        "There are several ways in which computers keep letters such as é or Ж. Here it is UTF-8, which has all "
        "of them. Type the file anew in GitHub's editor, or save it once more with UTF-8 as its encoding.",
        "content/people/ada-moe.yaml with an é, saved as Windows-1252",
        "content/people/ada-moe.yaml with an é, saved as UTF-8",
    ),
    Code(
        "not-text",
        "a picture or document with the name of a record",
        "Text programs save their own formats under any name, and a picture stays one when it is renamed. Make "
        "the file anew in GitHub's editor and type or paste the text.",
        "content/people/ada-moe.yaml, which is a Word document that was renamed",
        "content/people/ada-moe.yaml, typed in GitHub's editor",
    ),
    Code(
        "file-too-large",
        "a file is larger than any record needs",
        "The largest record takes a few pages. Split a larger one, or delete what was pasted into it by mistake.",
        "a file of 600 KiB",
        "a file of 20 KiB",
    ),
    Code(
        "missing-file",
        "a file that every site needs is missing",
        "The file site.yaml says what the site is called, in which languages it is and where it lives. Put it "
        "back; the last version of it is in the history of the repository.",
        "content/ without site.yaml",
        "content/site.yaml",
    ),
    Code(
        "symlink",
        "a link in place of a file",
        "Such a link is a signpost to a file that lies elsewhere, perhaps outside of the content folder, so that "
        "nobody sees what is published. Delete it, and put the file itself in its place.",
        "content/people/ada-moe.yaml -> ../../elsewhere.yaml",
        "content/people/ada-moe.yaml",
    ),
    Code(
        "unreadable",
        "a file or folder cannot be read",
        "The computer does not let the program open it, or it is no file at all but a device. What cannot be read "
        "cannot be checked, so nothing is published. Delete it and put the file there anew.",
        "content/people/ada-moe.yaml is a pipe to another program",
        "content/people/ada-moe.yaml is an ordinary file",
    ),
    Code(
        "too-many",
        "more mistakes in a file than anybody reads",
        "The first 500 are told one by one, the others are counted. Most often one mistake has made them all: mend "
        "what is said first, and run the check again.",
        "a list of 600 names that are not known",
        "a list of names that are known",
    ),
    Code(
        "no-content",
        "the content folder is missing, or has no record in it",
        "All facts lie in a folder called content, and the command looks for it in the folder in which it is run. "
        "Go to the folder that holds content and run it again. A site needs one record at least.",
        "factsheets check, run in content/people/",
        "factsheets check, run in the folder that holds content/",
    ),
)
