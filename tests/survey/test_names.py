"""The concordance of names, and the rows it proposes for the register."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from sverka.cli.names import command
from sverka.survey.cards import cards, folded, grid
from sverka.survey.names import Form, Row, Survey
from sverka.survey.proposals import propose
from tests.helpers import CONFIG, po, write

SENTENCES = {
    "en": (
        "Mikhail Maschan works on CAR-T.",
        "We met Maschan.",
        "Mikhail Mashchan likes SAR-T.",
        "Wait.",
    ),
    "ru": (
        "Михаил Масчан занимается CAR-T.",
        "Мы встретили Масчана.",
        "Михаилу Масчану нравится CAR-T.",
        "Жди.",
    ),
    "de": (
        "Michail Mastschan arbeitet an CAR-T.",
        "Wir trafen Mastschan.",
        "Michail Maschtschan mag CAR-T.",
        "=1+1",
    ),
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    files = {"sverka.toml": CONFIG + 'names = "i18n/names.csv"\n'}
    files["seeds/a.txt"] = "\n\n".join(SENTENCES["en"]) + "\n"
    for locale in ("ru", "de"):
        pairs = zip(SENTENCES["en"], SENTENCES[locale], strict=True)
        files[f"locales/{locale}/LC_MESSAGES/a.po"] = po(locale, *pairs)
    monkeypatch.chdir(write(tmp_path, files))
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


def names(*arguments: str) -> list[dict[str, Any]]:
    result = run("--format", "json", *arguments)
    assert result.exit_code == 0, result.output
    found: list[dict[str, Any]] = json.loads(result.stdout)["names"]
    return found


def test_spellings_are_counted_and_odd_ones_marked(project: Path) -> None:
    person = next(row for row in names() if row["kind"] == "person")
    assert person["name"] == "Mikhail Maschan"
    assert person["forms"]["ru"] == [{"text": "Михаил Масчан", "times": 3, "odd": False}]
    assert {"text": "Michail Mastschan", "times": 2, "odd": False} in person["forms"]["de"]
    assert {"text": "Michail Maschtschan", "times": 1, "odd": True} in person["forms"]["de"]
    assert any(form["odd"] for form in person["forms"]["en"])


def test_an_acronym_no_translation_has_is_an_odd_form(project: Path) -> None:
    (acronym,) = (row for row in names() if row["kind"] == "acronym")
    assert acronym["name"] == "CAR-T"
    assert {"text": "SAR-T", "times": 1, "odd": True} in acronym["forms"]["en"]


def test_romanization_tells_which_form_follows(project: Path) -> None:
    person = next(row for row in names("--romanization", "bgn_pcgn") if row["kind"] == "person")
    assert person["romanization"]["expected"] == "Mikhail Maschan"
    assert person["romanization"]["follows"]["Mikhail Maschan"] is True
    assert person["romanization"]["follows"]["Michail Mastschan"] is False


def test_an_unknown_scheme_is_named_with_the_known_ones(project: Path) -> None:
    result = run("--romanization", "nonsense")
    assert result.exit_code == 2
    assert "'nonsense'" in result.stderr
    assert "bgn_pcgn" in result.stderr


def test_the_register_is_begun_and_then_kept(project: Path) -> None:
    register = project / "i18n" / "names.csv"
    assert run("--update-register").exit_code == 0
    rows = list(csv.DictReader(io.StringIO(register.read_text("utf-8"))))
    assert [(r["kind"], r["en"], r["ru"]) for r in rows] == [
        ("person", "Mikhail Maschan", "Михаил Масчан")
    ]
    written = register.read_bytes()
    assert run("--update-register").exit_code == 0
    assert register.read_bytes() == written


def test_what_a_person_wrote_stays(project: Path) -> None:
    old = 'kind,en,de,note\r\nperson,"Ann, Jr.",,"says ""no"""'
    write(project, {"i18n/names.csv": old})
    assert run("--update-register").exit_code == 0
    text = (project / "i18n" / "names.csv").read_bytes().decode()
    assert text.startswith(old + "\r\n")
    assert text.endswith("person,Mikhail Maschan,Michail Mastschan,proposed\r\n")


@pytest.mark.parametrize("format_", ["table", "csv", "html"])
def test_every_format_has_every_form(project: Path, format_: str) -> None:
    result = run("--format", format_)
    assert result.exit_code == 0
    for form in ("Mikhail Maschan", "Михаил Масчан", "Michail Maschtschan", "SAR-T"):
        assert form in result.stdout


def test_a_broken_catalogue_is_told_and_the_rest_is_shown(project: Path) -> None:
    write(project, {"locales/de/LC_MESSAGES/a.po": 'msgid "a\nmsgstr\n'})
    result = run("--format", "json")
    assert result.exit_code == 2
    assert json.loads(result.stdout)["names"]
    assert "a.po" in result.stderr


def test_what_was_left_untranslated_is_not_proposed(tmp_path: Path) -> None:
    row = Row(
        "person",
        "a",
        "Vadim Ptushkin",
        False,
        {
            "en": (Form("Vadim Ptushkin", 1, False),),
            "ru": (Form("Вадим Птушкин", 1, False),),
            "tr": (Form("Вадим Птушкин", 1, False),),
        },
    )
    register = tmp_path / "names.csv"
    assert propose(Survey((row,), ("en", "ru", "tr"), ()), register, "en") == 1
    assert register.read_text(encoding="utf-8").splitlines()[1] == (
        "person,Vadim Ptushkin,Вадим Птушкин,,proposed"
    )


def test_people_are_proposed_once_and_never_by_the_surname_alone(tmp_path: Path) -> None:
    full = {"en": (Form("Dmitry Kudlay", 2, False),), "ru": (Form("Кудлай", 2, False),)}
    short = {"en": (Form("D. Kudlay", 1, False),), "ru": (Form("Дмитрий Кудлай", 1, False),)}
    rows = (
        Row("person", "a", "Dmitry Kudlay", False, full),
        Row("person", "b", "Kudlay", False, short),
    )
    register = tmp_path / "names.csv"
    assert propose(Survey(rows, ("en", "ru"), ()), register, "en") == 1
    assert register.read_text(encoding="utf-8").splitlines()[1:] == [
        "person,Dmitry Kudlay,,proposed"
    ]


def test_a_narrow_terminal_gets_cards_that_break_no_name(project: Path) -> None:
    row = Row(
        "organisation",
        "a",
        "Academy of Sciences",
        True,
        {place: (Form("Akademie der schönsten Wissenschaften", 1, False),) for place in "abcd"},
    )
    survey = Survey((row,), tuple("abcd"), ())
    assert grid(survey, None, 80, str) is None
    assert cards(survey, None, 80, str).splitlines() == [
        "Academy of Sciences  (organisation)",
        *(f"  {place} Akademie der schönsten Wissenschaften (1)" for place in "abcd"),
    ]


WORDS = st.lists(
    st.text(st.characters(exclude_categories=["C", "Z", "M"]), max_size=40), max_size=9
)


@given(WORDS.map(" ".join), st.integers(2, 60))
def test_folding_keeps_every_letter_within_the_width(text: str, width: int) -> None:
    lines = folded(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(line) <= width for line in lines)


def test_headings_name_nobody_and_what_is_kept_is_a_product(tmp_path: Path) -> None:
    pairs = [
        ("Course Structure", "Структура курсу"),
        ("Run the Rust Playground now.", "Запустіть Rust Playground."),
        ("It was written by Niko Matsakis.", "Його написав Ніко Мацакіс."),
        ("Standard Library Types", "Типи стандартної бібліотеки"),
    ]
    path = tmp_path / "uk.po"
    path.write_text(po("uk", *pairs), encoding="utf-8")
    found = {row["name"]: row["kind"] for row in names(str(path))}
    assert found == {"Rust Playground": "product", "Niko Matsakis": "person"}


def test_what_is_registered_is_found_inflected(tmp_path: Path) -> None:
    pivot = "He works at the Russian Academy of Sciences."
    files = {
        "ru.po": po("ru", (pivot, "Он работает в Российской академии наук.")),
        "names.csv": "kind,en,ru\n"
        "organisation,Russian Academy of Sciences,Российская академия наук\n",
    }
    folder = write(tmp_path, files)
    (row,) = names(str(folder / "ru.po"), "--names", str(folder / "names.csv"))
    assert row["forms"]["ru"] == [{"text": "Российская академия наук", "times": 1, "odd": False}]
