"""Merge quality and speed beside msgmerge."""

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from sverka.catalogue import Catalogue, Entry, assignment, load, update
from sverka.catalogue.match import predecessors
from tests.benchmarks.catalogue.data import catalogues
from tests.benchmarks.catalogue.mutator import Mutation, mutate
from tests.benchmarks.catalogue.rewording import reword

Maker = Callable[[list[str], list[str], int, str], Mutation]
HEADER = "Language: xx\nContent-Type: text/plain; charset=UTF-8\n"


def corpus() -> dict[str, list[str]]:
    """Named lists of texts: the msgids of each project, and the translations of each file."""
    found: dict[str, list[str]] = {}
    for name, data in catalogues().items():
        entries = Catalogue.from_bytes(data, name).entries
        plain = [e for e in entries if not e.obsolete and not e.msgctxt and not e.msgid_plural]
        project = name.split(".")[0]
        found.setdefault(project, [])
        found[project] += [e.msgid for e in plain]
        found[name] = [e.msgstr for e in plain if e.msgstr]
    return {name: list(dict.fromkeys(texts)) for name, texts in found.items()}


def write(folder: Path, texts: list[str], mutation: Mutation) -> tuple[Path, Path]:
    """old.po and new.pot."""
    old, new = folder / "old.po", folder / "new.pot"
    entries = [Entry(msgid=text, msgstr=f"⟦{text.swapcase()}⟧") for text in texts]
    old.write_bytes(Catalogue.from_entries(entries, HEADER).to_bytes())
    fresh = [Entry(msgid=text) for text in mutation.texts]
    new.write_bytes(Catalogue.from_entries(fresh, HEADER).to_bytes())
    return old, new


def score(
    result: Catalogue, mutation: Mutation, misses: list[str] | None = None
) -> dict[str, float]:
    """Shares in percent: recall and wrong of the edited, suggested of the brand-new."""
    right = wrong = suggested = 0
    for entry in result.entries:
        if entry.obsolete:
            continue
        if entry.msgid in mutation.truth:
            truth = mutation.truth[entry.msgid]
            is_right = entry.previous_msgid in truth
            right += is_right
            wrong += bool(entry.msgstr) and not is_right
            if misses is not None and not is_right:
                kind = mutation.kinds[entry.msgid]
                misses.append(f"{kind}: {entry.msgid!r} <- {entry.previous_msgid!r} not {truth!r}")
        elif entry.msgid in mutation.brand_new:
            suggested += bool(entry.msgstr)
    edited, fresh = len(mutation.truth) or 1, len(mutation.brand_new) or 1
    return {"recall": 100 * right / edited, "wrong": 100 * wrong / edited,
            "new": 100 * suggested / fresh}  # fmt: skip


def shown(found: dict[str, float]) -> str:
    """The shares in one line."""
    return " ".join(f"{name} {share:5.2f}" for name, share in found.items())


def timed(command: list[str]) -> tuple[float, float]:
    """Wall and CPU seconds of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu


OURS = """
import sys
from sverka.catalogue import load, update
update(load(sys.argv[1]), load(sys.argv[2])).save(sys.argv[3])
"""


def case(
    name: str, texts: list[str], foreign: list[str], order: str, seed: int, peer: bool
) -> None:
    """One line of the table."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        mutation = mutate(texts, foreign, seed, order)
        old, new = write(folder, texts, mutation)
        wall, cpu = timed([sys.executable, "-c", OURS, str(old), str(new), str(folder / "our.po")])
        found = score(load(folder / "our.po"), mutation)
        line = f"{name:32} {order:9} {len(texts):6} {shown(found)} cpu {cpu:6.2f} s"
        if peer and shutil.which("msgmerge"):
            theirs = folder / "m.po"
            command = ["msgmerge", "-q", "--previous", str(old), str(new), "-o", str(theirs)]
            peer_wall, peer_cpu = timed(command)
            line += f" | msgmerge {shown(score(load(theirs), mutation))}"
            line += f" | wall ratio {wall / peer_wall:.3f} cpu ratio {cpu / peer_cpu:.3f}"
        print(line, flush=True)


def main() -> None:
    """The whole table."""
    found = corpus()
    rust, git = found["comprehensive-rust"], found["git"]
    for seed in (1, 2):
        for order in ("kept", "blocks", "shuffled"):
            case(f"git, seed {seed}", git, rust, order, seed, peer=order == "kept")
            case(f"comprehensive-rust, seed {seed}", rust, git, order, seed, peer=order == "kept")
    everything = list(dict.fromkeys(text for texts in found.values() for text in texts))
    case("all texts, 20,000", everything[:20000], found["git.ru.po"][-3000:], "kept", 3, peer=True)
    unrelated = [text[::-1] for text in git[-3000:]]
    pairs = zip(everything, reversed(everything), strict=True)
    big = list(dict.fromkeys([*everything, *(f"{one} {other}" for one, other in pairs)]))
    case("texts and pairs of texts", big[:60000], unrelated, "kept", 3, peer=False)


PAIRS = {
    "git": "comprehensive-rust",
    "comprehensive-rust": "git",
    "git.fr.po": "git.ru.po",
    "comprehensive-rust.zh-CN.po": "comprehensive-rust.ja.po",
    "comprehensive-rust.uk.po": "git.ru.po",
}  # texts, and where the brand-new ones come from
MAKERS = (mutate, reword)


def mutations(
    found: dict[str, list[str]], maker: Maker, order: str, seed: int
) -> Iterator[tuple[str, list[str], Mutation]]:
    """Name, old texts and new version of each list of texts."""
    for name, other in PAIRS.items():
        texts = found[name]
        known = set(texts)
        foreign = [text for text in found[other] if text not in known]
        yield name, texts, maker(texts, foreign, seed, order)


def quick(seed: int = 7) -> None:
    """Only quality, with both mutators; with -v also the misses."""
    found = corpus()
    for maker in MAKERS:
        for order in ("kept", "blocks", "shuffled"):
            scores = []
            for name, texts, mutation in mutations(found, maker, order, seed):
                old = Catalogue.from_entries(
                    [Entry(msgid=text, msgstr=f"⟦{text.swapcase()}⟧") for text in texts], HEADER
                )
                new = Catalogue.from_entries([Entry(msgid=text) for text in mutation.texts], HEADER)
                misses: list[str] = []
                scores.append(score(update(old, new), mutation, misses))
                print(f"{maker.__name__:7} {order:9} {name:30} {len(texts):6} {shown(scores[-1])}")
                if "-v" in sys.argv:
                    print("\n".join(f"    {miss[:300]}" for miss in misses[:40]))
            print(f"{maker.__name__:7} {order:9} {'mean':37} {shown(means(scores))}", flush=True)


def means(scores: list[dict[str, float]]) -> dict[str, float]:
    """The mean of each share."""
    return {part: sum(one[part] for one in scores) / len(scores) for part in scores[0]}


def curve() -> None:
    """Everything shuffled: right and wrong as the margin between two candidates grows."""
    found = corpus()
    prepared = [
        (maker.__name__, texts, mutation)
        for maker in MAKERS
        for seed in (7, 8, 9)
        for _, texts, mutation in mutations(found, maker, "shuffled", seed)
    ]
    for margin in (0.0, 0.5, 1.0, 2.0, 3.0, 4.0, 6.0):
        assignment.MARGIN = margin
        for maker in MAKERS:
            scores = [paired(t, m) for name, t, m in prepared if name == maker.__name__]
            print(f"margin {margin:3} {maker.__name__:7} {shown(means(scores))}", flush=True)


def paired(texts: list[str], mutation: Mutation) -> dict[str, float]:
    """`score` of the search for predecessors alone."""
    places = {text: place for place, text in enumerate(texts)}
    same = {place: places[text] for place, text in enumerate(mutation.texts) if text in places}
    found = {
        mutation.texts[pair.new]: texts[pair.old]
        for pair in predecessors(texts, mutation.texts, same)
    }
    old = [found[text] in mutation.truth[text] for text in mutation.truth if text in found]
    return {
        "recall": 100 * sum(old) / len(mutation.truth),
        "wrong": 100 * (len(old) - sum(old)) / len(mutation.truth),
        "new": 100 * len(mutation.brand_new & found.keys()) / (len(mutation.brand_new) or 1),
    }


if __name__ == "__main__":
    if "quick" in sys.argv:
        for seed in (7, 8, 9):
            quick(seed)
    elif "curve" in sys.argv:
        curve()
    else:
        main()
