"""One fault into one translation: each kind is a function that returns the spoilt text or None."""

import random
import re
from collections.abc import Callable

Fault = Callable[[random.Random, str, str, str], "str | None"]
"""(random, pivot, target, locale) → the target with a fault, or None if it offers no occasion."""

_CODE = re.compile(r"`[^`]*`|```.*?```|https?://\S+|\]\([^)]*\)|<[^>]*>|\[[^\]]*\]", re.DOTALL)
_PLACEHOLDER = re.compile(r"%(?:\d+\$)?[sdiu]|%\(\w+\)s|\{\w*\}")
_END = re.compile(r"(?<=[.!?])\s+(?=\w)|(?<=[。！？])(?=\w)")
_LOOK_ALIKES = str.maketrans("асеорхуіАСЕОРХКМТВН", "aceopxyiACEOPXKMTBH")
_LATIN_TO_CYRILLIC = str.maketrans("aceopxy", "асеорху")
_NEGATIONS = {
    "de": r"\bnicht\s",
    "es": r"\b[Nn]o\s",
    "fr": r"\bne\s|\bn['’]|\bpas\s?",
    "ru": r"\b[Нн]е\s",
    "uk": r"\b[Нн]е\s",
    "ja": r"ない|ません|なく",
    "zh": r"不|没有|无法",
}
_AFFIRMED = {"ja": {"ない": "る", "ません": "ます", "なく": "て"}}
_PARTICLES = {"ja": "をはがのに", "zh": "的在是和"}


def _free(text: str, pattern: str | re.Pattern[str]) -> list[re.Match[str]]:
    """Find a pattern outside code, links and tags."""
    taken = [found.span() for found in _CODE.finditer(text)]
    return [
        found
        for found in re.finditer(pattern, text)
        if not any(start < found.end() and found.start() < end for start, end in taken)
    ]


def _replace(text: str, found: re.Match[str], new: str) -> str:
    return text[: found.start()] + new + text[found.end() :]


def _both(rng: random.Random, pattern: str, pivot: str, target: str) -> re.Match[str] | None:
    """Pick a match of the target that stands in the pivot as well, as often."""
    there = [found[0] for found in _free(pivot, pattern)]
    here = [found for found in _free(target, pattern) if found[0] in there]
    return rng.choice(here) if here else None


def number(rng: random.Random, pivot: str, target: str, locale: str) -> str | None:
    """Another digit, or two digits exchanged."""
    found = _both(rng, r"(?<![\w/.,%{$#-])\d+(?![\w/.,}]*\d|\w*})", pivot, target)
    if not found:
        return None
    digits = list(found[0])
    place = rng.randrange(len(digits))
    digits[place] = rng.choice([d for d in "123456789" if d != digits[place]])
    return _replace(target, found, "".join(digits))


def placeholder(rng: random.Random, pivot: str, target: str, locale: str) -> str | None:
    """A placeholder lost or misspelt."""
    found = _both(rng, _PLACEHOLDER.pattern, pivot, target)
    if not found:
        return None
    name = found[0]
    wrong = {"%s": "%d", "%d": "%s", "{}": ""}.get(name, name[:-1])
    return _replace(target, found, wrong)


def acronym(rng: random.Random, pivot: str, target: str, locale: str) -> str | None:
    """A letter of an acronym exchanged for another."""
    found = _both(rng, r"(?<![\w-])[A-Z]{3,5}(?![\w-])", pivot, target)
    if not found or not re.search(r"[a-z]", pivot):
        return None
    letters = list(found[0])
    place = rng.randrange(len(letters))
    letters[place] = rng.choice([c for c in "BDFGKLMNPRSTVZ" if c != letters[place]])
    return _replace(target, found, "".join(letters))


def homoglyph(rng: random.Random, pivot: str, target: str, locale: str) -> str | None:
    """A letter of another script that looks the same."""
    cyrillic = locale[:2] in ("ru", "uk")
    pattern = r"[а-яіїєґ]{4,}" if cyrillic else r"(?<![A-Za-z])[a-zà-ÿ]{4,}(?![A-Za-z])"
    table = _LOOK_ALIKES if cyrillic else _LATIN_TO_CYRILLIC
    words = [w for w in _free(target, pattern) if w[0].translate(table) != w[0]]
    if not words:
        return None
    word = rng.choice(words)
    places = [i for i, c in enumerate(word[0]) if c.translate(table) != c]
    place = rng.choice(places)
    spoilt = word[0][:place] + word[0][place].translate(table) + word[0][place + 1 :]
    return _replace(target, word, spoilt)


def dropped_sentence(rng: random.Random, pivot: str, target: str, locale: str) -> str | None:
    """One of several sentences lost."""
    if "```" in target or len(_END.split(pivot)) < 2:
        return None
    parts = [part for part in _END.split(target) if part.strip()]
    if len(parts) < 2 or len(parts) != len(_END.split(pivot)):
        return None
    place = rng.randrange(len(parts))
    if len(parts[place]) < (8 if locale[:2] in ("ja", "zh") else 20):
        return None
    joint = "" if locale[:2] in ("ja", "zh") else " "
    return joint.join(part for index, part in enumerate(parts) if index != place)


def left_in_english(rng: random.Random, pivot: str, target: str, locale: str) -> str | None:
    """The pivot's text in place of the translation."""
    words = re.findall(r"(?<![`\w])[a-z]{2,}(?![`\w])", _CODE.sub("", pivot))
    return pivot if len(words) >= 4 and not re.match(r'\s*(?:"|//|git )', pivot) else None


def doubled_word(rng: random.Random, pivot: str, target: str, locale: str) -> str | None:
    """A word, or a particle, twice."""
    if particles := _PARTICLES.get(locale[:2]):
        found = _free(target, f"(?<=\\w)[{particles}](?=\\w)")
        joint = ""
    else:
        found, joint = _free(target, r"(?<![\w'’-])[^\W\d_]{3,}(?![\w'’-])"), " "
    if not found:
        return None
    word = rng.choice(found)
    return _replace(target, word, word[0] + joint + word[0])


def bracket(rng: random.Random, pivot: str, target: str, locale: str) -> str | None:
    """A closing bracket lost."""
    found = _free(target, r"[)）]")
    if len(found) != 1 or len(_free(target, r"[(（]")) != 1 or pivot.count("(") != pivot.count(")"):
        return None
    return _replace(target, found[0], "")


def respelled_name(rng: random.Random, pivot: str, target: str, locale: str) -> str | None:
    """A letter of a name exchanged or lost."""
    found = _both(rng, r"(?<=[^\W\d_,;] )[A-Z][a-z]{4,}(?![\w-])", pivot, target)
    if not found:
        return None
    name = found[0]
    place = rng.randrange(2, len(name) - 1)
    wrong = rng.choice([c for c in "aeiou" if c != name[place]])
    return _replace(target, found, name[:place] + wrong + name[place + 1 :])


def address(rng: random.Random, pivot: str, target: str, locale: str) -> str | None:
    """A letter of a web address lost."""
    here = [f for f in re.finditer(r"https?://[\w./-]+\w", target) if f[0] in pivot]
    if not here:
        return None
    found = rng.choice(here)
    place = rng.randrange(len("https://x"), len(found[0]) - 1)
    return _replace(target, found, found[0][:place] + found[0][place + 1 :])


def lost_negation(rng: random.Random, pivot: str, target: str, locale: str) -> str | None:
    """The word that denies lost."""
    denials = re.findall(r"\b(?:not|cannot|never|\w+n't)\b", pivot)
    idle = re.search(
        r"not (?:only|just|yet|all|necess)|why|whether|forget|until", pivot, re.IGNORECASE
    )
    if len(denials) != 1 or idle or len(pivot) > 220:
        return None
    pattern = _NEGATIONS.get(locale[:2])
    found = _free(target, pattern) if pattern else []
    if not found or len({f[0].strip() for f in found}) != len(found) or len(found) > 2:
        return None
    if locale[:2] != "fr" and len(found) > 1:
        return None
    affirmed = _AFFIRMED.get(locale[:2], {})
    for denial in reversed(found):
        target = _replace(target, denial, affirmed.get(denial[0], ""))
    return target


KINDS: dict[str, Fault] = {
    "number": number,
    "placeholder": placeholder,
    "acronym": acronym,
    "homoglyph": homoglyph,
    "dropped sentence": dropped_sentence,
    "left in English": left_in_english,
    "doubled word": doubled_word,
    "bracket": bracket,
    "respelled name": respelled_name,
    "address": address,
    "lost negation": lost_negation,
}
