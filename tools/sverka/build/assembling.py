"""One article into its outputs."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from sverka.article import Article, ArticleError, render, spoken
from sverka.article.states import Messages, Progress, messages_of, progress
from sverka.build.article_pages import choices, page
from sverka.build.choosing import Choice
from sverka.build.memory import STATES, Memory, digest, is_fresh
from sverka.build.model import Built, Order, Settings, Trouble, os_trouble
from sverka.build.pages import Pages
from sverka.build.places import PlaceError, page_name, put
from sverka.build.planning import Inputs, Output, inputs, outputs, published
from sverka.build.wording import phrases
from sverka.catalogue import load

_LETTERS = {state: letter for letter, state in STATES.items()}


@dataclass(slots=True)
class Assembled:
    """What came of an article, and what the next build is told of it."""

    built: Built
    article: dict[str, Any] | None = None
    outputs: dict[str, dict[str, Any]] = field(default_factory=dict)


def assemble(order: Order, settings: Settings, shaping: str, memory: Memory) -> Assembled:
    """Make the outputs of an article that are not made of the same inputs already."""
    try:
        article = order.read(settings.pivot)
        page_name(settings.pivot, order.name)
        given = inputs(order)
    except ArticleError as error:
        return _failed(Trouble(error.file, error.line, error.message))
    except PlaceError as error:
        return _failed(Trouble(str(order.article), 0, str(error)))
    except OSError as error:
        return _failed(os_trouble(str(order.article), error))
    if not article.text.strip():
        message = "the article is empty; there is nothing to build"
        return _failed(Trouble(str(order.article), 1, message))
    known, troubles = _load(order)
    done = {locale: progress(article, found) for locale, found in known.items()}
    languages = published({locale: each.percent for locale, each in done.items()}, settings)
    total = Built(
        troubles=tuple(troubles),
        withheld=tuple(
            (order.name, locale, each.percent)
            for locale, each in done.items()
            if locale not in languages and each.percent < settings.threshold
        ),
    )
    chosen = {locale: choices(article, locale, settings, known) for locale in languages}
    warnings = {
        locale: list(_warnings(article, order.catalogues.get(locale), chosen[locale]))
        for locale in languages
    }
    result = Assembled(total)
    wanted = outputs(order, given, languages, settings, shaping)
    for output in wanted:
        built, record = _make(output, article, chosen[output.locale], languages, settings, memory)
        result.built = result.built + built
        if record:
            result.outputs[output.name] = record
    shown = dict.fromkeys(output.locale for output in wanted)
    result.built += Built(warnings=tuple(one for locale in shown for one in warnings[locale]))
    if not result.built.troubles:
        result.article = _record(order, article, given, done, chosen, warnings)
    return result


def _failed(trouble: Trouble) -> Assembled:
    return Assembled(Built(troubles=(trouble,)))


def _load(order: Order) -> tuple[dict[str, Messages], list[Trouble]]:
    known: dict[str, Messages] = {}
    troubles: list[Trouble] = []
    for locale, path in order.catalogues.items():
        try:
            page_name(locale, order.name)
            catalogue = load(path)
        except OSError as error:
            troubles.append(os_trouble(str(path), error))
            continue
        except PlaceError as error:
            troubles.append(Trouble(str(path), 0, str(error)))
            continue
        troubles += [Trouble(each.file, each.line, each.message) for each in catalogue.problems]
        known[locale] = messages_of(catalogue)
    return known, troubles


@lru_cache(maxsize=2)
def _pages(theme: Path | None) -> Pages:
    return Pages(theme)


def _make(
    output: Output,
    article: Article,
    chosen: tuple[Choice, ...],
    languages: tuple[str, ...],
    settings: Settings,
    memory: Memory,
) -> tuple[Built, dict[str, Any] | None]:
    if is_fresh(memory, settings, output.name, output.key):
        return Built(unchanged=1), memory.outputs[output.name]
    twice = output.name == page_name(output.locale, article.name) and "html" in settings.formats
    if twice and output.format == "same":
        message = "both formats would stand here; build them in different folders"
        return Built(troubles=(Trouble(output.name, 0, message),)), None
    try:
        data = _bytes(output, article, chosen, languages, settings)
    except Exception as error:
        message = f"the page template failed: {type(error).__name__}: {error}"
        return Built(troubles=(Trouble(output.name, 0, message),)), None
    built = put(settings, output.name, data)
    if built.troubles:
        return built, None
    return built, {"inputs": output.key, "size": len(data), "sha256": digest(data)}


def _bytes(
    output: Output,
    article: Article,
    chosen: tuple[Choice, ...],
    languages: tuple[str, ...],
    settings: Settings,
) -> bytes:
    if output.format == "html":
        shown = page(article, output.locale, chosen, languages, settings)
        return _pages(settings.theme).render("page.html", shown, phrases(output.locale))
    by_place = dict(zip((one.start for one in article.segments), chosen, strict=True))
    return render(article, lambda one: by_place[one.start].text, output.locale).encode("utf-8")


def _warnings(
    article: Article, catalogue: Path | None, chosen: Iterable[Choice]
) -> Iterator[Trouble]:
    for segment, choice in zip(article.segments, chosen, strict=True):
        if choice.fault:
            message = f"not used, {choice.fault}: {segment.text[:60]!r}"
            yield Trouble(str(catalogue), choice.line, message)


def _record(
    order: Order,
    article: Article,
    given: Inputs,
    done: Mapping[str, Progress],
    chosen: Mapping[str, tuple[Choice, ...]],
    warnings: Mapping[str, list[Trouble]],
) -> dict[str, Any]:
    headings = [block for block in article.blocks if block.level == 1] or list(article.blocks)
    titles = [spoken(article, segment.text) for block in headings[:1] for segment in block.segments]
    rows = {}
    for locale, each in done.items():
        states = "".join(_LETTERS[one.state] for one in chosen.get(locale, ()))
        rows[locale] = {
            "catalogue": order.catalogues[locale].as_posix(),
            "sha256": given.catalogues.get(locale, ""),
            "percent": each.percent,
            "units": states,
            "warnings": [list(one) for one in warnings.get(locale, ())],
        }
    return {
        "article": order.article.as_posix(),
        "sha256": given.article,
        "unit": order.cutting,
        "title": " ".join(titles) or article.name,
        "units": [f"{article.blocks[one.block].ident} {one.position}" for one in article.segments],
        "locales": rows,
    }
