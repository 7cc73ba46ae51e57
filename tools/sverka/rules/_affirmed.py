"""Whether what one text denies is affirmed in another, or told in other words."""

import re

from sverka.text import lexicon, locales
from sverka.text.analysis import Text
from sverka.text.languages import function_words
from sverka.text.negation import denial
from sverka.text.negation.senses import denied, denied_at, senses
from sverka.text.prose import HOLE, clause_around
from sverka.text.prose import prose as plain

SINGLE = frozenset({"en", "de", "nl", "sv", "da", "nb"})
"""Languages in which two denials are two."""
_UNTIL = re.compile(
    r"\b(?:until|till|unless|before|bis|bevor|solange|пока|поки|доки|jusqu\w*|hasta)\b",
    re.IGNORECASE,
)
_TILL = re.compile(r"\bдо\b", re.IGNORECASE)
"""What says until when, in a text that denies besides."""
_MANY = "differ"
"""A sense whose words do not render one another: near, enough, easy."""
_ALWAYS = re.compile(r"always|stets|immer|всегда|завжди|toujours|siempre", re.IGNORECASE)
"""What stands for a denial only where the word is another one: never fails, always works."""
_LONG = 200
"""In longer texts, code points, a word may be that of another clause."""
_PARTICLE = re.compile(r"out(?: of)?|any\w*|some|still|beyond|behind", re.IGNORECASE)
_AGAINST = re.compile(r"against|gegen", re.IGNORECASE)
_ACTS = re.compile(
    r"(?:work|act|protect|help|guard|effective|wirk|schütz|hilf|half)", re.IGNORECASE
)
"""What is done against something: it is no advice against it."""
_AHEAD, _BEHIND = 8, 1
_NOTHING = re.compile(r"no|none|nothing|nobody|kein\w*|nichts", re.IGNORECASE)
"""What denies the verb before it."""
_ATTRIBUTE = re.compile(
    r"un(?!able|likely|til|less|necessary|willing|safe|clear|known)\w+(?:ed|e[mnrs]?)|non-\w+|non(?!e)\w+"
    r"|(?:не(?!возможн|способн|достаточн|допустим)|без|бес)\w+(?:[ыио]й|[ая]я|[оеыи]е|[ое]го|[ое]му|[ыи][мх]|[ыи]ми"
    r"|[ую]ю)|(?:не(?!можлив|здатн|достатн)|без)\w+(?:ий|а|е|і|ого|ому|им|их|ими|ої|ій|у|ою)",
    re.IGNORECASE,
)
_MARK = re.compile(r"[,.;:!?—–()]")
_ASIDE = re.compile(r"\([^()\w]*%?[^()\w]{0,2}\w?\)")
"""A placeholder, and no words, in brackets."""
_AFAR = re.compile(
    r"impossible|imposible|unmöglich|невозможн\w+|неможлив\w+|weder|neither|ni|ни|ні|ani",
    re.IGNORECASE,
)
"""What denies a word wherever it stands in its clause: predicates, and words that come in pairs."""


def _senses_of(here: Text, at: tuple[int, int], there: Text) -> list[tuple[int, int]]:
    """Return the spans in another text of the sense that is denied here."""
    names = denied(here, at) - {_MANY}
    return [sense.span for sense in there.ask(senses) if sense.name in names] if names else []


def is_said(here: Text, at: tuple[int, int], there: Text) -> bool:
    """Say whether the lexicon finds the denied word in the other text, and whatever might deny it
    there renders other words of this one."""
    if (
        not (lexicon.knows(here.locale) and lexicon.knows(there.locale))
        or "\n" in here.value.rstrip()
    ):
        return False
    start = denied_at(here, at)
    word = next((m for m in here.ask(lexicon.mentions) if m.start == start and m.share), None)
    if word is None or meet(word[:2], at) or word.concepts.isdisjoint(there.ask(lexicon.pool)):
        return False
    words = [m for m in here.ask(lexicon.mentions) if not meet(m[:2], at)]
    others = frozenset[int]().union(*[m.concepts for m in words if m is not word])
    found = there.ask(lexicon.mentions)
    weak = there.ask(denial).weak()
    return all(
        any(meet(m[:2], span) and not others.isdisjoint(m.concepts) for m in found) for span in weak
    ) and any(
        not m.concepts.isdisjoint(word.concepts) and not any(meet(m[:2], span) for span in weak)
        for m in found
    )


def affirmed(here: Text, at: tuple[int, int], there: Text) -> bool:
    """Say whether a text says what the word at `at` denies, and nothing near it may deny it."""
    same = _senses_of(here, at, there)
    if not same or len(there.value) > _LONG:
        return False
    until = _UNTIL.search(there.value)
    if until and (_UNTIL.search(here.value) or not _TILL.search(here.value)):
        return False
    weak = [
        span
        for span in there.ask(denial).weak(*same)
        if not _is_attribute(span, there)
        and not _follows(span, same, there)
        and not _ALWAYS.fullmatch(there.value, *span)
        and not (until and until.span() == span)
    ]
    return not any(_is_near(span, other, there) for span in same for other in weak)


def is_free(here: Text, at: tuple[int, int], there: Text) -> bool:
    """Say whether a text is rendered freely where it denies: most of the words of the clause have
    no counterpart, and the other text has words of its own instead."""
    if not (lexicon.knows(here.locale) and lexicon.knows(there.locale)):
        return False
    start, end = _clause(here, at)
    kept = lost = 0
    said = there.ask(lexicon.pool)
    for word in here.ask(lexicon.mentions):
        if not start <= word.start < end or not word.telling or meet(word[:2], at):
            continue
        if said.isdisjoint(word.concepts):
            lost += 1
        else:
            kept += 1
    if not kept and lost > 1 and end - start < len(here.value):
        return False  # the clause may have been left out
    return lost > kept and _has_more(there, here)


def _has_more(text: Text, other: Text) -> bool:
    """Say whether a text has a word of which another one has no counterpart."""
    said = other.ask(lexicon.pool)
    known = text.ask(lexicon.mentions)
    places = {word.start for word in known}
    idle = function_words(locales.language(text.locale))
    return any(said.isdisjoint(word.concepts) for word in known if word.telling) or any(
        hit.start() not in places and hit[0].islower() and hit[0] not in idle
        for hit in lexicon.WORD.finditer(text.ask(plain))
    )


def _clause(text: Text, at: tuple[int, int]) -> tuple[int, int]:
    """Return the span between the marks around a word."""
    return clause_around(_ASIDE.sub(_blank, text.value), at, _MARK)


def _blank(hit: "re.Match[str]") -> str:
    return HOLE * len(hit[0])


def meet(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return span[0] < other[1] and other[0] < span[1]


def _follows(span: tuple[int, int], same: list[tuple[int, int]], text: Text) -> bool:
    """Say whether a word belongs to what stands before it: protects against."""
    beside = [word for word in same if 0 < span[0] - word[1] <= 1]
    if _AGAINST.fullmatch(text.value, *span):
        return any(_ACTS.match(text.value, *word) for word in beside)
    return _PARTICLE.fullmatch(text.value, *span) is not None and bool(beside)


def _is_attribute(span: tuple[int, int], text: Text) -> bool:
    """Say whether a negative word may tell of another one: unrelated donors."""
    return _ATTRIBUTE.fullmatch(text.value, *span) is not None


def _is_near(span: tuple[int, int], other: tuple[int, int], text: Text) -> bool:
    """Say whether a word stands where it can deny another: up to eight words before it, one after,
    in the same clause."""
    between = text.value[min(span[1], other[1]) : max(span[0], other[0])]
    if re.search(r"[,.;!?—–]", between):
        return False
    if _AFAR.fullmatch(text.value, *other):
        return True
    nothing = locales.language(text.locale) in SINGLE and _NOTHING.fullmatch(text.value, *other)
    if other[0] <= span[0] or nothing:
        return between.count(" ") <= _AHEAD
    return between.count(" ") <= _BEHIND
