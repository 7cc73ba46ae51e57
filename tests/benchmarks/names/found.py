"""English person names found in running text of another language, at 1 % false accepts.

    python -m tests.benchmarks.names.found [ar ja ru]

Names are the full names of the English sentences of which a name list has every word (the English
side of names/en-*.train.tsv.gz). Each is looked for in the translation, and in that of another
segment that does not have it. Data: alignment/ntrexp_*.json.gz (NTREX, CC BY-SA 4.0: measured
only), segments/tico-19.en-ru.dev.tsv.gz (CC0 1.0).
"""

import gzip
import json
import random
import sys
from collections.abc import Iterator

from sverka.text.names import find_name, is_personal, names_in

from . import data


def segments(language: str) -> Iterator[tuple[str, str]]:
    """English text and its translation."""
    if language == "ru":
        path = data.DATA / "segments" / "tico-19.en-ru.dev.tsv.gz"
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                _, english, russian = line.rstrip("\n").split("\t")
                yield english, russian
        return
    packed = (data.DATA / "alignment" / f"ntrexp_{language}.json.gz").read_bytes()
    for document in json.loads(gzip.decompress(packed))["docs"]:
        for here, there in document["gold"]:
            if here and there:
                texts = (document["src"], here), (document["tgt"], there)
                source, target = (" ".join(side[n] for n in numbers) for side, numbers in texts)
                yield source, target


def mentions(text: str, known: set[str]) -> set[str]:
    """The full names in an English text."""
    return {
        run.text
        for run in names_in(text, "en")
        if is_personal(run.text) and all(w.lower() in known for w in run.text.split())
    }


def measure(language: str) -> None:
    """Print how many names are found."""
    known = {pair.english for other in data.LANGUAGES for pair in data.pairs(other, None)}
    rows = list(segments(language))
    chance = random.Random(4)
    true, false = [], []
    for english, target in rows:
        for name in sorted(mentions(english, known)):
            found = find_name(name, "en", target, language)
            true.append((found.score if found else 0.0, name, target))
            for _ in range(5):
                other, text = chance.choice(rows)
                if not any(word in other for word in name.split()):
                    found = find_name(name, "en", text, language)
                    false.append(found.score if found else 0.0)
    limit = sorted(false, reverse=True)[len(false) // 100]
    hits = sum(score > limit for score, *_ in true)
    print(f"en-{language}: {hits / len(true):.3f} of {len(true)} names, above {limit:.3f}")
    if "--misses" in sys.argv:
        for score, name, target in sorted(true)[: len(true) - hits]:
            print(f"  {score:.3f} {name}: {target}")


if __name__ == "__main__":
    for chosen in [a for a in sys.argv[1:] if a[0] != "-"] or ["ar", "ja", "ru"]:
        measure(chosen)
