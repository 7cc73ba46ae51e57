"""Acronyms of a translation that look like bad copies of the pivot's."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice, product
from typing import NamedTuple

from sverka.text import lexicon, locales
from sverka.text.acronym_letters import in_words, is_letterwise
from sverka.text.acronym_pairs import cause
from sverka.text.known_acronyms import concepts, kind, renderings

from ._acronyms import Segment, Side

_MANY, _MOST = 8, 0.7
"""How many acronyms, and what share, a translation must have kept to be one that keeps them."""
STRESSED = frozenset(("NOT", "AND", "ALL", "ANY", "NON", "NOW", "NEW", "OFF", "YES", "NONE"))
"""English words that stress sets in capitals."""
_RARE = 0.5
"""What is so much rarer than the form it stands for is a slip, be it made twice."""
_WORD = 4
"""Letters from which capitals may be those of a word."""
_LEAST = 3
"""Letters of an acronym that tells whether a translation keeps them."""
_SWAP, _EXTRA = "transposition", "extra"
_LATIN = str.maketrans("АБВГДЕЭЗІИЙКЛМНОПРСТУФХЦЫ", "ABVGDEEZIIJKLMNOPRSTUFHCY")
"""Cyrillic letters one by one, as a hasty hand writes an acronym in Latin ones."""


class Mismatch(NamedTuple):
    """An acronym of a translation that means another one than the pivot's."""

    side: Side
    there: str
    """The pivot's form, which nothing renders."""
    here: str
    """The translation's form, which renders nothing of the pivot's."""
    means: str
    """The pivot's form that `here` usually renders."""
    usual: str
    """The form that usually renders `there`."""
    slip: str = ""
    """What may have happened, if `here` is a bad copy of `there`."""


def is_source(side: Side) -> bool:
    """Say whether a side is the source's."""
    return side.role == "source"


def is_word(form: str, side: Side) -> bool:
    """Say whether an acronym is a word in capitals, as other texts have it in small ones: FILE."""
    places = side.holders(side.known or side.segments).get(form.casefold()[:6], set())
    return len(form) >= _WORD and not places <= side.places(form)


def _keeps(side: Side, pivot: Side) -> bool:
    """Say whether a translation has most acronyms of the pivot unchanged; words in capitals do not
    count, nor do forms that look like bad copies."""
    kept, other = set[str](), set[str]()
    for place in pivot.segments.keys() & side.known:
        here = side.segments.get(place, Counter[str]())
        for form in pivot.segments[place]:
            if form in here:
                kept.add(form)
            elif not any(cause(q, form) for q in here):
                other.add(form)
    kept, other = (
        {form for form in forms if not (is_word(form, pivot) or _is_common(form, pivot.locale))}
        for forms in (kept, other - kept)
    )
    return len(kept) >= _MANY and len(kept) >= _MOST * (len(kept) + len(other))


def _is_common(form: str, locale: str) -> bool:
    """Say whether a form is a common word in capitals, numbered or not: ARRAY1."""
    word = form.rstrip("0123456789")
    return len(word) < _LEAST or (len(word) >= _WORD and bool(lexicon.said(word, locale)))


def copied_from(side: Side, pivot: Side) -> Callable[[str, str], Mismatch | None]:
    """Return what compares a form of the pivot with one that looks like a slip in rendering it."""
    locale = side.locale if locales.is_locale(side.locale) else "en"
    latin = locales.script(locale) == "Latn"
    is_guest = locales.script(pivot.locale or "en") != "Latn"
    keeps = _keeps(side, pivot)

    def wanted(p: str, q: str) -> Iterator[str]:
        """Yield what may be expected for a form of the pivot.

        What our table says; the form itself in a language of another script, which only copies
        Latin acronyms, as the pivot does if it has such a script, or in one that keeps nearly all
        of the article's: others have EZB for ECB.
        """
        known = _by_table(p, pivot.locale, locale)
        yield from known
        if p.isascii() and (
            not latin
            or is_guest
            or (not known and ((keeps and not is_word(p, pivot)) or kept(p, q)))
        ):
            yield p

    def kept(p: str, q: str) -> bool:
        """Say whether a form is likely to be kept, or misspelt here: no such word is elsewhere."""
        if p in side.facts or (keeps and not is_word(p, pivot)):
            return True
        return len(p) == len(q) >= _WORD and p[-1] == q[-1] and not is_word(q, side)

    def compare(p: str, q: str) -> Mismatch | None:
        if q in pivot.facts:
            return None
        mismatch = _letter_by_letter(side, pivot, p, q)
        if mismatch or is_source(side):
            return mismatch
        if side.count(q) > max(1, _RARE * side.count(p)):
            return None
        if p in STRESSED or _is_rendered(p, q, pivot.locale, locale):
            return None
        for right in wanted(p, q):
            if q.startswith(right) and (q[len(right) :].islower() or q[len(right) :] == "S"):
                return None  # a plural
            slip = cause(q, right)
            if slip and slip.kind not in ("dash", "case", "homoglyph"):
                same_script = latin or not right.isascii()
                if slip.kind == _EXTRA and same_script and right == p and p not in side.facts:
                    return None  # it may be short for another word: ADDR, ADR
                least = 2 + same_script
                if same_script and right == p and slip.kind == _SWAP:
                    least += not _has(
                        p, pivot.locale, locale
                    )  # it may be the locale's own word order
                if sum(char.isalpha() for char in right) >= least:
                    return Mismatch(side, p, q, right, right, slip.words)
        is_code = p in side.facts or (not p.isupper() and (not latin or is_guest))
        if is_code and _is_cut(q, p):
            return Mismatch(side, p, q, p, p, "letters left out")
        spelled = _spelled_out(side, p, q, next(iter(_by_table(p, pivot.locale, locale)), ""))
        return spelled or _transcribed(side, pivot, p, q)

    return compare


def misspelt(place: Segment, side: Side, pivot: Side) -> Iterator[Mismatch]:
    """Yield forms that no other text has and that differ in one letter from one of the pivot's:
    which stands here, too, as in the file elsewhere, or of which the other half of a pair does
    (RMS/CTS for RTS/CTS)."""
    there, here = pivot.segments[place], side.segments[place]
    for q in here:
        if len(q) < _LEAST or not (q.isascii() and q.isalpha()) or q in pivot.facts:
            continue
        if side.count(q) > here[q] or side.concepts(q):
            continue
        for p in there:
            slip = cause(q, p) if len(p) == len(q) and p.isalpha() else None
            if slip is None or slip.kind in ("case", "homoglyph"):
                continue
            is_whole = all(form in here for form in there)
            if (is_whole and side.count(p) > here[p] > 0) or _of_pair(p, place[1], here, there):
                yield Mismatch(side, p, q, p, p, slip.words)


def _of_pair(p: str, msgid: str, here: Counter[str], there: Counter[str]) -> bool:
    """Say whether a form that is not here stands in the pivot beside one that is: RTS/CTS."""
    if p in here:
        return False
    pairs = ((f"{p}/{q}", f"{q}/{p}") for q in there if q in here and q != p)
    return any(one in msgid or other in msgid for one, other in pairs)


def _is_rendered(p: str, q: str, pivot: str, locale: str) -> bool:
    """Say whether two forms are words in capitals, and one is a translation of the other: TEXT,
    TEXTO; PARAMETER, PARAMETR. Languages that the lexicon has not may have any word for another."""
    if len(p) < _WORD or not (p.isalpha() and q.isalpha()) or not lexicon.knows(pivot):
        return False
    there, here = (lexicon.said(form, one) for form, one in ((p, pivot), (q, locale)))
    if lexicon.knows(locale):
        return not there.isdisjoint(here)
    return bool(there) and len(p) > _WORD and locales.script(locale) == "Latn"


def _is_cut(q: str, p: str) -> bool:
    """Say whether a form is another one without some letters inside: NT-BNP for NT-proBNP."""
    gone = len(p) - len(q)
    if not 0 < gone <= _LEAST or len(q) <= _LEAST:
        return False
    holes = (p[at : at + gone] for at in range(1, len(q)) if q == p[:at] + p[at + gone :])
    return any(hole.isalpha() for hole in holes)


def _spelled_out(side: Side, p: str, q: str, right: str) -> Mismatch | None:
    """Say that letters of Cyrillic were romanised and exchanged: MTR for МРТ."""
    plain = p.translate(_LATIN)
    if not right.isascii() or not right or not plain.isascii() or plain == p or len(plain) < 3:
        return None
    slip = cause(q, plain)
    if slip is None or slip.kind != _SWAP:
        return None
    return Mismatch(side, p, q, right, right, f"the letters of {p} in Latin script")


def _letter_by_letter(side: Side, pivot: Side, p: str, q: str) -> Mismatch | None:
    """Say that the form of the pivot was put into the other script letter by letter, though our
    table, or another segment, has a rendering of it."""
    is_plural = p[-1:] in "Цц" and q[-1:] in "Tt"  # SVTs, which looks like a plural, for СВЦ
    if side.concepts(q) or not (is_letterwise(p, q) or (is_plural and is_letterwise(p, f"{q}s"))):
        return None
    known = _by_table(p, pivot.locale, side.locale)
    if q in known:
        return None
    right = known[0] if known else _elsewhere(side, pivot, p, q)
    if not right and locales.language(side.locale) == "en":
        right = in_words(p, pivot.locale)
    if not right or right == q:
        return None
    script = "Latin" if q.isascii() else "Cyrillic"
    return Mismatch(side, p, q, right, right, f"the letters of {p} in {script} script")


def _elsewhere(side: Side, pivot: Side, p: str, q: str) -> str:
    """Return what renders the pivot's form where it stands alone, "" if that is not known."""
    found = Counter[str]()
    for place in pivot.places(p) - side.places(q):
        here = set(side.segments.get(place, ()))
        if p in here:
            found[p] += 1
        elif len(here) == len(pivot.segments[place]) == 1:
            found[here.pop()] += 1
    right, count = found.most_common(1)[0] if found else ("", 0)
    return right if count >= side.count(q) and (right == p or not cause(right, q)) else ""


def _transcribed(side: Side, pivot: Side, p: str, q: str) -> Mismatch | None:
    """Say that a form was put into Cyrillic letter by letter that the file keeps, or that is an
    organisation's for which the language has none: ФДА for FDA."""
    if q.isascii() or len(p) < 3 or q.translate(_LATIN) != p or side.concepts(q):
        return None
    kinds = {kind(c) for c in pivot.concepts(p) if not renderings(c, side.locale)}
    if "organisation" not in kinds and p not in side.facts:
        return None
    return Mismatch(side, p, q, p, p, f"the letters of {p} in Cyrillic script")


def _by_table(form: str, pivot: str, locale: str) -> list[str]:
    """Return the renderings of an acronym, or of each part of one with hyphens, by our table."""
    parts = []
    for part in (form,) if concepts(form, pivot) else form.split("-"):
        found = [r for c in sorted(concepts(part, pivot)) for r in renderings(c, locale) or (c,)]
        if not found:
            return []
        parts.append(found)
    return ["-".join(choice) for choice in islice(product(*parts), 4)]


def _has(form: str, pivot: str, locale: str) -> bool:
    """Say whether our table knows that a locale has the pivot's own form."""
    known = (renderings(concept, locale) or (concept,) for concept in sorted(concepts(form, pivot)))
    return any(form in forms for forms in known)
