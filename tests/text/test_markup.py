"""Tags, links, code and roles are found where they stand, and nowhere else."""

from hypothesis import given
from hypothesis import strategies as st

from sverka.text.analysis import Text
from sverka.text.markup import code_spans, crossed, links, real, roles, tags

elements = st.recursive(
    st.text("слово ", max_size=6),
    lambda inner: st.tuples(st.sampled_from("bipq"), inner, inner).map(
        lambda parts: f"<{parts[0]}>{parts[1]}</{parts[0]}>{parts[2]}"
    ),
    max_leaves=8,
)


@given(elements)
def test_nested_elements_are_real_and_not_crossed(value: str) -> None:
    found = tags(Text(value, "ru"))
    assert len(found) == value.count("<")
    assert {tag.name for tag in found} == real(found)
    assert crossed(found) is None


def test_crossed() -> None:
    found = tags(Text("<b>a <i>b</b></i>", "en"))
    assert (tag := crossed(found)) is not None
    assert tag.span == (9, 13)


@given(st.text("<>/ab='\" [](){}`~\n:|_#!\\.х", max_size=60))
def test_spans_are_within_the_text(value: str) -> None:
    text = Text(value, "en")
    for found in (tags(text), links(text), code_spans(text), roles(text)):
        for piece in found:
            assert 0 <= piece.span[0] < piece.span[1] <= len(value)


def test_links() -> None:
    text = Text("[a [b]](x.md) ![c](<d e> 'f') [g][h] `[i](j)` [k](l(m)n)", "en")
    assert [(link.kind, link.address) for link in links(text)] == [
        ("link", "x.md"),
        ("image", "<d e>"),
        ("reference", "h"),
        ("link", "l(m)n"),
    ]


def test_code_spans() -> None:
    text = Text("`a` ``b `c` ` `` \\`d\n```rust\nfn `e`\n```\n", "en")
    assert [(piece.kind, piece.value) for piece in code_spans(text)] == [
        ("code", "a"),
        ("code", "b `c` `"),
        ("fence", ""),
    ]


def test_roles() -> None:
    text = Text(":ref:`a <b-c>` :func:`len` :term:`cell` ``d`` `e <f>`_ |g| x [1]_", "en")
    assert [(piece.kind, piece.value) for piece in roles(text)] == [
        ("role", ":ref:b-c"),
        ("role", ":func:len"),
        ("role", ":term:"),
        ("literal", "d"),
        ("link", "f"),
        ("substitution", "g"),
        ("note", "1"),
    ]
