"""Catalogues follow the articles."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from sverka.build.following import Followed, Step, follow, fresh_template
from sverka.build.model import Order
from sverka.build.spelling import only_spelling
from sverka.build.wording import babel_name
from sverka.catalogue import Catalogue, load, plan
from sverka.catalogue import update as merge
from sverka.project import Project
from sverka.text import locales

Tell = Callable[[Path, Mapping[str, int]], None]


def update(
    project: Project,
    wanted: Iterable[Order],
    only: tuple[str, ...] = (),
    *,
    check: bool = False,
    tell: Tell | None = None,
    **options: Any,
) -> Followed:
    """Merge every article into its catalogues; with `check` only say which would change.

    A locale of the configuration that has no catalogue yet gets one. `only` names the locales to
    update, by default all. `tell` is given, for each catalogue that is merged, how many entries
    are kept, fuzzy, added, …; `options` are those of `sverka.update`.
    """
    chosen = [
        locale
        for locale in project.locales
        if not only or any(locales.same(locale, one) for one in only)
    ]
    steps = (step for order in wanted for step in _steps(project, order, chosen, tell, options))
    return follow(steps, check)


def _steps(
    project: Project,
    order: Order,
    chosen: Iterable[str],
    tell: Tell | None,
    options: Mapping[str, Any],
) -> Iterator[Step]:
    source = project.config.source or ""

    @lru_cache(maxsize=2)
    def fresh(with_source: bool) -> Catalogue:
        return fresh_template(project, order, with_source=with_source)

    for locale in chosen:
        path = project.catalogue(locale, order.name)
        with_source = not (source and locales.same(locale, source))
        yield lambda path=path, locale=locale, with_source=with_source: (  # type: ignore[misc]
            path,
            *_followed(path, locale, fresh(with_source), tell, options),
        )


def _followed(
    path: Path,
    locale: str,
    fresh: Catalogue,
    tell: Tell | None,
    options: Mapping[str, Any],
) -> tuple[bytes, tuple[str, ...]]:
    if not path.exists():
        empty = begin(fresh, locale)
        if tell:
            tell(path, {"added": len(empty.entries)})
        return (merge(empty, fresh, **options) if options else empty).to_bytes(), ()
    old = load(path)
    if tell:
        tell(path, plan(old, fresh, **options).counts)
    catalogue, respelt = follow_spelling(old, fresh, **options)
    return catalogue.to_bytes(), respelt


def follow_spelling(
    old: Catalogue, fresh: Catalogue, **options: Any
) -> tuple[Catalogue, tuple[str, ...]]:
    """Merge a template; return the catalogue and the messages in which only spelling changed.

    Their translations stay confirmed. `options` are those of `sverka.catalogue.update`, whose
    CatalogueError is raised.
    """
    merged = merge(old, fresh, **options)
    if merged is old:
        return old, ()
    confirmed = {entry.msgid: entry for entry in old.entries if entry.translated}
    words: Counter[str] | None = None
    respelt = []
    for entry in merged.entries:
        before = confirmed.get(entry.previous_msgid or "")
        if before is None or not entry.fuzzy or entry.obsolete or entry.msgstr != before.msgstr:
            continue
        words = _words(old) if words is None else words
        own = _words_of(before.msgid)
        if only_spelling(before.msgid, entry.msgid, lambda word: words[word] > own[word]):  # noqa: B023
            flags = tuple(flag for flag in entry.flags if flag != "fuzzy")
            fields = {"flags": flags, "previous_msgid": None, "previous_msgctxt": None}
            merged = merged.replace(merged.entries[entry.index], **fields)
            respelt.append(entry.msgid)
    return merged, tuple(respelt)


def _words(catalogue: Catalogue) -> Counter[str]:
    found: Counter[str] = Counter()
    for entry in catalogue.entries:
        if not entry.obsolete:
            found += _words_of(entry.msgid)
    return found


def _words_of(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold()))


def begin(fresh: Catalogue, locale: str) -> Catalogue:
    """Return a catalogue in which nothing is translated yet, made of a template."""
    fields = {"Language": locale.replace("-", "_"), "Plural_Forms": _plural_forms(locale)}
    return fresh.with_header(**fields)


@lru_cache(maxsize=64)
def _plural_forms(locale: str) -> str:
    from babel.messages.plurals import get_plural

    plural = get_plural(babel_name(locale))
    return f"nplurals={plural.num_plurals}; plural={plural.plural_expr};"
