"""One token of a name against another: the right table, the prefilter, the inflected forms."""

from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Indel, Levenshtein

from sverka.text.names.inflection import lemmas
from sverka.text.names.scripts import LONGEST, language_of, script_of, symbols
from sverka.text.names.skeleton import coarse, skeleton
from sverka.text.names.transducer import Judge, judge, logistic

TABLES = {
    "Cyrl": "en-ru",
    "Arab": "en-ar",
    "Hebr": "en-he",
    "Kana": "en-ja",
    "Hang": "en-ko",
    "Hani": "en-zh",
}
FARTHEST = {
    **dict.fromkeys(("Latn", ""), 0.7),
    "Cyrl": 0.76,
    "Arab": 1.0,
    "Hebr": 0.9,
    "Kana": 0.95,
    "Hang": 0.9,
    "Hani": 0.95,
}
"""Differences of names that no spelling explains; of two Latin ones, where the prefilter stops."""
INFLECTED = 0.8
"""What an agreement found only through a base form counts, beside one found directly."""
UNLIKELY = 0.01
"""Below this, such an agreement counts less the less likely it is: of several base forms that may
be meant, one fits a little better by chance."""
REJECTED = 0.001
"""No Latin pair that the prefilter rejects scores above this."""
OTHER_GENDER = 0.05
"""No two forms that differ as a man's and a woman's name score above this."""
ENOUGH = 0.9
"""Above this, base forms are not tried."""
SHORT = 6
"""Sounds of so few letters together are never told apart by the prefilter."""
TOO_FAR = 1.2
"""How many times the prefilter's limit two Latin tokens may differ for base forms to be tried."""
FORMS_HELP = -4.0
"""By how much a pair may miss the prefilter of a table for base forms to be tried."""


class Sound(NamedTuple):
    """A name token as it sounds: script, sound symbols, what the prefilter compares."""

    script: str
    symbols: str
    skeleton: str
    coarse: str


def _sound(script: str, found: str) -> Sound:
    return Sound(script, found, skeleton(found), coarse(found))


@lru_cache(maxsize=65536)
def sound(token: str, language: str) -> Sound:
    """The sound of a token in its own script."""
    return _sound(script_of(token), symbols(token, language))


@lru_cache(maxsize=32768)
def latin_sound(token: str, language: str) -> Sound:
    """The sound of a token romanised, for pairs that no table joins directly."""
    from anyascii import anyascii

    latin = symbols(anyascii(token[:LONGEST]), "en")
    return _sound("Latn" if latin else "", latin)


@lru_cache(maxsize=65536)
def _forms(token: str, language: str) -> tuple[str, ...]:
    return lemmas(token, language)[1:]


def distance(a: Sound, b: Sound) -> float:
    """A quick difference of two sounds, 0…1.5; 0 for short ones, where it would say nothing."""
    if len(a.coarse) + len(b.coarse) <= SHORT:
        return 0.0
    edits = Levenshtein.distance(a.skeleton, b.skeleton)
    share = edits / max(2, len(a.skeleton), len(b.skeleton))
    return Indel.normalized_distance(a.coarse, b.coarse) + 0.5 * share


def sound_score(a: Sound, b: Sound) -> float:
    """How likely two sounds are one name, 0…1; one of them Latin, or both of one script."""
    if a.script != "Latn":
        a, b = b, a
    if not a.symbols or not b.symbols:
        return 0.0
    if b.script in TABLES:
        return judge(TABLES[b.script]).score(edged(a.symbols), b.symbols)
    far = distance(a, b)
    return rejected(far) if far > FARTHEST["Latn"] else within(a.symbols, b.symbols)


def edged(latin: str) -> str:
    """Latin symbols between marks of the name's beginning and end, as the tables know them:
    letters are silent at the end of names rather than inside.

    >>> edged("jones")
    '^jones$'
    """
    return f"^{latin}$"


def quick_score(a: Sound, b: Sound) -> float | None:
    """The score of two sounds too far apart for base forms to help; None if they are not."""
    if a.script != "Latn":
        a, b = b, a
    if a.script != "Latn":
        return None
    if b.script in TABLES:
        if not a.symbols or not b.symbols:
            return 0.0
        return quick(judge(TABLES[b.script]), edged(a.symbols), b.symbols)
    far = distance(a, b)
    return rejected(far) if far > FARTHEST["Latn"] * TOO_FAR else None


def quick(table: Judge, x: str, y: str) -> float | None:
    """The score of symbols too far apart for base forms to help; None if they are not."""
    margin = table.guess(x, y)
    return logistic(table.hopeless + margin) if margin < FORMS_HELP else None


def rejected(far: float) -> float:
    """The score of two Latin sounds that are too far apart."""
    return REJECTED * (FARTHEST["Latn"] / far) ** 4


def within(a: str, b: str) -> float:
    """How likely two Latin symbol strings spell one name; gender counts."""
    if a == b:
        return 1.0
    score = judge("en-en").score
    likely = max(score(a, b), score(b, a))
    return min(likely, OTHER_GENDER) if differ_in_gender(a, b) else likely


def differ_in_gender(a: str, b: str) -> bool:
    """Ivanov and Ivanova, Petr and Petra, Dostoevsky and Dostoevskaya, in Latin symbols."""
    short, long = sorted((a, b), key=len)
    if long.startswith(short) and long[len(short) :] in ("a", "ova", "aya", "ska"):
        return True
    return any(
        short.endswith(masculine)
        and long.endswith(feminine)
        and short[: -len(masculine)] == long[: -len(feminine)]
        for masculine, feminine in (("y", "aya"), ("iy", "aya"), ("ii", "aya"), ("y", "a"))
    )


def sounds(a: str, b: str, language_a: str, language_b: str) -> tuple[Sound, Sound]:
    """The two tokens as sounds that can be compared."""
    left, right = sound(a, language_a), sound(b, language_b)
    if left.script == right.script:
        if left.script == "Latn":
            return left, right
        return latin_sound(a, language_a), latin_sound(b, language_b)
    if left.script != "Latn" and (right.script != "Latn" or left.script not in TABLES):
        left = latin_sound(a, language_a)
    if left.script == "Latn" and right.script != "Latn" and right.script not in TABLES:
        right = latin_sound(b, language_b)
    return left, right


@lru_cache(maxsize=65536)
def token_score(a: str, b: str, locale_a: str, locale_b: str) -> float:
    """How likely two tokens are one name, 0…1, base forms of either allowed for."""
    if a == b:
        return 1.0
    language_a, language_b = language_of(locale_a), language_of(locale_b)
    pair = sounds(a, b, language_a, language_b)
    quick = quick_score(*pair)
    if quick is not None:
        return quick
    best = sound_score(*pair)
    if best >= ENOUGH:
        return best
    for form in _forms(a, language_a):
        best = max(best, _inflected(sound_score(*sounds(form, b, language_a, language_b))))
    for form in _forms(b, language_b):
        best = max(best, _inflected(sound_score(*sounds(a, form, language_a, language_b))))
    return best


def _inflected(score: float) -> float:
    """The score of an agreement found through a base form."""
    return INFLECTED * score * min(1.0, score / UNLIKELY)


def are_far(a: str, b: str, locale_a: str, locale_b: str) -> bool:
    """Whether two tokens differ so much in their consonants that no spelling explains it.

    >>> are_far("Poddubnaya", "Піддубна", "en", "uk"), are_far("Kudlay", "Ptuschkin", "en", "de")
    (False, True)
    """
    pair = sounds(a, b, language_of(locale_a), language_of(locale_b))
    farthest = FARTHEST.get(pair[0].script if pair[1].script == "Latn" else pair[1].script, 0.7)
    return distance(*pair) > farthest
