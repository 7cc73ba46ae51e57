"""How translations of another script write a name, learned from the sentences that have it."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from sverka.text import locales
from sverka.text.known_names import city, is_name_word
from sverka.text.names import lemmas, same_name

from ._capitals import bared, capitals
from ._fitting import better
from ._persons import CASED, HEARD, find
from ._rows import same_initial
from ._slips import are_of_two_genders
from ._translations import Pair

SURE = 0.9
"""Score from which a word alone is a name."""
_FAINT = 0.001
"""Score from which a word with the same initial may be a name if it stands there twice."""
_WORSE = 0.25
"""Share of the best base form's score that another one must have."""
TWICE = 2


def written(word: str, where: Sequence[Pair], told: Collection[str]) -> Counter[str]:
    """Return how translations of another script write a name: by the words that sound most like
    it, or that begin alike and stand there again; of several spellings the usual ones, or those
    that full names have, or that sound better."""
    locale, there = where[0].pivot.locale, where[0].target.locale
    named = {base for form in told for base in lemmas(form, there)}
    near = ((_told(pair, named) or _nearest(word, pair), pair) for pair in where)
    found = [_fitting(word, form, pair) for form, pair in near if form]
    counts: dict[str, int] = {}
    while found:
        tally = Counter(base for bases in found for base in bases)
        most = max(tally.values())
        same = (base for base, times in tally.items() if times == most)
        usual = max(same, key=lambda base: same_name(word, base, locale, there))
        counts[usual] = most
        found = [bases for bases in found if usual not in bases]
    scores = {base: same_name(word, base, locale, there) for base in counts}
    least = SURE if locales.language(locale) == "en" else HEARD
    heard = {b: n for b, n in counts.items() if scores[b] >= least or n >= TWICE}
    chosen = _chosen(word, heard, locale, there)
    return Counter({b: n for b, n in heard.items() if not _is_outdone(b, heard, chosen, named)})


def _chosen(word: str, heard: Mapping[str, int], locale: str, there: str) -> str | None:
    """Return the better one of the two most usual spellings, if there are two."""
    most = max(heard.values(), default=0)
    rivals = [base for base, times in heard.items() if times == most]
    return better(word, (rivals[0], rivals[1]), locale, there) if len(rivals) == 2 else None


def _told(pair: Pair, named: set[str]) -> str:
    """Return the word of a translation that full names have for the name, "" if there is none."""
    if locales.script(pair.target.locale) not in CASED:
        return ""
    words = (one.text for one in pair.target.ask(capitals))
    return next((w for w in words if not named.isdisjoint(lemmas(w, pair.target.locale))), "")


def _fitting(word: str, form: str, pair: Pair) -> list[str]:
    """Return the base forms of a word that sound like a name: Belova's are not Belov."""
    locale, there = pair.pivot.locale, pair.target.locale
    scores = {base: same_name(word, base, locale, there) for base in lemmas(form, there)}
    least = max(scores.values()) * _WORSE
    return [base for base, score in scores.items() if score >= least]


def _nearest(word: str, pair: Pair) -> str:
    """Return the word of a translation that sounds most like a name, "" if none does at all."""
    locale, there = pair.pivot.locale, pair.target.locale
    is_cased = locales.script(there) in CASED
    if word in pair.target.value:
        return ""
    if locales.language(there) == "zh":
        return _in_chinese(word, pair)
    best, form = _FAINT if is_cased else HEARD, ""
    for one in pair.target.ask(capitals):
        if not is_cased or same_initial(word[0], one.text[0]):
            score = same_name(word, one.text, locale, there)
            if score >= best:
                best, form = score, one.text
    return bared(form)


def _in_chinese(word: str, pair: Pair) -> str:
    """Return what most likely is a known name in a Chinese translation."""
    locale, there = pair.pivot.locale, pair.target.locale
    if not (city(word, locale) or is_name_word(word, locale)):
        return ""
    found = find(word, locale, pair.target.value, there)
    return found.text if found and found.score >= SURE else ""


def _is_outdone(
    base: str, counts: Mapping[str, int], chosen: str | None, told: Collection[str]
) -> bool:
    """Say whether another spelling is more usual, or as usual and better."""
    for other, times in counts.items():
        if other == base:
            continue
        if are_of_two_genders(base, other):
            if other in told and base not in told:
                return True
            continue
        if times > counts[base]:
            return True
        is_told = other in told and base not in told
        is_better = is_told or chosen == other
        if times == counts[base] and is_better and not (base in told and other not in told):
            return True
    return False
