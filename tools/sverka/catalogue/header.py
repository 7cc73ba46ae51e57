"""The header of a catalogue: the fields in the msgstr of the entry whose msgid is empty."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

_LOCALE_PART = re.compile(
    r"[A-Za-z]{2,3}(?:[-_](?:[A-Za-z]{4}|[A-Za-z]{2}|\d{3})){0,2}(?:@[a-z]+)?"
)


class Header(Mapping[str, str]):
    """Field → value in file order; looked up without regard to case. Immutable."""

    __slots__ = ("_fields", "_names")

    def __init__(self, text: str = "") -> None:
        """`text` is the unescaped msgstr of the header entry."""
        self._fields: dict[str, str] = {}
        self._names: dict[str, str] = {}
        last = ""
        for line in text.split("\n"):
            name, colon, value = line.partition(":")
            if colon and name and not name[0].isspace():
                last = self._names.setdefault(name.strip().lower(), name.strip())
                self._fields.setdefault(last, value.strip())
            elif line.strip() and last:
                self._fields[last] += " " + line.strip()

    def __getitem__(self, name: str) -> str:
        return self._fields[self._names[name.lower()]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._names

    def __repr__(self) -> str:
        return f"Header({self._fields!r})"


def with_fields(text: str, changes: Mapping[str, str | None]) -> str:
    """The header text with fields set, or removed when the value is None.

    Fields that stay keep their line as it is; new ones are added at the end.
    """
    pending = {name.lower(): (name, value) for name, value in changes.items()}
    lines: list[str] = []
    for line in text.split("\n"):
        name = line.partition(":")[0].strip().lower()
        if name not in pending or ":" not in line:
            lines.append(line)
            continue
        _, value = pending.pop(name)
        if value is not None:
            same = line.partition(":")[2].strip() == value
            lines.append(line if same else f"{line.partition(':')[0]}: {value}")
    added = [f"{name}: {value}" for name, value in pending.values() if value is not None]
    if added:
        while lines and not lines[-1]:
            lines.pop()
        lines += [*added, ""]
    return "\n".join(lines)


def locale_of(header: Header, path: Path | None) -> str:
    """The locale of a catalogue: of its Language field, else of its path, else ""."""
    language = header.get("Language", "").strip()
    if _LOCALE_PART.fullmatch(language):
        return language
    if path is None:
        return ""
    parts = path.with_suffix("").parts
    for place, part in enumerate(parts):
        if part == "LC_MESSAGES" and place:
            return parts[place - 1]
    found = _LOCALE_PART.fullmatch(parts[-1]) if parts else None
    return found[0] if found else ""
