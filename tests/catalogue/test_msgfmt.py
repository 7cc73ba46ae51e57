"""MO files, and formatting, beside GNU gettext."""

import shutil
import subprocess
from pathlib import Path

import polib
import pytest

from sverka.catalogue import Catalogue, from_template, normalise, without_line_refs
from sverka.catalogue.document import CatalogueError
from tests.catalogue.test_document import PO

needs_gettext = pytest.mark.skipif(shutil.which("msgfmt") is None, reason="needs gettext")
LONG = PO.replace('"Новый"', '"' + "Очень длинный перевод, который нельзя записать. " * 4 + '"')


def messages(data: bytes, folder: Path) -> list[tuple[object, ...]]:
    path = folder / "x.mo"
    path.write_bytes(data)
    return sorted(
        (entry.msgctxt or "", entry.msgid, entry.msgstr, *entry.msgstr_plural.values())
        for entry in polib.mofile(str(path))
    )


@needs_gettext
@pytest.mark.parametrize("fuzzy", [False, True])
def test_mo_files_say_what_msgfmts_say(tmp_path: Path, fuzzy: bool) -> None:
    options = ["--use-fuzzy"] if fuzzy else []
    out = tmp_path / "theirs.mo"
    command = ["msgfmt", *options, "-o", str(out), "-"]
    subprocess.run(command, input=LONG.encode(), check=True)
    ours = Catalogue.from_bytes(LONG.encode()).compile_mo(fuzzy=fuzzy)
    assert messages(ours, tmp_path) == messages(out.read_bytes(), tmp_path)


@needs_gettext
@pytest.mark.parametrize("width", [79, 40, None])
def test_normalising_is_what_msgcat_does(width: int | None) -> None:
    options = ["--no-wrap"] if width is None else [f"--width={width}"]
    command = ["msgcat", *options, "-"]
    theirs = subprocess.run(command, input=LONG.encode(), check=True, capture_output=True).stdout
    ours = normalise(Catalogue.from_bytes(LONG.encode()), width)
    assert ours.to_bytes().decode() == theirs.decode()
    assert normalise(ours, width) is ours


def test_line_numbers_go_and_nothing_else() -> None:
    catalogue = Catalogue.from_bytes(PO.encode())
    assert without_line_refs(catalogue).to_bytes() == PO.replace("a.c:1 b.c:22", "a.c b.c").encode()


def test_normalising_refuses_to_lose_a_broken_region() -> None:
    with pytest.raises(CatalogueError, match="correct the file"):
        normalise(Catalogue.from_bytes(b'msgid "a\nmsgstr "b"\n', "x.po"))


def test_a_new_catalogue_has_the_plural_forms_of_its_locale() -> None:
    new = from_template(Catalogue.from_bytes(PO.encode()), "pl", "pl.po")
    assert new.locale == new.header["Language"] == "pl"
    assert new.header["Plural-Forms"].startswith("nplurals=3")
    assert [entry.forms for entry in new.entries] == [("",), ("", "", "")]
    assert not any(entry.fuzzy for entry in new.entries)


COMMENTS = """\
#
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

#: ././a.c:1 ./b.c a.c:1 b.c:2 ./b.c
#, python-brace-format, no-wrap, python-format, fuzzy, c-format
msgid "a %s {}"
msgstr "b %s {}"

#, fuzzy
msgid "untranslated"
msgstr ""

#~ #, python-format
#~ msgid "%s"
#~ msgstr "%s"
"""


@needs_gettext
def test_comments_are_written_as_msgcat_writes_them() -> None:
    data = COMMENTS.encode()
    run = subprocess.run(["msgcat", "-"], input=data, check=True, capture_output=True)
    theirs = run.stdout
    assert normalise(Catalogue.from_bytes(data)).to_bytes() == theirs
