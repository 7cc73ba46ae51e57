"""Which files belong together: articles, templates and catalogues of a project."""

import glob as globbing
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from sverka.text import locales

from .config import Config, ConfigError, find_config, load_config
from .segmentation import DEFAULT, Segmentation, read_segmentation


@dataclass(frozen=True)
class Project:
    """A configuration and the folder that its paths start from."""

    root: Path
    config: Config
    path: Path | None = None
    """The configuration's file; None if there is none."""

    @property
    def pivot(self) -> str:
        """The locale of the articles."""
        return self.config.pivot or "en"

    @cached_property
    def articles(self) -> dict[str, Path]:
        """Article names and files, sorted by name.

        Raises ConfigError if two articles have one name, or for what is no pattern of files.
        """
        found: dict[str, Path] = {}
        for glob in self.config.articles:
            for path in self._matches(glob):
                name = _article_name(path, self.root / _fixed_part(glob))
                if name in found and found[name] != path:
                    message = f"two articles are named {name!r}: {found[name]} and {path}"
                    raise self._error(glob, message)
                found[name] = path
        return dict(sorted(found.items()))

    @cached_property
    def missing(self) -> tuple[ConfigError, ...]:
        """What to say of the globs that match no article; the others are still good."""
        return tuple(
            self._error(glob, f"articles: nothing matches {glob!r}; correct it or take it out")
            for glob in self.config.articles
            if not self._matches(glob)
        )

    def _matches(self, glob: str) -> list[Path]:
        try:
            return [path for path in _glob(self.root, glob) if path.is_file()]
        except (ValueError, IndexError) as error:
            message = f"articles: {glob!r} is no pattern of files ({error}); write seeds/*.txt"
            raise self._error(glob, message) from None

    def _error(self, value: str, message: str) -> ConfigError:
        """Return an error that names the line of the configuration where `value` stands."""
        lines = self.path.read_text("utf-8-sig").splitlines() if self.path else []
        quoted = f"'{value}'", f'"{value}"'
        numbers = (n for n, line in enumerate(lines, 1) if any(q in line for q in quoted))
        return ConfigError(self.path or self.root, next(numbers, 1), message)

    def template(self, article: str) -> Path:
        """Return the path of an article's template."""
        return self.root / self.config.templates.format(article=article)

    def catalogue(self, locale: str, article: str) -> Path:
        """Return the path of an article's catalogue in a locale."""
        return self.root / self.config.catalogs.format(locale=locale, article=article)

    def identify(self, path: Path) -> tuple[str, str] | None:
        """Return (locale, article) of a catalogue; None if `path` is none of the project's."""
        try:
            relative = path.resolve().relative_to(self.root.resolve()).as_posix()
        except ValueError:
            return None
        return self._named(relative, path)

    def _named(self, name: str, path: Path) -> tuple[str, str] | None:
        found = self._pattern.fullmatch(name)
        if not found or not locales.is_locale(found["locale"]):
            return None
        return found["locale"], found.groupdict().get("article") or path.stem

    @cached_property
    def segmentation(self) -> Segmentation:
        """How the articles are cut into sentences. Raises ConfigError."""
        name = self.config.segmentation
        path = self.root / (name or DEFAULT)
        if not name and not path.is_file():
            return Segmentation()
        try:
            return read_segmentation(path)
        except OSError as error:
            message = f"segmentation: {path}: {error.strerror}; check the path"
            raise ConfigError(self.path or self.root, 1, message) from None

    def unit(self, article: Path) -> str:
        """Return what a segment of an article is: "sentence" or "block"."""
        unit = self.config.unit
        if isinstance(unit, str):
            return unit
        try:
            relative = PurePosixPath(article.relative_to(self.root).as_posix())
        except ValueError:
            relative = PurePosixPath(article.as_posix())
        return next((value for glob, value in unit.items() if relative.match(glob)), "sentence")

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        pattern = re.escape(self.config.catalogs.removeprefix("./"))
        for name, part in (("locale", "[^/]+"), ("article", ".+")):
            marker = re.escape("{" + name + "}")
            pattern = pattern.replace(marker, f"(?P<{name}>{part})", 1)
            pattern = pattern.replace(marker, f"(?P={name})")
        return re.compile(pattern, re.DOTALL)

    def catalogues(self) -> Iterator[tuple[Path, str, str]]:
        """Yield (path, locale, article) of every catalogue that exists, sorted by path."""
        pattern = self.config.catalogs
        glob = pattern.replace("{locale}", "*")
        glob = glob.replace("{article}", "**/*" if "/{article}" in glob else "*")
        relative = not Path(pattern).is_absolute()
        skipped = len(self.root.parts) if relative else 0
        for path in _glob(self.root, glob):
            name = "/".join(path.parts[skipped:]) if relative else path.as_posix()
            if (found := self._named(name, path)) and path.is_file():
                yield path, *found

    @cached_property
    def locales(self) -> tuple[str, ...]:
        """The locales of the project: source and targets named, and those with catalogues."""
        named = [self.config.source, *self.config.targets]
        existing = sorted({locale for _, locale, _ in self.catalogues()})
        return tuple(dict.fromkeys(name for name in (*named, *existing) if name))


def open_project(start: Path, config: Path | None = None) -> Project:
    """Open the project that governs the folder `start`, or the one of the file `config`.

    Without a configuration anywhere it is a project of defaults, rooted at `start`.
    Raises ConfigError and OSError.
    """
    path = config or find_config(start.resolve())
    if path is None:
        return Project(start, Config())
    root = path.parent
    cwd = Path.cwd()
    if root.is_absolute() and cwd.is_relative_to(root) and cwd == root:
        root = Path()
    return Project(root, load_config(path), path)


def _glob(root: Path, pattern: str) -> list[Path]:
    if Path(pattern).is_absolute():
        anchor = Path(Path(pattern).anchor)
        return sorted(anchor.glob(str(Path(pattern).relative_to(anchor))))
    # A Path for each step, as Path.glob makes it, costs more than to read the folders.
    found = globbing.glob(pattern, root_dir=root, recursive=True, include_hidden=True)  # noqa: PTH207
    return [root / name for name in sorted(found, key=_parts)]


def _parts(name: str) -> list[str]:
    return name.split(os.sep)  # noqa: PTH206


def _fixed_part(glob: str) -> str:
    parts = Path(glob).parts[:-1]
    fixed = []
    for part in parts:
        if re.search(r"[*?\[]", part):
            break
        fixed.append(part)
    return str(Path(*fixed)) if fixed else ""


def _article_name(path: Path, base: Path) -> str:
    return path.relative_to(base).with_suffix("").as_posix()
