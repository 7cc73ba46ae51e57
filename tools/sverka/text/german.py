"""German nouns, which are written with a capital.

`german_nouns.txt` has some that are no other word, in German or English, when written small.
"""

import re
from functools import lru_cache
from importlib import resources

from .analysis import Text
from .locales import language
from .prose import prose
from .signs import Test, never, of_words, signs

Span = tuple[int, int]

_SMALL = re.compile(r"(?<![\w/.'’@#$%&{<=-])(?<!-\n)[a-zäöüß]{3,}(?![\w/(='’@-]|\.\w)")
_DERIVED = re.compile(
    r"[a-zäöüß]{3,}(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|ität|itäten)"
)
_PARTICIPLE = re.compile(
    r"\w*(?:(?:ge|miss|schl)lungen|schlungen|sungen|sprungen|zwungen|drungen|klungen|schwungen"
    r"|(?:ge|er|ent|w)rungen|[bg]edungen)|\w*j[uü]ng|[bn]eunung"
)
"""What ends as nouns do."""
_COMPOUND = re.compile(
    r"[a-zäöüß]{3,}(?:therapien?|kliniken?|zellen?|krankenh(?:aus|äuser)|zentr(?:um|en)|ärzt(?:e|in)"
    r"|arzt|patient(?:in|en|innen)|tabletten?|schwestern?|impfstoffe?|medikamente?|infarkte?|studien?"
    r"|drüsen?|gefäße?|stationen?|operation(?:en)?|infektion(?:en)?|reaktion(?:en)?|transfusion(?:en)?"
    r"|plantation(?:en)?|gelenk|tumore?n?|allergien?|erreger|fieber|zucker)"
)
"""Compounds by their last part."""


@lru_cache(maxsize=1)
def _nouns() -> frozenset[str]:
    path = resources.files("sverka.text") / "data/german_nouns.txt"
    return frozenset(path.read_text("utf-8").split())


def _is_noun(word: str) -> bool:
    if not word.islower():
        return False
    if word in _nouns() or _COMPOUND.fullmatch(word):
        return True
    return bool(_DERIVED.fullmatch(word) and not _PARTICIPLE.fullmatch(word))


def _nouns_of(locale: str) -> Test:
    return _is_noun if language(locale) == "de" else never


NOUN = of_words(_nouns_of)
"""A word that is a noun with a small letter, in a German text."""


def small_nouns(text: Text) -> tuple[Span, ...]:
    """Return where nouns stand with a small letter in a German text: an analyser.

    >>> small_nouns(Text("Das tut der seele gut.", "de"))
    ((12, 17),)
    """
    if not text.ask(signs) & NOUN:
        return ()
    return tuple(hit.span() for hit in _SMALL.finditer(text.ask(prose)) if _is_noun(hit[0]))
