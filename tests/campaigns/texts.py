"""Texts that are markup, scripts, templates or formulas somewhere, each known by the word `evil` in it."""

from __future__ import annotations

_ONE = (
    "<evil-tag onclick=alert(1)>x</evil-tag>",
    '"><script>window.evil = 1</script>',
    "' onmouseover='window.evil = 1' x='",
    "</script><script>window.evil = 1</script></title></textarea></style>",
    "<!-- --><img src=x onerror=window.evil=1><![CDATA[ x ]]> --!> <!DOCTYPE evil>",
    "[evil](javascript:window.evil=1) ![x](https://evil.example/x.png) <https://evil.example> <evil@evil.example>",
    "{{ 7 * 7 }} {% include 'evil' %} {# evil #} <# evil #> {%- raw -%} ${{ evil }} <?php evil() ?>",
    "evil {: onclick=evil() .evil #evil evil=evil } {#evil .evil} { .evil } {:evil: .evil }",
    "=HYPERLINK(evil) \t@evil \r+evil",
    '{"href": "javascript:window.evil=1", "positions": "evil"}',
    "&lt;evil-tag&gt; &#60;evil-tag&#62; \\<evil-tag\\> &amp;lt;evil&amp;gt;",
    "&ltevil-tag&gt &#60evil-tag&#62 &#x3cevil&#x3e &NewLine;evil&colon;&lpar;&Tab;&nbsp",
    "evil\\u003cevil-tag\\u003e \\x3cevil\\x3e ${evil} `evil` *evil* _evil_ ~~evil~~ ==evil== ^evil^ ++evil++",
    "<svg onload=window.evil=1><script>window.evil=1</script><use href='data:image/svg+xml,evil#x'/></svg>",
    "<svg><style><img src=x onerror=window.evil=1></style></svg> <svg><desc><evil-tag>",
    "<math href=javascript:window.evil=1>evil</math> <math><annotation-xml encoding=text/html><evil-tag>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=window.evil=1&gt;'>",
    '<noscript><p title="</noscript><img src=x onerror=window.evil=1>">evil',
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=window.evil=1>",
    "evil: url(javascript:window.evil=1); width: expression(window.evil=1); } * { display: none } </style><evil-tag>",
    "@import 'https://evil.example/x.css'; evil { background: url(https://evil.example/x.png) } /* evil",
    "data:text/html,<script>window.evil=1</script> evil",
    "vbscript:evil javascript:window.evil=1 JaVaScRiPt:evil java&#115;cript:evil\u00a0x",
    "javascript:window.evil=1//evil evil",
    "\u0301evil \u20ddx \u0338= \u0300\u0301\u0302\u0303evil \u034fevil",
    'evil\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:evil\r\nX-EVIL;CN="evil":evil\\, evil\\; \\n',
    "]]></content><evil-tag/>]]&gt;<![CDATA[evil",
    "<?xml version='1.0'?><!ENTITY evil SYSTEM 'file:///etc/passwd'>&evil; %evil;",
    "Evil https://evil.example www.evil.example ftp://evil.example evil@evil.example mailto:evil@evil.example @evil",
    "1. evil  ",
    "- [ ] evil - [x] evil + evil * evil > evil #evil :evil: :material-evil: ++ctrl+evil++ (c) (tm) -- ... evil\\",
    "| evil | evil | --- | :-: | evil",
    "%evil% !include evil !!python/object/apply:os.system ['evil'] &evil *evil <<: *evil",
    "\uff1dHYPERLINK(evil) \uff0bevil \uff0devil \uff20evil \ufe62evil \u2212evil",
    "\t=evil()",
    "\r=evil()|'/C calc'!A0",
    " +evil() -evil() @evil()",
    '\'=evil() "evil","evil";evil',
    '"]}}],"evil":[{"evil":1}] //evil /*evil*/ evil\\',
    "__proto__ constructor evil.__proto__.evil toString",
    "constructor.prototype.evil",
    "%3Cevil-tag%3E%22%27%0d%0aevil ../../evil ..\\evil file:evil?evil#evil",
    "\u200fevil\u200e \u061cevil \u200bevil\u200d \u00adevil \ue000evil \ud7a3\u00a0evil",
    "\U0001f600evil \u05e9\u05dc\u05d5\u05dd evil \u0627\u0644\u0639 \uff1cevil-tag\uff1e \u2039evil\u203a \ufe64evil",
)
_PROSE = (
    "---\ntitle: evil\n---\n# evil\n\n    evil\n\n| evil | evil |\n|---|---|\n| evil | evil |",
    'evil\n\n!!! evil "evil"\n    evil\n\n??? evil\n\n=== "evil"\n\n    evil\n\n--8<-- "/etc/passwd"\n\n;--8<--',
    '[evil]: javascript:window.evil=1 "evil"\n\n[evil] [evil][] ![evil]\n\n*[evil]: evil\n\n[^1]: evil[^1]',
    "evil\n====\n\nevil\n----\n\n***\n\n```evil\nevil\n```\n\n~~~\nevil\n\n[TOC]\n\n::: evil\n\nterm\n:   evil",
    "> evil\n\n* evil\n\n1. evil\n\n\tevil\n\n<div markdown=1>\n\nevil *evil*\n\n</div>\n\n$$\nevil\n$$\n\n\\[evil\\]",
)
LONG = "<evil-tag>" + "evil <b> " * 480 + "W" * 300
"""Nearly as long as a line may be."""

REFUSED = (
    "\u202eevil gnp.exe",
    "\u2066evil\u2069",
    "evil\x00<evil-tag>",
    "evil\x08evil",
    "evil\x0b=evil",
    "evil\x1b[31mevil",
    "evil\x7fevil",
    "evil\x85evil",
    "evil\x9b31mevil",
    "evil\u2028window.evil=1",
    "evil\u2029evil",
    "\ufeffevil",
    "evil\ufffeevil",
    "evil\U000e0041\U000e007f",
    "\ufff9evil\ufffaevil\ufffb",
    "evil\u2060evil",
)
"""Texts with characters that nobody can see, or that turn the words around. No field takes them."""

TEXTS = (*_ONE, *_PROSE, LONG, *REFUSED)
