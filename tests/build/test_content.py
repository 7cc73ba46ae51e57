from pathlib import Path

import pytest

from sverka.build import Settings, build

from .conftest import Make
from .test_pages import Tree, page

TEXT = """---
title: Front
---

# Title with `code`

One *fish*. Two [fish](other.md#x). ![A picture](p.png)

- item
- <b>raw</b> item

| a | b |
|---|---|
| c | d |

```js
let x = "<script>";
```
"""


def test_a_markdown_article_becomes_a_page(make: Make, tmp_path: Path) -> None:
    german = {
        "Title with `code`": "Titel mit `code`",
        "Two [fish](other.md#x).": "Zwei [Fische](other.md#x).",
    }
    other = make("# Other\n", name="other", suffix=".md")
    build([make(TEXT, suffix=".md", de=german), other], Settings(tmp_path / "out"))
    tree = Tree((tmp_path / "out" / "de" / "a.html").read_text("utf-8"))
    assert ("title", "Titel mit code") in tree.texts
    assert ("a", "Fische") in tree.texts
    assert "../en/other.html#x" in [link["href"] for link in tree.of("a")]
    marked = [attrs for _, attrs in tree.tags if "data-state" in attrs]
    assert marked and all((each["lang"], each["dir"]) == ("en", "ltr") for each in marked)
    assert tree.of("img")[0]["alt"] == "A picture"
    assert [attrs["lang"] for attrs in tree.of("td")] == ["en", "en"]
    assert len(tree.of("table")) == len(tree.of("pre")) == 1
    assert "Front" not in " ".join(text for _, text in tree.texts)


FRONT = """---
title: 'One "big" fish'
description: What fish do & think.
---

## Part

Text, <https://example.org>, [more](https://example.org/more).
"""


def test_title_and_description_come_from_the_front_matter(make: Make, tmp_path: Path) -> None:
    german = {
        'One "big" fish': "Ein „großer“ Fisch",
        "What fish do & think.": "Was Fische „tun“ & denken.",
    }
    order = make(FRONT, suffix=".md", de=german, fr={})
    build([order], Settings(tmp_path / "out"))
    text = {
        locale: (tmp_path / "out" / locale / "a.html").read_text("utf-8")
        for locale in ("de", "fr", "en")
    }
    tree = Tree(text["de"])
    assert ("title", "Ein „großer“ Fisch") in tree.texts
    assert ("h1", "Ein „großer“ Fisch") in tree.texts
    assert {"name": "description", "content": "Was Fische „tun“ & denken."} in tree.of("meta")
    french = Tree(text["fr"])
    assert [(each["lang"], each["class"]) for each in french.of("h1")] == [("en", "untranslated")]
    assert not any(each.get("name") == "description" for each in french.of("meta"))
    assert ("title", 'One "big" fish') in Tree(text["en"]).texts
    classes = [each.get("class") for each in tree.of("a") if "example" in str(each["href"])]
    assert classes == ["address", None]


def test_an_html_article_says_what_it_is_about(make: Make, tmp_path: Path) -> None:
    text = '<head><meta name="description" content="On fish."></head><h1>Fish</h1>'
    tree = page(make(text, suffix=".html", de={"On fish.": "Über Fische."}), tmp_path / "o", "de")
    assert {"name": "description", "content": "Über Fische."} in tree.of("meta")


def test_an_html_article_becomes_a_page(make: Make, tmp_path: Path) -> None:
    text = (
        "<html><head><title>T</title><script>alert(1)</script></head><body onload='x()'>"
        "<h1>Big</h1><p dir=rtl lang=he onclick=x>One <a href='javascript:x'>fish</a>.</p>"
        "<p><time datetime='2022-02-14'>14 February 2022</time></p></body></html>"
    )
    german = {"Big": "Groß"}
    tree = page(make(text, suffix=".html", de=german), tmp_path / "out", "de")
    assert ("h1", "Groß") in tree.texts
    assert {"dir": "rtl", "lang": "he"} in tree.of("p")
    assert {"datetime": "2022-02-14"} in tree.of("time")
    assert tree.of("script") == [{"type": "application/ld+json"}]
    assert not any("onclick" in attrs or "onload" in attrs for _, attrs in tree.tags)
    assert not any("javascript" in str(attrs.get("href")) for attrs in tree.of("a"))


@pytest.mark.parametrize(
    "nasty",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "<javascript:alert(1)>",
        '<a href="javascript:alert(1)">x</a>',
        "<svg onload=alert(1)>",
        "<iframe src=//evil.example></iframe>",
        "<style>p{background:url(//evil.example)}</style>",
        "</span></article></main><script>alert(1)</script>",
        "{{ 7 * 7 }}",
    ],
)
@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_nothing_in_a_translation_or_article_runs(
    make: Make, tmp_path: Path, nasty: str, suffix: str
) -> None:
    text = f"Harmless words here.\n\nWords {nasty} more.\n"
    if suffix == ".html":
        text = f"<p>Harmless words here.</p>\n<p>Words {nasty} more.</p>\n"
    order = make(text, suffix=suffix, de={"Harmless words here.": f"Harmlos {nasty}."})
    build([order], Settings(tmp_path / "out"))
    for locale in ("en", "de"):
        tree = Tree((tmp_path / "out" / locale / "a.html").read_text("utf-8"))
        assert {tag for tag, _ in tree.tags}.isdisjoint({"iframe", "svg", "object"})
        assert len(tree.of("script")) == 1 and len(tree.of("style")) == 1
        for _, attrs in tree.tags:
            assert not any(name.startswith("on") for name in attrs)
            assert not any("script:" in str(value) for value in attrs.values())
        assert "49" not in " ".join(text for tag, text in tree.texts if tag != "style")


def test_marks_of_ours_in_an_article_do_no_harm(make: Make, tmp_path: Path) -> None:
    text = "Some \U00010100 7\U00010101 words \U00010102 here. And \U00010102 there.\n"
    tree = page(make(text, suffix=".md", de={}), tmp_path / "out", "de")
    assert len([attrs for _, attrs in tree.tags if "data-state" in attrs]) <= 2


def test_two_formats_do_not_fight_for_a_file(make: Make, tmp_path: Path) -> None:
    order = make("<p>Words.</p>", suffix=".html")
    built = build([order], Settings(tmp_path / "out", formats=("html", "same")))
    assert "both formats" in built.troubles[0].message
    assert "<main>" in (tmp_path / "out" / "en" / "a.html").read_text("utf-8")


def test_a_block_wholly_in_another_language_says_so_itself(make: Make, tmp_path: Path) -> None:
    text = "# Head {#h}\n\nOne *fish*. Two fish.\n\n- Three fish.\n- Four fish. Five.\n"
    tree = page(make(text, suffix=".md", ar={"Five.": "خمسة."}), tmp_path / "out", "ar")
    directions = {tag: attrs.get("dir") for tag, attrs in tree.tags if "data-state" in attrs}
    assert directions == {"h1": "ltr", "p": "ltr", "li": "ltr", "span": "ltr"}
    assert [text for tag, text in tree.texts if tag == "h1"] == ["Head"]
    assert [attrs.get("dir") for attrs in tree.of("li") if attrs] == ["ltr"]
