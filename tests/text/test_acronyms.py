"""Acronyms in texts, and pairs of them."""

import csv
from importlib import resources
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.text.acronym_letters import in_words, is_letterwise
from sverka.text.acronym_pairs import Evidence, candidates, cause, same_acronym
from sverka.text.acronyms import acronyms_of, expansions_of
from sverka.text.analysis import Text
from sverka.text.known_acronyms import concepts, kind, name, renderings, written_out
from tests.benchmarks.terms import pairs

PAIRS = Path(__file__).with_name("acronym_pairs.csv")


def forms(value: str, locale: str = "en") -> list[str]:
    return [acronym.form for acronym in acronyms_of(Text(value, locale))]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("CAR-T-клеточной терапии", ["CAR-T"]),
        ("Die CAR-T-Zelltherapie und COVID-19-Patienten", ["CAR-T", "COVID-19"]),
        ("CAR-T细胞疗法和PD-1抗体", ["CAR-T", "PD-1"]),
        ("anti-PD-L1 and IL-6", ["PD-L1", "IL-6"]),
        ("NGOs, PhDs, NATO'nun", ["NGO", "PhD", "NATO"]),
        ("в РАНХиГС и НМИЦах", ["РАНХиГС", "НМИЦ"]),
        ("mRNA, siRNA, IgG, RdRp, SARS-CoV-2", ["mRNA", "siRNA", "IgG", "RdRp", "SARS-CoV-2"]),
        ("T-cell, B-клетка, XIX век, ХХ век, GitHub, Federal", []),
        ("see GIT_DIR, `HEAD`, %(NAME)s, https://WHO.int/NATO", []),
        ("DO NOT TURN OFF", []),
        ("note that THIS COMMIT WILL BE LOST", []),
        ("US–China", ["US"]),
    ],
)
def test_acronyms(value: str, expected: list[str]) -> None:
    assert forms(value) == expected


@given(st.text())
def test_spans_hold_the_forms(value: str) -> None:
    for acronym in acronyms_of(Text(value, "en")):
        assert value[acronym.start : acronym.end] == acronym.form


def test_expansions() -> None:
    text = Text("an infusion of a biomedical cell preparation (BMCP) from NMIC (Moscow)", "en")
    assert expansions_of(text) == {"BMCP": "biomedical cell preparation"}


def read_pairs() -> list[dict[str, str]]:
    with PAIRS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def probability(row: dict[str, str], source: int) -> float:
    a, b, x, y = row["a"], row["b"], int(row["count_a"]), int(row["count_b"])
    together = int(row["together"])
    return max(
        same_acronym(a, b, Evidence(x, y, together, source)),
        same_acronym(b, a, Evidence(y, x, together, source)),
    )


@pytest.mark.parametrize(("with_source", "least"), [(False, 0.8), (True, 0.95)])
def test_f1_on_hand_written_pairs(with_source: bool, least: float) -> None:
    rows = read_pairs()
    same = {k for k, row in enumerate(rows) if row["same"] == "1"}
    assert len(rows) >= 120
    assert len(same) * 2 == len(rows)
    found = {
        k
        for k, row in enumerate(rows)
        if probability(row, int(row["source"]) if with_source else 0) >= 0.5
    }
    right = len(found & same)
    assert 2 * right / (len(found) + len(same)) >= least


@pytest.mark.parametrize(("with_source", "least"), [(False, 0.8), (True, 0.95)])
def test_f1_on_pairs_in_five_languages(with_source: bool, least: float) -> None:
    rows = pairs.read()
    assert pairs.f1([pairs.judged_same(row, with_source) for row in rows], rows) >= least


def test_index_of_candidates_finds_what_comparing_all_finds() -> None:
    everything = sorted({row[k] for row in read_pairs() for k in "ab"})
    found = {frozenset(pair) for pair in candidates(everything)}
    for a, b in combinations(everything, 2):
        if cause(a, b) or cause(b, a):
            assert frozenset((a, b)) in found


@pytest.mark.parametrize(
    ("a", "b", "kind", "words"),
    [
        ("SAR-T", "CAR-T", "look-alike", "U+0421 CYRILLIC CAPITAL LETTER ES"),
        ("СD19", "CD19", "homoglyph", "U+0421 CYRILLIC CAPITAL LETTER ES"),
        ("TSNII", "CNII", "romanisation", "C and TS"),
        ("CART", "CAR-T", "dash", "dash"),
        ("NIMC", "NMIC", "transposition", "MI"),
        ("KU1", "HKU1", "extra", "H lost"),
    ],
)
def test_cause_is_named(a: str, b: str, kind: str, words: str) -> None:
    found = cause(a, b)
    assert found
    assert found.kind == kind
    assert words in found.words


@given(st.integers(0, 99), st.integers(0, 99))
def test_other_digits_are_another_thing(a: int, b: int) -> None:
    assert a == b or cause(f"IL-{a}", f"IL-{b}") is None


def test_known_acronyms() -> None:
    assert concepts("СПИД", "ru") == concepts("SIDA", "fr") == concepts("AIDS", "de") == {"AIDS"}
    assert concepts("ЕС", "ru") == {"EU"}
    assert concepts("WHO", "ar") == {"WHO"}
    assert renderings("NATO", "fr_CA") == ("OTAN",)
    assert kind("NATO") == kind("WHO") == "organisation"
    assert not concepts("QWERTY", "en")


def test_the_table_says_what_each_acronym_stands_for() -> None:
    with resources.files("sverka.text").joinpath("known_acronyms.csv").open(encoding="utf-8") as f:
        rows = list(csv.DictReader(f))
    assert len(rows) >= 200
    assert len({row["en"] for row in rows}) == len(rows)
    assert all(row["name"] and row["source"] and row["kind"] for row in rows)
    assert name("WHO") == "World Health Organization"
    for row in rows:
        for language in ("zh", "ja", "ar"):
            for form in filter(None, row[language].split("|")):
                assert written_out(Text(form, language)) == ((0, len(form)),)
                assert row["en"].split("|")[0] in concepts(form, language)


@pytest.mark.parametrize(
    ("locale", "value", "expected"),
    [
        ("zh_Hans", "世卫组织和欧盟委员会", ["世卫组织", "欧盟委员会"]),
        ("zh", "艾滋病病毒与艾滋病", ["艾滋病病毒", "艾滋病"]),
        ("ar", "قالت منظمة الصحة العالمية وللأمم المتحدة", ["منظمة الصحة العالمية"]),
        ("ja", "世界保健機関", ["世界保健機関"]),
        ("ru", "ООН", []),
    ],
)
def test_fixed_names(locale: str, value: str, expected: list[str]) -> None:
    assert [value[a:b] for a, b in written_out(Text(value, locale))] == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("COVlD-19, COVID-l9", ["COVlD-19", "COVID-l9"]), ("of HINI", ["HINI"])],
)
def test_small_letters_that_look_like_digits(value: str, expected: list[str]) -> None:
    assert forms(value) == expected


@pytest.mark.parametrize(("a", "b"), [("COVID-I9", "COVID-19"), ("GM0", "GMO"), ("lL-6", "IL-6")])
def test_letters_for_digits(a: str, b: str) -> None:
    found = cause(a, b)
    assert found
    assert found.kind == "digit"
    assert frozenset((a, b)) in {frozenset(pair) for pair in candidates([a, b, "WHO"])}


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("CAR-T", "КАР-Т"),
        ("PTsR", "ПЦР"),
        ("KhLL", "ХЛЛ"),
        ("VICh", "ВИЧ"),
        ("DLBCL", "ДЛБКЛ"),
        ("ECMO", "ЕЦМО"),
        ("SCTKM", "СЦТКМ"),
    ],
)
def test_letterwise(latin: str, cyrillic: str) -> None:
    assert is_letterwise(latin, cyrillic) and is_letterwise(cyrillic, latin)


@pytest.mark.parametrize(("a", "b"), [("COPD", "ХОБЛ"), ("MRI", "МРТ"), ("PCR", "PCR"), ("A", "Ѣ")])
def test_not_letterwise(a: str, b: str) -> None:
    assert not is_letterwise(a, b)


def test_in_words() -> None:
    assert in_words("УЗИ", "ru") == "ultrasound"
    assert in_words("УЗИ", "fr") == in_words("ПЦР", "ru") == ""
