"""The style sheet of the charts: it knows every class, and its texts can be read on what they stand on."""

from __future__ import annotations

import re

import pytest

from factsheets.site.charts.figure import KINDS
from factsheets.site.render import assets

LOOK = {name: assets()[f"assets/{name}.css"].decode() for name in ("factsheets", "charts")}
SCHEMES = ('[data-md-color-scheme="default"]', '[data-md-color-scheme="slate"]')


def variables(scheme: str) -> dict[str, str]:
    """Return the variables of a scheme, followed to their values."""
    found: dict[str, str] = {}
    for text in LOOK.values():
        for selector, rules in re.findall(r"([^{}]+){([^{}]*)}", text):
            if selector.strip().endswith(scheme):
                found |= dict(re.findall(r"(--fs-[\w-]+): ([^;]+);", rules))
    return {name: found.get(value[4:-1], value) for name, value in found.items()}


def channels(colour: str) -> list[float]:
    digits = colour.removeprefix("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    return [int(digits[each : each + 2], 16) / 255 for each in (0, 2, 4)]


def luminance(colour: list[float]) -> float:
    """Return the relative luminance that WCAG 2 defines."""
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: list[float], other: list[float]) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    ("text", "ground"), [("paper", "yes"), ("paper", "no"), ("on-abstain", "abstain"), ("quiet", "paper")]
)
def test_texts_on_kinds_can_be_read(scheme: str, text: str, ground: str) -> None:
    named = variables(scheme)
    assert contrast(channels(named[f"--fs-{text}"]), channels(named[f"--fs-{ground}"])) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("shade", range(5))
def test_numbers_on_shades_can_be_read(scheme: str, shade: int) -> None:
    named = variables(scheme)
    opacities = dict(re.findall(r"\.heat-(\d) rect { fill-opacity: (.+?); }", LOOK["charts"]))
    opacity = float(opacities.get(str(shade), "1").replace("var(--fs-shade)", named["--fs-shade"]))
    texts = dict(re.findall(r"\.heat-(\d) text { fill: var\((.+?)\); }", LOOK["charts"]))
    full, paper = channels(named["--fs-yes"]), channels(named["--fs-paper"])
    ground = [opacity * one + (1 - opacity) * other for one, other in zip(full, paper, strict=True)]
    assert contrast(channels(named[texts.get(str(shade), "--fs-ink")]), ground) >= 4.5


def test_every_kind_has_a_look_and_the_unknown_none_of_its_own_colour() -> None:
    for kind in KINDS:
        assert f".kind-{kind}" in LOOK["charts"], kind
    rules = re.findall(r"([^{}]*\.kind-unknown[^{}]*){([^{}]*)}", LOOK["charts"])
    assert rules
    assert not any("abstain" in rule or "yes" in rule or "--fs-no)" in rule for _, rule in rules)


def test_rules_of_charts_stand_in_one_file() -> None:
    assert not re.search(r"^\s*\.(tally|chart|kind|seat|heat)\b", LOOK["factsheets"], re.MULTILINE)
