"""Look-alike letters: findings in clean text, and planted letters found."""

import gzip
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import regex

from sverka.review import Finding, Form, Unit, Where
from sverka.review.unit import Background
from sverka.rules import foreign_script, mixed_script
from sverka.text.analysis import Text
from sverka.text.lookalikes import twin

RULES = (mixed_script.rule, foreign_script.rule)
OTHER = {"ru": "LATIN", "uk": "LATIN", "en": "CYRILLIC", "de": "CYRILLIC", "tr": "CYRILLIC"}


def sentences(folder: Path, language: str) -> list[str]:
    """Return the sentences of the segmentation data in a language."""
    found: list[str] = []
    for path in sorted(folder.glob(f"*{language}*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            found += [sentence for line in file for sentence in json.loads(line)["s"]]
    return found


def units(texts: Iterable[str], locale: str) -> Iterator[Unit]:
    """Make each text a translation whose pivot is not known."""
    background = Background()
    for number, text in enumerate(texts):
        where = Where("x.po", locale, "x", "target", number, None, str(number), "msgstr")
        form = Form(Text(text, locale), where, Text("", "en"))
        yield Unit(
            forms=(form,),
            source=None,
            role="target",
            locale=locale,
            article="x",
            state="translated",
            flags=(),
            background=background,
        )


def findings(texts: Iterable[str], locale: str) -> list[Finding]:
    """Return what the script rules find at the gate."""
    return [
        finding
        for unit in units(texts, locale)
        for rule in RULES
        if rule.checker
        for finding in rule.checker(unit)
        if finding.certainty != "possible" and finding.severity != "note"
    ]


def planted(texts: Sequence[str], locale: str, number: int, seed: int = 1) -> list[str]:
    """Put one look-alike letter into each of `number` words of two letters or more."""
    rng = random.Random(seed)
    found: list[str] = []
    while len(found) < number:
        text = rng.choice(texts)
        words = list(regex.finditer(r"\p{L}{2,}", text))
        if not words:
            continue
        word = rng.choice(words)
        places = [k for k in range(*word.span()) if twin(text[k], OTHER[locale])]
        if places:
            k = rng.choice(places)
            found.append(text[:k] + str(twin(text[k], OTHER[locale])) + text[k + 1 :])
    return found


def report(folder: Path) -> None:
    """Print findings in clean text and recall of planted letters by language."""
    for language in OTHER:
        texts = sentences(folder, language)
        tokens = sum(len(regex.findall(r"\w+", text)) for text in texts)
        false = findings(texts, language)
        print(f"{language}: {len(false)} findings in {tokens} tokens of clean text")
        for finding in false[:20]:
            print(f"    {finding.rule} {finding.text}: {finding.message}")
        number = 1000
        missed = [
            text for text in planted(texts, language, number) if not findings([text], language)
        ]
        print(f"    {number - len(missed)} of {number} planted letters found")
        for text in missed[:10]:
            print(f"    missed: {text}")
