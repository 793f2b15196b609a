"""What changes for the reader between two states of the content: two revisions, or one and the working tree."""

from generator.diff.comparing import compare
from generator.diff.forms import FORMS
from generator.diff.revisions import RevisionError, touched
from generator.diff.sides import side_of

__all__ = ["FORMS", "RevisionError", "compare", "side_of", "touched"]
