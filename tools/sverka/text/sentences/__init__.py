"""Sentences: `split(text, locale)`, with rules as data, one file a language."""

from __future__ import annotations

from sverka.text.sentences.engine import Span, spans
from sverka.text.sentences.rules import Rules, rules_for

__all__ = ["Rules", "Span", "rules_for", "split"]


def split(text: str, locale: str, rules: Rules | None = None) -> list[Span]:
    """Split `text` into sentences: spans in code points, without surrounding white space.

    Everything but white space is covered; one line break is white space, a blank line a boundary.
    `locale` is a BCP 47 or POSIX name; a language without rules of its own gets the default.
    `rules` replaces the rules of the locale (see `rules_for`, `Rules.extended`).
    """
    return spans(text, rules or rules_for(locale))
