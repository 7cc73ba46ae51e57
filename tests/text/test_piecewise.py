"""What is found piece by piece, each piece once a vocabulary, is what whole texts would give."""

import importlib

import regex
from hypothesis import given
from hypothesis import strategies as st

from sverka.rules import literal_mismatch, spacing
from sverka.text import acronyms, doubled, letter_terms, skeleton, traits, wording
from sverka.text.analysis import Text
from sverka.text.numbers.masks import mask, masked
from sverka.text.prose import HOLE, prose
from sverka.text.vocabulary import Remembered, Spotter, words_in

languages = importlib.import_module("sverka.text.languages.prose")
figures = importlib.import_module("sverka.text.numbers.figures")
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
    expected = languages.Prose(tuple(languages._WORD.findall(plain)), len(code))
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
    found = text.ask(traits.traits)
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


@given(st.lists(st.text("abcd ", max_size=12), max_size=9))
def test_spotters_share_what_is_idle_and_nothing_else(values: list[str]) -> None:
    tests = ["a", "b", "cd"]
    spotters = [Spotter(lambda word, sign=sign: sign in word) for sign in tests]
    for value in values * 2:
        words = words_in(value)
        for sign, spotter in zip(tests, spotters, strict=True):
            expected = {word for word in words if sign in word}
            assert spotter.spots(words) == bool(expected)
            assert spotter.among(words) == expected


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
def test_languages_are_ranked_as_one_by_one(words: list[str]) -> None:
    evidence = importlib.import_module("sverka.text.languages.evidence")
    joined = " ".join(words)
    for script in ("Latn", "Cyrl"):
        none, speaking = evidence._written_in(script)
        scores = {name: sum(name in speaking.get(word, ()) for word in words) for name in none}
        for letter in evidence._LETTERS_OF.keys() & set(joined):
            for name in scores.keys() - evidence._LETTERS_OF[letter]:
                scores[name] -= min(joined.count(letter), 3)
        ranked = sorted(scores.items(), key=lambda item: item[1], reverse=True)
        found = evidence._by_words(words, joined, script)
        assert found.language == (ranked[0][0] if ranked[0][1] > 0 else None)
