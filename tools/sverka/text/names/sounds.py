"""One token of a name against another: the right table, the prefilter, the inflected forms."""

from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from sverka.text.names.inflection import lemmas
from sverka.text.names.scripts import LONGEST, language_of, script_of, symbols
from sverka.text.names.skeleton import skeleton
from sverka.text.names.transducer import scorer

TABLES = {
    "Cyrl": "en-ru",
    "Arab": "en-ar",
    "Hebr": "en-he",
    "Kana": "en-ja",
    "Hang": "en-ko",
    "Hani": "en-zh",
}
INFLECTED = 0.8
"""What an agreement found only through a base form counts, beside one found directly."""
REJECTED = 0.01
"""No pair that the prefilter rejects scores above this."""
OTHER_GENDER = 0.05
"""No two forms that differ as a man's and a woman's name score above this."""
ENOUGH = 0.9
"""Above this, base forms are not tried."""


class Sound(NamedTuple):
    """A name token as it sounds: script, sound symbols, consonant skeleton."""

    script: str
    symbols: str
    skeleton: str


@lru_cache(maxsize=65536)
def sound(token: str, language: str) -> Sound:
    """The sound of a token in its own script."""
    found = symbols(token, language)
    return Sound(script_of(token), found, skeleton(found))


@lru_cache(maxsize=32768)
def latin_sound(token: str, language: str) -> Sound:
    """The sound of a token romanised, for pairs that no table joins directly."""
    from anyascii import anyascii

    latin = symbols(anyascii(token[:LONGEST]), "en")
    return Sound("Latn" if latin else "", latin, skeleton(latin))


@lru_cache(maxsize=65536)
def _forms(token: str, language: str) -> tuple[str, ...]:
    return lemmas(token, language)[1:]


def distance(a: Sound, b: Sound) -> float:
    """Difference of two skeletons, 0…1; one letter more or less is always near."""
    edits = Levenshtein.distance(a.skeleton, b.skeleton)
    return edits / max(2, len(a.skeleton), len(b.skeleton))


def sound_score(a: Sound, b: Sound) -> float:
    """How likely two sounds are one name, 0…1; one of them Latin, or both of one script."""
    if not a.symbols or not b.symbols:
        return 0.0
    far = distance(a, b)
    if far > 0.5:
        return REJECTED * (1 - far)
    if a.script == b.script:
        return within(a.symbols, b.symbols)
    if a.script != "Latn":
        a, b = b, a
    return scorer(TABLES[b.script])(a.symbols, b.symbols)


def within(a: str, b: str) -> float:
    """How likely two Latin symbol strings spell one name; gender counts."""
    if a == b:
        return 1.0
    score = scorer("en-en")
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
        if left.script in ("Latn", ""):
            return left, right
        return latin_sound(a, language_a), latin_sound(b, language_b)
    if left.script != "Latn" and (right.script != "Latn" or left.script not in TABLES):
        left = latin_sound(a, language_a)
    if left.script == "Latn" and right.script != "Latn" and right.script not in TABLES:
        right = latin_sound(b, language_b)
    return left, right


def token_score(a: str, b: str, locale_a: str, locale_b: str) -> float:
    """How likely two tokens are one name, 0…1, base forms of either allowed for."""
    language_a, language_b = language_of(locale_a), language_of(locale_b)
    if a == b:
        return 1.0
    best = sound_score(*sounds(a, b, language_a, language_b))
    if best >= ENOUGH:
        return best
    for form in _forms(a, language_a):
        best = max(best, INFLECTED * sound_score(*sounds(form, b, language_a, language_b)))
    for form in _forms(b, language_b):
        best = max(best, INFLECTED * sound_score(*sounds(a, form, language_a, language_b)))
    return best
