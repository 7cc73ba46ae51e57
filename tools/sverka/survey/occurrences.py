"""Every segment in which a term stands, with its translations."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sverka.text.terms import Index, find, pattern

from .segments import Segment

Span = tuple[int, int]


class Hit(NamedTuple):
    """A segment in which a term stands."""

    segment: Segment
    locale: str | None
    """The locale in which it stands; None for the pivot."""
    spans: tuple[Span, ...]


def occurrences(segments: Sequence[Segment], term: str) -> Iterator[Hit]:
    """Yield the segments that have a term in any inflection, in the pivot or a translation.

    A segment is given once: for its pivot, else for the first locale in which the term stands.
    """
    for segment in segments:
        locale = segment.pivot.text.locale
        index = Index([(0, pattern(term, locale))])
        if matches := index.matches(segment.pivot.text):
            yield Hit(segment, None, tuple((m.start, m.end) for m in matches))
            continue
        for locale, place in sorted(segment.translations.items()):
            if span := find(place.text, [pattern(term, locale)], lemmas=False):
                yield Hit(segment, locale, (span,))
                break
