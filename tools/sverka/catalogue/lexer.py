"""Exact reading of one entry, token by token: slow, complete, with the place of every fault.

It reads what GNU gettext reads: strings and keywords in any arrangement of lines, comments in
odd places, `domain` directives, obsolete lines. `scan.py` is its fast equal for regular entries.
"""

import re
from dataclasses import dataclass, field
from typing import Literal

Span = tuple[int, int]

_TOKEN = re.compile(
    rb"(?P<obsolete>\#~(?!\|))"
    rb"|(?P<comment>\#[^\n]*\n)"
    rb"|(?P<newline>\n)"
    rb"|(?P<keyword>msgctxt|msgid_plural|msgid|msgstr|domain)(?![A-Za-z0-9_])"
    rb"|(?P<index>\[[ \t]*(?P<number>\d+)[ \t]*\])"
    rb'|"(?P<string>[^"\\\n]*+(?:\\(?:\r?\n|[^\n])[^"\\\n]*+)*+)"'
    rb"|(?P<conflict>(?:<{7}|={7}|>{7}|\|{7})[^\n]*)"
    rb"|(?P<other>[^\n])"
)
_BLANK = re.compile(rb"[ \t\r\f\v]*")
_RESUME = re.compile(
    rb"^[ \t]*(?:\#(?!~[ \t]*(?:\"|msgstr|msgid_plural)|\|)|msgctxt\b|msgid\b|domain\b)"
    rb"|(?<=\n)[ \t\r]*\n",
    re.MULTILINE,
)
_MSGSTR = re.compile(rb"msgstr\[(\d+)\]")

MISNUMBERED = "the plural forms are not numbered 0, 1, 2, … in order; renumber them"

Kind = Literal["entry", "domain", "broken", "end"]


@dataclass(slots=True)
class Fault:
    """Something wrong at `offset` of the buffer."""

    offset: int
    message: str


@dataclass(slots=True)
class Field:
    """A keyword with its strings: where they stand. `name` is 'msgid', 'msgstr[2]', …"""

    name: str
    start: int  # of the keyword
    end: int  # after the last closing quote
    strings: list[Span] = field(default_factory=list)  # without the quotes


@dataclass(slots=True)
class Lexed:
    """One region of a PO file. An entry's region runs from its first comment to its last string."""

    kind: Kind
    start: int
    end: int
    obsolete: bool = False
    comments: list[Span] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def lex(buffer: bytes, start: int) -> Lexed:
    """Read the region that begins at or after `start`; `.end` is where to read on."""
    return _Lexer(buffer, start).region()


class _Lexer:
    def __init__(self, buffer: bytes, start: int) -> None:
        self.buffer = buffer
        self.position = start
        self.here = start  # where the last token began
        self.line_is_obsolete = False
        self.found: re.Match[bytes] | None = None
        self.out = Lexed("end", start, start)
        self.begun = False

    def advance(self) -> str:
        """Read a token into `found`; its kind is returned, "" at the end of the file."""
        blank = _BLANK.match(self.buffer, self.position)
        assert blank is not None
        self.here = blank.end()
        self.found = _TOKEN.match(self.buffer, self.here)
        if self.found is None:
            self.position = self.here
            return ""
        self.position = self.found.end()
        kind = self.found.lastgroup or "string"
        if kind == "newline":
            self.line_is_obsolete = False
        return "index" if kind == "number" else kind

    def region(self) -> Lexed:
        out = self.out
        while True:
            before = self.position
            kind = self.advance()
            if kind == "newline":
                continue
            if kind == "comment":
                self.begin()
                out.comments.append((self.here, self.position))
                self.line_is_obsolete = False
            elif kind == "obsolete":
                self.obsolete_mark()
            elif kind == "keyword":
                self.begin()
                return self.message()
            elif kind == "":
                out.start, out.end = (out.start, self.position) if self.begun else (before,) * 2
                out.kind = "end"
                return out
            else:
                self.begin()
                return self.broken(self.describe(kind))

    def begin(self) -> None:
        if not self.begun:
            self.begun = True
            line = self.buffer.rfind(b"\n", 0, self.here) + 1
            self.out.start = max(line, self.out.start)

    def obsolete_mark(self) -> None:
        """After `#~`: the rest of the line is read as PO, unless it is only a comment."""
        start = self.here
        blank = _BLANK.match(self.buffer, self.position)
        assert blank is not None
        following = self.buffer[blank.end() : blank.end() + 1]
        if following in {b"", b"\n", b"#"} and not self.out.fields:
            end = self.buffer.find(b"\n", start) + 1 or len(self.buffer)
            if following == b"#":
                self.begin()
                self.out.comments.append((start, end))
            self.position = end
        else:
            self.begin()
            self.line_is_obsolete = True

    def message(self) -> Lexed:
        """From the first keyword on."""
        out = self.out
        out.obsolete = self.line_is_obsolete
        out.kind = "entry"
        kind: str = "keyword"
        seen: set[str] = set()
        while kind:
            fault = ""
            if kind == "keyword":
                name = self.text("keyword")
                if self.starts_next(name, seen):
                    break
                if not (fault := self.misplaced(name, seen)):
                    out.fields.append(Field(name, self.here, self.position))
                    seen.add(name)
            elif kind == "index":
                fault = self.index()
            elif kind == "string":
                fault = self.string()
            elif kind == "obsolete":
                self.obsolete_mark()
            elif kind == "comment":
                if not self.resumes_after_comment(out.fields[-1]):
                    break
                out.comments.append((self.here, self.position))
                self.fault(self.here, "a comment inside an entry; move it above the entry")
                self.line_is_obsolete = False
            elif kind != "newline":
                fault = self.describe(kind)
            if fault:
                if kind == "keyword" and out.fields and not out.fields[-1].strings:
                    self.here = out.fields[-1].start
                resume = out.fields[-1].start if fault == _MIXED else self.step_back()
                if self.is_complete() and self.at_line_start(resume):
                    break
                return self.broken(fault, self.here, resume)
            kind = self.advance()
        return self.finish(seen)

    def step_back(self) -> int:
        """Give up what the faulty line began; where that is."""
        fields = self.out.fields
        resume = self.here
        while fields and not fields[-1].strings:
            resume = fields.pop().start
        line = self.buffer.rfind(b"\n", 0, resume) + 1
        while fields and len(fields[-1].strings) > 1 and fields[-1].strings[-1][0] > line:
            fields[-1].strings.pop()
            fields[-1].end = fields[-1].strings[-1][1] + 1
            resume = line
        return resume

    def index(self) -> str:
        """Read the `[N]` of a msgstr; the fault, or ""."""
        field = self.out.fields[-1]
        if field.name != "msgstr" or field.strings:
            return self.describe("index")
        field.name = f"msgstr[{int(self.text('number'))}]"
        field.end = self.position
        return ""

    def string(self) -> str:
        """Read a string of the last field; the fault, or ""."""
        out = self.out
        last = out.fields[-1]
        if (
            last.strings
            and self.is_complete()
            and _DETACHED.match(self.buffer, self.line_end(last))
        ):
            return self.describe("string")  # its keyword line is missing
        if self.line_is_obsolete != out.obsolete:
            return _MIXED
        assert self.found is not None
        last.strings.append(self.found.span("string"))
        last.end = self.position
        return ""

    def line_end(self, field: Field) -> int:
        return self.buffer.find(b"\n", field.end)

    def text(self, group: str) -> str:
        assert self.found is not None
        return self.found[group].decode()

    def starts_next(self, name: str, seen: set[str]) -> bool:
        """Whether this keyword begins the next entry."""
        if seen and not self.out.fields[-1].strings:
            return False
        if name in {"msgctxt", "domain"}:
            return bool(seen)
        return (name == "msgid" and "msgid" in seen) or bool(seen & {"domain"})

    def misplaced(self, name: str, seen: set[str]) -> str:
        if seen and not self.out.fields[-1].strings:
            last = self.out.fields[-1].name
            return f'{last} has no string; write {last} ""'
        if self.line_is_obsolete != self.out.obsolete:
            return _MIXED
        if name == "msgid_plural" and ("msgid" not in seen or seen & {"msgstr", "msgid_plural"}):
            return "msgid_plural must follow msgid; move or remove this line"
        if name == "msgstr" and "msgid" not in seen:
            return "msgstr without msgid; add the msgid before it or remove it"
        if name == "msgid" and "msgstr" in seen:
            return "msgid after msgstr; separate the two entries"
        if name == "msgstr" and "msgstr" in seen:
            last = self.out.fields[-1].name
            if last == "msgstr" or not _MSGSTR.match(self.buffer, self.here):
                return "a second msgstr in one entry; keep one of the two"
        return ""

    def is_complete(self) -> bool:
        """Whether what was read makes an entry, so that a fault belongs to what follows."""
        return bool(self.out.fields) and self.out.fields[-1].name.startswith(("msgstr", "domain"))

    def resumes_after_comment(self, current: Field) -> bool:
        """Whether after a comment inside an entry the same entry goes on."""
        found = _AFTER_COMMENTS.match(self.buffer, self.position)
        if found is None or current.name.startswith("msgstr"):
            return False
        return found[1] != b"msgid"

    def at_line_start(self, place: int) -> bool:
        line = self.buffer.rfind(b"\n", 0, place) + 1
        return self.buffer[line:place].strip() in {b"", b"#~"}

    def finish(self, seen: set[str]) -> Lexed:
        out = self.out
        last = out.fields[-1]
        out.end = last.end
        end_of_line = self.buffer.find(b"\n", out.end) + 1 or len(self.buffer)
        if not self.buffer[out.end : end_of_line].strip():
            out.end = end_of_line
        if not last.strings:
            self.position = last.end
            return self.broken(f'{last.name} has no string; write {last.name} ""', last.start)
        if "domain" in seen:
            out.kind = "domain"
        elif "msgid" not in seen:
            return self.broken("msgctxt without msgid; add the msgid", last.start)
        elif "msgstr" not in seen:
            out.faults.append(Fault(out.fields[-1].start, 'msgid without msgstr; add msgstr ""'))
        else:
            self.check_plural()
        return out

    def check_plural(self) -> None:
        out = self.out
        names = [found.name for found in out.fields]
        forms = [name for name in names if name.startswith("msgstr[")]
        place = next(found for found in out.fields if found.name.startswith("msgstr"))
        if forms and "msgid_plural" not in names:
            self.fault(place.start, "msgstr[…] without msgid_plural; remove the index")
        elif not forms and "msgid_plural" in names:
            self.fault(place.start, "msgid_plural with a msgstr without index; write msgstr[0]")
        elif forms != [f"msgstr[{number}]" for number in range(len(forms))]:
            self.fault(place.start, MISNUMBERED)

    def fault(self, offset: int, message: str) -> None:
        self.out.faults.append(Fault(offset, message))

    def broken(self, message: str, at: int | None = None, resume: int | None = None) -> Lexed:
        """Give up this entry; read on at the next line that can begin one."""
        out = self.out
        out.kind = "broken"
        at = self.here if at is None else at
        out.faults.append(Fault(at, message))
        resume = at if resume is None else resume
        line_end = self.buffer.find(b"\n", max(resume, out.start)) + 1 or len(self.buffer)
        found = _RESUME.search(self.buffer, line_end)
        out.end = found.start() if found else len(self.buffer)
        return out

    def describe(self, kind: str) -> str:
        found = self.found
        assert found is not None
        if kind == "conflict":
            return "merge conflict marker; resolve the conflict and remove the marker lines"
        if kind == "string":
            return "a string without a keyword before it; add the keyword or remove the line"
        if kind == "index":
            return "a plural index that does not follow msgstr"
        if found[0] == b'"':
            return 'the string is not closed; end the line with ", and write \\" for a quote inside'
        word = _WORD.match(self.buffer, self.here)
        shown = (word[0] if word else found[0]).decode("utf-8", "replace")
        return (
            f"{shown!r} is not PO syntax; expected a comment, a keyword or a string "
            '(a quote inside a string is written \\")'
        )


_MIXED = "some lines of this entry begin with #~ and some do not; make them all alike"
_WORD = re.compile(rb"[A-Za-z_0-9]{1,30}")
_DETACHED = re.compile(
    rb'(?:\n[ \t\r]*)+\n(?:[ \t]*(?:\#~ )?"[^\n]*\n)+[ \t]*(?:\#~ )?(?:msgstr(?!\[)|msgid_plural)'
)
_AFTER_COMMENTS = re.compile(
    rb"(?:[ \t\r]*+(?:\#(?!~)[^\n]*+)?\n)*+[ \t]*(?:\#~[ \t]*)?"
    rb'("|msgstr|msgid_plural|msgid)'
)
