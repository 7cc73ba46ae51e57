"""Sentences that deny in one text and affirm in the other."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sverka.review import Finding, Rule, Unit, pivot_of
from sverka.review.needs import either
from sverka.text import lexicon, locales
from sverka.text.analysis import Text
from sverka.text.languages import prose
from sverka.text.negation import DENIAL, Denial, denial, denials, knows, may_deny, with_one
from sverka.text.negation.carriers import carriers, denies_outright
from sverka.text.negation.clauses import clauses
from sverka.text.negation.instead import says_instead
from sverka.text.negation.senses import (
    denied,
    denied_at,
    has_senses,
    is_turned,
    may_be_denied,
    senses,
)
from sverka.text.negation.universal import limited, says
from sverka.text.negation.verdicts import is_bounded
from sverka.text.numbers.bounds import bounds
from sverka.text.opposites import may_oppose, poles
from sverka.text.sentences import sentences

from ._advised import advises
from ._affirmed import SINGLE, affirmed, is_free, is_said, meet
from ._clause_turned import clause_turned
from ._compared import comparison_turned
from ._completeness import has_rows
from ._denied_parts import lost_in_part
from ._fields import mixed
from ._permitted import permits
from ._without import denied_without, forbids

rule = Rule(__name__, family="data", severity="warning", certainty="likely", needs=either(DENIAL))

_POLITE = frozenset({"ja", "zh", "ko"})
"""Languages with many turns of phrase that deny in form only (かもしれません)."""
_PLAIN = re.compile(
    r"(?:not|cannot|\w+n['’]t|nicht|не|ne|n['’]\w+|no|non|não|nie|niet|inte|ikke)(?!\w)"
    r"(?!,? (?:mehr|länger|weiter|anders?|anderes|any ?more|any longer|больше|более"
    r"|більше|plus|más|dass|that|что|що)\b)",
    re.IGNORECASE,
)
"""What denies when it is put in: other words are of another phrase (Niemand, nicht mehr)."""
_VERBAL = re.compile(r"not|cannot|never|\w+n['’]t", re.IGNORECASE)
"""What denies a verb in English."""
_VERBAL_CAN = re.compile(r"cannot|can['’]t|couldn['’]t", re.IGNORECASE)
_HARMLESS = re.compile(
    r"\b(?:hurt|harm|bad|un\w+|in\w+able|nor|neither|only|or not|not that"
    r"|could(?: not|n['’]t) have)\b",
    re.IGNORECASE,
)
_APART = re.compile(
    r"\b(?:if|when|although|though|because|that|until|who|which|while|where|even|as|since|but"
    r"|wenn|weil|obwohl|dass|bis|als|da|während|aber|sondern|om|hvis|als|omdat|att)\b",
    re.IGNORECASE,
)
"""What parts a clause from the one before it."""
_UNLESS = re.compile(r"\bunless\b", re.IGNORECASE)
_QUOTED_DENIAL = re.compile(r"`[^`'\n]*' [^`'\n]*\b(?:not|never)\b[^`'\n]* `")
"""A denial between two quotations in typewriter marks, which look like one quotation."""
_SURE = 0.8
"""The share of true translations that have a word of the lexicon, of the words that are asked."""
_CANNOT = re.compile(r"нельзя|не", re.IGNORECASE)
_COLON = re.compile(r"[:;](?= )")
_HAN = ("Hans", "Hant", "Jpan")
"""Scripts of languages that write no spaces."""
_SHORT = 3
"""Letters of words that deny in several languages."""
_FEW, _BRIEF = 3, 2
"""Words of a text from which on it is a wording, and where the denied word itself is affirmed."""
_LONGEST = 40
"""In longer texts, words, a denial can hide in too many turns of phrase."""


@rule.check
def check(unit: Unit) -> Iterator[Finding]:
    """Look for a denial on both sides of each pair."""
    if not (knows(unit.locale) and knows(unit.background.pivot)):
        return
    if unit.source is not None and knows(unit.source.locale):
        source = unit.source.ask(denial)
    else:
        source = None
    for form, pivot in unit.pairs:
        if form.text.value == pivot.value:
            continue
        lost = (
            negation_lost(pivot, form.text)
            or lost_in_part(pivot, form.text)
            or turned(pivot, form.text)
        )
        if lost and (source is None or source.any) and not _turned(pivot, form.text, lost):
            if _bounds_it(pivot, lost, form.text):
                continue  # "not for more than 4 hours": "up to 4 hours"
            if _is_kept(pivot.value[slice(*lost)], form.text.value):
                continue
            if has_rows(pivot):
                continue  # rows of options are told in headings' style
            if _is_told_from_when(pivot, form.text):
                continue
            yield rule.finding(
                form,
                f"“{_words(pivot, lost)}” of the pivot is not denied here",
                related=[pivot_of(form, span=lost)],
                form=pivot.value[lost[0] : lost[1]],
            )
        if lost or locales.language(unit.locale) in _POLITE:
            continue
        if _QUOTED_DENIAL.search(pivot.value):
            continue
        found = negation_lost(form.text, pivot, wary=True)
        if found and not (source and source.any) and not _turned(form.text, pivot, found):
            yield rule.finding(
                form,
                f"“{_words(form.text, found)}” denies what the pivot affirms",
                span=found,
                related=[pivot_of(form)],
                certainty=None if _PLAIN.match(form.text.value, found[0]) else "possible",
            )


def _bounds_it(here: Text, span: tuple[int, int], there: Text) -> bool:
    """Say whether what is denied here is a bound that the other text says the other way round."""
    after = [bound for bound in here.ask(bounds) if bound.start >= span[1]]
    return any(
        bound.kind != other.kind and bound.number.values & other.number.values
        for bound in after
        for other in there.ask(bounds)
    )


def _is_kept(word: str, value: str) -> bool:
    """Say whether a word that denies stands in the translation as it is: never, a program's word;
    nobody, a user; NOT NULL."""
    return (len(word) > _SHORT or (word.isupper() and len(word) == _SHORT)) and re.search(
        rf"\b{re.escape(word)}\b", value
    ) is not None


def _is_told_from_when(here: Text, there: Text) -> bool:
    """Say whether "not until", or "not unless", is told as "when", or "only"."""
    if _UNLESS.search(here.value) and is_bounded(there):
        return True
    mine = {clause.kind for clause in here.ask(clauses)}
    theirs = {clause.kind for clause in there.ask(clauses)}
    if "until" not in mine - theirs:
        return False
    return "if" in theirs or is_bounded(there)


def turned(here: Text, there: Text) -> tuple[int, int] | None:
    """Return the span of what denies one clause, or a comparative, that another text affirms."""
    return clause_turned(here, there) or comparison_turned(here, there)


def negation_lost(here: Text, there: Text, wary: bool = False) -> tuple[int, int] | None:
    """Return the span of the one word that denies here, if nothing does there.

    `wary`: nor is there a word that is often rendered with a denial. Texts of equal numbers of
    sentences are compared sentence by sentence.
    """
    if not here.ask(may_deny):
        return None
    if not _has_colon(here) and not _has_colon(there):
        many = len(here.ask(sentences))
        if many != len(there.ask(sentences)):
            return None if wary else _all_lost(here, there)
        if many == 1:
            return _lost(here, there, wary)
    left, right = _parts(here), _parts(there)
    if "\n" in here.value or [part.mark for part in left] != [part.mark for part in right]:
        left, right = _whole_sentences(here), _whole_sentences(there)
    if len(left) == 1 and (len(right) == 1 or not wary):
        return _lost(here, there, wary)
    if len(left) != len(right):
        return None
    for (mine, start, _), (theirs, *_) in zip(left, right, strict=True):
        if mine.ask(may_deny) and (span := _lost(mine, theirs, wary)):
            if there.ask(denial).strong and not _is_wording(mine, theirs):
                continue  # "cannot read X: Y": „Konnte X: Y nicht lesen“
            return (span[0] + start, span[1] + start) if _strong(here, wary) else None
    return None


def _has_colon(text: Text) -> bool:
    return ":" in text.value or ";" in text.value


def _all_lost(here: Text, there: Text) -> tuple[int, int] | None:
    """Return the first denial of a text each sentence of which denies, if nothing does there."""
    parts = _whole_sentences(here)
    if there.ask(denial).any or not all(len(part.text.ask(denial).strong) == 1 for part in parts):
        return None
    if not _is_wording(here, there) or says_instead(here, here.ask(denial).strong[0], there):
        return None
    return here.ask(denial).strong[0]


class _Part(NamedTuple):
    text: Text
    start: int
    mark: str
    """What parts it from the next one of its sentence."""


def _whole_sentences(text: Text) -> list[_Part]:
    """Return the sentences of a text."""
    return [_part(text, start, end, "") for start, end in text.ask(sentences)]


def _parts(text: Text) -> list[_Part]:
    """Return what stands between colons, semicolons and the ends of sentences."""
    found = []
    for start, end in text.ask(sentences):
        for mark in _COLON.finditer(text.value, start, end):
            found.append(_part(text, start, mark.start(), mark[0]))
            start = mark.end()
        found.append(_part(text, start, end, ""))
    return found


def _cut(text: Text) -> dict[tuple[int, int], Text]:
    """Return the parts that were cut out of a text, never the whole: an analyser."""
    return {}


def _part(text: Text, start: int, end: int, mark: str) -> _Part:
    if (start, end) == (0, len(text.value)):
        return _Part(text, 0, mark)
    known = text.ask(_cut)
    if (start, end) not in known:
        known[start, end] = Text(text.value[start:end], text.locale)
    return _Part(known[start, end], start, mark)


def _lost(here: Text, there: Text, wary: bool) -> tuple[int, int] | None:
    found, other = here.ask(denial), there.ask(denial)
    if wary and other.strong:
        return None
    strong = _strong(here, wary)
    at = _one(here, strong)
    if not wary and (twice := denied_without(here, found, at)) and not found.only:
        if not other.without():
            return None  # "no child leaves without a letter": "every child leaves with a letter"
        if not other.but_without and not other.only and forbids(here, twice, there):
            return twice if _is_wording(here, there) else None
    if not strong:
        return None
    alone = bool(at and found.strong and not other.strong)
    if at and alone and says_instead(here, at, there):
        return None
    if at and found.strong and not wary and permits(here, at, there):
        return at
    if at and alone and not wary and advises(here, at, there):
        return at
    if at and alone and not wary and _says_all(here, at, there):
        return at if _is_wording(here, there) else None
    if at and alone and (affirmed(here, at, there) or (not wary and is_said(here, at, there))):
        return at if _is_wording(here, there, _BRIEF) else None
    if at and len(strong) == 2 and not wary:
        strong = (at,)  # «никогда не»
    if len(strong) == 2 and not wary and _lost_one(here, there):
        return strong[0]
    if len(strong) != 1 or (wary and other.any):
        return None
    if wary and other.hint and not (found.may_not and other.may):
        return None
    if other.any and _denied(found, other) and (wary or not _excepts(here, found, there)):
        if wary or not at or found.only or not _VERBAL.fullmatch(here.value, *at):
            return None
        if found.undone or denies_outright(here, there) or carriers(here, at, there):
            return None
    if found.strong and found.undone and other.verbs == 0:
        return None  # "did not lose hope": "kept up hope"
    if not found.strong and not there.ask(with_one):
        return None  # "without a coat": "undressed"
    if not wary and is_free(here, strong[0], there):
        return None
    if alone and at and _is_said_otherwise(here, at, there):
        return None
    cannot = _VERBAL_CAN.fullmatch(here.value, *strong[0])
    return strong[0] if _is_wording(here, there, _BRIEF if cannot else _FEW) else None


def _says_all(here: Text, at: tuple[int, int], there: Text) -> bool:
    """Say whether "not every" stands here and "every" there, or "not alone" and "alone"."""
    kind = limited(here, at)
    if not kind or not says(there, kind):
        return False
    other = there.ask(denial)
    return not other.any or (kind == "alone" and bool(other.only) and not other.besides)


def _is_said_otherwise(here: Text, at: tuple[int, int], there: Text) -> bool:
    """Say whether the other text speaks of something else than what is denied here."""
    names = denied(here, at)
    absent = bool(names) and names.isdisjoint(_said(there))
    if absent and _is_rendered(here, at, there) is False:
        return True  # "did not fall", "kept his balance"
    maybe = may_be_denied(here, at) if has_senses(there.locale) else frozenset()
    # "did not survive": "died"
    return bool(maybe) and all(map(is_turned, maybe)) and maybe.isdisjoint(_said(there))


def _is_wording(here: Text, there: Text, fewest: int = _FEW) -> bool:
    """Say whether two texts are wordings of a length that can be compared."""
    words, others = here.ask(prose), "".join(there.ask(prose).words)
    spaced = locales.script(here.locale) not in _HAN
    if (spaced and not fewest <= len(words.words) <= _LONGEST) or words.codelike > 2:
        return False
    return len(others) >= (fewest if locales.script(there.locale) in _HAN else 4)


def _one(text: Text, strong: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Return the one word that denies; of two in a language that denies twice, the second."""
    if len(strong) == 2 and locales.language(text.locale) not in SINGLE:
        between = text.value[strong[0][1] : strong[1][0]]
        if _CANNOT.fullmatch(text.value, *strong[0]):
            return None  # «нельзя не»: one must
        return strong[1] if not re.search(r"[,.;:!?—–]", between) else None
    return strong[0] if len(strong) == 1 else None


def _is_rendered(here: Text, at: tuple[int, int], there: Text) -> bool | None:
    """Say whether the lexicon finds the word that is denied in the other text, None if it does not
    know the word."""
    start = denied_at(here, at)
    word = next((m for m in here.ask(lexicon.mentions) if m.start == start), None)
    if word is None or word.share < _SURE or not lexicon.knows(there.locale):
        return None
    return not word.concepts.isdisjoint(there.ask(lexicon.pool))


def _said(text: Text) -> set[str]:
    return {sense.name for sense in text.ask(senses)}


def _denied(found: Denial, other: Denial) -> bool:
    """Say whether what can carry a denial in the other text answers to the one found."""
    if other.only and found.only:
        return other.besides
    if other.verbs and found.strong and found.verbs == other.verbs and other.apart is not None:
        return other.apart
    return True


def _lost_one(here: Text, there: Text) -> bool:
    """Say whether one of two denials is lost from a language that does not deny twice."""
    if locales.language(here.locale) not in SINGLE or len(here.ask(denial).strong) != 2:
        return False
    if _HARMLESS.search(here.value) or there.ask(denial).only:
        return False
    (_, end), (start, _) = here.ask(denial).strong
    if here.ask(denial).undoes(end):
        return False  # "must not forget": "must remember"
    if not _APART.search(here.value, end, start):
        return False  # "not full and not exceeded" is one denial elsewhere
    if locales.language(there.locale) in _POLITE:
        return False
    answered = there.ask(denial).verbs or 0 if here.ask(denial).verbs else 0
    return there.ask(denials) - answered == 1


def _excepts(here: Text, found: Denial, there: Text) -> bool:
    """Say whether "no … unless" stands here, and one denial, and nothing that restricts, there."""
    if not found.strong or not _UNLESS.search(here.value):
        return False
    return not there.ask(denial).only and there.ask(denials) == 1


def _strong(text: Text, wary: bool) -> tuple[tuple[int, int], ...]:
    found = text.ask(denial)
    return found.strong if wary else found.strong or found.mild


def _turned(here: Text, there: Text, at: tuple[int, int]) -> bool:
    """Say whether a word of opposite meaning does what a denial does: not malignant, gutartig."""
    mine = here.ask(poles) if here.ask(may_oppose) and there.ask(may_oppose) else {}
    theirs = there.ask(poles) if mine else {}
    for axis in mine.keys() & theirs.keys():
        if mine[axis].name != theirs[axis].name and not meet(mine[axis].span, at):
            return True
    return any(one.is_opposition and not meet(one.there, at) for one in mixed(here, there))


def _words(text: Text, span: tuple[int, int]) -> str:
    """Return the word that denies, with its neighbours."""
    before = text.value[: span[0]].rsplit(maxsplit=2)[-2:]
    after = text.value[span[1] :].split(maxsplit=3)[:2]
    if locales.script(text.locale) in _HAN:
        return text.value[max(0, span[0] - 4) : span[1] + 4]
    return " ".join([*before, text.value[span[0] : span[1]], *after])
