import errno
import os
from pathlib import Path

import pytest

from sverka.build import Order, Settings, build, places
from sverka.build.model import OutputFormat

from .conftest import Make

TEXT = "Title\n\nOne fish. Two fish.\n"


@pytest.mark.parametrize(
    "name", ["../x", "a/../../x", "/etc/x", "..", "a\\..\\x", "c:x", "a\0b", ""]
)
def test_no_article_leads_out_of_the_folder(make: Make, tmp_path: Path, name: str) -> None:
    order = make(TEXT, de={"Title": "Titel"})._replace(name=name)
    before = set(tmp_path.rglob("*"))
    built = build([order], Settings(tmp_path / "deep" / "out", formats=("html", "same")))
    assert len(built.troubles) == 1 and not built.written
    assert set(tmp_path.rglob("*")) == before


def test_no_locale_leads_out_of_the_folder(make: Make, tmp_path: Path) -> None:
    order = make(TEXT, de={})
    evil = order._replace(
        catalogues={"../../x": order.catalogues["de"], "de": order.catalogues["de"]}
    )
    built = build([evil], Settings(tmp_path / "deep" / "out"))
    assert built.troubles[0].message.startswith("'../../x' is no locale")
    assert (tmp_path / "deep" / "out" / "de" / "a.html").is_file()


@pytest.mark.parametrize("link", ["de", "de/a.html"])
def test_nothing_is_written_through_a_link(make: Make, tmp_path: Path, link: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "page").write_text("precious")
    out = tmp_path / "out"
    (out / link).parent.mkdir(parents=True)
    (out / link).symlink_to(outside if link == "de" else outside / "page")
    built = build([make(TEXT, de={}, fr={})], Settings(out))
    assert [("symbolic link" in trouble.message) for trouble in built.troubles] == [True]
    assert [path.name for path in outside.iterdir()] == ["page"]
    assert (outside / "page").read_text() == "precious"
    assert (out / "fr" / "a.html").is_file()


def test_a_template_that_raises_spoils_no_page(make: Make, tmp_path: Path) -> None:
    order = make(TEXT, de={}, fr={})
    build([order], Settings(tmp_path / "out"))
    before = (tmp_path / "out" / "de" / "a.html").read_bytes()
    theme = tmp_path / "theme"
    theme.mkdir()
    (theme / "page.html").write_text("{{ page.lang }}{{ page.nonsense.more }}")
    built = build([order], Settings(tmp_path / "out", theme=theme))
    assert "nonsense" in built.troubles[0].message and "template" in built.troubles[0].message
    assert (tmp_path / "out" / "de" / "a.html").read_bytes() == before


def test_a_theme_replaces_a_template_by_its_name(make: Make, tmp_path: Path) -> None:
    theme = tmp_path / "theme"
    theme.mkdir()
    (theme / "style.css").write_text("p { color: red } </style><script>")
    build([make(TEXT)], Settings(tmp_path / "out", theme=theme))
    text = (tmp_path / "out" / "en" / "a.html").read_text("utf-8")
    assert "color: red" in text
    assert text.count("<script") == 2 and text.count("</style>") == 1


def test_a_full_disk_leaves_the_old_page(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = make(TEXT, de={}, fr={})
    build([order], Settings(tmp_path / "out"))
    before = (tmp_path / "out" / "de" / "a.html").read_bytes()
    order.article.write_text("Another title\n\nOther words.\n")

    def full(root: Path, name: str, data: bytes) -> bool:
        if name.startswith("de/"):
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(root, name, data)

    write = places.write
    monkeypatch.setattr(places, "write", full)
    built = build([order], Settings(tmp_path / "out"))
    assert [trouble.message for trouble in built.troubles] == ["No space left on device"]
    assert (tmp_path / "out" / "de" / "a.html").read_bytes() == before
    assert b"Other words" in (tmp_path / "out" / "fr" / "a.html").read_bytes()


def test_an_unwritable_folder_is_named(make: Make, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file, not a folder")
    built = build([make(TEXT, de={})], Settings(tmp_path / "out"))
    assert built.troubles and all(str(tmp_path / "out") in one.file for one in built.troubles)
    assert (tmp_path / "out").read_text() == "a file, not a folder"


def test_what_is_wrong_with_one_article_does_not_stop_the_others(
    make: Make, tmp_path: Path
) -> None:
    good = make(TEXT, name="good", de={})
    empty = make(" \n\n", name="empty")
    latin = make(TEXT, name="latin")
    latin.article.write_bytes(b"Title\n\nCaf\xe9\n")
    missing = Order("missing", tmp_path / "seeds" / "missing.txt", {})
    built = build([good, empty, latin, missing], Settings(tmp_path / "out"))
    told = {Path(trouble.file).stem: (trouble.line, trouble.message) for trouble in built.troubles}
    assert set(told) == {"empty", "latin", "missing"}
    assert told["latin"][0] == 3 and "UTF-8" in told["latin"][1]
    assert "empty" in told["empty"][1]
    assert (tmp_path / "out" / "de" / "good.html").is_file()


def test_a_broken_catalogue_is_told_and_the_others_are_built(make: Make, tmp_path: Path) -> None:
    order = make(TEXT, de={"Title": "Titel"}, fr={"Title": "Titre"})
    order.catalogues["de"].write_text('msgid "Title\nmsgstr "Titel"\n')
    built = build([order], Settings(tmp_path / "out"))
    assert built.troubles[0].file.endswith("a.po") and built.troubles[0].line == 1
    assert "Titre" in (tmp_path / "out" / "fr" / "a.html").read_text("utf-8")


def test_a_write_that_fails_leaves_the_old_page_and_no_rest(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = make(TEXT, de={})
    out = tmp_path / "out"
    build([order], Settings(out))
    before = {path: path.read_bytes() for path in out.rglob("*.*")}
    order.article.write_text("Another title\n\nOther words.\n")

    def fail(self: Path, target: Path) -> Path:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    built = build([order], Settings(out))
    assert {trouble.message for trouble in built.troubles} == {"No space left on device"}
    left = {path: path.read_bytes() for path in out.rglob("*.*") if path.suffix == ".html"}
    assert left == {path: data for path, data in before.items() if path.suffix == ".html"}
    assert not list(out.rglob("*.sverka"))


@pytest.mark.parametrize(
    "template", ["{{ 1/0 }}", "{{ ''.__class__.__mro__ }}", "{% include '../../x' %}", "{% if %}"]
)
def test_a_theme_that_fails_or_pries_builds_nothing(
    template: str, make: Make, tmp_path: Path
) -> None:
    theme = tmp_path / "theme"
    theme.mkdir()
    (theme / "page.html").write_text(template)
    built = build([make(TEXT)], Settings(tmp_path / "out", theme=theme))
    assert [trouble.file for trouble in built.troubles] == ["en/a.html"]
    assert not (tmp_path / "out" / "en" / "a.html").exists()


def test_what_a_killed_build_left_is_no_obstacle(make: Make, tmp_path: Path) -> None:
    place = tmp_path / "out" / "en"
    place.mkdir(parents=True)
    left = place / f".a.html.{os.getpid()}.sverka"
    left.write_text("half a page")
    built = build([make(TEXT)], Settings(tmp_path / "out"))
    assert not built.troubles and not left.exists()


def test_no_output_replaces_an_article(tmp_path: Path) -> None:
    article = tmp_path / "en" / "a.html"
    article.parent.mkdir()
    article.write_text("<p>Mine.</p>\n")
    built = build([Order("a", article, {})], Settings(tmp_path))
    assert [trouble.file for trouble in built.troubles] == [str(article)]
    assert "an article stands here" in built.troubles[0].message
    assert article.read_text() == "<p>Mine.</p>\n"


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_control_characters_hinder_no_format(make: Make, tmp_path: Path, suffix: str) -> None:
    order = make("One\x1b[31m fish\x0b here.\n", suffix=suffix, de={})
    formats: tuple[OutputFormat, ...] = ("html", "md", "txt", "epub")
    assert build([order], Settings(tmp_path / "out", formats=formats)).troubles == ()
