"""The page of a resolution, and all that shows a vote."""
