"""What changed between two versions of a sentence, word by word."""

import re
from difflib import SequenceMatcher

CHANGED = "changed: "
"""Begins the extracted comment in which an unconfirmed entry tells what changed."""

_CJK = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(rf"[{_CJK}]|[^\W{_CJK}]+|\s+|.", re.DOTALL)


def word_diff(old: str, new: str) -> str:
    """Return `new` with the words that came in `{+…+}` and those of `old` that went in `[-…-]`.

    White space between two changes belongs to them; line breaks are shown as spaces.
    """
    before, after = (_TOKEN.findall(" ".join(text.split())) for text in (old, new))
    parts: list[tuple[str, str]] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        lost, came = "".join(before[a:b]), "".join(after[c:d])
        plain = kind == "equal" and not (lost.isspace() and parts)
        if plain or not parts or parts[-1][0] == parts[-1][1]:
            parts.append((lost, came))
        else:
            parts[-1] = (parts[-1][0] + lost, parts[-1][1] + came)
    return "".join(map(_shown, parts))


def _shown(part: tuple[str, str]) -> str:
    lost, came = part
    if lost == came:
        return lost
    head = len(came) - len(came.lstrip()) if lost[:1].isspace() and came[:1].isspace() else 0
    tail = len(came.rstrip()) if lost[-1:].isspace() and came[-1:].isspace() else len(came)
    kept = len(lost.rstrip()) if tail < len(came) else len(lost)
    before, after = came[:head], came[tail:]
    lost, came = lost[head:kept], came[head:tail]
    return before + (f"[-{lost}-]" if lost else "") + (f"{{+{came}+}}" if came else "") + after
