"""Building: every article in every locale, the index of them, and where all that came from."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from sverka.build.digests import Digests
from sverka.build.memory import (
    Memory,
    as_bytes,
    combined,
    digest,
    is_fresh,
    recall,
    remove,
    settings_digest,
)
from sverka.build.model import Built, Order, Settings, Trouble, os_trouble
from sverka.build.places import PROVENANCE, PlaceError, put
from sverka.build.planning import (
    Digest,
    Inputs,
    inputs,
    links_before,
    outputs,
    published,
    published_before,
    shaping_of,
)
from sverka.build.showing import shown
from sverka.text import locales

INDEX = "index.html"
_WORTH_A_POOL = 24


def build(wanted: Iterable[Order], settings: Settings, *, jobs: int = 0) -> Built:
    """Build the articles. What cannot be built is told in `troubles`; the rest is built.

    Outputs whose inputs did not change since the last build are left as they are. `jobs` is the
    number of processes; 0: as many as there are processors, if there is enough to do.
    """
    try:
        shaping = settings_digest(settings)
    except OSError as error:
        return Built(troubles=(os_trouble(str(settings.theme), error),))
    old = recall(settings)
    orders = sorted(wanted, key=lambda order: order.name)
    whole = bool(settings.articles)
    if not whole:
        here = {os.path.normpath(order.article): order.name for order in orders}
        settings = replace(settings, articles=here)
    settings = replace(settings, sources=_inside(settings))
    digests = Digests(settings.root)
    total, stale = Built(), []
    new = Memory(dict(old.articles), dict(old.outputs))
    known_before = {order.name: _known(order, settings, old, digests.of) for order in orders}
    if settings.shows_pages:
        known_locales = {name: each and each[1] for name, each in known_before.items()}
        settings = replace(settings, shown=shown(orders, known_locales, settings, old))
    for order in orders:
        before = known_before[order.name]
        known = before and _untouched(order, *before, settings, shaping, old, digests.of)
        if not known:
            stale.append(order)
        else:
            total += known
    digests.save()
    total += _assemble(stale, settings, shaping, old, new, jobs)
    if not settings.locales:
        _forget(orders, settings, new, whole)
    if "html" in settings.formats:
        total += _index(orders, settings, shaping, new)
    if "epub" in settings.formats:
        from sverka.build.books import books

        total += books(orders, settings, shaping, new)
    return total + _remember(settings, old, new)


def _inside(settings: Settings) -> frozenset[str]:
    """Return the real paths of the articles that stand in the output folder."""
    root = os.path.realpath(settings.output)
    names = {os.path.split(path) for path in settings.articles}
    folders = {folder: os.path.realpath(folder) for folder, _ in names}
    inside = {each for each in folders if f"{folders[each]}/".startswith(f"{root.rstrip('/')}/")}
    return frozenset(f"{folders[folder]}/{name}" for folder, name in names if folder in inside)


def _known(
    order: Order, settings: Settings, memory: Memory, digest: Digest
) -> tuple[Inputs, tuple[str, ...]] | None:
    """Return an article's inputs and its locales if the last build was made of the same."""
    try:
        given = inputs(order, digest)
        languages = published_before(order, given, settings, memory)
    except OSError:
        return None
    return None if languages is None else (given, languages)


def _untouched(
    order: Order,
    given: Inputs,
    languages: tuple[str, ...],
    settings: Settings,
    shaping: str,
    memory: Memory,
    digest: Digest,
) -> Built | None:
    """Return what the last build said of an article if all its outputs still stand; else None."""
    try:
        links = links_before(order, settings, memory, digest) if settings.shows_pages else {}
        if links is None:
            return None
        stale = memory.articles[order.name].get("stale", ())
        wanted = outputs(order, given, languages, settings, shaping_of(shaping, links, stale))
    except (OSError, PlaceError):
        return None
    if not all(is_fresh(memory, settings, each.name, each.key) for each in wanted):
        return None
    rows = memory.articles[order.name]["locales"]
    here = {each.locale for each in wanted}
    files = {link.target for link in links.values() if link.kind == "file"}
    return Built(
        unchanged=len(wanted) + len(files),
        warnings=tuple(
            Trouble(*each)
            for locale, row in rows.items()
            if locale in here
            for each in row["warnings"]
        ),
        withheld=tuple(
            (order.name, locale, row["percent"])
            for locale, row in rows.items()
            if row["percent"] < settings.threshold
        ),
    )


def _assemble(
    stale: Sequence[Order], settings: Settings, shaping: str, old: Memory, new: Memory, jobs: int
) -> Built:
    if not stale:
        return Built()
    from sverka.build.assembling import Assembled, assemble

    jobs = min(jobs or (os.cpu_count() or 1 if len(stale) >= _WORTH_A_POOL else 1), len(stale))
    found: list[Assembled]
    if jobs > 1:
        from concurrent.futures import ProcessPoolExecutor

        with ProcessPoolExecutor(jobs) as pool:
            known = [Memory({}, _outputs_of(order, old)) for order in stale]
            size = max(1, len(stale) // (4 * jobs))
            found = list(
                pool.map(
                    assemble,
                    stale,
                    [settings] * len(stale),
                    [shaping] * len(stale),
                    known,
                    chunksize=size,
                )
            )
    else:
        found = [assemble(order, settings, shaping, old) for order in stale]
    total = Built()
    for order, each in zip(stale, found, strict=True):
        total += each.built
        new.articles.pop(order.name, None)
        if each.article:
            new.articles[order.name] = each.article
        new.outputs |= each.outputs
    return total


def _outputs_of(order: Order, memory: Memory) -> dict[str, dict[str, object]]:
    return {
        name: known for name, known in memory.outputs.items() if f"/{order.name}." in f"/{name}"
    }


def _forget(orders: Sequence[Order], settings: Settings, memory: Memory, whole: bool) -> None:
    """Take away outputs that are not wanted any more, in the formats being built.

    They are those of locales that are not published, and, if the `whole` project is known, of
    articles that are neither in it nor on the disk.
    """
    wanted: dict[str, tuple[str, ...]] = {}
    for order in orders:
        if known := memory.articles.get(order.name):
            percents = {locale: row["percent"] for locale, row in known["locales"].items()}
            wanted[order.name] = published(percents, settings)
    if whole:
        gone = set(memory.articles) - set(settings.articles.values())
        lost = [name for name in gone if not Path(memory.articles[name]["article"]).exists()]
        wanted |= dict.fromkeys(lost, ())
    suffixes = {f".{each}" for each in settings.formats if each != "same"}
    kept = set()
    for output in list(memory.outputs):
        locale, _, place = output.partition("/")
        name, _, ending = place.rpartition(".")
        if name not in wanted or locale in wanted[name] or not locales.is_locale(locale):
            continue
        own = Path(memory.articles[name]["article"]).suffix
        if f".{ending}" in suffixes or ("same" in settings.formats and f".{ending}" == own):
            remove(settings.output, output, memory.outputs.pop(output))
        else:
            kept.add(name)
    for name in set(wanted) - kept - set(settings.articles.values()):
        del memory.articles[name]


def _index(orders: Sequence[Order], settings: Settings, shaping: str, memory: Memory) -> Built:
    rows = []
    for order in orders:
        known = memory.articles.get(order.name)
        if known:
            percents = {locale: row["percent"] for locale, row in known["locales"].items()}
            shown = published(percents, settings)
            waiting = tuple(locale for locale in percents if locale not in shown)
            rows.append((order.name, known["title"], shown, waiting))
    if not rows:
        return Built()
    key = combined(shaping, rows)
    if is_fresh(memory, settings, INDEX, key):
        return Built(unchanged=1)
    from sverka.build.index import index

    try:
        data = index(rows, settings)
    except Exception as error:
        message = f"the index template failed: {type(error).__name__}: {error}"
        return Built(troubles=(Trouble(INDEX, 0, message),))
    built = put(settings, INDEX, data)
    if not built.troubles:
        memory.outputs[INDEX] = {"inputs": key, "size": len(data), "sha256": digest(data)}
    return built


def _remember(settings: Settings, old: Memory, new: Memory) -> Built:
    if new == old:
        return Built()
    built = put(settings, PROVENANCE, as_bytes(new))
    return Built(troubles=built.troubles)
