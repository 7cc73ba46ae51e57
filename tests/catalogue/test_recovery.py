"""Broken files: exact places, remedies, and the sound entries are still read."""

import shutil
import subprocess

import pytest

from sverka.catalogue import Catalogue
from tests.benchmarks.catalogue.fuzzing import check, inputs, lost, span_of, texts

GOOD = 'msgid "good"\nmsgstr "gut"\n'


def read(text: str) -> Catalogue:
    return Catalogue.from_bytes(text.encode(), "x.po")


@pytest.mark.parametrize(
    ("broken", "line", "column", "message"),
    [
        ('msgid "a\nmsgstr "b"\n', 1, 7, "not closed"),
        ('msgid "a"\nmsgstr "b\n', 2, 8, "not closed"),
        ('msgid "a" b"\nmsgstr "c"\n', 1, 11, "'b' is not PO syntax"),
        ('Msgid "a"\nmsgstr "b"\n', 1, 1, "'Msgid' is not PO syntax"),
        ('msgstr "b"\n', 1, 1, "msgstr without msgid"),
        ('msgctxt "b"\n# c\n', 1, 1, "msgctxt without msgid"),
        ('"b"\n', 1, 1, "a string without a keyword"),
        ('msgid "a"\nmsgstr\n', 2, 1, "msgstr has no string"),
        ('msgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n=======\nmsgstr "c"\n>>>>>>> x\n', 2, 1, "conflict"),
        ('#~ msgid "a"\nmsgstr "b"\n', 2, 1, "begin with #~ and some do not"),
        ('msgid "a"\nmsgstr [x] "b"\n', 2, 8, "'[' is not PO syntax"),
    ],
)
def test_a_fault_has_its_place_and_a_remedy(
    broken: str, line: int, column: int, message: str
) -> None:
    catalogue = read(f"{broken}\n{GOOD}")
    assert [entry.msgid for entry in catalogue.entries][-1] == "good"
    first = catalogue.problems[0]
    assert (first.line, first.column) == (line, column)
    assert message in first.message
    assert str(first).startswith(f"x.po:{line}:{column}: ")
    edited = catalogue.replace(catalogue.entries[-1], msgstr="besser")
    assert edited.to_bytes().decode() == f"{broken}\n{GOOD}".replace("gut", "besser")


@pytest.mark.parametrize(
    ("odd", "message"),
    [
        ('msgid "a"\n\nmsgid "b"\nmsgstr "c"\n', "msgid without msgstr"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[1] "c"\n', "not numbered"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr "c"\n', "without index"),
        ('msgid "a"\nmsgstr[0] "c"\n', "without msgid_plural"),
        ('msgid "a"\n# in between\nmsgstr "c"\n', "inside an entry"),
    ],
)
def test_an_odd_entry_is_reported_and_read(odd: str, message: str) -> None:
    catalogue = read(odd)
    assert catalogue.entries[0].msgid == "a"
    assert not catalogue.unreadable
    assert message in catalogue.problems[0].message


def test_a_stray_context_belongs_to_the_next_message_as_in_gettext() -> None:
    catalogue = read('msgctxt "stray"\n\nmsgid "a"\nmsgstr "b"\n')
    assert catalogue.entries[0].key == ("stray", "a")
    if shutil.which("msgcat"):
        data = catalogue.to_bytes()
        run = subprocess.run(["msgcat", "-"], input=data, capture_output=True, check=True)
        assert Catalogue.from_bytes(run.stdout).entries[0].key == ("stray", "a")


@pytest.mark.parametrize(
    ("previous", "column"),
    [
        ('#| msgid "a', 10),
        ("#| msgid a", 10),
        ('#| msgstr "a"', 4),
        ('#| msgid "a" b', 14),
        ('#~| msgid "a', 11),
    ],
)
def test_a_faulty_previous_msgid_is_reported_and_kept(previous: str, column: int) -> None:
    old = "#~ " if previous.startswith("#~") else ""
    text = f'{GOOD}\n#, fuzzy\n{previous}\n{old}msgid "b"\n{old}msgstr "c"\n'
    catalogue = read(text)
    assert catalogue.to_bytes() == text.encode()
    assert [entry.msgid for entry in catalogue.entries] == ["good", "b"]
    assert [(p.line, p.column) for p in catalogue.problems] == [(5, column)]
    assert "#|" in catalogue.problems[0].message
    assert not read(text.replace(previous, '#| msgctxt "x"\n#| msgid ""\n#| "a\\n"')).problems


def test_all_faults_of_a_file_are_reported_at_once() -> None:
    catalogue = read(f'msgid "a\n\n{GOOD}\nmsgstr "b"\n\n{GOOD}\nmsgid_plural "c"\n')
    assert [problem.line for problem in catalogue.problems] == [1, 6, 11]
    assert len(catalogue.entries) == 2


@pytest.mark.parametrize("seed", range(4))
def test_damaged_files_lose_no_entry_clear_of_the_damage(seed: int) -> None:
    for original, damaged, damage in inputs(300, seed):
        catalogue = check(damaged)
        if damage:
            whole = check(original)
            assert whole.header_entry is not None
            entries = [(*span_of(e), texts(e)) for e in (whole.header_entry, *whole.entries)]
            assert lost(entries, damage, catalogue) == []
