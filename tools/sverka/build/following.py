"""Templates follow the articles."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from sverka.article import Article, ArticleError
from sverka.article.states import messages_of
from sverka.article.template import rests_on, template
from sverka.build.model import Order, Trouble
from sverka.build.worddiff import CHANGED
from sverka.catalogue import Catalogue, CatalogueError, load
from sverka.catalogue.saving import atomic_write
from sverka.project import Project

_DIFFERENCE = re.compile(rb"^#\. " + CHANGED.encode() + rb".*\r?\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Followed:
    """Files that lagged behind (and, unless it was a check, are written now), and the others.

    `respelt` are messages whose translations stay confirmed because only spelling changed.
    """

    lagging: tuple[Path, ...] = ()
    current: tuple[Path, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    respelt: tuple[str, ...] = ()


Step = Callable[[], tuple[Path, bytes, tuple[str, ...]]]
"""Makes one file: where it stands, its bytes, messages in which only the spelling changed."""


class FollowError(Exception):
    """What a step could not do."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(str(trouble))
        self.trouble = trouble


def extract(
    project: Project,
    wanted: Iterable[Order],
    *,
    check: bool = False,
    confirm_source: bool = False,
) -> Followed:
    """Write the template of every article; with `check` only say which would change.

    `confirm_source` says that the articles hold though their source has changed.
    """
    return follow((_template_step(project, order, confirm_source) for order in wanted), check)


def follow(steps: Iterable[Step], check: bool) -> Followed:
    """Write the files of every step that differ; what a step cannot do does not stop the next."""
    lagging: list[Path] = []
    current: list[Path] = []
    troubles: list[Trouble] = []
    respelt: list[str] = []
    for step in steps:
        try:
            path, data, messages_respelt = step()
            (lagging if _put(path, data, check) else current).append(path)
            respelt += messages_respelt
        except FollowError as failed:
            troubles.append(failed.trouble)
        except ArticleError as error:
            troubles.append(Trouble(error.file, error.line, error.message))
        except CatalogueError as error:
            troubles.append(Trouble("", 0, str(error)))
        except OSError as error:
            troubles.append(Trouble(str(error.filename), 0, error.strerror or str(error)))
    unique = tuple(dict.fromkeys(respelt))
    return Followed(tuple(lagging), tuple(current), tuple(dict.fromkeys(troubles)), unique)


def _put(path: Path, data: bytes, check: bool) -> bool:
    old = path.read_bytes() if path.exists() else None
    if old == data or (check and old is not None and _undiffed(old) == _undiffed(data)):
        return False
    if not check:
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(path, data)
    return True


def _undiffed(data: bytes) -> bytes:
    """Return a file without the word differences that `update` writes and takes away.

    A translator who confirms an entry need not care for them.
    """
    return _DIFFERENCE.sub(b"", data)


def _template_step(project: Project, order: Order, confirm_source: bool) -> Step:
    return lambda: (
        project.template(order.name),
        fresh_template(project, order, confirm_source=confirm_source).to_bytes(),
        (),
    )


def fresh_template(
    project: Project, order: Order, *, with_source: bool = True, confirm_source: bool = False
) -> Catalogue:
    """Return the template of an article as it is now.

    The one on disk tells which sentences of the source the article was made from; with
    `confirm_source` it is taken for made from what the source says now.

    Raises ArticleError, OSError, and FollowError for an empty article.
    """
    article = _article(project, order)
    source = project.config.source
    reference = _reference(project, order.article)
    if source and with_source and source in order.catalogues:
        known = messages_of(load(order.catalogues[source]))
        path = project.template(order.name)
        before = {} if confirm_source or not path.is_file() else rests_on(load(path), source)
        return template(article, reference, known, source, before)
    return template(article, reference)


def _article(project: Project, order: Order) -> Article:
    article = order.read(project.pivot)
    if not article.text.strip():
        message = "the article is empty; there is nothing to translate"
        raise FollowError(Trouble(str(order.article), 1, message))
    return article


def _reference(project: Project, path: Path) -> str:
    try:
        return path.resolve().relative_to(project.root.resolve()).as_posix()
    except ValueError:
        return path.name
