"""Sentences of the pivot that the translation leaves out."""

from collections.abc import Iterator

from sverka.review import CatalogueFile, Finding, Related, Rule

from ._brief import dropped as brief_dropped
from ._clauses import SHORTER, shortfall, unconceded, unjoined
from ._completeness import drops, has_rows, is_told, judged, lexicon
from ._concepts import Lengths, covers, gap
from ._lists import unlisted
from ._sentences import Model, sentences
from ._translations import Measured, Pair, measured
from ._unrendered import dropped as unrendered

rule = Rule(__name__, family="completeness", severity="error", certainty="likely")

_SURE = 2.5
"""The log likelihood ratio from which on a stretch of the pivot is taken for missing."""


@rule.inspect
def inspect(file: CatalogueFile) -> Iterator[Finding]:
    """Align the sentences of every pair, in the light of how long the file's translations are."""
    found, model = measured(file)
    suspects = {place: s for place, m in enumerate(found) if (s := drops(m, model))}
    words = lexicon(file)
    words.study(suspect.here.value for suspect in suspects.values())
    for place, one in enumerate(found):
        pair = one.pair
        missing = judged(suspects[place], words) if place in suspects else None
        if missing and missing[1] == "possible" and (brief := brief_dropped(one, model)):
            missing = brief, "likely"
        if not missing:
            unsaid = gap(pair.pivot, pair.target, _lengths(one, model), _SURE)
            if unsaid and not is_told(pair.pivot, unsaid.span, pair.target):
                yield _unsaid(file, pair, unsaid.span)
            elif spare := brief_dropped(one, model):
                yield _unsaid(file, pair, (spare.start, spare.end), "")
            elif span := unrendered(one, model):
                yield _unsaid(file, pair, span, "")
            elif message := _lack(one, model):
                yield _clause(file, pair, message)
            continue
        sentence, certainty = missing
        left, right = sentences(pair.pivot), sentences(pair.target)
        text = pair.pivot.value[sentence.start : sentence.end]
        here = file.place(pair.entry, "msgstr", pair.plural)
        there = file.place(pair.entry, pair.field)
        count = f"{len(left)} sentences in the pivot, {len(right)} here; "
        message = f"no counterpart of “{_short(text)}”"
        yield rule.finding(
            here,
            (count if len(left) != len(right) else "") + message,
            related=[Related(there, text, "pivot", (sentence.start, sentence.end))],
            certainty="possible" if has_rows(pair.pivot) else certainty,
            form=text,
        )


def _lengths(one: Measured, model: Model) -> Lengths:
    return Lengths(one.pivot.weight, one.target.weight / model.ratio, model.variance)


def _lack(one: Measured, model: Model) -> str | None:
    """Return what the length and the joints of a text tell against it."""
    if (part := shortfall(one, model)) and not covers(one.pair.pivot, one.pair.target):
        length = f"{100 * part:.0f} % shorter than translations of this file are"
        return f"{length}; is a clause missing?"
    lacks = (
        (unlisted, "the pivot enumerates more; is a part missing?"),
        (unjoined, "the pivot's last clause has no counterpart here"),
        (unconceded, "nothing here is conceded; is a clause missing?"),
    )
    is_shorter = one.target.weight < SHORTER * one.pivot.weight * model.ratio
    for lack, message in lacks if is_shorter else lacks[:1]:
        if lack(one, model):
            return None if covers(one.pair.pivot, one.pair.target) else message
    return None


def _clause(file: CatalogueFile, pair: Pair, message: str) -> Finding:
    return rule.finding(
        file.place(pair.entry, "msgstr", pair.plural),
        message,
        related=[Related(file.place(pair.entry, pair.field), pair.pivot.value, "pivot")],
        form=pair.target.value,
    )


def _unsaid(
    file: CatalogueFile, pair: Pair, span: tuple[int, int], more: str = ", and the text is shorter"
) -> Finding:
    text = pair.pivot.value[slice(*span)].strip(" ,;:–—().")
    start = pair.pivot.value.index(text, span[0])
    there = file.place(pair.entry, pair.field)
    return rule.finding(
        file.place(pair.entry, "msgstr", pair.plural),
        f"nothing here renders “{_short(text)}”{more}",
        related=[Related(there, pair.pivot.value, "pivot", (start, start + len(text)))],
        form=pair.target.value,
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:59] + "…"
