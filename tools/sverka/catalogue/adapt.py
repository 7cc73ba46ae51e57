"""Carrying a small change of the original into its translation, where that is safe."""

import re

_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*")
_END = re.compile(r"[.:!?…]*\s*\Z")
# Ends that are written alike in every script that uses them.
_SHARED_ENDS = {"", ".", ":", "!", "?", "…", "..."}


def adapt(translation: str, old: str, new: str) -> str | None:
    """The translation of `new`, made from that of `old`; None where only a human can make it.

    Numbers are exchanged when each old number stands as often in the translation as in the
    original; the end is exchanged when original and translation ended alike; letter case and
    white space of the original leave the translation as it is.
    """
    if not translation or old == new:
        return translation or None
    old_core, old_end = _cut_end(old)
    new_core, new_end = _cut_end(new)
    core, end = _cut_end(translation)
    if old_end != new_end:
        if end != old_end or not {old_end.strip(), new_end.strip()} <= _SHARED_ENDS:
            return None
        end = new_end
    if _folded(old_core) == _folded(new_core):
        return core + end
    if _NUMBER.sub("0", old_core) != _NUMBER.sub("0", new_core):
        return None
    changes = dict(zip(_NUMBER.findall(old_core), _NUMBER.findall(new_core), strict=True))
    if len(set(changes)) != len(set(changes.values())) or _plural_may_change(changes):
        return None
    before = sorted(_NUMBER.findall(old_core))
    if before != sorted(_NUMBER.findall(core)):
        return None
    if any(changes[number] != now for number, now in _pairs(old_core, new_core)):
        return None
    return _NUMBER.sub(lambda found: changes[found[0]], core) + end


def _pairs(old: str, new: str) -> list[tuple[str, str]]:
    return list(zip(_NUMBER.findall(old), _NUMBER.findall(new), strict=True))


def _plural_may_change(changes: dict[str, str]) -> bool:
    """Small numbers govern the form of the noun: 1 file, 2 files, 5 файлов."""
    return any(
        old != new and not (len(old) == len(new) == 4 or _same_plural(old, new))
        for old, new in changes.items()
    )


def _same_plural(old: str, new: str) -> bool:
    """Whether in every language both take the same form: equal but for the hundreds and more."""
    return old.isdecimal() and new.isdecimal() and len(old) > 2 < len(new) and old[-2:] == new[-2:]


def _cut_end(text: str) -> tuple[str, str]:
    found = _END.search(text)
    place = found.start() if found else len(text)
    return text[:place], text[place:]


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
