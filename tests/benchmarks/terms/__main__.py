"""Run as `python -m tests.benchmarks.terms [DATA] [--entries=N]`."""

import sys

from . import data, glossary, pairs, planting, renderings, scripts, speed

ENTRIES = 20_000


def main() -> None:
    """Measure planted slips, look-alike letters, glossary terms and speed."""
    folder = data.folder()
    tico = sorted((folder / "segments").glob("*.en-ru.*.tsv.gz"))
    sizes = (int(a.partition("=")[2]) for a in sys.argv if a.startswith("--entries="))
    entries = next(sizes, ENTRIES)
    if not tico:
        sys.exit(f"{folder}: no segments/*.en-ru.*.tsv.gz; name the data folder or set SVERKA_DATA")
    segments = [segment for path in tico for segment in data.segments(path)]
    print("== pairs of acronyms")
    pairs.report()
    print("== planted slips")
    planting.report(segments)
    print("== second renderings")
    renderings.report(segments)
    print("== look-alike letters")
    scripts.report(folder / "segmentation")
    print("== glossary terms in inflected form")
    texts = {"ru": [segment.ru for segment in segments]}
    texts |= {name: scripts.sentences(folder / "segmentation", name) for name in ("de", "es")}
    glossary.report(texts)
    print("== speed")
    speed.report(segments, entries)


if __name__ == "__main__":
    main()
