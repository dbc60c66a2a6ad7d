"""How many examples a law is tried on: the same moderate number each time, or many new ones."""

import os

from hypothesis import settings

settings.register_profile("default", derandomize=True, max_examples=100, deadline=None)
settings.register_profile("deep", max_examples=10_000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("EMULRULES_DEPTH", "default"))
