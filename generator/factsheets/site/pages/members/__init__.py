"""The pages of members and of the bodies they belong to: how they voted, with whom, against whom."""
