"""The old way to start the program."""

import sys

sys.exit("the program is called factsheets now: python -m factsheets")
