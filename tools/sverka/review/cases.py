"""The cases on a rule's page: its `po` blocks are its tests.

A case is all blocks between two headings, reviewed together as one project. A block's info string
names the locale, `po de`; `po ru source` is the source catalogue; `po en`, in the pivot locale,
the template. A `csv glossary` and a `csv names` block give the case a glossary and a register.
Extracted comments say what the page's rule must find in the entry that follows, and in no other::

    #. expect: "41" -> "14"
    #. expect warning likely: "SAR-T"
    #. expect
    #. miss: "what the rule cannot see yet"

`expect` names severity, certainty, the words of the span and the repair, as much of it as matters;
above the header entry it speaks of the file as a whole. `miss` documents what is wrong and not
found, `false` (as `false: "…"`) what is found and not wrong: neither may change unnoticed.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_HEADING = re.compile(r"#{1,6}\s+(.*)")
_FENCE = re.compile(r"```(\w+)\s*(.*)")
_STRING = r'"(?:[^"\\]|\\.)*"'
_EXPECTATION = re.compile(
    r"#\. (?P<verb>expect|miss|false)"
    r"(?: (?P<severity>error|warning|note))?(?: (?P<certainty>certain|likely|possible))?"
    rf"(?:: (?P<text>{_STRING}))?(?: -> (?P<repair>{_STRING}))?\s*"
)


class Expectation(NamedTuple):
    """What a comment says of its entry."""

    verb: str
    severity: str | None
    certainty: str | None
    text: str | None
    repair: str | None


class Block(NamedTuple):
    """A fenced block: `kind` is its language, `words` the rest of its info string."""

    kind: str
    words: tuple[str, ...]
    lines: tuple[str, ...]
    line: int
    """The page's line at which the block begins."""


class Case(NamedTuple):
    """The blocks under one heading."""

    title: str
    blocks: tuple[Block, ...]


def cases(page: str) -> list[Case]:
    """Return the cases of a page: its headings that have `po` blocks under them."""
    found: dict[tuple[int, str], list[Block]] = {}
    key = (0, "")
    number = 0
    lines = page.splitlines()
    while number < len(lines):
        line = lines[number]
        number += 1
        if heading := _HEADING.fullmatch(line):
            key = (number, heading[1])
        elif fence := _FENCE.fullmatch(line):
            start = number
            while number < len(lines) and lines[number] != "```":
                number += 1
            block = Block(fence[1], tuple(fence[2].split()), tuple(lines[start:number]), start + 1)
            found.setdefault(key, []).append(block)
            number += 1
    return [
        Case(title, tuple(blocks))
        for (_, title), blocks in found.items()
        if any(block.kind == "po" for block in blocks)
    ]


def repairs(page: str) -> bool:
    """Say whether a rule can repair: a case of its page expects one."""
    return any(
        expectation.repair is not None
        for case in cases(page)
        for block in case.blocks
        if block.kind == "po"
        for _, expectation in expectations(block)
    )


def expectations(block: Block) -> Iterator[tuple[int, Expectation]]:
    """Yield (line in the block, expectation), lines counted from 0.

    Raises ValueError for a comment that begins like an expectation and is none.
    """
    for number, line in enumerate(block.lines):
        if not re.match(r"#\. (?:expect|miss|false)\b", line):
            continue
        found = _EXPECTATION.fullmatch(line)
        if not found:
            raise ValueError(f"line {block.line + number}: {line!r} is no expectation")
        text, repair = (json.loads(found[k]) if found[k] else None for k in ("text", "repair"))
        yield (
            number,
            Expectation(found["verb"], found["severity"], found["certainty"], text, repair),
        )


_HEADER = """msgid ""
msgstr ""
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Language: {locale}\\n"

"""


def write_project(case: Case, folder: Path, pivot: str = "en") -> Path:
    """Write a case as a project into a folder; return its configuration's path."""
    lines = [line for block in case.blocks if block.kind == "toml" for line in block.lines]
    pivot = next((line.split('"')[1] for line in lines if line.startswith("pivot = ")), pivot)
    config = [f'pivot = "{pivot}"', *(line for line in lines if not line.startswith("pivot = "))]
    for block in case.blocks:
        text = "\n".join(block.lines) + "\n"
        if block.kind == "po":
            locale = block.words[0]
            if locale == pivot:
                path = folder / "i18n/case.pot"
            else:
                path = folder / f"locales/{locale}/LC_MESSAGES/case.po"
            if "source" in block.words:
                config.append(f'source = "{locale}"')
            if not re.search(r'^msgid ""$\n^msgstr', text, re.MULTILINE):
                text = _HEADER.format(locale=locale) + text
        elif block.kind == "csv":
            path = folder / f"i18n/{block.words[0]}.csv"
            name = block.words[0]
            value = f'["i18n/{name}.csv"]' if name == "glossary" else f'"i18n/{name}.csv"'
            config.append(f"{name} = {value}")
        else:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    path = folder / "sverka.toml"
    path.write_text("\n".join(config) + "\n", encoding="utf-8", newline="\n")
    return path
