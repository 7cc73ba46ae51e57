"""How far a translation of an article has come, segment by segment."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from sverka.article.encoding import fault
from sverka.article.model import Article, Segment, words
from sverka.catalogue import Catalogue, Entry
from sverka.catalogue.joined import with_followers

__all__ = [
    "Message",
    "Messages",
    "Progress",
    "State",
    "message",
    "messages",
    "messages_of",
    "progress",
    "state",
    "words",
]

_JOINED = b"joined"
"""Stands in every file with the mark of `with_followers`, for which it takes time to look."""

State = Literal["translated", "fuzzy", "missing"]


class Message(Protocol):
    """What is needed of a catalogue's entry."""

    @property
    def msgctxt(self) -> str | None: ...
    @property
    def msgid(self) -> str: ...
    @property
    def msgstr(self) -> str: ...
    @property
    def fuzzy(self) -> bool: ...
    @property
    def obsolete(self) -> bool: ...


Messages = Mapping[tuple[str | None, str], Message]


@dataclass(frozen=True, slots=True)
class Joined:
    """An entry whose translation stands in the entry `first`, before it."""

    first: Message
    msgctxt: str | None
    msgid: str
    msgstr: str = ""
    obsolete: bool = False

    @property
    def fuzzy(self) -> bool:
        """Whether the translation of both is unconfirmed."""
        return self.first.fuzzy


def messages(entries: Iterable[Entry]) -> dict[tuple[str | None, str], Message]:
    """Return the live entries by context and message; the first of two equal ones counts."""
    found: dict[tuple[str | None, str], Message] = {}
    for entry, follower in with_followers(entries):
        found.setdefault((entry.msgctxt, entry.msgid), entry)
        if follower is not None:
            joined = Joined(entry, follower.msgctxt, follower.msgid)
            found.setdefault((follower.msgctxt, follower.msgid), joined)
    return found


def messages_of(catalogue: Catalogue) -> dict[tuple[str | None, str], Message]:
    """Return the live entries of a catalogue by context and message, as `messages` does."""
    if _JOINED in catalogue.source.buffer:
        return messages(catalogue.entries)
    live = (entry for entry in reversed(catalogue.entries) if not entry.obsolete)
    return {(entry.msgctxt, entry.msgid): entry for entry in live}


def message(article: Article, segment: Segment, known: Messages) -> Message | None:
    """Return the entry of a segment: the one whose context names its block, else the plain one."""
    ident = article.blocks[segment.block].ident
    return known.get((ident, segment.text)) or known.get((None, segment.text))


def state(entry: Message | None) -> State:
    """Say what an entry is worth to a reader."""
    if isinstance(entry, Joined):
        return state(entry.first)
    if entry is None or not entry.msgstr.strip():
        return "missing"
    return "fuzzy" if entry.fuzzy else "translated"


@dataclass(frozen=True, slots=True)
class Progress:
    """Segments and words of an article by state, in one locale."""

    segments: Mapping[State, int]
    words: Mapping[State, int]

    @property
    def share(self) -> float:
        """The share of the article's words that is translated, 0…1; 1 for an empty article."""
        total = sum(self.words.values())
        return self.words["translated"] / total if total else 1.0

    @property
    def percent(self) -> int:
        """The share in whole per cent; 100 only if nothing is left to do."""
        return int(100 * self.share)

    def __add__(self, other: "Progress") -> "Progress":
        return Progress(_sum(self.segments, other.segments), _sum(self.words, other.words))


def _sum(one: Mapping[State, int], other: Mapping[State, int]) -> dict[State, int]:
    return {state: one[state] + other[state] for state in one}


def progress(article: Article, known: Messages) -> Progress:
    """Count the segments and words of `article` by their state in a catalogue.

    A translation whose markup is broken needs work before it can be shown: it counts as fuzzy.
    """
    segments: dict[State, int] = {"translated": 0, "fuzzy": 0, "missing": 0}
    counted = dict(segments)
    for segment, size in zip(article.segments, article.words, strict=True):
        entry = message(article, segment, known)
        which = state(entry)
        if which == "translated" and entry and fault(article, segment, entry.msgstr):
            which = "fuzzy"
        segments[which] += 1
        counted[which] += size
    return Progress(segments, counted)
