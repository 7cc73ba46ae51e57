import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sverka.catalogue import load
from sverka.cli import cli

from .conftest import write_catalogue

Run = Callable[..., Result]
TEXT = "Title\n\nOne fish. Two fish.\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command in a small project in the working folder."""
    monkeypatch.chdir(tmp_path)
    Path("seeds").mkdir()
    Path("seeds/a.txt").write_text(TEXT)
    Path("sverka.toml").write_text('source = "ru"\narticles = ["seeds/*.txt"]\ntargets = ["de"]\n')
    write_catalogue(Path("locales/ru/LC_MESSAGES/a.po"), "ru", {"Title": "Заглавие"})
    return lambda *arguments: CliRunner().invoke(cli, list(arguments))


def test_extract_writes_templates_and_tells_when_they_lag(run: Run) -> None:
    assert run("extract", "--check").exit_code == 1
    assert not Path("i18n").exists()
    assert run("extract").exit_code == 0
    entries = load("i18n/a.pot").entries
    assert [entry.msgid for entry in entries] == ["Title", "One fish.", "Two fish."]
    assert entries[0].comment == "heading\nru: Заглавие"
    assert run("extract", "--check").exit_code == 0
    Path("seeds/a.txt").write_text(TEXT + "\nMore words here.\n")
    assert run("extract", "--check").exit_code == 1


def test_update_begins_and_follows_catalogues(run: Run) -> None:
    german = Path("locales/de/LC_MESSAGES/a.po")
    assert run("update", "--check").exit_code == 1
    assert not german.exists()
    assert run("update").exit_code == 0
    assert load(german).header["Language"] == "de"
    assert load(german).header["Plural-Forms"] == "nplurals=2; plural=(n != 1);"
    assert run("update", "--check").exit_code == 0
    russian = load("locales/ru/LC_MESSAGES/a.po").entries
    assert (russian[0].msgid, russian[0].msgstr) == ("Title", "Заглавие")
    assert not any("ru:" in entry.comment for entry in russian)

    fish = "One fish swims in the sea."
    write_catalogue(
        german, "de", {"Title": "Titel", fish: "Ein Fisch schwimmt im Meer.", "Gone.": "Weg."}
    )
    Path("seeds/a.txt").write_text("Title\n\nOne fish swims in the blue sea. Two fish.\n")
    assert run("update", "--check", "--locale", "de").exit_code == 1
    assert run("update", "--locale", "de").exit_code == 0
    entries = {entry.msgid: entry for entry in load(german).entries}
    assert entries["Title"].translated
    changed = entries["One fish swims in the blue sea."]
    assert changed.fuzzy and changed.previous_msgid == fish
    assert entries["Two fish."].msgstr == ""
    assert entries["Gone."].obsolete
    assert run("update", "--check", "--locale", "de").exit_code == 0


def test_a_broken_catalogue_stays_as_it_is(run: Run) -> None:
    russian = Path("locales/ru/LC_MESSAGES/a.po")
    russian.write_text('msgid "Title\nmsgstr "Заглавие"\n', "utf-8")
    before = russian.read_bytes()
    done = run("update")
    assert done.exit_code == 2
    assert "locales/ru/LC_MESSAGES/a.po:1" in done.stderr
    assert russian.read_bytes() == before
    assert Path("locales/de/LC_MESSAGES/a.po").is_file()


def test_stats_counts_by_locale(run: Run) -> None:
    done = run("stats", "--format", "json")
    assert done.exit_code == 0
    counts = {each["locale"]: each for each in json.loads(done.stdout)["articles"]}
    assert counts["ru"]["segments"] == {"translated": 1, "fuzzy": 0, "missing": 2}
    assert counts["ru"]["words"] == {"translated": 1, "fuzzy": 0, "missing": 4}
    assert (counts["ru"]["percent"], counts["de"]["percent"]) == (20, 0)
    assert "ru" in run("stats").stdout


def test_build_writes_pages(run: Run) -> None:
    done = run("build")
    assert done.exit_code == 0, done.output
    assert "Заглавие" in Path("build/ru/a.html").read_text("utf-8")
    assert run("build", "--format", "same", "--locale", "ru", "--output", "other").exit_code == 0
    assert [path.as_posix() for path in Path("other").rglob("*.txt")] == ["other/ru/a.txt"]


def test_one_broken_article_ends_in_2_and_the_rest_is_done(run: Run) -> None:
    Path("seeds/empty.txt").write_text("\n")
    for name in ("extract", "build"):
        done = run(name)
        assert done.exit_code == 2
        assert done.stderr.count("\n") == 1
        assert "seeds/empty.txt:1: the article is empty" in done.stderr
    assert Path("i18n/a.pot").is_file() and Path("build/ru/a.html").is_file()


def test_an_article_that_is_not_there_is_named(run: Run) -> None:
    done = run("build", "b", "a")
    assert done.exit_code == 2
    assert "b: no such article" in done.stderr
    assert Path("build/ru/a.html").is_file()


def test_a_catalogue_without_article_is_named(run: Run) -> None:
    write_catalogue(Path("locales/de/LC_MESSAGES/gone.po"), "de", {})
    done = run("build")
    assert done.exit_code == 2
    assert "gone.po: there is no article 'gone'" in done.stderr


def test_an_unwritable_build_folder_is_named(run: Run) -> None:
    Path("build").write_text("a file")
    done = run("build")
    assert done.exit_code == 2
    assert "build" in done.stderr and "Traceback" not in done.output


def test_an_article_without_text_for_readers_is_no_error(run: Run) -> None:
    Path("sverka.toml").write_text('articles = ["seeds/*"]\ntargets = ["de"]\n')
    Path("seeds/code.md").write_text("```\ncode\n```\n")
    for name in ("extract", "update", "build"):
        done = run(name)
        assert (done.exit_code, done.stderr) == (0, "")
    assert "code" in Path("build/de/code.html").read_text("utf-8")


def test_catalogues_are_found_by_any_pattern(run: Run) -> None:
    for catalogs in (
        "po/{article}.{locale}.po",
        "./x/{locale}/{article}.po",
        "{locale}/{locale}/{article}.po",
    ):
        Path("sverka.toml").write_text(
            f'articles = ["seeds/*.txt"]\ntargets = ["de"]\ncatalogs = "{catalogs}"\n'
        )
        Path("seeds/deep").mkdir(exist_ok=True)
        path = Path(catalogs.format(locale="de", article="a"))
        write_catalogue(path, "de", {"Title": "Titel"})
        assert run("build").exit_code == 0
        assert "<h1>Titel</h1>" in Path("build/de/a.html").read_text("utf-8")
        path.unlink()


def test_the_configuration_names_address_theme_and_texts(run: Run) -> None:
    Path("look").mkdir()
    Path("look/style.css").write_text("p { color: red }")
    Path("seeds/b.md").write_text("---\ntagline: Words\n---\n\n# Head\n\n```sh\n# A remark\n```\n")
    with Path("sverka.toml").open("a") as file:
        file.write('front_matter = ["tagline"]\ncode_comments = true\n')
        file.write('url = "https://example.org/x"\ntheme = "look"\n')
    Path("sverka.toml").write_text(Path("sverka.toml").read_text().replace("*.txt", "*.*"))
    assert run("extract").exit_code == 0
    assert [entry.msgid for entry in load("i18n/b.pot").entries] == ["Words", "Head", "A remark"]
    assert run("build").exit_code == 0
    page = Path("build/en/b.html").read_text()
    assert 'rel="canonical" href="https://example.org/x/en/b.html"' in page
    assert "color: red" in page


def test_a_build_folder_that_leads_elsewhere_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    Path("build").symlink_to(tmp_path / "elsewhere")
    done = run("build")
    assert done.exit_code == 2 and "symbolic link" in done.stderr and "--output" in done.stderr
    assert not list((tmp_path / "elsewhere").iterdir())
    assert run("build", "--output", "build").exit_code == 0, "asked for by name"


def test_build_refuses_a_locale_that_the_project_does_not_have(run: Run) -> None:
    for locale in ("zz", "../x"):
        told = run("build", "--locale", locale)
        assert told.exit_code == 2 and "no such locale" in told.output
    assert run("build", "--locale", "en").exit_code == 0
