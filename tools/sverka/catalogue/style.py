"""How a file writes its strings, learned from some of them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sverka.catalogue.entry import Entry, region_of
from sverka.catalogue.render import MSGCAT, Style, string_lines, style_for
from sverka.catalogue.source import Source

if TYPE_CHECKING:
    from sverka.catalogue.document import Catalogue

_FIRST_LOOK = 8  # long strings that must all agree with msgcat to be content with them
_SAMPLE = 40
_LEGACY_WIDE = re.compile(r"euc|gb|big5|shift_jis|cp932|cp949|johab|cp950")
_LINE = re.compile(rb'"([^"\\\n]*(?:\\.[^"\\\n]*)*)"\r?\n')
Sample = tuple[str, str, list[str], Entry]  # keyword, text, its escaped lines, of what


def learn_style(catalogue: "Catalogue") -> Style:
    """The style in which most of the long strings of a file are written."""
    wide = bool(_LEGACY_WIDE.search(catalogue.source.file_charset))
    usual = replace(MSGCAT, wide=wide)
    samples = _samples(catalogue)
    first = [sample for _, sample in zip(range(_FIRST_LOOK), samples, strict=False)]
    if all(_agrees(usual, sample) for sample in first):
        return usual
    sample = [*first, *(sample for _, sample in zip(range(_SAMPLE), samples, strict=False))]
    best, best_score = usual, 1.1 * _score(usual, sample)  # another must be clearly better
    for style in _candidates(usual, sample):
        score = _score(style, sample)
        if score > best_score:
            best, best_score = style, score
        if score > 0.9 * len(sample):
            break
    return best


def _score(style: Style, samples: list[Sample]) -> int:
    return sum(_agrees(style, sample) for sample in samples)


def _agrees(style: Style, sample: Sample) -> bool:
    name, text, lines, entry = sample
    return string_lines(name, text, "", style_for(entry, style)) == lines


def _candidates(usual: Style, samples: list[Sample]) -> Iterator[Style]:
    """The most usual first: of two equally good ones the first is taken."""
    several = [lines for _, _, lines, _ in samples if len(lines) > 1]
    empty_first = 2 * sum(not lines[0] for lines in several) >= len(several)
    style = replace(usual, empty_first=empty_first)
    yield style
    yield replace(style, width=None)
    yield replace(style, width=None, split=False)
    broken = {len(line) + 2 for lines in several for line in lines[:-1] if not line.endswith("\\n")}
    longest = sorted((length for length in broken if 40 <= length <= 400), reverse=True)[:4]
    widths = sorted({76, 77, 78, 79, 80, *longest, *(length + 1 for length in longest)})
    yield from (replace(style, width=width) for width in widths)
    yield from (replace(style, width=width, at_spaces=True) for width in widths)


def _samples(catalogue: "Catalogue") -> Iterator[Sample]:
    """Strings of live entries from all over the file whose lines tell styles apart."""
    entries = catalogue.entries
    step = max(1, len(entries) // 400)
    for entry in entries[::step]:
        for name in ("msgstr", "msgid"):
            if sample := _sample(catalogue.source, entry, name):
                yield sample


def _sample(source: Source, entry: Entry, name: str) -> Sample | None:
    lexed = region_of(entry)
    if not isinstance(lexed, re.Match) or entry.obsolete:
        return None
    quoted = b'"%s"\n' % lexed[name] if lexed["msgstr"] is not None else b""
    if len(quoted) < 75 and b"\\n" not in quoted:
        return None
    lines = [line.decode(source.charset, "replace") for line in _LINE.findall(quoted)]
    is_telling = any(len(line) > 77 or "\\n" in line[:-2] for line in lines) or any(
        not line.endswith("\\n") for line in lines[1:-1]
    )
    return (name, getattr(entry, name), lines, entry) if is_telling else None
