"""Entries a second with glossaries of 0, 500 and 5,000 terms."""

import random
import time
from collections.abc import Sequence

import regex

from sverka.project import Glossary, Term
from sverka.project.glossary import Status
from sverka.review import Form, Unit, Where
from sverka.review.unit import Background
from sverka.rules import forbidden_term, glossary_term
from sverka.text.analysis import Text

from .data import Segment

RULES = (glossary_term.rule, forbidden_term.rule)


def glossary(segments: Sequence[Segment], size: int, absent: int = 0, seed: int = 1) -> Glossary:
    """Make a glossary of runs of one to three English words, rendered by Russian runs.

    `absent` of its terms are spelled backwards, so that no text has them.
    """
    rng = random.Random(seed)
    terms: dict[str, Term] = {}
    while len(terms) < size:
        segment = rng.choice(segments)
        en, ru = (regex.findall(r"\p{L}{3,}", text) for text in (segment.en, segment.ru))
        if len(en) > 3 and len(ru) > 3:
            length = rng.randint(1, 3)
            a, b = (rng.randrange(len(words) - length + 1) for words in (en, ru))
            form = " ".join(en[a : a + length]).lower()
            rendering = " ".join(ru[b : b + length]).lower()
            status: Status = "forbidden" if rng.random() < 0.05 else "preferred"
            form = form[::-1] if len(terms) < absent else form
            terms[form] = Term({"en": (form,), "ru": (rendering,)}, status=status)
    return Glossary(tuple(terms.values()))


def units(segments: Sequence[Segment], number: int, terms: Glossary) -> list[Unit]:
    """Return `number` translations, each text analysed anew."""
    background = Background(glossary=terms)
    found = []
    for k in range(number):
        segment = segments[k % len(segments)]
        where = Where("ru.po", "ru", "x", "target", k, None, segment.en, "msgstr")
        form = Form(Text(segment.ru, "ru"), where, Text(segment.en, "en"))
        unit = Unit(
            forms=(form,),
            source=None,
            role="target",
            locale="ru",
            article="x",
            state="translated",
            flags=(),
            background=background,
        )
        found.append(unit)
    return found


def seconds(given: Sequence[Unit]) -> tuple[float, int]:
    """Return the processor's time in which the rules read the units, and their findings."""
    start = time.process_time()
    number = sum(
        sum(1 for _ in rule.checker(unit)) for unit in given for rule in RULES if rule.checker
    )
    return time.process_time() - start, number


def report(segments: Sequence[Segment], number: int) -> None:
    """Print entries a second by size of the glossary, and the ratio to 500 terms."""
    base = 0.0
    for size, absent in ((0, 0), (500, 0), (5000, 4500), (5000, 0)):
        given = units(segments, number, glossary(segments, size, absent))
        seconds(given[:50])
        taken, found = seconds(given)
        base = base or (taken if size == 500 else 0.0)
        ratio = f", {taken / base:.2f} of the time with 500" if base else ""
        print(
            f"{size:5} terms, {size - absent} of them from these texts: {number / taken:9.0f} "
            f"entries a second{ratio}; {found / number:.1f} findings an entry"
        )
