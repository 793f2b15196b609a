"""What can be wrong with a list of votes that the content is compared with. Examples are whole lists."""

from __future__ import annotations

from factsheets.diagnostics.codes.code import Code

CODES = (
    Code(
        "list-file",
        "a list that cannot be opened as a text",
        "A list is a text, in UTF-8 or as Excel writes it, or such a text packed as .xz. This one is another kind of "
        "file, or was cut off on its way. Fetch it again, or save it as CSV.",
        "votes.csv, which is a workbook that was renamed",
        "votes.csv, saved as CSV",
    ),
    Code(
        "list-form",
        "a list in no form that is known",
        "Known are the extracts of resolutions that the United Nations publish (JSON, one object on each line), the "
        "voting data of its Digital Library with their head, and tables with the columns symbol and date.",
        "number;day\nA/RES/ES-11/1;2022-03-02",
        "symbol;date\nA/RES/ES-11/1;2022-03-02",
    ),
    Code(
        "list-line",
        "a line of an extract that is no entry",
        "Each line of an extract is one object in braces, with a symbol, lists of names and their numbers. This one "
        "was cut off, or changed by hand. Fetch the file again.",
        '{"symbol": "A/RES/ES-11/1", "adoption_date": "2 March 2022"',
        '{"symbol": "A/RES/ES-11/1", "adoption_date": "2 March 2022", "MS_in_favour": [], "MS_against": [], '
        '"MS_abstaining": []}',
    ),
    Code(
        "list-row",
        "a row with more or fewer cells than the head",
        "Nobody can tell which cell of such a row belongs to which column. Most often the file was cut off; or a "
        "comma or a quotation mark within a cell is not marked as one.",
        "symbol,date,title\nA/RES/ES-11/1,2022-03-02,Aggression, and more",
        'symbol,date,title\nA/RES/ES-11/1,2022-03-02,"Aggression, and more"',
    ),
    Code(
        "list-vote",
        "a letter for a vote that its column does not have",
        "What a letter stands for depends on the layout of the file; the message lists those of this one. No other is "
        "guessed.",
        "ms_code,ms_name,ms_vote,date,resolution,draft,title,agenda_title,subjects,total_yes,total_no,"
        "total_abstentions,total_non_voting,total_ms\n"
        "NOR,NORWAY,P,2022-03-02,A/RES/ES-11/1,,Aggression,,,1.0,0.0,0.0,0.0,1.0",
        "ms_code,ms_name,ms_vote,date,resolution,draft,title,agenda_title,subjects,total_yes,total_no,"
        "total_abstentions,total_non_voting,total_ms\n"
        "NOR,NORWAY,Y,2022-03-02,A/RES/ES-11/1,,Aggression,,,1.0,0.0,0.0,0.0,1.0",
    ),
    Code(
        "list-date",
        "a day of an entry that is none",
        "A day that is not in the calendar, or that can be read in two ways, such as 3/4/2022, cannot be compared. "
        "Write it as year, month and day.",
        "symbol,date\nA/RES/ES-11/1,2022-02-30",
        "symbol,date\nA/RES/ES-11/1,2022-03-02",
    ),
    Code(
        "list-number",
        "a number of votes that is none",
        "Votes are counted in whole numbers, also where a file writes them as 120.0. Where a number is not known, the "
        "cell is empty or says N.A.",
        "symbol,date,yes\nA/RES/ES-11/1,2022-03-02,many",
        "symbol,date,yes\nA/RES/ES-11/1,2022-03-02,141",
    ),
)
