"""Making the next version of a list of messages, with the truth about where each came from.

Of the messages, `edited` (a share) are edited: typo, word replaced, inserted or deleted, end
punctuation, letter case, several words, sentence added, split in two, merged with the next; 5 %
are removed; 5 % brand-new ones are put in at random places.
"""

import random
import re
from dataclasses import dataclass, field

_KINDS = {
    "typo": 18,
    "word": 18,
    "punctuation": 13,
    "insert": 11,
    "delete": 9,
    "words": 9,
    "sentence": 7,
    "case": 5,
    "split": 5,
    "merge": 5,
}
_FILL = ("also", "every", "local", "remote", "new", "given", "current", "single", "first", "other")


@dataclass
class Mutation:
    """The new messages, and for each edited one the old messages it was made from."""

    texts: list[str]
    truth: dict[str, set[str]] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    brand_new: set[str] = field(default_factory=set)


def mutate(
    texts: list[str],
    foreign: list[str],
    seed: int,
    order: str = "kept",
    edited: float = 0.1,
) -> Mutation:
    """`order`: kept, blocks (moved blocks of twenty) or shuffled."""
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
        if chance > 0.05 + edited:
            result.append(text)
            continue
        kind = rng.choices(list(_KINDS), list(_KINDS.values()))[0]
        sources = {text}
        if kind == "merge" and index < len(texts) and "\n" not in text + texts[index]:
            sources.add(texts[index])
            made = [f"{text} {texts[index]}"]
            index += 1
        elif kind == "split" and (halves := _halves(text)):
            made = halves
        else:
            kind = "word" if kind in {"merge", "split"} else kind
            made = [_edit(text, kind, rng, texts)]
        if any(new in known for new in made) or any(not new.strip() for new in made):
            result.append(text)
            continue
        for new in made:
            known.add(new)
            out.truth[new] = sources
            out.kinds[new] = kind
            result.append(new)
    result = reordered(result, order, rng)
    for text in rng.sample(foreign, min(len(foreign), len(texts) // 20)):
        if text not in known:
            known.add(text)
            out.brand_new.add(text)
            result.insert(rng.randrange(len(result) + 1), text)
    out.texts = list(dict.fromkeys(result))
    return out


def reordered(texts: list[str], order: str, rng: random.Random) -> list[str]:
    if order == "kept":
        return texts
    if order == "shuffled":
        return rng.sample(texts, len(texts))
    blocks = [texts[place : place + 20] for place in range(0, len(texts), 20)]
    return [text for block in rng.sample(blocks, len(blocks)) for text in block]


def _halves(text: str) -> list[str]:
    places = [found.end() for found in re.finditer(r"[.!?;,:] (?=\w)", text)]
    places = [place for place in places if 15 <= place <= len(text) - 15]
    if not places:
        return []
    middle = min(places, key=lambda place: abs(place - len(text) // 2))
    return [text[:middle].strip(), text[middle:].strip()]


def _edit(text: str, kind: str, rng: random.Random, texts: list[str]) -> str:
    words = re.findall(r"\S+", text)
    if kind == "punctuation":
        return _punctuation(text, rng)
    if kind == "case":
        return text.title() if rng.random() < 0.3 else text[:1].swapcase() + text[1:]
    if kind == "sentence":
        return f"{text} {rng.choice([other for other in texts if len(other) > 20])}"
    if kind == "typo":
        return _typo(text, rng)
    place = rng.randrange(len(words)) if words else 0
    if kind == "insert" or len(words) < 2:
        return " ".join([*words[:place], rng.choice(_FILL), *words[place:]])
    if kind == "delete":
        return _swap(text, words[place], "", rng)
    if kind == "words":
        for _ in range(max(2, len(words) // 5)):
            text = _swap(text, rng.choice(words), rng.choice(_FILL), rng)
        return text
    return _swap(text, words[place], rng.choice(_FILL), rng)


def _swap(text: str, word: str, new: str, rng: random.Random) -> str:
    places = [found.start() for found in re.finditer(re.escape(word), text)]
    if not places:
        return text
    place = rng.choice(places)
    return text[:place] + new + text[place + len(word) :]


def _typo(text: str, rng: random.Random) -> str:
    places = [place for place, letter in enumerate(text) if letter.isalpha()]
    if not places:
        return text + "x"
    place = rng.choice(places)
    made = {
        "drop": text[:place] + text[place + 1 :],
        "double": text[:place] + text[place] + text[place:],
        "change": text[:place] + rng.choice("aeiourstn") + text[place + 1 :],
    }
    return made[rng.choice(list(made))]


def _punctuation(text: str, rng: random.Random) -> str:
    bare = text.rstrip(".:!?… \n")
    return bare + rng.choice([end for end in (".", ":", "!", "", "…") if bare + end != text])
