"""Translations as the formats write them, and what is wrong with those that cannot be used."""

import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from html import unescape

from sverka.article import frontmatter, rst_inline
from sverka.article.inline import markup
from sverka.article.model import Article, Segment
from sverka.article.references import labels, references, restored

Raw = Callable[[int, int], str]

_BREAK = re.compile(r"[ \t]*(?:\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029])\s*")
_BLOCK_START = re.compile(
    r"#{1,6}(?=\s|\Z)|[-+*](?=\s|\Z)|>|`{3,}[^`]*\Z|~{3}|:{3}|!{3}|\[\^?[^\[\]]+\]:|[=-]+\Z|\$\$|\|"
)
_NUMBER_START = re.compile(r"(\d{1,9})([.)])(?=\s|\Z)")
_BARE_PIPE = re.compile(r"(?<!\\)\|")
_CLOSING_HASHES = re.compile(r"(?:^|(?<=\s))#+\Z")
_AMPERSAND = re.compile(r"&(?!#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[a-zA-Z][a-zA-Z0-9]{1,31};)")
_HTML_TAG = re.compile(r"<!--.{0,2000}?-->|</?[a-zA-Z][^<>]{0,2000}>", re.DOTALL)
_FIELD = re.compile(r"\{\{[^{}]{0,500}\}\}|\{%[^{}%]{0,500}%\}")
_SIGN = re.compile(r"[<\[{]")
_KEPT = {
    **dict.fromkeys(("tag", "comment", "auto"), "tags"),
    "note": "notes",
    "field": "placeholders",
}
_NAMES = ("tags", "notes", "placeholders", "images", "links", "references")
_SCHEME = re.compile(r"[\s<]*(javascript|vbscript|data|file)\s*:", re.IGNORECASE)


def encode(article: Article, segment: Segment, translation: str, raw: Raw) -> str:
    """Return the translation as it stands in the article; `raw` gives the text of a stretch."""
    if segment.kind == "code comment":
        return _BREAK.sub(" ", translation).strip()
    if article.format == "markdown":
        translation = restored(labels(article.text), segment.text, translation)
        return _markdown(article, segment, translation)
    if article.format == "html":
        return _html(article, segment, translation, raw)
    if article.format == "rst":
        begins = segment.kind != "heading" and _begins_line(article.text, segment.start)
        text = _BREAK.sub(" ", translation).strip()
        text = rst_inline.encoded(segment.text, text, begins=begins)
        gap = _BREAK.search(article.text, segment.start, segment.end)
        return rst_inline.folded(text, gap[0] if gap else " ")
    return _BREAK.sub(" ", translation).strip()


def fault(article: Article, segment: Segment, translation: str) -> str:
    """Say why a translation cannot be used where its segment stands; "" if it can.

    It cannot if it lost, gained or changed markup that the page needs: tags, links, images, notes,
    placeholders. Emphasis is the translator's business.
    """
    if segment.kind == "front matter":
        return _value_fault(segment.text, translation)
    if article.format == "markdown" and segment.kind != "code comment":
        translation = restored(labels(article.text), segment.text, translation)
        return _markdown_fault(labels(article.text), segment.text, translation)
    if article.format == "rst":
        return rst_inline.fault(segment.text, translation)
    if article.format == "html":
        return _fields_fault(segment.text, translation) or (
            _html_fault(segment.text, translation) if segment.kind != "attribute" else ""
        )
    return ""


def spoken(article: Article, text: str) -> str:
    """Return a message or translation as a reader hears it: without markup."""
    if article.format == "markdown":
        parts, at = [], 0
        for each in markup(text):
            inner = text[each.start : each.end].strip("`") if each.kind == "code" else ""
            parts += [
                text[at : each.start],
                text[each.start + 1] if each.kind == "escape" else inner,
            ]
            at = each.end
        return " ".join("".join([*parts, text[at:]]).split())
    if article.format == "html":
        return " ".join(unescape(_HTML_TAG.sub("", text)).split())
    return text


def _html(article: Article, segment: Segment, translation: str, raw: Raw) -> str:
    text = _BREAK.sub(" ", translation).strip()
    if segment.kind == "attribute":
        quote = article.text[segment.start - 1]
        text = _AMPERSAND.sub("&amp;", text).replace("<", "&lt;")
        return text.replace("'", "&#39;") if quote == "'" else text.replace('"', "&quot;")
    known = {piece.text: piece for piece in segment.changes if piece.text.startswith("<")}
    parts = []
    at = 0
    for match in _HTML_TAG.finditer(text):
        parts.append(_escaped(text[at : match.start()]))
        piece = known.get(match[0])
        parts.append(raw(piece.start, piece.end) if piece else match[0])
        at = match.end()
    parts.append(_escaped(text[at:]))
    return "".join(parts)


def _escaped(text: str) -> str:
    return _AMPERSAND.sub("&amp;", text).replace("<", "&lt;")


def _fields_fault(message: str, translation: str) -> str:
    if "{" not in message and "{" not in translation:
        return ""
    wanted, found = (Counter(_FIELD.findall(text)) for text in (message, translation))
    if wanted == found:
        return ""
    return f"placeholders {_shown(wanted - found, '-')}{_shown(found - wanted, '+')}".rstrip()


def _value_fault(message: str, translation: str) -> str:
    """Say which tags and placeholders of a value of the front matter are not the same."""
    tags = Counter(_HTML_TAG.findall(translation)) - Counter(_HTML_TAG.findall(message))
    return f"tags {_shown(tags, '+')}".rstrip() if tags else _fields_fault(message, translation)


def _html_fault(message: str, translation: str) -> str:
    wanted, found = (_HTML_TAG.findall(text) for text in (message, translation))
    if Counter(wanted) != Counter(found):
        lost, gained = Counter(wanted) - Counter(found), Counter(found) - Counter(wanted)
        return f"tags {_shown(lost, '-')}{_shown(gained, '+')}".rstrip()
    opened: list[str] = []
    for tag in found:
        name = tag.strip("</>").split()[0] if not tag.startswith("<!") else ""
        if tag.startswith("</"):
            if opened and opened[-1] == name:
                opened.pop()
            elif f"<{name}>" in wanted:
                return f"tags out of order: {tag}"
        elif name and not tag.endswith("/>") and f"</{name}>" in wanted:
            opened.append(name)
    return ""


def _markdown(article: Article, segment: Segment, translation: str) -> str:
    hard = [piece for piece in segment.changes if piece.text == "\n"]
    parts = [_BREAK.sub(" ", part).strip() for part in translation.strip().split("\n")]
    if hard:
        breaks = [article.text[piece.start : piece.end] for piece in hard]
        breaks += [breaks[-1]] * (len(parts) - 1 - len(breaks))
        gaps = [*breaks[: len(parts) - 1], ""]
        text = "".join(part + gap for part, gap in zip(parts, gaps, strict=True))
    else:
        text = " ".join(part for part in parts if part)
    if segment.kind == "front matter":
        return frontmatter.encode(article.text[segment.start : segment.end], text)
    if segment.kind == "table cell":
        return _BARE_PIPE.sub(r"\\|", text)
    if _begins_line(article.text, segment.start):
        text = _NUMBER_START.sub(r"\1\\\2", text, count=1) if _NUMBER_START.match(text) else text
        if _BLOCK_START.match(text) and not (text[0] == "[" and _BLOCK_START.match(segment.text)):
            text = "\\" + text
    if segment.kind == "heading" and not _CLOSING_HASHES.search(segment.text):
        text = _CLOSING_HASHES.sub(r"\\\g<0>", text)
    return text


def _begins_line(text: str, start: int) -> bool:
    line = text.rfind("\n", 0, start) + 1
    before = text[max(line, text.rfind("\r", line, start) + 1) : start]
    return not any(map(str.isalpha, before))


def _markdown_fault(known: frozenset[str], message: str, translation: str) -> str:
    if not (_SIGN.search(message) or _SIGN.search(translation)):
        return ""
    wanted, found = _features(known, message), _features(known, translation)
    if wanted != found:
        name = min({name for name, _ in (wanted - found) + (found - wanted)}, key=_NAMES.index)
        lost, gained = _of(name, wanted - found), _of(name, found - wanted)
        return f"{name} {_shown(lost, '-')}{_shown(gained, '+')}".rstrip()
    if any(map(_SCHEME.match, _targets(translation))) and not any(
        map(_SCHEME.match, _targets(message))
    ):
        return "a link that could run a script"
    return ""


def _of(name: str, features: Counter[tuple[str, str]]) -> Counter[str]:
    return Counter({value: number for (kind, value), number in features.items() if kind == name})


def _shown(counter: Counter[str], sign: str) -> str:
    return "".join(f"{sign}{value[:60]} " for value in counter)


@lru_cache(maxsize=4096)
def _features(known: frozenset[str], text: str) -> Counter[tuple[str, str]]:
    """Count what a translation must keep; `known` are the labels of the article's links."""
    found: list[tuple[str, str]] = []
    for each in markup(text):
        raw = text[each.start : each.end]
        if name := _KEPT.get(each.kind):
            found.append((name, raw))
        elif each.kind == "close" and raw.startswith("]("):
            found.append(("links", "inline"))
        elif each.kind == "image" and each.nesting > 0:
            found.append(("images", raw))
    if known:
        found += (("references", label) for label in references(known, text).elements())
    return Counter(found)


def _targets(text: str) -> list[str]:
    return [
        text[each.start + 2 : each.end - 1]
        for each in markup(text)
        if each.kind == "close" and text[each.start : each.start + 2] == "]("
    ]
