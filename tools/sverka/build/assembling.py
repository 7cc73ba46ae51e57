"""One article into its outputs."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sverka.article import Article, ArticleError
from sverka.article.states import Messages, Progress, messages_of, progress
from sverka.article.template import stale
from sverka.build.article_pages import choices
from sverka.build.choosing import Choice
from sverka.build.linking import links, place_of
from sverka.build.memory import STATES, Memory, digest, is_fresh
from sverka.build.model import Built, Order, Settings, Trouble, os_trouble
from sverka.build.places import PlaceError, page_name, put
from sverka.build.planning import Inputs, Output, inputs, outputs, published, shaping_of
from sverka.build.titles import title
from sverka.build.writing import Shown, written
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
    old = stale_messages(order, settings)
    chosen = {locale: choices(article, locale, settings, known, old) for locale in languages}
    warnings = {
        locale: list(_warnings(article, order.catalogues.get(locale), chosen[locale]))
        for locale in languages
    }
    result = Assembled(total)
    found = links(article, order.article, settings) if settings.shows_pages else {}
    wanted = outputs(order, given, languages, settings, shaping_of(shaping, found, old))
    for output in wanted:
        shown = Shown(article, chosen[output.locale], languages, found)
        built, record = _make(output, shown, settings, memory)
        result.built = result.built + built
        if record:
            result.outputs[output.name] = record
    for path, link in found.items():
        if link.kind != "file":
            continue
        name = link.target
        built, record = _copy(name, place_of(order.article, path), settings, memory)
        result.built += built
        if record:
            result.outputs[name] = record
    here = dict.fromkeys(output.locale for output in wanted)
    result.built += Built(warnings=tuple(one for locale in here for one in warnings[locale]))
    if not result.built.troubles:
        result.article = _record(order, article, given, done, chosen, warnings)
        result.article |= {"stale": sorted(old)} if old else {}
        result.article |= {"template": given.template} if given.template else {}
        result.article["links"] = {path: [*link] for path, link in found.items()}
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


def _make(
    output: Output, shown: Shown, settings: Settings, memory: Memory
) -> tuple[Built, dict[str, Any] | None]:
    if is_fresh(memory, settings, output.name, output.key):
        return Built(unchanged=1), memory.outputs[output.name]
    twice = output.name == page_name(output.locale, shown.article.name)
    twice = twice and "html" in settings.formats
    if twice and output.format == "same":
        message = "both formats would stand here; build them in different folders"
        return Built(troubles=(Trouble(output.name, 0, message),)), None
    if shown.article.format == "rst" and output.format != "same":
        message = "reStructuredText is built with --format same only; Sphinx makes pages of it"
        return Built(troubles=(Trouble(output.name, 0, message),)), None
    try:
        data = written(output, shown, settings)
    except Exception as error:
        message = f"the page template failed: {type(error).__name__}: {error}"
        return Built(troubles=(Trouble(output.name, 0, message),)), None
    built = put(settings, output.name, data)
    if built.troubles:
        return built, None
    return built, {"inputs": output.key, "size": len(data), "sha256": digest(data)}


def stale_messages(order: Order, settings: Settings) -> frozenset[str]:
    """Return the messages of an article whose source has changed, as its template tells."""
    if order.template is None or not settings.source or not order.template.is_file():
        return frozenset()
    return stale(load(order.template), settings.source)


def _copy(
    name: str, path: str, settings: Settings, memory: Memory
) -> tuple[Built, dict[str, Any] | None]:
    """Put a file that the article shows or links to beside the pages."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        return Built(troubles=(os_trouble(path, error),)), None
    key = digest(data)
    if is_fresh(memory, settings, name, key):
        return Built(unchanged=1), memory.outputs[name]
    built = put(settings, name, data)
    record = {"inputs": key, "size": len(data), "sha256": key}
    return built, None if built.troubles else record


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
    own = tuple(Choice(None, "", "translated") for _ in article.segments)
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
        "title": title(article, own),
        "units": [f"{article.blocks[one.block].ident} {one.position}" for one in article.segments],
        "locales": rows,
    }
