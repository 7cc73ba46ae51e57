"""What the engine knows of one language: read from `data/*.toml`, extended by a project's table."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

EXCLAIMING = "exclaiming"
"""The kind of a name written with an exclamation mark, as Yahoo!."""
BEFORE_SMALL = "before_small"
"""The kind of an abbreviation that is a common word too: a capital after it begins a sentence."""
KINDS = (
    BEFORE_SMALL,
    "before_name",
    "before_number",
    "never_final",
    "either",
    "after_comma",
    "final",
    "after_number",
    EXCLAIMING,
)
"""The kinds of abbreviation; `docs/segmentation.md` says what each means."""

NO_ABBREVIATION = "word"
"""The kind of what `remove` names: a stop after it ends a sentence."""

STERM = ".!?…‽⁇⁈⁉؟۔।॥։።፧፨၊။។៕᠃᠉܀܁܂꓿꘎꛳꛷᥄᥅߹။"
"""Marks that end a sentence before white space: mostly Unicode's Sentence_Terminal."""
WIDE = "。！？｡．︒።፧፨။។៕।۔؟"
"""Marks that end a sentence with no white space after them."""
CLOSERS = "»”’›)]}）］」』】〉》〕*_`¹²³⁴⁵⁶⁷⁸⁹⁰"
AMBIGUOUS = "\"'«“‘"
"""Quotation marks that close in some languages and open in others."""
VOWELS = frozenset("aeiouyáéíóúýàèìòùâêîôûäëïöüãõåæøœąęěůűőıăаеёиоуыэюяіїєўәөұүαεηιουωάέήίόύώ")
INVISIBLE = "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
OPENERS = "\"'«»“”„‚‘‹(\\[{¿¡（［「『【〈《〔*_`•‣◦▪●⁃—–―\\-"


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one locale, compiled.

    Flags: `ordinals` (a number with a stop is an ordinal before a name), `syllabic` (words may
    have no vowel), `cyrillic` (a Latin I, V, X is a numeral), `spaces` (white space is the stop).
    """

    language: str
    kinds: Mapping[str, str]  # abbreviation, without its last stop → its kind
    starters: frozenset[str]  # words that start sentences and are no names
    conjunctions: frozenset[str]  # words that begin a clause after a comma
    dating: frozenset[str]  # words of which, with numbers, dates are made
    numbered: frozenset[str]  # nouns that a cardinal number follows
    finals: frozenset[str]  # the consonants with which words end, where they are few
    particles: frozenset[str]  # of family names: a capital may begin them
    continuers: frozenset[str]  # words that may follow a `final` abbreviation in its sentence
    after_company: frozenset[str]  # words that may follow a capitalised one: Corp. Chairman
    pairs: tuple[tuple[str, str], ...]  # quotation marks and brackets
    titles: tuple[tuple[str, str], ...]  # those of them that never hold whole sentences
    flags: frozenset[str]
    suffixes: tuple[str, ...]  # ends of compound abbreviations
    common: Callable[[str], bool]  # whether a word is surely no abbreviation
    candidate: re.Pattern[str]  # groups: stop, closing marks, white space
    after_closing: re.Pattern[str] | None = None  # what goes on after a closing mark
    after_quote: re.Pattern[str] | None = None  # the same after `?` or `!` and a closing mark
    exceptions: re.Pattern[str] | None = None  # texts in which no sentence ends
    stops: re.Pattern[str] | None = None  # any stop; None if white space is one
    final: str = ""  # common stops at the end of a text

    def extended(self, *tables: Mapping[str, Any]) -> Rules:
        """These rules with the entries of a project's tables added."""
        return _extended(self, tables)


def _words(value: str | Iterable[str]) -> list[str]:
    return value.split() if isinstance(value, str) else list(value)


def _abbreviations(table: Mapping[str, Any]) -> dict[str, str]:
    """Map every abbreviation of `table`, without its last stop and its spaces, to its kind."""
    kinds: dict[str, str] = {}
    for kind in KINDS:
        for word in _words(table.get(kind, ())):
            key = re.sub(r"\.\s+", ".", word).removesuffix(".").replace("_", " ")
            kinds[key] = kind
    return kinds


def _suffixes(kinds: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(word[1:] for word in kinds if word.startswith("-"))


def _common(kinds: Mapping[str, str]) -> Callable[[str], bool]:
    """Whether a word is surely no abbreviation: it is in no table and has a vowel."""
    suffixes = _suffixes(kinds)

    @lru_cache(maxsize=1 << 15)
    def common(word: str) -> bool:
        folded = word.lower()
        return (
            word.isalpha()
            and word[2:].islower()
            and word not in kinds
            and folded not in kinds
            and not VOWELS.isdisjoint(folded)
            and not word.endswith(suffixes)
        )

    return common


def _pattern(stops: str, spaced: str, spaces: bool) -> re.Pattern[str]:
    """Compile the candidate pattern. Every start consumes, so the scan is linear."""
    apart = (  # what may also stand after a space: footnotes, smileys
        r"\[\d{1,3}(?: ?[-–,] ?\d{1,3}){0,3}\]"
        r"|[:;]-?[)(D]+(?!\w)|[\U0001F300-\U0001FAFF☀-➿\ufe0f]+"
    )
    closer = (
        rf"[{re.escape(CLOSERS)}{INVISIBLE}]|[{AMBIGUOUS}](?!\w)"
        rf"| (?:{apart}|[()]{{2,}}(?=\s))|{apart}|</\w{{1,20}}>"
    )
    if spaced:
        closer += rf"|[ \u00a0\u202f][{re.escape(spaced)}](?=[\s,.;:!?)]|$)"
    stop = rf"[{re.escape(stops + WIDE)}]++(?:[ \u00a0\u202f][.!?…]++(?!\w))*+"
    if spaces:
        stop += r"|(?<=[\u0e00-\u0e7f])(?=\s)"
    return re.compile(
        rf"({stop})((?:{closer})*+)(\s*+)"
        rf"(?:[{OPENERS}{INVISIBLE}\s]|<\w[^<>]{{0,80}}>)*+"
    )


def _optional(pattern: str | None) -> re.Pattern[str] | None:
    return re.compile(pattern) if pattern else None


def _union(key: str, table: Mapping[str, Any], start: Rules | None) -> frozenset[str]:
    inherited: frozenset[str] = getattr(start, key) if start else frozenset()
    return inherited.union(_words(table.get(key, "")))


def _read(name: str) -> dict[str, Any]:
    resource = files(__package__) / "data" / f"{name}.toml"
    return tomllib.loads(resource.read_text("utf-8"))


@cache
def available() -> frozenset[str]:
    """The languages that have a file of rules, and `default`."""
    return frozenset(
        entry.name.removesuffix(".toml")
        for entry in (files(__package__) / "data").iterdir()
        if entry.name.endswith(".toml")
    )


def language_chain(locale: str) -> list[str]:
    """The names under which rules for `locale` are looked up, nearest first.

    >>> language_chain("zh_Hans_CN.UTF-8")
    ['zh-hans-cn', 'zh-hans', 'zh']
    """
    tag = re.split(r"[.@]", locale, maxsplit=1)[0].replace("_", "-").lower()
    parts = tag.split("-")
    return ["-".join(parts[:count]) for count in range(len(parts), 0, -1)]


@cache
def rules_for(locale: str) -> Rules:
    """The rules of `locale` (BCP 47 or POSIX): its own, its base language's, or the default."""
    name = next((tag for tag in language_chain(locale) if tag in available()), "default")
    return _language_rules(name)


@cache
def _language_rules(name: str) -> Rules:
    table = _read(name)
    base = table.get("base", None if name == "default" else "default")
    start = _language_rules(base) if base else None
    stops = "".join(sorted(set(STERM + table.get("stops", "")) - set(table.get("not_stops", ""))))
    flags = _union("flags", table, start)
    pairs = tuple((pair[0], pair[-1]) for pair in _words(table.get("quotes", "")))
    titles = tuple((pair[0], pair[-1]) for pair in _words(table.get("title_brackets", "")))
    kinds = {**start.kinds, **_abbreviations(table)} if start else _abbreviations(table)
    for word in _words(table.get("remove", "")):
        kinds[word] = NO_ABBREVIATION
    return Rules(
        language=name,
        kinds=kinds,
        starters=_union("starters", table, start),
        conjunctions=_union("conjunctions", table, start),
        dating=_union("dating", table, start),
        numbered=_union("numbered", table, start),
        finals=_union("finals", table, start),
        particles=_union("particles", table, start),
        continuers=_union("continuers", table, start),
        after_company=_union("after_company", table, start),
        pairs=pairs or (start.pairs if start else ()),
        titles=titles or (start.titles if start else ()),
        flags=flags,
        suffixes=_suffixes(kinds),
        common=_common(kinds),
        candidate=_pattern(stops, table.get("spaced_closers", ""), "spaces" in flags),
        after_closing=_optional(table.get("after_closing")),
        after_quote=_optional(table.get("after_quote")),
        stops=None if "spaces" in flags else re.compile(f"[{re.escape(stops + WIDE)}]"),
        final="".join(frozenset(".!?…") & frozenset(stops)),
    )


def _extended(rules: Rules, tables: Iterable[Mapping[str, Any]]) -> Rules:
    kinds, literals = dict(rules.kinds), list[str]()
    starters = set(rules.starters)
    for table in tables:
        for word in _words(table.get("remove", "")):
            kinds[word.removesuffix(".")] = NO_ABBREVIATION
        kinds.update(_abbreviations(table))
        starters.update(_words(table.get("starters", "")))
        literals += table.get("exceptions", ())
    literals.sort(key=len, reverse=True)
    pattern = "|".join(
        r"\s+".join(map(re.escape, text.split())) for text in literals if text.strip()
    )
    return replace(
        rules,
        kinds=kinds,
        suffixes=_suffixes(kinds),
        common=_common(kinds),
        starters=frozenset(starters),
        exceptions=re.compile(pattern) if pattern else rules.exceptions,
    )
