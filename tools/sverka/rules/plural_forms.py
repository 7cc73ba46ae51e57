"""A Plural-Forms header that is missing, cannot be computed or is another language's."""

from collections.abc import Iterator
from functools import lru_cache

from sverka.catalogue.plurals import PluralError, PluralForms, parse_plural_forms
from sverka.review import CatalogueFile, Finding, Rule
from sverka.review.finding import Severity
from sverka.text import locales

rule = Rule(__name__, family="file", severity="error", roles=("source", "target"))

_NUMBERS = range(1001)


@rule.inspect
def check(file: CatalogueFile) -> Iterator[Finding]:
    """Compare the header with what the language's plurals are by CLDR and by gettext's usage."""
    value = file.catalogue.header.get("Plural-Forms", "").strip()
    used = any(entry.msgid_plural and not entry.obsolete for entry in file.catalogue.entries)
    partitions = _expected(file.where.locale)
    known = list(partitions)
    remedy = f"; write nplurals={known[0].count}; plural={known[0].text};" if known else ""
    if not value:
        if used:
            message = f"the header has no Plural-Forms, and there are plural messages{remedy}"
            yield rule.finding(file.where, message, form="missing")
        return
    severity: Severity = "error" if used else "warning"
    if "INTEGER" in value or "EXPRESSION" in value:
        message = f"Plural-Forms is still the template's{remedy}"
        yield rule.finding(file.where, message, form="default", severity=severity)
        return
    try:
        forms, partition = _read(value)
    except (PluralError, ArithmeticError) as error:
        yield rule.finding(file.where, f"Plural-Forms: {error}{remedy}", form=value)
        return
    unused = set(range(forms.count)) - set(partition)
    if known and not any(_same(partition, other) for other in partitions.values()):
        kinds = " or ".join(dict.fromkeys(str(len(set(o))) for o in partitions.values()))
        yield rule.finding(
            file.where,
            f"{file.where.locale} has {kinds} plural forms, this header {forms.count}, "
            f"or it gives them to other numbers{remedy}",
            form=value,
            severity="warning" if used else "note",
            certainty="likely" if used else "possible",
        )
    elif unused:
        shown = ", ".join(map(str, sorted(unused)))
        message = f"no number takes plural form {shown} of {forms.count}{remedy}"
        yield rule.finding(file.where, message, form=value, severity="note", certainty="possible")


def _partition(forms: PluralForms) -> tuple[int, ...]:
    return tuple(forms.index(n) for n in _NUMBERS)


def _same(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Say whether two headers set the same numbers apart, whatever they call the forms."""
    return len(set(one)) == len(set(other)) == len(set(zip(one, other, strict=True)))


_TWO = ("nplurals=2; plural=(n != 1);", "nplurals=2; plural=(n > 1);")
_MORE = {
    "he": (*_TWO, "nplurals=4; plural=(n==1 ? 0 : n==2 ? 1 : n>10 && n%10==0 ? 2 : 3);"),
    "lt": (
        "nplurals=3; plural=n%10==1 && n%100!=11 ? 0 : n%10>=2 && (n%100<10 || n%100>=20) ? 1 : 2",
    ),
    "sl": ("nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);",),
    "fa": ("nplurals=1; plural=0;", *_TWO),
    "tr": ("nplurals=1; plural=0;", *_TWO),
    "az": ("nplurals=1; plural=0;", *_TWO),
    "kk": ("nplurals=1; plural=0;", *_TWO),
    "hu": ("nplurals=1; plural=0;", *_TWO),
    "ka": ("nplurals=1; plural=0;", *_TWO),
    "uz": ("nplurals=1; plural=0;", *_TWO),
    "ky": ("nplurals=1; plural=0;", *_TWO),
    "hy": _TWO,
    "is": ("nplurals=2; plural=(n % 10 != 1 || n % 100 == 11);", _TWO[0]),
    "mk": ("nplurals=2; plural=(n % 10 == 1 && n % 100 != 11 ? 0 : 1);",),
}
"""Headers in use beside those of CLDR and Babel: older habits of gettext's teams."""


@lru_cache(maxsize=64)
def _read(header: str) -> tuple[PluralForms, tuple[int, ...]]:
    forms = parse_plural_forms(header)
    return forms, _partition(forms)


@lru_cache(maxsize=64)
def _expected(locale: str) -> dict[PluralForms, tuple[int, ...]]:
    """Return the headers that a locale may have, and which form each gives to the numbers."""
    from babel import Locale, UnknownLocaleError
    from babel.messages.plurals import get_plural

    language = locales.language(locale)
    headers = list(_MORE.get(language, ()))
    try:
        known = Locale.parse(locales.bcp47(locale), sep="-")
    except (UnknownLocaleError, ValueError):
        return {}
    headers.insert(0, str(get_plural(known)))
    if headers[0] in _TWO or language in ("fr", "pt", "es", "it", "ca"):
        headers += _TWO
    rules = {
        tag: index
        for index, tag in enumerate(dict.fromkeys(known.plural_form(n) for n in _NUMBERS))
    }
    found = [parse_plural_forms(header) for header in dict.fromkeys(headers)]
    cldr = PluralForms(len(rules), found[0].text, lambda n: rules[known.plural_form(n)])
    return {forms: _partition(forms) for forms in (*found, cldr)}
