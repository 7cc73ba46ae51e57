"""Sentences of the translation that the pivot does not have."""

import re
from collections.abc import Iterator

from sverka.review import CatalogueFile, Fact, Finding, Related, Rule

from ._clauses import surplus
from ._completeness import adds, has_rows, judged, lexicon
from ._sentences import sentences
from ._translations import measured

_CONTACT = re.compile(r"@|https?://|<")
_REPORT = re.compile(r"\b(?:bugs?|report)\b", re.IGNORECASE)
rule = Rule(__name__, family="completeness", severity="warning", certainty="likely")


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
        if not spare:
            if more := surplus(one, model):
                yield rule.finding(
                    file.place(pair.entry, "msgstr", pair.plural),
                    f"{more:.1f} times as long as translations of this file are; "
                    "was a clause added?",
                    related=[
                        Related(file.place(pair.entry, pair.field), pair.pivot.value, "pivot")
                    ],
                    form=pair.target.value,
                )
            continue
        sentence, certainty = spare
        left, right = sentences(pair.pivot), sentences(pair.target)
        span = (sentence.start, sentence.end)
        there = file.place(pair.entry, pair.field)
        count = f"{len(left)} in the pivot, {len(right)} sentences here; "
        text = pair.target.value[span[0] : span[1]]
        if _CONTACT.search(text) and _REPORT.search(pair.pivot.value):
            continue  # where faults of the translation are reported
        yield rule.finding(
            Fact(file.place(pair.entry, "msgstr", pair.plural), span, text),
            (count if len(left) != len(right) else "") + "this one has no counterpart",
            related=[Related(there, pair.pivot.value, "pivot")],
            certainty="possible" if has_rows(pair.target) else certainty,
            form=text,
        )
