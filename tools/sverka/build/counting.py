"""How far the translations of a project have come."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sverka.article import ArticleError
from sverka.article.states import Progress, messages_of, progress
from sverka.build.model import Order, Trouble
from sverka.catalogue import load
from sverka.project import Project

_STATES = ("translated", "fuzzy", "missing")


class Count(NamedTuple):
    """The progress of one article in one locale."""

    article: str
    locale: str
    progress: Progress


def count(project: Project, wanted: Iterable[Order]) -> tuple[list[Count], list[Trouble]]:
    """Count every article in every locale; a locale without a catalogue has nothing translated."""
    counts: list[Count] = []
    troubles: list[Trouble] = []
    for order in wanted:
        try:
            article = order.read(project.pivot)
        except ArticleError as error:
            troubles.append(Trouble(error.file, error.line, error.message))
            continue
        except OSError as error:
            troubles.append(Trouble(str(order.article), 0, error.strerror or str(error)))
            continue
        for locale in project.locales:
            try:
                path = order.catalogues.get(locale)
                catalogue = load(path) if path else None
            except OSError as error:
                troubles.append(Trouble(str(path), 0, error.strerror or str(error)))
                continue
            if catalogue:
                troubles += [Trouble(one.file, one.line, one.message) for one in catalogue.problems]
            known = messages_of(catalogue) if catalogue else {}
            counts.append(Count(order.name, locale, progress(article, known)))
    return counts, troubles


def _totals(counts: Sequence[Count]) -> list[Count]:
    totals: dict[str, Progress] = {}
    for each in counts:
        before = totals.get(each.locale)
        totals[each.locale] = each.progress + before if before else each.progress
    return [Count("", locale, found) for locale, found in totals.items()]


def as_json(counts: Sequence[Count]) -> str:
    """Return the counts as one JSON object: an item per article and locale, totals per locale."""
    value = {
        "version": 1,
        "articles": [{"article": each.article, **_values(each)} for each in counts],
        "locales": [_values(each) for each in _totals(counts)],
    }
    return json.dumps(value, ensure_ascii=False, indent=2)


def _values(each: Count) -> dict[str, Any]:
    found = each.progress
    return {
        "locale": each.locale,
        "segments": dict(found.segments),
        "words": dict(found.words),
        "percent": found.percent,
    }


def as_text(counts: Sequence[Count]) -> str:
    """Return the counts as a table; of several articles, the totals come last."""
    rows = list(counts)
    if len({each.article for each in counts}) > 1:
        rows += _totals(counts)
    table = [
        ["article", "locale", "words", *_STATES, "%", "segments", *_STATES],
        *(_cells(each) for each in rows),
    ]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if index < 2 else cell.rjust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in table
    )


def _cells(each: Count) -> list[str]:
    found = each.progress
    words = [found.words[state] for state in found.words]
    segments = [found.segments[state] for state in found.segments]
    numbers = [sum(words), *words, found.percent, sum(segments), *segments]
    return [each.article or "all", each.locale, *map(str, numbers)]
