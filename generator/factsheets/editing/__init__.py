"""What helps to write the content: drafts, roll calls, names, remedies."""
