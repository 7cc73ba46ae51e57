"""Surveys of terms as text, CSV, TBX and JSON."""

import csv
import io
import json
from collections.abc import Iterable, Sequence

from sverka.project.glossary import Term
from sverka.project.tbx import write_tbx
from sverka.report.safe import isolated, visible
from sverka.survey.candidates import Candidate
from sverka.survey.occurrences import Hit
from sverka.text import locales

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_text(candidates: Sequence[Candidate]) -> str:
    """Return candidates a paragraph each, renderings with their counts."""
    parts = []
    for candidate in candidates:
        expansion = f" ({candidate.expansion})" if candidate.expansion else ""
        lines = [visible(f"{candidate.form}{expansion}  {_segments(candidate.segments)}")]
        for locale, renderings in candidate.renderings.items():
            forms = ", ".join(f"{isolated(r.form)} {r.segments}" for r in renderings)
            lines.append(f"    {locale:<8} {forms}")
        parts.append("\n".join(lines))
    return "\n".join(parts)


def _segments(number: int) -> str:
    return "1 segment" if number == 1 else f"{number} segments"


def as_csv(candidates: Sequence[Candidate], pivot: str) -> str:
    """Return candidates as a glossary's CSV: the commonest rendering of each, counts in the note.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    names = sorted({locale for c in candidates for locale in c.renderings})
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\n")
    writer.writerow([pivot, *names, "note"])
    for candidate in candidates:
        cells = [candidate.form]
        cells += [_first(candidate, locale) for locale in names]
        writer.writerow([_harmless(cell) for cell in (*cells, _note(candidate))])
    return output.getvalue()


def _first(candidate: Candidate, locale: str) -> str:
    renderings = candidate.renderings.get(locale, ())
    return renderings[0].form.replace("|", "/") if renderings else ""


def _harmless(cell: str) -> str:
    return "'" + cell if cell.startswith(_FORMULA) else cell


def _note(candidate: Candidate) -> str:
    parts = [candidate.expansion] if candidate.expansion else []
    parts.append(_segments(candidate.segments))
    for locale, renderings in candidate.renderings.items():
        if len(renderings) > 1:
            parts.append(f"{locale}: " + ", ".join(f"{r.form} {r.segments}" for r in renderings))
    return "; ".join(parts)


def as_tbx(candidates: Sequence[Candidate], pivot: str) -> str:
    """Return candidates as TBX-Basic."""
    return write_tbx(
        (
            Term(
                renderings={
                    locales.key(pivot): (candidate.form,),
                    **{
                        locales.key(locale): tuple(r.form for r in renderings[:1])
                        for locale, renderings in candidate.renderings.items()
                    },
                },
                note=_note(candidate),
            )
            for candidate in candidates
        ),
        pivot,
    )


def as_json(candidates: Sequence[Candidate]) -> str:
    """Return candidates as a JSON array."""
    rows = [
        {
            **candidate._asdict(),
            "renderings": {
                locale: [r._asdict() for r in renderings]
                for locale, renderings in candidate.renderings.items()
            },
        }
        for candidate in candidates
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def hits_as_text(hits: Iterable[Hit]) -> str:
    """Return a concordance: place, pivot and translations of each segment."""
    parts = []
    for hit in hits:
        segment = hit.segment
        pivot = segment.pivot
        lines = [f"{visible(pivot.file)}:{pivot.line}"]
        places = [(pivot.text.locale, pivot), *sorted(segment.translations.items())]
        for locale, place in places:
            marked = hit.locale == locale or (hit.locale is None and place is pivot)
            text = _marked(place.text.value, hit.spans) if marked else place.text.value
            lines.append(f"    {locale:<8} {isolated(' '.join(text.split()))}")
        parts.append("\n".join(lines))
    return "\n".join(parts)


def _marked(value: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in sorted(spans, reverse=True):
        value = f"{value[:start]}[{value[start:end]}]{value[end:]}"
    return value


def hits_as_json(hits: Iterable[Hit]) -> str:
    """Return a concordance as a JSON array."""
    rows = [
        {
            "article": hit.segment.article,
            "file": hit.segment.pivot.file,
            "line": hit.segment.pivot.line,
            "locale": hit.locale or hit.segment.pivot.text.locale,
            "spans": [list(span) for span in hit.spans],
            "pivot": hit.segment.pivot.text.value,
            "translations": {
                locale: {"text": place.text.value, "file": place.file, "line": place.line}
                for locale, place in sorted(hit.segment.translations.items())
            },
        }
        for hit in hits
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)
