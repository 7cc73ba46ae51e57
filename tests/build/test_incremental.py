import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from sverka.build import Order, Settings, build
from sverka.build.digests import Digests
from sverka.build.memory import digest_of, remove

from .conftest import Make, write_catalogue

TEXT = "Title\n\nOne fish. Two fish.\n"


def names(paths: tuple[Path, ...], root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in paths}


@pytest.fixture
def orders(make: Make) -> list[Order]:
    return [
        make(TEXT, name="a", de={"Title": "Titel"}, fr={"Title": "Titre"}),
        make(TEXT, name="b", de={"Title": "Titel"}, fr={}),
    ]


def test_only_what_changed_is_built_again(orders: list[Order], tmp_path: Path) -> None:
    out = tmp_path / "out"
    settings = Settings(out, formats=("html", "same"))
    assert len(build(orders, settings).written) == 13
    again = build(orders, settings)
    assert (again.written, again.unchanged) == ((), 13)

    write_catalogue(orders[0].catalogues["de"], "de", {"Title": "Anderer Titel"})
    assert names(build(orders, settings).written, out) == {"de/a.html", "de/a.txt"}

    orders[1].article.write_text("Title\n\nOne fish. Three fish.\n")
    changed = names(build(orders, settings).written, out)
    assert changed == {
        f"{locale}/b.{suffix}" for locale in ("en", "de", "fr") for suffix in ("html", "txt")
    }


def test_what_was_taken_away_is_built_again(orders: list[Order], tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(orders, Settings(out))
    (out / "de" / "a.html").unlink()
    assert names(build(orders, Settings(out)).written, out) == {"de/a.html"}
    for broken in ("[broken", "{}", '{"version": 2, "articles": {"a": 1}, "outputs": {}}'):
        (out / "provenance.json").write_text(broken)
        assert build(orders, Settings(out)).unchanged == 7
    assert json.loads((out / "provenance.json").read_text())["version"] == 2


def test_times_do_not_count(orders: list[Order], tmp_path: Path) -> None:
    build(orders, Settings(tmp_path / "out"))
    for order in orders:
        os.utime(order.article, (10**9, 10**9))
        os.utime(order.catalogues["de"], (2 * 10**9, 2 * 10**9))
    assert build(orders, Settings(tmp_path / "out")).written == ()


def test_settings_and_theme_count(orders: list[Order], tmp_path: Path) -> None:
    build(orders, Settings(tmp_path / "out"))
    assert len(build(orders, Settings(tmp_path / "out", url="https://a.example")).written) == 6
    theme = tmp_path / "theme"
    theme.mkdir()
    (theme / "style.css").write_text("p { color: red }")
    assert len(build(orders, Settings(tmp_path / "out", theme=theme)).written) == 7


def test_a_new_language_is_linked_from_the_others(orders: list[Order], tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(orders[:1], Settings(out))
    catalogues = {**orders[0].catalogues, "es": write_catalogue(tmp_path / "es.po", "es", {})}
    written = build([orders[0]._replace(catalogues=catalogues)], Settings(out)).written
    assert names(written, out) == {f"{locale}/a.html" for locale in ("en", "de", "fr", "es")} | {
        "index.html"
    }


def test_a_page_of_a_language_that_fell_behind_goes(orders: list[Order], tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(orders, Settings(out))
    built = build(orders, Settings(out, threshold=10))
    assert [(name, locale) for name, locale, _ in built.withheld] == [("b", "fr")]
    assert not (out / "fr" / "b.html").exists() and (out / "fr" / "a.html").exists()
    assert 'hreflang="fr"' not in (out / "de" / "b.html").read_text("utf-8")


def test_pages_of_a_locale_or_an_article_that_was_taken_away_go(
    orders: list[Order], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    whole = {str(order.article): order.name for order in orders}
    settings = Settings(out, formats=("html", "same"), articles=whole)
    build(orders, settings)
    (out / "fr" / "b.html").write_text("edited by hand")
    without = [one._replace(catalogues={"de": one.catalogues["de"]}) for one in orders]
    build(without, settings)
    assert [path.name for path in (out / "fr").iterdir()] == ["b.html"]

    left = replace(settings, articles={str(orders[1].article): "b"})
    build(without[1:], left)
    assert (out / "de" / "a.html").exists()  # the article is there, if not in this project
    orders[0].article.unlink()
    build(without[1:], replace(left, formats=("html",)))
    assert {path.name for path in (out / "de").iterdir()} == {"a.txt", "b.html", "b.txt"}
    build(without[1:], left)
    assert not (out / "de" / "a.txt").exists()
    assert set(json.loads((out / "provenance.json").read_bytes())["articles"]) == {"b"}


def test_a_record_that_leads_out_of_the_folder_takes_nothing_away(tmp_path: Path) -> None:
    victim = tmp_path / "x.html"
    victim.write_text("mine")
    remove(tmp_path / "out", "de/../../x.html", {"sha256": digest_of(victim)})
    assert victim.exists()


def test_folders_left_empty_go_with_their_last_page(make: Make, tmp_path: Path) -> None:
    out = tmp_path / "out"
    order = make(TEXT, name="deep/a", de={"Title": "Titel"})
    build([order], Settings(out))
    build([order._replace(catalogues={})], Settings(out))
    assert not (out / "de").exists() and (out / "en" / "deep" / "a.html").exists()


def test_a_book_is_made_once(orders: list[Order], tmp_path: Path) -> None:
    orders[0].article.with_name("p.png").write_bytes(b"x")
    md = orders[0].article.with_name("m.md")
    md.write_text("# One\n\n![p](p.png)\n")
    book = [Order("m", md, {})]
    settings = Settings(tmp_path / "out", formats=("epub",), root=tmp_path)
    build(book, settings)
    first = (tmp_path / "out" / "provenance.json").read_bytes()
    assert build(book, settings).written == ()
    assert (tmp_path / "out" / "provenance.json").read_bytes() == first


def test_one_locale_now_and_the_others_later(orders: list[Order], tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(orders, Settings(out))
    orders[0].article.write_text("Title\n\nOne fish.\n")
    assert names(build(orders, Settings(out, locales=("de",))).written, out) == {"de/a.html"}
    assert names(build(orders, Settings(out)).written, out) == {"en/a.html", "fr/a.html"}


def test_warnings_are_told_again(make: Make, tmp_path: Path) -> None:
    text = "See [this](a.html) now.\n"
    order = make(text, suffix=".md", de={"See [this](a.html) now.": "Sieh dies."})
    first = build([order], Settings(tmp_path / "out")).warnings
    again = build([order], Settings(tmp_path / "out")).warnings
    assert first == again and len(first) == 1


def test_provenance_says_where_every_unit_stands(orders: list[Order], tmp_path: Path) -> None:
    build(orders, Settings(tmp_path / "out"))
    told = json.loads((tmp_path / "out" / "provenance.json").read_bytes())
    assert told["articles"]["a"]["units"] == ["title 1", "one-fish 1", "one-fish 2"]
    assert told["articles"]["a"]["locales"]["de"]["units"] == "tmm"
    assert told["states"]["t"] == "translated"
    assert set(told["outputs"]) == {"index.html"} | {
        f"{locale}/{name}.html" for locale in ("en", "de", "fr") for name in "ab"
    }


def test_many_processes_give_the_same_bytes(make: Make, tmp_path: Path) -> None:
    many = [make(TEXT, name=f"n{number}", de={"Title": f"T{number}"}) for number in range(6)]
    for jobs in (1, 2):
        assert len(build(many, Settings(tmp_path / str(jobs)), jobs=jobs).written) == 13
    files = {path.relative_to(tmp_path / "1") for path in (tmp_path / "1").rglob("*.*")}
    for file in files:
        assert (tmp_path / "1" / file).read_bytes() == (tmp_path / "2" / file).read_bytes()


def test_what_changes_at_once_and_keeps_its_size_is_seen(
    orders: list[Order], tmp_path: Path
) -> None:
    settings = Settings(tmp_path / "out", root=tmp_path)
    build(orders, settings)
    for word in ("Ein Wort", "An Wart", "Zwei Wort"):
        for order in orders:
            write_catalogue(order.catalogues["de"], "de", {"Title": word[:7]})
        assert names(build(orders, settings).written, tmp_path / "out") == {
            "de/a.html",
            "de/b.html",
        }


def test_digests_are_remembered_of_files_that_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, memory = tmp_path / "a.txt", tmp_path / ".sverka_cache" / "build.json"
    file.write_text("one")
    digest = digest_of(file)
    for grain, remembered in ((10**12, False), (-(10**12), True)):
        monkeypatch.setattr("sverka.build.digests._GRAIN", grain)
        digests = Digests(tmp_path)
        assert digests.of(file) == digest
        digests.save()
        assert memory.exists() is remembered
    monkeypatch.setattr("sverka.build.digests.digest_of", lambda path: "read again")
    assert Digests(tmp_path).of(file) == digest
    file.write_text("two")
    assert Digests(tmp_path).of(file) == "read again"
    memory.write_text("{broken")
    assert Digests(tmp_path).of(file) == Digests(None).of(file) == "read again"
