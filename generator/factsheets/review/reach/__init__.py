"""Whether addresses on the web still answer. The one room that uses the network; it reads no bodies."""

from factsheets.review.reach.politeness import Politeness
from factsheets.review.reach.rounds import visit_all
from factsheets.review.reach.visiting import Outcome, Visit

__all__ = ["Outcome", "Politeness", "Visit", "visit_all"]
