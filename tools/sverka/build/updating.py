"""Catalogues follow the articles."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from sverka.build.following import Followed, follow, fresh_template
from sverka.build.model import Order
from sverka.build.wording import babel_name
from sverka.catalogue import Catalogue, load
from sverka.catalogue import update as merge
from sverka.project import Project
from sverka.text import locales


def update(
    project: Project,
    wanted: Iterable[Order],
    only: tuple[str, ...] = (),
    *,
    check: bool = False,
) -> Followed:
    """Merge every article into its catalogues; with `check` only say which would change.

    A locale of the configuration that has no catalogue yet gets one. `only` names the locales to
    update, by default all.
    """
    return follow(
        (
            _catalogue_file(project, order, locale)
            for order in wanted
            for locale in project.locales
            if not only or any(locales.same(locale, one) for one in only)
        ),
        check,
    )


def _catalogue_file(project: Project, order: Order, locale: str) -> Iterator[tuple[Path, bytes]]:
    is_source = bool(project.config.source) and locales.same(locale, project.config.source or "")
    fresh = fresh_template(project, order, with_source=not is_source)
    path = project.catalogue(locale, order.name)
    if path.exists():
        yield path, merge(load(path), fresh).to_bytes()
    else:
        yield path, begin(fresh, locale).to_bytes()


def begin(fresh: Catalogue, locale: str) -> Catalogue:
    """Return a catalogue in which nothing is translated yet, made of a template."""
    from babel.messages.plurals import get_plural

    plural = get_plural(babel_name(locale))
    fields = {
        **dict(fresh.header),
        "Language": locale.replace("-", "_"),
        "Plural-Forms": f"nplurals={plural.num_plurals}; plural={plural.plural_expr};",
    }
    return Catalogue.from_entries(fresh.entries, fields)
