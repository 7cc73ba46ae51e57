"""Fields of the header that are missing, stand twice, are the template's or no values."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath

from sverka.review import CatalogueFile, Finding, Rule
from sverka.review.finding import Severity
from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.characters import mojibake

rule = Rule(__name__, family="file", severity="note", roles=("source", "target"))

_EXPECTED = ("Language", "MIME-Version", "Content-Type", "Content-Transfer-Encoding")
_DEFAULTS = {
    "Project-Id-Version": re.compile(r"PACKAGE VERSION|PROJECT VERSION"),
    "Last-Translator": re.compile(r"FULL NAME|EMAIL@ADDRESS"),
    "Language-Team": re.compile(r"^LANGUAGE\b|LL@li\.org"),
    "Report-Msgid-Bugs-To": re.compile(r"EMAIL@ADDRESS"),
}
_ADDRESS = re.compile(r"[^\s<>@]+@(?:[\w-]+\.)+[\w-]+|@\w|https?://\S+|\[[\w:]+\]")
_ODD = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffd]")
_KNOWN = frozenset(
    (
        *("project-id-version", "report-msgid-bugs-to", "pot-creation-date", "po-revision-date"),
        *("last-translator", "language-team", "language", "mime-version", "content-type"),
        *("content-transfer-encoding", "plural-forms", "language-name", "generated-by"),
    )
)


@rule.inspect
def check(file: CatalogueFile) -> Iterator[Finding]:
    """Look at the header field by field."""
    entry = file.catalogue.header_entry
    if entry is None:
        if file.catalogue.entries:
            message = 'no header; begin the file with msgid "" and its fields'
            yield rule.finding(file.where, message, severity="warning", form="header")
        return
    first = next(iter(file.catalogue.entries), None)
    if first is not None and first.linenum < entry.linenum:
        message = f"the header stands in line {entry.linenum}; move it to the top"
        yield rule.finding(file.where, message, form="place", severity="warning")
    for message, form, severity in _faults(entry.msgstr, file):
        yield rule.finding(file.where, message, form=form, severity=severity)


def _faults(text: str, file: CatalogueFile) -> Iterator[tuple[str, str, Severity]]:
    header = file.catalogue.header
    lines = [line for line in text.split("\n") if line.strip()]
    names = Counter(line.partition(":")[0].strip().lower() for line in lines if ":" in line)
    for name, number in names.items():
        if number > 1:
            yield f"{name} stands {number} times in the header; keep one", name, "warning"
        elif name not in _KNOWN and not name.startswith("x-"):
            yield (
                f"no program knows the field {name}; a field of one's own begins with X-",
                name,
                "note",
            )
    for (start, end), meant in mojibake(Text(text, "und")):
        message = f"{text[start:end]} in the header is {meant} read in the wrong charset"
        yield message, text[start:end], "warning"
    for sign in sorted(set(_ODD.findall(text))):
        yield f"the header holds a control character, U+{ord(sign):04X}", sign, "warning"
    for line in lines:
        if ":" not in line:
            yield f"{line!r} in the header is no field", line, "warning"
    for name in _EXPECTED:
        if name not in header:
            severity: Severity = "warning" if name == "Content-Type" else "note"
            yield f"the header has no {name}", name, severity
    for name, pattern in _DEFAULTS.items():
        if pattern.search(header.get(name, "")):
            yield f"{name} is still the template's: {header[name]}", name, "note"
    yield from _values(file)


def _values(file: CatalogueFile) -> Iterator[tuple[str, str, Severity]]:
    header = file.catalogue.header
    for name, wanted in (("MIME-Version", "1.0"), ("Content-Transfer-Encoding", "8bit")):
        value = header.get(name, wanted)
        if value.lower() != wanted:
            yield f"{name} is {value!r}; write {wanted}", name, "warning"
    kind = header.get("Content-Type", "text/plain; charset=UTF-8")
    if not re.fullmatch(r"text/plain\s*;\s*charset=\S+", kind, re.IGNORECASE):
        yield (
            f"Content-Type is {kind!r}; write text/plain; charset=UTF-8",
            "Content-Type",
            "warning",
        )
    for name in ("Last-Translator", "Report-Msgid-Bugs-To"):
        value = header.get(name, "")
        if "@" in value and not _ADDRESS.search(value) and not _DEFAULTS[name].search(value):
            yield f"{name} holds no valid address: {value}", name, "note"
    language = header.get("Language", "")
    if language and not locales.is_locale(language.split(".")[0]):
        yield f"Language is {language!r}; write a code such as de or pt_BR", "Language", "warning"
    elif "." in language:
        yield (
            f"Language names a charset: {language}; write {language.split('.')[0]}",
            "Language",
            "note",
        )
    else:
        places = (file.where.locale, _place(PurePath(file.where.file), language))
        place = next((one for one in places if language and one and _differ(language, one)), None)
        if place:
            message = f"Language is {language}, the file's place says {place}"
            yield message, "Language", "warning"


def _place(path: PurePath, language: str) -> str | None:
    """Return the locale that a path names beyond doubt: de.po, de/LC_MESSAGES/x.po; fr/ld.po says
    nothing but French."""
    folders = [part for part in path.parts[:-1] if locales.is_locale(part)]
    if any(not _differ(language, part) for part in folders):
        return None
    name = path.parts[-3] if path.parts[-2:-1] == ("LC_MESSAGES",) and path.parts[2:] else path.stem
    if not locales.is_locale(name) or len(locales.language(name)) != 2:
        return None
    from babel.localedata import exists

    return name if exists(locales.language(name)) else None


def _differ(one: str, other: str) -> bool:
    if not locales.is_locale(other):
        return False
    a, b = locales.parse(one), locales.parse(other)
    return a.language != b.language or bool(
        a.territory and b.territory and a.territory != b.territory
    )
