"""What changes for the reader between two states of the content: two revisions, or one and the working tree."""

from factsheets.review.diff.comparing import compare
from factsheets.review.diff.forms import FORMS
from factsheets.review.diff.revisions import RevisionError, touched
from factsheets.review.diff.sides import side_of

__all__ = ["FORMS", "RevisionError", "compare", "side_of", "touched"]
