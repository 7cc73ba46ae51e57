"""Two denials of which one is "without": must not be stopped without asking."""

import re

from sverka.text.analysis import Text
from sverka.text.negation import Denial
from sverka.text.negation.senses import is_turned, may_be_denied, senses

_FORBIDDEN = re.compile(
    r"\b(?:(?:must|may|can|should|shall|could)(?: ?not|n['’]t)(?! have)"
    r"|(?:must|may|can|should) never"
    r"|no (?!longer|one knows)\w+|no ?body|do(?: not|n['’]t)|never)\b"
    r"|нельзя|ник(?:то|ому|ого)|ни один"
    r"|не (?:мо[гж]|долж|след|стои|раз|допус|пус)|(?:мо[гж]\w+|долж\w+) не"
    r"|(?:darf|dürfen|kann|können|soll\w*)\b[^.]*\bnicht|\bnie\w*|\bkein\w*",
    re.IGNORECASE,
)
"""What forbids, or excludes all."""
_NOBODY = re.compile(
    r"(?:No(?! (?:longer|doubt)) \w+|Nobody|Kein\w*|Niemand|Никто|Ни один"
    r"|Ніхто|Жоден|Жодна|Aucune?|Personne|Ning[uú]n\w*|Nadie)\b"
)
_BESIDE_IT = 14
"""Code points around the word that denies."""


def denied_without(here: Text, found: Denial, at: tuple[int, int] | None) -> tuple[int, int] | None:
    """Return the span of a word that denies what is "without" something; `at`: of the only word
    that denies the sentence."""
    if not found.strong and (nobody := _NOBODY.match(here.value)):
        at = nobody.span()
    return at if at and found.without(0 if found.strong else at[1]) else None


def forbids(here: Text, at: tuple[int, int], there: Text) -> bool:
    """Say whether a text forbids, or excludes, what another one has without the opposite of it."""
    near = here.value[max(0, at[0] - _BESIDE_IT) : at[1] + _BESIDE_IT]
    if not _FORBIDDEN.search(near):
        return False
    if _NOBODY.match(here.value, at[0]):
        return True
    maybe = may_be_denied(here, at)
    said = {sense.name for sense in there.ask(senses)}
    return not any(map(is_turned, maybe)) or not maybe.isdisjoint(said)
