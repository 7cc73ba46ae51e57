"""Which text stands for a segment in a localized article, and in which language."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from sverka.article import Article, Segment
from sverka.article.states import Messages, message, state

Shown = Literal["translated", "fuzzy", "missing", "broken"]


class Choice(NamedTuple):
    """The text chosen for a segment; `locale` is "" when it is in the reader's language.

    `state` is that of the reader's own translation; `text` is None for the article's own words.
    """

    text: str | None
    locale: str
    state: Shown


def choose(
    article: Article,
    segment: Segment,
    locale: str,
    chain: Sequence[str],
    catalogues: Mapping[str, Messages],
) -> Choice:
    """Choose the translation into `locale`, else into the first of `chain` that has one.

    An unconfirmed (fuzzy) translation is never shown. The pivot's own words come last.
    """
    own = message(article, segment, catalogues.get(locale, {}))
    which: Shown = state(own)
    if which == "translated" and own is not None:
        return Choice(own.msgstr, "", which)
    for other in chain:
        entry = message(article, segment, catalogues.get(other, {}))
        if entry is not None and state(entry) == "translated":
            return Choice(entry.msgstr, other, which)
    return Choice(None, article.locale, which)
