"""Slips planted into the acronyms of real medical segments, and what the rules find of them."""

import random
import string
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from sverka.review import Finding
from sverka.text.acronyms import Acronym, acronyms_of
from sverka.text.analysis import Text
from sverka.text.lookalikes import twin

from .data import Segment, review

RULES = ("acronym-variant", "acronym-mismatch", "mixed-script")
LATIN = [("C", "S"), ("P", "R"), ("B", "V"), ("H", "N"), ("X", "KH"), ("Y", "U")]
CYRILLIC = [("С", "К"), ("Р", "П"), ("В", "Б"), ("Н", "Х")]
ROMAN = [("C", "TS"), ("TS", "C"), ("H", "KH"), ("KH", "H")]


class Plant(NamedTuple):
    """A form, and what was put in its place."""

    id: str
    right: str
    wrong: str


Slip = Callable[[str, random.Random], Iterator[str]]


def look_alike(form: str, rng: random.Random) -> Iterator[str]:
    """A letter read as its look-alike of the other alphabet."""
    table = LATIN if form.isascii() else CYRILLIC
    both = table + [(b, a) for a, b in table]
    yield from _replaced(form, both, rng)


def romanisation(form: str, rng: random.Random) -> Iterator[str]:
    """Another romanisation of one Cyrillic letter."""
    if form.isascii():
        yield from _replaced(form, ROMAN, rng)


def _replaced(form: str, table: list[tuple[str, str]], rng: random.Random) -> Iterator[str]:
    for old, new in rng.sample(table, len(table)):
        if old in form:
            yield form.replace(old, new, 1)


def homoglyph(form: str, rng: random.Random) -> Iterator[str]:
    """A letter of the other alphabet that looks the same."""
    script = "CYRILLIC" if form.isascii() else "LATIN"
    for k in rng.sample(range(len(form)), len(form)):
        if (other := twin(form[k], script)) and other not in "ЅЈІ":
            yield form[:k] + other + form[k + 1 :]


def transposition(form: str, rng: random.Random) -> Iterator[str]:
    """Two neighbouring letters that changed places."""
    for k in rng.sample(range(len(form) - 1), len(form) - 1):
        a, b = form[k : k + 2]
        if a != b and a.isalpha() and b.isalpha():
            yield form[:k] + b + a + form[k + 2 :]


def random_letter(form: str, rng: random.Random) -> Iterator[str]:
    """A letter replaced by any other."""
    letters = string.ascii_uppercase if form.isascii() else "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЭЮЯ"
    places = [k for k, char in enumerate(form) if char.isupper()]
    for k in rng.sample(places, len(places)):
        yield form[:k] + rng.choice(letters.replace(form[k], "")) + form[k + 1 :]


def lost_hyphen(form: str, rng: random.Random) -> Iterator[str]:
    """A hyphen left out."""
    if "-" in form:
        yield form.replace("-", "", 1)


SLIPS: dict[str, Slip] = {
    slip.__name__.replace("_", " "): slip
    for slip in (look_alike, homoglyph, romanisation, transposition, random_letter, lost_hyphen)
}


def plant(
    segments: Sequence[Segment], side: str, slip: Slip, seed: int
) -> tuple[list[Segment], list[Plant]]:
    """Put one slip into one occurrence of every acronym that occurs three times or more."""
    rng = random.Random(seed)
    places: dict[str, list[tuple[int, Acronym]]] = defaultdict(list)
    for number, segment in enumerate(segments):
        for acronym in acronyms_of(Text(getattr(segment, side), side)):
            places[acronym.form].append((number, acronym))
    planted, used = list(segments), set()
    plants = []
    for form, occurrences in sorted(places.items()):
        free = [place for place in occurrences if place[0] not in used]
        if len(occurrences) < 3 or not free:
            continue
        number, acronym = rng.choice(free)
        wrong = next((w for w in slip(form, rng) if w not in places), None)
        if wrong is None:
            continue
        used.add(number)
        text = getattr(planted[number], side)
        text = text[: acronym.start] + wrong + text[acronym.end :]
        planted[number] = planted[number]._replace(**{side: text})
        plants.append(Plant(planted[number].id, form, wrong))
    return planted, plants


def found(plants: Sequence[Plant], findings: Sequence[Finding], side: str) -> list[Plant]:
    """Return the plants that a finding at the gate points at."""
    field = "msgid" if side == "en" else "msgstr"
    hits = {(f.msgctxt, f.text) for f in findings if f.gate and f.field == field}
    return [p for p in plants if (p.id, p.wrong) in hits or _partly(p, hits)]


def _partly(plant: Plant, hits: set[tuple[str | None, str | None]]) -> bool:
    return any(
        id == plant.id and text and (text in plant.wrong or plant.wrong in text)
        for id, text in hits
    )


def untouched(segments: Sequence[Segment]) -> list[Finding]:
    """Return the findings at the gate on the text as it is."""
    return [f for f in review(segments, RULES) if f.gate]


def report(segments: Sequence[Segment], seeds: int = 2) -> None:
    """Print recall by kind of slip and side, and what is found in the untouched text."""
    silent = untouched(segments)
    print(f"untouched: {len(silent)} findings in {len(segments)} segments")
    for finding in silent:
        print(f"    {finding.msgctxt} {finding.rule} {finding.text}: {finding.message}")
    for name, slip in SLIPS.items():
        total: Counter[str] = Counter()
        hit: Counter[str] = Counter()
        missed: list[str] = []
        for side in ("en", "ru"):
            for seed in range(seeds):
                planted, plants = plant(segments, side, slip, seed)
                good = found(plants, review(planted, RULES), side)
                total[side] += len(plants)
                hit[side] += len(good)
                missed += [f"{p.right}>{p.wrong}" for p in plants if p not in good]
        print(
            f"{name:14} recall "
            + ", ".join(f"{s} {hit[s] / n:.3f} of {n}" for s, n in total.items() if n)
            + f", both {sum(hit.values()) / max(1, sum(total.values())):.3f}"
        )
        print("    missed:", " ".join(missed[:40]))
