"""English person names found in running text of another language, at 1 % false accepts.

    python -m tests.benchmarks.names.found [ar ja ru uk he ko zh] [--misses]

Names are the full names of the English sentences of which a name list has every word (the English
side of names/en-*.train.tsv.gz). Each is looked for in the translation, and in that of another
segment that does not have it. Data: alignment/ntrexp_*.json.gz (NTREX, CC BY-SA 4.0: measured
only), segments/tico-19.en-ru.dev.tsv.gz (CC0 1.0). For the languages without such data, well-known
people (people.tsv) in sentences written for this (sentences.tsv), inflected as the language wants;
and for five languages 30 sentences each in which people of many origins are named as news name them
(running.tsv), each name looked for in all the others.
"""

import gzip
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from sverka.text.names import find_name, is_personal, names_in

from . import data

WRITTEN = ("uk", "he", "ko", "zh")


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


def table(name: str) -> list[list[str]]:
    """The rows of a table beside this module."""
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")]


def written(language: str) -> Iterator[tuple[str, str]]:
    """English names, and sentences that have them in the form that fits."""
    head, *people = table("people.tsv")
    column = head.index(language)
    sentences = [row for row in table("sentences.tsv") if row[0] == language]
    for number, person in enumerate(people):
        forms = person[column].split("|")
        for _, case, sentence in sentences[number % 2 :: 2]:
            yield person[0], sentence.replace("{}", forms[int(case)])


def running(language: str) -> None:
    """Print how many of the people of `running.tsv` are found."""
    rows = [(name, text) for there, name, text in table("running.tsv") if there == language]
    score: dict[tuple[str, str], float] = {}
    for name, _ in rows:
        for _, text in rows:
            found = find_name(name, "en", text, language)
            score[name, text] = found.score if found else 0.0
    own = set(rows)
    false = sorted((s for pair, s in score.items() if pair not in own), reverse=True)
    limit = false[len(false) // 100]
    hits = sum(score[pair] > limit for pair in own)
    print(f"en-{language}: {hits} of {len(rows)} people in running text, above {limit:.3f}")
    if "--misses" in sys.argv:
        for name, text in sorted(pair for pair in own if score[pair] <= limit):
            print(f"  {score[name, text]:.3f} {name} in {text}")


def measure(language: str) -> None:
    """Print how many names are found."""
    if language in WRITTEN:
        rows = list(written(language))
        named = [(name, {name}, target) for name, target in rows]
    else:
        known = {pair.english for other in data.LANGUAGES for pair in data.pairs(other, None)}
        rows = list(segments(language))
        named = [(english, mentions(english, known), target) for english, target in rows]
    chance = random.Random(4)
    true, false = [], []
    for _, names, target in named:
        for name in sorted(names):
            found = find_name(name, "en", target, language)
            true.append((found.score if found else 0.0, name, target, found and found.text))
            for _ in range(5):
                other, text = chance.choice(rows)
                if not any(word in other for word in name.split()):
                    found = find_name(name, "en", text, language)
                    false.append((found.score if found else 0.0, name, text, found and found.text))
    false.sort(reverse=True)
    limit = false[len(false) // 100][0]
    hits = sum(score > limit for score, *_ in true)
    print(f"en-{language}: {hits / len(true):.3f} of {len(true)} names, above {limit:.3f}")
    if "--misses" in sys.argv:
        for score, name, target, form in sorted(true)[: len(true) - hits]:
            print(f"  {score:.3f} {name}: {form} in {target}")
        for score, name, target, form in false[: len(false) // 100]:
            print(f"  false {score:.3f} {name}: {form} in {target}")


if __name__ == "__main__":
    for chosen in [a for a in sys.argv[1:] if a[0] != "-"] or ["ar", "ja", "ru", *WRITTEN]:
        measure(chosen)
        if any(row[0] == chosen for row in table("running.tsv")):
            running(chosen)
