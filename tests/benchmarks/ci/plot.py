"""Curves of cost as an SVG whose axes double from line to line: proportion is the diagonal."""

import math
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

_WIDTH, _HEIGHT, _MARGIN = 640, 360, 56
_INKS = ("#0b5fa5", "#b3470b", "#2b7a3a")


def plot(curves: Mapping[str, Sequence[tuple[float, float]]]) -> str:
    """Return a plot of (times the least work, times its seconds), a line a name."""
    most = max(max(x, y) for points in curves.values() for x, y in points)
    steps = math.ceil(math.log2(most))

    def place(x: float, y: float) -> tuple[float, float]:
        across = (_WIDTH - 3 * _MARGIN) * math.log2(x) / steps
        up = (_HEIGHT - 2 * _MARGIN) * math.log2(max(y, 1)) / steps
        return round(_MARGIN + across, 1), round(_HEIGHT - _MARGIN - up, 1)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        f'width="{_WIDTH}" height="{_HEIGHT}" font-family="sans-serif" font-size="12">',
        "<title>Seconds of processor against work, both on doubling scales</title>",
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
    ]
    for step in range(steps + 1):
        (x, low), (_, high) = place(2**step, 1), place(2**step, 2**steps)
        (left, y), (right, _) = place(1, 2**step), place(2**steps, 2**step)
        parts += [
            f'<path d="M{x} {low}V{high}M{left} {y}H{right}" stroke="#ddd"/>',
            f'<text x="{x}" y="{low + 18}" text-anchor="middle">{2**step}</text>',
            f'<text x="{left - 8}" y="{y + 4}" text-anchor="end">{2**step}</text>',
        ]
    (x0, y0), (x1, y1) = place(1, 1), place(2**steps, 2**steps)
    parts.append(f'<path d="M{x0} {y0}L{x1} {y1}" stroke="#999" stroke-dasharray="4 4"/>')
    for number, (name, points) in enumerate(curves.items()):
        ink = _INKS[number % len(_INKS)]
        places = [place(x, y) for x, y in points]
        line = " ".join(f"{x},{y}" for x, y in places)
        x, y = places[-1]
        parts.append(f'<polyline points="{line}" fill="none" stroke="{ink}" stroke-width="2"/>')
        parts += [f'<circle cx="{x}" cy="{y}" r="3" fill="{ink}"/>' for x, y in places]
        parts.append(f'<text x="{x + 8}" y="{y + 4}" fill="{ink}">{escape(name)}</text>')
    middle = (x0 + x1) / 2
    parts += [
        f'<text x="{middle}" y="{_HEIGHT - 12}" text-anchor="middle">times the work</text>',
        f'<text x="14" y="{_HEIGHT / 2}" text-anchor="middle" '
        f'transform="rotate(-90 14 {_HEIGHT / 2})">times the seconds</text>',
        "</svg>",
    ]
    return "\n".join(parts) + "\n"
