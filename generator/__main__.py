"""`python -m generator` is `factsheets`."""

from generator.cli import main

main(prog_name="factsheets")
