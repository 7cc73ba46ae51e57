"""One person is spelled two ways in one language."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from sverka.review import CatalogueFile, Fact, Finding, Form, Rule, Unit, fact, related
from sverka.review.needs import SOURCE, says
from sverka.review.needs import unit as unit_with
from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.names import same_form
from sverka.text.names.sounds import differ_in_gender

from ._fates import Fate, fates
from ._fitting import better
from ._lone import lone, named, placed
from ._persons import CASED, HEARD, differ, heard, is_known, may_name, people, place, untitled
from ._runs import long_runs, runs_of
from ._spellings import (
    differ_without_endings,
    inflected_alike,
    is_cut,
    is_misprinted,
    is_same_but_surname,
    vowels,
)

rule = Rule(
    __name__,
    family="names",
    severity="warning",
    certainty="likely",
    roles=("pivot", "source", "target"),
    yields_to=("name-untranslated", "name-respelled", "name-variant"),
    needs=says(long_runs) | unit_with(SOURCE),
)

Key = tuple[str, str]
_SHORTEST = 5
"""Letters of a surname that is compared."""
_KEPT = 2
"""So often kept in an article, capitals are a name whatever they look like."""
_START = 2
"""Letters in which no two cases of a name differ."""


@rule.inspect
def inspect(file: CatalogueFile) -> Iterator[Finding]:
    """Compare surnames alone with the same surnames in full names."""
    for one in lone(file, "variant"):
        other = "elsewhere" if one.here.text in one.name.text else "with the given name"
        yield rule.finding(
            placed(file, one),
            f"{one.here.text} once (here), {one.usual} {_times(one.times)} {other}, "
            f"{one.name.text} in the pivot",
            related=[named(file, one)],
            replacement=one.usual,
        )


@rule.gather
def note(unit: Unit) -> Iterator[tuple[Key, Fact]]:
    """Note how each person is spelled; `value` is who, the register's forms, the source's, the
    form that must stand elsewhere for the others to be spellings of it, and the pivot's locale."""
    if unit.source is None and not may_name(unit):
        return
    key = (unit.article, unit.locale)
    for form in unit.forms:
        pivot = form.pivot or form.text
        for person in people(unit, pivot):
            span = (person.mention.start, person.mention.end)
            if form.pivot:
                found = place(person, unit, pivot, form.text)
                if not found or found.score < HEARD or _is_left(found.text, unit, pivot):
                    continue
                span = (found.start, found.end)
            forms = person.entry.forms(unit.locale) if person.entry else ()
            who = person.entry.forms(pivot.locale)[0] if person.entry else person.mention.text
            witness = person.source.text if person.source else ""
            yield key, fact(form, span, (who, forms, witness, "", pivot.locale))
        if form.pivot is None and unit.source:
            yield from ((key, one) for one in _alone(form, unit.source))
    for _, one in fates(unit):
        fate = Fate(*one.value)
        pivot_locale = unit.background.pivot or "en"
        if fate.heard or (fate.alike and _may_be_spelled(fate, pivot_locale, unit.locale)):
            copy = fate.name if fate.alike else ""
            value = (fate.name, (), "", copy, pivot_locale)
            yield key, Fact(one.where, one.span, one.text, value)


def _may_be_spelled(fate: Fate, pivot_locale: str, locale: str) -> bool:
    """Say whether a name that a translation keeps is a known one, kept as it is, or misprinted."""
    name, form = fate.name, untitled(fate.alike)
    return form == name or is_known(name, pivot_locale) or is_misprinted(form, name, locale)


def _alone(form: Form, source: Text) -> Iterator[Fact]:
    """Note the single words of a pivot text that may be surnames: the source has their sound."""
    for run in form.text.ask(runs_of):
        name = run.text.removesuffix("'s").removesuffix("’s")
        if len(name) < _SHORTEST or " " in name:
            continue
        there = heard(name, form.text, source)
        if there and there.text[0].isupper() and " " not in there.text:
            span = (run.start, run.start + len(name))
            yield fact(form, span, ("", (), there.text, source.locale, ""))


def _is_left(form: str, unit: Unit, pivot: Text) -> bool:
    """Say whether a form was left in the script of another text: `name-untranslated` tells."""
    others = (pivot, unit.source) if unit.source else (pivot,)
    return any(form in other.value and differ(other.locale, unit.locale) for other in others)


@rule.judge
def compare(key: Key, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Compare the spellings of each person with the register, else with the commonest one."""
    yield from _misspelt([one for one in facts if not one.value[0]], facts, key[1])
    for places in _persons(facts):
        _, admitted, _, copy, pivot_locale = places[0].value
        spellings = _spellings([place.text for place in places], key[1], copy)
        if copy and copy not in spellings:
            yield from _misprinted(places, spellings, copy, key[1])
            continue
        counts = Counter(spellings[place.text] for place in places)
        if copy and counts[copy] < _KEPT and not is_known(copy, pivot_locale):
            continue
        usual, most = counts.most_common(1)[0]
        if copy and counts[copy] == most:
            usual = copy
        rivals = [form for form, times in counts.items() if times == most]
        is_undecided = False
        is_told = differ(pivot_locale or key[1], key[1]) and locales.script(key[1]) in CASED
        if len(rivals) == 2 and is_told and not admitted:
            name = places[0].value[0]
            fitting = better(name, (rivals[0], rivals[1]), pivot_locale or key[1], key[1])
            usual, is_undecided = fitting or usual, fitting is None
        right = admitted or (usual, *(f for f, known in spellings.items() if known == usual))
        for one in places:
            form = untitled(one.text)
            rights = [(other,) for other in admitted] or [right]
            is_rival = is_undecided and spellings[one.text] in rivals
            if not is_rival and any(_fits(form, others, key[1], copy) for others in rights):
                continue
            mine = spellings[one.text]
            if not admitted and not _is_told(one, mine, right[0], places, spellings):
                continue
            if is_rival:
                right = tuple(form for form in rivals if form != mine)
            evidence = [f"{one.text} {_times(counts[mine])} (here)"]
            evidence += [f"{other} {_times(n)}" for other, n in counts.items() if other != mine]
            if admitted:
                evidence.append(f"{admitted[0]} in the register")
            if one.value[2]:
                evidence.append(f"{one.value[2]} in the source")
            others = [place for place in places if spellings[place.text] != mine][:3]
            whole = one.where.role == "pivot" and len(form.split()) == len(right[0].split())
            yield rule.finding(
                one,
                ", ".join(evidence),
                replacement=right[0] if whole and form == one.text else None,
                related=[related(o, _times(counts[spellings[o.text]])) for o in others],
                certainty="certain" if admitted and one.where.role == "pivot" else None,
            )


def _misprinted(
    places: Sequence[Fact], spellings: dict[str, str], copy: str, locale: str
) -> Iterator[Finding]:
    """Report a form with another vowel than both another one and the pivot's name have, or with a
    surname that is not what it is everywhere else."""
    counts = Counter(spellings[place.text] for place in places)
    usual, most = counts.most_common(1)[0]
    right = [place for place in places if vowels(untitled(place.text)) == vowels(copy)]
    for one in places:
        form = untitled(one.text)
        same = (r for r in right if is_misprinted(form, untitled(r.text), locale))
        other = next(same, None)
        if not other and most >= _KEPT and counts[spellings[one.text]] == 1:
            odd = is_same_but_surname(form, usual) and form[-_START:] == usual[-_START:]
            other = next(p for p in places if spellings[p.text] == usual) if odd else None
        elif vowels(form) == vowels(copy):
            continue
        if other:
            yield rule.finding(
                one,
                f"{one.text} here, {other.text} elsewhere, {copy} in the pivot",
                replacement=untitled(other.text) if form == one.text else None,
                related=[related(other, "elsewhere")],
            )


def _misspelt(alone: list[Fact], facts: Sequence[Fact], locale: str) -> Iterator[Finding]:
    """Compare surnames alone with those of full names that the source writes alike."""
    from rapidfuzz.distance import OSA

    full = [one for one in facts if one.value[0] and one.value[2]]
    for one in alone if full else ():
        source = one.value[2]
        same = [f for f in full if same_form(source, f.value[2].split()[-1], one.value[3])]
        surnames = Counter(f.text.split()[-1] for f in same)
        surnames.update(f.text for f in alone if f.text in surnames)
        if not surnames or any(same_form(one.text, known, locale) for known in surnames):
            continue
        right, times = surnames.most_common(1)[0]
        is_far = OSA.distance(one.text, right) > max(1, len(right) // 4)
        if is_far or differ_in_gender(one.text.lower(), right.lower()):
            continue
        yield rule.finding(
            one,
            f"{one.text} once (here), {right} {_times(times)}, {source} in the source",
            replacement=right,
            related=[related(same[0], _times(times))],
        )


def _persons(facts: Sequence[Fact]) -> list[list[Fact]]:
    """Return the facts of each person, whom the pivot may have in several cases."""
    spelled: dict[str, list[Fact]] = defaultdict(list)
    for one in facts:
        if one.value[0]:
            spelled[one.value[0]].append(one)
    persons: dict[str, list[str]] = defaultdict(list)
    for name, places in spelled.items():
        known = persons[name[:_START]]
        locale = places[0].value[4]
        is_plain = not (places[0].value[1] or places[0].value[3])
        same = (other for other in known if is_plain and inflected_alike(name, other, locale))
        if (other := next(same, None)) is not None:
            spelled[other].extend(places)
            places.clear()
        else:
            known.append(name)
    return [places for places in spelled.values() if places]


def _is_told(
    one: Fact, mine: str, right: str, places: Sequence[Fact], spellings: dict[str, str]
) -> bool:
    """Say whether a spelling is another of the same name: what the pivot has in another case may
    be another person's, a man's or a woman's."""
    alone = all(p.value[0] != one.value[0] for p in places if spellings[p.text] == right)
    return not alone or is_same_but_surname(mine, right)


def _spellings(forms: Sequence[str], locale: str, copy: str) -> dict[str, str]:
    """Return the spelling that each form has: the longest form of those that differ in endings,
    titles and given names only."""
    found: dict[str, str] = {}
    known: dict[str, list[str]] = {}
    for form in sorted(set(forms), key=lambda form: (-len(form.split()), form)):
        bare = untitled(form)
        same = (first for first, others in known.items() if _fits(bare, others, locale, copy))
        spelling = next(same, bare)
        known.setdefault(spelling, []).append(bare)
        found[form] = spelling
    return found


def _fits(form: str, others: Sequence[str], locale: str, copy: str) -> bool:
    """Say whether a form is spelled as the first of others is, and against none of them."""
    return _same(form, others[0], locale, copy) and not any(
        differ_without_endings(form, other, locale) for other in others
    )


def _same(form: str, other: str, locale: str, copy: str) -> bool:
    """Say whether forms differ in endings, in what is left out, or in what was added to one."""
    if copy and form != other and copy in (form, other):
        odd = other if form == copy else form
        if is_cut(odd, copy, locale):
            return False
    if same_form(form, other, locale):
        return True
    one, two = form.replace("-", " "), other.replace("-", " ")
    return one.startswith(two) or two.startswith(one)


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"
