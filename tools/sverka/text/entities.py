"""Whether a Russian text speaks of a person, by natasha's models: the extra `sverka[ner]`.

Only slovnet and navec run, on the model files inside natasha's wheel; natasha itself is never
imported, because its morphology (pymorphy2) does not run on Python 3.11 and later. Without the
extra nothing is known of any text. The models are loaded when first asked: two seconds, 60 MB.
"""

from collections.abc import Callable
from functools import cache
from importlib import util
from pathlib import Path
from typing import Any, Literal, NamedTuple

from . import locales
from .analysis import Text

Kind = Literal["person", "other", "unknown"]
_VECTORS = "data/emb/navec_news_v1_1B_250K_300d_100q.tar"
_MODEL = "data/model/slovnet_ner_news_v1.tar"
_LONGEST = 20_000
"""Code points of a text that are read."""


class Entity(NamedTuple):
    """A name in a text, and whether it is a person's."""

    start: int
    end: int
    is_person: bool


def is_installed() -> bool:
    """Whether the extra is there. Nothing is loaded."""
    return all(util.find_spec(name) for name in ("natasha", "navec", "slovnet"))


@cache
def _tagger() -> Callable[[str], Any] | None:
    """The recogniser, None without the extra."""
    if not is_installed():
        return None
    from navec import Navec  # type: ignore[import-not-found, import-untyped, unused-ignore]
    from slovnet import NER  # type: ignore[import-not-found, import-untyped, unused-ignore]

    spec = util.find_spec("natasha")
    folder = Path(((spec and spec.submodule_search_locations) or [""])[0])
    if not (folder / _MODEL).is_file() or not (folder / _VECTORS).is_file():
        return None
    vectors = Navec.load(folder / _VECTORS)
    return NER.load(folder / _MODEL).navec(vectors)  # type: ignore[no-any-return, unused-ignore]


def entities(text: Text) -> tuple[Entity, ...]:
    """The names in a Russian text; () for other languages and without the extra; an analyser."""
    value = text.value[:_LONGEST]
    if locales.language(text.locale) != "ru" or not value.strip():
        return ()
    tagger = _tagger()
    if tagger is None:
        return ()
    return tuple(Entity(one.start, one.stop, one.type == "PER") for one in tagger(value).spans)


def kind(text: Text, start: int, end: int) -> Kind:
    """What a span of a text names; `unknown` if that cannot be told, or the extra is not there."""
    here = [one for one in text.ask(entities) if one.start < end and start < one.end]
    if not here:
        return "unknown"
    return "person" if any(one.is_person for one in here) else "other"
