"""The tests. Hypothesis sets them no deadline: a busy machine is no fault."""

from hypothesis import settings

settings.register_profile("steady", deadline=None)
settings.load_profile("steady")
