"""The files at the top of the content folder: the site itself, and waivers."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from factsheets.content.records.base import Model
from factsheets.content.records.coverage import Coverage
from factsheets.content.records.errors import misfit
from factsheets.content.records.languages import LanguageTag
from factsheets.content.records.text import Line, Prose, Words
from factsheets.content.records.values import SiteAddress, Slug, Url


class Section(Model):
    """A part of the page about the site."""

    id: Slug
    """Its anchor on the page, for ever."""
    title: Line
    """Its heading."""
    text: Prose
    """What it says, in paragraphs."""


class Site(Model):
    """`site.yaml`: what the site is called, its languages and where it lives."""

    title: Line = Field(examples=[{"en": "Factsheets", "de": "Faktenblätter"}])
    """The site's name."""
    description: Line
    """What it offers, in one sentence."""
    languages: tuple[LanguageTag, ...] = Field(examples=[["en", "de"]])
    """The languages of the site. A text that names no language is in the first."""
    address: SiteAddress
    """Where the site is published."""
    repository: Url
    """Where its files can be edited."""
    branch: Words = "main"
    """The branch that is published."""
    coverage: tuple[Coverage, ...] = ()
    """What the whole site covers: compared with which list, and when."""
    about: tuple[Section, ...] = ()
    """The page about the site: how facts are chosen, checked and corrected."""

    @model_validator(mode="after")
    def _has_a_language(self) -> Self:
        if not self.languages:
            raise misfit(
                "empty-value",
                "the site has no language",
                "write languages: [en, de], or the one you want",
                at=("languages",),
            )
        return self

    @model_validator(mode="after")
    def _parts_have_anchors_of_their_own(self) -> Self:
        taken = {"top"}
        for index, section in enumerate(self.about):
            if section.id in taken:
                message = f"{section.id!r} is already the name of another part of the page"
                raise misfit(
                    "duplicate-id", message, f"give it another id, such as {section.id}-2", at=("about", index, "id")
                )
            taken.add(section.id)
        return self

    @property
    def first(self) -> str:
        """The language of texts that name none."""
        return self.languages[0]


class Waiver(Model):
    """One finding that is accepted, and why."""

    code: Slug
    """The code of the finding."""
    file: Words = Field(examples=["resolutions/s-res-2774.yaml"])
    """The file it is about: resolutions/s-res-2774.yaml."""
    at: Words
    """The fact it is about, as the message names it."""
    reason: Words
    """Why it is accepted."""


class Waivers(Model):
    """`waivers.yaml`: findings of checks that are accepted, each with its reason."""

    waivers: tuple[Waiver, ...] = ()
    """The list."""
