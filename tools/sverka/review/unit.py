"""A unit: an entry seen with its pivot, its source and its translation."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

import msgspec

from sverka.catalogue import Catalogue, Entry
from sverka.project import Glossary, Project, Register, Segmentation
from sverka.text.analysis import Text

from .finding import Field, Role, Where

State = Literal["translated", "fuzzy", "untranslated"]


@dataclass(frozen=True, slots=True)
class Background:
    """What all units of a review share."""

    pivot: str = "en"
    """The locale of the msgids; "" if each catalogue is to tell."""
    source: str | None = None
    glossary: Glossary = field(default_factory=Glossary)
    names: Register = field(default_factory=Register)
    segmentation: Segmentation = field(default_factory=Segmentation)
    """How articles are cut into sentences."""
    front_matter: tuple[str, ...] | None = None
    """The keys of articles' front matter whose values are text; None: title and the like."""
    code_comments: bool = False
    """Whether comments in the code of articles are text."""

    @classmethod
    def of(
        cls,
        project: Project,
        glossary: Glossary | None = None,
        names: Register | None = None,
        pivot: str | None = None,
    ) -> "Background":
        """Return the background of a project's review; outside a project each file's pivot."""
        known = project.config.pivot or ("en" if project.path else "")
        return cls(
            known if pivot is None else pivot,
            project.config.source,
            glossary or Glossary(),
            names or Register(),
            project.segmentation,
            project.config.front_matter,
            project.config.code_comments,
        )


class Form(NamedTuple):
    """One text of a unit: the msgid of a pivot's unit, a msgstr (or plural form) of another's."""

    text: Text
    where: Where
    pivot: Text | None
    """What this text translates: msgid or msgid_plural; None if it is itself the pivot's."""


class Unit(NamedTuple):
    """What a rule reads."""

    forms: tuple[Form, ...]
    """The texts under review."""
    source: Text | None
    """The same segment in the source locale, if it is translated there and not fuzzy."""
    role: Role
    locale: str
    article: str
    state: State
    flags: tuple[str, ...]
    background: Background
    entry: Entry | None = None
    """The entry of the catalogue; None for a segment of an article."""
    ident: str = ""
    """The block of an article's segment."""

    @property
    def block(self) -> str:
        """The block of the article in which the segment stands (units of one file and block make
        one text, in the order of `where.index`); "" if the catalogue does not tell."""
        return self.ident or (_block(self.entry) if self.entry else "")

    @property
    def comment(self) -> str:
        """The extracted comment (`#.`)."""
        return self.entry.comment if self.entry else ""

    @property
    def tcomment(self) -> str:
        """The translator's comment (`# `)."""
        return self.entry.tcomment if self.entry else ""

    @property
    def where(self) -> Where:
        """The place of the first form."""
        return self.forms[0].where

    @property
    def pairs(self) -> Sequence[tuple[Form, Text]]:
        """The forms with the pivot texts that they translate."""
        if len(self.forms) == 1:
            form = self.forms[0]
            return () if form.pivot is None else ((form, form.pivot),)
        return [(form, form.pivot) for form in self.forms if form.pivot is not None]


def _block(entry: Entry) -> str:
    """Return what the template's reference `article#block` says, if it is one."""
    name, line = entry.occurrences[0] if entry.occurrences else ("", "")
    return name.rpartition("#")[2] if "#" in name and not line else ""


class CatalogueFile(NamedTuple):
    """What a file rule reads: a catalogue as a whole."""

    catalogue: Catalogue
    where: Where
    """The place of the file as a whole: `index` is -1, `field` is `header`."""
    background: Background
    recall: Callable[[str, str], Text] = Text
    """Gives the text of a value and a locale: the one that units hold, if it is remembered."""

    def at(self, line: int, column: int = 1) -> Where:
        """Return the place of what belongs to no live entry."""
        return msgspec.structs.replace(self.where, at=(line, column))

    def place(self, entry: Entry, field: Field = "msgstr", plural: int | None = None) -> Where:
        """Return the place of a field of an entry."""
        return msgspec.structs.replace(
            self.where,
            index=entry.index,
            msgctxt=entry.msgctxt,
            msgid=entry.msgid,
            field=field,
            plural=plural,
        )
