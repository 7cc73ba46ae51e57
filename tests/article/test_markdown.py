import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from sverka.article import fault, read, render
from sverka.article.inline import markup

STRESS = Path(__file__).parent / "data" / "stress.md"
ACCENTS = str.maketrans("aeiouAEIOUcns", "àéîöüÀÉÎÖÜçñš")


def messages(text: str) -> list[str]:
    return [segment.text for segment in read(text, "en", format="markdown").segments]


def translated(text: str, **texts: str) -> str:
    article = read(text, "en", format="markdown")
    return render(article, lambda segment: texts.get(segment.text))


def replaced(text: str, old: str, new: str) -> str:
    article = read(text, "en", format="markdown")
    assert old in messages(text)
    return render(article, lambda segment: new if segment.text == old else None)


def faults(text: str, old: str, new: str) -> str:
    article = read(text, "en", format="markdown")
    return fault(article, article.find(old)[0], new)


def structure(text: str) -> list[str]:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    found: list[str] = []

    def walk(tokens: list[Token]) -> None:
        for token in tokens:
            if token.type == "inline":
                walk(token.children or [])
            elif token.type not in ("text", "softbreak"):
                found.append(f"{token.type} {token.tag}")

    walk(parser.parse(text))
    return found


def pseudo(message: str) -> str:
    parts, at = [], 0
    for each in markup(message):
        parts += [message[at : each.start].translate(ACCENTS), message[each.start : each.end]]
        at = each.end
    return "".join([*parts, message[at:].translate(ACCENTS)])


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_stress_file_comes_back(newline: str, mark: str) -> None:
    text = mark + STRESS.read_text("utf-8").replace("\n", newline)
    article = read(text, "en", format="markdown")
    assert render(article, lambda _: None) == text
    plain = read(STRESS.read_text("utf-8"), "en", format="markdown")
    assert [segment.text for segment in article.segments] == [
        segment.text for segment in plain.segments
    ]


@pytest.mark.parametrize("change", [pseudo, str.upper, lambda text: text.translate(ACCENTS)])
def test_a_translated_stress_file_has_the_same_structure(change) -> None:  # type: ignore[no-untyped-def]
    text = STRESS.read_text("utf-8")
    article = read(text, "en", format="markdown")
    new = render(
        article,
        lambda segment: (
            None if fault(article, segment, change(segment.text)) else change(segment.text)
        ),
    )
    assert new != text
    assert structure(new) == structure(text)


PARTS = st.sampled_from(
    [
        *["# ", "\n", "\n\n", "- ", "  ", "    ", "> ", "`", "``", "**", "*", "_", "[", "](", ")"],
        *["][", "]", "![", "<b>", "</b>", "<!--", "-->", "One. Two.", "Word", "\\", "\r\n", "\t"],
        *["---\n", "title: x\n", "```\n", "1. ", "[^1]", "[^1]: ", "[a]: /b\n", "{#id}", "|"],
        *[":::\n", "!!! note\n", ": ", "\u00a0", "  \n", "| a | b |\n|--|--|\n"],
    ]
)
TEXTS = st.lists(st.one_of(PARTS, st.text(max_size=4)), max_size=40).map("".join)


@given(TEXTS)
def test_an_untranslated_article_keeps_every_character(text: str) -> None:
    article = read(text, "en", format="markdown")
    assert render(article, lambda _: None) == text
    end = 0
    for segment in article.segments:
        assert end <= segment.start < segment.end
        end = segment.end


def test_sentences_are_not_cut_inside_markup() -> None:
    assert messages("One. **Two. Three** four. [Five. Six](x.y). `a. B` c.\n") == [
        "One.",
        "**Two. Three** four.",
        "[Five. Six](x.y).",
        "`a. B` c.",
    ]
    assert messages("**One.** Two. *Three. Four.*\n") == ["One.", "Two.", "Three. Four."]


def test_markup_around_a_message_stays_in_the_article() -> None:
    text = "# [Home](a.b)\n\n![A picture](p.png)\n\n**Bold.**[^1]\n\n[ref]\n\n[ref]: /r\n"
    assert messages(text) == ["Home", "A picture", "Bold.", "[ref]"]
    assert replaced(text, "A picture", "Ein Bild").count("![Ein Bild](p.png)") == 1


def test_code_and_raw_html_are_no_text() -> None:
    text = (
        "`only code`\n\n```\ncode. Code.\n```\n\n    indented\n\n<div>\nRaw. Raw.\n</div>\n\n***\n"
    )
    assert messages(text) == []


def test_front_matter_gives_its_texts_and_keeps_its_form() -> None:
    text = (
        "---\ntitle: \"A \\\"b\\\"\"\ntags: [a]\ndescription: 'It''s'\n"
        "summary: Plain\nweight: 1\n---\n\nBody text here.\n"
    )
    assert messages(text) == ['A "b"', "It's", "Plain", "Body text here."]
    assert 'title: "Ein \\"c\\""\n' in replaced(text, 'A "b"', 'Ein "c"')
    assert "description: 'Es''t'\n" in replaced(text, "It's", "Es't")
    assert 'summary: "a: b # c"\n' in replaced(text, "Plain", "a: b # c")
    assert 'summary: "no"\n' in replaced(text, "Plain", "no")


def test_a_project_names_its_keys_of_front_matter() -> None:
    text = "---\ntitle: A\ntag.line: Plain words\n---\n\nBody.\n"
    found = read(text, "en", format="markdown", front_matter=["tag.line"])
    assert [segment.text for segment in found.segments] == ["Plain words", "Body."]
    none = read(text, "en", format="markdown", front_matter=[])
    assert [segment.text for segment in none.segments] == ["Body."]


def test_comments_in_code_are_text_if_asked_for() -> None:
    text = (
        "> ```python\n> # Count the fish. All of them.\n> n = 1  # one\n> #!x\n> ```\n\n"
        "```js\n  // Add <b>one</b>\r\n# no\n```\n\n```\n# none\n```\n"
    )
    assert messages(text) == []
    found = read(text, "en", format="markdown", comments=True)
    assert [segment.text for segment in found.segments] == [
        "Count the fish. All of them.",
        "Add <b>one</b>",
    ]
    assert render(found, lambda one: f"- {one.text[:3]}\nx") == text.replace(
        "Count the fish. All of them.", "- Cou x"
    ).replace("Add <b>one</b>", "- Add x")


def test_a_hard_break_is_a_line_break_of_the_message() -> None:
    text = "> One  \n> two\\\n> three.\n"
    assert messages(text) == ["One\ntwo\nthree."]
    assert (
        replaced(text, "One\ntwo\nthree.", "Eins\nzwei\ndrei.") == "> Eins  \n> zwei\\\n> drei.\n"
    )
    assert replaced(text, "One\ntwo\nthree.", "Eins zwei drei.") == "> Eins zwei drei.\n"


def test_a_translation_begins_no_block_and_ends_no_cell() -> None:
    assert replaced("Year one.\n", "Year one.", "1. Jahr") == "1\\. Jahr\n"
    assert replaced("Minus.\n", "Minus.", "- minus") == "\\- minus\n"
    assert replaced("A rhyme. Two.\n", "Two.", "# zwei") == "A rhyme. # zwei\n"
    assert replaced("# Sharp\n", "Sharp", "C #") == "# C \\#\n"
    assert replaced("- ```x``` one\n", "```x``` one", "```x``` eins") == "- ```x``` eins\n"
    definition = "- [x]: one thing\n\n[x]: /x\n"
    assert replaced(definition, "[x]: one thing", "[x]: ein Ding").startswith("- [x]: ein Ding\n")
    assert replaced("- One\n", "One", "[x]: /y") == "- \\[x]: /y\n"
    table = "| a | b |\n|---|---|\n| c | d |\n"
    assert replaced(table, "c", "x|y") == "| a | b |\n|---|---|\n| x\\|y | d |\n"
    assert replaced("One.\n", "One.", "Eins.\n\n# zwei") == "Eins. # zwei\n"


def test_reference_links_may_be_translated() -> None:
    text = "See [the guide] and [Foo][], [this][x].\n\n[the guide]: /g\n[foo]: /f\n[x]: /x\n"
    message = "See [the guide] and [Foo][], [this][x]."
    assert replaced(text, message, "Sieh [den Führer] und [Fu][], [dies][x].").startswith(
        "Sieh [den Führer][the guide] und [Fu][Foo], [dies][x]."
    )
    assert faults(text, message, "Sieh [den Führer] und [Fu][], [dies][x].") == ""
    assert "references" in faults(text, message, "Sieh den Führer, [dies][x].")


@pytest.mark.parametrize(
    ("message", "translation", "reason"),
    [
        ("A [link](a) here.", "Ein [Link](b) hier.", ""),
        ("A [link](a) here.", "Ein Link hier.", "links"),
        ("A [link](a) here.", "Ein [Link](javascript:x) hier.", "script"),
        ("A [link](a) here.", "Ein [Link]( JavaScript:x) hier.", "script"),
        ("No link.", "Ein [Link](a).", "links"),
        ("A <b>tag</b> here.", "Ein <b>Tag</b> hier.", ""),
        ("A <b>tag</b> here.", "Ein <b>Tag hier.", "tags"),
        ("A tag here.", "Ein <script>x</script>", "tags"),
        ("A <b>tag</b> here.", "Ein <b onclick=x>Tag</b> hier.", "tags"),
        ("A note[^1] here.", "Eine Fußnote[^1] hier.", ""),
        ("A note[^1] here.", "Eine Fußnote hier.", "notes"),
        ("Hello {{ name }} you.", "Hallo {{ name }} da.", ""),
        ("Hello {{ name }} you.", "Hallo {{ nom }} da.", "placeholders"),
        ("An ![image](a.png) here.", "Ein Bild hier.", "images"),
        ("Some *emphasis* here.", "Etwas Betonung hier.", ""),
    ],
)
def test_broken_markup_is_a_fault(message: str, translation: str, reason: str) -> None:
    found = faults(f"{message}\n", message, translation)
    assert reason in found if reason else found == ""


@pytest.mark.parametrize(
    "piece", ["](", "[", "`", "<!--", "**", "![a](", "<a ", "{{", "| a ", "> ", "_a"]
)
def test_hostile_text_takes_no_time(piece: str) -> None:
    text = piece * 4000
    start = time.process_time()
    article = read(text, "en", format="markdown")
    assert render(article, lambda _: None) == text
    assert time.process_time() - start < 8


@pytest.mark.parametrize("gained", ["<script>x</script>", "{{ 7*7 }}", "{% include x %}"])
def test_front_matter_gains_no_markup(gained: str) -> None:
    article = read("---\ntitle: Big <b>fish</b>\n---\n", "en", format="markdown")
    (segment,) = article.segments
    assert fault(article, segment, f"Fisch {gained}")
    assert not fault(article, segment, "Großer Fisch")
