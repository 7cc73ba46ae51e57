"""Random edits: only the edited entry's lines may differ, and msgcat must read the same content."""

import random
import shutil
import subprocess
import sys
from collections.abc import Iterator

from sverka.catalogue import Catalogue, Entry
from sverka.catalogue.entry import FIELDS, span_of
from tests.benchmarks.catalogue.data import catalogues

WORDS = ("Zelle", "клетка", "細胞", "cell's", '"quoted"', "tab\there", "12,5", "%", "—", "a/b?c=d")


def new_text(old: str, rng: random.Random) -> str:
    """An edit of a translation: append, cut, replace words, add lines, or write anew."""
    kind = rng.randrange(6)
    words = old.split(" ")
    if kind == 0:
        return old + rng.choice(["X", ".", "\n", " and more words that follow it", "\\"])
    if kind == 1 and len(words) > 1:
        del words[rng.randrange(len(words))]
        return " ".join(words)
    if kind == 2:
        words[rng.randrange(len(words))] = rng.choice(WORDS)
        return " ".join(words)
    if kind == 3:
        return f"{old}\n{rng.choice(WORDS)}\n"
    if kind == 4:
        return " ".join(rng.choices(WORDS, k=rng.randrange(60)))
    return old[: rng.randrange(len(old) + 1)] + rng.choice(WORDS) + old


def edits(catalogue: Catalogue, count: int, seed: int) -> Iterator[tuple[Entry, dict[str, object]]]:
    """Random entries with their new fields."""
    rng = random.Random(seed)
    live = [entry for entry in catalogue.entries if entry.forms]
    for _ in range(count):
        entry = rng.choice(live)
        if entry.msgstr_plural:
            form = rng.choice(list(entry.msgstr_plural))
            changed = {form: new_text(entry.msgstr_plural[form], rng)}
            yield entry, {"msgstr_plural": entry.msgstr_plural | changed}
        else:
            yield entry, {"msgstr": new_text(entry.msgstr, rng)}


def fault(catalogue: Catalogue, raw: bytes, entry: Entry, fields: dict[str, object]) -> str:
    """What is wrong with the result of one edit, or ""."""
    data = catalogue.replace(entry, **fields).to_bytes()
    start, end = span_of(entry)
    bom = len(catalogue.source.bom)
    before, after = raw[: start + bom], raw[end + bom :]
    if not (data.startswith(before) and data.endswith(after)):
        return "bytes outside the entry changed"
    part = data[len(before) : len(data) - len(after)]
    header = (
        f'msgid ""\nmsgstr "Content-Type: text/plain; charset={catalogue.source.charset}\\n"\n\n'
    )
    again = Catalogue.from_bytes(header.encode() + part).entries
    want = {name: getattr(entry, name) for name in FIELDS} | fields
    if len(again) != 1 or any(getattr(again[0], name) != value for name, value in want.items()):
        return f"the entry reads back as {again!r}"
    return ""


def msgcat_disagrees(catalogue: Catalogue, seed: int) -> bool:
    """Whether msgcat reads other contents than we do after a hundred edits."""
    for entry, fields in edits(catalogue, 100, seed):
        place = entry.index
        catalogue = catalogue.replace(catalogue.entries[place], **fields)
    data = catalogue.to_bytes()
    normal = subprocess.run(["msgcat", "-"], input=data, capture_output=True, check=True).stdout
    theirs = {entry.key: entry.forms for entry in Catalogue.from_bytes(normal).entries}
    return any(
        theirs.get(entry.key) != entry.forms
        for entry in Catalogue.from_bytes(data).entries
        if any(entry.forms) or not entry.obsolete  # msgcat drops obsolete ones without a text
    )


def main(count: int = 1000) -> None:
    """Print one line a file."""
    for name, raw in catalogues().items():
        catalogue = Catalogue.from_bytes(raw, name)
        faults = [
            f for e, fields in edits(catalogue, count, 1) if (f := fault(catalogue, raw, e, fields))
        ]
        theirs = ""
        if shutil.which("msgcat"):
            disagree = msgcat_disagrees(catalogue, 2)
            theirs = f", msgcat {'DISAGREES' if disagree else 'agrees'} on the content"
        print(f"{name:32} {count} edits, {len(faults)} faults{theirs}", *faults[:3], flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
