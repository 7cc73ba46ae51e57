"""Two sentences rendered as one: an entry may say that it holds the next one's translation too.

A translator writes the comment `# sverka: joined` into the first entry and leaves the translation
of the next one empty.
"""

import re
from collections.abc import Iterable, Iterator

from sverka.catalogue.document import Catalogue
from sverka.catalogue.entry import Entry

_MARK = re.compile(r"^\s*sverka:\s*joined\b", re.MULTILINE)
_MARKED = re.compile(rb"sverka:\s*joined\b")


def with_followers(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Entry | None]]:
    """Yield the live entries, each with the one whose translation it holds too, or None.

    An entry whose translation stands in the one before it is not yielded by itself. The mark
    counts only if the next live entry is untranslated and neither has plural forms.
    """
    first: Entry | None = None
    for entry in entries:
        if entry.obsolete:
            continue
        if first is not None:
            if not entry.msgid_plural and not entry.msgstr:
                yield first, entry
                first = None
                continue
            yield first, None
        first = entry if _marked(entry) else None
        if first is None:
            yield entry, None
    if first is not None:
        yield first, None


def may_join(catalogue: Catalogue) -> bool:
    """Say whether an entry of `catalogue` may say so: cheaper than to look at each."""
    return _MARKED.search(catalogue.source.buffer) is not None


def joined_pairs(catalogue: Catalogue) -> Iterator[tuple[Entry, Entry]]:
    """Yield the pairs of entries of `catalogue` that have one translation."""
    if may_join(catalogue):
        for first, follower in with_followers(catalogue.entries):
            if follower is not None:
                yield first, follower


def _marked(entry: Entry) -> bool:
    return bool(
        "sverka" in entry.tcomment
        and not entry.msgid_plural
        and entry.msgstr
        and _MARK.search(entry.tcomment)
    )
