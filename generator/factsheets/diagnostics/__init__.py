"""What the program says about a file: one type for every message, and its rendering beside it."""

from factsheets.diagnostics.model import Diagnostic, Place, Related, Severity, Span

__all__ = ["Diagnostic", "Place", "Related", "Severity", "Span"]
