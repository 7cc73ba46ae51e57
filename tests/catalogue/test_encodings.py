"""Every encoding and line end comes back byte for byte, and edits are written in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.catalogue import Catalogue, CatalogueError, Entry
from sverka.catalogue.comments import format_reference, parse_reference
from sverka.catalogue.entry import FIELDS
from sverka.catalogue.escapes import escape, unescape

SAMPLES = {
    "KOI8-R": "Сверка",
    "CP1251": "Сверка",
    "ISO-8859-1": "Prüfung",
    "ISO-8859-2": "Sprawdzić",
    "ISO-8859-15": "10 €",
    "EUC-JP": "校正刷り表",
    "Shift_JIS": "表示ソ",
    "Big5": "功許蓋",
    "GB18030": "校对𠀀",
    "GBK": "校對",
    "EUC-KR": "교정",
    "UTF-8": "Сверка 校对 🦀",
}


def po(charset: str, text: str) -> str:
    header = f'msgid ""\nmsgstr "Content-Type: text/plain; charset={charset}\\n"\n'
    return f'{header}\n# {text}\nmsgid "one"\nmsgstr "{text}"\n\nmsgid "two"\nmsgstr ""\n'


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", [True, False])
@pytest.mark.parametrize("charset", SAMPLES)
def test_legacy_encodings_and_line_ends(charset: str, last: bool, newline: str) -> None:
    text = po(charset, SAMPLES[charset]).replace("\n", newline)
    text = text if last else text[: -len(newline)]
    data = text.encode(charset)
    catalogue = Catalogue.from_bytes(data)
    assert not catalogue.problems
    assert catalogue.entries[0].msgstr == SAMPLES[charset]
    assert catalogue.entries[0].tcomment == SAMPLES[charset]
    assert catalogue.to_bytes() == data
    edited = catalogue.replace(catalogue.entries[1], msgstr=SAMPLES[charset] * 2)
    expected = text[::-1].replace('""'[::-1], f'"{SAMPLES[charset] * 2}"'[::-1], 1)[::-1]
    assert edited.to_bytes() == expected.encode(charset)


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16"])
def test_byte_order_marks(codec: str) -> None:
    data = po("UTF-8", "Сверка").encode(codec)
    catalogue = Catalogue.from_bytes(data)
    assert catalogue.entries[0].msgstr == "Сверка"
    assert catalogue.to_bytes() == data
    edited = catalogue.replace(catalogue.entries[0], msgstr="Ⱥ").to_bytes()
    assert edited.decode(codec) == po("UTF-8", "Сверка").replace('"Сверка"', '"Ⱥ"')


def test_a_character_outside_the_charset_is_refused() -> None:
    catalogue = Catalogue.from_bytes(po("ISO-8859-1", "é").encode("latin-1"), "de.po")
    with pytest.raises(CatalogueError, match=r"de\.po: 'я' cannot be written in iso8859-1"):
        catalogue.replace(catalogue.entries[1], msgstr="я").to_bytes()


def test_undecodable_bytes_are_reported_and_survive() -> None:
    data = po("UTF-8", "ok").encode().replace(b'"ok"', b'"\xff\xfe"')
    catalogue = Catalogue.from_bytes(data, "de.po")
    assert catalogue.entries[0].msgstr == "\ufffd\ufffd"
    assert [(problem.line, problem.column) for problem in catalogue.problems] == [(6, 9)]
    edited = catalogue.replace(catalogue.entries[1], msgstr="zwei")
    assert b'"\xff\xfe"' in edited.to_bytes()


def test_an_unknown_charset_is_reported() -> None:
    catalogue = Catalogue.from_bytes(po("nonsense", "ok").encode())
    assert "unknown charset 'nonsense'" in catalogue.problems[0].message
    assert catalogue.entries[0].msgstr == "ok"


def test_octal_and_hexadecimal_escapes_are_bytes_of_the_charset() -> None:
    text = r'"\303\251 \xc3\xa9 \x41z \101 \a\b\f\v\r\t\\ \"" '
    catalogue = Catalogue.from_bytes(f"msgid {text}\nmsgstr {text}\n".encode())
    assert catalogue.entries[0].msgid == 'é é Az A \a\b\f\v\r\t\\ "'
    assert catalogue.position(catalogue.entries[0], "msgid", offset=2) == (1, 17)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_unescape_undoes_escape(text: str) -> None:
    assert unescape(escape(text)) == text


@given(st.tuples(st.text("ab c.é/:", min_size=1), st.sampled_from(["", "1", "207"])))
def test_references_come_back(occurrence: tuple[str, str]) -> None:
    name, line = occurrence
    if parse_reference(name) == (name, ""):
        assert parse_reference(format_reference((name, line))) == (name, line)


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"))
LINE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1)
WORD = st.text("abcXYZ-_.", min_size=1)
ENTRIES = st.builds(
    Entry,
    msgctxt=st.none() | TEXT,
    msgid=TEXT.filter(bool),
    msgstr=TEXT,
    tcomment=LINE.map(lambda line: line.lstrip(".:,|=~ ").rstrip()),
    comment=LINE.map(str.strip),
    flags=st.lists(WORD, unique=True, max_size=3).map(tuple),
    occurrences=st.lists(st.tuples(WORD, st.sampled_from(["", "7"])), max_size=5).map(tuple),
    previous_msgid=st.none() | TEXT,
    obsolete=st.booleans(),
)
PLURAL = st.builds(
    Entry,
    msgid=TEXT.filter(bool),
    msgid_plural=TEXT.filter(bool),
    msgstr_plural=st.integers(1, 6).flatmap(
        lambda count: st.lists(TEXT, min_size=count, max_size=count).map(
            lambda forms: dict(enumerate(forms))
        )
    ),
)


@given(st.lists(ENTRIES | PLURAL, max_size=6))
def test_parsing_undoes_rendering(entries: list[Entry]) -> None:
    catalogue = Catalogue.from_entries(entries, {"Content-Type": "text/plain; charset=UTF-8"})
    assert not catalogue.problems
    for made, read in zip(entries, catalogue.entries, strict=True):
        for name in FIELDS:
            assert getattr(read, name) == getattr(made, name), name
    assert Catalogue.from_entries(catalogue.entries, catalogue.header).to_bytes() == (
        catalogue.to_bytes()
    )
