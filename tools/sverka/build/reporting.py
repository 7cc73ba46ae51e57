"""What an update did to each article's sentences, in words."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from sverka.build.updating import Updated
from sverka.build.worddiff import word_diff
from sverka.catalogue import Entry
from sverka.catalogue.merge import Change

_QUOTATION, _DIFFERENCE = 72, 300  # characters shown
_KINDS = ("kept", "moved", "respelt", "reworded", "split", "merged", "new", "revived", "gone")

Line = tuple[str, str]
"""What became of a sentence (one of `_KINDS`), and what to say of it."""


def lines(updates: Iterable[Updated]) -> Iterator[str]:
    """Yield the report: for each article the counts of every locale, then what happened.

    What happened is told once for all locales in which the same happened.
    """
    articles: dict[str, list[tuple[Updated, list[Line]]]] = {}
    for update in updates:
        articles.setdefault(update.article, []).append((update, events(update)))
    for article, members in articles.items():
        yield article
        happened: dict[Line, list[str]] = {}
        for update, found in members:
            kinds = [kind for kind, _ in found]
            counts = [f"{kinds.count(kind)} {kind}" for kind in _KINDS if kind in kinds]
            yield f"  {update.locale}: {', '.join(counts) or 'nothing to do'}"
            for line in found:
                if line[0] != "kept":
                    happened.setdefault(line, []).append(update.locale)
        for (kind, text), locales in sorted(happened.items(), key=lambda one: _rank(one[0][0])):
            where = "" if len(locales) == len(members) else f" ({', '.join(locales)})"
            yield f"  {kind:9}{text}{where}"


def _rank(kind: str) -> int:
    return _KINDS.index(kind)


def events(update: Updated) -> list[Line]:
    """Return what became of every sentence, in the new order."""
    changes = update.merge.changes
    moved = _moved(changes)
    parts: dict[int, list[Entry]] = {}
    for change in changes:
        if change.new is not None and change.old is not None and change.kind != "obsoleted":
            parts.setdefault(id(change.old), []).append(change.new)
    found: list[Line] = []
    for index, change in enumerate(changes):
        new, old = change.new, change.old
        if change.kind in ("obsoleted", "dropped") and old is not None:
            kept = "translation kept as obsolete" if change.kind == "obsoleted" else "untranslated"
            found.append(("gone", f"{_quoted(old.msgid)} ({kept})"))
        elif new is None:
            continue
        elif change.kind in ("kept", "refreshed"):
            found.append(("moved", moved[index]) if index in moved else ("kept", ""))
        elif change.kind == "revived":
            found.append(("revived", _quoted(new.msgid)))
        elif old is None or change.kind == "compendium":
            found.append(("new", _quoted(new.msgid)))
        elif new.msgid in update.respelt:
            found.append(("respelt", _shortened(word_diff(old.msgid, new.msgid), _DIFFERENCE)))
        elif change.others:
            texts = sorted((old, *change.others), key=lambda entry: entry.index)
            told = " + ".join(_quoted(entry.msgid) for entry in texts)
            found.append(("merged", f"{told} → {_quoted(new.msgid)}"))
        elif len(halves := parts[id(old)]) > 1:
            if new is halves[0]:
                told = " + ".join(_quoted(entry.msgid) for entry in halves)
                found.append(("split", f"{_quoted(old.msgid)} → {told}"))
        else:
            found.append(("reworded", _shortened(word_diff(old.msgid, new.msgid), _DIFFERENCE)))
    return found


def _moved(changes: Sequence[Change]) -> dict[int, str]:
    """Return which unchanged sentences stand elsewhere than between their old neighbours.

    The longest run of sentences that kept their order stays; the others moved.
    """
    places = [
        (index, change.old.index)
        for index, change in enumerate(changes)
        if change.kind in ("kept", "refreshed") and change.old is not None
    ]
    still = _longest_rising([old for _, old in places])
    return {
        index: f"{_quoted(entry.msgid)} from place {old + 1} to {index + 1}"
        for number, (index, old) in enumerate(places)
        if number not in still and (entry := changes[index].new) is not None
    }


def _longest_rising(values: Sequence[int]) -> set[int]:
    """Return the indices of a longest strictly rising subsequence (patience sorting)."""
    tops: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        pile = bisect_left(tops, value)
        before.append(at[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [value]
        at[pile : pile + 1] = [index]
    found = set()
    index = at[-1] if at else -1
    while index >= 0:
        found.add(index)
        index = before[index]
    return found


def _quoted(text: str) -> str:
    return f"“{_shortened(text)}”"


def _shortened(text: str, most: int = _QUOTATION) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[: most - 1]}…"
