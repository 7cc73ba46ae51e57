"""Whole names against each other: tokens paired, initials, order, patronymics, surname alone."""

from collections.abc import Iterable
from functools import lru_cache
from math import exp, log
from typing import NamedTuple

import regex

from sverka.text.names.inflection import lemmas
from sverka.text.names.scripts import LONGEST, UNCASED, language_of, script_of
from sverka.text.names.sounds import FARTHEST, TABLES, edged, quick, sound, token_score
from sverka.text.names.tables import words
from sverka.text.names.transducer import Judge, judge

MOST_TOKENS = 8
"""Tokens of a name that are looked at."""
SURNAME_ALONE, GIVEN_ALONE, INITIAL, TOKEN_DROPPED = 0.9, 0.6, 0.9, 0.9
LITTLE, LITTLE_COST = 3, 0.6
"""A word of so few letters, alone, says less of a longer name."""
JOINED = frozenset(FARTHEST) - {""}
"""Scripts that a table joins with Latin, and Latin."""
MOST_JOINED = 16
"""Letters of a joined name that is tried to be split in two."""
UNSPACED = frozenset({"Hani", "Kana", "Hang"})
INITIALS_ALONE = 0.001
"""Score of names that agree in initials only."""

_TOKEN = regex.compile(r"[\p{L}\p{M}]+(?:['’ʼ׳‘`][\p{L}\p{M}]+)*['’׳]?")
PARTICLES = words("particle")
TITLES = words("title")
_PATRONYMIC = regex.compile(
    r"(?:(?:ovich|evich|ович|евич|йович)\w{0,3}|(?:ovn|evn|ichn)a|ow(?:na|itsch)|ew(?:na|itsch)"
    r"|(?:[ое]вн|ичн|[иії]вн)(?:[аеіыиуо]|о[йю]))$",
    regex.IGNORECASE,
)
_SAME_INITIAL = ("aeioujyw", "bv", "pf", "ckgqhxsz", "szctjgxh", "dtz", "jgyhdz", "lr", "vwfuh")


@lru_cache(maxsize=32768)
def tokens(name: str) -> tuple[str, ...]:
    """The words of a name, without titles and particles unless nothing else is there.

    >>> tokens("Dr. I. V. Poddubnaya")
    ('I', 'V', 'Poddubnaya')
    """
    found = _TOKEN.findall(name[: 20 * LONGEST])[:MOST_TOKENS]
    weighty = [t for t in found if t.lower() not in PARTICLES and t.lower() not in TITLES]
    return tuple(weighty or found)


def is_patronymic(token: str) -> bool:
    """Say whether a word has the form of a patronymic: Ivanovich, «Ивановна»."""
    return bool(_PATRONYMIC.search(token))


def _says_nothing(words: tuple[str, ...]) -> bool:
    """Whether a name consists of initials only."""
    return all(map(_is_initial, words))


def _is_initial(token: str) -> bool:
    return len(token) == 1 and script_of(token) not in UNCASED


@lru_cache(maxsize=4096)
def _first(token: str) -> str:
    from anyascii import anyascii

    return anyascii(token[:1]).lower()[:1]


def _initial_score(a: str, b: str) -> float:
    """Whether an initial may stand for a token of any script."""
    one, other = _first(a), _first(b)
    if one == other or any(one in group and other in group for group in _SAME_INITIAL):
        return INITIAL
    return 0.02


def _pair_score(a: str, b: str, locale_a: str, locale_b: str) -> float:
    if _is_initial(a) or _is_initial(b):
        return _initial_score(a, b) if a.lower() != b.lower() else 1.0
    return token_score(a, b, locale_a, locale_b)


def same_name(a: str, b: str, locale_a: str, locale_b: str) -> float:
    """How likely `a` and `b` are the same name, 0…1, in any scripts, inflection allowed for.

    Tokens are paired as fits best; initials stand for given names, patronymics, particles and
    titles may be absent, a surname may stand alone. Never raises; of a long text only the first
    words count.

    >>> same_name("Irina Poddubnaya", "И. В. Поддубной", "en", "ru") > 0.5
    True
    """
    left, right = tokens(a), tokens(b)
    if not left or not right:
        return 0.0
    if _says_nothing(left) or _says_nothing(right):
        return 1.0 if left == right else INITIALS_ALONE
    if len(left) == 1 and len(right) == 1:
        return _pair_score(left[0], right[0], locale_a, locale_b)
    if len(left) != len(right) and (len(left) == 1 or len(right) == 1):
        joined = _joined_score(left, right, locale_a, locale_b)
    else:
        joined = 0.0
    if len(left) > len(right):
        left, right, locale_a, locale_b = right, left, locale_b, locale_a
    return max(joined, _paired_score(left, right, locale_a, locale_b))


def _joined_score(
    left: tuple[str, ...], right: tuple[str, ...], locale_a: str, locale_b: str
) -> float:
    """Names that one side writes as one word, as Chinese, Japanese and Korean often do."""
    if len(left) > len(right):
        left, right, locale_a, locale_b = right, left, locale_b, locale_a
    word, whole = left[0], "".join(right)
    is_unspaced = script_of(word) in UNSPACED
    if not is_unspaced and not 0.6 < len(word) / len(whole) < 1.7:
        return 0.0
    score = token_score(word, whole, locale_a, locale_b)
    if len(right) > 2 or not is_unspaced or not 1 < len(word) <= MOST_JOINED:
        return score
    parts = ((word[:k], word[k:]) for k in range(1, len(word)))
    scores = (_paired_score(part, right, locale_a, locale_b) for part in parts)
    return max(score, *scores)


def _paired_score(
    short: tuple[str, ...], long: tuple[str, ...], locale_a: str, locale_b: str
) -> float:
    """The mean log odds of the best pairing's pairs, times what the unpaired tokens cost."""
    scored = sorted(
        (
            (_pair_score(a, b, locale_a, locale_b), abs(i - j), i, j)
            for i, a in enumerate(short)
            for j, b in enumerate(long)
        ),
        key=lambda entry: (
            entry[0] < 0.3 or _is_initial(short[entry[2]]) or _is_initial(long[entry[3]]),
            -entry[0],
            entry[1],
        ),
    )
    partner: dict[int, int] = {}
    odds: list[float] = []
    is_named = False
    for score, _, i, j in scored:
        if i not in partner and j not in partner.values():
            partner[i] = j
            odds.append(log_odds(score))
            is_named = is_named or not (_is_initial(short[i]) or _is_initial(long[j]))
    if not is_named:
        return INITIALS_ALONE
    likely = 1 / (1 + exp(-sum(odds) / len(odds)))
    return likely * _cost_of_absence(short, long, partner)


def log_odds(score: float) -> float:
    """Log odds of a score, bounded so that one token cannot decide alone."""
    return log(max(score, 1e-4) / max(1 - score, 0.02))


def _cost_of_absence(
    short: tuple[str, ...], long: tuple[str, ...], partner: dict[int, int]
) -> float:
    if len(short) == len(long):
        return 1.0
    if len(short) == 1:
        cost = SURNAME_ALONE if partner[0] == len(long) - 1 else GIVEN_ALONE
        return cost if len(long[partner[0]]) > LITTLE else cost * LITTLE_COST
    absent = [token for j, token in enumerate(long) if j not in partner.values()]
    if all(_is_initial(token) or _PATRONYMIC.search(token) for token in absent):
        return 1.0
    return TOKEN_DROPPED ** len(absent)


def same_names(pairs: Iterable[tuple[str, str]], locale_a: str, locale_b: str) -> list[float]:
    """`same_name` of each pair; fast, because most pairs are told apart at a glance."""
    left: dict[str, Word | None] = {}
    right: dict[str, Word | None] = {}
    known: dict[tuple[str, str], float] = {}
    found = []
    for pair in pairs:
        score = known.get(pair)
        if score is None:
            a, b = pair
            if a not in left:
                left[a] = _single(a, locale_a)
            if b not in right:
                right[b] = _single(b, locale_b)
            score = _word_score(left[a], right[b])
            if score is None:
                score = same_name(a, b, locale_a, locale_b)
            known[pair] = score
        found.append(score)
    return found


class Word(NamedTuple):
    """A name of one word, prepared for many comparisons."""

    symbols: str
    """As tables know them: between marks if Latin."""
    table: Judge | None
    """The one that joins the script with Latin; None for Latin itself."""
    is_plain: bool
    """No other base form is to be tried."""


def _single(name: str, locale: str) -> Word | None:
    """A name of one word that is no initial, of a script that a table joins with Latin."""
    found = tokens(name)
    if len(found) != 1 or _is_initial(found[0]):
        return None
    heard = sound(found[0], language_of(locale))
    if heard.script not in JOINED or not heard.symbols:
        return None
    is_plain = len(lemmas(found[0], locale)) == 1
    if heard.script == "Latn":
        return Word(edged(heard.symbols), None, is_plain)
    return Word(heard.symbols, judge(TABLES[heard.script]), is_plain)


def _word_score(a: Word | None, b: Word | None) -> float | None:
    """The score of two words where sound alone decides; None where `same_name` must look."""
    if a is None or b is None:
        return None
    table = b.table
    if table is None:
        a, b, table = b, a, a.table
    if table is None or a.table is not None:
        return None
    if a.is_plain and b.is_plain:
        return table.score(a.symbols, b.symbols)
    return quick(table, a.symbols, b.symbols)
