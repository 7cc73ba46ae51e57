import time
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.article import Segment, fault, read, render

PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>Page &amp; title</title>
<meta name="description" content="A &quot;word&quot;. Two.">
<style>p { color: red }</style><script>var a = "<p>Not text</p>";</script></head>
<body class='x'>
<h1>Head <em>line</em></h1>
<p>First with <a href="/x" title="The tip">a link</a>.
Second&nbsp;has <img src=a alt='An "x"'> in it.
Third wraps
 <b>bold. Still bold</b>.<br>After break.</p>
<ul><li>One<li><a href="u">Only link</a></ul>
<pre>code. Code.</pre>
<p translate="no">Do not touch.</p>
<p>Use <code class="k">foo.bar()</code> or <span translate=no>Brand</span> &mdash; 5 &lt; 6.</p>
<table><tr><td>12</td><td><code>x</code></td></tr></table>
<!-- comment. Two. -->
<p>Unclosed <i>italic
<div>Next & block</div>
"""


def messages(text: str) -> list[str]:
    return [segment.text for segment in read(text, "en", format="html").segments]


def replaced(text: str, **texts: str) -> str:
    article = read(text, "en", format="html")
    return render(article, lambda segment: texts.get(segment.text.split()[0]))


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.found.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.found.append(f"/{tag}")


def test_a_page_gives_its_texts() -> None:
    assert messages(PAGE) == [
        "Page &amp; title",
        'A "word". Two.',
        "Head <em>line</em>",
        "First with <a1>a link</a1>.",
        "Second\u00a0has <img1/> in it.",
        "Third wraps <b>bold. Still bold</b>.",
        "After break.",
        "The tip",
        'An "x"',
        "One",
        "Only link",
        "Use <code1>foo.bar()</code1> or <span1/> — 5 &lt; 6.",
        "12",
        "Unclosed <i>italic",
        "Next & block",
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_untranslated_page_comes_back(newline: str) -> None:
    text = "\ufeff" + PAGE.replace("\n", newline)
    assert render(read(text, "en", format="html"), lambda _: None) == text


def test_a_translated_page_has_the_same_tags() -> None:
    article = read(PAGE, "en", format="html")
    accents = str.maketrans("eio", "éîö")

    def change(segment: Segment) -> str | None:
        text = segment.text.translate(accents)
        return None if fault(article, segment, text) else text

    new = render(article, change)
    assert new != PAGE
    assert Tags(new).found == Tags(PAGE).found


def test_tags_may_change_places_and_their_attributes_are_translated() -> None:
    text = '<p>See <a href="/x" title="Tip">this</a> and <a href="/y">that</a>.</p>'
    assert messages(text) == ["See <a1>this</a1> and <a2>that</a2>.", "Tip"]
    assert replaced(text, See="<a2>Das</a2> & <a1>dies</a1>.", Tip='Rat "so"') == (
        '<p><a href="/y">Das</a> &amp; <a href="/x" title="Rat &quot;so&quot;">dies</a>.</p>'
    )


@pytest.mark.parametrize(
    ("translation", "reason"),
    [
        ("Sieh <a1>das</a1> <b>fett</b>.", ""),
        ("Sieh das <b>fett</b>.", "tags"),
        ("Sieh <a1>das</a1> <b>fett.", "tags"),
        ("Sieh <a1>das <b>fett</a1></b>.", "order"),
        ("Sieh <a1>das</a1> <b onclick=x>fett</b>.", "tags"),
        ("Sieh <a1>das</a1> <b>fett</b><script>x</script>.", "tags"),
        ("Sieh <a9>das</a9> <b>fett</b>.", "tags"),
    ],
)
def test_broken_tags_are_a_fault(translation: str, reason: str) -> None:
    article = read('<p>See <a href="/x">this</a> <b>bold</b>.</p>', "en", format="html")
    found = fault(article, article.segments[0], translation)
    assert reason in found if reason else found == ""


def test_a_translation_brings_no_tags_of_its_own() -> None:
    assert (
        replaced("<p>One.</p>", **{"One.": "5 < 6 & 7 &amp; 8"})
        == "<p>5 &lt; 6 &amp; 7 &amp; 8</p>"
    )
    assert replaced("<img alt='One.'>", **{"One.": "it's <b>"}) == "<img alt='it&#39;s &lt;b>'>"


PARTS = st.sampled_from(
    [
        *["<p>", "</p>", "<b>", "</b>", '<a href="x">', "</a>", "<br>", "<img alt='a b'>", "<!--"],
        *["-->", "<script>", "</script>", "<pre>", "</pre>", "&amp;", "&nbsp;", "&", "<", ">", '"'],
        *["\n", " ", "One. Two.", "Word", "<span translate=no>", "</span>", "<code>", "</code>"],
        *["\ufeff", "\ue000", "<a\ue000>", "<td>", "<li title='t'>", "</", "<!", "<?", "'"],
    ]
)
TEXTS = st.lists(st.one_of(PARTS, st.text(max_size=4)), max_size=40).map("".join)


@given(TEXTS)
def test_an_untranslated_article_keeps_every_character(text: str) -> None:
    article = read(text, "en", format="html")
    assert render(article, lambda _: None) == text
    for segment in article.segments:
        assert segment.text.strip() == segment.text != ""


@given(TEXTS)
def test_a_message_given_back_is_no_fault(text: str) -> None:
    article = read(text, "en", format="html")
    for segment in article.segments:
        if segment.kind != "attribute" and "<" not in segment.text.replace("<a1>", ""):
            assert fault(article, segment, segment.text) == ""


@pytest.mark.parametrize(
    "piece", ["<", "<a ", "<a '", "<!--", "<b>", "<p>", "&", "<script>", "<pre>", "</"]
)
def test_hostile_text_takes_no_time(piece: str) -> None:
    text = piece * 4000
    start = time.process_time()
    assert render(read(text, "en", format="html"), lambda _: None) == text
    assert time.process_time() - start < 8


@pytest.mark.parametrize(
    ("translation", "reason"),
    [
        ("Hallo {{ name }}", ""),
        ("Hallo", "placeholders -"),
        ("{{ name }}{{ 7*7 }}", "placeholders +"),
    ],
)
def test_placeholders_stay(translation: str, reason: str) -> None:
    text = '<p title="Hello {{ name }}">Hello {{ name }}</p>'
    article = read(text, "en", format="html")
    assert len(article.segments) == 2
    for segment in article.segments:
        assert fault(article, segment, translation).startswith(reason)
        assert bool(reason) == bool(fault(article, segment, translation))
