"""What rules work out of a review's background once: glossary and register made ready."""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import TypeVar

from sverka.review import Background

T = TypeVar("T")


def kept(function: Callable[..., T]) -> Callable[..., T]:
    """Remember what a function of a background, and of hashable values, says of the last one."""
    known: dict[tuple[Hashable, ...], T] = {}
    last: list[Background] = []

    @wraps(function)
    def remembering(background: Background, *values: Hashable) -> T:
        if not last or last[0] is not background:
            known.clear()
            last[:] = [background]
        if values not in known:
            known[values] = function(background, *values)
        return known[values]

    return remembering
