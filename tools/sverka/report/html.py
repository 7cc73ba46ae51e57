"""The report as one HTML file: by locale and rule, to be filtered, readable without scripts."""

import base64
import hashlib
from collections import Counter
from functools import cache
from html import escape
from importlib import resources
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sverka.review import Finding, Report
from sverka.text import locales

from .full import total
from .json import clean
from .safe import visible

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["escape", "render"]

_CONTEXT = 80
"""Code points shown on either side of the span."""


def render(report: Report) -> str:
    """Return the report as a page that needs nothing but itself."""
    script, style = _part("report.js"), _part("report.css")
    page: str = _template().render(
        report=report,
        total=total(report),
        sections=list(_sections(report)),
        locales=sorted({finding.locale for finding in report.findings}),
        counts=sorted(Counter(finding.rule for finding in report.findings).items()),
        tag=_tag,
        excerpt=_excerpt,
        script=script,
        style=style,
        script_hash=_hash(script),
        style_hash=_hash(style),
    )
    return page + "\n"


@cache
def _template() -> "Template":
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    environment.filters["visible"] = lambda text: visible(clean(text))
    return environment.from_string(_part("report.html"))


def _sections(report: Report) -> Any:
    """Yield (locale, [(rule, findings)])."""
    ordered = sorted(report.findings, key=lambda finding: (finding.locale, finding.rule))
    for locale, of_locale in groupby(ordered, key=lambda finding: finding.locale):
        rules = groupby(of_locale, key=lambda finding: finding.rule)
        yield locale, [(rule, list(found)) for rule, found in rules]


def _excerpt(finding: Finding) -> tuple[str, str, str]:
    start, end = finding.span or (0, 0)
    value = clean(finding.value)
    before, after = value[max(0, start - _CONTEXT) : start], value[end : end + _CONTEXT]
    if start > _CONTEXT:
        before = "…" + before
    if end + _CONTEXT < len(value):
        after += "…"
    return visible(before), visible(value[start:end]), visible(after)


def _tag(locale: str) -> str:
    return locales.bcp47(locale) if locales.is_locale(locale) else "und"


@cache
def _part(name: str) -> str:
    return (resources.files(__package__) / "templates" / name).read_text("utf-8").rstrip("\n")


def _hash(text: str) -> str:
    """Return what a Content-Security-Policy calls an inline script or style."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
