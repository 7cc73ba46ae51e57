"""Glossaries in TBX (ISO 30042), the Basic dialect of 2019 and of 2008, both styles.

Entities are not resolved, nothing is fetched, no DTD is loaded.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sverka.text import locales

from .config import ConfigError
from .glossary import Status, Term

_UNPRINTABLE = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONCEPTS = ("conceptEntry", "termEntry")
_LANGUAGES = ("langSec", "langSet")
_TERMS = ("termSec", "tig", "ntig")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_STATUS: dict[str, Status] = {
    "preferredterm-admn-sts": "preferred",
    "admittedterm-admn-sts": "admitted",
    "standardizedterm-admn-sts": "preferred",
    "deprecatedterm-admn-sts": "forbidden",
    "supersededterm-admn-sts": "forbidden",
    "preferred": "preferred",
    "admitted": "admitted",
    "deprecated": "forbidden",
    "superseded": "forbidden",
    "forbidden": "forbidden",
    "notrecommended": "forbidden",
}


def read_tbx(path: Path) -> Iterator[Term]:
    """Read a glossary in TBX: for each concept a term, and one of its forbidden renderings if any.

    Raises ConfigError, which names file and line, and OSError.
    """
    root = _parse(path)
    for concept in root.iter():
        if _name(concept) in _CONCEPTS:
            yield from _terms(concept, path)


def _parse(path: Path) -> Any:
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(path.read_bytes(), parser)
    except etree.XMLSyntaxError as error:
        raise ConfigError(path, int(str(error.lineno or 1)), f"not XML: {error.msg}") from None
    if _name(root) not in ("tbx", "martif"):
        message = f"the root is <{_name(root)}>, not <tbx> or <martif>; is this TBX?"
        raise ConfigError(path, _line(root), message)
    return root


def _line(element: Any) -> int:
    return int(element.sourceline or 1)


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _terms(concept: Any, path: Path) -> Iterator[Term]:
    forms: dict[Status, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    pos, notes = "", []
    for section in concept:
        if _name(section) == "note":
            notes.append(_text(section))
        if _name(section) not in _LANGUAGES:
            continue
        language = section.get(_LANG) or section.get("lang") or ""
        if not locales.is_locale(language):
            message = f"xml:lang={language!r} is no locale such as de or pt-BR"
            raise ConfigError(path, _line(section), message)
        for term in (part for part in section if _name(part) in _TERMS):
            form = next((_text(part) for part in term.iter() if _name(part) == "term"), "")
            if form:
                forms[_status(term)][locales.key(language)].append(form)
                pos = pos or _property(term, "partOfSpeech")
    line = _line(concept)
    required: dict[str, list[str]] = defaultdict(list)
    for status in ("preferred", "admitted"):
        for locale, found in forms[status].items():
            required[locale] += found
    if required:
        yield _term(required, "preferred", pos, notes, path, line)
    for locale, found in forms["forbidden"].items():
        triggers = {other: list(f) for other, f in required.items() if other != locale}
        yield _term({**triggers, locale: found}, "forbidden", pos, notes, path, line)


def _term(
    forms: dict[str, list[str]], status: Status, pos: str, notes: list[str], path: Path, line: int
) -> Term:
    return Term(
        renderings={locale: tuple(dict.fromkeys(found)) for locale, found in forms.items()},
        note="; ".join(notes),
        pos=pos,
        status=status,
        file=str(path),
        line=line,
    )


def _status(term: Any) -> Status:
    said = _property(term, "administrativeStatus") or _property(term, "normativeAuthorization")
    return _STATUS.get(said.casefold(), "preferred")


def _property(term: Any, name: str) -> str:
    """Return a data category, as an attribute's `type` (DCA) or an element's name (DCT)."""
    for part in term.iter():
        if part.get("type") == name or _name(part) == name:
            return _text(part)
    return ""


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def write_tbx(terms: Iterable[Term], pivot: str) -> str:
    """Return terms as TBX-Basic of 2019, DCA style; `pivot` is the language of the descriptions."""
    from lxml import etree

    default: Any = {None: _NAMESPACE}
    root = etree.Element(f"{{{_NAMESPACE}}}tbx", nsmap=default)
    root.set("type", "TBX-Basic")
    root.set("style", "dca")
    root.set(_LANG, locales.bcp47(pivot))

    def add(parent: Any, name: str, text: str | None = None, **attributes: str) -> Any:
        element = etree.SubElement(parent, f"{{{_NAMESPACE}}}{name}", attributes)
        element.text = _printable(text) if text is not None else None
        return element

    header = add(root, "tbxHeader")
    add(add(add(header, "fileDesc"), "sourceDesc"), "p", "Terms of a project, written by Sverka")
    body = add(add(root, "text"), "body")
    for number, term in enumerate(terms, 1):
        concept = add(body, "conceptEntry", id=f"c{number}")
        for locale, forms in sorted(term.renderings.items()):
            section = add(concept, "langSec")
            section.set(_LANG, locales.bcp47(locale))
            for order, form in enumerate(forms):
                part = add(section, "termSec")
                add(part, "term", form)
                if term.pos:
                    add(part, "termNote", term.pos, type="partOfSpeech")
                add(part, "termNote", _said(term.status, order), type="administrativeStatus")
        if term.note:
            concept.insert(0, _note(concept, term.note))
    return etree.tostring(root, encoding="unicode", pretty_print=True)


def _note(concept: Any, text: str) -> Any:
    note = concept.makeelement(f"{{{_NAMESPACE}}}note")
    note.text = _printable(text)
    return note


def _said(status: Status, order: int) -> str:
    if status == "forbidden":
        return "deprecatedTerm-admn-sts"
    return (
        "preferredTerm-admn-sts"
        if not order and status == "preferred"
        else ("admittedTerm-admn-sts")
    )


def _printable(text: str) -> str:
    """Return the text without what XML cannot hold."""
    return _UNPRINTABLE.sub("", text)
