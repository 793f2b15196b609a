"""The messages of the check, each explained with what is wrong and what is right. They are in English everywhere."""

from __future__ import annotations

from dataclasses import dataclass

from factsheets.diagnostics.codes import GROUPS, Code
from factsheets.site.pages.shared.parts import Phrase, Scene

_SPOKEN = "en"
"""The language of the messages."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message: its code is its anchor. `wrong` and `right` are lines of a file, or words."""

    code: str
    title: Phrase
    why: Phrase
    wrong: str
    right: str


@dataclass(frozen=True, slots=True)
class MessageGroup:
    """Messages about one thing: the file, its lines, its values, what the facts say together, the site."""

    anchor: str
    name: str
    count: str
    introduction: str
    messages: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class MessagesPage:
    """All messages of the check. `lang` is their language, where it is not the page's."""

    groups: tuple[MessageGroup, ...]
    lang: str


def messages_page(scene: Scene) -> MessagesPage:
    """Return the view of all messages."""
    lang = "" if scene.language == _SPOKEN else _SPOKEN
    return MessagesPage(tuple(_group(scene, name, codes, lang) for name, codes in GROUPS.items()), lang)


def _group(scene: Scene, name: str, codes: tuple[Code, ...], lang: str) -> MessageGroup:
    return MessageGroup(
        f"about-{name}",
        scene.words(f"messages_about.{name}.name"),
        scene.words("messages_count", n=len(codes)),
        scene.words(f"messages_about.{name}.introduction"),
        tuple(
            Message(
                each.code,
                Phrase(each.title[:1].upper() + each.title[1:], lang),
                Phrase(each.why, lang),
                each.wrong,
                each.right,
            )
            for each in codes
        ),
    )
