"""Options, functions, paths, CamelCase names and variables that the translation lost or altered."""

import re
from collections.abc import Iterator
from itertools import chain

from sverka.review import Finding, Rule, Unit, pivot_of
from sverka.review.needs import there
from sverka.text.analysis import Text
from sverka.text.prose import HOLE, prose
from sverka.text.signs import pieces_with, signs
from sverka.text.traits import ACRONYM, CODE, MACHINE
from sverka.text.vocabulary import Remembered

rule = Rule(
    __name__,
    family="data",
    severity="warning",
    certainty="likely",
    roles=("target", "source"),
    needs=there(MACHINE | CODE | ACRONYM),
)

_LITERAL = re.compile(
    r"(?P<option>(?<![\w-])--[a-z][a-z0-9]+(?:-[a-z0-9]+)*(?![\w-]))"
    r"|(?P<function>\b[A-Za-z_][\w.:]*\w\(\))"
    r"|(?P<path>(?<![\w/.<])(?:~|\.{1,2})?/[\w.-]+(?:/[\w.-]*)+(?<!\.)"
    r"|(?<!\w)(?<!\w-)(?<!\w--)\w[\w-]*+(?:/[\w.-]+)*\.(?:txt|json|toml|ya?ml|xml|html?|py|js|rs|md|po|pot|conf|cfg|csv|log)\b)"
    r"|(?P<name>\b(?:[A-Z][a-z0-9]+){2,}\b)"
    r"|(?P<variable>(?<!\w)\$[A-Z_][A-Z0-9_]+\b|\b[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+\b)",
    re.ASCII,
)

_MADE_UP = re.compile(
    r"path|directory|folder|file(?:name)?|host(?:name)?|port|server|resource|user(?:name)?|name"
    r"|example|domain|project|document|(?:my|your)[a-z]{3,}"
)
"""Words of paths that are examples."""


@rule.check
def compare(unit: Unit) -> Iterator[Finding]:
    """Report literals of the pivot that stand nowhere in the translation."""
    for form, pivot in unit.pairs:
        wanted = pivot.ask(literals)
        if not wanted:
            continue
        here = form.text.value
        lost = [(kind, text) for kind, text in wanted if text not in here]
        if not lost:
            continue
        new = [
            found
            for found in _LITERAL.finditer(form.text.ask(prose))
            if found[0] not in pivot.value
        ]
        for kind, text in lost:
            same = [found for found in new if found.lastgroup == kind]
            at = pivot.value.index(text)
            evidence = [pivot_of(form, span=(at, at + len(text)))]
            if kind == "name" and not any(_slip(text, found[0]) for found in same):
                continue  # translated, or written in another script
            if kind == "path" and len(same) == 1 and _is_example(text, same[0][0]):
                continue
            if len(same) == 1 == len([one for one, _ in lost if one == kind]):
                yield rule.finding(
                    form,
                    f"the pivot's {kind} {text} is {same[0][0]} here",
                    span=same[0].span(),
                    related=evidence,
                    replacement=text,
                    certainty="likely"
                    if kind != "variable" or _slip(text, same[0][0])
                    else "possible",
                )
            else:
                message = f"the {kind} {text} of the pivot is missing"
                yield rule.finding(form, message, related=evidence, form=text, certainty="possible")


def _is_example(path: str, other: str) -> bool:
    """Say whether a path is made up, and translated: /path/to/file, myproject.pot."""
    made_up = any(map(_MADE_UP.fullmatch, re.findall(r"[a-z]+", path.lower())))
    suffix, theirs = (one.rpartition(".")[2] if "." in one else "" for one in (path, other))
    return made_up and suffix == theirs and not _slip(path, other)


def _slip(one: str, other: str) -> bool:
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(one, other, score_cutoff=2) <= 2


def literals(text: Text) -> tuple[tuple[str, str], ...]:
    """Return (kind, text) of the literals that stand in prose."""
    if not text.ask(signs) & (MACHINE | CODE | ACRONYM):
        return ()
    value = text.ask(prose)
    signed = MACHINE | CODE | ACRONYM
    found = pieces_with(text, signed) if value is text.value else value.split(" ")
    pieces = filter(None, map(_pieces.__getitem__, found))
    return tuple(dict.fromkeys(chain.from_iterable(pieces)))


def _in_piece(piece: str) -> tuple[tuple[str, str], ...]:
    """Return the literals in what stands between two spaces: none has a space."""
    return tuple(
        (found.lastgroup or "", found[0])
        for found in _LITERAL.finditer(piece)
        if HOLE not in piece[max(0, found.start() - 1) : found.end() + 1]
    )


_pieces = Remembered(_in_piece)
