"""Predecessors that moved: told by rare words and their order, left out when two are as likely."""

import random

from hypothesis import given
from hypothesis import strategies as st

from sverka.catalogue.assignment import assigned
from sverka.catalogue.evidence import apart, weigh, word_weights, words
from sverka.catalogue.match import predecessors

TEXTS = [
    "cannot fstat bitmap file",
    "cannot fstat packfile",
    "Failed to merge submodule %s (no merge base)",
    "Show the commits of every branch in the order of their dates",
    "Werkzeuge für die Übersetzung von Nachrichten",
    "Дерево не содержит ни одного коммита с таким именем",
    "该引用必须以斜杠结尾才能用于远程仓库",
    "toggle inclusion of blob objects",
]
REST = [f"message number {number} stays as it is" for number in range(200)]


def found(old: list[str], new: list[str]) -> dict[str, str | None]:
    """The predecessor of each new text, both lists shuffled among texts that stay."""
    rng = random.Random(3)
    before, after = (
        rng.sample([*old, *REST], 200 + len(old)),
        rng.sample([*new, *REST], 200 + len(new)),
    )
    places = {text: place for place, text in enumerate(before)}
    same = {place: places[text] for place, text in enumerate(after) if text in places}
    pairs = {after[pair.new]: before[pair.old] for pair in predecessors(before, after, same)}
    return {text: pairs.get(text) for text in new}


def test_an_edited_text_is_found_in_another_place() -> None:
    new = {
        "cannot fstat bitmap files": TEXTS[0],
        "Failed to merge a submodule %s (no merge base)": TEXTS[2],
        "Show the commits of every branch in the order of the dates": TEXTS[3],
        "Werkzeuge für das Übersetzen von Nachrichten": TEXTS[4],
        "Дерево не содержит ни одного комита с таким именем": TEXTS[5],
        "该引用必须以点结尾才能用于远程仓库": TEXTS[6],
    }
    assert found(TEXTS, list(new)) == new


def test_a_rare_word_tells_more_than_many_letters() -> None:
    """By letters "cannot fstat  file" is nearer to "cannot fstat packfile"."""
    assert found(TEXTS, ["cannot fstat  file"]) == {"cannot fstat  file": TEXTS[0]}


def test_of_two_that_are_as_likely_neither_is_taken() -> None:
    old = ["toggle inclusion of blob objects", "toggle inclusion of commit objects"]
    assert found(old, ["toggle inclusion of other objects"]) == {
        "toggle inclusion of other objects": None
    }


def test_parts_that_were_moved_apart_share_their_predecessor() -> None:
    old = ["The cells are removed from the blood, and then they are altered in the laboratory."]
    new = ["The cells are removed from the blood", "Then they are altered in the laboratory."]
    assert found(old, new) == dict.fromkeys(new, old[0])


def test_of_two_joined_texts_the_first_is_the_predecessor() -> None:
    joined = f"{TEXTS[1]} {TEXTS[3]}"
    assert found(TEXTS, [joined]) == {joined: TEXTS[1]}


def test_a_new_text_of_common_words_has_none() -> None:
    new = ["the order of the files", "a commit of one branch", "no message is new"]
    assert found(TEXTS, new) == dict.fromkeys(new)


WORDS = st.lists(st.sampled_from([*"abcdefg", "word", "wort", "中", "."]), max_size=12)


@given(WORDS, WORDS)
def test_evidence_counts_each_word_once(old: list[str], new: list[str]) -> None:
    weights = word_weights([old, new, ["x"] * 9])
    evidence = weigh(old, new, weights)
    assert evidence.old_words.keys() <= set(range(len(old)))
    assert evidence.new_words.keys() <= set(range(len(new)))
    assert len(evidence.old_words) == len(evidence.new_words)
    assert abs(sum(evidence.new_words.values()) - evidence.gain) < 1e-9
    same = weigh(old, old, weights)
    assert same.cost == 0
    assert same.worth >= evidence.worth - 1e-9


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=6))
def test_whatever_is_assigned_is_credible_and_parts_do_not_overlap(
    texts: list[tuple[list[str], list[str]]],
) -> None:
    weights = word_weights([words for pair in texts for words in pair] + [["x"]] * 50)
    weighed = {
        (new, old): weigh(texts[old][0], texts[new][1], weights)
        for new in range(len(texts))
        for old in range(len(texts))
    }
    chosen = assigned(weighed, {})
    for new, old in chosen.items():
        assert weighed[new, old].sound
        for other, source in chosen.items():
            if other != new and source == old:
                assert apart(weighed[new, old].old_words, weighed[other, old].old_words)


def test_words_are_words_signs_and_chinese_letters() -> None:
    assert words("cannot_open “%s”: 文件 v2.0") == [
        *("cannot", "_", "open", "“%", "s", "”:", "文", "件", "v2", ".", "0")
    ]
