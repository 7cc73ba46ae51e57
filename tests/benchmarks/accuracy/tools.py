"""What each tool reports: pairs of (entry, check), at the gate, for a catalogue file."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import polib

Reports = set[tuple[str, str, str]]
"""(msgid, check, what it says)"""
STATES = {"fuzzy", "untranslated"}


def sverka(path: Path, locale: str) -> Reports:
    """Review with Sverka; findings at the gate."""
    from sverka import check

    found = [f for f in check([path], locale=locale).findings if f.gate]
    return {(f.msgid, f.rule, f.message) for f in found if f.rule not in STATES}


def pofilter(path: Path, locale: str) -> Reports:
    """Run translate-toolkit's pofilter with all its checks."""
    out = path.with_suffix(".pofilter.po")
    command = [str(Path(sys.executable).with_name("pofilter")), "--nofuzzy", str(path), str(out)]
    subprocess.run([*command, f"--language={locale}"], check=True, capture_output=True)
    if not out.exists():
        return set()
    found: Reports = set()
    for entry in polib.pofile(str(out)):
        for line in entry.tcomment.splitlines():
            if line.startswith("(pofilter) "):
                name = line.removeprefix("(pofilter) ").split(":")[0]
                if name not in ("untranslated", "isfuzzy"):
                    found.add((entry.msgid, name, line))
    return found


TOOLS: dict[str, Callable[[Path, str], Reports]] = {"sverka": sverka, "pofilter": pofilter}
