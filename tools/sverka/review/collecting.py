"""Python's search for cycles of garbage, made rare while many small values are made and kept."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_THRESHOLDS = (3_000_000, 2, 50)
"""As of `gc.set_threshold`: texts and facts hold no cycles, and are freed without any search."""


@contextmanager
def rarely_collecting() -> Iterator[None]:
    """Search for cycles less often; a tenth of a review's time went into it.

    Neither what was there before nor what is left afterwards is searched soon.
    """
    before = gc.get_threshold()
    _age()
    gc.set_threshold(*_THRESHOLDS)
    try:
        yield
    finally:
        _age()
        gc.set_threshold(*before)


def _age() -> None:
    """Count all that there is as long-lived, without the search that usually comes before."""
    if not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()
