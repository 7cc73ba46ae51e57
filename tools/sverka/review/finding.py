"""What a rule reports, and where it stands."""

from typing import Literal

import msgspec

Severity = Literal["error", "warning", "note"]
"""How bad a finding is if it is true."""
Certainty = Literal["certain", "likely", "possible"]
"""How sure the rule is."""
Role = Literal["pivot", "source", "target"]
"""What a text is in the project: the article's own, the original's, a translation's."""
Field = Literal["msgid", "msgid_plural", "msgstr", "header"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
CERTAINTIES: tuple[Certainty, ...] = ("certain", "likely", "possible")

Span = tuple[int, int]
"""Start and end in code points inside the unescaped field."""


class Where(msgspec.Struct, frozen=True, gc=False):
    """The place of a text: small, hashable and picklable."""

    file: str
    locale: str
    article: str
    role: Role
    index: int
    """The entry's index in its file; -1 for the file as a whole."""
    msgctxt: str | None
    msgid: str
    field: Field
    plural: int | None = None
    at: tuple[int, int] | None = None
    """Line and column, for what belongs to no entry."""


class Edit(msgspec.Struct, frozen=True, gc=False):
    """Replace the code points of `span` by `text`."""

    span: Span
    text: str


class Fix(msgspec.Struct, frozen=True, gc=False):
    """A repair. A safe one is right whenever the finding is."""

    edits: tuple[Edit, ...]
    safe: bool = False


class Related(msgspec.Struct, frozen=True, gc=False):
    """Another place that belongs to the evidence, and what it says."""

    where: Where
    text: str
    note: str
    span: Span | None = None
    line: int = 0


class Finding(msgspec.Struct, frozen=True, gc=False):
    """One thing that is wrong, with its evidence.

    A rule leaves `line`, `column`, `value`, `gate` and `fingerprint` to the engine.
    """

    rule: str
    family: str
    severity: Severity
    certainty: Certainty
    message: str
    where: Where
    span: Span | None = None
    text: str | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    form: str = ""
    """The offending form: what the fingerprint is made of beside the place."""
    gate: bool = False
    line: int = 0
    column: int = 0
    fingerprint: str = ""
    value: str = ""
    """The whole text of the field."""

    @property
    def file(self) -> str:
        """The file's path, with forward slashes."""
        return self.where.file

    @property
    def locale(self) -> str:
        """The locale of the text that is wrong, as the path writes it."""
        return self.where.locale

    @property
    def msgctxt(self) -> str | None:
        """The entry's context."""
        return self.where.msgctxt

    @property
    def msgid(self) -> str:
        """The entry's msgid."""
        return self.where.msgid

    @property
    def field(self) -> Field:
        """The field that `span` counts in."""
        return self.where.field

    @property
    def plural(self) -> int | None:
        """The index of the plural form, or None."""
        return self.where.plural


class Problem(msgspec.Struct, frozen=True, gc=False):
    """Something that could not be read, with its remedy."""

    file: str
    line: int
    column: int
    message: str


class Summary(msgspec.Struct, frozen=True):
    """Totals of a review. `seconds` is wall time."""

    files: int
    entries: int
    errors: int
    warnings: int
    notes: int
    seconds: float


class Report(msgspec.Struct, frozen=True):
    """All that a review found, in the order of the files."""

    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    summary: Summary

    @property
    def exit_code(self) -> int:
        """0: nothing at the gate; 1: findings at the gate; 2: something could not be read."""
        if self.problems:
            return 2
        return int(any(finding.gate for finding in self.findings))
