"""Which text stands for a segment in a localized article, and in which language."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from sverka.article import Article, Segment, fault
from sverka.article.states import Joined, Messages, message, state

Shown = Literal["translated", "stale", "fuzzy", "missing", "broken"]


class Choice(NamedTuple):
    """The text chosen for a segment; `locale` is "" when it is in the reader's language.

    `state` is that of the reader's own translation; it is stale if the source of the article's own
    words has changed since they were written. `text` is None for the article's own words.
    `fault` says why the translation was not used though there is one, which begins in `line` of
    its catalogue.
    """

    text: str | None
    locale: str
    state: Shown
    fault: str = ""
    line: int = 0


def choose(
    article: Article,
    segment: Segment,
    locale: str,
    chain: Sequence[str],
    catalogues: Mapping[str, Messages],
) -> Choice:
    """Choose the translation into `locale`, else into the first of `chain` that has one.

    An unconfirmed (fuzzy) translation is never shown, nor one whose markup is broken. The pivot's
    own words come last. Of two sentences that are rendered as one the second has the text "".
    """
    own = message(article, segment, catalogues.get(locale, {}))
    if isinstance(own, Joined) and (first := article.find(own.first.msgid)):
        before = choose(article, first[0], locale, chain, catalogues)
        return before._replace(text=before.text and "", fault="", line=0)
    which: Shown = state(own)
    wrong, line = "", 0
    if which == "translated" and own is not None:
        if not (wrong := fault(article, segment, own.msgstr)):
            return Choice(own.msgstr, "", which)
        which, line = "broken", getattr(own, "linenum", 0)
    for other in chain:
        entry = message(article, segment, catalogues.get(other, {}))
        if entry is not None and state(entry) == "translated":
            if fault(article, segment, entry.msgstr):
                continue
            return Choice(entry.msgstr, other, which, wrong, line)
    return Choice(None, article.locale, which, wrong, line)
