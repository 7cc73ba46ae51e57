"""Sentences of the pivot that the translation leaves out."""

from collections.abc import Iterator

from sverka.review import CatalogueFile, Finding, Related, Rule

from ._completeness import Pair, drops, judged, lexicon, model_of, pairs, shortfall, unlisted
from ._sentences import sentences

rule = Rule(__name__, family="completeness", severity="error", certainty="likely")


@rule.inspect
def inspect(file: CatalogueFile) -> Iterator[Finding]:
    """Align the sentences of every pair, in the light of how long the file's translations are."""
    model = model_of(file)
    found = [(pair, drops(pair, model)) for pair in pairs(file)]
    words = lexicon(file)
    words.study(suspect.here.value for _, suspect in found if suspect)
    for pair, suspect in found:
        missing = judged(suspect, words) if suspect else None
        if not missing:
            if part := shortfall(pair, model):
                length = f"{100 * part:.0f} % shorter than translations of this file are"
                yield _clause(file, pair, f"{length}; is a clause missing?")
            elif unlisted(pair, model):
                yield _clause(file, pair, "the pivot enumerates more; is a part missing?")
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
            certainty=certainty,
            form=text,
        )


def _clause(file: CatalogueFile, pair: Pair, message: str) -> Finding:
    return rule.finding(
        file.place(pair.entry, "msgstr", pair.plural),
        message,
        related=[Related(file.place(pair.entry, pair.field), pair.pivot.value, "pivot")],
        form=pair.target.value,
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:59] + "…"
