"""What one text advises against, and the other one advises: should not, «стоит»."""

import re
import tomllib
from functools import lru_cache
from importlib import resources

from sverka.text import lexicon, locales
from sverka.text.analysis import Text
from sverka.text.negation import denial
from sverka.text.negation.senses import denied_at
from sverka.text.prose import HOLE, clause_around, prose

_CLAUSE = re.compile(r"[,;:.!?—–()，；：。！？]")
_LONG = 160
"""Code points of texts in which advice may stand beside another."""
_STOP = re.compile("停止|停用|停药|中断")


@lru_cache(maxsize=1)
def _data() -> dict[str, dict[str, list[str]]]:
    path = resources.files("sverka.text.negation") / "advice.toml"
    return tomllib.loads(path.read_text("utf-8"))


@lru_cache(maxsize=64)
def _pattern(table: str, language: str) -> "re.Pattern[str] | None":
    words = _data()[table].get(language)
    if not words:
        return None
    pattern = f"(?:{'|'.join(words)})"
    return re.compile(pattern if language == "zh" else rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE)


def advises(here: Text, at: tuple[int, int], there: Text) -> bool:
    """Say whether another text advises what the denial at `at` advises against."""
    if len(there.value) > _LONG:
        return False
    mine, theirs = locales.language(here.locale), locales.language(there.locale)
    against, favour = _pattern("against", mine), _pattern("for", theirs)
    but = _pattern("but", theirs)
    if not (against and favour and but):
        return False
    value, other = here.ask(prose), there.ask(prose)
    if here.ask(denial).undone:
        other = _STOP.sub(lambda stop: HOLE * len(stop[0]), other)
    if not any(hit.start() <= at[0] and at[1] <= hit.end() for hit in against.finditer(value)):
        return False
    for hit in favour.finditer(other):
        start, end = clause_around(other, hit.span(), _CLAUSE)
        if but.search(other, start, end):
            continue
        is_done = _does(here, at, there, (hit.end(), end))
        return is_done if is_done is not None else not but.search(other)
    return False


def _does(here: Text, at: tuple[int, int], there: Text, part: tuple[int, int]) -> bool | None:
    """Say whether what is denied has its counterpart in a part of another text, None if unsure."""
    start = denied_at(here, at)
    word = next((m for m in here.ask(lexicon.mentions) if m.start == start), None)
    if word is None or not lexicon.knows(there.locale):
        return None
    found = any(
        part[0] <= m.start < part[1] and not m.concepts.isdisjoint(word.concepts)
        for m in there.ask(lexicon.mentions)
    )
    return found or (False if word.telling else None)
