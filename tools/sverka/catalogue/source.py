"""From the bytes of a PO file to a buffer that can be scanned, and back."""

import codecs
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

_CHARSET = re.compile(rb"charset=[ \t]*([A-Za-z0-9_.:+-]+)", re.IGNORECASE)
_LINE = re.compile(rb"[^\n]*\n")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# In these a byte of a letter may look like a quote or a backslash.
_NOT_ASCII_SAFE = re.compile(
    r"utf-?16|utf-?32|utf-7|hz|iso2022|shift_jis|cp932|big5|cp950|gbk|gb18030|johab|cp949|cp037"
)
_NOT_FOR_FILES = {"unicode_escape", "raw_unicode_escape", "raw-unicode-escape", "unicode-escape"}
_NOT_FOR_FILES |= {"punycode", "idna"}
_CHUNK = 1 << 18

Splice = tuple[int, int, str]  # start and end in the buffer, the new text
Piece = tuple[int, int] | str  # a range of the buffer, or a new text with "\n" line ends


@dataclass(frozen=True)
class Source:
    """The bytes of a file, and the ASCII-safe buffer in which its syntax is read.

    Invariant: `restore(())` gives `raw`. `buffer` ends each line with "\\n" or "\\r\\n",
    the last one included; `charset` is the Python codec of the buffer, `file_charset` that
    of the file. Offsets everywhere in this package are offsets into `buffer`.
    """

    raw: bytes = field(repr=False)
    buffer: bytes = field(repr=False)
    charset: str
    file_charset: str
    newline: str
    bom: bytes = b""
    unknown_charset: str = ""
    # Reading in order: which entry would be next, and how many were decoded together.
    ahead: list[int] = field(default_factory=lambda: [0, 1], repr=False, compare=False)

    @cached_property
    def line_starts(self) -> list[int]:
        """Offset of each line of the buffer, and its length at the end."""
        return [0, *(found.end() for found in _LINE.finditer(self.buffer))]

    @property
    def line_end(self) -> bytes:
        """How the lines of the buffer end."""
        return b"\r\n" if self.newline == "\r\n" else b"\n"

    def decode(self, start: int, end: int) -> str:
        """The text between two offsets; undecodable bytes become U+FFFD."""
        return self.buffer[start:end].decode(self.charset, "replace")

    def line_of(self, offset: int) -> int:
        """1-based line of an offset."""
        return bisect_right(self.line_starts, offset)

    def line_column(self, offset: int) -> tuple[int, int]:
        """1-based line and column, in code points, of an offset."""
        line = self.line_of(offset)
        start = self.line_starts[line - 1]
        return line, 1 + len(self.decode(start, offset))

    def undecodable(self) -> int | None:
        """Offset of the first bytes that are not in the charset of the file, or None."""
        size = len(self.buffer)
        if self.charset != self.file_charset:
            return self._unreadable_text()
        if self.charset == "utf-8" and self.buffer.isascii():
            return None
        start = 0
        while start < size:
            end = self.buffer.find(b"\n", start + _CHUNK) + 1 or size
            try:
                self.buffer[start:end].decode(self.charset)
            except UnicodeDecodeError as error:
                return start + error.start
            start = end
        return None

    def _unreadable_text(self) -> int | None:
        """The same for a charset that is read through UTF-8."""
        try:
            self.raw[len(self.bom) :].decode(self.file_charset)
        except UnicodeDecodeError:
            return max(0, self.buffer.find("\ufffd".encode()))
        return None

    def restore(self, splices: Iterable[Splice]) -> bytes:
        """The bytes of the file with the splices applied, every other byte as it was.

        `splices` are sorted and do not overlap; their text has "\\n" line ends.

        Raises UnicodeEncodeError when a new text cannot be written in the file's charset.
        """
        pieces: list[Piece] = []
        position = 0
        for start, end, text in splices:
            pieces += [(position, start), text]
            position = end
        return self.assemble([*pieces, (position, len(self.buffer))]) if pieces else self.raw

    def assemble(self, pieces: Iterable[Piece]) -> bytes:
        """The bytes of a file made of ranges of the old one and of new texts."""
        parts = [
            self._old(*piece) if isinstance(piece, tuple) else self._new(piece) for piece in pieces
        ]
        data = b"".join(parts)
        if not self._ends_with_newline:
            data = data.removesuffix(self._newline)
        return self.bom + data

    def _new(self, text: str) -> bytes:
        return text.replace("\n", self.newline).encode(self.file_charset)

    def _old(self, start: int, end: int) -> bytes:
        if self.charset == self.file_charset:
            data = self.buffer[start:end]
            return data.replace(b"\n", b"\r") if self.newline == "\r" else data
        first = bisect_left(self.line_starts, start)
        last = bisect_right(self.line_starts, end) - 1
        if first > last:
            return self._reencode(start, end)
        before = self._reencode(start, self.line_starts[first])
        after = self._reencode(self.line_starts[last], end)
        return before + b"".join(self._raw_lines[first:last]) + after

    def _reencode(self, start: int, end: int) -> bytes:
        text = self.decode(start, end)
        return (text.replace("\n", "\r") if self.newline == "\r" else text).encode(
            self.file_charset
        )

    @cached_property
    def _newline(self) -> bytes:
        return self.newline.encode(self.file_charset)

    @cached_property
    def _raw_lines(self) -> list[bytes]:
        """For a charset that is read through UTF-8: the bytes of each line of the buffer."""
        end = self._newline if self.newline == "\r" else "\n".encode(self.file_charset)
        data = self.raw[len(self.bom) :]
        if self.file_charset.startswith("utf-16"):
            texts = data.decode(self.file_charset, "surrogatepass").split(
                end.decode(self.file_charset)
            )
            lines = [text.encode(self.file_charset, "surrogatepass") + end for text in texts]
        else:
            lines = [line + end for line in data.split(end)]
        if self._ends_with_newline:
            return lines[:-1]
        return [*lines[:-1], lines[-1].removesuffix(end) + self._newline]

    @cached_property
    def _ends_with_newline(self) -> bool:
        return not self.raw or self.raw.endswith(self._newline) or self.raw.endswith(b"\n")


def read_source(raw: bytes) -> Source:
    """Find the encoding and the line ends of a PO file. Never fails."""
    bom, codec = next(((b, c) for b, c in _BOMS if raw.startswith(b)), (b"", ""))
    declared = codec or declared_charset(raw)
    known = codec_name(declared)
    if known and not codec and b"charset=".decode(known, "replace") != "charset=":
        known = ""  # the declaration could be read, so it is not true
    file_charset = known or "utf-8"
    data = raw[len(bom) :] if bom else raw
    charset = file_charset
    if _NOT_ASCII_SAFE.search(file_charset):
        charset = "utf-8"
        data = data.decode(file_charset, "replace").encode("utf-8", "replace")
    newline = "\n"
    if b"\r" in data:
        if b"\n" not in data:
            newline = "\r"
            data = data.replace(b"\r", b"\n")
        elif data.count(b"\r\n") * 2 > data.count(b"\n"):
            newline = "\r\n"
    if data and not data.endswith(b"\n"):
        data += b"\n" if newline == "\r" else newline.encode()
    return Source(raw, data, charset, file_charset, newline, bom, "" if known else declared)


def declared_charset(raw: bytes) -> str:
    """The charset that the header of a PO file names, or "utf-8"."""
    found = _CHARSET.search(raw, 0, 1 << 16) or _CHARSET.search(raw)
    name = found[1].decode() if found else "UTF-8"
    return "UTF-8" if name.upper() in {"CHARSET", "ASCII", "US-ASCII"} else name


def codec_name(charset: str) -> str:
    """Python's name of a charset, or "" when Python has no such text codec."""
    try:
        name = codecs.lookup(charset).name
        "".encode(name)
    except (LookupError, ValueError):
        return ""
    if name in _NOT_FOR_FILES:
        return ""
    return {"gb2312": "gb18030", "gbk": "gb18030", "ascii": "utf-8"}.get(name, name)
