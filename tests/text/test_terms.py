"""Terms in texts: inflected, compounded, apart, in one pass."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.text.analysis import Text
from sverka.text.english import noun, verbs
from sverka.text.terms import Index, find, pattern


def stands(term: str, value: str, locale: str, case: bool = False, verb: bool = False) -> bool:
    return find(Text(value, locale), [pattern(term, locale, case, verb)], lemmas=False) is not None


@pytest.mark.parametrize(
    ("locale", "term", "value"),
    [
        ("ru", "острый лейкоз", "терапии острого миелоидного лейкоза"),
        ("ru", "Т-лимфоцит", "Т-лимфоцитами"),
        ("ru", "вакцинация", "о вакцинациях населения"),
        ("ru", "вирусная нагрузка", "вирусной нагрузкой"),
        ("uk", "клітинна терапія", "клітинної терапії"),
        ("uk", "захворюваність", "захворюваності"),
        ("de", "Zelltherapie", "CAR-T-Zelltherapien"),
        ("de", "Immuntherapie", "Krebsimmuntherapien"),
        ("de", "Virus", "der Viren"),
        ("de", "klinische Studie", "in klinischen Phase-3-Studien"),
        ("de", "Krankenhaus", "in den Krankenhäusern"),
        ("es", "enfermedad infecciosa", "las enfermedades infecciosas"),
        ("es", "infección", "infecciones"),
        ("fr", "cellule souche", "des cellules souches"),
        ("fr", "essai clinique", "l’essai clinique"),
        ("tr", "tümör hücresi", "tümör hücrelerini"),
        ("pl", "szczepionka doustna", "szczepionek doustnych"),
        ("ar", "لقاح", "واللقاحات"),
        ("zh_Hans", "细胞疗法", "CAR-T细胞疗法是"),
        ("ja", "免疫療法", "がんの免疫療法を"),
        ("en", "leukaemia", "acute leukemias"),
        ("en", "T-lymphocyte", "T lymphocytes,"),
    ],
)
def test_inflected_forms_are_found(locale: str, term: str, value: str) -> None:
    assert stands(term, value, locale)


@pytest.mark.parametrize(
    ("locale", "term", "value"),
    [
        ("en", "infection", "infected by an infective agent of low infectivity"),
        ("en", "IT", "it is here"),
        ("en", "organ", "an organism is organic"),
        ("ru", "острый лейкоз", "острый ринит, а у другого больного был хронический лейкоз"),
        ("de", "Art", "Start der Party"),
        ("zh", "细胞疗法", "细胞的疗法"),
        ("es", "terapia celular", "terapia génica"),
    ],
)
def test_other_words_are_not(locale: str, term: str, value: str) -> None:
    assert not stands(term, value, locale)


def test_case() -> None:
    assert stands("IT", "Die IT-Abteilung", "de")
    assert stands("immunotherapy", "Immunotherapy works", "en", case=True)
    assert not stands("Reading", "reading aloud", "en", case=True)
    assert not stands("it", "the IT department", "en", case=True)


def test_verbs_are_inflected_only_as_verbs() -> None:
    assert stands("isolate", "cells were isolated", "en", verb=True)
    assert not stands("isolate", "cells were isolated", "en")


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("diagnoses", "diagnosis"), ("viruses", "virus"), ("therapies", "therapy"),
        ("boxes", "box"), ("causes", "cause"), ("diseases", "disease"), ("doses", "dose"),
        ("analyses", "analysis"), ("mice", "mouse"), ("bacteria", "bacterium"),
        ("classes", "class"), ("sepsis", "sepsis"), ("virus", "virus"), ("genetics", "genetics"),
        ("houses", "house"), ("tumours", "tumor"), ("haemorrhages", "hemorrhage"),
        ("hypotheses", "hypothesis"), ("responses", "response"), ("gas", "gas"),
        ("enzymes", "enzyme"), ("series", "series"), ("branches", "branch"),
    ],
)  # fmt: skip
def test_english_singulars(plural: str, singular: str) -> None:
    assert noun(plural) == singular


def test_english_verbs() -> None:
    assert "carry" in verbs("carried")
    assert "stop" in verbs("stopping")
    assert "isolate" in verbs("isolating")
    assert "infect" not in verbs("infection")


def index(*terms: str, locale: str = "en") -> Index:
    return Index((number, pattern(term, locale)) for number, term in enumerate(terms))


def test_longest_match_wins() -> None:
    text = Text("CAR-T cell therapies and cell therapy of a cell", "en")
    found = index("cell therapy", "CAR-T cell therapy", "cell").matches(text)
    assert [(m.id, text.value[m.start : m.end]) for m in found] == [
        (1, "CAR-T cell therapies"),
        (0, "cell therapy"),
        (2, "cell"),
    ]


def test_terms_glued_to_punctuation_and_line_starts() -> None:
    found = index("gene").matches(Text("gene,\ngenes;(gene)/gene:“gene”gene-", "en"))
    assert len(found) == 6


WORDS = st.lists(st.sampled_from(["cell", "cells", "gene", "therapy", "the", "T", "-"]), max_size=8)
TERMS = ("cell", "gene therapy", "T cell", "cell gene therapy")


@given(WORDS)
def test_index_finds_what_each_term_alone_finds(words: list[str]) -> None:
    text = Text(" ".join(words), "en")
    together = index(*TERMS).matches(text)
    for number, term in enumerate(TERMS):
        alone = index(term).matches(text)
        for match in alone:
            assert any(
                other.start <= match.start and match.end <= other.end
                and (other.id == number or other.end - other.start > match.end - match.start)
                for other in together
            )  # fmt: skip


@given(st.text(), st.sampled_from(["ru", "de", "ar", "zh", "tr", "en"]))
def test_spans_lie_in_the_text(value: str, locale: str) -> None:
    for match in index("gene", "ген", "基因", locale=locale).matches(Text(value, locale)):
        assert 0 <= match.start < match.end <= len(value)
