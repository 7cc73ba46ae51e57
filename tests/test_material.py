"""The shipped article: its catalogues, names register and glossary agree with each other."""

import csv
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import polib
import pytest

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = ROOT / "seeds/conversations-about-car-t.txt"
FINISHED = ("ru", "de", "fr", "es", "uk", "zh_Hans", "ar")
LOCALES = (*FINISHED, "tr")
TABLES = ("names.csv", "glossary.csv")
# The Turkish translator pasted these from the source.
LEFT_IN_CYRILLIC = {"Larisa Mendeleeva": "Лариса Менделеева", "Vadim Ptushkin": "Вадим Птушкин"}
# The article, "and" and some prepositions are written onto an Arabic word.
ARABIC_PREFIXES = ("", "ال", "وال", "بال", "لل", "و", "ل", "ب")


def path(locale: str) -> Path:
    return ROOT / "locales" / locale / "LC_MESSAGES" / f"{ARTICLE.stem}.po"


@cache
def entries(locale: str) -> tuple[polib.POEntry, ...]:
    return tuple(polib.pofile(str(path(locale)), encoding="utf-8"))


@cache
def rows(table: str) -> tuple[dict[str, str], ...]:
    with (ROOT / "i18n" / table).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file, strict=True))


def words(text: str) -> list[str]:
    return re.findall(r"\w+", "".join(c for c in text if unicodedata.category(c) != "Mn"))


def inflected(form: str, word: str, locale: str) -> bool:
    """Whether `word` may be `form` with another ending: capitals stay as they are."""
    if form.isupper():
        return form == word
    form, word = form.casefold(), word.casefold()
    if locale == "en":
        return word in (form, f"{form}s")
    if locale == "ar":
        form = form.removeprefix("ال")
        return any(word == prefix + form for prefix in ARABIC_PREFIXES)
    ending = min(len(form) - 3, 2 if locale in ("ru", "uk", "tr") else 1)
    return word.startswith(form[: len(form) - max(ending, 0)]) and len(word) <= len(form) + 5


def occurs(cell: str, text: str, locale: str) -> bool:
    """Whether one of the alternatives of a table cell stands in the text."""
    if locale == "zh_Hans":
        return any(form in text for form in cell.split("|"))
    stream = words(text)
    return any(
        all(inflected(*pair, locale) for pair in zip(form, stream[at:], strict=False))
        for form in map(words, cell.split("|"))
        for at in range(len(stream) - len(form) + 1)
    )


def missing(table: str, locale: str) -> Iterator[tuple[str, str]]:
    for entry in entries(locale):
        if not entry.msgstr or entry.fuzzy:
            continue
        for row in rows(table):
            if (
                row[locale]
                and occurs(row["en"], entry.msgid, "en")
                and not occurs(row[locale], entry.msgstr, locale)
            ):
                yield row["en"], entry.msgstr


def test_matching_is_neither_blind_nor_deaf() -> None:
    assert occurs("Дмитрий Рогачёв", "имени Дмитрия Рогачёва", "ru")
    assert occurs("أجسام مضادة", "والأجسام المضادة", "ar")
    assert not occurs("РАН", "при РАНХиГС", "ru")
    assert not occurs("Dmitri Kudlai", "Dmitri Kudley", "de")
    assert not occurs("CAR-T", "SAR-T", "en")


def test_segments_are_the_whole_article() -> None:
    rest = ARTICLE.read_text(encoding="utf-8")
    for entry in entries("ru"):
        before, found, rest = rest.partition(entry.msgid)
        assert found, entry.msgid
        assert not before.strip(" •\n")
    assert not rest.strip()


@pytest.mark.parametrize("locale", LOCALES)
def test_catalogue_is_sound(locale: str) -> None:
    text = path(locale).read_bytes().decode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert [entry.msgid for entry in entries(locale)] == [entry.msgid for entry in entries("ru")]
    assert f'"Language: {locale}\\n"' in text
    assert '"X-Source-Language: en\\n"' in text


@pytest.mark.parametrize("locale", FINISHED)
def test_finished_catalogue_is_complete(locale: str) -> None:
    assert all(entry.msgstr.strip() and not entry.fuzzy for entry in entries(locale))


def test_turkish_is_honestly_unfinished() -> None:
    empty = [entry for entry in entries("tr") if not entry.msgstr]
    fuzzy = [entry for entry in entries("tr") if entry.fuzzy]
    assert (len(empty), len(fuzzy)) == (6, 4)
    assert all(entry.previous_msgid for entry in fuzzy)
    cyrillic = [entry.msgstr for entry in entries("tr") if re.search("[А-яЁё]", entry.msgstr)]
    assert [text.split(",")[0] for text in cyrillic] == list(LEFT_IN_CYRILLIC.values())


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="GNU gettext is not installed")
@pytest.mark.parametrize("locale", LOCALES)
def test_msgfmt_accepts(locale: str, tmp_path: Path) -> None:
    command = ["msgfmt", "-c", "-o", str(tmp_path / "out.mo"), str(path(locale))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("table", TABLES)
def test_table_is_sound(table: str) -> None:
    text = (ROOT / "i18n" / table).read_bytes().decode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text
    assert len({row["en"] for row in rows(table)}) == len(rows(table))
    for row in rows(table):
        assert None not in row and None not in row.values(), row
        for locale in ("en", *FINISHED):
            forms = row[locale].split("|")
            assert all(form and form == form.strip() for form in forms), (row["en"], locale)


@pytest.mark.parametrize("locale", FINISHED)
@pytest.mark.parametrize("table", TABLES)
def test_catalogue_keeps_to_table(table: str, locale: str) -> None:
    assert not list(missing(table, locale))
    whole = "\n".join(entry.msgstr for entry in entries(locale))
    assert not [row["en"] for row in rows(table) if not occurs(row[locale], whole, locale)]


@pytest.mark.parametrize("table", TABLES)
def test_turkish_breaks_the_register_in_two_places_only(table: str) -> None:
    expected = set(LEFT_IN_CYRILLIC) if table == "names.csv" else set()
    assert {english for english, _ in missing(table, "tr")} == expected
