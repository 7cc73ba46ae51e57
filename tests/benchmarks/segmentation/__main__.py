"""Boundary F1, golden rules and speed next to named peers.

python -m tests.benchmarks.segmentation [SET…] [--peer NAME] [--golden] [--speed]
"""

from __future__ import annotations

import argparse
import time
from collections import Counter

from tests.benchmarks.segmentation.data import golden_rules, paragraphs, sets
from tests.benchmarks.segmentation.disputed import DISPUTED
from tests.benchmarks.segmentation.peers import Splitter, splitters
from tests.benchmarks.segmentation.scoring import Score, count

SPEED_SETS = [
    "en_gum_j",
    "ru_gsd",
    "de_gsd",
    "fr_gsd",
    "es_gsd",
    "uk_iu",
    "pl_pdb",
    "tr_boun",
    "zh_gsdsimp",
    "ja_gsd",
    "ar_padt",
    "hi_hdtb",
    "it_isdt",
    "pt_bosque",
]  # one a language


def accuracy(name: str, only: list[str]) -> None:
    """Print one line a splitter for the set `name`."""
    cases = list(paragraphs(name))
    size = sum(len(text) for text, _ in cases)
    for peer, splitter in splitters(name.partition("_")[0]).items():
        if only and peer not in only:
            continue
        splitter(cases[0][0])
        began = time.process_time()
        guesses = [splitter(text) for text, _ in cases]
        seconds = time.process_time() - began
        after, everything = Score(), Score()
        for (_, gold), guess in zip(cases, guesses, strict=True):
            count(gold, guess, after, everything)
        print(
            f"{name:12} {peer:18} {after.f1:7.2%} {after.precision:8.2%} {after.recall:8.2%}"
            f" {everything.f1:8.2%} {size / seconds / 1e6:9.3f}",
            flush=True,
        )


def golden() -> None:
    """Print, per language and splitter, how many golden rules hold; then what Sverka disputes."""
    print("language  cases  disputed  held by each splitter")
    open_cases = []
    for language, cases in golden_rules().items():
        held: Counter[str] = Counter()
        disputed = DISPUTED.get(language, {})
        for peer, splitter in splitters(language).items():
            for text, expected in cases:
                right = _folded(splitter(text)) == _folded(expected)
                held[peer] += right
                if peer == "sverka" and not right and not _disputed(text, disputed):
                    open_cases.append((language, text))
        row = "  ".join(f"{peer} {number}" for peer, number in held.items())
        print(f"{language:9} {len(cases):5}  {len(disputed):8}  {row}")
    for language, reasons in DISPUTED.items():
        for text, reason in reasons.items():
            print(f"disputed  {language}  {text}…  {reason}")
    for language, text in open_cases:
        print(f"FAILED    {language}  {text[:80]}")


def _folded(sentences: list[str]) -> list[str]:
    return [" ".join(text.split()) for text in sentences if text.strip()]


def _disputed(text: str, reasons: dict[str, str]) -> bool:
    return any(" ".join(text.split()).startswith(opening) for opening in reasons)


def speed(name: str) -> None:
    """Print characters per second on one core, best of three, and the ratio to each peer."""
    texts = [text for text, _ in paragraphs(name)]
    size = sum(map(len, texts))
    rates = {
        peer: size / min(_seconds(splitter, texts) for _ in range(3)) / 1e6
        for peer, splitter in splitters(name.partition("_")[0]).items()
    }
    for peer, rate in rates.items():
        print(f"{name:12} {peer:18} {rate:9.3f} {rates['sverka'] / rate:9.2f}", flush=True)


def _seconds(splitter: Splitter, texts: list[str]) -> float:
    began = time.process_time()
    for text in texts:
        splitter(text)
    return time.process_time() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--peer", action="append", default=[], help="only this splitter")
    parser.add_argument("--golden", action="store_true", help="only pySBD's golden rules")
    parser.add_argument("--speed", action="store_true", help="only speed on one long text")
    options = parser.parse_args()
    if not options.golden and not options.speed:
        print("set          splitter           F1 after  precis.   recall   F1 all  M chars/s")
        for name in options.sets or sets():
            accuracy(name, options.peer)
    if options.golden or not (options.speed or options.sets or options.peer):
        golden()
    if options.speed or not (options.golden or options.sets or options.peer):
        print("set          splitter           M chars/s  sverka is … times as fast")
        for name in options.sets or SPEED_SETS:
            speed(name)


if __name__ == "__main__":
    main()
