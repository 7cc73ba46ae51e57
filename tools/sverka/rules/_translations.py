"""What is translated in a catalogue, and how long the texts are: read once for all file rules."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from sverka.catalogue import Catalogue, Entry
from sverka.catalogue.plurals import PluralError, parse_plural_forms
from sverka.review import CatalogueFile
from sverka.review.finding import Field
from sverka.text.analysis import Text

from ._sentences import Extent, Model, extent, learn, prior

Recall = Callable[[str, str], Text]


class Pair(NamedTuple):
    """A pivot text and its translation."""

    entry: Entry
    plural: int | None
    pivot: Text
    target: Text

    @property
    def field(self) -> Field:
        """The field of the pivot text."""
        return "msgid" if self.pivot.value == self.entry.msgid else "msgid_plural"


def translations(file: CatalogueFile) -> list[Pair]:
    """Return what has a translation, be it the pivot's text once more."""
    return read(file.catalogue, file.background.pivot, file.where.locale, file.recall)


def pairs(file: CatalogueFile) -> list[Pair]:
    """Return what is translated."""
    return changed(file.catalogue, file.background.pivot, file.where.locale, file.recall)


def singulars(file: CatalogueFile) -> Iterator[Pair]:
    """Yield what has a translation, of plural forms the first."""
    first = _is_singular(file.catalogue)
    for pair in translations(file):
        if pair.plural is None:
            yield pair
        elif pair.plural == 0:
            pivot = file.recall(pair.entry.msgid, pair.pivot.locale) if first else pair.pivot
            yield pair._replace(pivot=pivot)


def _is_singular(catalogue: Catalogue) -> bool:
    """Say whether the first plural form is that for one thing."""
    try:
        forms = parse_plural_forms(catalogue.header.get("Plural-Forms", ""))
        return forms.count > 1 and forms.index(1) == 0
    except (PluralError, ArithmeticError):
        return True


class Measured(NamedTuple):
    """A pair, and how long its texts are."""

    pair: Pair
    pivot: Extent
    target: Extent


def measured(file: CatalogueFile) -> tuple[list[Measured], Model]:
    """Return what is translated, and how long translations of this file are."""
    return _measured(file.catalogue, file.background.pivot, file.where.locale, file.recall)


@lru_cache(maxsize=1)
def _measured(
    catalogue: Catalogue, pivot: str, locale: str, recall: Recall
) -> tuple[list[Measured], Model]:
    found = [
        Measured(pair, pair.pivot.ask(extent), pair.target.ask(extent))
        for pair in changed(catalogue, pivot, locale, recall)
    ]
    lengths = [
        (here.length, there.length)
        for _, here, there in found
        if here.length >= 40 and there.length > 0
    ]
    return found, learn(lengths, prior(pivot, locale))


@lru_cache(maxsize=1)
def read(catalogue: Catalogue, pivot: str, locale: str, recall: Recall) -> list[Pair]:
    """Return what has a translation in a catalogue whose pivot's locale is known."""
    return list(_translated(catalogue, pivot, locale, recall))


@lru_cache(maxsize=1)
def changed(catalogue: Catalogue, pivot: str, locale: str, recall: Recall) -> list[Pair]:
    """Return what has another translation than the pivot's text."""
    found = read(catalogue, pivot, locale, recall)
    return [pair for pair in found if pair.pivot.value != pair.target.value]


def _translated(
    catalogue: Catalogue, locale: str, target_locale: str, recall: Recall
) -> Iterator[Pair]:
    for entry in catalogue.entries:
        if entry.obsolete or entry.fuzzy or not entry.translated:
            continue
        if not entry.msgid_plural:
            texts: list[tuple[int | None, str, str]] = [(None, entry.msgid, entry.msgstr)]
        else:
            texts = [
                (index, entry.msgid_plural, text)
                for index, text in sorted(entry.msgstr_plural.items())
            ]
        for index, pivot, target in texts:
            if pivot and target:
                yield Pair(entry, index, recall(pivot, locale), recall(target, target_locale))
