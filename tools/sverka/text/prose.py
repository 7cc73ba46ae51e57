"""What of a text is words for a reader, and what is meant for a machine."""

import re

from .analysis import Text

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
_MACHINE = re.compile(
    r"""
    </?[A-Za-z][\w:.-]*(?:\s+[^<>]*|\s*/)?>                          # a tag
    | <!--.*?-->
    | (?:https?|ftps?|file|mailto|ssh|git)://(?:[^\s<>"'«»„“”()\[\]，。、；：！？）（」』】]
        |\([^\s<>()]*\)|\[[^\s<>\[\]]*\])*(?<![.,;:!?])
    | \bwww\.[^\s<>"]+[^\s<>".,;:!?)]
    | (?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+                       # an address
    | (?<=\])\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"]*")?\)            # where a Markdown link leads
    | (?<=\])\[[^\[\]\n]*\]
    | ^\[[^\]\n]+\]:\s*\S+.*$
    | %\([^()\s]+\)[-+\#0]*\d*(?:\.\d+)?[a-zA-Z]                     # placeholders
    | %(?:\d+\$)?[-+\#0]*\d*(?:\.\d+)?(?:hh|h|ll|l|z)?[sdiufgxXc@](?![A-Za-z0-9_])
    | \{\{[^{}\n]*\}\} | [$%]?\{[\w.$-]*(?:![rsa])?(?::[^{}\s]*)?\}
    | &(?:\#\d+|\#x[0-9A-Fa-f]+|[A-Za-z]\w*);                        # an entity
    | :[a-z][\w+.:-]*:`[^`]*` | \|[\w-]+\|                           # reStructuredText
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_SUSPECT = re.compile(r"[`<>@%{&|:\]]|www\.")


def code(text: Text) -> tuple[Span, ...]:
    """Return the spans of code: Markdown code spans and fences, HTML's `code`, `pre`, …"""
    value = text.value
    if "`" not in value and "<" not in value and "~~~" not in value:
        return ()
    return tuple(found.span() for found in _CODE.finditer(value))


def machine(text: Text) -> tuple[Span, ...]:
    """Return the spans of code, tags, addresses, link targets, placeholders and entities."""
    value = text.value
    if not _SUSPECT.search(value):
        return ()
    spans = list(text.ask(code))
    blanked = _overwrite(value, spans)
    spans += (found.span() for found in _MACHINE.finditer(blanked))
    return tuple(sorted(spans))


def prose(text: Text) -> str:
    """Return the text with `HOLE`s in place of all that `machine` finds: offsets stay the same."""
    return _overwrite(text.value, text.ask(machine))


def _overwrite(value: str, spans: "list[Span] | tuple[Span, ...]") -> str:
    if not spans:
        return value
    chars = list(value)
    for start, end in spans:
        chars[start:end] = HOLE * (end - start)
    return "".join(chars)
