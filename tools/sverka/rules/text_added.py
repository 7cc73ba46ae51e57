"""Sentences of the translation that the pivot does not have."""

import re
from collections.abc import Iterator

from sverka.review import CatalogueFile, Fact, Finding, Related, Rule

from ._brief import added as brief_added
from ._completeness import adds, has_rows, is_told, judged, lexicon
from ._concepts import Lengths, gap
from ._sentences import Model, sentences
from ._surplus import surplus
from ._translations import Measured, Pair, measured
from ._unrendered import added as unasked

_CONTACT = re.compile(r"@|https?://|<")
_REPORT = re.compile(r"\b(?:bugs?|report)\b", re.IGNORECASE)
rule = Rule(__name__, family="completeness", severity="warning", certainty="likely")

_SHORTEST = 24
"""Letters of the shortest pivot that tells what its translation may say."""
_SURE = 4.5
"""The log likelihood ratio from which on a stretch of the translation is taken for added."""


@rule.inspect
def inspect(file: CatalogueFile) -> Iterator[Finding]:
    """Align the sentences of every pair, in the light of how long the file's translations are."""
    found, model = measured(file)
    suspects = {place: s for place, m in enumerate(found) if (s := adds(m, model))}
    words = lexicon(file, reverse=True)
    words.study(suspect.here.value for suspect in suspects.values())
    for place, one in enumerate(found):
        pair = one.pair
        spare = judged(suspects[place], words) if place in suspects else None
        if spare and spare[1] == "possible" and (brief := brief_added(one, model)):
            spare = brief, "likely"
        if not spare:
            if times := surplus(one, model):
                yield rule.finding(
                    file.place(pair.entry, "msgstr", pair.plural),
                    f"{times:.1f} times as long as translations of this file are; "
                    "was a clause added?",
                    related=[
                        Related(file.place(pair.entry, pair.field), pair.pivot.value, "pivot")
                    ],
                    form=pair.target.value,
                )
            elif (
                one.pivot.weight * model.ratio >= _SHORTEST
                and _is_sentence(pair.pivot.value)
                and pair.target.value.count("(") <= pair.pivot.value.count("(")
                and (more := gap(pair.target, pair.pivot, _lengths(one, model), _SURE))
                and not is_told(pair.target, more.span, pair.pivot)
            ):
                yield _unasked(file, pair, more.span)
            elif extra := brief_added(one, model):
                yield _unasked(file, pair, (extra.start, extra.end), "")
            elif more_said := unasked(one):
                yield _unasked(file, pair, more_said, "")
            continue
        sentence, certainty = spare
        left, right = sentences(pair.pivot), sentences(pair.target)
        span = (sentence.start, sentence.end)
        there = file.place(pair.entry, pair.field)
        count = f"{len(left)} in the pivot, {len(right)} sentences here; "
        text = pair.target.value[span[0] : span[1]]
        if _CONTACT.search(text) and _REPORT.search(pair.pivot.value):
            continue  # where faults of the translation are reported
        if is_told(pair.target, span, pair.pivot):
            continue
        yield rule.finding(
            Fact(file.place(pair.entry, "msgstr", pair.plural), span, text),
            (count if len(left) != len(right) else "") + "this one has no counterpart",
            related=[Related(there, pair.pivot.value, "pivot")],
            certainty="possible" if has_rows(pair.target) else certainty,
            form=text,
        )


def _is_sentence(value: str) -> bool:
    """Say whether a text ends as one: messages of programs say in few words what takes many."""
    return value.rstrip().rstrip("\"'”’»)").endswith(tuple(".!?…。！？"))


def _lengths(one: Measured, model: Model) -> Lengths:
    return Lengths(one.target.weight, one.pivot.weight * model.ratio, model.variance)


def _unasked(
    file: CatalogueFile, pair: Pair, span: tuple[int, int], more: str = ", and the text is longer"
) -> Finding:
    text = pair.target.value[slice(*span)].strip(" ,;:–—().")
    start = pair.target.value.index(text, span[0])
    here = file.place(pair.entry, "msgstr", pair.plural)
    return rule.finding(
        Fact(here, (start, start + len(text)), text),
        f"nothing in the pivot says this{more}",
        related=[Related(file.place(pair.entry, pair.field), pair.pivot.value, "pivot")],
        form=text,
    )
