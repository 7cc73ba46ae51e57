"""Sentences that deny in one text and affirm in the other."""

import re
from collections.abc import Iterator, Sequence

from sverka.review import Finding, Rule, Unit, pivot_of
from sverka.review.needs import either
from sverka.text import lexicon, locales
from sverka.text.analysis import Text
from sverka.text.languages import prose
from sverka.text.negation import DENIAL, Denial, denial, denials, knows, may_deny, with_one
from sverka.text.negation.senses import (
    denied,
    denied_at,
    has_senses,
    is_turned,
    may_be_denied,
    senses,
)
from sverka.text.numbers.bounds import bounds
from sverka.text.opposites import may_oppose, poles
from sverka.text.sentences import sentences

from ._completeness import has_rows

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
_SINGLE = frozenset({"en", "de", "nl", "sv", "da", "nb"})
"""Languages in which two denials are two."""
_HARMLESS = re.compile(
    r"\b(?:hurt|harm|bad|un\w+|in\w+able|nor|neither|only|or not|not that)\b", re.IGNORECASE
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
_ATTRIBUTE = re.compile(
    r"un(?!able|likely|til|less|necessary|willing|safe|clear|known)\w+(?:ed|e[mnrs]?)|non-\w+|non(?!e)\w+"
    r"|(?:не(?!возможн|способн|достаточн|допустим)|без|бес)\w+(?:[ыио]й|[ая]я|[оеыи]е|[ое]го|[ое]му|[ыи][мх]|[ыи]ми"
    r"|[ую]ю)|(?:не(?!можлив|здатн|достатн)|без)\w+(?:ий|а|е|і|ого|ому|им|их|ими|ої|ій|у|ою)",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"no|none|nothing|nobody|kein\w*|nichts", re.IGNORECASE)
"""What denies the verb before it."""
_UNTIL = re.compile(
    r"\b(?:until|till|unless|before|bis|bevor|solange|пока|поки|jusqu\w*|hasta)\b", re.IGNORECASE
)
_SURE = 0.8
"""The share of true translations that have a word of the lexicon, of the words that are asked."""
_LONG = 200
"""In longer texts, code points, a word may be that of another clause."""
_CANNOT = re.compile(r"нельзя|не", re.IGNORECASE)
_PARTICLE = re.compile(r"out(?: of)?|any\w*|some|still|beyond|behind", re.IGNORECASE)
_AHEAD, _BEHIND = 8, 1
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
        lost = negation_lost(pivot, form.text)
        if lost and (source is None or source.any) and not _turned(pivot, form.text):
            if _bounds_it(pivot, lost, form.text):
                continue  # "not for more than 4 hours": "up to 4 hours"
            if has_rows(pivot):
                continue  # rows of options are told in headings' style
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
        if found and not (source and source.any) and not _turned(pivot, form.text):
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


def negation_lost(here: Text, there: Text, wary: bool = False) -> tuple[int, int] | None:
    """Return the span of the one word that denies here, if nothing does there.

    `wary`: nor is there a word that is often rendered with a denial. Texts of equal numbers of
    sentences are compared sentence by sentence.
    """
    if not here.ask(may_deny):
        return None
    left, right = here.ask(sentences), there.ask(sentences)
    if len(left) != len(right):
        return None
    if len(left) == 1:
        return _lost(here, there, wary)
    for (start, _), mine, theirs in zip(left, here.ask(_parts), there.ask(_parts), strict=True):
        if mine.ask(may_deny) and (span := _lost(mine, theirs, wary)):
            return (span[0] + start, span[1] + start) if _strong(here, wary) else None
    return None


def _parts(text: Text) -> tuple[Text, ...]:
    """Return the sentences of a text as texts: an analyser."""
    return tuple([Text(text.value[a:b], text.locale) for a, b in text.ask(sentences)])


def _lost(here: Text, there: Text, wary: bool) -> tuple[int, int] | None:
    found, other = here.ask(denial), there.ask(denial)
    if wary and other.strong:
        return None
    strong = _strong(here, wary)
    at = _one(here, strong)
    if at and found.strong and not other.strong:
        if _affirmed(denied(here, at), there):
            return at if _is_wording(here, there) else None
        names = denied(here, at)
        absent = bool(names) and names.isdisjoint(_said(there))
        if absent and _is_rendered(here, at, there) is False:
            return None  # what is denied is not spoken of: "did not fall", "kept his balance"
        maybe = may_be_denied(here, at) if has_senses(there.locale) else frozenset()
        if maybe and all(map(is_turned, maybe)) and maybe.isdisjoint(_said(there)):
            return None  # "did not survive": "died"
    if at and len(strong) == 2 and not wary:
        strong = (at,)  # «никогда не»
    if len(strong) == 2 and not wary and _lost_one(here, there):
        return strong[0]
    if len(strong) != 1 or (wary and other.any):
        return None
    if wary and other.hint and not (found.may_not and other.may):
        return None
    if other.any and _denied(found, other) and (wary or not _excepts(here, found, there)):
        return None
    if found.strong and found.undone and other.verbs == 0:
        return None  # "did not lose hope": "kept up hope"
    if not found.strong and not there.ask(with_one):
        return None  # "without a coat": "undressed"
    return strong[0] if _is_wording(here, there) else None


def _is_wording(here: Text, there: Text) -> bool:
    """Say whether two texts are wordings of a length that can be compared."""
    words, others = here.ask(prose), "".join(there.ask(prose).words)
    spaced = locales.script(here.locale) not in ("Hans", "Hant", "Jpan")
    if (spaced and not 3 <= len(words.words) <= _LONGEST) or words.codelike > 2:
        return False
    return len(others) >= 4


def _one(text: Text, strong: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Return the one word that denies; of two in a language that denies twice, the second."""
    if len(strong) == 2 and locales.language(text.locale) not in _SINGLE:
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


def _affirmed(names: frozenset[str], there: Text) -> bool:
    """Say whether something of a sense is said in a text, and nothing near it may deny it."""
    if not names or _UNTIL.search(there.value) or len(there.value) > _LONG:
        return False
    same = [sense.span for sense in there.ask(senses) if sense.name in names]
    weak = [
        span
        for span in there.ask(denial).weak(*same)
        if not _is_attribute(span, there) and not _follows(span, same, there)
    ]
    return bool(same) and not any(_is_near(span, other, there) for span in same for other in weak)


def _follows(span: tuple[int, int], same: list[tuple[int, int]], text: Text) -> bool:
    """Say whether a word belongs to what stands before it: protects against."""
    particle = _PARTICLE.fullmatch(text.value, *span)
    return particle is not None and any(0 < span[0] - end <= 1 for _, end in same)


def _is_attribute(span: tuple[int, int], text: Text) -> bool:
    """Say whether a negative word may tell of another one: unrelated donors."""
    return _ATTRIBUTE.fullmatch(text.value, *span) is not None


def _is_near(span: tuple[int, int], other: tuple[int, int], text: Text) -> bool:
    """Say whether a word stands where it can deny another: up to eight words before it, one after,
    in the same clause."""
    between = text.value[min(span[1], other[1]) : max(span[0], other[0])]
    if re.search(r"[,.;!?—–]", between):
        return False
    nothing = locales.language(text.locale) in _SINGLE and _NOTHING.fullmatch(text.value, *other)
    if other[0] <= span[0] or nothing:
        return between.count(" ") <= _AHEAD
    return between.count(" ") <= _BEHIND


def _denied(found: Denial, other: Denial) -> bool:
    """Say whether what can carry a denial in the other text answers to the one found."""
    if other.only and found.only:
        return other.besides
    if other.verbs and found.strong and found.verbs == other.verbs and other.apart is not None:
        return other.apart
    return True


def _lost_one(here: Text, there: Text) -> bool:
    """Say whether one of two denials is lost from a language that does not deny twice."""
    if locales.language(here.locale) not in _SINGLE or len(here.ask(denial).strong) != 2:
        return False
    if _HARMLESS.search(here.value) or there.ask(denial).only:
        return False
    (_, end), (start, _) = here.ask(denial).strong
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


def _turned(pivot: Text, target: Text) -> bool:
    """Say whether a word of opposite meaning does what a denial does: not malignant, gutartig."""
    mine = pivot.ask(poles) if pivot.ask(may_oppose) and target.ask(may_oppose) else {}
    theirs = target.ask(poles) if mine else {}
    return any(mine[axis].name != theirs[axis].name for axis in mine.keys() & theirs.keys())


def _words(text: Text, span: tuple[int, int]) -> str:
    """Return the word that denies, with its neighbours."""
    before = text.value[: span[0]].rsplit(maxsplit=2)[-2:]
    after = text.value[span[1] :].split(maxsplit=3)[:2]
    if locales.script(text.locale) in ("Hans", "Hant", "Jpan"):
        return text.value[max(0, span[0] - 4) : span[1] + 4]
    return " ".join([*before, text.value[span[0] : span[1]], *after])
