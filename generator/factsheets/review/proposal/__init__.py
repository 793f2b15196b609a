"""What a proposal comes to, as one comment on it: made from data that nobody vouches for."""

from factsheets.review.proposal.comment import Proposal, comment
from factsheets.review.proposal.reading import UnreadableError, diagnostics_of, diff_of

__all__ = ["Proposal", "UnreadableError", "comment", "diagnostics_of", "diff_of"]
