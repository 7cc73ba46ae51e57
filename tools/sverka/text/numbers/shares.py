"""What a share can mean: three quarters, 三分之二, ثلثا."""

from decimal import Decimal

from .number import Value


def share(part: Decimal, whole: Decimal | int) -> frozenset[Value]:
    """Return the numbers that a share can be written with: 0.75, or 75 of a hundred; rounded up and
    down. One of several parts is often named by their number alone ("a third")."""
    of_hundred = part * 100 / whole
    values = {Decimal(round(of_hundred)), Decimal(int(of_hundred)), round(of_hundred, 1)}
    return frozenset[Value](values | {round(of_hundred / 100, 2)})
