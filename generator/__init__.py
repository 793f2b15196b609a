"""The folder of the program; its package is `factsheets`. This file only says so to whoever still uses the old name."""

import sys

if sys.argv[:1] != ["-m"]:  # __main__.py says it
    raise ImportError("the package is called factsheets now: write factsheets where generator stood")
