"""Proposals as people make them, on the repository's own content."""
