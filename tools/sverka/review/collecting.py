"""Python's search for cycles of garbage, made rare while many small values are made and kept."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_THRESHOLDS = (50_000, 20, 50)
"""As of `gc.set_threshold`: texts and facts hold no cycles, and are freed without any search."""


@contextmanager
def rarely_collecting() -> Iterator[None]:
    """Search for cycles less often; a tenth of a review's time went into it."""
    before = gc.get_threshold()
    gc.set_threshold(*_THRESHOLDS)
    try:
        yield
    finally:
        gc.set_threshold(*before)
