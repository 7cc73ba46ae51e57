"""The lexicon: its tables, and what the words of a text express."""

import re
from importlib import resources
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.text.analysis import Text
from sverka.text.lexicon import field, is_opposition, knows, mentions, pool, sides, tables

LANGUAGES = ("en", "ru", "de", "uk", "fr", "es")
TABLES = [
    path for path in resources.files("sverka.text.lexicon").iterdir() if path.name.endswith(".tsv")
]
STEM = re.compile(r"~?[^\W\d_]+(?:['’][^\W\d_]+)*['’]?\$?")


def rows() -> list[tuple[str, list[str]]]:
    return [
        (f"{table.name}:{number}", line.split("\t"))
        for table in TABLES
        for number, line in enumerate(table.read_text("utf-8").splitlines(), 1)
    ]


def test_tables_have_the_same_columns() -> None:
    heads = {table.read_text("utf-8").splitlines()[0] for table in TABLES}
    assert heads == {"\t".join(("field", *LANGUAGES))}


def test_cells_hold_stems() -> None:
    wrong = [
        f"{place} {language}: {stem!r}"
        for place, (name, *cells) in rows()
        if name != "field"
        for language, cell in zip(LANGUAGES, cells, strict=True)
        for stem in cell.split() or [""]
        if not STEM.fullmatch(stem) or stem != stem.lower()
    ]
    assert not wrong


def test_no_stem_is_too_short() -> None:
    wrong = [
        f"{place}: {stem}"
        for place, (name, *cells) in rows()
        if name != "field"
        for cell in cells
        for stem in cell.split()
        if len(stem.lstrip("~").rstrip("$")) < 2
    ]
    assert not wrong


def test_script_of_a_cell() -> None:
    wrong = [
        f"{place} {language}: {cell}"
        for place, (name, *cells) in rows()
        if name != "field"
        for language, cell in zip(LANGUAGES, cells, strict=True)
        if bool(re.search(r"[\u0400-\u04ff]", cell)) != (language in ("ru", "uk"))
        and not re.fullmatch(r"[a-z$~ ]+", cell)
    ]
    assert not wrong


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (("en", "kidneys"), ("de", "Nierentransplantation")),
        (("en", "kidneys"), ("ru", "почек")),
        (("ru", "ребёнка"), ("es", "niños")),
        (("ru", "ребенка"), ("fr", "enfants")),
        (("uk", "здоров’я"), ("en", "health")),
        (("fr", "l’hôpital"), ("en", "hospital")),
        (("de", "Kinderkrankenhaus"), ("en", "hospital")),
    ],
)
def test_renderings(one: tuple[str, str], two: tuple[str, str]) -> None:
    assert Text(one[1], one[0]).ask(pool) & Text(two[1], two[0]).ask(pool)


def test_other_concepts() -> None:
    assert not Text("kidneys", "en").ask(pool) & Text("Leber", "de").ask(pool)
    fields = {field(concept) for concept in Text("kidney", "en").ask(pool)}
    assert "organ" in fields


def test_every_table_is_read() -> None:
    assert {table.name for table in TABLES} == {f"{name}.tsv" for name in tables.TABLES}


def test_fields_have_a_table_of_their_own() -> None:
    for name in tables.TABLES:
        names = {row[0] for row in tables.table(name)}
        assert ("-" in names) == (name != "fields"), name
        assert names == {"-"} or name == "fields"


def test_sides() -> None:
    found = Text("The left kidney was spared.", "en").ask(sides)
    assert [mention.start for mention in found["organ"]] == [9]
    assert not Text("Nothing was spared.", "en").ask(sides)
    assert is_opposition("severity") and not is_opposition("organ")


def test_languages() -> None:
    assert knows("de_AT") and knows("uk")
    assert not knows("ja")
    assert not Text("Leber", "nl").ask(mentions)


@given(st.text(), st.sampled_from(LANGUAGES))
def test_mentions_are_words_in_order(value: str, locale: str) -> None:
    found = Text(value, locale).ask(mentions)
    assert all(value[m.start : m.end].strip() and m.concepts for m in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
