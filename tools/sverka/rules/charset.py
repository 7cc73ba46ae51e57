"""A charset that is not declared, not known or not UTF-8."""

import codecs
import re
from collections.abc import Iterator

from sverka.review import CatalogueFile, Finding, Rule

rule = Rule(__name__, family="file", severity="warning", roles=("source", "target"))

_ASCII = "".join(map(chr, range(32, 127)))
_PORTABLE = frozenset(
    (
        *("utf-8", "ascii", "koi8-r", "koi8-u", "cp1250", "cp1251", "cp1252", "cp1257", "cp874"),
        *("euc_jp", "euc_kr", "big5", "gbk", "gb2312", "gb18030", "shift_jis", "johab", "tis-620"),
    )
)


@rule.inspect
def check(file: CatalogueFile) -> Iterator[Finding]:
    """Look at the charset of Content-Type."""
    header = file.catalogue.header
    if not header:
        return
    value = header.get("Content-Type", "")
    found = re.search(r"charset=([^\s;]+)", value, re.IGNORECASE)
    if not found or found[1] == "CHARSET":
        message = "Content-Type names no charset; write text/plain; charset=UTF-8"
        yield rule.finding(file.where, message, form="missing")
        return
    try:
        name = codecs.lookup(found[1]).name
    except LookupError:
        message = f"unknown charset {found[1]!r}; write UTF-8 if the file is in UTF-8"
        yield rule.finding(file.where, message, form=found[1], severity="error")
        return
    if _ASCII.encode("ascii").decode(name, "replace") != _ASCII:
        message = f"charset {found[1]} does not contain ASCII; convert the file to UTF-8"
        yield rule.finding(file.where, message, form=found[1], severity="error")
    elif name not in _PORTABLE and not name.startswith("iso8859"):
        message = f"few programs know charset {found[1]}; convert the file to UTF-8"
        yield rule.finding(file.where, message, form=found[1])
    elif name not in ("utf-8", "ascii"):
        message = f"charset {found[1]}; UTF-8 holds every character, convert the file"
        yield rule.finding(file.where, message, form=found[1], severity="note")
