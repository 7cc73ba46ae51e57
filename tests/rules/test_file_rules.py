"""The rules about the PO file itself report at least what msgfmt and i18nspector call errors."""

import shutil
import subprocess
from pathlib import Path

import pytest

from sverka.review.api import check

HEADER = """msgid ""
msgstr ""
"Project-Id-Version: cells 1.0\\n"
"Report-Msgid-Bugs-To: bugs@example.org\\n"
"POT-Creation-Date: 2024-01-01 10:00+0000\\n"
"PO-Revision-Date: 2024-01-02 10:00+0000\\n"
"Last-Translator: Anna <anna@example.org>\\n"
"Language-Team: German <de@example.org>\\n"
"Language: de\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
ONE = 'msgid "Cells\\n"\nmsgstr "Zellen\\n"\n\n'
PLURAL = '#, c-format\nmsgid "%d cell"\nmsgid_plural "%d cells"\n'
TWO_FORMS = 'msgstr[0] "%d Zelle"\nmsgstr[1] "%d Zellen"\n'

FAULTS = {
    "duplicate": (HEADER + ONE + ONE, "duplicate-entry"),
    "begins with a line break": (HEADER + 'msgid "\\nA"\nmsgstr "A"\n', "escape-mismatch"),
    "ends without a line break": (HEADER + 'msgid "A\\n"\nmsgstr "A"\n', "escape-mismatch"),
    "too few forms": (HEADER + PLURAL + 'msgstr[0] "%d Zelle"\n', "plural-count"),
    "no Plural-Forms": (
        HEADER.replace('"Plural-Forms', '"X-Forms') + PLURAL + TWO_FORMS,
        "plural-forms",
    ),
    "broken plural": (HEADER.replace("(n != 1)", "(n != )") + PLURAL + TWO_FORMS, "plural-forms"),
    "plural out of range": (HEADER.replace("(n != 1)", "n") + PLURAL + TWO_FORMS, "plural-forms"),
    "division by zero": (
        HEADER.replace("(n != 1)", "1/(n-5)") + PLURAL + TWO_FORMS,
        "plural-forms",
    ),
    "argument lost": (HEADER + '#, c-format\nmsgid "%d %s"\nmsgstr "%d"\n', "placeholder-mismatch"),
    "argument of another type": (
        HEADER + '#, c-format\nmsgid "%d"\nmsgstr "%s"\n',
        "placeholder-mismatch",
    ),
    "argument too many": (
        HEADER + '#, c-format\nmsgid "%d"\nmsgstr "%d %d"\n',
        "placeholder-mismatch",
    ),
    "no format": (HEADER + '#, c-format\nmsgid "%d"\nmsgstr "%d %"\n', "placeholder-mismatch"),
    "Python name": (
        HEADER + '#, python-format\nmsgid "%(a)s"\nmsgstr "%(b)s"\n',
        "placeholder-mismatch",
    ),
    "Python braces": (
        HEADER + '#, python-brace-format\nmsgid "{a}"\nmsgstr "{b}"\n',
        "placeholder-mismatch",
    ),
    "Perl braces": (
        HEADER + '#, perl-brace-format\nmsgid "{a}"\nmsgstr "a"\n',
        "placeholder-mismatch",
    ),
    "no end of a string": (HEADER + 'msgid "A"\nmsgstr "A\n', "syntax"),
    "no msgstr": (HEADER + 'msgid "A"\n\nmsgid "B"\nmsgstr "B"\n', "syntax"),
    "forms misnumbered": (HEADER + PLURAL + 'msgstr[1] "%d"\nmsgstr[0] "%d"\n', "syntax"),
    "conflict": (
        HEADER + 'msgid "A"\nmsgstr "#-#-#-#-#  a.po  #-#-#-#-#\\nA"\n',
        "conflict-marker",
    ),
    "unknown charset": (HEADER.replace("UTF-8", "KLINGON") + ONE, "charset"),
    "two header fields": (
        HEADER.replace('"MIME', '"MIME-Version: 1.0\\n"\n"MIME'),
        "header-field",
    ),
    "date": (HEADER.replace("2024-01-02", "2024-31-02") + ONE, "header-date"),
    "control character": (HEADER + 'msgid "A"\nmsgstr "A\\a"\n', "control-character"),
    "flags in conflict": (
        HEADER + '#, c-format, no-c-format\nmsgid "A"\nmsgstr "A"\n',
        "flag",
    ),
}
REFUSED_BY_MSGFMT = set(FAULTS) - {
    "conflict",
    "unknown charset",
    "two header fields",
    "date",
    "control character",
    "flags in conflict",
    "Python braces",
    "no Plural-Forms",
}


@pytest.mark.parametrize("name", FAULTS)
def test_fault_is_found(name: str, tmp_path: Path) -> None:
    text, rule = FAULTS[name]
    path = tmp_path / "de.po"
    path.write_text(text, "utf-8", newline="\n")
    found = {finding.rule for finding in check([path]).findings}
    assert rule in found


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="msgfmt is not installed")
@pytest.mark.parametrize("name", sorted(REFUSED_BY_MSGFMT))
def test_msgfmt_refuses_it_too(name: str, tmp_path: Path) -> None:
    path = tmp_path / "de.po"
    path.write_text(FAULTS[name][0], "utf-8", newline="\n")
    done = subprocess.run(["msgfmt", "-c", "-o", "-", path], capture_output=True, check=False)
    assert done.returncode != 0


def test_a_good_file_is_silent(tmp_path: Path) -> None:
    path = tmp_path / "de.po"
    path.write_text(HEADER + ONE + PLURAL + TWO_FORMS, "utf-8", newline="\n")
    assert check([path]).findings == ()
