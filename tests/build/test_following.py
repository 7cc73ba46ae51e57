"""What `update` tells of changed sentences, and what becomes of articles whose source changes."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from sverka.build.reporting import _longest_rising
from sverka.build.worddiff import word_diff
from sverka.catalogue import load
from sverka.cli import cli

from .conftest import write_catalogue

Run = Callable[..., Result]
GERMAN = Path("locales/de/LC_MESSAGES/a.po")
RUSSIAN = Path("locales/ru/LC_MESSAGES/a.po")
SENTENCES = {
    "The red fish swims in the cold sea.": "Der rote Fisch schwimmt im kalten Meer.",
    "A bird sings on the old roof.": "Ein Vogel singt auf dem alten Dach.",
    "Nobody has seen the grey wolf here.": "Niemand hat den grauen Wolf hier gesehen.",
    "The farmers bring apples, and the millers bring flour.": "Bauern bringen Äpfel, Müller Mehl.",
    "Snow fell in the night.": "In der Nacht fiel Schnee.",
    "It melted in the morning sun.": "Er schmolz in der Morgensonne.",
    "Old words go.": "Alte Wörter gehen.",
}


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command in a small project in the working folder."""
    monkeypatch.chdir(tmp_path)
    Path("seeds").mkdir()
    Path("seeds/a.txt").write_text("\n\n".join(SENTENCES))
    Path("sverka.toml").write_text('source = "ru"\narticles = ["seeds/*.txt"]\ntargets = ["de"]\n')
    write_catalogue(GERMAN, "de", SENTENCES)
    fish = next(iter(SENTENCES))
    write_catalogue(RUSSIAN, "ru", {fish: "Красная рыба плавает в холодном море."})
    runner = CliRunner()
    return lambda *arguments: runner.invoke(cli, list(arguments))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("The quick brown fox.", "The slow red fox.", "The [-quick brown-]{+slow red+} fox."),
        ("one two", "one two three", "one two{+ three+}"),
        ("very good, indeed", "good indeed", "[-very -]good[-,-] indeed"),
        ("专家认为", "专家们认为", "专家{+们+}认为"),
        ("a\nb", "a b", "a b"),
    ],
)
def test_a_difference_is_told_in_words(old: str, new: str, told: str) -> None:
    assert word_diff(old, new) == told


@given(st.text("ab 一, ", max_size=12), st.text("ab 一, ", max_size=12))
def test_a_difference_holds_both_texts(old: str, new: str) -> None:
    told = word_diff(old, new)
    parts = told.replace("{+", "\0+").replace("+}", "\0").replace("[-", "\0-").replace("-]", "\0")
    pieces = parts.split("\0")
    was = "".join(piece.removeprefix("-") for piece in pieces if not piece.startswith("+"))
    now = "".join(piece.removeprefix("+") for piece in pieces if not piece.startswith("-"))
    assert now == " ".join(new.split())
    assert was.split() == old.split()


@given(st.lists(st.integers(0, 9), max_size=9))
def test_the_longest_rising_run_rises(values: list[int]) -> None:
    found = sorted(_longest_rising(values))
    assert all(values[a] < values[b] for a, b in pairwise(found))
    best = [0] * len(values)
    for i, value in enumerate(values):
        best[i] = 1 + max((best[j] for j in range(i) if values[j] < value), default=0)
    assert len(found) == max(best, default=0)


def test_a_reworded_entry_tells_the_difference_until_it_is_confirmed(run: Run) -> None:
    run("update")
    fish, blue = "The red fish swims in the cold sea.", "The red fish swims in the warm sea."
    text = Path("seeds/a.txt").read_text()
    Path("seeds/a.txt").write_text(text.replace(fish, blue))
    run("update")
    told = "changed: The red fish swims in the [-cold-]{+warm+} sea."
    entry = load(GERMAN).entries[0]
    assert entry.fuzzy and entry.comment.split("\n")[-1] == told
    before = GERMAN.read_bytes()
    assert run("update").exit_code == 0 and GERMAN.read_bytes() == before

    catalogue = load(GERMAN)
    catalogue.replace(catalogue.entries[0], flags=(), previous_msgid=None).save()
    assert told in load(GERMAN).entries[0].comment
    assert run("update", "--check").exit_code == 0, "a translator need not run `update`"
    run("extract")
    run("update")
    assert "changed" not in load(GERMAN).entries[0].comment


def test_the_report_says_what_became_of_every_sentence(run: Run) -> None:
    run("update")
    fish, bird, wolf, _, snow, sun, _ = SENTENCES
    Path("seeds/a.txt").write_text(
        "\n\n".join(
            [
                wolf,
                fish.replace("cold", "warm"),
                bird,
                "The farmers bring apples. The millers bring flour.",
                f"{snow[:-1]}, and it melted in the morning sun.",
                "Something quite different is told at the end.",
            ]
        )
    )
    done = run("update", "--report", "--locale", "de")
    lines = done.stdout.split("\n")
    assert lines[:2] == ["a", "  de: 1 kept, 1 moved, 1 reworded, 1 split, 1 merged, 1 new, 1 gone"]
    assert "  moved    “Nobody has seen the grey wolf here.” from place 3 to 1" in lines
    assert "  reworded The red fish swims in the [-cold-]{+warm+} sea." in lines
    assert any(line.startswith("  split    “The farmers bring apples, and") for line in lines)
    assert any(line.startswith(f"  merged   “{snow}” + “{sun}” → “Snow fell") for line in lines)
    assert "  new      “Something quite different is told at the end.”" in lines
    assert "  gone     “Old words go.” (translation kept as obsolete)" in lines


def test_an_article_is_stale_until_it_follows_its_source(run: Run) -> None:
    run("extract")
    run("update")
    russian = load(RUSSIAN)
    was, now = "Красная рыба плавает в холодном море.", "Красная рыба плавает в тёплом море."
    russian.replace(russian.entries[0], msgstr=now).save()
    assert run("extract", "--check").exit_code == 1
    for _ in range(2):
        run("extract")
        run("update")
        comment = load(GERMAN).entries[0].comment
        assert comment.split("\n")[1:] == [f"ru: {now}", f"ru before: {was}"]
    assert was in run("check", "--select", "source-changed").stdout
    run("build")
    for locale, marked in (("de", True), ("en", True), ("ru", False)):
        page = Path(f"build/{locale}/a.html").read_text("utf-8")
        assert ('data-state="stale"' in page) is marked
    assert "inzwischen geändert wurde: 1." in Path("build/de/a.html").read_text("utf-8")
    assert "0 written" in run("build").stdout

    run("extract", "--confirm-source")
    run("update")
    assert "before" not in load(GERMAN).entries[0].comment
    run("build")
    assert 'data-state="stale"' not in Path("build/de/a.html").read_text("utf-8")
