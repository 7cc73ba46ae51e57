"""What one language says otherwise than all others, for any texts."""

from hypothesis import given
from hypothesis import strategies as st

from sverka.review import Fact
from sverka.review.finding import Finding, Role, Where
from sverka.rules._voices import longer, voice
from sverka.rules.odd_one_out import judge
from sverka.text.analysis import Text

LOCALES = ("ru", "de", "es", "fr", "uk", "zh_Hans", "ar")
VOCABULARY = """
not no the blood urine weeks days three 3.4 0.4 . , ; не кровь недели три nicht Blut Wochen drei
pas sang semaines trois sangre semanas кров тижні 血 三周 دم women men left right
"""
WORDS = st.sampled_from(VOCABULARY.split())
TEXTS = st.one_of(
    st.lists(WORDS, min_size=1, max_size=12).map(" ".join), st.text(min_size=1, max_size=30)
)


def _fact(pivot: str, text: str, locale: str, index: int) -> Fact:
    role: Role = "target" if index else "source"
    where = Where(f"{locale}.po", locale, "a", role, 0, None, pivot, "msgstr")
    return Fact(where, None, text, ("en", voice(Text(text, locale), "en")))


def _findings(facts: list[Fact]) -> set[tuple[str, str]]:
    found: list[Finding] = list(judge("key", facts))
    return {(one.where.locale, one.message) for one in found}


@given(TEXTS, st.lists(TEXTS, min_size=7, max_size=7))
def test_any_texts_can_be_compared_in_any_order(pivot: str, texts: list[str]) -> None:
    facts = [_fact(pivot, text, LOCALES[n], n) for n, text in enumerate(texts)]
    found = _findings(facts)
    assert found == _findings(facts[::-1])
    assert len(found) <= len(texts)


@given(TEXTS)
def test_equal_texts_are_not_odd(text: str) -> None:
    voices = [voice(Text(text, "es"), "en") for _ in range(5)]
    assert longer(voices[0], voices[1], voices[2:]) == 0


def test_the_odd_one_is_named() -> None:
    pivot = "The share of donor cells in her blood is 100%."
    texts = {
        "ru": "Доля донорских клеток в её крови составляет 100 %.",
        "de": "Der Anteil der Spenderzellen in ihrem Urin beträgt 100 %.",
        "es": "La proporción de células del donante en su sangre es del 100 %.",
        "fr": "La part des cellules du donneur dans son sang est de 100 %.",
        "uk": "Частка донорських клітин у її крові становить 100 %.",
    }
    facts = [_fact(pivot, text, locale, n) for n, (locale, text) in enumerate(texts.items())]
    assert {locale for locale, _ in _findings(facts)} == {"de"}
    assert not _findings(facts[:4])
