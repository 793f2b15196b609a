"""Factsheets: from a folder of YAML files to a site of fact sheets. The rooms are listed in README.md above this."""
