"""PO files with the faults of files that other checkers name, by the checks that name them."""

from collections.abc import Iterable

_FIELDS = {
    "Project-Id-Version": "a 1.0",
    "Report-Msgid-Bugs-To": "a@clinic.org",
    "POT-Creation-Date": "2020-01-01 10:00+0000",
    "PO-Revision-Date": "2020-02-01 10:00+0000",
    "Last-Translator": "Ann <ann@clinic.org>",
    "Language-Team": "German <de@clinic.org>",
    "Language": "de",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}
_ONE = 'msgid "The patient slept."\nmsgstr "Der Patient schlief."\n'
_MANY = """msgid "one bed"
msgid_plural "%d beds"
msgstr[0] "ein Bett"
msgstr[1] "%d Betten"
"""


def _file(
    body: str = f"{_ONE}\n{_MANY}", before: str = "", more: Iterable[str] = (), **fields: str | None
) -> str:
    """Return a PO file; `fields` change those of its header, None takes one out."""
    header: dict[str, str | None] = dict(_FIELDS)
    header |= {name.replace("_", "-"): value for name, value in fields.items()}
    lines = [f"{name}: {value}" for name, value in header.items() if value is not None]
    head = "".join(f'"{line}\\n"\n' for line in (*lines, *more))
    return f'{before}msgid ""\nmsgstr ""\n{head}\n{body}'


def _plural(expression: str, used: bool = True) -> str:
    return _file(_MANY if used else _ONE, Plural_Forms=f"nplurals=2; plural={expression};")


I18NSPECTOR: dict[str, str | bytes] = {
    "ancient-date": _file(PO_Revision_Date="1985-01-01 10:00+0000"),
    "arithmetic-error-in-plural-forms": _plural("n/0"),
    "arithmetic-error-in-unused-plural-forms": _plural("n%0", used=False),
    "boilerplate-in-content-type": _file(Content_Type="text/plain; charset=CHARSET"),
    "boilerplate-in-date": _file(PO_Revision_Date="YEAR-MO-DA HO:MI+ZONE"),
    "boilerplate-in-language-team": _file(Language_Team="LANGUAGE <LL@li.org>"),
    "boilerplate-in-last-translator": _file(Last_Translator="FULL NAME <EMAIL@ADDRESS>"),
    "boilerplate-in-project-id-version": _file(Project_Id_Version="PACKAGE VERSION"),
    "boilerplate-in-report-msgid-bugs-to": _file(Report_Msgid_Bugs_To="EMAIL@ADDRESS"),
    "broken-encoding": _file('msgid "big"\nmsgstr "größer"\n').encode("latin-1"),
    "codomain-error-in-plural-forms": _plural("n%3"),
    "codomain-error-in-unused-plural-forms": _plural("n%3", used=False),
    "conflict-marker-in-header-entry": _file(more=["#-#-#-#-#  a.po  #-#-#-#-#"]),
    "conflicting-message-flags": _file("#, c-format, no-c-format\n" + _ONE),
    "date-from-future": _file(PO_Revision_Date="2095-01-01 10:00+0000"),
    "distant-header-entry": f"{_ONE}\n{_file(_MANY)}",
    "duplicate-flag-for-header-entry": _file(before="#, fuzzy, fuzzy\n"),
    "duplicate-header-entry": _file() + '\nmsgid ""\nmsgstr ""\n"Language: de\\n"\n',
    "duplicate-header-field": _file(more=["X-Ward: 1", "X-Ward: 2"]),
    "duplicate-header-field-x-poedit": _file(more=["X-Poedit-Basepath: ."] * 2),
    "duplicate-message-definition": _file(_ONE + "\n" + _ONE.replace("schlief", "ruhte")),
    "duplicate-message-flag": _file("#, c-format, c-format\n" + _ONE),
    "empty-msgid-message-with-plural-forms": _file() + "\n" + _MANY.replace('d "one bed', 'd "'),
    "empty-msgid-message-with-source-code-references": _file()
    + '\n#: a.c:1\nmsgid ""\nmsgstr "x"\n',
    "encoding-in-language-header-field": _file(Language="de_DE.UTF-8"),
    "fuzzy-header-entry": _file(before="#, fuzzy\n"),
    "inconsistent-number-of-plural-forms": _file(
        f'{_MANY}\n{_MANY.replace("bed", "cup")}msgstr[2] "%d Tassen"\n'
    ),
    "incorrect-number-of-plural-forms": _file(_MANY + 'msgstr[2] "%d Betten"\n'),
    "invalid-content-transfer-encoding": _file(Content_Transfer_Encoding="9bit"),
    "invalid-content-type": _file(Content_Type="text/html; charset=UTF-8"),
    "invalid-date": _file(PO_Revision_Date="01.02.2020"),
    "invalid-language": _file(Language="xyzzy"),
    "invalid-last-translator": _file(Last_Translator="Ann <ann@>"),
    "invalid-mime-version": _file(MIME_Version="2.0"),
    "invalid-range-flag": _file("#, range: 5..1\n" + _MANY),
    "invalid-report-msgid-bugs-to": _file(Report_Msgid_Bugs_To="Nobody <nobody@>"),
    "language-disparity": _file(Language="fr"),
    "leading-junk-in-plural-forms": _file(Plural_Forms="x nplurals=2; plural=(n != 1);"),
    "no-content-transfer-encoding-header-field": _file(Content_Transfer_Encoding=None),
    "no-content-type-header-field": _file(Content_Type=None),
    "no-language-header-field": _file(Language=None),
    "no-mime-version-header-field": _file(MIME_Version=None),
    "no-required-plural-forms-header-field": _file(Plural_Forms=None),
    "non-ascii-compatible-encoding": _file(Content_Type="text/plain; charset=UTF-16"),
    "non-portable-encoding": _file(Content_Type="text/plain; charset=IBM500"),
    "partially-translated-message": _file(_MANY.replace("%d Betten", "")),
    "range-flag-without-plural-string": _file("#, range: 0..3\n" + _ONE),
    "stray-header-line": _file(more=["no colon here"]),
    "stray-previous-msgid": _file('#| msgid "The old."\n' + _ONE),
    "syntax-error-in-plural-forms": _plural("n !="),
    "syntax-error-in-po-file": _file('msgid "a\nmsgstr "b"\n'),
    "syntax-error-in-unused-plural-forms": _plural("n !=", used=False),
    "trailing-junk-in-plural-forms": _plural("(n != 1); foo"),
    "unable-to-determine-language": _file(Language=None),
    "unexpected-flag-for-header-entry": _file(before="#, c-format\n"),
    "unknown-encoding": _file(Content_Type="text/plain; charset=klingon"),
    "unknown-header-field": _file(more=["Ward: 1"]),
    "unknown-message-flag": _file("#, klingon-format\n" + _ONE),
    "unrepresentable-characters": _file(
        'msgid "big"\nmsgstr "größer"\n', Content_Type="text/plain; charset=ISO-8859-1"
    ).encode("latin-1"),
    "unusual-character-in-header-entry": _file(Last_Translator="Jos\u00c3\u00a9 <a@clinic.org>"),
    "unusual-plural-forms": _file(Plural_Forms="nplurals=1; plural=0;"),
    "unusual-unused-plural-forms": _file(_ONE, Plural_Forms="nplurals=1; plural=0;"),
} | {
    f"duplicate-header-field-{'date' if 'Date' in name else name.lower()}": _file(
        more=[f"{name}: {value}"]
    )
    for name, value in _FIELDS.items()
    if name != "POT-Creation-Date"
}

FILES: dict[tuple[str, str], str | bytes] = {
    ("i18nspector", check): content for check, content in I18NSPECTOR.items()
} | {
    ("pofilter", "isfuzzy"): _file("#, fuzzy\n" + _ONE),
    ("pofilter", "nplurals"): _file(_MANY + 'msgstr[2] "%d Betten"\n'),
    ("pofilter", "simpleplurals"): _file(_MANY.replace("ein Bett", "%d Betten")),
    ("Weblate", "same-plurals"): _file(_MANY.replace("ein Bett", "%d Betten")),
    ("Weblate", "plurals"): _file(_MANY.replace("%d Betten", "")),
}
