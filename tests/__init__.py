"""The tests. Hypothesis sets them no deadline: a busy machine is no fault.

Where `CI` is set, Hypothesis tries the same examples each time, so that nobody's proposal fails by chance; elsewhere it
searches on.
"""

from hypothesis import settings

settings.register_profile("patient", settings(), deadline=None)
settings.load_profile("patient")
