"""Whatever the input: an update done twice is an update done once, and gettext reads it."""

import random
import shutil
import subprocess
from collections.abc import Iterator

import pytest

from sverka.catalogue import Catalogue, CatalogueError, Entry, update
from tests.benchmarks.catalogue.fuzzing import SEED, mutate

TEMPLATE = """\
msgid ""
msgstr ""
"POT-Creation-Date: 2024-01-01\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

#. note
#: a.c:1 b.c:2
#, c-format
msgid "New %d now\\n"
msgstr ""

msgctxt "menu"
msgid "file"
msgid_plural "files"
msgstr[0] ""
msgstr[1] ""

msgid "gone"
msgstr ""

msgid "two lines here \\"q\\" \\\\\\n"
msgstr ""

msgid "last"
msgid_plural "lasts"
msgstr[0] ""
msgstr[1] ""
"""
HEADER = "Content-Type: text/plain; charset=UTF-8\n"


def damaged(count: int, seed: int) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Catalogue, template, and the first updated from the second, where that is not refused."""
    rng = random.Random(seed)
    while count:
        data = SEED.encode()
        for _ in range(rng.choice((1, 1, 2, 3))):
            data, _damage = mutate(data or b"#\n", rng)
        template = rng.choice((TEMPLATE, SEED)).encode()
        if rng.random() < 0.3:
            template, _damage = mutate(template, rng)
        try:
            made = update(read(data), read(template))
        except CatalogueError:
            continue
        count -= 1
        yield data, template, made.to_bytes()


def read(data: bytes) -> Catalogue:
    return Catalogue.from_bytes(data, "x.po")


@pytest.mark.parametrize("seed", range(4))
def test_a_second_update_changes_nothing(seed: int) -> None:
    for data, template, made in damaged(400, seed):
        again = update(read(made), read(template)).to_bytes()
        assert again == made, (data, template)


def msgcat(data: bytes) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["msgcat", "-o", "/dev/null", "-"], input=data, capture_output=True)


@pytest.mark.skipif(shutil.which("msgcat") is None, reason="msgcat is not installed")
def test_what_gettext_reads_it_reads_after_an_update() -> None:
    for data, template, made in damaged(60, 5):
        if not msgcat(data).returncode and not msgcat(template).returncode:
            found = msgcat(made)
            assert not found.returncode, (found.stderr.decode(), data, template)


def test_the_previous_text_is_marked_as_its_entry_is() -> None:
    old = read(
        b'#, fuzzy\n#| msgid "was"\nmsgid "going"\nmsgstr "weg"\n\n'
        b'#, fuzzy\n#~| msgid "had been"\n#~ msgid "come"\n#~ msgstr "da"\n'
    )
    made = update(old, Catalogue.from_entries([Entry(msgid="come")], HEADER)).to_bytes().decode()
    assert '#, fuzzy\n#| msgid "had been"\nmsgid "come"\nmsgstr "da"\n' in made
    assert '#, fuzzy\n#~| msgid "was"\n#~ msgid "going"\n#~ msgstr "weg"\n' in made


def test_a_comment_with_odd_line_separators_stays_one_comment() -> None:
    text = '# one\u2028two\x0cthree\x85four\n#, fuzzy\nmsgid "a long text"\nmsgstr "b"\n'
    made = update(
        read(text.encode()), Catalogue.from_entries([Entry(msgid="a longer text")], HEADER)
    )
    assert made.to_bytes().decode().startswith("# one\u2028two\x0cthree\x85four\n#, fuzzy\n#| ")


def test_flags_are_written_once() -> None:
    old = read(b'#, fuzzy\n#, fuzzy, x, x\nmsgid "a long text"\nmsgstr "b"\n')
    new = Catalogue.from_bytes(b'#, c-format, c-format\nmsgid "a longer text"\nmsgstr ""\n')
    assert update(old, new).entries[0].flags == ("fuzzy", "x", "c-format")


def test_a_second_header_in_the_template_is_no_message() -> None:
    new = Catalogue.from_bytes(
        b'msgid ""\nmsgstr "x"\n\nmsgid ""\nmsgstr "y"\n\nmsgid "a"\nmsgstr ""'
    )
    made = update(Catalogue.from_entries([Entry(msgid="b")]), new)
    assert [entry.msgid for entry in made.entries] == ["a"]
