"""A new catalogue from a template."""

import os
from pathlib import Path

from sverka.catalogue.document import Catalogue
from sverka.catalogue.entry import Entry
from sverka.catalogue.plurals import plural_count
from sverka.catalogue.render import render_entry


def from_template(
    template: Catalogue,
    locale: str,
    path: str | os.PathLike[str] | None = None,
    plural_forms: str | None = None,
) -> Catalogue:
    """A catalogue in UTF-8 with every message of the template, untranslated.

    `plural_forms` is the Plural-Forms value; None takes that of Babel's CLDR data for the locale.
    """
    if plural_forms is None:
        plural_forms = plural_forms_of(locale)
    header = {
        **{name: value for name, value in template.header.items() if name != "Plural-Forms"},
        "Language": locale,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        **({"Plural-Forms": plural_forms} if plural_forms else {}),
    }
    forms = plural_count(plural_forms) or 2
    old = template.header_entry
    text = "".join(f"{name}: {value}\n" for name, value in header.items())
    top = Entry(msgstr=text, tcomment=old.tcomment if old else "")
    fresh = [_untranslated(entry, forms) for entry in template.entries if not entry.obsolete]
    data = "\n".join(render_entry(entry) for entry in [top, *fresh]).encode()
    return Catalogue.from_bytes(data, None if path is None else Path(path))


def plural_forms_of(locale: str) -> str:
    """The Plural-Forms value for a locale from Babel, or "" when Babel does not know it."""
    from babel.messages.plurals import get_plural

    try:
        return str(get_plural(locale.replace("-", "_")).plural_forms)
    except (LookupError, ValueError):
        return ""


def _untranslated(entry: Entry, forms: int) -> Entry:
    plural = dict.fromkeys(range(forms), "") if entry.msgid_plural else {}
    flags = tuple(flag for flag in entry.flags if flag != "fuzzy")
    return entry.changed(msgstr="", msgstr_plural=plural, flags=flags)
