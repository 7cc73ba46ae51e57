"""Plural-Forms: counted and computed without evaluating code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.catalogue.plurals import PluralError, parse_expression, parse_plural_forms, plural_count

RUSSIAN = (
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && "
    "(n%100<10 || n%100>=20) ? 1 : 2);"
)


def test_russian_forms() -> None:
    forms = parse_plural_forms(RUSSIAN)
    assert forms.count == plural_count(RUSSIAN) == 3
    assert [forms.index(n) for n in (1, 2, 5, 11, 21, 22, 111, 112)] == [0, 1, 2, 2, 0, 1, 2, 2]
    assert forms.examples(0) == [1, 21, 31]


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("nplurals=2", "expected nplurals"),
        ("nplurals=2; plural=n!=1 ?;", "unexpected the end"),
        ("nplurals=2; plural=__import__('os');", "unexpected '_'"),
        ("nplurals=2; plural=(n;", "unexpected the end"),
        ("nplurals=2; plural=n 1;", "unexpected '1'"),
        (f"nplurals=1; plural={'(' * 500}n{')' * 500};", "nested too deeply"),
    ],
)
def test_faults_are_named(header: str, message: str) -> None:
    with pytest.raises(PluralError, match=message):
        parse_plural_forms(header)


def test_a_form_out_of_range_and_a_division_by_zero_are_faults() -> None:
    with pytest.raises(PluralError, match="the form is 2"):
        parse_plural_forms("nplurals=2; plural=n;").index(2)
    with pytest.raises(PluralError, match="divides by zero"):
        parse_plural_forms("nplurals=2; plural=n%0;").index(2)


OPERATORS = st.sampled_from(["==", "!=", "<", ">", "<=", ">=", "+", "-", "*"])
EXPRESSIONS = st.recursive(
    st.just("n") | st.integers(0, 200).map(str),
    lambda inner: st.tuples(inner, OPERATORS, inner).map(lambda parts: f"({' '.join(parts)})"),
    max_leaves=12,
)


@given(EXPRESSIONS, st.integers(0, 300))
def test_arithmetic_is_that_of_c(text: str, n: int) -> None:
    assert parse_expression(text)(n) == int(eval(text, {"n": n}))
