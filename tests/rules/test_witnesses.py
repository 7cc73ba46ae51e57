"""What the languages of an article teach each other of their acronyms."""

import pytest

from sverka.review import Fact
from sverka.review.finding import Where
from sverka.rules._acronyms import Note, Side
from sverka.rules._witnesses import links

HELD = {"a": "B", "b": "A", "c": "AB", "d": "AB", "e": "AB"}
"""Segment → acronyms of a translation: of two as frequent, B stands first."""


def _side(role: str, locale: str, held: dict[str, str]) -> Side:
    side = Side(role, locale)
    for msgid, forms in held.items():
        where = Where("x.po", locale, "article", "target", 0, None, msgid, "msgstr")
        for form in forms:
            side.add(Fact(where, None, form, Note(frozenset(), "", "en")))
    return side


@pytest.mark.parametrize("prefix", [str(number) for number in range(12)])
def test_of_equals_the_first_one_of_the_text_is_believed(prefix: str) -> None:
    """In whatever order a set would give the segments."""
    held = {prefix + msgid: forms for msgid, forms in HELD.items()}
    pivot = _side("pivot", "en", dict.fromkeys(held, "X"))
    target = _side("target", "pl", held)
    (link,) = links(target, [pivot])
    assert link.called("X") == "B"
