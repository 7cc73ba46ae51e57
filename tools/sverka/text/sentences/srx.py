"""Segmentation Rules eXchange (SRX 2.0, LISA/ETSI): a file of rules instead of Sverka's own.

A position is a break if the first rule that matches there says so: `beforebreak` the text that
ends at it, `afterbreak` the text that begins at it. The regular expressions are foreign, so every
search has a time limit, and the XML is read without document type and entities.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from math import prod
from pathlib import Path
from xml.parsers import expat

import regex

from sverka.text.sentences.engine import Span, paragraphs
from sverka.text.sentences.rules import language_chain

SECONDS = 2.0  # for any text, and as much again for every
CHARACTERS = 100_000  # code points

LARGEST = 200_000  # how many parts the least counts of one file, as in a{40}, may make

_COUNT = regex.compile(r"\{\s*(\d{1,20})")
_RECURSION = regex.compile(r"\(\?(?:R|[+-]?\d|&|P>)")
_QUOTED = regex.compile(r"\\Q(.*?)(?:\\E|$)", regex.DOTALL)


@dataclass(frozen=True, slots=True)
class SrxRule:
    """One rule: whether it breaks, its two expressions, the line it begins on."""

    breaks: bool
    before: str
    after: str
    line: int


@dataclass(frozen=True, slots=True)
class Srx:
    """An SRX file: rules by name, and which of them serve which languages."""

    path: str
    cascade: bool
    rules: Mapping[str, tuple[SrxRule, ...]]
    maps: tuple[tuple[str, str], ...]

    def rules_for(self, locale: str) -> tuple[SrxRule, ...]:
        """The rules of `locale` in the order in which they are tried."""
        tag = language_chain(locale)[0]
        found: list[SrxRule] = []
        for pattern, name in self.maps:
            if self._matches(pattern, tag):
                found.extend(self.rules[name])
                if not self.cascade:
                    break
        return tuple(found)

    def _matches(self, pattern: str, tag: str) -> bool:
        try:
            return bool(regex.fullmatch(pattern, tag, regex.IGNORECASE, timeout=SECONDS))
        except TimeoutError as error:
            message = f"languagepattern takes too long; simplify it: {pattern[:80]!r}"
            raise ValueError(f"{self.path}: {message}") from error


@dataclass(slots=True)
class _Reader:
    """What the XML parser's handlers have gathered so far."""

    path: str
    parser: expat.XMLParserType
    cascade: bool = False
    rules: dict[str, list[SrxRule]] = field(default_factory=dict)
    maps: list[tuple[str, str]] = field(default_factory=list)
    name: str = ""
    breaks: bool = True
    line: int = 0
    texts: dict[str, str] = field(default_factory=dict)
    inside: str = ""
    size: int = 0

    def doctype(self, *_: object) -> None:
        raise self.error("a document type declaration is not allowed; remove it")

    def error(self, message: str) -> ValueError:
        return ValueError(f"{self.path}:{self.parser.CurrentLineNumber}: {message}")

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = tag.rpartition(" ")[2]
        if tag == "header":
            self.cascade = attributes.get("cascade", "no") == "yes"
        elif tag == "languagerule":
            self.name = attributes.get("languagerulename", "")
            self.rules.setdefault(self.name, [])
        elif tag == "languagemap":
            pattern, name = attributes.get("languagepattern", ""), attributes["languagerulename"]
            self.compiled(pattern)
            self.maps.append((pattern, name))
        elif tag == "rule":
            self.breaks = attributes.get("break", "yes") == "yes"
            self.line, self.texts = self.parser.CurrentLineNumber, {}
        self.inside = tag

    def end(self, tag: str) -> None:
        self.inside = ""
        if tag.rpartition(" ")[2] == "rule":
            before, after = (_python(self.texts.get(part, "")) for part in _PARTS)
            self.compiled(_joined(before, after))
            self.rules[self.name].append(SrxRule(self.breaks, before, after, self.line))

    def text(self, data: str) -> None:
        if self.inside in _PARTS:
            self.texts[self.inside] = self.texts.get(self.inside, "") + data

    def compiled(self, pattern: str) -> None:
        if _RECURSION.search(pattern):
            raise self.error(f"recursion is not allowed: {pattern[:80]!r}")
        self.size += prod(max(int(count), 1) for count in _COUNT.findall(pattern)) - 1
        if self.size > LARGEST:
            raise self.error(f"counts too large to compile; lower them: {pattern[:80]!r}")
        try:
            regex.compile(pattern, regex.V1)
        except (regex.error, OverflowError, RecursionError, MemoryError) as error:
            raise self.error(f"not a regular expression: {error}: {pattern[:80]!r}") from error


_PARTS = ("beforebreak", "afterbreak")


def read_srx(path: str | Path) -> Srx:
    """Read an SRX 2.0 file.

    Raises ValueError, which names file, line and remedy, when it is not well-formed, has a
    document type, or an expression that cannot be compiled; OSError when it cannot be read.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    reader = _Reader(str(path), parser)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = reader.doctype
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    try:
        parser.Parse(Path(path).read_bytes(), True)
    except expat.ExpatError as error:
        raise ValueError(f"{path}:{error.lineno}: not well-formed XML: {error}") from error
    except KeyError as error:
        raise reader.error(f"a rule or map without {error.args[0]!r}") from error
    if missing := {name for _, name in reader.maps} - reader.rules.keys():
        raise ValueError(f"{path}: a language map names {min(missing)!r}, which is not defined")
    rules = {name: tuple(found) for name, found in reader.rules.items()}
    return Srx(str(path), reader.cascade, rules, tuple(reader.maps))


def _python(pattern: str) -> str:
    r"""Rewrite what ICU and Java write otherwise: `\Q…\E` and `\x{…}`."""
    pattern = _QUOTED.sub(lambda match: regex.escape(match[1]), pattern)
    return regex.sub(r"\\x\{([0-9A-Fa-f]{1,6})\}", lambda m: f"\\U{int(m[1], 16):08x}", pattern)


def _joined(before: str, after: str) -> str:
    return (f"(?<={before})" if before else "") + (f"(?={after})" if after else "")


@lru_cache(maxsize=64)
def _compiled(rules: tuple[SrxRule, ...]) -> list[tuple[bool, regex.Pattern[str]]]:
    """Neighbouring rules of one kind as one expression, in order."""
    groups = []
    for breaks, members in groupby(rules, key=lambda rule: rule.breaks):
        pattern = "|".join(_joined(rule.before, rule.after) for rule in members)
        groups.append((breaks, regex.compile(pattern, regex.V1)))
    return groups


def split_srx(text: str, locale: str, srx: Srx) -> list[Span]:
    """Split `text` by the rules of `srx`; like `split`, blank lines are boundaries.

    Raises ValueError when the expressions need more than two seconds and two more for every
    100,000 code points: some expressions never end, and a review must.
    """
    groups = _compiled(srx.rules_for(locale))
    deadline = time.monotonic() + SECONDS * (1 + len(text) / CHARACTERS)
    try:
        return [
            span
            for start, end in paragraphs(text)
            for span in _paragraph(text, start, end, groups, deadline)
        ]
    except TimeoutError as error:
        raise ValueError(
            f"{srx.path}: the rules of {locale} take too long on this text;"
            " simplify nested repetitions such as (a+)+"
        ) from error


def _left(deadline: float) -> float:
    return max(deadline - time.monotonic(), 0.001)


def _paragraph(
    text: str,
    start: int,
    end: int,
    groups: list[tuple[bool, regex.Pattern[str]]],
    deadline: float,
) -> Iterator[Span]:
    part = text[start:end]
    breaks: dict[int, int] = {}
    for index, (is_break, pattern) in enumerate(groups):
        if is_break:
            for match in pattern.finditer(part, timeout=_left(deadline)):
                breaks.setdefault(match.start(), index)
    low = 0
    for position in sorted(breaks):
        if any(
            pattern.match(part, position, timeout=_left(deadline))
            for is_break, pattern in groups[: breaks[position]]
            if not is_break
        ):
            continue
        if part[low:position].strip():
            yield _trimmed(part, low, position, start)
            low = position
    if part[low:].strip():
        yield _trimmed(part, low, len(part), start)


def _trimmed(part: str, low: int, high: int, offset: int) -> Span:
    piece = part[low:high]
    low += len(piece) - len(piece.lstrip())
    return offset + low, offset + low + len(piece.strip())
