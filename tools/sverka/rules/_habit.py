"""What the rules about habits share: a catalogue's own majority is the evidence."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from sverka.review import Fact, Finding, Rule

ENOUGH = 5
"""From so many uses on, a majority is a habit."""
SHARE = 0.9
"""The share of uses that makes a majority a habit."""


class Use(NamedTuple):
    """One use: what it is an instance of, how it is done, and how each way would be written."""

    kind: str
    variant: str
    repairs: tuple[tuple[str, str], ...]
    """(variant, replacement of the span)"""


def judge(
    rule: Rule, facts: Sequence[Fact], message: Callable[[Use, str, int, int], str]
) -> Iterator[Finding]:
    """Report the uses that differ from the habit of their file.

    `message` is told the use, the habitual variant, and how often each occurs.
    """
    groups: dict[str, list[Fact]] = defaultdict(list)
    for note in facts:
        groups[note.value.kind].append(note)
    for group in groups.values():
        counts = Counter(note.value.variant for note in group)
        habit, number = counts.most_common(1)[0]
        if number < ENOUGH or number < SHARE * len(group):
            continue
        for note in group:
            use: Use = note.value
            if use.variant != habit:
                yield rule.finding(
                    note,
                    message(use, habit, number, counts[use.variant]),
                    replacement=dict(use.repairs).get(habit),
                    safe=True,
                    form=f"{use.kind} {use.variant}",
                )
