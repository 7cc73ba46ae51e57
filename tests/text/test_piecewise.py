"""What is found piece by piece, each piece once a vocabulary, is what whole texts would give."""

import importlib
from functools import reduce
from operator import or_

import regex
from hypothesis import given
from hypothesis import strategies as st

from sverka.rules import literal_mismatch, spacing
from sverka.text import (
    acronyms,
    addresses,
    doubled,
    letter_terms,
    negation,
    opposites,
    skeleton,
    traits,
    wording,
)
from sverka.text.analysis import Text
from sverka.text.dates import calendar, days
from sverka.text.numbers.masks import mask, masked
from sverka.text.prose import HOLE, prose
from sverka.text.signs import places_of, signs
from sverka.text.vocabulary import Remembered

languages = importlib.import_module("sverka.text.languages.prose")
evidence = importlib.import_module("sverka.text.languages.evidence")
figures = importlib.import_module("sverka.text.numbers.figures")
words = importlib.import_module("sverka.text.numbers.words")
often = importlib.import_module("sverka.text.numbers.times")
_PIECES = """the the Well-known well-known l’eau CAR-T SARS-CoV-2 mRNA ВИЧ МРТ- РАНХиГСа T %d %1$s
    50 % C:\\dir\\x a/b foo_bar --help -v x::y README.md aFunction() \\n $HOME <b> </b> `x`y`
    目的的 了了 重复重复 のの 的的的 … ٣ ३ 1,5 www.x.org a@b.org {0} &amp; e\u0301e\u0301 (see) XIX
    «да» 'no' AND NOT ALL THIS Иванов и и""".split()  # noqa: SIM905 - a list of words reads best as words
_GAPS = [" ", " ", " ", "\n", "\u00a0", "  ", "", ", ", ". "]
_TEXTS = st.lists(st.tuples(st.sampled_from(_PIECES), st.sampled_from(_GAPS)), max_size=14).map(
    lambda parts: "".join(piece + gap for piece, gap in parts)
)
_LOCALES = st.sampled_from(["en", "ru", "fr", "zh-CN", "ja"])


@given(_TEXTS)
def test_wording(value: str) -> None:
    text = Text(value, "en")
    whole = wording._MACHINE.sub(lambda found: HOLE * len(found[0]), text.ask(prose))
    assert text.ask(wording.wording) == whole


@given(_TEXTS)
def test_words_of_prose(value: str) -> None:
    tokens = regex.findall(r"[^\s\ufffc]+", languages.without_code(value))
    code = [t for t in tokens if t.isascii() and languages._SYMBOLS.search(t)]
    plain = " ".join(t for t in tokens if t not in code)
    expected = languages.Prose(tuple(languages.WORD.findall(plain)), len(code))
    assert Text(value, "en").ask(languages.prose) == expected


@given(_TEXTS)
def test_acronyms(value: str) -> None:
    text = Text(value, "en")
    loud = acronyms._quieted(text.ask(wording.wording))
    expected = () if acronyms._shouted(loud) else tuple(_acronyms(loud))
    assert text.ask(acronyms.acronyms_of) == expected


def _acronyms(value: str) -> list[acronyms.Acronym]:
    return [
        acronym
        for found in acronyms._COMPOUND.finditer(value)
        for acronym in acronyms._in_compound(value, found)
    ]


@given(_TEXTS, _LOCALES)
def test_doubled_words(value: str, locale: str) -> None:
    text = Text(value, locale)
    plain = text.ask(prose)
    expected = doubled._spaced(plain, locale[:2])
    assert [d for d in text.ask(doubled.doubled) if d in expected] == expected
    if locale in ("zh-CN", "ja") and not text.ask(doubled.doubled):
        pattern = doubled._JAPANESE if locale == "ja" else doubled._HAN
        fine = doubled._usage(locale[:2]).fine
        assert all(
            hit[0] in fine or len(set(hit[0])) == 1 or hit[0][0] in "的之の第每毎"
            for hit in pattern.finditer(plain)
        )


@given(_TEXTS)
def test_masks(value: str) -> None:
    assert Text(value, "en").ask(mask) == masked(value)


@given(
    st.lists(
        st.sampled_from(("one", "two", "hundred", "and", "five,", "zwanzig", "сто", "y", "x-two"))
    ),
    st.sampled_from((" ", "\n", "-", " \u00a0")),
    st.sampled_from(("en", "de", "ru", "es")),
)
def test_number_words_stand_where_they_show(pieces: list[str], gap: str, locale: str) -> None:
    text = Text(gap.join(pieces), locale)
    places = places_of(text, words.NUMBER_WORD)
    everywhere = words._words(text.value, [(0, len(text.value))], locale)
    assert list(words._words(text.value, places, locale)) == list(everywhere)


@given(_TEXTS)
def test_digits(value: str) -> None:
    assert Text(value, "en").ask(figures.has_digits) == bool(regex.search(r"\p{Nd}", value))


@given(_TEXTS)
def test_skeleton(value: str) -> None:
    plain = skeleton._NUMBER.sub("0", figures.ascii_digits(value))
    plain = regex.sub("[\"'«»„“”‚‘’「」『』`]", '"', plain)
    expected = " ".join(plain.lower().split()).rstrip(skeleton._END)
    assert Text(value, "en").ask(skeleton.skeleton) == expected


@given(st.lists(st.text(max_size=80)))
def test_what_is_remembered_is_what_the_function_says(words: list[str]) -> None:
    lengths = Remembered(len)
    assert [lengths[word] for word in words * 2] == [len(word) for word in words * 2]


@given(_TEXTS)
def test_traits_are_missed_nowhere(value: str) -> None:
    text = Text(value, "en")
    found = text.ask(signs)
    if not found & (traits.LETTER | traits.MACHINE):
        plain = text.ask(wording.wording)
        assert not letter_terms._FIRST.search(plain)
        assert not letter_terms._LAST.search(plain)
    if not found & traits.AT_A_MARK:
        assert not list(spacing._at_marks(text.ask(prose), "en"))
    if not found & traits.GLUED:
        assert not spacing._GLUED.search(text.ask(prose))
    if not found & (traits.MACHINE | traits.CODE | traits.ACRONYM):
        assert not literal_mismatch._LITERAL.search(text.ask(prose))


_TELLING = """March mars Марта 3月 mai;May,maio not NOT won't non n’est sans не нет 不 ない without
    two TWO-three zwanzig сорок XIX IV IV-го 三百 twice once дважды двічі раз left right-hand links
    слева вгору 左 右 der die est это що её әж Привет РФ CAP САР wоrd x1 http://a.b www.x doi:10.1/x
    %sMay %(n)dnot \\tnot &amp;no `not` {x}two <b>left</b>""".split()  # noqa: SIM905
_TELLING_TEXTS = st.lists(
    st.tuples(st.sampled_from([*_TELLING, *_PIECES[::4]]), st.sampled_from(_GAPS)), max_size=8
).map(lambda parts: "".join(piece + gap for piece, gap in parts))


@given(_TELLING_TEXTS, st.sampled_from(["en", "ru", "uk", "fr", "es", "de", "zh-CN", "ja", "ar"]))
def test_what_shows_no_sign_has_nothing_to_find(value: str, locale: str) -> None:
    text, language = Text(value, locale), locale[:2]
    shown = text.ask(signs)
    plain, masked_text = text.ask(prose), text.ask(mask)
    if not shown & (calendar.MONTH | traits.DIGIT):
        assert not list(days._all(figures.ascii_digits(masked_text), locale, named=True))
    if not shown & negation.DENIAL:
        patterns = negation._patterns(language)
        assert not patterns.strong.search(plain) and not patterns.mild.search(plain)
    if not shown & opposites.OPPOSITE:
        assert not opposites.poles(text)
    if not shown & words.NUMBER_WORD:
        everywhere = [(0, len(masked_text))]
        assert not list(words._romans(masked_text, everywhere))
        assert not list(words._words(masked_text, everywhere, language))
    if not shown & (often.OFTEN | words.NUMBER_WORD | traits.DIGIT):
        assert not often.times(text)
    if not shown & (evidence.STRANGE | evidence.STRANGE_LETTER):
        assert not any(
            evidence.words_of(text, other) for other in ("en", "fr", "ru") if other != language
        )
    if not shown & addresses.ADDRESS:
        assert not addresses._URL.search(value)
    if not shown & traits.GAP:
        assert value.strip(" \u00a0\u3000") == value and not spacing._DOUBLE.search(value)


@given(_TELLING_TEXTS)
def test_signs_are_those_of_all_pieces(value: str) -> None:
    """However a text is cut at its spaces, and whatever was looked up before."""
    pieces = [Text(piece, "en").ask(signs) for piece in value.split(" ")]
    assert Text(value, "en").ask(signs) == reduce(or_, pieces)


@given(
    st.lists(
        st.sampled_from(
            [
                "der",
                "die",
                "el",
                "los",
                "ñu",
                "é",
                "über",
                "çok",
                "не",
                "это",
                "що",
                "её",
                "і",
                "ї",
                "ў",
                "the",
                "a",
                "y",
            ]
        )
    )
)
def test_languages_are_ranked_as_one_by_one(said: list[str]) -> None:
    joined = " ".join(said)
    for script in ("Latn", "Cyrl"):
        none, speaking = evidence._written_in(script)
        scores = {name: sum(name in speaking.get(word, ()) for word in said) for name in none}
        for letter in evidence._LETTERS_OF.keys() & set(joined):
            for name in scores.keys() - evidence._LETTERS_OF[letter]:
                scores[name] -= min(joined.count(letter), 3)
        ranked = sorted(scores.items(), key=lambda item: item[1], reverse=True)
        found = evidence._by_words(said, joined, script)
        assert found.language == (ranked[0][0] if ranked[0][1] > 0 else None)
