"""Records: whatever rules gather comes out of the bytes as it went in."""

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.review import Fact, Where
from sverka.review.api import check
from sverka.review.cases import cases, write_project
from sverka.review.record import Examined, Record, group_number, pack
from sverka.review.rule import rules

texts = st.text(max_size=5)
wheres = st.builds(
    Where,
    file=texts,
    locale=st.sampled_from(["de", "ru"]),
    article=texts,
    role=st.sampled_from(["pivot", "source", "target"]),
    index=st.integers(-1, 3),
    msgctxt=st.none() | texts,
    msgid=texts,
    field=st.sampled_from(["msgid", "msgstr"]),
    plural=st.none() | st.integers(0, 3),
)
plain = st.one_of(
    st.none(), st.integers(), texts, st.booleans(), st.dates(), st.decimals(allow_nan=False)
)
nested = st.recursive(
    plain | st.builds(Fraction, st.integers(), st.just(7)),
    lambda inner: st.tuples(inner, inner) | st.frozensets(inner, max_size=3),
    max_leaves=5,
)
values = nested | st.lists(nested, max_size=3)
keys = st.recursive(
    texts | st.integers() | st.none(),
    lambda inner: st.tuples(inner, inner) | st.frozensets(inner, max_size=3),
    max_leaves=4,
)
gathered = st.lists(
    st.tuples(
        st.sampled_from(["one", "two"]),
        keys,
        st.builds(
            Fact, wheres, st.none() | st.tuples(st.integers(0, 9), st.integers(0, 9)), texts, values
        ),
    ),
    max_size=12,
)


@given(gathered, st.integers(0, (1 << 64) - 1))
def test_facts_survive_in_groups(facts: list[tuple[str, object, Fact]], middle: int) -> None:
    by_rule: dict[str, list[tuple[Any, Fact]]] = {}
    for rule, key, fact in facts:
        by_rule.setdefault(rule, []).append((key, fact))
    record = Record(pack(Examined((), by_rule, (), 0)))
    found: dict[tuple[str, object], list[Fact]] = {}
    for low, high in ((0, middle), (middle, 1 << 64)):
        for number, rule, key, group in record.between(low, high):
            assert low <= number < high
            assert number == group_number(rule, key)
            found[rule, key] = group
    expected: dict[tuple[str, object], list[Fact]] = {}
    for rule, key, fact in facts:
        expected.setdefault((rule, key), []).append(fact)
    assert found == expected


@given(st.frozensets(texts, max_size=6))
def test_a_group_has_one_number_whatever_the_order(words: frozenset[str]) -> None:
    assert group_number("rule", words) == group_number("rule", frozenset(sorted(words)))


def test_an_odd_key_is_refused() -> None:
    with pytest.raises(TypeError, match="a key is made of"):
        group_number("rule", date(2022, 2, 14))


@pytest.mark.parametrize("name", [name for name, rule in rules().items() if rule.judger])
def test_what_is_packed_gives_what_is_judged_at_once(name: str, tmp_path: Path) -> None:
    config = write_project(cases(rules()[name].page)[0], tmp_path)
    at_once, packed = (check((), config, cache=cache) for cache in (False, True))
    assert at_once.findings == packed.findings
    assert not packed.problems
