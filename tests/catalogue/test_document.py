"""A catalogue keeps its bytes; an edit changes its own lines."""

import pickle
from pathlib import Path

import pytest

from sverka.catalogue import Catalogue, CatalogueError, Entry, load

PO = """\
# Translators of the test.
msgid ""
msgstr ""
"Language: ru\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

#. What the programmer says
#: a.c:1 b.c:22
#, fuzzy, c-format
#| msgid "Old"
msgid "New \\"quoted\\"\\n"
"second\\tline"
msgstr "Новый"

# A comment that stands alone.

# The translator's.
msgctxt "menu"
msgid "%d file"
msgid_plural "%d files"
msgstr[0] "%d файл"
msgstr[1] "%d файла"
msgstr[2] "%d файлов"

#~ msgid "gone"
#~ msgstr "нет"
"""


@pytest.fixture
def catalogue() -> Catalogue:
    return Catalogue.from_bytes(PO.encode(), "ru.po")


def test_entries_carry_polibs_names(catalogue: Catalogue) -> None:
    first, second, third = catalogue.entries
    assert first.msgid == 'New "quoted"\nsecond\tline'
    assert first.flags == ("fuzzy", "c-format")
    assert first.fuzzy
    assert not first.translated
    assert first.occurrences == (("a.c", "1"), ("b.c", "22"))
    assert first.comment == "What the programmer says"
    assert first.previous_msgid == "Old"
    assert first.linenum == 7
    assert second.msgctxt == "menu"
    assert second.forms == ("%d файл", "%d файла", "%d файлов")
    assert second.tcomment == "A comment that stands alone.\nThe translator's."
    assert second.translated
    assert third.obsolete
    assert [entry.index for entry in catalogue.entries] == [0, 1, 2]
    assert catalogue.header["language"] == "ru"
    assert catalogue.locale == "ru"
    assert not catalogue.problems


def test_an_edit_changes_only_its_lines(catalogue: Catalogue) -> None:
    edited = catalogue.replace(catalogue.entries[0], msgstr="Совсем новый")
    assert edited.to_bytes() == PO.replace('"Новый"', '"Совсем новый"').encode()
    assert catalogue.to_bytes() == PO.encode()
    plural = catalogue.entries[1]
    forms = {**plural.msgstr_plural, 1: "x"}
    edited = catalogue.replace(plural, msgstr_plural=forms)
    assert edited.to_bytes() == PO.replace('"%d файла"', '"x"').encode()


def test_an_edit_that_changes_nothing_changes_no_byte(catalogue: Catalogue) -> None:
    for entry in catalogue.entries:
        same = catalogue.replace(entry, msgstr=entry.msgstr, flags=entry.flags)
        assert same.to_bytes() == PO.encode()


def test_flags_and_comments_are_replaced_by_kind(catalogue: Catalogue) -> None:
    edited = catalogue.replace(catalogue.entries[0], flags=("c-format",), previous_msgid=None)
    expected = PO.replace('#, fuzzy, c-format\n#| msgid "Old"\n', "#, c-format\n")
    assert edited.to_bytes() == expected.encode()
    edited = catalogue.replace(catalogue.entries[1], flags=("fuzzy",))
    assert edited.to_bytes() == PO.replace('msgctxt "menu"', '#, fuzzy\nmsgctxt "menu"').encode()


def test_header_fields_are_set_one_by_one(catalogue: Catalogue) -> None:
    edited = catalogue.with_header(Language="ru_RU")
    assert edited.to_bytes() == PO.replace("Language: ru\\n", "Language: ru_RU\\n").encode()


def test_positions_count_code_points(catalogue: Catalogue) -> None:
    first, second, _ = catalogue.entries
    assert catalogue.position(first, "msgid", offset=0) == (11, 8)
    assert catalogue.position(first, "msgid", offset=4) == (11, 12)
    assert catalogue.position(first, "msgid", offset=5) == (11, 14)
    assert catalogue.position(first, "msgid", offset=13) == (12, 2)
    assert catalogue.position(first, "msgid", offset=20) == (12, 10)
    assert catalogue.position(second, "msgstr", 2, 3) == (23, 15)
    assert catalogue.position(second, "header") == (4, 2)


def test_entries_are_immutable_values(catalogue: Catalogue) -> None:
    entry = catalogue.entries[0]
    with pytest.raises(AttributeError):
        entry.msgstr = "x"
    assert pickle.loads(pickle.dumps(entry)) == entry
    with pytest.raises(TypeError):
        Entry(nonsense="x")
    with pytest.raises(ValueError, match="not in this catalogue"):
        catalogue.replace(Entry(msgid="x"), msgstr="y")


def test_polib_round_trip(catalogue: Catalogue) -> None:
    file = catalogue.to_polib()
    assert [entry.msgid for entry in file] == [entry.msgid for entry in catalogue.entries]
    back = Catalogue.from_polib(file)
    assert back.entries == catalogue.entries
    assert dict(back.header) == dict(catalogue.header)


def test_saving_refuses_when_the_file_changed_on_disk(tmp_path: Path) -> None:
    path = tmp_path / "ru.po"
    path.write_bytes(PO.encode())
    catalogue = load(path)
    edited = catalogue.replace(catalogue.entries[0], msgstr="x")
    edited.save()
    again = edited.replace(edited.entries[0], msgstr="y")
    again.save()
    assert load(path).entries[0].msgstr == "y"
    with pytest.raises(CatalogueError, match="changed on disk"):
        catalogue.replace(catalogue.entries[0], msgstr="z").save()
    assert load(path).entries[0].msgstr == "y"
    assert [file.name for file in tmp_path.iterdir()] == ["ru.po"]
