"""What holds of every text: spans cover, keep order, and splitting again changes nothing."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sverka.text.sentences import split
from sverka.text.sentences.engine import spans
from sverka.text.sentences.rules import available, rules_for

LOCALES = [*sorted(available()), "qq"]
PIECES = st.sampled_from(
    [
        *"aAbZ1 5.!?…\"'«»„“”()[]-—,:;。！？」「日本»\n\t•*؟।",
        *[
            " ",
            ". ",
            ".\n",
            "\n\n",
            "The ",
            "Dr. ",
            "e.g. ",
            "г. ",
            "т. е. ",
            "U.S. ",
            "\n- ",
            "1) ",
        ],
        *["Smith", "J. ", "word", "Слово ", "им. ", "…", "...", "\u2029", "\r\n", "\u00a0", "\x1c"],
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60)


@given(TEXTS, st.sampled_from(LOCALES))
def test_a_line_without_inner_stop_needs_no_look_at_candidates(text: str, locale: str) -> None:
    rules = rules_for(locale)
    assert spans(text, rules) == spans(text, replace(rules, stops=None))


@given(TEXTS, st.sampled_from(LOCALES))
def test_spans_cover_all_but_white_space_and_never_overlap(text: str, locale: str) -> None:
    position = 0
    for start, end in split(text, locale):
        assert position <= start < end <= len(text)
        assert text[position:start].strip() == ""
        assert text[start:end] == text[start:end].strip()
        position = end
    assert text[position:].strip() == ""


@given(TEXTS, st.sampled_from(LOCALES))
def test_a_sentence_split_again_is_one_sentence(text: str, locale: str) -> None:
    for start, end in split(text, locale):
        assert split(text[start:end], locale) == [(0, end - start)]
