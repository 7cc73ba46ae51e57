"""Which edits are made, and what a text becomes by them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.review.finding import Edit, Finding, Fix, Where
from sverka.review.repair import apply, choose, edits_of, repairable

WHERE = Where("a.po", "de", "a", "target", 0, None, "a", "msgstr")
TEXT = "0123456789"


def finding(*edits: Edit, safe: bool = True, certainty: str = "likely") -> Finding:
    span = edits[0].span if edits else None
    return Finding(
        "rule",
        "typography",
        "warning",
        certainty,  # type: ignore[arg-type]
        "message",
        WHERE,
        span,
        fix=Fix(edits, safe) if edits else None,
        value=TEXT,
    )


spans = st.tuples(st.integers(0, 10), st.integers(0, 10)).map(lambda ends: (min(ends), max(ends)))
edits = st.builds(Edit, spans, st.text("абв", max_size=3))
findings = st.lists(st.lists(edits, min_size=1, max_size=1).map(lambda e: finding(*e)), max_size=6)


@given(findings)
def test_chosen_edits_do_not_meet_and_keep_what_they_do_not_touch(group: list[Finding]) -> None:
    chosen = edits_of(choose(group))
    result = apply(TEXT, chosen)
    touched = {index for edit in chosen for index in range(*edit.span)}
    kept = "".join(sign for index, sign in enumerate(TEXT) if index not in touched)
    assert "".join(sign for sign in result if sign in TEXT) == kept
    assert len(result) == len(kept) + sum(len(edit.text) for edit in chosen)
    assert bool(chosen) == bool(group)


@given(findings)
def test_the_order_of_findings_does_not_matter(group: list[Finding]) -> None:
    forth, back = choose(group), choose(list(reversed(group)))
    assert {f.span for f in forth} == {f.span for f in back}


def test_the_edits_of_a_finding_are_made_all_or_none() -> None:
    pair = finding(Edit((0, 1), "„"), Edit((9, 10), "“"))
    rival = finding(Edit((8, 10), "x"), safe=False)
    assert choose([rival, pair]) == [pair]
    assert apply(TEXT, edits_of([pair])) == "„12345678“"


def test_a_span_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="outside"):
        apply("ab", [Edit((1, 3), "")])


@pytest.mark.parametrize(
    ("made", "unsafe", "expected"),
    [
        (finding(Edit((0, 1), "")), False, True),
        (finding(Edit((0, 1), ""), safe=False), False, False),
        (finding(Edit((0, 1), ""), safe=False), True, True),
        (finding(Edit((0, 1), ""), certainty="possible"), True, False),
        (finding(), True, False),
    ],
)
def test_repairable(made: Finding, unsafe: bool, expected: bool) -> None:
    assert repairable(made, unsafe) is expected
