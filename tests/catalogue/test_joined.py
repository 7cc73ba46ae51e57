from hypothesis import given
from hypothesis import strategies as st

from sverka.catalogue import Catalogue, Entry, update
from sverka.catalogue.joined import with_followers

MARK = "sverka: joined"


def pairs(*entries: Entry) -> list[tuple[str, str | None]]:
    return [(one.msgid, two and two.msgid) for one, two in with_followers(entries)]


def test_the_mark_takes_the_next_entry_along() -> None:
    first = Entry(msgid="A.", msgstr="AB.", tcomment=f"Note.\n{MARK}, it reads better")
    assert pairs(first, Entry(msgid="B."), Entry(msgid="C.")) == [("A.", "B."), ("C.", None)]


def test_the_mark_counts_only_before_an_empty_translation() -> None:
    first = Entry(msgid="A.", msgstr="AB.", tcomment=MARK)
    assert pairs(first, Entry(msgid="B.", msgstr="B.")) == [("A.", None), ("B.", None)]
    assert pairs(first) == [("A.", None)]
    empty = Entry(msgid="A.", tcomment=MARK)
    assert pairs(empty, Entry(msgid="B.")) == [("A.", None), ("B.", None)]
    other = Entry(msgid="A.", msgstr="A.", tcomment="not sverka: joined")
    assert pairs(other, Entry(msgid="B.")) == [("A.", None), ("B.", None)]


def test_obsolete_entries_do_not_come_between() -> None:
    first = Entry(msgid="A.", msgstr="AB.", tcomment=MARK)
    old = Entry(msgid="Old.", obsolete=True)
    assert pairs(first, old, Entry(msgid="B.")) == [("A.", "B.")]


@given(st.lists(st.tuples(st.booleans(), st.booleans())))
def test_every_live_entry_appears_once_and_in_order(shapes: list[tuple[bool, bool]]) -> None:
    entries = [
        Entry(msgid=f"{n}", msgstr="x" if full else "", tcomment=MARK if marked else "")
        for n, (marked, full) in enumerate(shapes)
    ]
    seen = [one for pair in pairs(*entries) for one in pair if one is not None]
    assert seen == [entry.msgid for entry in entries]


def test_an_update_that_parts_a_pair_asks_the_translator_again() -> None:
    header = "Content-Type: text/plain; charset=UTF-8\n"
    pair = (Entry(msgid="A.", msgstr="AB.", tcomment=MARK), Entry(msgid="B."))
    old = Catalogue.from_entries([*pair, Entry(msgid="C.", msgstr="C.")], header)

    def updated(catalogue: Catalogue, *msgids: str) -> Catalogue:
        template = Catalogue.from_entries([Entry(msgid=msgid) for msgid in msgids], header)
        return update(catalogue, template)

    for msgids in (["A.", "New.", "B.", "C."], ["A.", "Quite another.", "C."], ["A."]):
        new = updated(old, *msgids)
        assert new.entries[0].flags == ("fuzzy",)
        assert new.entries[0].msgstr == "AB."
        assert updated(new, *msgids) is new
    for msgids in (["A.", "B.", "C."], ["New.", "A.", "B.", "C."], ["C.", "A.", "B."]):
        assert not any(entry.fuzzy for entry in updated(old, *msgids).entries)
