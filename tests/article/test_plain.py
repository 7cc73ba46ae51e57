from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.article import ArticleError, read, render

SEED = Path(__file__).parents[2] / "seeds" / "conversations-about-car-t.txt"


def kinds(text: str, locale: str = "en") -> list[tuple[str, str]]:
    return [
        (block.kind, " | ".join(segment.text for segment in block.segments))
        for block in read(text, locale).blocks
    ]


def test_the_seed_article_has_its_segments() -> None:
    segments = read(SEED, "en").segments
    starts = [segment.text[:24] for segment in segments]
    assert starts == [
        "14 February 2022",
        "Conversations about CAR-",
        "International experts di",
        "The conference was atten",
        "Among them:",
        "Irina Poddubnaya, Academ",
        "Mohamed Mohti, Head of t",
        "Larisa Mendeleeva, Head ",
        "Vadim Ptushkin, Chief Fr",
        "Mikhail Maschan, Directo",
        "Dmitry Kudlay, Vice Pres",
        "Nuria Musina, Head of th",
        "and others.",
        "CAR-T cell therapy is a ",
        "Experts consider this ty",
        "The principle of therapy",
        "After that, the cells ar",
        "Such a BMCP independentl",
        "During the conference, t",
        "The participants called ",
        "During the discussion, t",
        '"Today we are on the thr',
        "— The special nature of ",
        "Active work in this dire",
        "Discussing the milestone",
        "It is important to under",
        "Therefore, civilized wor",
        "Russian companies with s",
        'Portal "Eternal youth" h',
        "Found a typo?",
        "Select it and press ctrl",
    ]
    texts = [segment.text for segment in segments]
    assert texts[9].endswith(
        '"NMIC DGOI. Dmitry Rogachev" Ministry of Health of the Russian Federation,'
    )
    assert texts[21].endswith("commented\u00a0Dmitry Kudlay.")
    assert texts[28] == 'Portal "Eternal youth" http://vechnayamolodost.ru'


def test_the_seed_article_has_its_blocks() -> None:
    article = read(SEED, "en")
    assert [block.kind for block in article.blocks] == [
        "date", "heading", "heading", "paragraph", *["list item"] * 8, "paragraph", "paragraph",
        "paragraph", "quotation", "paragraph", "footer", "footer",
    ]  # fmt: skip
    assert article.blocks[0].date == "2022-02-14"
    assert [block.level for block in article.blocks[1:3]] == [1, 2]
    assert article.position(article.find("and others.")[0]) == (17, 5)


def test_the_seed_article_comes_back_byte_for_byte() -> None:
    article = read(SEED, "en")
    assert render(article, lambda _: None).encode() == SEED.read_bytes()
    assert render(article, lambda segment: segment.text).encode() == SEED.read_bytes()


LINES = st.sampled_from(
    ["\n", "\r\n", "\r", "\n\n", "One.",
     "\n \t\n", " ", "\t", "\u00a0", "\ufeff", "\u2028", "\v", "• ", "- ", "1. ",
     "Dr. No left. He was 5.", "Heading", "Wait… What?", '"So," he said. — Yes.',
     "«Да», — сказал он.",
     "见。好！",
     "http://a.b/c?d=e.", "14 February 2022", "* * *", "====", "()", "©", "a", "."]
)  # fmt: skip
TEXTS = st.lists(st.one_of(LINES, st.text(max_size=6)), max_size=30).map("".join)


@given(
    TEXTS, st.sampled_from(["en", "ru", "zh_Hans", "de"]), st.sampled_from(["sentence", "block"])
)
def test_an_untranslated_article_keeps_every_character(text: str, locale: str, unit: str) -> None:
    article = read(text, locale, unit=unit)
    assert render(article, lambda _: None, "zh") == text


@given(TEXTS)
def test_segments_stand_where_they_say(text: str) -> None:
    article = read(text, "en")
    end = 0
    for segment in article.segments:
        assert end <= segment.start < segment.end <= len(text)
        assert segment.text == segment.text.strip() != ""
        assert "\n" not in segment.text
        assert segment.text.split() == text[segment.start : segment.end].split()
        for index, character in enumerate(segment.text):
            place = text[segment.offset(index)]
            assert place == character or (character == " " and place.isspace())
        end = segment.end


@given(TEXTS)
def test_replacing_all_segments_changes_nothing_between_them(text: str) -> None:
    article = read(text, "en")
    pieces = [text[a:b] for a, b in _gaps(article.text, article.segments)]
    replaced = render(article, lambda _: "\ue000")
    assert replaced.split("\ue000") == pieces or "\ue000" in text


def _gaps(text: str, segments: tuple) -> list[tuple[int, int]]:  # type: ignore[type-arg]
    edges = [0, *(edge for segment in segments for edge in (segment.start, segment.end)), len(text)]
    return list(zip(edges[::2], edges[1::2], strict=True))


def test_line_breaks_inside_a_block_become_spaces() -> None:
    assert kinds("One\n  wrapped\r\nsentence. Two.\n") == [
        ("paragraph", "One wrapped sentence. | Two.")
    ]


def test_a_dash_in_wrapped_speech_is_no_bullet() -> None:
    text = "He said nothing at all,\n- or nearly so,\nand left.\n"
    assert kinds(text) == [("paragraph", "He said nothing at all, - or nearly so, and left.")]


def test_lists_are_found_by_bullets_and_numbers() -> None:
    text = "We need:\n- milk,\n- bread\n  and butter.\n\n1. Go.\n2) Come.\n"
    assert kinds(text) == [
        ("paragraph", "We need:"),
        ("list item", "milk,"),
        ("list item", "bread and butter."),
        ("list item", "Go."),
        ("list item", "Come."),
    ]


@pytest.mark.parametrize(
    ("line", "locale", "iso"),
    [
        ("14 February 2022", "en", "2022-02-14"),
        ("February 14th, 2022", "en", "2022-02-14"),
        ("Monday, 14 February 2022", "en", "2022-02-14"),
        ("14 февраля 2022 года", "ru", "2022-02-14"),
        ("14. Februar 2022", "de", "2022-02-14"),
        ("14 de febrero de 2022", "es", "2022-02-14"),
        ("2022-02-14", "fr", "2022-02-14"),
        ("30 February 2022", "en", ""),
        ("03/04/2022", "en", ""),
        ("14 people in February 2022", "en", ""),
    ],
)
def test_a_date_line_is_read_in_its_language(line: str, locale: str, iso: str) -> None:
    article = read(f"{line}\n\nTitle\n\nText goes on here.\n", locale)
    assert article.blocks[0].date == iso
    assert (article.blocks[0].kind == "date") is bool(iso)


def test_a_russian_article_has_a_footer_and_a_quotation() -> None:
    text = (
        "Разговоры о CAR-T\n\n"
        "«Сегодня мы на пороге перемен», – сказал И. И. Иванов. – Это важно.\n\n"
        "Нашли опечатку? Выделите её.\n"
    )
    assert [kind for kind, _ in kinds(text, "ru")] == ["heading", "quotation", "footer"]


def test_a_name_of_a_block_survives_changes_elsewhere() -> None:
    before = read("Title\n\nThe one paragraph stands here.\n", "en").blocks[-1].ident
    after = (
        read("Title\n\nNew text comes first.\n\nThe one paragraph stands here.\n", "en")
        .blocks[-1]
        .ident
    )
    assert before == after == "the-one-paragraph-stands-here"


def test_equal_blocks_have_different_names() -> None:
    idents = [block.ident for block in read("Yes.\n\nYes.\n\nYes.\n", "en").blocks]
    assert idents == ["yes", "yes-2", "yes-3"]


def test_chinese_sentences_stand_without_spaces() -> None:
    article = read("One. Two.\n", "en")
    words = {"One.": "一。", "Two.": "二。"}
    assert render(article, lambda segment: words[segment.text], "zh_Hans") == "一。二。\n"
    assert render(article, lambda segment: words[segment.text], "de") == "一。 二。\n"


def test_what_is_not_utf_8_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"One.\n\nCaf\xe9.\n")
    with pytest.raises(ArticleError) as caught:
        read(path, "en")
    assert (caught.value.line, caught.value.file) == (3, str(path))
    path.write_bytes(b"One\n\0")
    with pytest.raises(ArticleError, match="NUL"):
        read(path, "en")
