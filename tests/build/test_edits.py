"""How many words of the shipped article fall back to English after an edit of one kind."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sverka.article import read
from sverka.article.states import messages, progress
from sverka.article.template import template
from sverka.build.spelling import only_spelling
from sverka.build.updating import follow_spelling
from sverka.catalogue import Catalogue, Entry

ROOT = Path(__file__).parents[2]
NAME = "conversations-about-car-t"
SEED = (ROOT / "seeds" / f"{NAME}.txt").read_text("utf-8")
LOCALES = ["de", "ru", "zh_Hans", "ar"]


def change(old: str, new: str) -> Callable[[str], str]:
    def edit(text: str) -> str:
        assert text.count(old) == 1
        return text.replace(old, new)

    return edit


def chain(*edits: Callable[[str], str]) -> Callable[[str], str]:
    def edit(text: str) -> str:
        for each in edits:
            text = each(text)
        return text

    return edit


def move_sentence(text: str) -> str:
    sentence = " Active work in this direction is underway all over the world, including in Russia."
    return change(" Therefore, civilized", f"{sentence} Therefore, civilized")(
        change(sentence, "")(text)
    )


def swap_paragraphs(text: str) -> str:
    parts = text.split("\n\n")
    first = next(i for i, part in enumerate(parts) if part.startswith("CAR-T cell therapy"))
    parts[first], parts[first + 1] = parts[first + 1], parts[first]
    return "\n\n".join(parts)


def fallen(edit: Callable[[str], str], locale: str) -> int:
    """Return the words that are not confirmed any more after an edit of the article."""
    path = ROOT / "locales" / locale / "LC_MESSAGES" / f"{NAME}.po"
    before = Catalogue.from_bytes(path.read_bytes())
    assert progress(read(SEED, "en"), messages(before.entries)).percent == 100
    edited = edit(SEED)
    assert edited != SEED
    article = read(edited, "en")
    merged, _ = follow_spelling(before, template(article, "a.txt"))
    words = progress(article, messages(merged.entries)).words
    return words["fuzzy"] + words["missing"]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    ("edit", "most"),
    [
        pytest.param(
            change(
                "independently finds and destroys tumor cells", "seeks out and kills tumor cells"
            ),
            15,
            id="reworded",
        ),
        pytest.param(change("today. The principle", "today.\n\nThe principle"), 0, id="split"),
        pytest.param(
            change("tumor cells.\n\nDuring the conference,", "tumor cells. During the conference,"),
            0,
            id="merged",
        ),
        pytest.param(move_sentence, 0, id="moved"),
        pytest.param(
            change("Chief Freelance Specialist", "Chief Visiting Specialist"), 10, id="bullet"
        ),
        pytest.param(swap_paragraphs, 0, id="swapped"),
        pytest.param(
            chain(
                change("oncohematological", "oncohaematological"),
                change("multiply and are genetically", "multiply and are geneticaly"),
                change("amplification", "amplificaton"),
            ),
            0,
            id="respelt",
        ),
    ],
)
def test_an_edit_costs_few_words(edit: Callable[[str], str], most: int, locale: str) -> None:
    assert fallen(edit, locale) <= most


@pytest.mark.parametrize(
    ("locale", "first", "second", "expected"),
    [
        ("de", "Die Regel:", "lxml ist schnell.", "Die Regel: lxml ist schnell."),
        ("zh_Hans", "规则：", "lxml 很快。", "规则：lxml 很快。"),
        ("ar", "القاعدة:", "إن lxml سريع.", "القاعدة: إن lxml سريع."),
    ],
)
def test_two_messages_that_become_one_stay_translated(
    locale: str, first: str, second: str, expected: str
) -> None:
    two = [Entry(msgid="The rule:", msgstr=first), Entry(msgid="lxml is fast.", msgstr=second)]
    old = Catalogue.from_entries(two, {"Language": locale})
    fresh = template(read("The rule: lxml is fast.\n\nMore of it is said.\n", "en"), "a.txt")
    merged, respelt = follow_spelling(old, fresh)
    found = {entry.msgid: entry for entry in merged.entries if not entry.obsolete}
    whole = found["The rule: lxml is fast."]
    assert (whole.msgstr, whole.fuzzy, whole.previous_msgid) == (expected, False, None)
    assert not respelt and not found["More of it is said."].translated

    two[1] = two[1].changed(flags=("fuzzy",))
    merged, _ = follow_spelling(Catalogue.from_entries(two, {"Language": locale}), fresh)
    assert not next(e for e in merged.entries if e.msgid == whole.msgid).translated


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("It can recieve cells.", "It can receive cells.", True),
        ("A tumor grows.", "A tumour grows.", True),
        ('He said "yes".', "He said “yes”.", True),
        ("An immunoterapy of tumurs here.", "An immunotherapy of tumors here.", True),
        ("It is quite here.", "It is quiet here.", False),
        ("The product is good.", "The products is good.", False),
        ("It will affect you.", "It will effect you.", False),
        ("It is now done.", "It is not done.", False),
        ("The 14000 cells.", "The 15000 cells.", False),
        ("Therapy SAR-T works.", "Therapy CAR-T works.", False),
        ("It can recieve cells.", "It can not receive cells.", False),
        ("The therapy works.", "The therapy worked.", False),
    ],
)
def test_spelling_is_told_from_meaning(old: str, new: str, expected: bool) -> None:
    assert only_spelling(old, new, lambda _: False) is expected


def test_a_word_that_stands_elsewhere_is_not_misspelt() -> None:
    old, new = "The complement is high.", "The compliment is high."
    assert only_spelling(old, new, lambda _: False)
    assert not only_spelling(old, new, lambda word: word == "complement")
