"""What is to be built, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

from sverka.article import Article, read
from sverka.project import Segmentation

OutputFormat = Literal["html", "md", "txt", "same", "epub"]
FORMATS: tuple[OutputFormat, ...] = ("html", "md", "txt", "same", "epub")


class Order(NamedTuple):
    """An article to build: its name, its file and its catalogues by locale."""

    name: str
    article: Path
    catalogues: Mapping[str, Path]
    unit: str = "sentence"
    segmentation: Segmentation = Segmentation()
    template: Path | None = None
    """Tells which sentences of the source have changed."""
    front_matter: tuple[str, ...] | None = None
    comments: bool = False

    @property
    def cutting(self) -> str:
        """Tells apart what the article is cut by."""
        more = [repr(self.front_matter)] if self.front_matter is not None else []
        more += ["comments"] if self.comments else []
        return " ".join([f"{self.unit} {self.segmentation.key}".rstrip(), *more])

    def read(self, locale: str) -> Article:
        """Read the article, cut as the project asks. Raises ArticleError and OSError."""
        return read(
            self.article,
            locale,
            name=self.name,
            unit=self.unit,
            split=self.segmentation.split,
            front_matter=self.front_matter,
            comments=self.comments,
        )


@dataclass(frozen=True, slots=True)
class Settings:
    """How to build. `threshold` is a percentage of words; `fallback` names locales by locale.

    `locales` limits what is built; the language switcher still names all. `url` is where the
    output folder will be published; without it, links between pages are relative and there is
    no canonical address. `theme` is a folder whose files replace the templates of these names.
    `root` is the project's folder, of which articles may show files; `articles` are the names of
    all its articles by their paths, for links between them; `shown` the locales in which each of
    these is published; `sources` the real paths of articles inside the output folder, which no
    output may replace.
    """

    output: Path
    pivot: str = "en"
    source: str | None = None
    formats: tuple[OutputFormat, ...] = ("html",)
    locales: tuple[str, ...] = ()
    threshold: int = 0
    fallback: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    url: str = ""
    theme: Path | None = None
    root: Path | None = None
    articles: Mapping[str, str] = field(default_factory=dict)
    shown: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sources: frozenset[str] = frozenset()

    @property
    def shows_pages(self) -> bool:
        """Whether something is built that shows images and whose links must lead somewhere."""
        return "html" in self.formats or "epub" in self.formats


class Trouble(NamedTuple):
    """Something that could not be built or read as asked; `line` is 0 for a whole file."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.message}" if place else self.message


@dataclass(frozen=True, slots=True)
class Built:
    """The outcome of a build: output files written and left as they were, and troubles.

    `withheld` holds (article, locale, percentage) of translations below the threshold.
    `warnings` are messages whose translation was not used because its markup is broken.
    """

    written: tuple[Path, ...] = ()
    unchanged: int = 0
    troubles: tuple[Trouble, ...] = ()
    warnings: tuple[Trouble, ...] = ()
    withheld: tuple[tuple[str, str, int], ...] = ()

    def __add__(self, other: "Built") -> "Built":
        return Built(
            self.written + other.written,
            self.unchanged + other.unchanged,
            self.troubles + other.troubles,
            self.warnings + other.warnings,
            self.withheld + other.withheld,
        )


def os_trouble(file: str, error: OSError) -> Trouble:
    """Return what the operating system said of a file."""
    return Trouble(file, 0, error.strerror or str(error))
