"""reStructuredText inside a block: what is markup, and what a translation must keep of it."""

import re
from collections import Counter
from collections.abc import Container
from unicodedata import east_asian_width

from sverka.article.inline import Markup

_INLINE = re.compile(
    r"""
    (?P<escape> \\[^\w\s] )
  | (?P<code> (?<![^\s'"(\[{<\-/:‘“’«¡¿„])``(?=\S).{1,2000}?(?<=\S)``
              (?![^\s'")\]}>\-/:.,;!?\\’”»“]) )
  | (?P<target> (?<![\w`])_`(?=\S)[^`]{1,300}(?<=\S)`(?![\w`]) )
  | (?P<role> (?<![\w`]):[\w.+-]+(?::[\w.+-]+)?:`[^`\n]{1,1000}` )
  | (?P<link> (?<![\w`])`(?=\S)[^`]{1,1000}(?<=\S)`(?:__?|:[\w.+-]+:)?(?![\w`]) )
  | (?P<note> \[[\w#*.:+-]{1,100}\]_(?!\w) )
  | (?P<field> (?<![\w|])\|(?=[^\s|])[^|\n]{1,200}(?<=\S)\|(?:__?)?(?![\w|]) )
  | (?P<strong> (?<![\w*])\*\*(?=[^\s*])[^*]{1,1000}(?<=[^\s*])\*\*(?![\w*]) )
  | (?P<emphasis> (?<![\w*])\*(?=[^\s*])[^*]{1,1000}(?<=[^\s*])\*(?![\w*]) )
  | (?P<auto> (?<![\w`])['\w.+/-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,5} )
  | (?P<address> \b(?:mailto:|[a-zA-Z][a-zA-Z0-9+.-]{1,15}://)
                 (?:[^\s<>]{0,2000}[^\s<>.,:;!?"'()\]*_~])? )
  | (?P<name> (?<![\w`.:+-])[^\W_]+(?:[-_.:+][^\W_]+)*__?(?![\w`]) )
    """,
    re.VERBOSE | re.DOTALL,
)
_NAMED = re.compile(
    r"`((?:[^`\\]|\\.){1,300}?)(?:\s<([^`<>]{1,300})_>)?`__?|(?<![\w`.+-])([^\W_]+(?:[-_.:+][^\W_]+)*)__?(?![\w`])",
    re.DOTALL,
)
_UNSPOKEN = re.compile(r":[\w.+-]{1,40}:(?=`)|[`*|]|\\(.?)", re.DOTALL)
_TITLE = re.compile(
    r"^(?P<over>(?P<frame>[!-/:-@\[-`{-~])(?P=frame){2,}[ ]*(?P<gap>\r?\n|\r))?"
    r"(?P<title>[ ]{0,9}[^\s].*)(?P<end>\r?\n|\r)"
    r"(?P<under>(?P<sign>[!-/:-@\[-`{-~])(?P=sign){2,})(?=[ \t]*\r?$)",
    re.MULTILINE,
)
_KEPT = {
    "code": "literals",
    "role": "roles",
    "link": "links",
    "note": "notes",
    "field": "substitutions",
    "name": "references",
    "target": "targets",
}
_LIMIT = 8000  # docutils refuses lines of more than 10 000 characters
_LONG = re.compile(r"[^\n]{3000}\S{0,2000} (?=\S)")
_BLOCK_START = re.compile(
    r"[-*+•‣⁃](?=\s)|\.\.(?=\s|\Z)|\|(?=\s)|>>>|__\s|:[^:\s][^:]*:(?=\s)|"
    r"\(?(?:\d+|[a-zA-Z]|#|[ivxlcdm]+|[IVXLCDM]+)[.)](?=\s)|([!-/:-@\[-`{-~])\1{3,}\Z"
)


def markup(message: str) -> list[Markup]:
    """Return the markup of a message in order, without overlaps."""
    return [
        Markup(*match.span(), "X" + "x" * (len(match[0]) - 1), 0, match.lastgroup or "")
        for match in _INLINE.finditer(message)
    ]


def references(text: str) -> frozenset[str]:
    """Return the names by which a text refers to places in itself, as `name` writes them."""
    found = (each for match in _NAMED.finditer(text) for each in match.groups() if each)
    return frozenset(map(name, found))


def name(text: str) -> str:
    """Return the name of a place: its words without markup, in one case."""
    return " ".join(_UNSPOKEN.sub(r"\1", text).split()).casefold()


def fault(message: str, translation: str) -> str:
    """Say which markup a translation lost or gained; "" if none. Emphasis is free.

    The words of roles, links and literals with a text of their own may be translated, their number
    is to stay; notes, substitutions and references are names.
    """
    wanted, found = _features(message), _features(translation)
    for name in (wanted - found) + (found - wanted):
        return f"{name[0]} {'-' if wanted[name] > found[name] else '+'}{name[1]}".rstrip()
    return ""


def _features(text: str) -> Counter[tuple[str, str]]:
    kept = ((_KEPT[each.kind], each) for each in markup(text) if each.kind in _KEPT)
    names = ("notes", "substitutions", "references", "targets")
    return Counter(
        (name, text[each.start : each.end] if name in names else "") for name, each in kept
    )


def encoded(message: str, translation: str, *, begins: bool) -> str:
    """Return a translation as it stands in the article.

    What would begin another block is escaped if it `begins` a line, and what would announce a
    literal block.
    """
    if begins and _BLOCK_START.match(translation):
        translation = "\\" + translation
    if translation.endswith("::") and not message.endswith("::"):
        translation = translation[:-1] + "\\:"
    return translation


def folded(text: str, gap: str) -> str:
    """Return a text with line breaks, written as `gap`, where docutils would refuse its length."""
    return _LONG.sub(lambda match: match[0][:-1] + gap, text) if len(text) > _LIMIT else text


def widened(text: str, titles: Container[str]) -> str:
    """Return an article in which the lines under (and over) the `titles` are long enough."""
    return _TITLE.sub(lambda match: _wide(match, titles), text)


def _wide(match: re.Match[str], titles: Container[str]) -> str:
    if (match["over"] and match["frame"] != match["sign"]) or match["title"].strip() not in titles:
        return match[0]
    width = sum(2 if east_asian_width(sign) in "WF" else 1 for sign in match["title"].rstrip())
    line = match["sign"] * max(width, len(match["under"]))
    over = match["over"] and f"{line}{match['gap']}"
    return f"{over or ''}{match['title']}{match['end']}{line}"
