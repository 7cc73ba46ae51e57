"""Whether a text says that one can what another says that one cannot."""

import re

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.languages import prose
from sverka.text.negation import denial
from sverka.text.negation.carriers import carriers
from sverka.text.negation.tables import whole
from sverka.text.prose import clause_around
from sverka.text.prose import prose as plain

_CLAUSE = re.compile(r"[,;:!?—–()]|\.(?!\w)")
_FEWEST = 2
"""Words of such a text."""
_LONG = 200


def permits(here: Text, at: tuple[int, int], there: Text) -> bool:
    """Say whether another text permits what the word at `at` forbids here, and has nothing that
    may deny it, or bound it, in the same clause."""
    found, other = here.ask(denial), there.ask(denial)
    if len(there.value) > _LONG:
        return False
    if locales.language(here.locale) == "en":
        cannot = whole("verdicts", "cannot", "en")
        may = whole("verdicts", "may", locales.language(there.locale))
        guess = not (may and may.search(there.value)) or not here.value[: at[0]].endswith("may ")
        if guess and not (cannot and cannot.match(here.value, *at)):
            return False  # "may not": „darf nicht“, or a guess
    elif not found.may_not:
        return False
    if not other.permissions or not (_is_wording(here) and _is_wording(there)):
        return False
    left = carriers(here, at, there) if other.permissions else []
    if left and other.strong:
        return False
    value = there.ask(plain)
    limited = [whole("verdicts", "limited", kind) for kind in ("all", "han")]
    for span in other.permissions:
        clause = clause_around(value, span, _CLAUSE)
        if any(words and words.search(value, *clause) for words in limited):
            return False
        if any(a < clause[1] and clause[0] < b for a, b in left):
            return False
    return True


def _is_wording(text: Text) -> bool:
    words = text.ask(prose).words
    if locales.script(text.locale) in ("Hans", "Hant", "Jpan"):
        return sum(map(len, words)) > _FEWEST
    return len(words) >= _FEWEST
