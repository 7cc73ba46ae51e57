"""What of a text is words for a reader, and what is meant for a machine."""

import re
from collections.abc import Sequence
from functools import lru_cache

from .analysis import Text
from .signs import of_chars, signs

Span = tuple[int, int]

HOLE = "\ufffc"
"""Stands in `prose` for every character that is not prose (OBJECT REPLACEMENT CHARACTER)."""

_CODE = re.compile(
    r"^(?P<fence>```+|~~~+)[^\n]*\n.*?(?:^(?P=fence)[`~]*[ ]*$|\Z)"
    r"|(?<!`)(?P<ticks>`++)(?:.+?)(?<!`)(?P=ticks)(?!`)"
    r"|<(?P<tag>code|pre|kbd|samp|tt|var|script|style|command|literal|filename)\b[^<>]*>"
    r".*?</(?P=tag)\s*>",
    re.DOTALL | re.MULTILINE,
)
_TICKS = re.compile(r"`.*`|\S`|`(?!\S)", re.DOTALL)
"""What is left of code when those are taken away: more than one mark, or one that closes."""
_QUOTED = re.compile(r"`[^`'\n]+'(?!\w)")
"""A quotation as typewriters and GNU programs had it, which is no code: `name'."""
_ELEMENT = re.compile("<(?:code|pre|kbd|samp|tt|var|script|style|command|literal|filename)")
_MACHINE = (
    ("<", r"</?[A-Za-z][\w:.-]*(?:\s+[^<>]*|\s*/)?>"),  # a tag
    ("<!--", r"<!--.*?-->"),
    (
        "://",
        r"(?:https?|ftps?|file|mailto|ssh|git)://(?:[^\s<>\"'«»„“”()\[\]，。、；：！？）（」』】]"
        r"|\([^\s<>()]*\)|\[[^\s<>\[\]]*\])*(?<![.,;:!?])",
    ),
    ("www.", r"\bwww\.[^\s<>\"]+[^\s<>\".,;:!?)]"),
    ("@", r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),  # an address
    ("](", r"(?<=\])\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)"),  # where a link leads
    ("][", r"(?<=\])\[[^\[\]\n]*\]"),
    ("]:", r"^\[[^\]\n]+\]:\s*\S+.*$"),
    ("%(", r"%\([^()\s]+\)[-+#0]*\d*(?:\.\d+)?[a-zA-Z]"),  # placeholders
    ("%", r"%(?:\d+\$)?[-+#0]*\d*(?:\.\d+)?(?:hh|h|ll|l|z)?[sdiufgxXc@](?![A-Za-z0-9_])"),
    ("{", r"\{\{[^{}\n]*\}\}|[$%]?\{[\w.$-]*(?:![rsa])?(?::[^{}\s]*)?\}"),
    ("&", r"&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z]\w*);"),  # an entity
    (":`", r":[a-z][\w+.:-]*:`[^`]*`"),  # reStructuredText
    ("|", r"\|[\w-]+\|"),
)
"""What a piece for a machine cannot do without, and its pattern."""
_SUSPECT = of_chars(frozenset("`<@%{&|]:~").__contains__)
"""Without one of these, or "www.", there is nothing for a machine."""


def clause_around(value: str, span: Span, marks: "re.Pattern[str]") -> Span:
    """Return the stretch between two marks, or the ends of a text, in which a span lies.

    >>> clause_around("well, not now, dear", (6, 9), re.compile(","))
    (5, 13)
    """
    start, end = span
    before, after = marks.split(value[:start])[-1], marks.split(value[end:])[0]
    return start - len(before), end + len(after)


@lru_cache(maxsize=1024)
def _pieces(possible: tuple[bool, ...]) -> "re.Pattern[str] | None":
    """Return a pattern of the pieces that are possible, None if none is."""
    patterns = [pattern for (_, pattern), here in zip(_MACHINE, possible, strict=True) if here]
    return re.compile("|".join(patterns), re.MULTILINE | re.DOTALL) if patterns else None


def code(text: Text) -> tuple[Span, ...]:
    """Return the spans of code: Markdown code spans and fences, HTML's `code`, `pre`, …"""
    value = text.value
    if "`" not in value and "<" not in value and "~~~" not in value:
        return ()
    if "``" not in value and "~~~" not in value and not _ELEMENT.search(value):
        return _between_ticks(value)
    return tuple([found.span() for found in _CODE.finditer(value)])


def _between_ticks(value: str) -> tuple[Span, ...]:
    """Return the spans of code of a text in which no mark is doubled."""
    if "'" in value and not _TICKS.search(_QUOTED.sub("", value)):
        return ()
    spans: list[Span] = []
    end = 0
    while (start := value.find("`", end)) >= 0 and (end := value.find("`", start + 1) + 1):
        spans.append((start, end))
    return tuple(spans)


def machine(text: Text) -> tuple[Span, ...]:
    """Return the spans of code, tags, addresses, link targets, placeholders and entities."""
    return text.ask(_parted)[0] if _is_suspect(text) else ()


def prose(text: Text) -> str:
    """Return the text with `HOLE`s in place of all that `machine` finds: offsets stay the same."""
    return text.ask(_parted)[1] if _is_suspect(text) else text.value


def _is_suspect(text: Text) -> bool:
    return text.ask(signs) & _SUSPECT != 0 or "www." in text.value


def _parted(text: Text) -> tuple[tuple[Span, ...], str]:
    """Return the spans of what is meant for a machine, and the text without them: an analyser."""
    value, spans = text.value, text.ask(code)
    pieces = _pieces(tuple([needed in value for needed, _ in _MACHINE]))
    blanked = _overwrite(value, spans)
    if pieces is not None and (more := [found.span() for found in pieces.finditer(blanked)]):
        blanked = _overwrite(blanked, more)
        spans = tuple(sorted([*spans, *more]))
    return spans, blanked


def _overwrite(value: str, spans: Sequence[Span]) -> str:
    if not spans:
        return value
    parts: list[str] = []
    last = 0
    for start, end in spans:
        if end > last:
            parts += value[last:start], HOLE * (end - max(start, last))
            last = end
    return "".join((*parts, value[last:]))
