"""Two acronyms: one term written two ways, or two terms that resemble each other?

`cause` asks what slip of hand or eye could turn one into the other; `same_acronym` weighs it with
the evidence. The weights are natural logarithms of odds, set by hand on the pairs in
`tests/text/acronym_pairs.csv`.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations
from math import exp, log2
from typing import NamedTuple

import regex

from .lookalikes import FALSE_FRIENDS, fold
from .scripts import letter_name, scripts_of

_SIGHT = str.maketrans("OОoIІlЗ", "0001113")
"""Letters that look like digits, or like capitals: COVID-I9, COVlD-19."""
_DASHES = regex.compile(r"[-‐‑–—−\s]")

_ROMANISATIONS = (
    ("TS", "C"), ("KH", "H"), ("KH", "X"), ("KS", "X"), ("ZH", "J"), ("YU", "JU"), ("YA", "JA"),
    ("CH", "C"), ("SH", "S"), ("SCH", "SH"), ("SHCH", "SH"), ("TS", "Z"), ("TS", "TZ"),
    ("YE", "E"), ("YO", "E"), ("I", "J"), ("I", "Y"), ("Y", "J"), ("K", "C"), ("V", "W"),
    ("H", "G"), ("F", "PH"), ("KV", "QU"), ("DZH", "J"), ("DZH", "G"),
)  # fmt: skip

_CYRILLIC_SLIPS = {
    frozenset(pair)
    for pair in ("СК", "СЦ", "РП", "ВБ", "НХ", "ХК", "УИ", "УЙ", "ЗЦ", "ГХ", "ИЙ", "ЕЭ", "ЦК", "ЖИ")
}
"""A Latin letter was read as the Cyrillic one that looks like it, or carried over by sound."""

WEIGHTS = {
    "homoglyph": 7.0,
    "digit": 4.0,
    "look-alike": 0.2,
    "romanisation": 0.2,
    "dash": 2.0,
    "case": 0.9,
    "transposition": -0.6,
    "letter": -3.6,
    "extra": -3.6,
}


class Cause(NamedTuple):
    """What could have turned one acronym into another."""

    kind: str
    """A key of `WEIGHTS`."""
    words: str
    """The same for people."""
    weight: float


class Evidence(NamedTuple):
    """What is known of a rare form `a` beside an established form `b`, in one language."""

    count_a: int = 1
    count_b: int = 1
    together: int = 0
    """Segments in which both stand."""
    source: int = 0
    """+1: where `a` stands the source has what `b` renders; -1: it has something else."""
    others: int = 0
    """The same, summed over the other languages."""
    words: bool = False
    """Where `a` stands another language has a word that otherwise only `b` calls for."""
    expansions: int = 0
    """+1: both stand for the same words; -1: for different ones."""
    known: int = 0
    """-1: register, glossary or table know `a` as another term; +1: they know only `b`."""


@lru_cache(maxsize=8192)
def cause(a: str, b: str) -> Cause | None:
    """Return the likeliest cause that could turn `b` into `a`, or None if they differ too much.

    Different digits never have a cause, unless a letter was taken for one: IL-2 and IL-6 are two
    things, COVID-I9 and COVID-19 one.
    """
    if a == b:
        return None
    if fold(a) == fold(b):
        return _of("homoglyph", _letters(a, b))
    seen = a.translate(_SIGHT) == b.translate(_SIGHT)
    if seen and len(a) > 2 and a.casefold() != b.casefold():
        return _of("digit", _letters(a, b), _length_bonus(b))
    if _digits(a) != _digits(b):
        return None
    bare_a, bare_b = _DASHES.sub("", a), _DASHES.sub("", b)
    if bare_a == bare_b:
        return _of("dash", "a dash or space")
    if bare_a.casefold() == bare_b.casefold():
        return None if _only_inner_case(a, b) else _of("case", "capitals and small letters")
    return _by_letters(bare_a, bare_b, a, b)


def same_acronym(a: str, b: str, evidence: Evidence = Evidence()) -> float:  # noqa: B008
    """Return the probability, 0…1, that `a` is a slip for `b`."""
    found = cause(a, b)
    if found is None:
        return 0.0
    odds = found.weight + _frequency(evidence, found)
    known = 0 if evidence.expansions > 0 and evidence.known < 0 else evidence.known
    witnesses = 5.5 * evidence.source + _others(evidence.others)
    odds += max(witnesses, -1.5) if found.kind in ("dash", "case") else witnesses
    odds += 4.5 * evidence.words + 3.0 * evidence.expansions
    odds += 0.3 + max(0, len(b) - 4) if known > 0 else 5.0 * known
    if evidence.together and found.kind not in ("homoglyph", "digit"):
        rare = found.kind == "look-alike" and evidence.count_b >= 8 * evidence.count_a
        odds -= (2.0 + min(evidence.together, 3)) * (0.5 if rare or _letter_count(b) > 5 else 1.0)
    return 1 / (1 + exp(-odds))


def candidates(forms: Iterable[str]) -> list[tuple[str, str]]:
    """Return the pairs of forms that can have a cause, without comparing all with all.

    Forms that differ by one letter, or by two that changed places, share what is left when one
    letter is taken out of each.
    """
    heirs: dict[str, list[str]] = defaultdict(list)
    for form in dict.fromkeys(forms):
        for key in _keys(form):
            heirs[key].append(form)
    pairs = {pair for group in heirs.values() for pair in combinations(group, 2)}
    return sorted(pairs)


@lru_cache(maxsize=8192)
def _keys(form: str) -> frozenset[str]:
    """Return what a form shares with those that can have a cause with it."""
    bare = fold(_DASHES.sub("", form)).casefold()
    loud = bare.upper()
    keys = {bare, loud, _heard(loud), *_romanised(loud), form.translate(_SIGHT)}
    return frozenset(keys.union([bare[:k] + bare[k + 1 :] for k in range(len(bare))]))


_WORD = regex.compile(r"[A-Z]{4,}\d*|[А-ЯЁІЇЄҐЎЈЉЊЂЋЏ]{3,}\d*")
_VOWEL = regex.compile("[AEIOUYАЕЁИОУЫЭЮЯІЇЄ]")
_ENDING = regex.compile(
    "S?|[АЕЁИЙОУЫЭЮЯІЇЄЬ]|[АЕЁИОУЫЮЯІЇЄ][МХЙЮВ]|[АЯ]МИ|ІВ|ОГО|ОМУ|ИМИ|ЫМИ|ОСТ[ИІ]"
)


def inflected(a: str, b: str) -> bool:
    """Say whether two forms are one word in capitals with two endings: ФАЙЛ, ФАЙЛУ; CHAR, CHARS."""
    if not (_WORD.fullmatch(a) and _WORD.fullmatch(b)):
        return False
    from rapidfuzz.distance import Prefix

    a, b = a.rstrip("0123456789"), b.rstrip("0123456789")
    stem = a[: int(Prefix.similarity(a, b))]
    least = 4 if a.isascii() else 3
    return (
        len(stem) >= least
        and _VOWEL.search(stem) is not None
        and all(_ENDING.fullmatch(form[len(stem) :]) for form in (a, b))
    )


def _heard(bare: str) -> str:
    """Return the form with each letter of `FALSE_FRIENDS` by its sound: CAR as SAR."""
    for look, sound in FALSE_FRIENDS.values():
        bare = bare.replace(look, sound)
    return bare


def _romanised(bare: str) -> set[str]:
    """Return the form with one letter or digraph romanised otherwise, in all ways."""
    return {
        bare[:cut] + new + bare[cut + len(old) :]
        for one, two in _ROMANISATIONS
        for old, new in ((one, two), (two, one))
        if old in bare
        for cut in range(len(bare))
        if bare.startswith(old, cut)
    }


def _others(number: int) -> float:
    """The first translation that bears witness weighs most: the next may have asked it."""
    if not number:
        return 0.0
    weight = 4.5 + 0.8 * min(abs(number) - 1, 3)
    return weight if number > 0 else -weight


def _frequency(evidence: Evidence, found: Cause) -> float:
    ratio = log2(max(evidence.count_b, 1) / max(evidence.count_a, 1))
    if ratio <= -1.5 and found.kind == "homoglyph":
        return -12.0
    if ratio <= 0 and evidence.count_a > 1 and found.kind in ("letter", "extra", "transposition"):
        return -8.0
    if ratio <= 0 and evidence.count_a > 2 and found.kind not in ("homoglyph", "look-alike"):
        return -8.0
    if ratio < 1.6 and evidence.count_a > 1 and found.kind == "look-alike":
        return -1.5
    weight = max(-2.0, min(4.0, 0.8 * ratio if ratio < 3 else 1.2 + 0.4 * ratio))
    return weight - (1.5 if evidence.count_a > 2 and found.kind != "homoglyph" else 0.0)


def _of(kind: str, words: str, extra: float = 0.0) -> Cause:
    return Cause(kind, words, WEIGHTS[kind] + extra)


def _digits(form: str) -> list[str]:
    return regex.findall(r"\p{Nd}+", form)


def _letters(a: str, b: str) -> str:
    seen = dict.fromkeys((x, y) for x, y in zip(a, b, strict=True) if x != y)
    return ", ".join(f"{letter_name(x)} for {letter_name(y)}" for x, y in seen)


def _only_inner_case(a: str, b: str) -> bool:
    """Say whether a prefix in small letters tells the two apart: mRNA is not MRNA's slip alone."""
    return a[:1].isdigit() and b[:1].isdigit() and a.upper() == b.upper() and a != a.upper()


def _by_letters(bare_a: str, bare_b: str, a: str, b: str) -> Cause | None:
    start = 0
    while start < min(len(bare_a), len(bare_b)) and bare_a[start] == bare_b[start]:
        start += 1
    end = 0
    while end < min(len(bare_a), len(bare_b)) - start and bare_a[-1 - end] == bare_b[-1 - end]:
        end += 1
    mid_a, mid_b = bare_a[start : len(bare_a) - end], bare_b[start : len(bare_b) - end]
    special = _slip_of_alphabets(bare_a, bare_b, mid_a, mid_b, start)
    if special:
        return special
    if len(mid_a) == len(mid_b) == 2 and mid_a == mid_b[::-1]:
        return _of("transposition", f"{mid_b} transposed", _length_bonus(bare_b))
    if len(mid_a) + len(mid_b) > 2 or len(mid_a) > 1 or len(mid_b) > 1:
        return None
    kind = "letter" if mid_a and mid_b else "extra"
    if kind == "extra" and not end and len(bare_b) > 4:
        return None
    if kind == "extra" and mid_a + mid_b in {*_DASHES.split(a), *_DASHES.split(b)}:
        return None
    changed = f"{mid_a} for {mid_b}" if kind == "letter" else _lost_or_gained(mid_a, mid_b)
    return _of(kind, changed, _length_bonus(bare_b) - _naming_penalty(mid_a + mid_b, a, b))


def _slip_of_alphabets(
    bare_a: str, bare_b: str, mid_a: str, mid_b: str, start: int
) -> Cause | None:
    bonus = _length_bonus(bare_b)
    for letter, (look, sound) in FALSE_FRIENDS.items():
        for wrong, right, verb in ((sound, look, "transliterated"), (look, sound, "read as Latin")):
            for cut in {max(0, start - 1), start}:
                if (
                    bare_a.startswith(wrong, cut)
                    and bare_b.startswith(right, cut)
                    and bare_a[cut + len(wrong) :] == bare_b[cut + len(right) :]
                ):
                    words = f"Cyrillic {letter_name(letter)}, which looks like Latin {look}, "
                    words += f"was {verb}" + (f" {sound}" if verb == "transliterated" else "")
                    return _of("look-alike", words, bonus)
    if scripts_of(bare_a) != scripts_of(bare_b) and _heard(fold(bare_a)) == _heard(fold(bare_b)):
        script = "Latin" if bare_a.isascii() else "Cyrillic"
        return _of("look-alike", f"the letters of {bare_b} in {script} script", bonus)
    if len(mid_a) > 1 and _heard(bare_a) == _heard(bare_b):
        words = f"the Cyrillic letters that look like Latin {mid_b} were transliterated {mid_a}"
        return _of("look-alike", words, bonus)
    pair = frozenset((mid_a, mid_b))
    if pair in _CYRILLIC_SLIPS:
        return _of("look-alike", f"{mid_a} for {mid_b}: letters of two alphabets confused", bonus)
    if scripts_of(bare_a + bare_b) <= {"LATIN"}:
        a, b = bare_a.upper(), bare_b.upper()
        for one, two in _ROMANISATIONS:
            for wrong, right in ((one, two), (two, one)):
                if right in b and wrong in a and _replaces(a, b, wrong, right):
                    rare = 0.0 if len(right + wrong) > 2 else -1.5
                    words = f"{right} and {wrong} romanise one letter"
                    return _of("romanisation", words, bonus + rare)
    return None


def _replaces(a: str, b: str, wrong: str, right: str) -> bool:
    """Say whether `a` is `b` with one `right` written as `wrong`."""
    cut = b.find(right)
    while cut >= 0:
        if b[:cut] + wrong + b[cut + len(right) :] == a:
            return True
        cut = b.find(right, cut + 1)
    return False


def _lost_or_gained(mid_a: str, mid_b: str) -> str:
    return f"{mid_b} lost" if mid_b else f"{mid_a} too many"


def _length_bonus(form: str) -> float:
    """Long acronyms have few neighbours; three letters have many."""
    letters = _letter_count(form)
    return max(-1.2, min(2.4, 0.6 * (letters - 4)))


def _letter_count(form: str) -> int:
    return sum(char.isalpha() for char in form)


def _naming_penalty(changed: str, a: str, b: str) -> float:
    """Return how much a changed letter looks like one that tells relatives apart.

    A small letter names a kind (mRNA, miRNA), so does a piece of one letter (HLA-A, HLA-B) and
    the letter before a number (PD-L1, PD-1; H1N1).
    """
    if any(char.islower() for char in changed):
        return 8.0
    pieces = {p for form in (a, b) for p in _DASHES.split(form)}
    if any(_letter_count(p) == 1 and changed[0] in p for p in pieces):
        return 1.5
    return 0.0
