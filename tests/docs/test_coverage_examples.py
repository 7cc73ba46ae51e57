"""Each check that docs/coverage.md says a rule does: the rule finds what the check is there for.

`coverage_examples.tsv`: the checks, a locale, flags, pivots and translations, parted by " ¦ ";
`\\n`, `\\t`, `\\a`, `\\s` (a space at an end) and `\\\\` are what they are elsewhere.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from sverka.review.api import check
from tests.docs.coverage import checks
from tests.docs.coverage_files import FILES
from tests.helpers import HEADER, quote, write

EXAMPLES = Path(__file__).with_name("coverage_examples.tsv")
GLOSSARY = "en,de\nmarrow,Knochenmark\nFooware,Fooware\n"
UNTRIED = {"os-error"}
"""A file that cannot be read: tests/cli."""
_ESCAPES = {"n": "\n", "t": "\t", "s": " ", "a": "\a", "\\": "\\"}


class Example(NamedTuple):
    """A message with a fault, and the checks, `tool: check`, that find it."""

    checks: tuple[str, ...]
    locale: str
    flags: str
    pivots: tuple[str, ...]
    translations: tuple[str, ...]


def examples() -> Iterator[Example]:
    for line in EXAMPLES.read_text("utf-8").splitlines()[1:]:
        names, locale, flags, pivots, translations = line.split("\t")
        yield Example(tuple(names.split(", ")), locale, flags, _texts(pivots), _texts(translations))


def _texts(cell: str) -> tuple[str, ...]:
    return tuple(
        re.sub(r"\\(.)", lambda found: _ESCAPES[found[1]], text) for text in cell.split(" ¦ ")
    )


def rules_of(name: str) -> set[str]:
    return next(set(check.rules) for check in checks() if f"{check.tool}: {check.name}" == name)


@pytest.mark.parametrize("example", list(examples()), ids=lambda e: e.checks[0])
def test_message(example: Example, tmp_path: Path) -> None:
    flags = f"#, {example.flags}\n" if example.flags else ""
    entries = "\n".join(
        f"{flags}msgctxt {quote(str(n))}\nmsgid {quote(pivot)}\nmsgstr {quote(text)}\n"
        for n, (pivot, text) in enumerate(zip(example.pivots, example.translations, strict=True))
    ).replace("\a", "\\a")
    files = {
        "x.po": HEADER.format(locale=example.locale) + entries,
        "glossary.csv": GLOSSARY,
        "sverka.toml": 'glossary = "glossary.csv"\n',
    }
    folder = write(tmp_path, files)
    found = {f.rule for f in check([folder / "x.po"], folder / "sverka.toml", pivot="en").findings}
    assert [name for name in example.checks if not rules_of(name) & found] == [], found


@pytest.mark.parametrize("name", FILES, ids=": ".join)
def test_file(name: tuple[str, str], tmp_path: Path) -> None:
    content = FILES[name]
    unknown = name[1] == "unable-to-determine-language"
    path = tmp_path / ("messages.po" if unknown else "de.po")
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    found = {f.rule for f in check([path], pivot="en").findings}
    assert rules_of(": ".join(name)) & found, found


def test_every_check_with_a_rule_has_an_example() -> None:
    tried = {name for example in examples() for name in example.checks} | set(map(": ".join, FILES))
    claimed = {f"{c.tool}: {c.name}" for c in checks() if c.rules and c.name not in UNTRIED}
    assert claimed - tried == set()
    assert tried <= {f"{c.tool}: {c.name}" for c in checks()}
