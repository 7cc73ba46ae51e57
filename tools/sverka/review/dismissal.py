"""Dismissals: what a person looked at and found right, in the entry or for all locales.

In the entry, a translator's comment: `# sverka: ignore[rule@3f2a] reason`. For all locales, a
`[[dismissal]]` in `i18n/dismissals.toml`. The short hash covers msgid, the text and the offending
form: when one of them changes, the dismissal has expired.
"""

import hashlib
import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from sverka.project import ConfigError
from sverka.text import locales

from .finding import Field, Finding, Where
from .record import Mark

MARKER = "sverka:"
TABLE = Path("i18n/dismissals.toml")
MARK = re.compile(r"sverka:[ \t]*ignore[ \t]*\[([^\]\n]*)\][ \t]*([^\n]*)")


class Dismissal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row for all locales: what is given must fit, what is not given fits everything."""

    rule: str
    reason: str
    article: str | None = None
    msgctxt: str | None = None
    msgid: str | None = None
    field: Field | None = None
    form: str | None = None
    locales: tuple[str, ...] = ()
    hash: tuple[str, ...] = ()

    def fits(self, finding: Finding) -> bool:
        """Say whether this row speaks of a finding, its words still being the same."""
        return self.concerns(finding) and (not self.hash or short_hash(finding) in self.hash)

    def concerns(self, finding: Finding) -> bool:
        """Say whether this row speaks of a finding, whatever its words."""
        return (
            self.rule == finding.rule
            and self.article in (None, finding.where.article)
            and self.msgctxt in (None, finding.msgctxt)
            and self.msgid in (None, finding.msgid)
            and self.field in (None, finding.field)
            and self.form in (None, finding.form)
            and (not self.locales or any(locales.same(n, finding.locale) for n in self.locales))
        )


def marks_of(where: Where, comment: str, line: int, dormant: bool = False) -> Iterator[Mark]:
    """Yield the dismissals in a translator's comment; `dormant` ones are in fuzzy entries."""
    for found in MARK.finditer(comment):
        for name in found[1].split(","):
            rule, _, short = name.strip().partition("@")
            yield Mark(where, rule, short, found[2].strip(), line, dormant)


def short_hash(finding: Finding) -> str:
    """Return what a dismissal remembers: msgid, the text of the field, the offending form."""
    raw = "\0".join((finding.msgid, finding.value, finding.form))
    return hashlib.blake2b(raw.encode("utf-8", "surrogatepass"), digest_size=2).hexdigest()


def read_dismissals(root: Path) -> tuple[tuple[Dismissal, int], ...]:
    """Read a project's rows, each with its line. Raises ConfigError, OSError."""
    path = root / TABLE
    if not path.is_file():
        return ()
    try:
        text = path.read_bytes().decode("utf-8-sig")
        rows = tomllib.loads(text)
    except UnicodeDecodeError:
        raise ConfigError(path, 1, "not UTF-8; save the file as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        raise ConfigError(path, int(line[1]) if line else 1, f"not TOML: {error}") from None
    lines = [n for n, line in enumerate(text.split("\n"), 1) if re.match(r"\s*\[\[", line)]
    unknown = sorted(rows.keys() - {"dismissal"})
    if unknown or not isinstance(rows.get("dismissal", []), list):
        raise ConfigError(path, 1, f"{unknown or 'dismissal'}: write [[dismissal]] tables")
    return tuple(
        (_row(path, line, raw), line)
        for raw, line in zip(rows.get("dismissal", []), lines, strict=False)
    )


def _row(path: Path, line: int, raw: object) -> Dismissal:
    if isinstance(raw, dict):
        for name in ("hash", "locales"):
            if isinstance(raw.get(name), str):
                raw[name] = [raw[name]]
    try:
        row = msgspec.convert(raw, Dismissal)
    except msgspec.ValidationError as error:
        raise ConfigError(path, line, str(error)) from None
    if not row.reason.strip():
        raise ConfigError(path, line, "no reason; say why this is right")
    if row.article is row.msgid is row.form is None:
        message = "say at least which form, msgid or article; to leave a rule out use `ignore`"
        raise ConfigError(path, line, message)
    return row


def dismiss(
    findings: Sequence[Finding],
    marks: Sequence[Mark],
    rows: Sequence[tuple[Dismissal, int]],
) -> tuple[list[Finding], set[Mark], set[int]]:
    """Return the findings nobody dismissed, the marks that were used, and the rows, by line."""
    by_place: dict[tuple[str, int, str], list[Mark]] = {}
    for mark in marks:
        if mark.reason:
            where = mark.where
            by_place.setdefault((where.file, where.index, mark.rule), []).append(mark)
    used_marks: set[Mark] = set()
    used_rows: set[int] = set()
    kept = []
    for finding in findings:
        hits = by_place.get((finding.file, finding.where.index, finding.rule), ())
        fitting = [m for m in hits if m.hash in ("", short_hash(finding))] if hits else []
        lines = [line for row, line in rows if row.fits(finding)]
        used_marks.update(fitting)
        used_rows.update(lines)
        if not fitting and not lines:
            kept.append(finding)
    return kept, used_marks, used_rows
