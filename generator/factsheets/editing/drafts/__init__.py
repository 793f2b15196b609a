"""New records: from a few answers, or the text of a form, to a file in the one form."""

from factsheets.editing.drafts.answers import AnswerError, Question
from factsheets.editing.drafts.desk import Desk, desk_for
from factsheets.editing.drafts.plans import plan_of
from factsheets.editing.drafts.tree import Draft
from factsheets.editing.drafts.writing import written

__all__ = ["AnswerError", "Desk", "Draft", "Question", "desk_for", "plan_of", "written"]
