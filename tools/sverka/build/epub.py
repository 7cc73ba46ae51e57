"""EPUB 3: a zip file with a package document, a table of contents and a chapter per article."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

_EPOCH = (1980, 1, 1, 0, 0, 0)
IMAGES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}
"""The images that every reading system shows, by suffix."""

_CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""
_PACKAGE = """<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" xml:lang={lang} dir="{dir}" \
unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">{identifier}</dc:identifier>
<dc:title>{title}</dc:title>
<dc:language>{language}</dc:language>
<meta property="dcterms:modified">{modified}</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
{items}
</manifest>
<spine page-progression-direction="{dir}">
{spine}
</spine>
</package>
"""
_PAGE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" \
lang={lang} xml:lang={lang} dir="{dir}">
<head>
<meta charset="utf-8"/>
<title>{title}</title>
<link rel="stylesheet" type="text/css" href={style}/>
</head>
<body>
{body}
</body>
</html>
"""


class Chapter(NamedTuple):
    """An article of a book: where it stands below `text/`, its title, its body as XHTML."""

    name: str
    title: str
    body: str


class Book(NamedTuple):
    """A book in one language (BCP 47); `modified` is a time in ISO form, UTC, to the second."""

    identifier: str
    title: str
    contents: str
    lang: str
    dir: str
    modified: str
    style: str
    chapters: Sequence[Chapter]
    images: Mapping[str, bytes]


def epub(book: Book) -> bytes:
    """Return the book's bytes; the same book gives the same bytes."""
    files: dict[str, bytes | str] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": _CONTAINER,
        "EPUB/package.opf": _package(book),
        "EPUB/nav.xhtml": _contents(book),
        "EPUB/style.css": book.style,
    }
    for chapter in book.chapters:
        up = "../" * (chapter.name.count("/") + 1)
        files[f"EPUB/text/{chapter.name}"] = _page(
            book, chapter.title, chapter.body, f"{up}style.css"
        )
    files |= {f"EPUB/{name}": data for name, data in book.images.items()}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system = 3
            packed = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(info, data, packed)
    return stream.getvalue()


def _package(book: Book) -> str:
    chapters = [
        f'<item id="c{number}" href={quoteattr("text/" + quote(chapter.name))} '
        'media-type="application/xhtml+xml"/>'
        for number, chapter in enumerate(book.chapters)
    ]
    images = [
        f'<item id="i{number}" href={quoteattr(quote(name))} '
        f'media-type="{IMAGES[name[name.rindex(".") :].lower()]}"/>'
        for number, name in enumerate(book.images)
    ]
    return _PACKAGE.format(
        lang=quoteattr(book.lang),
        dir=book.dir,
        identifier=escape(book.identifier),
        title=escape(book.title),
        language=escape(book.lang),
        modified=book.modified,
        items="\n".join(chapters + images),
        spine="\n".join(f'<itemref idref="c{number}"/>' for number in range(len(book.chapters))),
    )


def _contents(book: Book) -> str:
    rows = "\n".join(
        f"<li><a href={quoteattr('text/' + quote(name))}>{escape(title)}</a></li>"
        for name, title, _ in book.chapters
    )
    title = escape(book.contents)
    body = f'<nav epub:type="toc" id="toc">\n<h1>{title}</h1>\n<ol>\n{rows}\n</ol>\n</nav>'
    return _page(book, book.contents, body, "style.css")


def _page(book: Book, title: str, body: str, style: str) -> str:
    return _PAGE.format(
        lang=quoteattr(book.lang),
        dir=book.dir,
        title=escape(title),
        style=quoteattr(style),
        body=body,
    )
