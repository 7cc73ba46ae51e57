"""Bytes that could not be read, and words outside entries, are kept or the writing is refused."""

from pathlib import Path

import pytest

from sverka.catalogue import Catalogue, CatalogueError, Entry, normalise, update, without_line_refs
from sverka.catalogue.saving import atomic_write

HEAD = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
BAD = HEAD + b'# Andr\xe9\n#: a.c:1\nmsgid "a long text"\nmsgstr "caf\xe9"\n'
TEMPLATE = Catalogue.from_entries([Entry(msgid="another thing")])


def read(data: bytes) -> Catalogue:
    return Catalogue.from_bytes(data, "x.po")


def test_an_update_keeps_bytes_that_it_cannot_read() -> None:
    entries = [Entry(msgid="a long text"), Entry(msgid="another thing")]
    made = update(read(BAD), Catalogue.from_entries(entries), references=False)
    assert made.to_bytes() == BAD + b'\nmsgid "another thing"\nmsgstr ""\n'


def test_or_refuses_to_write_them_anew() -> None:
    with pytest.raises(CatalogueError, match=r"x\.po:4:7: bytes that are not utf-8"):
        update(read(BAD), TEMPLATE)
    with pytest.raises(CatalogueError, match=r"x\.po:4:7"):
        normalise(read(BAD))
    with pytest.raises(CatalogueError, match=r"x\.po:4:7"):
        without_line_refs(read(BAD)).to_bytes()
    file = read(BAD)
    made = file.replace(file.entries[0], msgstr="café").to_bytes()
    assert made == BAD.replace(b"caf\xe9", "café".encode())


def test_nothing_is_taken_from_files_that_cannot_be_read_whole() -> None:
    good = Catalogue.from_entries([Entry(msgid="a long text", msgstr="b")])
    with pytest.raises(CatalogueError, match=r"x\.po:4:7"):
        update(good, TEMPLATE, compendium=[read(BAD)])
    with pytest.raises(CatalogueError, match=r"x\.po:4:7"):
        update(good, read(BAD))
    with pytest.raises(CatalogueError, match=r"x\.po:1:1: merge conflict"):
        update(good, TEMPLATE, compendium=[read(b'<<<<<<< a\nmsgid "a"\nmsgstr "b"\n')])


@pytest.mark.parametrize("charset", ["GB18030", "SHIFT_JIS", "EUC-JP", "UTF-8"])
def test_bad_bytes_are_found_in_every_charset(charset: str) -> None:
    data = HEAD.replace(b"UTF-8", charset.encode()) + b'msgid "a"\nmsgstr "\xff\xff"\n'
    assert [(one.line, one.column) for one in read(data).problems] == [(5, 9)]
    with pytest.raises(CatalogueError, match=r"x\.po:5:9: bytes that are not"):
        normalise(read(data))


def test_words_after_the_last_entry_survive_normalising() -> None:
    data = HEAD + b'msgid "a"\nmsgstr "b"\n\n\n# vim: set noet:\n#, fuzzy\n'
    made = normalise(read(data))
    assert made.to_bytes() == data.replace(b"\n\n\n#", b"\n\n#")
    assert normalise(made) is made
    assert normalise(read(b"# only this\n")).to_bytes() == b"# only this\n"


def test_utf_16_keeps_its_byte_order_mark() -> None:
    data = (HEAD + b'msgid "a"\nmsgstr   "b"\n').decode().encode("utf-16")
    made = normalise(read(data)).to_bytes()
    assert made.decode("utf-16") == (HEAD + b'msgid "a"\nmsgstr "b"\n').decode()
    assert made[:2] == data[:2]


def test_an_error_of_saving_names_the_file_not_the_temporary_one(tmp_path: Path) -> None:
    (tmp_path / "a.po").mkdir()
    with pytest.raises(OSError, match=r"a\.po'$"):
        atomic_write(tmp_path / "a.po", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["a.po"]


def test_a_neighbour_that_is_only_similar_is_not_joined() -> None:
    old = Catalogue.from_entries(
        [
            Entry(msgid="Select a transition…", msgstr="Выберите переход…"),
            Entry(msgid="Select all", msgstr="Выбрать всё"),
            Entry(msgid="End", msgstr="Конец"),
        ]
    )
    new = [Entry(msgid="Select a transition… more"), Entry(msgid="End")]
    made = update(old, Catalogue.from_entries(new))
    assert made.entries[0].msgstr == "Выберите переход…"
    assert made.entries[-1].obsolete
