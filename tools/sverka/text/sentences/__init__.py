"""Sentences: `split(text, locale)`, with rules as data, one file a language."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sverka.text.analysis import Text
from sverka.text.sentences.engine import Span, spans
from sverka.text.sentences.extension import Extension, extended_rules, read_extension
from sverka.text.sentences.rules import Rules, rules_for

if TYPE_CHECKING:
    from sverka.text.sentences.srx import Srx

__all__ = [
    "Extension",
    "Rules",
    "Span",
    "read_extension",
    "rules_for",
    "sentences",
    "split",
    "splitter",
]


def split(text: str, locale: str) -> list[Span]:
    """Split `text` into sentences: spans in code points, without surrounding white space.

    Everything but white space is covered; one line break is white space, a blank line a boundary.
    `locale` is a BCP 47 or POSIX name; a language without rules of its own gets the default.
    """
    return spans(text, rules_for(locale))


def sentences(text: Text) -> list[Span]:
    """The sentences of a text by the rules of its locale: an analyser."""
    return split(text.value, text.locale)


def splitter(
    locale: str, extension: Extension | None = None, srx: Srx | None = None
) -> Callable[[str], list[Span]]:
    """The `split` of one locale with a project's `extension`, or by the rules of an SRX file.

    `extension` is what `read_extension` gives, `srx` what `sverka.text.sentences.srx.read_srx`
    gives; an SRX file with rules for the locale replaces Sverka's own.
    """
    if srx is not None and srx.rules_for(locale):
        from sverka.text.sentences.srx import split_srx

        return lambda text: split_srx(text, locale, srx)
    rules = extended_rules(locale, extension) if extension else rules_for(locale)
    return lambda text: spans(text, rules)
