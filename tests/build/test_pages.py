import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from sverka.build import Order, Settings, build
from sverka.build.wording import own_name

from .conftest import Make

ROOT = Path(__file__).parents[2]
TEXT = "14 February 2022\n\nBig news\n\nA subtitle\n\nOne fish. Two fish.\n\n• red,\n• blue.\n"
GERMAN = {"Big news": "Große Neuigkeiten", "One fish.": "Ein Fisch.", "red,": "rot,"}
VOID = {"meta", "link", "br", "img", "hr"}


class Tree(HTMLParser):
    """Collects start tags, and complains of tags that are not closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip() and self.open:
            self.texts.append((self.open[-1], data.strip()))

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


def page(order: Order, output: Path, locale: str, **options: object) -> Tree:
    settings = Settings(output, **options)  # type: ignore[arg-type]
    built = build([order], settings)
    assert not built.troubles
    return Tree((output / locale / f"{order.name}.html").read_text("utf-8"))


def test_a_page_says_its_language_and_its_gaps(make: Make, tmp_path: Path) -> None:
    tree = page(make(TEXT, de=GERMAN), tmp_path / "out", "de")
    assert tree.of("html") == [{"lang": "de", "dir": "ltr"}]
    assert ("h1", "Große Neuigkeiten") in tree.texts
    marked = [attrs for _, attrs in tree.tags if "data-state" in attrs]
    assert {(attrs["lang"], attrs["dir"], attrs["data-state"]) for attrs in marked} == {
        ("en", "ltr", "missing")
    }
    assert [text for tag, text in tree.texts if tag == "span" and "fish" in text] == ["Two fish."]
    notice = next(text for tag, text in tree.texts if text.startswith("Übersetzt"))
    assert "4 von 7" in notice and "Englisch" in notice


def test_the_date_is_written_as_readers_write_it(make: Make, tmp_path: Path) -> None:
    order = make(TEXT, de=GERMAN, ru={}, zh_Hans={"14 February 2022": "2022年2月14日"}, tr={})
    build([order], Settings(tmp_path / "out"))
    dates = {}
    for locale in ("en", "de", "ru", "zh_Hans", "tr"):
        tree = Tree((tmp_path / "out" / locale / "a.html").read_text("utf-8"))
        assert tree.of("time") == [{"datetime": "2022-02-14"}]
        dates[locale] = next(text for tag, text in tree.texts if tag == "time")
    assert dates == {
        "en": "14 February 2022",
        "de": "14. Februar 2022",
        "ru": "14 февраля 2022\u202fг.",
        "zh_Hans": "2022年2月14日",
        "tr": "14 Şubat 2022",
    }


def test_fuzzy_text_is_never_shown(make: Make, tmp_path: Path) -> None:
    tree = page(make(TEXT, fuzzy=("One fish.",), de=GERMAN), tmp_path / "out", "de")
    words = [text for _, text in tree.texts]
    assert "Ein Fisch." not in " ".join(words)
    states = " ".join(str(attrs.get("data-state", "")) for _, attrs in tree.tags)
    assert set(states.split()) == {"missing", "fuzzy"}


def test_alternates_are_complete_and_reciprocal(make: Make, tmp_path: Path) -> None:
    order = make(TEXT, name="news/today", de=GERMAN, ar={}, zh_Hans={})
    built = build([order], Settings(tmp_path / "out"))
    pages = [path for path in built.written if path.name != "index.html"]
    assert len(pages) == 4
    seen = []
    for path in pages:
        tree = Tree(path.read_text("utf-8"))
        links = {
            link["hreflang"]: (path.parent / str(link["href"])).resolve()
            for link in tree.of("link")
            if link["rel"] == "alternate"
        }
        assert links[tree.of("html")[0]["lang"]] == path.resolve()
        assert all(target.is_file() for target in links.values())
        seen.append(links)
        switcher = [link for link in tree.of("a") if "hreflang" in link]
        assert {link["hreflang"] for link in switcher} | {tree.of("html")[0]["lang"]} == set(
            links
        ) - {"x-default"}
    assert all(links == seen[0] for links in seen)
    assert set(seen[0]) == {"en", "de", "ar", "zh-Hans", "x-default"}


def test_published_pages_have_absolute_addresses(make: Make, tmp_path: Path) -> None:
    tree = page(make(TEXT, de=GERMAN), tmp_path / "out", "de", url="https://example.org/x/")
    assert {"rel": "canonical", "href": "https://example.org/x/de/a.html"} in tree.of("link")
    assert all(str(link["href"]).startswith("https://example.org/x/") for link in tree.of("link"))


def test_right_to_left_pages_say_so(make: Make, tmp_path: Path) -> None:
    tree = page(make(TEXT, ar={"Big news": "أخبار مهمة"}), tmp_path / "out", "ar")
    assert tree.of("html") == [{"lang": "ar", "dir": "rtl"}]
    names = {link["lang"]: link["dir"] for link in tree.of("a") if "hreflang" in link}
    assert names == {"en": "ltr"}


@pytest.mark.parametrize(
    "nasty", ["<script>alert(1)</script>", "{{ 7 * 7 }}", "{% raw %}", '"><b>', "</style>"]
)
def test_text_is_text(make: Make, tmp_path: Path, nasty: str) -> None:
    text = f"Title {nasty}\n\nSee {nasty} here now.\n"
    german = {f"Title {nasty}": f"Titel {nasty}", f"See {nasty} here now.": f"Sieh {nasty} hier."}
    tree = page(make(text, de=german), tmp_path / "out", "de")
    assert [attrs for tag, attrs in tree.tags if tag == "script"] == [
        {"type": "application/ld+json"}
    ]
    assert not tree.of("b")
    assert f"Sieh {nasty} hier." in [text for _, text in tree.texts]


def test_only_web_and_mail_addresses_become_links(make: Make, tmp_path: Path) -> None:
    text = "Read (http://a.example/x_(y)) or javascript:alert(1) or me@b.example, now.\n"
    tree = page(make(text), tmp_path / "out", "en")
    assert [link["href"] for link in tree.of("a")] == [
        "http://a.example/x_(y)",
        "mailto:me@b.example",
    ]


def test_nothing_is_requested_from_elsewhere(make: Make, tmp_path: Path) -> None:
    build([make(TEXT, de=GERMAN)], Settings(tmp_path / "out"))
    text = (tmp_path / "out" / "de" / "a.html").read_text("utf-8")
    assert "default-src &#39;none&#39;" in text
    assert not re.search(r"\ssrc=|@import|url\(", text)


def test_a_translation_below_the_threshold_waits(make: Make, tmp_path: Path) -> None:
    order = make(TEXT, de=GERMAN, fr={})
    built = build([order], Settings(tmp_path / "out", threshold=30))
    assert [locale for _, locale, _ in built.withheld] == ["fr"]
    assert not (tmp_path / "out" / "fr").exists()
    text = (tmp_path / "out" / "de" / "a.html").read_text("utf-8")
    assert 'hreflang="fr"' not in text
    assert own_name("fr") in (tmp_path / "out" / "index.html").read_text("utf-8")


def test_fallback_follows_the_chain(make: Make, tmp_path: Path) -> None:
    order = make(TEXT, uk={"Big news": "Новини"}, ru={"One fish.": "Одна рыба."})
    tree = page(order, tmp_path / "out", "uk", fallback={"uk": ("ru",)})
    marked = {text for tag, text in tree.texts if tag == "span"}
    assert {"Одна рыба.", "Two fish."} <= marked
    assert [attrs["lang"] for attrs in tree.of("span") if "data-state" in attrs] == ["ru", "en"]


def test_sentences_stand_together_in_chinese(make: Make, tmp_path: Path) -> None:
    chinese = {"One fish.": "一条鱼。", "Two fish.": "两条鱼。"}
    tree = page(make(TEXT, zh_Hans=chinese), tmp_path / "out", "zh_Hans")
    assert ("p", "一条鱼。两条鱼。") in tree.texts


def test_the_same_input_gives_the_same_bytes(make: Make, tmp_path: Path) -> None:
    order = make(TEXT, de=GERMAN, ar={})
    settings = Settings(tmp_path / "out", formats=("html", "same"))
    first = build([order], settings)
    before = {path: path.read_bytes() for path in first.written}
    second = build([order], settings)
    assert (second.written, second.unchanged) == ((), len(before))
    build([order], Settings(tmp_path / "other", formats=("html", "same")))
    assert before == {
        path: (tmp_path / "other" / path.relative_to(tmp_path / "out")).read_bytes()
        for path in before
    }


def test_an_untranslated_article_comes_back_in_its_own_format(make: Make, tmp_path: Path) -> None:
    text = "\ufeff14 February 2022\r\n\r\nBig news\r\n\tA  line\r\nbreak. And more\u00a0text"
    order = make(text, de={}, fr={"And more\u00a0text": "Suite"})
    build([order], Settings(tmp_path / "out", formats=("same",)))
    assert (tmp_path / "out" / "de" / "a.txt").read_bytes() == order.article.read_bytes()
    french = (tmp_path / "out" / "fr" / "a.txt").read_bytes().decode()
    assert french == text.replace("And more\u00a0text", "Suite")


def test_the_seed_article_is_built_in_every_locale(tmp_path: Path) -> None:
    name = "conversations-about-car-t"
    catalogues = {path.parts[-3]: path for path in ROOT.glob(f"locales/*/LC_MESSAGES/{name}.po")}
    order = Order(name, ROOT / "seeds" / f"{name}.txt", catalogues)
    built = build([order], Settings(tmp_path, source="ru"))
    assert not built.troubles and len(built.written) == len(catalogues) + 2
    for path in built.written:
        Tree(path.read_text("utf-8"))


def test_a_broken_translation_falls_back_alone_and_is_named(make: Make, tmp_path: Path) -> None:
    text = "See [this](a.html) now. And that.\n"
    german = {"See [this](a.html) now.": "Sieh dies jetzt.", "And that.": "Und jenes."}
    order = make(text, suffix=".md", de=german)
    built = build([order], Settings(tmp_path / "out", formats=("same",)))
    assert (tmp_path / "out" / "de" / "a.md").read_text() == "See [this](a.html) now. Und jenes.\n"
    assert [(str(one.file), one.line) for one in built.warnings] == [
        (str(order.catalogues["de"]), 6)
    ]
    assert "links -inline" in built.warnings[0].message
