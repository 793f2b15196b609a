"""The site's own pages, and what its search knows."""
