"""The pages of the other records, and where each fact stands."""
