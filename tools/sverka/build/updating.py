"""Catalogues follow the articles."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from sverka.build.following import Followed, Step, follow, fresh_template
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
    chosen = [
        locale
        for locale in project.locales
        if not only or any(locales.same(locale, one) for one in only)
    ]
    return follow((step for order in wanted for step in _steps(project, order, chosen)), check)


def _steps(project: Project, order: Order, chosen: Iterable[str]) -> Iterator[Step]:
    source = project.config.source or ""

    @lru_cache(maxsize=2)
    def fresh(with_source: bool) -> Catalogue:
        return fresh_template(project, order, with_source=with_source)

    for locale in chosen:
        path = project.catalogue(locale, order.name)
        with_source = not (source and locales.same(locale, source))
        yield lambda path=path, locale=locale, with_source=with_source: (  # type: ignore[misc]
            path,
            _followed(path, locale, fresh(with_source)).to_bytes(),
        )


def _followed(path: Path, locale: str, fresh: Catalogue) -> Catalogue:
    return merge(load(path), fresh) if path.exists() else begin(fresh, locale)


def begin(fresh: Catalogue, locale: str) -> Catalogue:
    """Return a catalogue in which nothing is translated yet, made of a template."""
    fields = {"Language": locale.replace("-", "_"), "Plural_Forms": _plural_forms(locale)}
    return fresh.with_header(**fields)


@lru_cache(maxsize=64)
def _plural_forms(locale: str) -> str:
    from babel.messages.plurals import get_plural

    plural = get_plural(babel_name(locale))
    return f"nplurals={plural.num_plurals}; plural={plural.plural_expr};"
