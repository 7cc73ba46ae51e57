"""Dismissals in an entry: `# sverka: ignore[rule@3f2a] reason`."""

import hashlib
import re
from collections.abc import Iterator

from .finding import Finding, Where
from .record import Mark

MARKER = "sverka:"
_MARK = re.compile(r"sverka:\s*ignore\s*\[([^\]\n]*)\]\s*(.*)")


def marks_of(where: Where, comment: str, line: int) -> Iterator[Mark]:
    """Yield the dismissals in a translator's comment."""
    for found in _MARK.finditer(comment):
        for name in found[1].split(","):
            rule, _, short = name.strip().partition("@")
            yield Mark(where, rule, short, found[2].strip(), line)


def short_hash(finding: Finding) -> str:
    """Return what a dismissal remembers: msgid, the text of the field, the offending form."""
    raw = "\0".join((finding.msgid, finding.value, finding.form))
    return hashlib.blake2b(raw.encode("utf-8", "surrogatepass"), digest_size=2).hexdigest()
