"""Charts: static SVG from finished numbers. Always shown beside the same numbers in a table."""
