"""What helps to look at a change, and at the content as a whole: comparisons, reports, comments."""
