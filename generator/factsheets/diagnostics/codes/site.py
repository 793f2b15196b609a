"""What can be wrong with the finished site. Examples are what a page holds."""

from __future__ import annotations

from factsheets.diagnostics.codes.code import Code

CODES = (
    Code(
        "broken-link",
        "a link to a page that is not there",
        "Every link of the finished site is followed before it is shown. This is a fault of the program and not "
        "yours: report it.",
        '<a href="votes/gone.html">a page</a>',
        '<a href="index.html">a page</a>',
    ),
    Code(
        "broken-anchor",
        "a link to a place that is not on its page",
        "Every fact has a place of its own on its page, for ever. This is a fault of the program and not yours: "
        "report it.",
        '<a href="index.html#gone">a page</a>',
        '<a href="index.html#top">a page</a>',
    ),
    Code(
        "duplicate-anchor",
        "two facts in one place of a page",
        "A link to it could mean either. Give one of the two entries another id in its file.",
        '<p id="adopted"></p><p id="adopted"></p>',
        '<p id="adopted"></p><p id="rejected"></p>',
    ),
    Code(
        "forbidden-link",
        "a kind of link that no page may have",
        "Links lead to addresses with https:// or http://, or to mail. Correct the address in the file it comes from.",
        '<a href="ftp://council.example/record">a page</a>',
        '<a href="https://council.example/record">a page</a>',
    ),
    Code(
        "third-party",
        "something that would be loaded from elsewhere",
        "Whoever reads this site tells nobody else about it, so a page loads nothing from other sites. Take it "
        "out; a link to it is welcome.",
        '<img src="https://council.example/logo.png" alt="">',
        '<a href="https://council.example/logo.png">a page</a>',
    ),
    Code(
        "broken-markup",
        "a page that browsers have to mend",
        "What a browser makes of each page is compared with what was written: each element is closed, stands where it "
        "may, and names nothing twice. This is a fault of the program and not yours: report it.",
        "<p><ul><li>in favour</li></ul></p>",
        "<ul><li>in favour</li></ul>",
    ),
    Code(
        "missing-twin",
        "a page that is not there in another language",
        "Each page has the same address in every language, and the two lead to each other. This is a fault of the "
        "program and not yours: report it.",
        '<a class="twin" href="index.html" hreflang="de">Deutsch</a>',
        '<a href="index.html">English</a>',
    ),
    Code(
        "chart-differs",
        "a chart that says something else than the numbers beside it",
        "Numbers, lengths and kinds of each chart are read back and compared with the table or list beside it. This is "
        "a fault of the program and not yours: report it.",
        '<figure><svg class="tally"><g class="chart-mark kind-yes"><title>in favour: 11</title>'
        '<rect x="0%" width="100%"/></g><desc>in favour: 11</desc></svg></figure><table><tbody><tr><th scope="row">'
        '<span class="key key-yes"></span>in favour</th><td>12</td></tr></tbody></table>',
        '<figure><svg class="tally"><g class="chart-mark kind-yes"><title>in favour: 11</title>'
        '<rect x="0%" width="100%"/></g><desc>in favour: 11</desc></svg></figure><table><tbody><tr><th scope="row">'
        '<span class="key key-yes"></span>in favour</th><td>11</td></tr></tbody></table>',
    ),
    Code(
        "export-differs",
        "data that says something else than the page",
        "The votes as data are read back and compared with the lists and numbers of each page. This is a fault of the "
        "program and not yours: report it.",
        '<div class="roll-call" data-vote="adoption"></div>',
        "<div></div>",
    ),
)
