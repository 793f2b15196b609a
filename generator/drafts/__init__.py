"""New records: from a few answers, or the text of a form, to a file in the one form."""

from generator.drafts.answers import AnswerError, Question
from generator.drafts.desk import Desk, desk_for
from generator.drafts.plans import plan_of
from generator.drafts.tree import Draft
from generator.drafts.writing import written

__all__ = ["AnswerError", "Desk", "Draft", "Question", "desk_for", "plan_of", "written"]
