"""The addresses of the pages that are there once, within a language."""

from __future__ import annotations

HOME, ABOUT, MISSING = "index.html", "about.html", "missing.html"
COUNTING, COMPARISONS, CORRECTIONS = "counting.html", "compare/index.html", "corrections.html"
CORRECT, COVERAGE = "correct.html", "coverage.html"
MESSAGES = "messages.html"
