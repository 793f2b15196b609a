"""Whether addresses on the web still answer. The one room that uses the network; it reads no bodies."""

from generator.reach.manners import Manners
from generator.reach.rounds import visit_all
from generator.reach.visiting import Outcome, Visit

__all__ = ["Manners", "Outcome", "Visit", "visit_all"]
