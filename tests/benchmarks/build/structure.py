"""What a translated article keeps: bytes without translations, structure with them.

    python -m tests.benchmarks.build.structure FOLDER…

Every Markdown, HTML, reStructuredText and text file below the folders is built untranslated, which
must give its bytes; and with accented letters for every letter outside markup, after which the
sequence of elements must be the same (markdown-it-py, the HTML parser of Python, docutils if it is
installed). Files of the same contents count once.
"""

import hashlib
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from sverka.article import FORMATS, fault, read, render
from sverka.article.inline import markup
from sverka.article.rst_inline import markup as rst_markup

_ACCENTS = str.maketrans("aeiouAEIOUcns", "àéîöüÀÉÎÖÜçñš")
_ENTITY = re.compile(r"&[#\w]+;")
_TAG = re.compile(r"<[^>]*>|&[#\w]+;")
_LARGEST = 400_000
_NOTED = ("seealso", "todo")
_ROLES = (
    *("abbr", "any", "attr", "class", "command", "const", "data", "doc", "download", "envvar"),
    *("exc", "file", "func", "guilabel", "issue", "kbd", "keyword", "meth", "mod", "obj"),
    *("option", "program", "pypi", "py:class", "py:func", "py:meth", "py:mod", "ref", "samp"),
    *("source", "term", "token", "user"),
)


def accented(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return the text with other letters, but for what stands in `spans`."""
    parts, at = [], 0
    for start, end in [*spans, (len(text), len(text))]:
        plain = text[at:start]
        kept = [found.span() for found in _ENTITY.finditer(plain)]
        parts.append(accented(plain, kept) if kept else plain.translate(_ACCENTS))
        parts.append(text[start:end])
        at = end
    return "".join(parts)


def _spans(text: str, format: str) -> list[tuple[int, int]]:
    if format == "markdown":
        return [(each.start, each.end) for each in markup(text)]
    if format == "rst":
        return [(each.start, each.end) for each in rst_markup(text)]
    return [found.span() for found in _TAG.finditer(text)] if format == "html" else []


def _markdown(text: str) -> list[str]:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    parser.use(footnote_plugin).use(deflist_plugin).use(front_matter_plugin)

    def names(tokens: Sequence[Token]) -> Iterator[str]:
        for token in tokens:
            if token.children:
                yield from names(token.children)
            elif token.type not in ("text", "softbreak", "html_block", "fence", "code_block"):
                yield token.type + token.tag

    return list(names(parser.parse(text)))


class _Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.found.append(f"/{tag}")


@lru_cache(maxsize=1)
def _know_sphinx() -> None:
    """Let docutils read what stands in Sphinx's directives and roles."""
    from docutils import nodes  # type: ignore[import-untyped]
    from docutils.parsers.rst import Directive, directives, roles  # type: ignore[import-untyped]

    class Container(Directive):  # type: ignore[misc]
        has_content = True
        optional_arguments = 1
        final_argument_whitespace = True

        def run(self) -> list[nodes.Node]:
            node = nodes.container()
            first = self.arguments[:1] if self.name in _NOTED else []
            if first:
                node += nodes.paragraph("", "", *self.state.inline_text(first[0], self.lineno)[0])
            self.state.nested_parse(self.content, self.content_offset, node)
            return [node]

    for name in ("seealso", "todo", "versionadded", "versionchanged", "deprecated"):
        directives.register_directive(name, Container)
    for name in _ROLES:
        roles.register_generic_role(name, nodes.literal)


def _rst(text: str) -> list[str]:
    from docutils import core, nodes

    _know_sphinx()
    quiet = {"report_level": 5, "halt_level": 6, "file_insertion_enabled": False}
    tree = core.publish_doctree(text, settings_overrides={**quiet, "warning_stream": False})
    for message in list(tree.findall(nodes.system_message)):
        message.parent.remove(message)
    skipped = (nodes.Text, nodes.problematic)
    return [type(node).__name__ for node in tree.findall() if not isinstance(node, skipped)]


SHAPES: dict[str, Callable[[str], list[str]]] = {
    "markdown": _markdown,
    "html": lambda text: _Tags(text).found,
    "rst": _rst,
}


def main(folders: Sequence[str]) -> None:
    """Print, for each format, how many files keep their bytes and their structure."""
    counts: Counter[tuple[str, str]] = Counter()
    slowest: dict[str, tuple[float, Path]] = {}
    seen: set[bytes] = set()
    for path in sorted(path for folder in folders for path in Path(folder).rglob("*.*")):
        format = FORMATS.get(path.suffix.lower())
        if format is None or not path.is_file() or path.stat().st_size > _LARGEST:
            continue
        data = path.read_bytes()
        digest = hashlib.sha256(data).digest()
        try:
            text = data.decode("utf-8")
            shape = SHAPES[format](text) if format in SHAPES else []
        except Exception:  # not UTF-8, or not for the judge
            continue
        if "\0" in text or digest in seen:
            continue
        seen.add(digest)
        begun = time.process_time()
        article = read(text, "en", format=format)
        other = {one.text: accented(one.text, _spans(one.text, format)) for one in article.segments}
        sound = {one.text for one in article.segments if not fault(article, one, other[one.text])}
        built = render(article, lambda one: other[one.text] if one.text in sound else None)  # noqa: B023
        counts[format, "files"] += 1
        counts[format, "segments"] += len(article.segments)
        counts[format, "bytes"] += render(article, lambda _: None) == text
        taken = time.process_time() - begun
        slowest[format] = max(slowest.get(format, (0.0, path)), (taken, path))
        same = format not in SHAPES or SHAPES[format](built) == shape
        counts[format, "structure"] += same
        if not same:
            print("other structure:", path)
    for format in dict.fromkeys(format for format, _ in counts):
        told = (f"{counts[format, name]} {name}" for name in ("files", "segments"))
        kept = (f"{name} kept in {counts[format, name]}" for name in ("bytes", "structure"))
        print(f"{format}: {', '.join([*told, *kept])}")
        print("  slowest: {:.2f} s {}".format(*slowest[format]))


if __name__ == "__main__":
    main(sys.argv[1:])
