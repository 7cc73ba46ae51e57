from sverka.article import read
from sverka.article.states import messages, progress, state, words
from sverka.catalogue import Entry


def test_progress_counts_segments_and_words() -> None:
    article = read("Big title\n\nOne fish here. Two fish. Red.\n", "en")
    known = messages(
        [
            Entry(msgid="Big title", msgstr="Titel"),
            Entry(msgid="One fish here.", msgstr="Fisch.", flags=("fuzzy",)),
            Entry(msgid="Red.", msgstr="Rot.", obsolete=True),
        ]
    )
    found = progress(article, known)
    assert found.segments == {"translated": 1, "fuzzy": 1, "missing": 2}
    assert found.words == {"translated": 2, "fuzzy": 3, "missing": 3}
    assert found.share == 2 / 8


def test_blank_is_missing() -> None:
    assert state(Entry(msgid="a", msgstr=" \n")) == "missing"
    assert state(None) == "missing"


def test_words_are_counted_as_translators_count_them() -> None:
    assert words('CAR-T cell therapy — "one", (2.5) … don’t') == 6
    assert words("国际专家 CAR-T 技术") == 7
    assert words("") == 0


def test_a_context_that_names_the_block_wins() -> None:
    article = read("Yes.\n\nMaybe.\n\nYes.\n", "en")
    known = messages(
        [Entry(msgid="Yes.", msgstr="Ja."), Entry(msgctxt="yes-2", msgid="Yes.", msgstr="")]
    )
    assert progress(article, known).segments == {"translated": 1, "fuzzy": 0, "missing": 2}


def test_a_translation_that_cannot_be_shown_counts_as_fuzzy() -> None:
    article = read("One [fish](f) here.\n\nTwo.\n", "en", format="markdown")
    known = messages(
        [Entry(msgid="One [fish](f) here.", msgstr="Fisch."), Entry(msgid="Two.", msgstr="Zwei.")]
    )
    found = progress(article, known)
    assert found.segments == {"translated": 1, "fuzzy": 1, "missing": 0}
    assert found.percent == 25
