"""The configuration: `sverka.toml`, or `[tool.sverka]` in `pyproject.toml`, nearest upwards."""

import difflib
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import Annotated, Any

import msgspec

from sverka.text import locales

NAMES = ("sverka.toml", "pyproject.toml")
_GATE = re.compile(r"\s*(error|warning|note)\s*(,\s*(certain|likely|possible)\s*)?")


class ConfigError(ValueError):
    """A configuration, glossary or register that cannot be used; says file, line and remedy."""

    def __init__(self, path: Path | str, line: int, message: str) -> None:
        super().__init__(f"{path}:{line}: {message}")
        self.path = str(path)
        self.line = line
        self.message = message


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The settings of a project. Paths are relative to the folder of the file they stand in."""

    pivot: str | None = None
    """Locale of the articles and of every msgid."""
    source: str | None = None
    """Locale in which the texts were first written."""
    articles: tuple[str, ...] = ()
    """Globs of the articles."""
    catalogs: str = "locales/{locale}/LC_MESSAGES/{article}.po"
    """Where the catalogue of an article in a locale stands."""
    templates: str = "i18n/{article}.pot"
    """Where the template of an article stands."""
    targets: tuple[str, ...] = ()
    """Locales into which the articles are translated; empty: those that have catalogues."""
    glossary: tuple[str, ...] = ()
    """Glossaries, CSV or TBX."""
    names: str | None = None
    """Names register, CSV."""
    segmentation: str | None = None
    """Entries of the project's own, TOML, or an SRX file; by default i18n/segmentation.toml."""
    output: str = "build"
    """Folder of the localized articles."""
    url: str = ""
    """Where the folder of the localized articles will be published."""
    theme: str | None = None
    """Folder with templates that replace those of `sverka build` of the same names."""
    front_matter: tuple[str, ...] | None = None
    """Keys of the front matter whose values are text; by default title, description and alike."""
    code_comments: bool = False
    """Whether the comments in the code blocks of Markdown are text."""
    unit: str | dict[str, str] = "sentence"
    """What a segment is: `sentence` or `block`; a table sets it for each article by glob."""
    threshold: Annotated[int, msgspec.Meta(ge=0, le=100)] = 0
    """Percentage of words that must be translated before a locale is built."""
    fallback: dict[str, tuple[str, ...]] = {}
    """Locales to fall back to, for each locale, before the pivot."""
    gate: str = "warning,likely"
    """Severity and certainty from which a finding makes the check fail."""
    select: tuple[str, ...] = ()
    """Rules or families to run; empty: all."""
    ignore: tuple[str, ...] = ()
    """Rules or families not to run."""


def find_config(start: Path) -> Path | None:
    """Return the configuration that governs the folder `start`: the nearest upwards."""
    for folder in (start, *start.parents):
        for name in NAMES:
            path = folder / name
            if path.is_file() and (name != "pyproject.toml" or _has_table(path)):
                return path
    return None


def load_config(path: Path) -> Config:
    """Read a configuration.

    Raises ConfigError, which names file, line and remedy, and OSError.
    """
    text = _read(path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        number = int(line[1]) if line else text.count("\n") + 1
        raise ConfigError(path, number, f"not TOML: {error}") from None
    if path.name == "pyproject.toml":
        data = data.get("tool", {}).get("sverka", {})
    return _convert(data, path, text)


def _convert(data: dict[str, Any], path: Path, text: str) -> Config:
    if unknown := sorted(set(data) - set(Config.__struct_fields__)):
        raise ConfigError(path, _line_of(text, unknown[0]), _unknown(unknown[0]))
    for name in ("articles", "glossary", "targets", "front_matter", "select", "ignore"):
        if isinstance(data.get(name), str):
            data[name] = [data[name]]
    try:
        config = msgspec.convert(data, Config)
    except msgspec.ValidationError as error:
        key = re.search(r"`\$\.(\w+)", str(error))
        raise ConfigError(path, _line_of(text, key[1] if key else ""), str(error)) from None
    for name in ("pivot", "source"):
        _check_locale(getattr(config, name), name, path, text)
    for target in config.targets:
        _check_locale(target, "targets", path, text)
    for name in ("catalogs", "templates"):
        _check_pattern(getattr(config, name), name, path, text)
    _check_inside(config.output, "output", path, text)
    if config.url and not re.match(r"https?://[^\s/]", config.url):
        remedy = 'write an address such as "https://example.org/news"'
        raise ConfigError(path, _line_of(text, "url"), f"url: {config.url!r}; {remedy}")
    if not _GATE.fullmatch(config.gate):
        remedy = 'write severity and certainty, such as "warning,likely"'
        raise ConfigError(path, _line_of(text, "gate"), f"gate: {config.gate!r}; {remedy}")
    units = config.unit.values() if isinstance(config.unit, dict) else [config.unit]
    if not {"sentence", "block"}.issuperset(units):
        raise ConfigError(path, _line_of(text, "unit"), 'unit is "sentence" or "block"')
    return config


def _check_locale(value: str | None, name: str, path: Path, text: str) -> None:
    if value is not None and not locales.is_locale(value):
        line = _line_of(text, name)
        raise ConfigError(
            path, line, f"{name}: {value!r} is no locale; write it as de, pt_BR or zh-Hans"
        )


def _check_inside(folder: str, name: str, path: Path, text: str) -> None:
    parts = PurePath(folder).parts
    if PurePath(folder).is_absolute() or not parts or ".." in parts:
        remedy = "name a folder inside the project, or give --output on the command line"
        raise ConfigError(path, _line_of(text, name), f"{name}: {folder!r}; {remedy}")


def _check_pattern(pattern: str, name: str, path: Path, text: str) -> None:
    wanted = {"locale", "article"} if name == "catalogs" else {"article"}
    fields = set(re.findall(r"\{(\w*)\}", pattern))
    if fields - wanted or (name == "catalogs" and "locale" not in fields):
        remedy = "{locale} and {article}" if name == "catalogs" else "{article}"
        raise ConfigError(
            path, _line_of(text, name), f"{name}: {pattern!r} must be a path with {remedy}"
        )


def _unknown(key: str) -> str:
    known: Iterable[str] = Config.__struct_fields__
    near = difflib.get_close_matches(key, known, 1)
    hint = f"did you mean {near[0]!r}?" if near else f"known keys: {', '.join(sorted(known))}"
    return f"unknown key {key!r}; {hint}"


def _line_of(text: str, key: str) -> int:
    found = re.search(rf"^\s*[\"']?{re.escape(key)}[\"']?\s*[=.\]]", text, re.MULTILINE)
    table = re.search(rf"^\s*\[[\w.]*{re.escape(key)}[\].]", text, re.MULTILINE)
    found = found or table
    return (
        text.count("\n", 0, found.start() + len(found[0]) - len(found[0].lstrip())) + 1
        if found
        else 1
    )


def _read(path: Path) -> str:
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ConfigError(path, line, "not UTF-8; save the file as UTF-8") from None


def _has_table(path: Path) -> bool:
    try:
        return "sverka" in tomllib.loads(_read(path)).get("tool", {})
    except (ConfigError, tomllib.TOMLDecodeError, OSError):
        return False
