"""The tests. Properties are tried with the same examples each time, so that nobody's proposal fails by chance.

`HYPOTHESIS_PROFILE=search` tries others, each time anew.
"""

import os

from hypothesis import settings

settings.register_profile("search", deadline=None)
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
