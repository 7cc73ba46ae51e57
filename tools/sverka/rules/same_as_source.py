"""Translations that are the source's text, pasted in and not translated, or have a word of it."""

from collections.abc import Iterator

from sverka.review import Finding, Form, Rule, Unit, pivot_of
from sverka.review.finding import Certainty
from sverka.review.needs import SOURCE
from sverka.review.needs import unit as unit_with
from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.languages import prose
from sverka.text.languages.evidence import own_scripts, scripts_of

from ._relatives import left_word

rule = Rule(
    __name__, family="state", severity="warning", certainty="likely", needs=unit_with(SOURCE)
)


@rule.check
def check(unit: Unit) -> Iterator[Finding]:
    """Compare each form with the source's text, white space apart."""
    source = unit.source
    if source is None or locales.language(source.locale) == locales.language(unit.locale):
        return
    for form, pivot in unit.pairs:
        if form.text.value.split() != source.value.split():
            if span := left_word(form.text, source, pivot):
                yield _word(form, span)
            continue
        if form.text.value.split() == pivot.value.split():
            continue
        if certainty := _certainty(form.text):
            message = (
                f"the source's words ({source.locale}) stand here untranslated: {_short(source)}"
            )
            yield rule.finding(form, message, certainty=certainty)


def _word(form: Form, span: tuple[int, int]) -> Finding:
    word = form.text.value[slice(*span)]
    message = f"“{word}” is the source's word; Ukrainian has another, or spells it otherwise"
    return rule.finding(form, message, span=span, related=[pivot_of(form)])


def _certainty(text: Text) -> Certainty | None:
    """Say how sure it is that a text is not written in its own locale's language."""
    words = text.ask(prose).words
    scripts = scripts_of(" ".join(words))
    if not scripts:
        return None
    if scripts.most_common(1)[0][0] not in own_scripts(text.locale):
        return "certain"
    return "likely" if len(words) > 3 else "possible"


def _short(text: Text) -> str:
    line = " ".join(text.value.split())
    return line if len(line) <= 60 else line[:59] + "…"
