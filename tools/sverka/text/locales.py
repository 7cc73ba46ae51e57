"""Locale names in BCP 47 or POSIX form: their parts, fallbacks, script and direction.

The default scripts are those of CLDR's likely subtags for languages that are not written in Latin
letters; a language that is not listed is taken to be.
"""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

_LOCALE = re.compile(
    r"(?P<language>[a-z]{2,3})"
    r"(?:[-_](?P<script>[a-z]{4}))?"
    r"(?:[-_](?P<territory>[a-z]{2}|[0-9]{3}))?"
    r"(?:[-_][a-z0-9]{5,8})*"
    r"(?:\.[a-z0-9_-]+)?"
    r"(?:@(?P<modifier>[a-z0-9=]+))?",
    re.IGNORECASE | re.ASCII,
)

_MODIFIER_SCRIPTS = {"latin": "Latn", "cyrillic": "Cyrl", "devanagari": "Deva", "arabic": "Arab"}

_SCRIPTS = {
    "Arab": "ar fa ur ps sd ckb ug ks arz ary",
    "Armn": "hy",
    "Beng": "bn as",
    "Cyrl": "ru uk be bg sr mk kk ky tg tt ba cv mn os ab ce sah udm kv",
    "Deva": "hi mr ne sa kok mai bho",
    "Ethi": "am ti",
    "Geor": "ka",
    "Grek": "el",
    "Gujr": "gu",
    "Guru": "pa",
    "Hans": "zh wuu",
    "Hant": "yue",
    "Hebr": "he yi iw",
    "Jpan": "ja",
    "Khmr": "km",
    "Knda": "kn",
    "Kore": "ko",
    "Laoo": "lo",
    "Mlym": "ml",
    "Mymr": "my",
    "Orya": "or",
    "Sinh": "si",
    "Taml": "ta",
    "Telu": "te",
    "Thaa": "dv",
    "Thai": "th",
    "Tibt": "bo dz",
}
_SCRIPT_OF = {language: script for script, names in _SCRIPTS.items() for language in names.split()}
_TRADITIONAL = {"TW", "HK", "MO"}
_RIGHT_TO_LEFT = {"Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm"}


class Locale(NamedTuple):
    """The parts of a locale's name; `script` is the one it is written in by default."""

    language: str
    script: str
    territory: str


@lru_cache(maxsize=4096)
def parse(name: str) -> Locale:
    """Take `name` apart.

    Raises ValueError if `name` is no locale in BCP 47 or POSIX form.
    """
    found = _LOCALE.fullmatch(name)
    if not found:
        raise ValueError(f"{name!r} is no locale such as de, pt_BR or zh-Hans")
    language = found["language"].lower()
    territory = (found["territory"] or "").upper()
    modifier = (found["modifier"] or "").lower()
    if found["script"]:
        script = found["script"].title()
    elif modifier in _MODIFIER_SCRIPTS:
        script = _MODIFIER_SCRIPTS[modifier]
    elif language == "zh" and territory in _TRADITIONAL:
        script = "Hant"
    else:
        script = _SCRIPT_OF.get(language, "Latn")
    return Locale(language, script, territory)


@lru_cache(maxsize=4096)
def is_locale(name: str) -> bool:
    """Say whether `name` has the form of a locale's name."""
    return _LOCALE.fullmatch(name) is not None


@lru_cache(maxsize=4096)
def language(name: str) -> str:
    """Return the bare language: `pt_BR` → `pt`. A name that is no locale is returned as it is."""
    return parse(name).language if is_locale(name) else name


@lru_cache(maxsize=4096)
def script(name: str) -> str:
    """Return the ISO 15924 code of the script in which the locale is written."""
    return parse(name).script


def direction(name: str) -> Literal["ltr", "rtl"]:
    """Return the direction of writing, as HTML's `dir` names it."""
    return "rtl" if script(name) in _RIGHT_TO_LEFT else "ltr"


@lru_cache(maxsize=4096)
def bcp47(name: str) -> str:
    """Return the name as HTML's `lang` wants it: `zh_Hans` → `zh-Hans`, `sr@latin` → `sr-Latn`."""
    locale = parse(name)
    default = parse(locale.language).script
    named = any(part.title() == locale.script for part in re.split(r"[-_]", name))
    parts = [locale.language]
    if named or locale.script not in (default, "Hant"):
        parts.append(locale.script)
    if locale.territory:
        parts.append(locale.territory)
    return "-".join(parts)


@lru_cache(maxsize=4096)
def fallbacks(name: str) -> tuple[str, ...]:
    """Return normalised names to look a table's column up by, the most exact first.

    `pt_BR` → `pt_br`, `pt`; `zh_CN` → `zh_cn`, `zh_hans`, `zh`.
    """
    locale = parse(name)
    names = [key(name)]
    if locale.territory:
        names.append(f"{locale.language}_{locale.script}_{locale.territory}".lower())
        names.append(f"{locale.language}_{locale.territory}".lower())
    names.append(f"{locale.language}_{locale.script}".lower())
    if locale.script == parse(locale.language).script or locale.script == "Hant":
        names.append(locale.language)
    return tuple(dict.fromkeys(names))


def lookup(name: str, columns: "dict[str, str]") -> str | None:
    """Return the value of `columns` (normalised name → value) that serves the locale best."""
    for key in fallbacks(name):
        if key in columns:
            return columns[key]
    return None


def same(a: str, b: str) -> bool:
    """Say whether two names mean one locale, whichever form they are written in."""
    return a == b or (is_locale(a) and is_locale(b) and parse(a) == parse(b))


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """Return the form of a locale's name by which tables are keyed."""
    return name.replace("-", "_").lower()
