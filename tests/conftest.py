"""Settings of the whole suite."""

import os

from hypothesis import HealthCheck, settings

# The same examples at every run, so that a test fails for the change under test and not by chance.
# `HYPOTHESIS_PROFILE=explore pytest` looks for new ones.
settings.register_profile(
    "stable", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("explore", max_examples=1000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "stable"))
