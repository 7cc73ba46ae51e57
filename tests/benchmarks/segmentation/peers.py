"""Named peers, each as a function from text to sentences; one that is not installed is left out."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable

import regex

from sverka.text.sentences import split

Splitter = Callable[[str], list[str]]
PLAIN = regex.compile(r"(?<=[.!?…。！？؟।]['\"»”’)\]」』]*)(?:\s+|(?<=[。！？」』]))(?=[^\p{Ll}])")
MOSES = [
    "ca",
    "cs",
    "da",
    "de",
    "el",
    "en",
    "es",
    "fi",
    "fr",
    "hu",
    "is",
    "it",
    "lt",
    "lv",
    "nl",
    "no",
    "pl",
    "pt",
    "ro",
    "ru",
    "sk",
    "sl",
    "sv",
    "tr",
]


def _sverka(language: str) -> Splitter:
    return lambda text: [text[start:end] for start, end in split(text, language)]


def _plain(language: str) -> Splitter:
    return PLAIN.split


def _pysbd(language: str) -> Splitter | None:
    import pysbd
    from pysbd.languages import LANGUAGE_CODES

    if language not in LANGUAGE_CODES:
        return None
    return pysbd.Segmenter(language=language, clean=False).segment


def _sentencex(language: str) -> Splitter:
    import sentencex

    return lambda text: list(sentencex.segment(language, text))


def _razdel(language: str) -> Splitter | None:
    import razdel

    return (lambda text: [s.text for s in razdel.sentenize(text)]) if language == "ru" else None


def _syntok(language: str) -> Splitter | None:
    from syntok import segmenter

    if language not in ("en", "de", "es"):
        return None
    return lambda text: [
        "".join(token.spacing + token.value for token in sentence)
        for paragraph in segmenter.process(text)
        for sentence in paragraph
    ]


def _sentence_splitter(language: str) -> Splitter | None:
    from sentence_splitter import SentenceSplitter

    return SentenceSplitter(language=language).split if language in MOSES else None


def _blingfire(language: str) -> Splitter:
    import blingfire

    return lambda text: blingfire.text_to_sentences(text).split("\n")


PEERS: dict[str, Callable[[str], Splitter | None]] = {
    "pysbd": _pysbd,
    "sentencex": _sentencex,
    "razdel": _razdel,
    "syntok": _syntok,
    "sentence_splitter": _sentence_splitter,
    "blingfire": _blingfire,
}


def splitters(language: str) -> dict[str, Splitter]:
    """Sverka, a plain pattern and the installed peers that know `language`."""
    found: dict[str, Splitter] = {"sverka": _sverka(language), "plain": _plain(language)}
    for name, make in PEERS.items():
        if importlib.util.find_spec(name) and (splitter := make(language)):
            found[name] = splitter
    return found
