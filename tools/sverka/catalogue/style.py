"""How a file writes its strings, learned from some of them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sverka.catalogue.entry import Entry
from sverka.catalogue.render import MSGCAT, Style, string_lines
from sverka.catalogue.source import Source

if TYPE_CHECKING:
    from sverka.catalogue.document import Catalogue

_FIRST_LOOK = 8  # long strings that must all agree with msgcat to be content with them
_SAMPLE = 60
_LEGACY_WIDE = re.compile(r"euc|gb|big5|shift_jis|cp932|cp949|johab|cp950")
_LINE = re.compile(rb'"([^"\\\n]*(?:\\.[^"\\\n]*)*)"\r?\n')
Sample = tuple[str, str, list[str]]  # keyword, text, its escaped lines


def learn_style(catalogue: "Catalogue") -> Style:
    """The style in which most of the long strings of a file are written."""
    wide = bool(_LEGACY_WIDE.search(catalogue.source.file_charset))
    usual = replace(MSGCAT, wide=wide)
    samples = _samples(catalogue)
    first = [sample for _, sample in zip(range(_FIRST_LOOK), samples, strict=False)]
    if all(_agrees(usual, sample) for sample in first):
        return usual
    sample = [*first, *(sample for _, sample in zip(range(_SAMPLE), samples, strict=False))]
    return max(_candidates(usual, sample), key=lambda style: _score(style, sample))


def _score(style: Style, samples: list[Sample]) -> int:
    return sum(_agrees(style, sample) for sample in samples)


def _agrees(style: Style, sample: Sample) -> bool:
    name, text, lines = sample
    return string_lines(name, text, "", style) == lines


def _candidates(usual: Style, samples: list[Sample]) -> Iterator[Style]:
    """The most usual first: of two equally good ones the first is taken."""
    several = [lines for _, _, lines in samples if len(lines) > 1]
    empty_first = 2 * sum(not lines[0] for lines in several) >= len(several)
    style = replace(usual, empty_first=empty_first)
    yield style
    yield replace(style, width=None)
    yield replace(style, width=None, split=False)
    longest = max((len(line) + 2 for lines in several for line in lines), default=79)
    for width in sorted({77, 78, 80, 81, 76, longest, longest + 1} - {79}):
        if 40 <= width <= 400:
            yield replace(style, width=width)
    for width in sorted({77, 78, 79, 80, longest, longest + 1}):
        if 40 <= width <= 400:
            yield replace(style, width=width, at_spaces=True)


def _samples(catalogue: "Catalogue") -> Iterator[Sample]:
    """Long or many-line strings of live entries from all over the file."""
    entries = catalogue.entries
    step = max(1, len(entries) // 400)
    for entry in entries[::step]:
        for name in ("msgstr", "msgid"):
            if sample := _sample(catalogue.source, entry, name):
                yield sample


def _sample(source: Source, entry: Entry, name: str) -> Sample | None:
    lexed = entry._lexed
    if not isinstance(lexed, re.Match) or entry.obsolete:
        return None
    quoted = lexed[name]
    if quoted is None or (quoted.count(b"\n") == 1 and len(quoted) < 90 and b"\\n" not in quoted):
        return None
    lines = [line.decode(source.charset, "replace") for line in _LINE.findall(quoted)]
    return name, getattr(entry, name), lines
