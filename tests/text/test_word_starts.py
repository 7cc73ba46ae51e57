"""A slow pattern of words that is only tried where a sign was seen finds what it finds anywhere."""

import regex
from hypothesis import example, given
from hypothesis import strategies as st

from sverka.text import negation, opposites
from sverka.text.analysis import Text
from sverka.text.negation import DENIAL
from sverka.text.opposites import expressions, mentions
from sverka.text.prose import prose
from sverka.text.signs import hits, starts

_WORDS = r"""
not don't %(x)snot \nnever <b>never</b> never-left “nobody” left %(n)dleft non-allowed allowed
increased,decreased LEFT `not` it's Mother/father the has fallen nunca izquierda sin não
kein nicht,links Rechts не- левый слева/справа никогда &amp;not not_left
"""
_PIECES = _WORDS.split()
_TEXTS = st.lists(st.sampled_from(_PIECES), max_size=8)


@given(_TEXTS, st.sampled_from((" ", "\n", "  ", "\u00a0")), st.sampled_from(("en", "de", "ru")))
@example(["%(x)snot", "%(n)dleft"], " ", "en")
def test_hits_at_starts_are_all_hits(pieces: list[str], gap: str, locale: str) -> None:
    text = Text(gap.join(pieces), locale)
    value = text.ask(prose)
    denying = negation._patterns(locale)
    assert denying
    for pattern in (denying.strong.pattern, denying.mild.pattern):
        found = [hit.span() for hit in hits(pattern, value, starts(text, DENIAL, value))]
        assert found == [hit.span() for hit in pattern.finditer(value)]
    spans = [span for axis in mentions(text).values() for pole in axis.values() for span in pole]
    everywhere = opposites._plain(locale).pattern.finditer(value)
    assert sorted(spans) == [hit.span() for hit in everywhere]


def test_each_word_of_the_table_is_an_expression() -> None:
    for members in opposites._data().values():
        for row in members.values():
            for word in " ".join(row.values()).replace("~", " ").split():
                regex.compile(expressions.written(word.lstrip("+!")))
                regex.compile(expressions.head(word))
                regex.compile(expressions.telling(word))
