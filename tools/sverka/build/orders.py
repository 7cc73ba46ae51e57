"""Which articles of a project are wanted, with the catalogues they have."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sverka.build.model import Order, Settings, Trouble
from sverka.project import Project


def orders(project: Project, wanted: Iterable[str] = ()) -> tuple[list[Order], list[Trouble]]:
    """Return an order per article of the project, or per one in `wanted` (names or paths).

    Troubles are wanted articles that the project does not have, and catalogues without an article.
    Raises ConfigError for a project whose articles cannot be told apart.
    """
    articles = project.articles
    catalogues: dict[str, dict[str, Path]] = {name: {} for name in articles}
    orphans: dict[str, Path] = {}
    for path, locale, name in project.catalogues():
        if name in catalogues:
            catalogues[name][locale] = path
        elif articles:
            orphans.setdefault(name, path)
    troubles = [
        Trouble(str(path), 0, f"there is no article {name!r} for this catalogue; move it away")
        for name, path in orphans.items()
    ]
    names, unknown = _wanted(articles, wanted)
    troubles += unknown
    troubles += (Trouble(error.path, error.line, error.message) for error in project.missing)
    found = [
        Order(
            name,
            path,
            catalogues[name],
            project.unit(path),
            project.segmentation,
            project.template(name) if project.config.source else None,
            project.config.front_matter,
            project.config.code_comments,
        )
        for name, path in articles.items()
        if names is None or name in names
    ]
    if not articles and not project.missing:
        where = str(project.path or project.root / "sverka.toml")
        troubles.append(Trouble(where, 1, 'no articles; name them: articles = ["seeds/*.txt"]'))
    return found, troubles


def settings_of(project: Project, **options: Any) -> Settings:
    """Return how the project's configuration builds; `options` that are not empty replace it."""
    config = project.config
    values: dict[str, Any] = {
        "output": project.root / config.output,
        "pivot": project.pivot,
        "source": config.source,
        "threshold": config.threshold,
        "fallback": config.fallback,
        "url": config.url,
        "theme": project.root / config.theme if config.theme else None,
        "root": project.root,
        "articles": {os.path.normpath(path): name for name, path in project.articles.items()},
    }
    given = {name: value for name, value in options.items() if value not in (None, (), "")}
    return Settings(**{**values, **given})


def _wanted(
    articles: dict[str, Path], wanted: Iterable[str]
) -> tuple[set[str] | None, list[Trouble]]:
    names: set[str] = set()
    troubles = []
    asked = list(wanted)
    by_path = {path.resolve(): name for name, path in articles.items()} if asked else {}
    for each in asked:
        if each in articles:
            names.add(each)
        elif (name := by_path.get(Path(each).resolve())) is not None:
            names.add(name)
        else:
            known = ", ".join(list(articles)[:5]) or "none"
            troubles.append(Trouble(each, 0, f"no such article in this project (it has {known})"))
    return (names if asked else None), troubles
