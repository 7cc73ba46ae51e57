"""Clauses that one text denies and another does not, where both deny another clause as well:
«можно назначать тем, кто никогда не болел»."""

import re
from collections.abc import Iterator, Sequence

from sverka.text import lexicon
from sverka.text.analysis import Text
from sverka.text.negation import denial, may_deny
from sverka.text.negation.carriers import carriers
from sverka.text.negation.clauses import Clause, clauses, tells_until
from sverka.text.negation.senses import denied_at
from sverka.text.negation.verdicts import allowed, forbidden, is_bounded
from sverka.text.sentences import sentences

from ._affirmed import meet

Span = tuple[int, int]

_LONG = 240
"""Code points of texts in which a clause may stand beside another."""
_TWO = 2
_WHO = "which"
_TIME = "until"
"""The kind of clause that denies without a word that does."""
_VERBAL = re.compile(r"not|cannot|never|\w+n['’]t|не|nicht|ne|n['’]\w+|no", re.IGNORECASE)
"""What denies a verb."""
_SURE = 0.8
"""The share of true translations that have a word of the lexicon, of the words that are asked."""


def clause_turned(here: Text, there: Text) -> Span | None:
    """Return the span of what denies a clause that another text affirms.

    Both texts must deny something else, in clauses of the same kinds: until, if, who.
    """
    if max(len(here.value), len(there.value)) > _LONG or not here.ask(may_deny):
        return None
    if len(here.ask(denial).strong) < _TWO and not tells_until(here):
        return None
    if not there.ask(denial).any and not tells_until(there):
        return None
    mine, theirs = here.ask(sentences), there.ask(sentences)
    if len(mine) == len(theirs) == 1:
        return _turned(here, there)
    if len(mine) != len(theirs):
        return None
    for one, other in zip(mine, theirs, strict=True):
        at = _turned(
            Text(here.value[slice(*one)], here.locale),
            Text(there.value[slice(*other)], there.locale),
        )
        if at:
            return at[0] + one[0], at[1] + one[0]
    return None


def _turned(here: Text, there: Text) -> Span | None:
    """Compare two sentences."""
    if not here.ask(may_deny):
        return None
    verdicts = here.ask(forbidden) if there.ask(allowed) else ()
    spans = here.ask(denial).weak() if verdicts else ()
    for verdict in verdicts:
        at = next((span for span in spans if meet(span, verdict)), verdict)
        if _is_turned(here, at, verdict, there):
            return at
    if verdicts:
        return None
    return next((at for at in _verbal(here) if _is_turned(here, at, None, there)), None)


def _verbal(text: Text) -> Iterator[Span]:
    """Yield what denies a verb, if something else is denied besides."""
    strong = text.ask(denial).strong
    spans = strong if len(strong) >= _TWO else text.ask(denial).weak()
    if len(spans) >= _TWO:
        yield from (span for span in spans if _VERBAL.fullmatch(text.value, *span))


def _is_turned(here: Text, at: Span, verdict: Span | None, there: Text) -> bool:
    """Say whether another text affirms what is denied; `verdict`: in so many words."""
    kind = _kind(here, at)
    mine = _denied_kinds(here, at) - {kind}
    theirs = _denied_kinds(there) - {kind} if mine else mine
    if not theirs or not theirs <= mine or (_TIME in mine and _TIME not in theirs):
        return False
    if is_bounded(there):
        return False
    free = [_denying_part(there, clause) for clause in there.ask(clauses) if clause.kind in theirs]
    if verdict and not any(_kind(there, span) == kind for span in there.ask(allowed)):
        return False
    if any(not _within(span, free) for span in carriers(here, at, there)):
        return False
    return _is_said(here, verdict or at, there, free, is_sure=verdict is None)


def _is_said(here: Text, at: Span, there: Text, free: Sequence[Clause], is_sure: bool) -> bool:
    """Say whether what follows a denial is rendered outside of some clauses, as far as is known."""
    start = denied_at(here, at)
    words = here.ask(lexicon.mentions) if lexicon.knows(there.locale) else ()
    word = next((word for word in words if word.start == start), None)
    if word is None or (is_sure and word.share < _SURE):
        return not is_sure and not here.ask(denial).undoes(at[1])
    return any(
        not word.concepts.isdisjoint(one.concepts)
        for one in there.ask(lexicon.mentions)
        if not _within((one.start, one.end), free)
    )


def _denied_kinds(text: Text, apart: Span | None = None) -> frozenset[str]:
    """Return the kinds of the clauses that deny something, beside what stands at a span."""
    spans = [span for span in text.ask(denial).weak() if not (apart and meet(span, apart))]
    return frozenset(
        clause.kind
        for clause in text.ask(clauses)
        if clause.kind and (clause.kind == _TIME or any(_within(span, [clause]) for span in spans))
    )


def _kind(text: Text, at: Span) -> str:
    """Return the kind of the clause in which a span lies: "" after a relative clause that denies,
    too (those who have no fever need)."""
    clause = next((c for c in text.ask(clauses) if c.start <= at[0] < c.end), None)
    if clause is None or (clause.kind == _WHO and _denied_before(text, clause, at)):
        return ""
    return clause.kind


def _denying_part(text: Text, clause: Clause) -> Clause:
    """Return a relative clause as far as what follows it: "those who have no fever" of "… may"."""
    ends = [a for a, _ in text.ask(allowed) if clause.start < a < clause.end]
    end = next((end for end in ends if _denied_before(text, clause, (end, end))), clause.end)
    return clause._replace(end=end) if clause.kind == _WHO else clause


def _denied_before(text: Text, clause: Clause, at: Span) -> bool:
    return any(clause.start <= a and b <= at[0] for a, b in text.ask(denial).weak())


def _within(span: Span, found: Sequence[Clause]) -> bool:
    return any(clause.start <= span[0] and span[1] <= clause.end for clause in found)
