"""A second way of making the next version of a list of messages, with other kinds of edits.

`mutator` changes letters and words; this one does what editors of longer texts do: words change
places, clauses come and go, sentences are joined and cut, numbers and placeholders change, markup
is put around a word, a sentence is reworded. What it is not tuned on shows more.
"""

import random
import re
from collections.abc import Callable

from tests.benchmarks.catalogue.mutator import Mutation, reordered

CLAUSES = ("if there is one", "as described above", "where that is possible", "in most cases")
PREFIXES = ("Note: ", "Warning: ", "Optional. ", "See also: ", "TODO ", "Tip — ")
WORDS = (
    "service",
    "bank",
    "value",
    "between",
    "reads",
    "never",
    "their",
    "green",
    "twice",
    "about",
)
Edit = Callable[[str, random.Random], str]


def swapped(text: str, rng: random.Random) -> str:
    """Two neighbouring words change places."""
    words = text.split(" ")
    if len(words) < 2:
        return text
    place = rng.randrange(len(words) - 1)
    words[place : place + 2] = words[place + 1], words[place]
    return " ".join(words)


def clause(text: str, rng: random.Random) -> str:
    """A clause is put in after a word."""
    words = text.split(" ")
    place = rng.randrange(1, len(words) + 1)
    return " ".join([*words[:place], f"({rng.choice(CLAUSES)})", *words[place:]])


def shortened(text: str, rng: random.Random) -> str:
    """The end is dropped, from a comma or a full stop on."""
    places = [found.start() for found in re.finditer(r"[,;.—(] ", text)]
    places = [place for place in places if place > 0.4 * len(text)]
    return text[: rng.choice(places)] + "." if places else text


def prefixed(text: str, rng: random.Random) -> str:
    """Something stands before it."""
    return rng.choice(PREFIXES) + text[:1].lower() + text[1:]


def numbered(text: str, rng: random.Random) -> str:
    """A number changes."""
    found = list(re.finditer(r"\d+", text))
    if not found:
        return text
    one = rng.choice(found)
    return f"{text[: one.start()]}{rng.randrange(2, 5000)}{text[one.end() :]}"


def placeholder(text: str, rng: random.Random) -> str:
    """A placeholder changes its form or comes in the place of a word."""
    if "%s" in text:
        return text.replace("%s", rng.choice(["%d", "{}", "'%s'"]), 1)
    words = text.split(" ")
    words[rng.randrange(len(words))] = rng.choice(["%s", "{name}", "%(count)d"])
    return " ".join(words)


def marked(text: str, rng: random.Random) -> str:
    """Markup or quotation marks stand around a word."""
    words = text.split(" ")
    place = rng.randrange(len(words))
    before, after = rng.choice([("<b>", "</b>"), ("`", "`"), ("“", "”"), ("**", "**")])
    words[place] = f"{before}{words[place]}{after}"
    return " ".join(words)


def capitals(text: str, rng: random.Random) -> str:
    """All in capitals, all small, or headline case."""
    return rng.choice([text.upper(), text.lower(), text.title()])


def inflected(text: str, rng: random.Random) -> str:
    """Words get another ending."""
    words = text.split(" ")
    for _ in range(max(1, len(words) // 6)):
        place = rng.randrange(len(words))
        words[place] += rng.choice(["s", "ed", "ing", "ы", "们"])
    return " ".join(words)


def reworded(text: str, rng: random.Random) -> str:
    """A third of the words become others."""
    words = text.split(" ")
    if len(words) < 4:
        return text
    for place in rng.sample(range(len(words)), len(words) // 3):
        words[place] = rng.choice(WORDS)
    return " ".join(words)


def respaced(text: str, rng: random.Random) -> str:
    """Other white space."""
    return text + "\n" if rng.random() < 0.5 else text.replace(" ", "  ", 1)


EDITS: dict[Edit, int] = {
    swapped: 10,
    clause: 12,
    shortened: 8,
    prefixed: 6,
    numbered: 6,
    placeholder: 8,
    marked: 8,
    capitals: 6,
    inflected: 12,
    reworded: 8,
    respaced: 3,
}
SPLIT, JOINED = 7, 6


def reword(
    texts: list[str],
    foreign: list[str],
    seed: int,
    order: str = "kept",
    edited: float = 0.1,
) -> Mutation:
    """Like `mutator.mutate`: 5 % removed, `edited` edited, 5 % brand new."""
    rng = random.Random(seed)
    known = set(texts)
    out = Mutation([])
    result: list[str] = []
    index = 0
    while index < len(texts):
        text = texts[index]
        chance = rng.random()
        index += 1
        if chance < 0.05:
            continue
        made, sources, kind = [text], {text}, ""
        if chance < 0.05 + edited:
            kinds = [*EDITS, "split", "joined"]
            chosen = rng.choices(kinds, [*EDITS.values(), SPLIT, JOINED])[0]
            kind = chosen if isinstance(chosen, str) else chosen.__name__
            if kind == "joined" and index < len(texts):
                made, sources = [_join(text, texts[index], rng)], {text, texts[index]}
            elif kind == "split":
                made = _cut(text, rng)
            elif not isinstance(chosen, str):
                made = [chosen(text, rng)]
        if made == [text] or any(new in known or not new.strip() for new in made):
            result.append(text)
            continue
        index += len(sources) - 1
        for new in made:
            known.add(new)
            out.truth[new], out.kinds[new] = sources, kind
            result.append(new)
    result = reordered(result, order, rng)
    for text in rng.sample(foreign, min(len(foreign), len(texts) // 20)):
        if text not in known:
            known.add(text)
            out.brand_new.add(text)
            result.insert(rng.randrange(len(result) + 1), text)
    out.texts = list(dict.fromkeys(result))
    return out


def _join(one: str, other: str, rng: random.Random) -> str:
    between = rng.choice([" and ", "; ", ", ", ". ", " — ", "\n\n"])
    return one.rstrip(".!。 \n") + between + other[:1].lower() + other[1:]


def _cut(text: str, rng: random.Random) -> list[str]:
    places = [found.span() for found in re.finditer(r"[,;:.]? (?=[\w(])|[，。；]", text)]
    places = [(a, b) for a, b in places if a >= 15 and len(text) - b >= 15]
    if not places:
        return [text]
    start, end = rng.choice(places)
    return [text[:start] + ".", text[end : end + 1].upper() + text[end + 1 :]]
