"""An article's HTML as Markdown or as plain text: for articles that are written otherwise."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lxml import html
from lxml.html import HtmlElement

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_INLINE = frozenset(
    [
        *("a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i"),
        *("img", "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span"),
        *("strong", "sub", "sup", "time", "u", "var", "wbr"),
    ]
)
_MARKS = {"em": "*", "i": "*", "strong": "**", "b": "**", "del": "~~", "s": "~~"}
_RAW = frozenset(("sub", "sup", "kbd", "abbr", "mark", "ins", "u", "ruby", "rt", "rp", "var"))
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""What XML and its tools admit nowhere."""
_SPACES = re.compile(r"[ \t\n\r\f]+")
_SPECIAL = re.compile(r"[\\`*\[\]<]|(?<!\w)_|_(?!\w)|&(?=[#\w]+;)|~(?=~)")
_LINE_START = re.compile(
    r"^(?=[#>]|[-+:](?:\s|$)|[-=]+[ \t]*$|~~~|!!!|\|)|^(\d{1,9})(?=[.)](?:\s|$))", re.MULTILINE
)


class Style(NamedTuple):
    """How blocks and the text inside them are written."""

    heading: Callable[[str, int], str]
    bullet: str
    quote: str
    code: Callable[[str, str], str]
    inline: Callable[[HtmlElement], str]
    row: Callable[[list[str]], str]
    rule: str


def markdown(source: str) -> str:
    """Return sanitised HTML as Markdown (CommonMark, tables, strikethrough, definition lists)."""
    return _document(source, _MARKDOWN)


def plain(source: str) -> str:
    """Return sanitised HTML as plain text: blank lines between blocks, addresses after links."""
    return _document(source, _PLAIN)


def _document(source: str, style: Style) -> str:
    root = html.fragment_fromstring(CONTROL.sub("", source), create_parent="div")
    return "\n\n".join(_blocks(root, style)) + "\n"


def _blocks(parent: HtmlElement, style: Style) -> Iterator[str]:
    """Yield the blocks inside an element; text between them is a block as well."""
    run = html.Element("span")
    run.text = parent.text
    for child in list(parent):
        tail, child.tail = child.tail, None
        if not isinstance(child.tag, str):
            pass
        elif child.tag in _INLINE:
            run.append(child)
        else:
            yield from _text(run, style)
            run = html.Element("span")
            yield from _block(child, style)
        if tail and len(run):
            run[-1].tail = (run[-1].tail or "") + tail
        elif tail:
            run.text = (run.text or "") + tail
    yield from _text(run, style)


def _text(run: HtmlElement, style: Style) -> Iterator[str]:
    text = style.inline(run).strip()
    if text:
        yield text


def _block(element: HtmlElement, style: Style) -> Iterator[str]:
    tag = element.tag
    if tag in _HEADINGS:
        text = _one_line(element, style)
        yield style.heading(text, _HEADINGS[tag]) if text else ""
    elif tag in ("ul", "ol"):
        yield "\n".join(_items(element, style))
    elif tag == "pre":
        names = " ".join(each.get("class", "") for each in element.iter("code")).split()
        language = next((name[9:] for name in names if name.startswith("language-")), "")
        yield style.code(element.text_content().strip("\n"), language)
    elif tag == "table":
        yield from _table(element, style)
    elif tag == "blockquote":
        yield _prefixed("\n\n".join(_blocks(element, style)), style.quote, style.quote)
    elif tag == "hr":
        yield style.rule
    elif tag == "dd":
        yield _prefixed("\n\n".join(_blocks(element, style)), ":   ", "    ")
    else:
        yield from _blocks(element, style)


def _items(element: HtmlElement, style: Style) -> Iterator[str]:
    number = int(element.get("start") or 1) if (element.get("start") or "1").isdecimal() else 1
    for item in element:
        if item.tag != "li":
            continue
        mark = f"{number}. " if element.tag == "ol" else f"{style.bullet} "
        loose = any(child.tag == "p" for child in item)
        inner = ("\n\n" if loose and len(item) > 1 else "\n").join(_blocks(item, style))
        yield _prefixed(inner, mark, " " * len(mark))
        number += 1


def _prefixed(text: str, first: str, rest: str) -> str:
    lines = text.split("\n")
    return "\n".join(
        ((rest if index else first) + line).rstrip() for index, line in enumerate(lines)
    )


def _table(table: HtmlElement, style: Style) -> Iterator[str]:
    rows = [
        [_one_line(cell, style) for cell in row if cell.tag in ("td", "th")]
        for row in table.iter("tr")
    ]
    for caption in table.iter("caption"):
        yield _one_line(caption, style)
    width = max(map(len, rows), default=0)
    if not width:
        return
    lines = [style.row(row + [""] * (width - len(row))) for row in rows]
    if style is _MARKDOWN:
        lines.insert(1, "|" + "---|" * width)
    yield "\n".join(lines)


def _one_line(element: HtmlElement, style: Style) -> str:
    return " ".join(style.inline(element).replace("\\\n", " ").split())


def _joined(element: HtmlElement, write: Callable[[HtmlElement], str], text: str) -> str:
    """Return an element's text and children as written, the text through `text`."""
    escape = _escaped if text == "markdown" else _spaced
    parts = [escape(element.text or "")]
    for child in element:
        parts.append(write(child) if isinstance(child.tag, str) else "")
        parts.append(escape(child.tail or ""))
    return "".join(parts)


def _spaced(text: str) -> str:
    return _SPACES.sub(" ", text)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda sign: "\\" + sign[0], _spaced(text))


def _markdown_inline(element: HtmlElement) -> str:
    text = _joined(element, _markdown_element, "markdown").strip(" ")
    return _LINE_START.sub(lambda match: (match[1] or "") + "\\", text)


def _markdown_element(element: HtmlElement) -> str:
    tag = element.tag
    if tag == "br":
        return "\\\n"
    if tag == "img":
        return f"![{_escaped(element.get('alt', ''))}]({_target(element, 'src')})"
    if tag in ("code", "samp"):
        return _code_span(element.text_content())
    inner = _joined(element, _markdown_element, "markdown")
    if tag == "a" and (address := element.get("href", "")):
        if address.removeprefix("mailto:") == element.text_content() and ":" in address:
            return f"<{element.text_content()}>"
        return f"[{inner.strip()}]({_target(element, 'href')})"
    if (mark := _MARKS.get(tag)) and inner.strip():
        lead, trail = len(inner) - len(inner.lstrip()), len(inner.rstrip())
        return f"{inner[:lead]}{mark}{inner.strip()}{mark}{inner[trail:]}"
    return f"<{tag}>{inner}</{tag}>" if tag in _RAW else inner


def _target(element: HtmlElement, name: str) -> str:
    address = re.sub(r"[\s<>]", lambda sign: f"%{ord(sign[0]):02X}", element.get(name, ""))
    address = address.replace("(", "%28").replace(")", "%29")
    title = _spaced(element.get("title", "")).replace("\\", "\\\\").replace('"', '\\"')
    return f'{address} "{title}"' if title else address


def _code_span(text: str) -> str:
    text = _spaced(text)
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    pad = " " if text[:1] == "`" or text[-1:] == "`" else ""
    fence = "`" * (longest + 1)
    return f"{fence}{pad}{text}{pad}{fence}"


def _markdown_code(text: str, language: str) -> str:
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return f"{fence}{language}\n{text}\n{fence}"


def _plain_inline(element: HtmlElement) -> str:
    return re.sub(r" *\n *", "\n", _joined(element, _plain_element, "plain")).strip(" ")


def _plain_element(element: HtmlElement) -> str:
    if element.tag == "br":
        return "\n"
    if element.tag == "img":
        return _spaced(element.get("alt", ""))
    inner = _joined(element, _plain_element, "plain")
    address = element.get("href", "") if element.tag == "a" else ""
    shown = address.removeprefix("mailto:")
    if not re.match(r"(?:https?|mailto):", address) or shown in inner:
        return inner
    return f"{inner} <{shown}>"


_MARKDOWN = Style(
    heading=lambda text, level: f"{'#' * level} {text}",
    bullet="-",
    quote="> ",
    code=_markdown_code,
    inline=_markdown_inline,
    row=lambda cells: "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |",
    rule="---",
)
_PLAIN = Style(
    heading=lambda text, level: text,
    bullet="•",
    quote="    ",
    code=lambda text, _: _prefixed(text, "    ", "    "),
    inline=_plain_inline,
    row=lambda cells: " | ".join(cells).rstrip(),
    rule="* * *",
)
