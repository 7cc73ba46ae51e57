"""Markdown's reference links: `[text][label]`, `[label][]`, `[label]`.

In the short forms the text of the link is its label, which a translator cannot know. They may
translate it: the label of the original is put back.
"""

import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from sverka.article.inline import with_brackets

_DEFINITION = re.compile(r"^[ \t>]{0,20}\[([^\]\[^][^\]\[]{0,500})\]:", re.MULTILINE)


class Bracket(NamedTuple):
    """A bracketed text that is no inline link: `[text]` and what follows, if it names a label."""

    start: int
    end: int
    tail: int
    label: str


@lru_cache(maxsize=8)
def labels(article: str) -> frozenset[str]:
    """Return the labels that are defined in a Markdown text, normalised."""
    return frozenset(normal(label) for label in _DEFINITION.findall(article))


def normal(label: str) -> str:
    """Return a label as it is compared: case and white space do not count."""
    return " ".join(label.split()).casefold()


def brackets(text: str) -> list[Bracket]:
    """Return the bracketed texts in the order in which they end."""
    found: list[Bracket] = []
    opened: list[tuple[int, int]] = []
    for each in with_brackets(text):
        if each.kind in ("open", "image"):
            opened.append((each.start, each.end))
        elif each.kind == "close" and opened:
            start, inner = opened.pop()
            tail = text[each.start : each.end]
            if not tail.startswith("]("):
                found.append(
                    Bracket(start, each.end, each.start, tail[2:-1] or text[inner : each.start])
                )
    return found


def references(known: frozenset[str], text: str) -> Counter[str]:
    """Return how often the text refers to each of the known labels."""
    return Counter(label for each in brackets(text) if (label := normal(each.label)) in known)


def restored(known: frozenset[str], message: str, translation: str) -> str:
    """Return the translation with the labels of the message where it has lost them."""
    if not known or "[" not in message:
        return translation
    wanted = [each for each in brackets(message) if normal(each.label) in known]
    if not wanted:
        return translation
    there = brackets(translation)
    have = Counter(normal(each.label) for each in there)
    lost = []
    for each in wanted:
        label = normal(each.label)
        if have[label]:
            have[label] -= 1
        else:
            lost.append(each.label)
    strange = [each for each in there if normal(each.label) not in known]
    if not lost or len(lost) != len(strange):
        return translation
    for each, label in sorted(zip(strange, lost, strict=True), key=lambda pair: -pair[0].tail):
        translation = f"{translation[: each.tail]}][{label}]{translation[each.end :]}"
    return translation
