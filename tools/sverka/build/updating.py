"""Catalogues follow the articles."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from sverka.build.following import Followed, Step, follow, fresh_template
from sverka.build.joining import with_joined
from sverka.build.model import Order
from sverka.build.spelling import only_spelling
from sverka.build.worddiff import CHANGED, word_diff
from sverka.build.wording import babel_name
from sverka.catalogue import Catalogue, load, plan
from sverka.catalogue import update as merge
from sverka.catalogue.merge import Change, Merge
from sverka.project import Project
from sverka.text import locales


class Updated(NamedTuple):
    """What became of a catalogue: the plan of its merge, and what was only respelt."""

    path: Path
    locale: str
    article: str
    merge: Merge
    respelt: tuple[str, ...] = ()


Tell = Callable[[Updated], None]


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
    update, by default all. `tell` is given what becomes of each catalogue; `options` are those of
    `sverka.update`.
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
            *_followed(path, locale, order.name, fresh(with_source), tell, options),
        )


def _followed(
    path: Path,
    locale: str,
    article: str,
    fresh: Catalogue,
    tell: Tell | None,
    options: Mapping[str, Any],
) -> tuple[bytes, tuple[str, ...]]:
    if not path.exists():
        empty = begin(fresh, locale)
        if tell:
            added = tuple(Change("added", entry) for entry in empty.entries)
            tell(Updated(path, locale, article, Merge(added)))
        return (merge(empty, fresh, **options) if options else empty).to_bytes(), ()
    old = load(path)
    catalogue, respelt = follow_spelling(old, fresh, **options)
    if tell:
        tell(Updated(path, locale, article, plan(old, fresh, **options), respelt))
    return with_differences(catalogue).to_bytes(), respelt


def with_differences(catalogue: Catalogue) -> Catalogue:
    """Return the catalogue with an extracted comment in every entry whose message was reworded.

    It tells the difference to the message for which the translation was made, word by word. When
    the entry is confirmed, the next merge, which takes the template's comments, takes it away.
    """
    changes = []
    for entry in catalogue.entries:
        if entry.obsolete or not entry.fuzzy or entry.previous_msgid in (None, "", entry.msgid):
            continue
        lines = [
            line for line in entry.comment.split("\n") if line and not line.startswith(CHANGED)
        ]
        lines.append(CHANGED + word_diff(entry.previous_msgid or "", entry.msgid))
        changes.append((entry, {"comment": "\n".join(lines)}))
    return catalogue.replace_many(changes) if changes else catalogue


def follow_spelling(
    old: Catalogue, fresh: Catalogue, **options: Any
) -> tuple[Catalogue, tuple[str, ...]]:
    """Merge a template; return the catalogue and the messages in which only spelling changed.

    Their translations stay confirmed, and so do those of two messages that are now one. `options`
    are those of `sverka.catalogue.update`, whose CatalogueError is raised.
    """
    merged = merge(old, fresh, **options)
    if merged is old:
        return old, ()
    merged = with_joined(old, merged, merged.locale or "")
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
