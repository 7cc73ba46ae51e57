"""German compounds with an acronym that lack their hyphen: CAR-T Zellen for CAR-T-Zellen."""

import re
from collections.abc import Iterator, Sequence

from sverka.review import Fact, Finding, Rule, Unit, fact
from sverka.review.needs import here
from sverka.text import locales
from sverka.text.prose import prose
from sverka.text.traits import ACRONYM, LETTER

rule = Rule(
    __name__,
    family="typography",
    severity="warning",
    certainty="likely",
    roles=("source", "target"),
    needs=here(ACRONYM | LETTER),
)

_ACRONYM = r"(?:[a-z]?[A-ZÄÖÜ][A-ZÄÖÜ0-9]*[A-ZÄÖÜ](?:-?[A-Z0-9]+)*(?: T)?|[TB])"
_SPACED = re.compile(rf"(?<![\w./@-]){_ACRONYM}(?P<gap> )[A-ZÄÖÜ][a-zäöüß]{{3,}}(?![\w/])")
_HYPHENED = re.compile(rf"(?<![\w./@-]){_ACRONYM}-[A-ZÄÖÜ][a-zäöüß]{{3,}}")
_NOUN = re.compile(
    r"(?<![\w-])(?:[a-z]?[A-Z][A-Z0-9]*[A-Z](?:-?[A-Z0-9]+)*|[TB])(?:[- ]T)?[ -]"
    r"(?:addresse?s?|anal[iy]s[ei]s|antibod(?:y|ies)|cards?|cells?|centres?|centers?|codes?|criteria"
    r"|criterion|data|devices?|donors?|examinations?|experts?|fibres?|files?|formats?|genes?"
    r"|genomes?|guidelines?|images?|infections?|injections?|keys?|levels?|lymphocytes?|machines?"
    r"|members?|molecules?|mutations?|officials?|patients?|positivity|products?|program(?:me)?s?"
    r"|protocols?|receptors?|reports?|researche?r?s?|results?|samples?|scanners?|scans?|scores?"
    r"|sequences?|sequencing|servers?|signals?|specialists?|staff|standards?|strains?|strands?"
    r"|stud(?:y|ies)|syndrome|systems?|teams?|tests?|therap(?:y|ies)|transmission|treatments?"
    r"|trials?|tumou?rs?|units?|users?|vaccines?|values?|variants?|virus|viruses|wards?)(?!\w)"
)
"""An acronym of the pivot and its noun."""
_LONG = 4
"""Longer runs of capitals are words in capitals."""
_FEW = 2
"""So many slips need no compounds that are written right."""


@rule.gather
def note_compounds(unit: Unit) -> Iterator[tuple[str, Fact]]:
    """Note compounds with an acronym, and whether they lack the hyphen."""
    if locales.language(unit.locale) != "de":
        return
    for form, pivot in unit.pairs:
        value = form.text.ask(prose)
        for found in _HYPHENED.finditer(value) if "-" in value else ():
            yield unit.where.file, fact(form, found.span(), True)
        spaced = list(_SPACED.finditer(value))
        if spaced and _NOUN.search(pivot.ask(prose)):
            for found in spaced:
                acronym = value[found.start() : found.start("gap")]
                if found[0] not in pivot.value and not (acronym.isalpha() and len(acronym) > _LONG):
                    yield unit.where.file, fact(form, found.span(), False)


@rule.judge
def compare(_: str, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Report compounds without a hyphen, unless they are the file's habit."""
    slips = [note for note in facts if not note.value]
    if len(slips) > max(_FEW, len(facts) - len(slips)):
        return
    for note in slips:
        right = note.text.replace(" ", "-")
        yield rule.finding(
            note, f"{note.text} is one word: German joins it with hyphens", replacement=right
        )
