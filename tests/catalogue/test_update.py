"""An update brings the template's messages in, keeps every translation and touches nothing else."""

import pytest

from sverka.catalogue import Catalogue, CatalogueError, Entry, plan, update

HEADER = "Language: ru\nPOT-Creation-Date: 2020-01-01\nContent-Type: text/plain; charset=UTF-8\n"
TEMPLATE_HEADER = "POT-Creation-Date: 2024-01-01\nContent-Type: text/plain; charset=UTF-8\n"


def catalogue(*entries: Entry) -> Catalogue:
    return Catalogue.from_entries(entries, HEADER, "ru.po")


def template(*msgids: str) -> Catalogue:
    return Catalogue.from_entries([Entry(msgid=msgid) for msgid in msgids], TEMPLATE_HEADER)


def test_nothing_to_do_changes_nothing_not_even_the_date() -> None:
    old = catalogue(Entry(msgid="One", msgstr="Один"), Entry(msgid="x", msgstr="y", obsolete=True))
    assert update(old, template("One")) is old


def test_an_edited_text_keeps_its_translation_as_fuzzy() -> None:
    old = catalogue(
        Entry(msgid="Before", msgstr="До"),
        Entry(msgid="The cell was removed", msgstr="Клетку удалили", tcomment="Checked"),
        Entry(msgid="After", msgstr="После"),
    )
    new = update(old, template("Before", "The cells were removed", "After"))
    entry = new.entries[1]
    assert entry.msgstr == "Клетку удалили"
    assert entry.flags == ("fuzzy",)
    assert entry.previous_msgid == "The cell was removed"
    assert entry.tcomment == "Checked"
    assert len(new.entries) == 3
    assert new.header["POT-Creation-Date"] == "2024-01-01"
    assert len(old.entries) == 3
    assert old.entries[1].msgid == "The cell was removed"


def test_no_fuzzy_makes_obsolete_and_later_revives() -> None:
    old = catalogue(Entry(msgid="The cell was removed", msgstr="Клетку удалили"))
    without = update(old, template("The cells were removed"), no_fuzzy=True)
    assert [entry.obsolete for entry in without.entries] == [False, True]
    back = update(without, template("The cell was removed"))
    assert [(e.msgid, e.msgstr, e.obsolete) for e in back.entries] == [
        ("The cell was removed", "Клетку удалили", False)
    ]


def test_an_equal_text_in_another_context_is_offered() -> None:
    old = catalogue(Entry(msgctxt="menu", msgid="Open", msgstr="Открыть"))
    new = Catalogue.from_entries([Entry(msgctxt="door", msgid="Open")], TEMPLATE_HEADER)
    entry = update(old, new).entries[0]
    assert (entry.msgctxt, entry.msgstr, entry.fuzzy) == ("door", "Открыть", True)
    assert entry.previous_msgctxt == "menu"


def test_split_and_merged_sentences_keep_their_translation() -> None:
    old = catalogue(
        Entry(msgid="The therapy is new. The patients are well.", msgstr="Терапия нова. Всё ок."),
        Entry(msgid="Stop", msgstr="Стоп"),
        Entry(msgid="First long sentence here.", msgstr="Раз."),
        Entry(msgid="Second long sentence there.", msgstr="Два."),
    )
    new = update(
        old,
        template(
            "The therapy is new.",
            "The patients are well.",
            "Stop",
            "First long sentence here. Second long sentence there.",
        ),
    )
    first, second, _, joined = new.entries
    assert first.msgstr == second.msgstr == "Терапия нова. Всё ок."
    assert joined.msgstr == "Раз. Два."
    assert first.fuzzy and second.fuzzy and joined.fuzzy


def test_numbers_and_ends_are_adapted() -> None:
    old = catalogue(Entry(msgid="Published in 2021.", msgstr="Опубликовано в 2021."))
    entry = update(old, template("Published in 2022:")).entries[0]
    assert entry.msgstr == "Опубликовано в 2022:"
    assert entry.fuzzy


def test_a_compendium_gives_exact_translations() -> None:
    other = catalogue(Entry(msgid="Yes", msgstr="Да"))
    entry = update(catalogue(), template("Yes"), compendium=[other]).entries[0]
    assert entry.msgstr == "Да"
    assert not entry.fuzzy


def test_the_plan_counts_what_would_happen() -> None:
    old = catalogue(Entry(msgid="Gone away", msgstr="Ушло"), Entry(msgid="Kept", msgstr="Есть"))
    assert plan(old, template("Kept", "1234567890")).counts == {
        "kept": 1,
        "added": 1,
        "obsoleted": 1,
    }


def test_comments_and_references_come_from_the_template() -> None:
    old = catalogue(Entry(msgid="a", msgstr="b", comment="old", occurrences=[("x", "1")]))
    new = Catalogue.from_entries(
        [Entry(msgid="a", comment="new", occurrences=[("x", "2")])], TEMPLATE_HEADER
    )
    assert update(old, new).entries[0].comment == "new"
    kept = update(old, new, comments=False).entries[0]
    assert (kept.comment, kept.occurrences) == ("old", (("x", "2"),))


def test_a_broken_catalogue_is_refused() -> None:
    broken = Catalogue.from_bytes(b'msgid "a"\nmsgstr "b\n', "x.po")
    with pytest.raises(CatalogueError, match=r"x\.po:2:8"):
        update(broken, template("a"))
