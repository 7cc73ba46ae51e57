"""reStructuredText articles: what is text in them, and that nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.article import fault, read, render

TEXT = """\
.. _start:

=======
A title
=======

:Author: Somebody

One *fish*. Two fish
swim in ``the sea. Deep`` now. See `Sub title`_ and :ref:`start`.

Sub title
---------

- item one
  goes on. It ends.
- item two

  more of it

1. first
2. second

   Quoted words.

term : kind
    Its meaning.

.. note:: Mind this.

.. warning::
   :class: big

   Hot water.

.. code-block:: python

   x = 1

.. figure:: a.png
   :alt: A picture

   Its caption.

.. [1] A note.

.. comment, not text

Literal follows::

    code here

+---+---+
| a | b |
+---+---+

====  ====
a     b
====  ====
c     d
====  ====

| line
| block

>>> doctest

A. Einstein was
here.
"""


def messages(text: str) -> list[str]:
    return [segment.text for segment in read(text, "en", format="rst").segments]


def replaced(text: str, message: str, translation: str) -> str:
    article = read(text, "en", format="rst")
    assert message in messages(text)
    return render(article, lambda one: translation if one.text == message else None)


def test_what_is_text() -> None:
    assert messages(TEXT) == [
        "A title",
        "One *fish*.",
        "Two fish swim in ``the sea. Deep`` now.",
        "See `Sub title`_ and :ref:`start`.",
        "item one goes on.",
        "It ends.",
        "item two",
        "more of it",
        "first",
        "second",
        "Quoted words.",
        "term : kind",
        "Its meaning.",
        "Mind this.",
        "Hot water.",
        "Its caption.",
        "A note.",
        "Literal follows:",
        "A. Einstein was here.",
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_an_untranslated_article_keeps_its_bytes(end: str) -> None:
    text = "\ufeff" + TEXT.replace("\n", end)
    assert render(read(text, "en", format="rst"), lambda _: None) == text


@given(st.text("a .:-=*`|_\n\t1>+[]", max_size=60))
def test_no_text_is_lost(text: str) -> None:
    article = read(text, "en", format="rst")
    assert render(article, lambda one: None) == text
    assert all(one.start <= one.end <= len(text) for one in article.segments)


def test_the_lines_of_a_title_grow_with_it() -> None:
    found = replaced(TEXT, "A title", "Ein langer Titel")
    assert "\n" + "=" * 16 + "\nEin langer Titel\n" + "=" * 16 + "\n" in found
    assert "Sub title\n---------\n" in found
    wide = replaced("Cat\n===\n\nMew.\n", "Cat", "猫猫猫")
    assert wide.startswith("猫猫猫\n======\n")


def test_a_title_that_the_article_refers_to_stays() -> None:
    assert "Sub title" not in messages(TEXT)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("See `Cell death`_.\n\n``Cell`` *death*\n============\n\nText.\n", "``Cell`` *death*"),
        ("See `why <Cell death_>`__.\n\nCell death\n==========\n\nText.\n", "Cell death"),
        (":Usage: `take it`\n\nText.\n", "Usage"),
        ("+1  simple\n-1  slow\n\nText.\n", "simple"),
        ("--out=<a file>  place\n\nText.\n", "place"),
        ("..\f Emacs settings\n\nText.\n", "Emacs"),
        ("1. One\n  less deep\n\nText.\n", "One"),
        ("__\n__ there\n\nText.\n", "there"),
    ],
)
def test_what_is_no_text(text: str, kept: str) -> None:
    assert "Text." in messages(text)
    assert not any(kept in message for message in messages(text) if "See" not in message)


def test_a_line_with_a_thin_space_is_blank() -> None:
    assert messages("One fish.\n\u2009\n.. tip::\n\n   Two fish.\n") == ["One fish.", "Two fish."]


def test_what_looks_like_a_title_in_a_table_stays() -> None:
    table = "=====  =====\na      b\n=====  =====\nlong   words\n...\nc      d\n=====  =====\n"
    found = replaced(f"Cat\n===\n\n{table}\nMew.\n", "Cat", "Katze")
    assert found == f"Katze\n=====\n\n{table}\nMew.\n"


def test_a_place_inside_a_sentence_keeps_its_name() -> None:
    article = read("A _`good place` here.\n", "en", format="rst")
    assert "targets" in fault(article, article.segments[0], "Ein _`guter Ort` hier.")
    assert not fault(article, article.segments[0], "Hier ein _`good place`.")


def test_a_very_long_paragraph_keeps_lines_that_docutils_accepts() -> None:
    names = "\n".join(["Somebody Else"] * 1000)
    text = f"- {names.replace(chr(10), chr(10) + '  ')}\n"
    (message,) = messages(text)
    found = replaced(text, message, message.replace("Else", "Anders"))
    assert max(map(len, found.split("\n"))) < 10_000
    assert messages(found) == [message.replace("Else", "Anders")]


def test_a_translation_begins_no_block() -> None:
    assert replaced("One.\n", "One.", "- eins") == "\\- eins\n"
    assert replaced("One.\n", "One.", "A. Eins") == "\\A. Eins\n"
    assert replaced("One.\n", "One.", "Eins::") == "Eins:\\:\n"
    assert "Es folgt::\n\n    code here" in replaced(TEXT, "Literal follows:", "Es folgt:")


@pytest.mark.parametrize(
    ("message", "translation", "reason"),
    [
        ("See :ref:`start` now.", "Sieh :ref:`start` nun.", ""),
        ("See :ref:`start` now.", "Sieh start nun.", "roles"),
        ("Use ``x`` here.", "Hier``x``nutzen.", "literals"),
        ("A |name| here.", "Ein |nom| hier.", "substitutions"),
        ("A note [1]_ here.", "Ein Hinweis hier.", "notes"),
        ("A *word* here.", "Ein Wort hier.", ""),
    ],
)
def test_broken_markup_is_a_fault(message: str, translation: str, reason: str) -> None:
    article = read(f"{message}\n", "en", format="rst")
    found = fault(article, article.segments[0], translation)
    assert reason in found if reason else found == ""
