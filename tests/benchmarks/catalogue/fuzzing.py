"""Broken files: truncated, with flipped bytes, with lines duplicated, dropped or spliced in.

Whatever the input: no exception, no hang, the same bytes back, the fast reader and the exact one
agree, and every entry that lies clear of the damage is still read.
"""

import random
import sys
import time
from collections.abc import Iterator
from itertools import pairwise

from sverka.catalogue import Catalogue
from sverka.catalogue.entry import TEXT_FIELDS, Entry, entry_at, exact, span_of
from sverka.catalogue.scan import regions
from sverka.catalogue.source import read_source

SEED = """\
# Head
msgid ""
msgstr ""
"Language: ru\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

#. note
#: a.c:1 b.c:2
#, fuzzy, c-format
#| msgid "Old"
msgid "New %d\\n"
msgstr "Новый %d\\n"

# alone

# translator
msgctxt "menu"
msgid "file"
msgid_plural "files"
msgstr[0] "файл"
msgstr[1] ""
"фай"
"ла"
msgstr[2] "файлов"

msgid ""
"two "
"lines \\"q\\" \\\\\\n"
msgstr ""
"zwei "
"Zeilen"

#~| msgid "was"
#~ msgid "gone"
#~ msgstr "weg"

#, fuzzy
#~ msgctxt "c"
#~ msgid ""
#~ "go"
#~ "ne"
#~ msgstr "weg"

#= reviewed
msgid "last"
msgstr "letzte"
"""
FRAGMENTS = (
    *(b'"', b"\\", b"\n", b"\r\n", b"\r", b"#~ ", b"#| ", b"# ", b"[", b"]", b'""', b" ", b"\t"),
    *(b"msgid ", b'msgid "x"\n', b"msgstr ", b'msgstr "y"\n', b"msgstr[1] ", b"msgctxt "),
    *(b"msgid_plural ", b'domain "d"\n', b"\x00", b"\xff", b"\\x", b"\\777", b"\xef\xbb\xbf"),
    *(b"<<<<<<< HEAD\n", b"=======\n", b">>>>>>> b\n", b"charset=EUC-JP", b"charset=nonsense"),
)


def mutate(data: bytes, rng: random.Random) -> tuple[bytes, list[tuple[int, int]]]:
    """A damaged copy, and where (start, end in the original; end = start for an insertion)."""
    kind = rng.randrange(6)
    place = rng.randrange(len(data) + 1)
    if kind == 0:
        return data[:place], [(place, len(data))]
    if kind == 1:
        place = min(place, len(data) - 1)
        flipped = bytes([data[place] ^ (1 << rng.randrange(8))])
        return data[:place] + flipped + data[place + 1 :], [(place, place + 1)]
    if kind == 2:
        return data[:place] + rng.choice(FRAGMENTS) + data[place:], [(place, place)]
    lines = data.splitlines(keepends=True)
    row = rng.randrange(len(lines))
    start = len(b"".join(lines[:row]))
    if kind == 3:
        return b"".join([*lines[:row], lines[row], *lines[row:]]), [(start, start)]
    if kind == 4:
        return b"".join(lines[:row] + lines[row + 1 :]), [(start, start + len(lines[row]))]
    other = rng.choice(lines)
    return b"".join([*lines[:row], other, *lines[row:]]), [(start, start)]


Known = tuple[int, int, tuple[object, ...]]  # where an entry stands, and what it says


def texts(entry: Entry) -> tuple[object, ...]:
    """What is compared of an entry."""
    return tuple(
        tuple(value.items()) if isinstance(value := getattr(entry, name), dict) else value
        for name in (*TEXT_FIELDS, "flags", "obsolete", "previous_msgid")
    )


def check(data: bytes) -> Catalogue:
    """Assert what must hold for any input."""
    catalogue = Catalogue.from_bytes(data, "fuzz.po")
    assert catalogue.to_bytes() == data, "other bytes"
    _ = catalogue.problems, catalogue.header, catalogue.locale
    found = [*([catalogue.header_entry] if catalogue.header_entry else []), *catalogue.entries]
    found.sort(key=span_of)
    source = read_source(data)
    places = [region for region in regions(source) if region.kind == "entry"]
    assert [exact(entry) for entry in found] == places, "places differ"
    slowly = [entry_at(source, region, 0) for region in places]
    assert [texts(entry) for entry in found] == [texts(entry) for entry in slowly], "readers differ"
    spans = [span_of(entry) for entry in found]
    assert spans == [span_of(entry) for entry in slowly], "spans differ"
    assert all(a[1] <= b[0] for a, b in pairwise(spans)), "entries overlap"
    return catalogue


def lost(entries: list[Known], damage: list[tuple[int, int]], catalogue: Catalogue) -> list[Known]:
    """Entries clear of the damage (a line apart) that are not read any more.

    A stray `msgctxt` line is the context of the next message, whatever blank lines stand between:
    gettext reads it so, too.
    """
    left = {entry.key for entry in catalogue.entries}
    if catalogue.header_entry:
        left.add(catalogue.header_entry.key)
    clear = [
        (start, end, found)
        for start, end, found in entries
        if all(last < start - 1 or first > end for first, last in damage)
    ]
    given = {msgid for msgctxt, msgid in left if msgctxt is not None}
    return [
        found
        for found in clear
        if found[2][:2] not in left and not (found[2][0] is None and found[2][1] in given)
    ]


def inputs(count: int, seed: int) -> Iterator[tuple[bytes, bytes, list[tuple[int, int]]]]:
    """Original, damaged copy, damage."""
    rng = random.Random(seed)
    originals = [SEED.encode(), SEED.replace("\n", "\r\n").encode()]
    for _ in range(count):
        original = rng.choice(originals)
        damaged, damage = mutate(original, rng)
        for _ in range(rng.choice((0, 0, 0, 1, 3))):
            damaged, _more = mutate(damaged or b"#\n", rng)
            damage = []
        yield original, damaged, damage


def main(count: int, seed: int = 1) -> int:
    """Run `count` inputs; the number of faults."""
    faults = 0
    slowest = 0.0
    known: dict[bytes, list[Known]] = {}
    for original, damaged, damage in inputs(count, seed):
        if original not in known:
            whole = check(original)
            assert whole.header_entry is not None
            known[original] = [
                (*span_of(e), texts(e)) for e in (whole.header_entry, *whole.entries)
            ]
        start = time.perf_counter()
        try:
            catalogue = check(damaged)
            missing = lost(known[original], damage, catalogue) if damage else []
            assert not missing, f"lost {missing}"
        except Exception as error:
            faults += 1
            if faults <= 5:
                print(f"{type(error).__name__}: {error}\n{damaged!r}\n", flush=True)
        slowest = max(slowest, time.perf_counter() - start)
    print(f"{count} inputs, {faults} faults, slowest {1000 * slowest:.0f} ms")
    return faults


if __name__ == "__main__":
    sys.exit(bool(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)))
