"""Whether a text says that one can what another says that one cannot."""

import re

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.languages import prose
from sverka.text.negation import denial
from sverka.text.negation.carriers import carriers
from sverka.text.prose import clause_around
from sverka.text.prose import prose as plain

_CANNOT = re.compile(
    r"cannot|can['’]t|(?:could|must)n['’]t|(?:(?<=\bcan )|(?<=\bmust )|(?<=\bcould ))not",
    re.IGNORECASE,
)
"""What denies that one can, or may, in English; "may not" may be a guess …"""
_ALLOWED = re.compile(r"d[aü]rf\w*", re.IGNORECASE)
"""… unless it is said so."""
_LIMITED = re.compile(
    r"\b(?:nur|entweder|höchstens|maximal|bis zu|lediglich|allein\w*|only|either|at most|up to"
    r"|s[oó]lo|solamente|únicamente|máximo|hasta|только|лишь|либо|не более|максимум|до(?=\W{0,2}\d)|лише"
    r"|тільки|щонайбільше|або|или|seulement|uniquement|au plus|maximum|soit|jusqu\w*|besser"
    r"|ander\w+|иначе|інакше|autre\w*|otr\w+|فقط|إلا|أو|حتى)\b"
    r"|[只仅僅才或]|最多|除非|要么|要麼|のみ|だけ|しか|最大|まで|以内|または|違",
    re.IGNORECASE,
)
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
        is_guess = not _ALLOWED.search(there.value) or not here.value[: at[0]].endswith("may ")
        if is_guess and not _CANNOT.match(here.value, *at):
            return False
    elif not found.may_not:
        return False
    if not other.permissions or not (_is_wording(here) and _is_wording(there)):
        return False
    left = carriers(here, at, there) if other.permissions else []
    if left and other.strong:
        return False
    value = there.ask(plain)
    for span in other.permissions:
        clause = clause_around(value, span, _CLAUSE)
        if _LIMITED.search(value, *clause):
            return False
        if any(a < clause[1] and clause[0] < b for a, b in left):
            return False
    return True


def _is_wording(text: Text) -> bool:
    words = text.ask(prose).words
    if locales.script(text.locale) in ("Hans", "Hant", "Jpan"):
        return sum(map(len, words)) > _FEWEST
    return len(words) >= _FEWEST
