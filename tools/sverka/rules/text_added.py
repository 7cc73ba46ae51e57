"""Sentences of the translation that the pivot does not have."""

from collections.abc import Iterator

from sverka.review import CatalogueFile, Finding, Related, Rule

from ._completeness import gap, inverse, model_of, pairs
from ._sentences import sentences

rule = Rule(__name__, family="completeness", severity="warning", certainty="likely")


@rule.inspect
def inspect(file: CatalogueFile) -> Iterator[Finding]:
    """Align the sentences of every pair, in the light of how long the file's translations are."""
    found = list(pairs(file))
    model = model_of(found, file.background.pivot, file.where.locale)
    for pair in found:
        left, right = sentences(pair.pivot), sentences(pair.target)
        spare = gap(right, left, inverse(model))
        if not spare:
            continue
        sentence, certainty = spare
        span = (sentence.start, sentence.end)
        field = "msgid" if pair.pivot.value == pair.entry.msgid else "msgid_plural"
        there = file.place(pair.entry, field)
        count = f"{len(left)} in the pivot, {len(right)} sentences here; "
        yield rule.finding(
            file.place(pair.entry, "msgstr", pair.plural),
            (count if len(left) != len(right) else "") + "this one has no counterpart",
            span=span,
            related=[Related(there, pair.pivot.value, "pivot")],
            certainty=certainty,
            form=pair.target.value[span[0] : span[1]],
        )
