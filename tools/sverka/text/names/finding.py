"""Names in running text: capitalised runs, and the place where a known name stands."""

from collections.abc import Iterator
from heapq import nsmallest
from typing import NamedTuple

import regex

from sverka.text.names.ideographs import likely
from sverka.text.names.matching import PARTICLES, TITLES, same_name, tokens
from sverka.text.names.scripts import LONGEST, UNCASED, language_of, letter_script, script_of
from sverka.text.names.sounds import token_score
from sverka.text.names.tables import words

LONGEST_TEXT = 100_000
"""Code points of a text that are searched."""
FUNCTION_WORDS = words("function")
IMPERSONAL = FUNCTION_WORDS | words("organisation")
CENTRES = 6
"""Words most like the name around which rows of words are compared."""
ALIKE = 0.05
"""Score from which a word of the text may be one of the name's."""
LONGER = 0.15
"""How much a second matching word outweighs a lower score."""

_CAPITALISED = r"\p{Lu}[\p{L}\p{M}'’ʼ]*(?:[-‐‑]\p{Lu}?[\p{L}\p{M}'’ʼ]+)*"
_INITIAL = r"\p{Lu}\.(?:[-‐‑]?\p{Lu}\.)*"
_WORD = regex.compile(rf"{_INITIAL}|{_CAPITALISED}|[\p{{L}}\p{{M}}'’ʼ]+(?:[-‐‑][\p{{L}}\p{{M}}]+)*")
_SENTENCE_END = regex.compile(r"[.!?:…。！？][\"'»”’)\]]*\s*[«“„\"'(\[—–-]*\s*$|^\W*$|\n\W*$")
_KATAKANA = regex.compile(r"[\p{Katakana}ー]+")
_LETTERS = regex.compile(r"[\p{L}\p{M}'׳]+")
_IDEOGRAPHS = regex.compile(r"\p{Han}+(?:[·・•‧][\p{Han}]+)*")
_SCRIPTS_OF = {
    "ja": ("Kana",),
    "zh": ("Hani",),
    "ko": ("Hang",),
    "ar": ("Arab",),
    "fa": ("Arab",),
    "ur": ("Arab",),
    "he": ("Hebr",),
    "yi": ("Hebr",),
}


class Mention(NamedTuple):
    """A run of capitalised words, and whether its capital may be that of the sentence."""

    start: int
    end: int
    text: str
    sentence_initial: bool


class Found(NamedTuple):
    """The place in a text that fits a name best, in code points, and how well (0…1)."""

    start: int
    end: int
    score: float
    text: str


def names_in(text: str, locale: str) -> tuple[Mention, ...]:
    """Runs of capitalised words and initials of a cased script; () for uncased scripts.

    Titles («Dr», «проф.») are not part of a name; lower-case particles inside a run are. Acronyms
    stand in a run only beside other words. A function word that only opens the sentence is left
    out when the run goes on behind it.
    """
    if language_of(locale) in _SCRIPTS_OF:
        return ()
    return tuple(_mentions(text[:LONGEST_TEXT]))


def _mentions(text: str) -> Iterator[Mention]:
    run: list[regex.Match[str]] = []
    title_end = -9
    for word in _WORD.finditer(text):
        if run and not _is_bound(text[run[-1].end() : word.start()]):
            yield from _mention(run, text, title_end)
            run = []
        value = word.group()
        is_particle = value.lower() in PARTICLES and value[0].islower()
        if value.lower().rstrip(".") in TITLES:
            yield from _mention(run, text, title_end)
            run = []
            title_end = word.end()
        elif value[0].isupper() or (run and is_particle):
            run.append(word)
        else:
            yield from _mention(run, text, title_end)
            run = []
    yield from _mention(run, text, title_end)


def _is_bound(gap: str) -> bool:
    return gap in (" ", "\u00a0", "", "\u202f")


def _mention(run: list[regex.Match[str]], text: str, title_end: int) -> Iterator[Mention]:
    while run and (run[-1].group()[0].islower()):
        run.pop()
    while run and (run[0].group()[0].islower() or _only_opens(run)):
        del run[0]
    if not run or not any(_is_name_like(word.group()) for word in run):
        return
    start, end = run[0].start(), run[-1].end()
    opens = bool(_SENTENCE_END.search(text[max(0, start - 12) : start]))
    is_titled = start - title_end <= 2
    yield Mention(start, end, text[start:end], opens and not is_titled)


def _only_opens(run: list[regex.Match[str]]) -> bool:
    """Whether a run begins with a function word before other words."""
    return len(run) > 1 and run[0].group().lower() in FUNCTION_WORDS


def is_personal(run: str) -> bool:
    """Whether a capitalised run looks like a full name: two to four words, none of them an
    acronym, a function word or a word of organisations, months and places.

    >>> is_personal("Irina V. Poddubnaya"), is_personal("Oncology Department")
    (True, False)
    """
    found = run.replace(".", ". ").split()
    weighty = [w for w in found if w[0].isupper() and not w.endswith(".")]
    if not 2 <= len(found) <= 5 or len(weighty) < 2:
        return False
    return not any(
        word.lower().removesuffix("'s").removesuffix("’s") in IMPERSONAL
        or (len(word) > 1 and not any(char.islower() for char in word))
        or sum(char.isupper() for char in word.split("-")[0]) > 2
        for word in weighty
    )


def _is_name_like(word: str) -> bool:
    return len(word) > 1 and word[1] != "." and any(char.islower() for char in word[1:])


def find_name(name: str, locale_of_name: str, text: str, locale_of_text: str) -> Found | None:
    """The place in `text`, of another language, where `name` most likely stands, or None.

    Each word of the text is scored once; only rows of words around the best are compared as
    wholes. Time is linear in the text.
    """
    wanted = tokens(name)
    text = text[:LONGEST_TEXT]
    copied = text.find(name) if wanted else -1
    if copied >= 0 and _is_apart(text, copied, copied + len(name)):
        return Found(copied, copied + len(name), 1.0, name)
    is_chinese = language_of(locale_of_text) == "zh"
    best: Found | None = None
    best_rank = -1.0
    for start, end in _candidates(wanted, locale_of_name, text, locale_of_text):
        form = text[start:end]
        score = same_name(name, form, locale_of_name, locale_of_text)
        if is_chinese:
            score = likely(score, form, text[max(0, start - 1) : start] + text[end : end + 1])
        rank = score + LONGER * (min(len(tokens(form)), len(wanted)) - 1) * (score > 0.3)
        if rank > best_rank:
            best, best_rank = Found(start, end, score, form), rank
    return best


def _is_apart(text: str, start: int, end: int) -> bool:
    """Whether a span does not go on, on either side, in letters of its own script."""
    sides = ((text[start - 1 : start], text[start]), (text[end : end + 1], text[end - 1]))
    return not any(out.isalpha() and letter_script(out) == letter_script(own) for out, own in sides)


def _candidates(
    wanted: tuple[str, ...], locale_of_name: str, text: str, locale_of_text: str
) -> Iterator[tuple[int, int]]:
    """Rows of words, or of ideographs, that hold one of the words most like the name's."""
    language = language_of(locale_of_text)
    spans = _windows(text, wanted) if language == "zh" else tuple(_words(text, language))
    parts = {*wanted, "".join(wanted)}
    likeness: dict[str, float] = {}
    ranked = []
    for place, (start, end) in enumerate(spans):
        word = text[start:end]
        if word not in likeness:
            scores = (token_score(one, word, locale_of_name, locale_of_text) for one in parts)
            likeness[word] = max(scores, default=0.0)
        ranked.append((-likeness[word], place))
    known = tuple(likeness[text[a:b]] >= ALIKE or b - a <= 2 for a, b in spans)
    for _, place in nsmallest(CENTRES, ranked):
        if language == "zh":
            yield spans[place]
        else:
            yield from _rows(text, spans, place, len(wanted) + 1, known)


def _rows(
    text: str,
    spans: tuple[tuple[int, int], ...],
    centre: int,
    size: int,
    known: tuple[bool, ...],
) -> Iterator[tuple[int, int]]:
    """Rows of up to `size` words that hold the word at `centre`, and end in words of the name."""
    for first in range(max(0, centre - size + 1), centre + 1):
        for last in range(centre, min(first + size, len(spans))):
            if first < last and not (known[first] and known[last]):
                continue
            gaps = zip(spans[first:last], spans[first + 1 : last + 1], strict=True)
            if all(_joins(text[before[1] : after[0]]) for before, after in gaps):
                yield spans[first][0], spans[last][1]


def _joins(gap: str) -> bool:
    return len(gap) <= 2 and gap.strip() in ("", ".", "・", "＝", "=", "·", "-", "‐")


def _words(text: str, language: str) -> Iterator[tuple[int, int]]:
    scripts = _SCRIPTS_OF.get(language)
    if scripts:
        pattern = _KATAKANA if language == "ja" else _LETTERS
        for word in pattern.finditer(text):
            if script_of(word.group()) in scripts:
                yield word.span()
        return
    for word in _WORD.finditer(text):
        value = word.group()
        if len(value) > 1 and (value[0].isupper() or script_of(value) in UNCASED):
            yield word.span()


def _windows(text: str, wanted: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Stretches of ideographs about as long as one of the words, or all together, need."""
    lengths = {len(token) for token in wanted} | {sum(map(len, wanted))}
    sizes = {n for many in lengths for n in range(max(2, many // 4), many * 2 // 3 + 2)}
    return tuple(
        (start, start + size)
        for run in _IDEOGRAPHS.finditer(text)
        for start in range(run.start(), run.end())
        if letter_script(text[start])
        for size in sorted(sizes)
        if size <= min(LONGEST, run.end() - start)
    )
