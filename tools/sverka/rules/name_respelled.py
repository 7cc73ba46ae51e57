"""Names kept from the pivot, misspelt once in the translation."""

import re
from collections import Counter
from collections.abc import Iterator

from sverka.review import CatalogueFile, Fact, Finding, Related, Rule
from sverka.text.analysis import Text
from sverka.text.prose import prose

from ._completeness import Pair, pairs

rule = Rule(
    __name__,
    family="names",
    severity="error",
    certainty="likely",
    yields_to=("mixed-script",),
)

_WORD = re.compile(r"(?<![0-9A-Za-zÀ-ɏ_’'-])[A-Za-z][A-Za-zÀ-ɏ]{4,}(?![0-9A-Za-zÀ-ɏ_’'-])")
_KEPT = 3
"""So often must the name stand unchanged in the file's translations."""


_RARE = 10
"""So many times rarer than the name is a misspelling."""


@rule.inspect
def inspect(file: CatalogueFile) -> Iterator[Finding]:
    """Look for words that nearly are a name which the file's translations keep."""
    found = list(pairs(file))
    counts: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    for pair in found:
        there = {word[0] for word in _words(pair.pivot)}
        here = {word[0] for word in _words(pair.target)}
        counts.update(here)
        kept.update(word for word in here & there if word[0].isupper())
    for pair in found:
        yield from _misspelt(file, pair, counts, kept)


def _misspelt(
    file: CatalogueFile, pair: Pair, counts: Counter[str], kept: Counter[str]
) -> Iterator[Finding]:
    here = {word[0]: word for word in _words(pair.target)}
    there = {word[0]: word for word in _words(pair.pivot)}
    often = Counter(word[0] for word in _words(pair.pivot))
    seen = Counter(word[0] for word in _words(pair.target))
    names = [word for word in there if kept[word] >= _KEPT and seen[word] < often[word]]
    odd = [word for word in here if word not in there and word not in kept] if names else []
    for name in names:
        for word in odd:
            if counts[word] > max(1, kept[name] / _RARE) or not _slip(name, word):
                continue
            start, end = here[word].span()
            place = Fact(file.place(pair.entry, "msgstr", pair.plural), (start, end), word)
            pivot = Related(file.place(pair.entry, pair.field), name, "pivot", there[name].span())
            yield rule.finding(
                place,
                f"{word} here, {name} in the pivot and in {kept[name]} other translations",
                related=[pivot],
                replacement=name,
            )
            break


def _slip(name: str, word: str) -> bool:
    """Say whether a word is a name with one slip that is no ending."""
    from rapidfuzz.distance import OSA

    if name[0].lower() != word[0].lower() or OSA.distance(name, word, score_cutoff=1) > 1:
        return False
    return not name.lower().startswith(word.lower()[:-1]) and not word.lower().startswith(
        name.lower()[:-1]
    )


def _words(text: Text) -> list[re.Match[str]]:
    return list(_WORD.finditer(text.ask(prose)))
