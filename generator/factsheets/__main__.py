"""`python -m factsheets` is `factsheets`."""

from factsheets.cli import main

main(prog_name="factsheets")
